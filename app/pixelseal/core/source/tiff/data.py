"""Checks that every strip and tile of a TIFF page holds the picture data that it declares.

Pillow 12.2 can return uninitialised memory as pixels for a strip that ends early (GHSA-q45j-58j2),
so each coding is followed far enough to count its decoded bytes: TIFF 6.0 sections 9 (PackBits),
10-11 (CCITT), 13 (LZW), Technical Note 2 (JPEG), Adobe's note on Deflate. Keeps no pixel.
"""

from collections.abc import Iterator
from typing import NamedTuple

from pixelseal.core.base import limits
from pixelseal.core.base.errors import SourceRefused
from pixelseal.core.source.coding.fax import FaxCounter
from pixelseal.core.source.coding.lzw import LzwCounter
from pixelseal.core.source.facts import tiff_layout as kinds
from pixelseal.core.source.facts.bounds import damaged_unless, inflated_length
from pixelseal.core.source.facts.tiff_layout import TiffLayout
from pixelseal.core.source.jpeg.frame import JpegStream, read_stream
from pixelseal.core.source.jpeg.scan import FrameHeader

FAX = (kinds.FAX_RUNS, kinds.FAX_3, kinds.FAX_4)
_REVERSED = bytes(int(f"{value:08b}"[::-1], 2) for value in range(256))


class Checked(NamedTuple):
    """The result of checking the strips or tiles of a page.

    `frame` is the JPEG frame of the first if they are JPEG streams; `missing` are incomplete rows
    at the end of a fax.
    """

    frame: FrameHeader | None
    missing: int


def check_data(data: bytes, page: TiffLayout) -> Checked:
    """Check all strips or tiles.

    Raises SourceRefused: tiff-short-strips, file-truncated, file-damaged, expands-too-much, and
    what `jpeg.frame.read_stream` raises.
    """
    tables = read_stream(page.jpeg_tables) if page.jpeg_tables else None
    lzw = LzwCounter(high_bit_first=True, literal_bits=8) if page.compression == kinds.LZW else None
    ends = (offset + count for offset, count in zip(page.offsets, page.counts, strict=True))
    if max(ends) > len(data):
        raise SourceRefused("file-truncated")
    # Blank tiles may share their bytes; too many overlapping strips would only waste time.
    if sum(page.counts) > limits.STRIP_SHARING_MOST * len(data):
        raise SourceRefused("expands-too-much")
    first: FrameHeader | None = None
    missing = 0
    for (columns, rows), offset, count in zip(_sizes(page), page.offsets, page.counts, strict=True):
        if missing:  # in a strip that is not the last
            raise SourceRefused("tiff-short-strips")
        needed = rows * -(-columns * page.samples_per_plane * page.bits // 8)
        if page.compression == kinds.NONE:  # and no copy of what may be hundreds of megabytes
            if count < needed:
                raise SourceRefused("tiff-short-strips")
            continue
        piece = data[offset : offset + count]
        if page.compression == kinds.JPEG:
            frame = _check_jpeg(piece, tables, page, columns, rows)
            first = first or frame
            continue
        if page.field(kinds.FILL_ORDER, 1) == 2:
            piece = piece.translate(_REVERSED)
        if page.compression in FAX:
            missing = _missing_rows(piece, page, columns, rows)
            continue
        if _decoded_length(piece, needed, page, lzw) < needed:
            raise SourceRefused("tiff-short-strips")
    return Checked(first, missing)


def _missing_rows(piece: bytes, page: TiffLayout, columns: int, rows: int) -> int:
    """Incomplete rows at the end of a strip; raises if there are more than a few.

    Fax software states the announced height, and ends with the rows that arrived.
    """
    counter = FaxCounter(piece, columns)
    whole = counter.whole_rows(rows, page.compression, page.field(kinds.T4_OPTIONS, 0))
    missing = rows - whole
    few = max(1, page.height // limits.FAX_ROWS_A_MISSING_ONE)
    if missing and (not whole or missing > few or page.channels != "gray"):
        raise SourceRefused("tiff-short-strips")
    return missing


def _sizes(page: TiffLayout) -> Iterator[tuple[int, int]]:
    """(columns, rows) of each strip or tile in file order; the last strip may be lower."""
    columns, rows = page.segment
    across, down = -(-page.width // columns), -(-page.height // rows)
    for _ in range(page.planes):
        for row in range(down):
            height = rows if page.tiled else min(rows, page.height - row * rows)
            for _ in range(across):
                yield columns, height


def _decoded_length(piece: bytes, needed: int, page: TiffLayout, lzw: LzwCounter | None) -> int:
    """Decoded bytes of a strip or tile, counted up to at least `needed` if it has them."""
    if page.compression == kinds.PACKBITS:
        return packbits_length(piece, needed)
    if page.compression in kinds.DEFLATES:
        try:
            return inflated_length([piece], needed)[0]
        except SourceRefused as refused:
            if refused.code != "file-truncated":
                raise
            return 0
    if lzw is None:
        return 0  # of an unsupported coding
    if piece[:1] == b"\x00" and len(piece) > 1 and piece[1] & 1:
        raise SourceRefused("format-unsupported", format="tiff-old-lzw")
    # Section 13: the first code is a clear code, 256 in nine bits.
    damaged_unless(piece[:1] == b"\x80" and len(piece) > 1 and piece[1] < 0x80)
    return lzw.decoded_length(piece, needed)


def packbits_length(untrusted: bytes, needed: int) -> int:
    """Bytes that a PackBits stream decodes to, counted up to at least `needed` (section 9)."""
    at = total = 0
    size = len(untrusted)
    while at < size and total < needed:
        head = untrusted[at]
        if head < 128:
            available = min(head + 1, size - at - 1)
            total += available
            at += 1 + available
        else:
            if head > 128 and at + 1 < size:
                total += 257 - head
            at += 1 if head == 128 else 2
    return total


def _check_jpeg(
    piece: bytes, tables: JpegStream | None, page: TiffLayout, columns: int, rows: int
) -> FrameHeader:
    """Check one strip or tile that is a JPEG stream; returns its frame."""
    stream = read_stream(piece, tables=tables.tables if tables else None)
    frame = stream.frame
    if frame is None or frame.width != columns:
        raise SourceRefused("tiff-short-strips")
    if frame.height < rows or (page.tiled and frame.height != rows):
        raise SourceRefused("tiff-short-strips")
    damaged_unless(len(frame.components) == page.samples_per_plane)
    return frame
