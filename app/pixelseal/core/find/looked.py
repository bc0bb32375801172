"""A picture to look at: parts of it, at the size that a network wants. Finds nothing.

Pillow resizes: in the page and on the command line it is the same release, and counts in whole
numbers, so that both look at the same pixels.
"""

import math

import numpy as np
from PIL import Image
from pixelseal.core.base.arrays import Pixels
from pixelseal.core.base.pixel_box import PixelBox
from pixelseal.core.find import parameters
from pixelseal.core.pixels.banded_raster import AnyRaster

_BAND_PIXELS = 1 << 22


class Looked:
    """A picture with 8 bits per sample. All boxes are in pixels of the whole, unreduced one."""

    def __init__(self, raster: AnyRaster) -> None:
        """Holds at most LOOKED_MOST pixels of the raster."""
        self.width, self.height = raster.width, raster.height
        raster = raster.in_eight_bits()
        pixels = self.width * self.height
        self._factor = math.ceil(math.sqrt(pixels / parameters.LOOKED_MOST))
        held = raster.held().pixels if self._factor == 1 else _reduced(raster, self._factor)
        self._image = Image.fromarray(held)

    @property
    def box(self) -> PixelBox:
        """All of it."""
        return PixelBox(0, 0, self.width, self.height)

    @property
    def finest(self) -> float:
        """Pixels of a part for one of the whole picture, where nothing is enlarged."""
        return 1 / self._factor

    def part(self, box: PixelBox, width: int, height: int) -> Pixels:
        """A box as (height, width, 3) sRGB: means where it is reduced, else linear in between."""
        wide, high = self._image.size
        left, right = (min(side / self._factor, wide) for side in (box.left, box.right))
        top, bottom = (min(side / self._factor, high) for side in (box.top, box.bottom))
        inner = (left, top, right, bottom)
        some = self._image.resize((width, height), Image.Resampling.BILINEAR, box=inner)
        return np.asarray(some.convert("RGB"))

    def gray(self) -> Pixels:
        """All of it as (H, W) luma (ITU-R BT.601), reduced as it is held."""
        return np.asarray(self._image.convert("L"))


def fitted(box: PixelBox, longest: int, enlarged: float = 1.0) -> tuple[int, int]:
    """Width and height of a box so that its longer side has at most `longest` pixels.

    It is enlarged at most so many times; both are at least 1.
    """
    width, height = box.right - box.left, box.bottom - box.top
    scale = min(enlarged, longest / max(width, height))
    return max(1, round(width * scale)), max(1, round(height * scale))


def padded(pixels: Pixels, step: int = parameters.SIDE_STEP) -> Pixels:
    """The same with black below and to the right, so that both sides are multiples of `step`."""
    height, width = pixels.shape[:2]
    rows, columns = -height % step, -width % step
    return np.pad(pixels, ((0, rows), (0, columns), (0, 0)))


def _reduced(raster: AnyRaster, factor: int) -> Pixels:
    """Means of `factor` by `factor` pixels, in bands."""
    step = max(1, _BAND_PIXELS // (raster.width * factor)) * factor
    bands = []
    for top in range(0, raster.height, step):
        band = raster.part(PixelBox(0, top, raster.width, min(top + step, raster.height)))
        bands.append(np.asarray(Image.fromarray(np.ascontiguousarray(band)).reduce(factor)))
    return np.concatenate(bands)
