"""Identifies a file's format by its first bytes, never by its name. Checks nothing else."""

import re

from pixelseal.core.base import limits
from pixelseal.model import formats

# Formats that are known and refused, by signature; their names are in the catalogue
# (`refused-pdf` …).
_KNOWN = (
    (b"%PDF-", "pdf"),
    (b"8BPS", "photoshop"),
    (b"%!PS", "postscript"),
    (b"\xc5\xd0\xd3\xc6", "postscript"),
    (b"\x00\x00\x00\x0cjP  \r\n", "jpeg-2000"),
    (b"\xff\x4f\xff\x51", "jpeg-2000"),
    (b"\x00\x00\x00\x0cJXL \r\n", "jpeg-xl"),
    (b"\xff\x0a", "jpeg-xl"),
    (b"II\xbc\x01", "jpeg-xr"),
    (b"\x00\x00\x01\x00", "icon"),
    (b"\x00\x00\x02\x00", "cursor"),
    (b"\x8aMNG\r\n\x1a\n", "mng"),
    (b"\x8bJNG\r\n\x1a\n", "jng"),
    (b"AT&TFORM", "djvu"),
    (b"FUJIFILMCCD-RAW", "camera-raw"),
    (b"IIRO", "camera-raw"),
    (b"IIRS", "camera-raw"),
    (b"IIU\x00", "camera-raw"),
    (b"FOVb", "camera-raw"),
    (b"\x00MRM", "camera-raw"),
    (b"\x1aE\xdf\xa3", "video"),
)
_CANON_RAW = b"crx "
_SVG = re.compile(rb"<svg[\s>]|<!DOCTYPE svg[\s>]", re.IGNORECASE)
_TEXT_LOOKED_AT = 4096  # bytes of a text file searched for the start of an SVG drawing


def sniff(untrusted: bytes) -> tuple[str, bool]:
    """(format, whether it is examined): the name of a row, the code of a kind, or ('', False)."""
    if untrusted[:4] == b"II*\x00" and untrusted[8:10] == b"CR":
        return "camera-raw", False
    for row in formats.READ:
        if any(_begins(untrusted, parts) for parts in row.begins):
            return row.name, True
    if untrusted[4:8] == b"ftyp":
        return _media_brand(untrusted)
    for signature, name in _KNOWN:
        if untrusted.startswith(signature):
            return name, False
    if untrusted[:4] == b"RIFF" and untrusted[8:12] == b"AVI ":
        return "video", False
    if untrusted[128:132] == b"DICM":
        return "dicom", False
    head = untrusted[:_TEXT_LOOKED_AT].lstrip(b"\xef\xbb\xbf\t\n\r ")
    if head.startswith(b"<") and b"<html" not in head.lower() and _SVG.search(head):
        return "svg", False
    return "", False


def _begins(untrusted: bytes, parts: tuple[tuple[int, bytes], ...]) -> bool:
    return all(untrusted.startswith(part, at) for at, part in parts)


def _media_brand(untrusted: bytes) -> tuple[str, bool]:
    """The kind of an ISO base media file by its brands (ISO/IEC 14496-12 section 4.3)."""
    size = min(int.from_bytes(untrusted[:4], "big"), 16 + 4 * limits.BRANDS_MOST)
    brands = {untrusted[8:12]} | {untrusted[at : at + 4] for at in range(16, size, 4)}
    if _CANON_RAW in brands:
        return "camera-raw", False
    named = [row.name for row in formats.READ if brands & set(row.brands)]
    if not named:
        return "video", False
    # The row of HEIC holds the brands that all HEIF files share: any other says more.
    return next((name for name in named if name != "heic"), "heic"), True
