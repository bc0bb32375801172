"""Colour with 16 bits a sample to PNG bytes: IHDR, IDAT, IEND and no other chunk.

Written here because Pillow has no such image. PNG, third edition (W3C), sections 5, 9 and 12.7:
each row gets the filter whose bytes, taken as signed, have the smallest sum.
"""

import struct
import zlib
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from app.core.raster import Pixels, Raster

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_DEPTH, _RGB = 16, 2
_PIXEL_BYTES = 6
_SUB, _UP, _PAETH = 1, 2, 4
_LEVEL, _WINDOW_BITS, _MEMORY = 6, 15, 9
_BAND_BYTES = 1 << 20  # filtered at a time: some ten copies of a band are held

_Bytes = NDArray[np.uint8]

_CHUNK_BYTES = 1 << 16  # as Pillow has it; one length for all, so that lengths tell nothing


def write_wide_png(raster: Raster) -> bytes:
    """A PNG of 16-bit RGB pixels."""
    header = struct.pack(">IIBBBBB", raster.width, raster.height, _DEPTH, _RGB, 0, 0, 0)
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, _WINDOW_BITS, _MEMORY, zlib.Z_RLE)
    rows = [packer.compress(band) for band in _filtered(raster.pixels)]
    rows.append(packer.flush())
    data = b"".join(rows)
    parts = range(0, len(data), _CHUNK_BYTES)
    chunks = [_chunk(b"IDAT", data[at : at + _CHUNK_BYTES]) for at in parts]
    return b"".join([_SIGNATURE, _chunk(b"IHDR", header), *chunks, _chunk(b"IEND", b"")])


def _chunk(name: bytes, data: bytes) -> bytes:
    checksum = zlib.crc32(data, zlib.crc32(name))
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", checksum)


def _filtered(pixels: Pixels) -> Iterator[bytes]:
    """Bands of rows, each row with its filter's number before it."""
    height, width = pixels.shape[:2]
    row_bytes = width * _PIXEL_BYTES
    step = max(1, _BAND_BYTES // row_bytes)
    above = np.zeros((1, row_bytes), np.uint8)
    for top in range(0, height, step):
        rows = pixels[top : top + step].astype(">u2").view(np.uint8).reshape(-1, row_bytes)
        yield _band(rows, np.concatenate([above, rows[:-1]]))
        above = rows[-1:]


def _band(rows: _Bytes, above: _Bytes) -> bytes:
    left, corner = _one_pixel_left(rows), _one_pixel_left(above)
    filters = {_SUB: rows - left, _UP: rows - above, _PAETH: rows - _paeth(left, above, corner)}
    kinds = np.array(list(filters), np.uint8)
    all_rows = np.stack(list(filters.values()))
    # 128..255 stand for -128..-1.
    sizes = np.minimum(all_rows, np.negative(all_rows)).sum(axis=2, dtype=np.uint64)
    best = sizes.argmin(axis=0)
    lines = np.empty((len(rows), 1 + rows.shape[1]), np.uint8)
    lines[:, 0] = kinds[best]
    lines[:, 1:] = all_rows[best, np.arange(len(rows))]
    return lines.tobytes()


def _one_pixel_left(rows: _Bytes) -> _Bytes:
    shifted = np.zeros_like(rows)
    shifted[:, _PIXEL_BYTES:] = rows[:, :-_PIXEL_BYTES]
    return shifted


def _paeth(left: _Bytes, above: _Bytes, corner: _Bytes) -> _Bytes:
    """Of the three the one nearest to left + above - corner (PNG section 9.4)."""
    a, b, c = (part.astype(np.int16) for part in (left, above, corner))
    by_left, by_above, by_corner = np.abs(b - c), np.abs(a - c), np.abs(a + b - 2 * c)
    nearest = np.where(by_above <= by_corner, above, corner)
    return np.where((by_left <= by_above) & (by_left <= by_corner), left, nearest)
