"""Pixels to TIFF bytes: one page or several, Deflate, only baseline tags.

Written here and not by libtiff, so that every byte but the pixels is determined, and for 16-bit
colour. Layout: header, then for each page the directory, its longer values in tag order, the
strips; nothing between but a zero byte where the next directory would start at an odd offset.
TIFF 6.0 sections 2 to 8 and 14; Deflate: Adobe's TIFF technical notes of 2002.
"""

import io
import struct
import zlib
from collections.abc import Iterable

from pixelseal.core.base.arrays import Pixels
from pixelseal.core.base.pixel_box import PixelBox
from pixelseal.core.encode.preallocate import preallocate
from pixelseal.core.pixels.banded_raster import AnyRaster

_STRIP_BYTES = 1 << 20  # uncompressed: long enough to compress well, short enough to hold twice
_DEFLATE_LEVEL = 3  # 2 megapixels in wasm: level 1 0.09 s 1.87 MB, 3 0.17 s 1.71, 6 0.55 s 1.53
_HEADER_BYTES = 8
_SHORT, _LONG, _RATIONAL = 3, 4, 5
_SIZES = {_SHORT: 2, _LONG: 4, _RATIONAL: 8}


def write_tiff(raster: AnyRaster) -> bytes:
    """A little-endian TIFF of these pixels; the caller has made sure that offsets fit 32 bits."""
    return write_tiff_pages([raster], 1)


def write_tiff_pages(rasters: Iterable[AnyRaster], count: int) -> bytes:
    """A TIFF of `count` pages in order, which are requested one by one and not held."""
    file = io.BytesIO()
    file.write(struct.pack("<2sHI", b"II", 42, _HEADER_BYTES))
    for number, raster in enumerate(rasters, 1):
        if number == 1:
            raw = raster.width * raster.height * (1 if raster.gray else 3) * raster.bits // 8
            preallocate(file, raw * 8 // 9)  # enough for a picture that compresses badly
        _page(file, raster, number < count)
    file.truncate()
    return file.getvalue()


def _page(file: io.BytesIO, raster: AnyRaster, more: bool) -> None:
    """Write one page at the current position; with `more` it links to a next one after it."""
    start = file.tell()
    samples = 1 if raster.gray else 3
    row_bytes = raster.width * samples * raster.bits // 8
    rows = min(max(_STRIP_BYTES // row_bytes, 1), raster.height)
    tops = range(0, raster.height, rows)
    tags: list[tuple[int, int, list[int]]] = [
        (256, _LONG, [raster.width]),
        (257, _LONG, [raster.height]),
        (258, _SHORT, [raster.bits] * samples),
        (259, _SHORT, [8]),  # Compression: Deflate
        (262, _SHORT, [1 if raster.gray else 2]),  # black is zero, or RGB
        (273, _LONG, [0] * len(tops)),  # StripOffsets, known below
        (277, _SHORT, [samples]),
        (278, _LONG, [rows]),
        (279, _LONG, [0] * len(tops)),  # StripByteCounts, known below
        (282, _RATIONAL, [1, 1]),  # resolution: required by the baseline; 1 by 1, without a unit
        (283, _RATIONAL, [1, 1]),
        (284, _SHORT, [1]),  # samples of a pixel are contiguous
        (296, _SHORT, [1]),
        (317, _SHORT, [2]),  # horizontal differencing
    ]
    offsets, counts = tags[5][2], tags[8][2]
    file.seek(start + len(_head(tags, start, 0)))
    for number, top in enumerate(tops):
        bottom = min(top + rows, raster.height)
        strip = raster.part(PixelBox(0, top, raster.width, bottom))
        offsets[number] = file.tell()
        counts[number] = file.write(zlib.compress(_differenced(strip), _DEFLATE_LEVEL))
    following = 0
    if more:
        file.write(bytes(file.tell() % 2))  # section 2: a directory begins on a word boundary
        following = file.tell()
    end = file.tell()
    file.seek(start)
    file.write(_head(tags, start, following))
    file.seek(end)


def _differenced(rows: Pixels) -> bytes:
    """Each sample less the one to its left (TIFF 6.0, section 14), little-endian."""
    differences = rows.copy()
    differences[:, 1:] -= rows[:, :-1]
    return differences.astype(differences.dtype.newbyteorder("<"), copy=False).tobytes()


def _head(tags: list[tuple[int, int, list[int]]], start: int, following: int) -> bytes:
    """The directory at `start`, the values that do not fit into it, and the next one's offset."""
    after = start + 2 + 12 * len(tags) + 4
    directory, values = [struct.pack("<H", len(tags))], b""
    for tag, kind, numbers in tags:
        data = b"".join(struct.pack("<H" if kind == _SHORT else "<I", n) for n in numbers)
        count = len(data) // _SIZES[kind]
        if len(data) <= 4:
            field = data.ljust(4, b"\0")
        else:
            field = struct.pack("<I", after + len(values))
            values += data
        directory.append(struct.pack("<HHI", tag, kind, count) + field)
    return b"".join([*directory, struct.pack("<I", following), values])
