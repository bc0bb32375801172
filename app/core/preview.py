"""A picture for the screen where the browser's own decoder would show it wrong. Never an output."""

from typing import NamedTuple

import numpy as np

from app.core.encode import Coding, encode
from app.core.raster import Pixels, Raster

LONGEST_SIDE = 4096  # pixels; what every browser draws without scaling down by itself


class Preview(NamedTuple):
    """PNG bytes, and how many of its pixels make one pixel of the image (1.0, 0.5, 0.333 ...)."""

    png: bytes
    scale: float


def preview_of(raster: Raster) -> Preview:
    """The whole upright picture with 8 bits a sample, shrunk by a whole number if it is large."""
    raster = raster.in_eight_bits()
    factor = -(-max(raster.width, raster.height) // LONGEST_SIDE)
    if factor > 1:
        raster = Raster(_shrunk(raster.pixels, factor))
    return Preview(encode(raster, Coding("png", 0, "")), 1 / factor)


def _shrunk(pixels: Pixels, factor: int) -> Pixels:
    """Means of `factor` by `factor` pixels; the last row and column may stand for fewer."""
    rows = np.arange(0, pixels.shape[0], factor)
    columns = np.arange(0, pixels.shape[1], factor)
    small = np.empty((len(rows), len(columns), *pixels.shape[2:]), np.uint8)
    across = np.minimum(factor, pixels.shape[1] - columns)
    for index, row in enumerate(rows):
        band = pixels[row : row + factor]
        sums = np.add.reduceat(band.sum(axis=0, dtype=np.uint32), columns, axis=0)
        counts = across * len(band)
        small[index] = sums // (counts[:, np.newaxis] if pixels.ndim == 3 else counts)
    return small
