"""Pixels to PNG bytes, band by band: IHDR, IDAT, IEND and no other chunk.

Written here because Pillow has no images with 16-bit colour, and must hold an entire image. PNG,
third edition (W3C), sections 5, 9 and 12.7: each row gets the filter with the smallest sum of
absolute differences.
"""

import io
import struct
import zlib
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from pixelseal.core.base.pixel_box import PixelBox
from pixelseal.core.base.png_chunk import png_chunk
from pixelseal.core.encode.preallocate import preallocate
from pixelseal.core.pixels.banded_raster import AnyRaster

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_GRAY, _RGB = 0, 2
_SUB, _UP, _PAETH = 1, 2, 4
_LEVEL, _WINDOW_BITS, _MEMORY = 6, 15, 9
_BAND_BYTES = 1 << 20  # filtered at a time: about ten copies of a band are held

_Bytes = NDArray[np.uint8]

_CHUNK_BYTES = 1 << 16  # as in Pillow; one length for all, so that lengths reveal nothing


def write_png(raster: AnyRaster) -> bytes:
    """A PNG of these pixels."""
    kind = _GRAY if raster.gray else _RGB
    header = struct.pack(">IIBBBBB", raster.width, raster.height, raster.bits, kind, 0, 0, 0)
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, _WINDOW_BITS, _MEMORY, zlib.Z_RLE)
    file = io.BytesIO()  # its bytes are passed on; joining parts would hold them twice
    file.write(_SIGNATURE + png_chunk(b"IHDR", header))
    pixel_bytes = (1 if raster.gray else 3) * raster.bits // 8
    preallocate(file, raster.width * raster.height * pixel_bytes // 2)  # what a photo needs
    held = b""
    for band in _filtered(raster):
        held += packer.compress(band)
        whole = len(held) // _CHUNK_BYTES * _CHUNK_BYTES
        for at in range(0, whole, _CHUNK_BYTES):
            file.write(png_chunk(b"IDAT", held[at : at + _CHUNK_BYTES]))
        held = held[whole:]
    held += packer.flush()
    for at in range(0, len(held), _CHUNK_BYTES):
        file.write(png_chunk(b"IDAT", held[at : at + _CHUNK_BYTES]))
    file.write(png_chunk(b"IEND", b""))
    file.truncate()
    return file.getvalue()


def _filtered(raster: AnyRaster) -> Iterator[bytes]:
    """Bands of rows, each row with its filter's number before it."""
    pixel_bytes = (1 if raster.gray else 3) * raster.bits // 8
    row_bytes = raster.width * pixel_bytes
    step = max(1, _BAND_BYTES // row_bytes)
    above = np.zeros((1, row_bytes), np.uint8)
    for top in range(0, raster.height, step):
        bottom = min(top + step, raster.height)
        rows = np.ascontiguousarray(raster.part(PixelBox(0, top, raster.width, bottom)))
        if raster.bits == 16:
            rows = rows.astype(">u2")
        rows = rows.view(np.uint8).reshape(-1, row_bytes)
        yield _band(rows, np.concatenate([above, rows[:-1]]), pixel_bytes)
        above = rows[-1:]


def _band(rows: _Bytes, above: _Bytes, pixel_bytes: int) -> bytes:
    left, corner = _one_pixel_left(rows, pixel_bytes), _one_pixel_left(above, pixel_bytes)
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


def _one_pixel_left(rows: _Bytes, pixel_bytes: int) -> _Bytes:
    shifted = np.zeros_like(rows)
    shifted[:, pixel_bytes:] = rows[:, :-pixel_bytes]
    return shifted


def _paeth(left: _Bytes, above: _Bytes, corner: _Bytes) -> _Bytes:
    """Whichever of the three is nearest to left + above - corner (PNG section 9.4)."""
    a, b, c = (part.astype(np.int16) for part in (left, above, corner))
    by_left, by_above, by_corner = np.abs(b - c), np.abs(a - c), np.abs(a + b - 2 * c)
    nearest = np.where(by_above <= by_corner, above, corner)
    return np.where((by_left <= by_above) & (by_left <= by_corner), left, nearest)
