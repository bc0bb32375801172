"""What was painted, for the audit. Paints nothing."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from pixelseal.core.base.pixel_box import PixelBox
from pixelseal.core.cover.cells import Cells, Colour
from pixelseal.core.masks import Runs
from pixelseal.core.masks.spans import Integers


class Painted(NamedTuple):
    """Boxes of the output, later ones over earlier ones, and what each holds.

    The content is an index into `paints`: a colour, or a gradient between cells.
    """

    runs: Runs
    paints: Sequence[Colour | Cells]
    numbers: Integers

    def cropped(self, crop: PixelBox) -> "Painted":
        """The part that lies in the crop, relative to its corner."""
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
