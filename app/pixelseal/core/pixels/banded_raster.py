"""A picture too large to be held twice: its pixels are made when asked for. Reads no file.

It is used like a `Raster`. What is painted on it is recorded, and applied whenever pixels are made;
what was there before can no longer be obtained.
"""

from collections.abc import Callable

import numpy as np
from pixelseal.core.base.arrays import Pixels
from pixelseal.core.base.pixel_box import PixelBox
from pixelseal.core.masks.runs import Runs, bands, box_of, boxes, clipped
from pixelseal.core.pixels.raster import PAINTED, Make, Raster, eight_bits

_BAND_PIXELS = 1 << 20  # made at a time where all are wanted

Read = Callable[[PixelBox], Pixels]


class BandedRaster:
    """Upright, opaque pixels as in `Raster`; `read` makes those of a box."""

    def __init__(
        self, width: int, height: int, gray: bool, bits: int, colours: str, read: Read
    ) -> None:
        self.width, self.height, self.gray, self.bits = width, height, gray, bits
        self.colours = colours
        self._read = read
        self._painted: list[tuple[Runs, Make]] = []
        self._frames: list[PixelBox] = []

    def part(self, box: PixelBox) -> Pixels:
        """The pixels of a box, in an array of their own."""
        pixels = np.array(self._read(box))
        frames = np.array(self._frames, np.int32).reshape(-1, 4)
        meeting = (frames[:, :2] < box[2:]).all(axis=1) & (frames[:, 2:] > box[:2]).all(axis=1)
        for runs, make in (self._painted[number] for number in np.flatnonzero(meeting).tolist()):
            for inner in boxes(clipped(runs, box)):
                for band in bands(inner, PAINTED):
                    rows = slice(band.top - box.top, band.bottom - box.top)
                    pixels[rows, band.left - box.left : band.right - box.left] = make(band)
        return pixels

    def paint(self, runs: Runs, make: Make) -> None:
        """Overwrite each box of the runs with what `make` gives for parts of it."""
        if len(runs):
            self._painted.append((runs, make))
            self._frames.append(box_of(runs))

    def cropped(self, box: PixelBox) -> "BandedRaster":
        """The box as a picture."""

        def read(part: PixelBox) -> Pixels:
            return self.part(
                PixelBox(
                    part.left + box.left,
                    part.top + box.top,
                    part.right + box.left,
                    part.bottom + box.top,
                )
            )

        size = (box.right - box.left, box.bottom - box.top)
        return BandedRaster(*size, self.gray, self.bits, self.colours, read)

    def in_eight_bits(self) -> "BandedRaster":
        """The same picture with 8 bits per sample, 0..65535 scaled to 0..255 and rounded."""
        if self.bits == 8:
            return self
        return self._with(self.gray, 8, lambda box: eight_bits(self.part(box)))

    def in_colour(self) -> "BandedRaster":
        """The same picture with three samples per pixel."""
        if not self.gray:
            return self
        return self._with(
            False, self.bits, lambda box: np.repeat(self.part(box)[:, :, np.newaxis], 3, axis=2)
        )

    def _with(self, gray: bool, bits: int, read: Read) -> "BandedRaster":
        return BandedRaster(self.width, self.height, gray, bits, self.colours, read)

    def held(self) -> Raster:
        """The same picture with all pixels in one array."""
        shape = (self.height, self.width) if self.gray else (self.height, self.width, 3)
        pixels = np.empty(shape, np.uint8 if self.bits == 8 else np.uint16)
        step = max(1, _BAND_PIXELS // self.width)
        for top in range(0, self.height, step):
            bottom = min(top + step, self.height)
            pixels[top:bottom] = self.part(PixelBox(0, top, self.width, bottom))
        return Raster(pixels, self.colours)


AnyRaster = Raster | BandedRaster
