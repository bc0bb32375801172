"""Notes what the APPn and COM segments of a JPEG, and the bytes after its end, reveal.

Checks no structure: `frame` has done that. JFIF 1.02, Exif 2.32, XMP part 3, ICC.1 annex B.4,
Adobe technical note 5116, CIPA DC-007, ISO 19566-5 (JUMBF).
"""

import struct
from dataclasses import dataclass, field

from pixelseal.core.base import limits
from pixelseal.core.source.facts.notes import Notes
from pixelseal.core.source.facts.resolution import note_resolution
from pixelseal.core.source.facts.text import decode, printable_runs
from pixelseal.core.source.jpeg.frame import COM, JpegStream
from pixelseal.core.source.metadata import mpf
from pixelseal.core.source.metadata.exif import read_exif
from pixelseal.core.source.metadata.icc_texts import bounded, read_icc
from pixelseal.core.source.metadata.iptc import read_resources
from pixelseal.core.source.metadata.xmp import read_xmp

_EXIF = b"Exif\x00"
_JFIF_SIZE = 14  # minimum length of the segment in bytes (JFIF 1.02)
_XMP = b"http://ns.adobe.com/xap/1.0/\x00"
_EXTENDED_XMP = b"http://ns.adobe.com/xmp/extension/\x00"
_EXTENDED_HEAD = 40  # bytes after the signature: GUID (32), full length, offset of this part
_ICC = b"ICC_PROFILE\x00"
_PHOTOSHOP = b"Photoshop 3.0\x00"
_GAIN_MAP = b"urn:iso:std:iso:ts:21496"
_ADOBE = b"Adobe"
# The least sizes of the two that tell a decoder the colours (JFIF 1.02; Adobe, note 5116): shorter
# ones are left out before decoding (`pixelseal.core.decode.mend_jpeg`).
_LEAST = {(0, b"JFIF"): 14, (14, b"Adob"): 12}
# Export settings of Photoshop: quality in APP12, colour management in APP13.
_EDITOR_SETTINGS = frozenset(((12, b"Ducky"), (13, b"Adobe")))
# Signatures in the bytes after the end, and what each shows.
_TRAILER_SIGNS = (
    (b"\xff\xd8\xff", "second-picture"),
    (b"ftyp", "motion-video"),
    (b"hdrgm", "gain-map"),
    (_GAIN_MAP, "gain-map"),
    (b"HDRGainMap", "gain-map"),
    (b"DepthMap", "depth-map"),
)


@dataclass
class JpegFacts:
    """What the segments say about the picture itself, not about its origin.

    `adobe_transform` is the colour transform of the Adobe segment or None; `jfif` tells whether
    the file calls itself JFIF; `views` are where further pictures in their own right begin;
    `profile` is the colour profile, b"" without one.
    """

    orientation: int = 1
    adobe_transform: int | None = None
    jfif: bool = False
    views: list[int] = field(default_factory=list)
    profile: bytes = b""


def read_segments(data: bytes, stream: JpegStream, notes: Notes) -> JpegFacts:
    """The facts in all segments of `stream`; what they reveal goes to notes."""
    facts = JpegFacts()
    if stream.unended:
        notes.show("note-no-end", "JPEG", "")
    if stream.implied:
        notes.show("note-implied-tables", "JPEG", "")
    if stream.surplus:
        notes.show("note-surplus-restarts", "JPEG", "")
    reader = _Segments(data, notes, facts)
    for marker, start, length in stream.segments:
        body = data[start : start + length]
        if marker == COM:
            notes.add("comment", "JPEG comment", decode(body))
        elif 0xE0 <= marker <= 0xEF:
            reader.take(marker - 0xE0, start, body, before_scan=start < stream.first_scan)
    reader.finish()
    if stream.stray:
        notes.count("stray-bytes", "JPEG", stream.stray)
    return facts


