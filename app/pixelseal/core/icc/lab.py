"""Pictures in CIELAB, as TIFF holds them, to sRGB. Reads no file and no profile.

TIFF 6.0, section 23 (PhotometricInterpretation 8, CIELab) and Adobe's supplement (9, ICCLab).
CIELAB is relative to its white point, so white becomes white, whichever the file meant.
"""

import numpy as np
from pixelseal.core.icc.connection_space import Codes, Plane, fetch
from pixelseal.core.icc.convert import encode
from pixelseal.core.icc.lut import lab_to_linear
from pixelseal.core.icc.power import Floats

# How a* and b* are encoded. 'offset': ICCLab (9). 'signed': CIELab (8), as it is in the file
# and as Pillow's `tobytes` hands it on.
ENCODINGS = ("offset", "signed")
_STRIP_PIXELS = 1 << 14


def lab_to_srgb(pixels: Codes, encoding: str, out: Codes | None = None) -> Codes:
    """CIELAB (H, W, 3), uint8 or uint16, to sRGB of the same depth, clipped.

    8 bits: L* = 100 is 255; a* = 0 is 128 ('offset') or 0 ('signed', two's complement).
    16 bits: L* = 100 is 0xFF00 and a* = 0 is 0x8000 ('offset'); 0xFFFF and 0 ('signed'); a step
    of a* is 256. `out` may be `pixels` itself. ValueError: samples of another kind.
    """
    if pixels.dtype not in (np.uint8, np.uint16) or pixels.shape[2:] != (3,):
        raise ValueError("not three samples of 8 or 16 bits")
    if encoding not in ENCODINGS:
        raise ValueError("not an encoding of CIELAB")
    bits = pixels.dtype.itemsize * 8
    lightness, opponent = _tables(bits, encoding == "signed")
    a, b = (opponent / 500).astype(np.float32), (opponent / 200).astype(np.float32)
    functions: Plane = ((lightness + 16) / 116).astype(np.float32)
    if out is None:
        out = np.empty_like(pixels)
    rows = max(1, _STRIP_PIXELS // max(1, pixels.shape[1]))
    for top in range(0, pixels.shape[0], rows):
        strip = pixels[top : top + rows]
        first, second, third = (strip[:, :, channel] for channel in range(3))
        planes = lab_to_linear(fetch(functions, first), fetch(a, second), fetch(b, third))
        for channel, plane in enumerate(planes):
            out[top : top + rows, :, channel] = encode(plane, 0.0, bits)
    return out


def _tables(bits: int, signed: bool) -> tuple[Floats, Floats]:
    """L* and a* (or b*) by code."""
    codes = np.arange(1 << bits, dtype=np.float64)
    unit = 1.0 if bits == 8 else 256.0
    if signed:
        half = 1 << (bits - 1)
        lightness = codes * (100 / ((1 << bits) - 1))
        return lightness, np.where(codes < half, codes, codes - 2 * half) / unit
    return np.minimum(codes / (unit * 2.55), 100.0), codes / unit - 128
