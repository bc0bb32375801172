"""Reads Photoshop image resources and IPTC records for what they reveal. Never refuses.

Adobe Photoshop File Formats Specification, "Image Resource Blocks"; IPTC-IIM 4.2, record 2.
"""

from pixelseal.core.base import limits
from pixelseal.core.source.facts.notes import Notes
from pixelseal.core.source.facts.text import decode
from pixelseal.core.source.metadata.exif import read_exif
from pixelseal.core.source.metadata.icc_texts import read_icc
from pixelseal.core.source.metadata.xmp import read_xmp

_RESOURCES_MOST = 2_000
_DATASETS_MOST = 2_000
# Image resources that hold another format (resource identifiers of the Photoshop specification).
_IPTC, _THUMBNAILS, _ICC, _EXIFS, _XMP = 0x0404, (0x0409, 0x040C), 0x040F, (0x0422, 0x0423), 0x0424
_URLS = (0x040B, 0x041E)

_KINDS = {
    5: "description", 12: "description", 25: "description", 40: "description",
    103: "description", 105: "description", 120: "description",
    80: "author-name", 85: "author-name", 110: "author-name", 115: "author-name",
    116: "author-name", 122: "author-name",
    90: "location", 92: "location", 95: "location", 100: "location", 101: "location",
    26: "location", 27: "location",
    55: "capture-date", 60: "capture-date", 62: "capture-date", 63: "capture-date",
    30: "capture-date", 35: "capture-date",
    65: "software", 70: "software", 118: "contact", 22: "unique-id", 184: "unique-id",
}  # fmt: skip


def read_resources(untrusted: bytes, notes: Notes) -> None:
    """Note what a sequence of image resource blocks holds; stops at the first damaged one."""
    notes.count("photoshop-data", "Photoshop", len(untrusted))
    at = 0
    for _ in range(_RESOURCES_MOST):
        if untrusted[at : at + 4] not in (b"8BIM", b"MeSa", b"AgHg", b"PHUT", b"DCSR"):
            return
        ident = int.from_bytes(untrusted[at + 4 : at + 6], "big")
        name_size = untrusted[at + 6] if at + 6 < len(untrusted) else 0
        at += (
            6 + (name_size + 2) // 2 * 2
        )  # the name with its length byte, padded to an even length
        size = int.from_bytes(untrusted[at : at + 4], "big")
        at += 4
        if at + size > len(untrusted):
            notes.add("metadata-unreadable", "Photoshop")
            return
        _read_resource(ident, untrusted[at : at + size], notes)
        at += size + size % 2


def _read_resource(ident: int, body: bytes, notes: Notes) -> None:
    if ident == _IPTC:
        read_iptc(body, notes)
    elif ident in _THUMBNAILS:
        notes.count("thumbnail", "Photoshop", len(body))
    elif ident == _ICC:
        read_icc(body, notes)
    elif ident in _EXIFS:
        read_exif(body, notes, "Photoshop")
    elif ident == _XMP:
        read_xmp(body, notes)
    elif ident in _URLS and len(body) > 4:
        notes.add("web-link", "Photoshop", decode(body))


def read_iptc(untrusted: bytes, notes: Notes) -> None:
    """Note the datasets of an IPTC-IIM block; stops at the first damaged one."""
    notes.count("iptc", "IPTC", len(untrusted))
    at = 0
    for _ in range(_DATASETS_MOST):
        if at + 5 > len(untrusted) or untrusted[at] != 0x1C:
            return
        record, dataset = untrusted[at + 1], untrusted[at + 2]
        size = int.from_bytes(untrusted[at + 3 : at + 5], "big")
        at += 5
        if size & 0x8000:  # extended dataset: the size itself follows, in this many bytes
            width = size & 0x7FFF
            if width > 4:
                notes.add("metadata-unreadable", "IPTC")
                return
            size = int.from_bytes(untrusted[at : at + width], "big")
            at += width
        if at + size > len(untrusted):
            notes.add("metadata-unreadable", "IPTC")
            return
        value = decode(untrusted[at : at + min(size, limits.METADATA_BYTES_MOST)])
        if record == 2 and dataset in _KINDS and value.strip("\x00 "):
            notes.add(_KINDS[dataset], "IPTC", value)
        elif record == 2:
            notes.text(value)
        at += size
