"""The pixels of one upright picture. Knows nothing of file formats or regions."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from pixelseal.core.base.arrays import Pixels
from pixelseal.core.base.pixel_box import PixelBox
from pixelseal.core.masks.runs import Runs, bands, boxes

# The new pixels of a box: as many as it has, or one for all.
Make = Callable[[PixelBox], Pixels]
PAINTED = 1 << 18  # pixels made at a time: a blur needs 64 bits per sample and several arrays


@dataclass(frozen=True)
class Raster:
    """Upright, opaque pixels: grey (H, W) or sRGB (H, W, 3), uint8 or uint16.

    `colours` is how they became sRGB: an outcome of `pixelseal.core.icc.convert`, or ''.
    """

    pixels: Pixels
    colours: str = ""

    def __post_init__(self) -> None:
        shape, dtype = self.pixels.shape, self.pixels.dtype
        if len(shape) not in (2, 3) or shape[2:] not in ((), (3,)) or 0 in shape:
            raise ValueError("not a gray or RGB raster")
        if dtype not in (np.dtype(np.uint8), np.dtype(np.uint16)):
            raise ValueError("not 8 or 16 bits per sample")

    @property
    def width(self) -> int:
        """Columns."""
        return int(self.pixels.shape[1])

    @property
    def height(self) -> int:
        """Rows."""
        return int(self.pixels.shape[0])

    @property
    def gray(self) -> bool:
        """True where a pixel is one sample."""
        return self.pixels.ndim == 2

    @property
    def bits(self) -> int:
        """Bits per sample, 8 or 16."""
        return self.pixels.dtype.itemsize * 8

    def part(self, box: PixelBox) -> Pixels:
        """The pixels of a box, as a view."""
        return self.pixels[box.top : box.bottom, box.left : box.right]

    def paint(self, runs: Runs, make: Make) -> None:
        """Overwrite each box of the runs with what `make` gives for bands of it."""
        for box in boxes(runs):
            for band in bands(box, PAINTED):
                self.part(band)[...] = make(band)

    def held(self) -> "Raster":
        """The same picture with all pixels in one array."""
        return self

    def cropped(self, box: PixelBox) -> "Raster":
        """The box as a picture."""
        return Raster(np.ascontiguousarray(self.part(box)), self.colours)

    def in_eight_bits(self) -> "Raster":
        """The same picture with 8 bits per sample, 0..65535 scaled to 0..255 and rounded."""
        if self.bits == 8:
            return self
        narrow = np.empty(self.pixels.shape, np.uint8)
        for row in range(self.height):  # row by row: no 32-bit copy of the whole picture
            narrow[row] = eight_bits(self.pixels[row])
        return Raster(narrow, self.colours)

    def in_colour(self) -> "Raster":
        """The same picture with three samples per pixel."""
        if not self.gray:
            return self
        return Raster(np.repeat(self.pixels[:, :, np.newaxis], 3, axis=2), self.colours)


def eight_bits(samples: Pixels) -> Pixels:
    """Samples of 0..65535 scaled to 0..255 and rounded."""
    return ((samples.astype(np.uint32) + 128) // 257).astype(np.uint8)
