"""Walks a JPEG stream from SOI to EOI and checks that it is complete. Reads no metadata.

ITU-T T.81 annex B. Where libjpeg would warn and fill with grey, the file is refused.
"""

import hashlib
from dataclasses import dataclass, field

from pixelseal.core.base import limits
from pixelseal.core.base.errors import SourceRefused
from pixelseal.core.source.facts.bounds import check_size, damaged_unless
from pixelseal.core.source.jpeg.implied_tables import IMPLIED_TABLES
from pixelseal.core.source.jpeg.scan import (
    Component,
    FrameHeader,
    check_data,
    note_progress,
    read_header,
)
from pixelseal.core.source.jpeg.tables import Tables
from pixelseal.core.source.jpeg.walk import scan_end
from pixelseal.core.source.jpeg.walk_progressive import Scan, progressive_end

SOI, EOI, SOS, DQT, DHT, DAC, DNL, DRI, COM = 0xD8, 0xD9, 0xDA, 0xDB, 0xC4, 0xCC, 0xDC, 0xDD, 0xFE
# Where scans end, by the SHA-256 of file and tables and by where they begin: a file is examined,
# shown and saved, and walking a panorama takes seconds. Holds nothing of the picture.
_walked: dict[tuple[bytes, int], int | None] = {}
_WALKED_MOST = 16
_BARE = frozenset((0x01, *range(0xD0, 0xD8)))  # TEM and RSTn: markers without a length
_APPS = range(0xE0, 0xF0)
# Baseline, extended and progressive, Huffman-coded; extended and progressive, arithmetic-coded.
_TAKEN_FRAMES = (0xC0, 0xC1, 0xC2, 0xC9, 0xCA)
# The refusal of a stream that continues without a marker after its last scan.
_NO_EOI = ("file-truncated", "file-damaged")
# Start-of-frame markers that are refused (T.81 table B.1).
_LOSSLESS_FRAMES = (0xC3, 0xC7, 0xCB, 0xCF)
_REFUSED_KINDS = {
    **dict.fromkeys((0xC5, 0xC6, 0xCD, 0xCE, 0xDE, 0xDF), "jpeg-hierarchical"),
    **dict.fromkeys((0xF7, 0xF8), "jpeg-ls"),
}


@dataclass
class JpegStream:
    """A complete JPEG stream: its frame and where its segments lie.

    `segments` are (marker, offset of the body, length of the body) of APPn, COM and other
    segments that carry no picture; `stray` counts bytes between segments; `first_scan` is the
    offset of the first scan's data, `end` the offset after EOI, or after the last scan where
    `unended` tells that there is no EOI. `implied` tells that the standard's Huffman tables apply.
    `surplus` counts the bytes of restart markers where none belongs, which `stray` includes.
    `coded` are the scans of a progressive picture, of others the last one.
    `frame` is None for a stream of tables only (TIFF 6.0 supplement 2, JPEGTables).
    """

    frame: FrameHeader | None = None
    tables: Tables = field(default_factory=Tables)
    segments: list[tuple[int, int, int]] = field(default_factory=list)
    stray: int = 0
    scans: int = 0
    first_scan: int = 0
    end: int = 0
    unended: bool = False
    implied: bool = False
    surplus: int = 0
    coded: list[Scan] = field(default_factory=list)


def _read_frame(marker: int, body: bytes) -> FrameHeader:
    """The frame header in `body`; refuses anything but 8 bits and 1, 3 or 4 components."""
    damaged_unless(len(body) >= 6 and len(body) == 6 + 3 * body[5])
    if body[0] != 8:
        raise SourceRefused("jpeg-12-bit" if body[0] == 12 else "file-damaged")
    height, width = int.from_bytes(body[1:3], "big"), int.from_bytes(body[3:5], "big")
    check_size(width, height, limits.JPEG_SIDE_MOST)
    if body[5] not in (1, 3, 4):
        raise SourceRefused("format-unsupported", format="jpeg-channels", channels=body[5])
    components = [
        Component(body[at], body[at + 1] >> 4, body[at + 1] & 15, body[at + 2])
        for at in range(6, len(body), 3)
    ]
    damaged_unless(len({part.ident for part in components}) == len(components))
    for part in components:
        damaged_unless(1 <= part.horizontal <= 4 and 1 <= part.vertical <= 4)
        damaged_unless(part.quant_slot <= 3)
    progressive, arithmetic = marker in (0xC2, 0xCA), marker in (0xC9, 0xCA)
    return FrameHeader(width, height, marker == 0xC0, progressive, arithmetic, components)


def _next_marker(data: bytes, at: int) -> tuple[int, int]:
    """(offset of the FF before the next marker code, bytes skipped to reach it)."""
    start = at
    while True:
        at = data.find(b"\xff", at)
        if at < 0 or at + 1 >= len(data):
            raise SourceRefused("file-truncated")
        if data[at + 1] not in (0x00, 0xFF):
            return at, at - start
        at += 1


def _check_complete(stream: JpegStream, size: int) -> None:
    """Raise file-truncated unless every coefficient of every component is there, to its last bit.

    `size` in bytes; expands-too-much where so few cannot hold a real picture of so many pixels.
    """
    damaged_unless(stream.frame is not None)
    if stream.frame is not None:
        frame = stream.frame
        for part in frame.components:
            if any(precision != 0 for precision in part.precision):
                raise SourceRefused("file-truncated")
        most = limits.ARITHMETIC_PIXELS_BESIDES + limits.ARITHMETIC_PIXELS_A_BYTE * size
        if frame.arithmetic and frame.width * frame.height > most:
            raise SourceRefused("expands-too-much")


