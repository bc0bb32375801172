"""Samples of a BMP with bit masks. Reads only layouts that Pillow does not.

Microsoft BITMAPV4HEADER (BI_BITFIELDS), and BI_ALPHABITFIELDS behind a header of 40 bytes. For
files that `pixelseal.core.source.examine` passed.
"""

import numpy as np
from pixelseal.core.base.arrays import Pixels
from pixelseal.core.pixels.picture import Picture
from pixelseal.core.source.bmp import read_header

_FULL = 255
_OPAQUE = 0
# Read by Pillow: (bits per pixel, masks of red, green, blue, and with 32 bits of alpha).
_BY_PILLOW = frozenset((
    (16, 0xF800, 0x7E0, 0x1F),
    (16, 0x7C00, 0x3E0, 0x1F),
    (32, 0, 0, 0, 0),
    (32, 0xFF0000, 0xFF00, 0xFF, 0),
    (32, 0xFF000000, 0xFF0000, 0xFF00, 0),
    (32, 0xFF000000, 0xFF00, 0xFF, 0),
    (32, 0xFF000000, 0xFF0000, 0xFF00, 0xFF),
    (32, 0xFF, 0xFF00, 0xFF0000, 0xFF000000),
    (32, 0xFF0000, 0xFF00, 0xFF, 0xFF000000),
    (32, 0xFF000000, 0xFF00, 0xFF, 0xFF0000),
))  # fmt: skip


def read_fields(untrusted_bmp: bytes) -> Picture | None:
    """The stored picture; None if Pillow reads it."""
    header = read_header(untrusted_bmp)
    *colours, alpha = header.masks
    known = (header.bits, *(colours if header.bits == 16 else header.masks))
    if not any(header.masks) or (known in _BY_PILLOW and header.read_by_all):
        return None
    stride = header.row_bytes // (header.bits // 8)
    stored = np.frombuffer(
        untrusted_bmp, f"<u{header.bits // 8}", stride * header.height, header.pixels_at
    ).reshape(header.height, stride)
    if not header.top_first:
        stored = stored[::-1]

    def rows(top: int, bottom: int) -> tuple[Pixels, Pixels | None]:
        band = stored[top:bottom, : header.width]
        samples = np.stack([_field(band, mask) for mask in colours], axis=2)
        return samples, None if alpha == _OPAQUE else _field(band, alpha)

    return Picture(header.width, header.height, "rgb", 8, rows)


def _field(
    stored: "np.ndarray[tuple[int, int], np.dtype[np.unsignedinteger]]", mask: int
) -> Pixels:
    """The bits of a mask as 0..255, rounded."""
    shift = (mask & -mask).bit_length() - 1
    most = mask >> shift
    values = stored.astype(np.uint64) >> np.uint64(shift) & np.uint64(most)
    scaled: Pixels = ((values * _FULL + most // 2) // most).astype(np.uint8)
    return scaled