class _Segments:
    """Sorts application segments by signature; joins those that are split into parts."""

    def __init__(self, data: bytes, notes: Notes, facts: JpegFacts) -> None:
        self._data = data
        self._notes = notes
        self._facts = facts
        self._exif_seen = False
        self._icc: list[bytes] = []
        self._photoshop: list[bytes] = []
        self._extended: list[tuple[int, bytes]] = []

    def take(self, number: int, start: int, body: bytes, *, before_scan: bool) -> None:
        """Read the segment APP<number> whose body lies at `start`."""
        if before_scan and len(body) < _LEAST.get((number, body[:4]), 0):
            self._notes.show("note-short-segment", f"JPEG APP{number}", "")
        if number == 0 and body.startswith((b"JFIF\x00", b"JFXX\x00")):
            self._take_jfif(body)
        elif number == 1 and body.startswith(_EXIF):
            self._take_exif(body, before_scan)
        elif number == 1 and body.startswith(_XMP):
            read_xmp(body[len(_XMP) :], self._notes)
        elif number == 1 and body.startswith(_EXTENDED_XMP):
            part = body[len(_EXTENDED_XMP) :]
            self._extended.append((int.from_bytes(part[36:40], "big"), part[_EXTENDED_HEAD:]))
        elif number == 2 and body.startswith(_ICC):
            self._icc.append(body[len(_ICC) :])
        elif number == 2 and body.startswith(mpf.SIGNATURE):
            head = len(mpf.SIGNATURE)
            self._facts.views += mpf.read_index(
                self._data, start + head, len(body) - head, self._notes
            )
        elif number == 2 and body.startswith(_GAIN_MAP):
            self._notes.count("gain-map", "JPEG APP2", len(body))
        elif number == 11 and body.startswith(b"JP"):
            self._notes.count("content-credentials", "JPEG APP11", len(body))
        elif number == 13 and body.startswith(_PHOTOSHOP):
            self._photoshop.append(body[len(_PHOTOSHOP) :])
        elif number == 14 and body.startswith(_ADOBE) and len(body) >= 12:
            self._facts.adobe_transform = body[11]
        elif (number, body[:5]) in _EDITOR_SETTINGS:
            self._notes.count("photoshop-data", f"JPEG APP{number}", len(body))
        else:
            self._notes.count("unknown-segment", f"JPEG APP{number}", len(body))
            for run in printable_runs(body):
                self._notes.text(run)

    def finish(self) -> None:
        """Read what was split into several parts."""
        if self._icc:
            # Each part begins with its number and the number of parts.
            profile = b"".join(part[2:] for part in sorted(self._icc))
            read_icc(profile, self._notes)
            self._facts.profile = bounded(profile)
        if self._photoshop:
            read_resources(b"".join(self._photoshop), self._notes)
        if self._extended:
            whole = b"".join(part for _, part in sorted(self._extended))
            read_xmp(whole[: limits.METADATA_BYTES_MOST], self._notes)

    def _take_jfif(self, body: bytes) -> None:
        extension = body.startswith(b"JFXX")
        if not extension and len(body) >= _JFIF_SIZE:
            across, down = struct.unpack_from(">HH", body, 8)
            note_resolution(across, down, self._notes, "JFIF")
        # Decoders infer YCbCr only from a complete JFIF segment.
        self._facts.jfif |= not extension and len(body) >= _JFIF_SIZE
        if extension or (len(body) >= _JFIF_SIZE and body[12] and body[13]):
            self._notes.count("thumbnail", "JFIF", len(body) - (6 if extension else _JFIF_SIZE))

    def _take_exif(self, body: bytes, before_scan: bool) -> None:
        orientation = read_exif(body[6:], self._notes)
        # Decoders look at the first Exif block, and only before the picture data.
        if before_scan and not self._exif_seen:
            self._facts.orientation = orientation
            self._exif_seen = True


def note_trailer(data: bytes, end: int, notes: Notes) -> None:
    """Note the bytes after the last picture's EOI, and the pictures or videos found in them."""
    if end == len(data):
        return
    notes.count("trailing-bytes", "after the end", len(data) - end)
    kinds = [kind for sign, kind in _TRAILER_SIGNS if data.find(sign, end) >= 0]
    for kind in dict.fromkeys(kinds):
        notes.add(kind, "after the end")