def read_stream(data: bytes, start: int = 0, tables: Tables | None = None) -> JpegStream:
    """The JPEG stream that begins at `start`, checked to its EOI.

    EOI may be missing if every block of the last scan is there. `tables` are
    those that apply before it begins. Raises SourceRefused: file-truncated, file-damaged,
    jpeg-lossless, jpeg-12-bit, format-unsupported, zero-size, side-too-long, too-many-pixels,
    expands-too-much.
    """
    damaged_unless(data[start : start + 2] == b"\xff\xd8")
    stream = JpegStream(tables=tables.copy() if tables else Tables())
    try:
        stream.end = _walk(stream, data, start + 2)
    except SourceRefused as refused:
        end = _end_without_eoi(stream, data) if refused.code in _NO_EOI else None
        if end is None:
            raise
        stream.end, stream.unended = end, True
    if stream.frame is not None or tables is not None or stream.scans:
        _check_complete(stream, stream.end - start)
    if stream.implied and _end_without_eoi(stream, data) is None:
        # Other tables than the standard ones are missing: with these the blocks do not fit.
        raise SourceRefused("file-damaged")
    return stream


def _walk(stream: JpegStream, data: bytes, at: int) -> int:
    """Read the segments and scans from `at` on; returns the offset after EOI."""
    for _ in range(limits.JPEG_SEGMENTS_MOST):
        at, skipped = _next_marker(data, at)
        stream.stray += skipped
        marker = data[at + 1]
        at += 2
        if marker == EOI:
            return at
        if marker in _BARE:
            stream.stray += 2
            continue
        length = int.from_bytes(data[at : at + 2], "big")
        if at + max(length, 2) > len(data):
            raise SourceRefused("file-truncated")
        damaged_unless(length >= 2)
        body = data[at + 2 : at + length]
        _take_segment(stream, marker, at + 2, body)
        at += length
        if marker == SOS:
            at = _take_scan(stream, data, at, body)
    raise SourceRefused("expands-too-much")  # and not a file that lacks its end


def _end_without_eoi(stream: JpegStream, data: bytes) -> int | None:
    """Offset after the last scan; None unless it is complete.

    What follows it without a marker is not part of the picture: phones append their own data.
    """
    if stream.frame is None or not stream.coded:
        return None
    start, header, tables = stream.coded[-1]
    stated = repr(
        (tables.codes, tables.restart_interval)
    ).encode()  # those of a TIFF come from elsewhere
    key = hashlib.sha256(stated + b"\n" + data).digest(), start
    if key not in _walked:
        while len(_walked) >= _WALKED_MOST:
            del _walked[next(iter(_walked))]
        if stream.frame.progressive:
            _walked[key] = progressive_end(data, stream.coded, stream.frame)
        else:
            _walked[key] = scan_end(data, start, stream.frame, header, tables)
    return _walked[key]


def lacks_blocks(data: bytes) -> bool:
    """True if a checked stream of one sequential Huffman-coded scan ends too early.

    An EOI says that nothing follows, not that everything is there: a program that truncates a file
    can append one, and every decoder fills the missing part with grey. False for other codings,
    which cannot be walked.
    """
    stream = read_stream(data)
    frame = stream.frame
    if frame is None or frame.progressive or frame.arithmetic or stream.scans > 1:
        return False
    return _end_without_eoi(stream, data) is None


def _take_segment(stream: JpegStream, marker: int, at: int, body: bytes) -> None:
    """Read one segment that is not entropy-coded data."""
    if marker in _LOSSLESS_FRAMES:
        raise SourceRefused("jpeg-lossless")
    if marker in _REFUSED_KINDS:
        raise SourceRefused("format-unsupported", format=_REFUSED_KINDS[marker])
    if marker in _TAKEN_FRAMES:
        damaged_unless(stream.frame is None)
        stream.frame = _read_frame(marker, body)
    elif marker == DQT:
        stream.tables.read_quant(body)
    elif marker == DHT:
        stream.tables.read_huffman(body)
    elif marker == DRI:
        stream.tables.read_restart(body)
    elif marker in _APPS or marker in (COM, DAC, DNL):
        stream.segments.append((marker, at, len(body)))
    else:
        damaged_unless(marker == SOS)


def _take_scan(stream: JpegStream, data: bytes, at: int, body: bytes) -> int:
    """Check the scan whose header is `body` and whose data begins at `at`; returns its end."""
    if stream.frame is None:
        raise SourceRefused("file-damaged")
    stream.scans += 1
    stream.first_scan = stream.first_scan or at
    if stream.scans > limits.JPEG_SCANS_MOST:
        raise SourceRefused("expands-too-much")
    if not stream.tables.codes and stream.frame.baseline:
        stream.tables.read_huffman(IMPLIED_TABLES)
        stream.implied = True
    header = read_header(body, stream.frame)
    note_progress(header, stream.tables)
    if not stream.frame.progressive:
        stream.coded.clear()
    stream.coded.append((at, header, stream.tables.copy()))
    end, surplus = check_data(data, at, stream.frame, header, stream.tables)
    stream.stray += surplus
    stream.surplus += surplus
    return end
