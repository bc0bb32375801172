"""What was painted, told to those who check it. Paints nothing."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from pixelseal.core.base.pixel_box import PixelBox
from pixelseal.core.cover.cells import Cells, Colour
from pixelseal.core.masks import Runs
from pixelseal.core.masks.spans import Integers


class Painted(NamedTuple):
    """Boxes of the finished picture, later ones over earlier ones, and what each holds.

    That is one of `paints`, a colour or what runs between cells: the one with its number.
    """

    runs: Runs
    paints: Sequence[Colour | Cells]
    numbers: Integers

    def cropped(self, crop: PixelBox) -> "Painted":
        """What of it lies in the crop, counted from its corner."""
        low, high = np.array(crop[:2] * 2, np.int32), np.array(crop[2:] * 2, np.int32)
        runs = np.clip(self.runs, low, high) - low
        some = (runs[:, 0] < runs[:, 2]) & (runs[:, 1] < runs[:, 3])
        paints = [
            paint._replace(left=paint.left - crop.left, top=paint.top - crop.top)
            if isinstance(paint, Cells)
            else paint
            for paint in self.paints
        ]
        return Painted(runs[some], paints, self.numbers[some])
