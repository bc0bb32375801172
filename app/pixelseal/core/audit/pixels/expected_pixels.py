"""What the covered pixels of a band must hold, from plain numbers. Compares nothing.

Shares no code with what painted them: boxes are overlaid again from scratch, and a ramp's colour is
computed from the four cells around each pixel (docs/regions.md, 4).
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from pixelseal.core.audit.facts.expected import Colour, Covered, CoveredEach, Ramp
from pixelseal.core.audit.pixels.overlaid import Labels, topmost
from pixelseal.core.audit.pixels.ramps import Ramps

Window = tuple[int, int, int, int]
Planes = NDArray[np.int16]


class ExpectedPixels:
    """The covers of one picture of (height, width) pixels; later ones lie over earlier ones.

    `palette` has the colour (3) of each paint; `ramps` the index among all ramps for each ramp, and
    -1 for each colour. Both end with a row for uncovered pixels.
    """

    def __init__(self, covers: tuple[Covered | CoveredEach, ...], size: tuple[int, int]) -> None:
        self.height, self.width = size
        rows = [cover.rows() for cover in covers]
        # Each paint once: mosaics of a whole picture have few colours.
        plain = [[_plain(paint) for paint in paints] for _boxes, paints, _which in rows]
        self.paints = list(dict.fromkeys(paint for paints in plain for paint in paints))
        places = {paint: number for number, paint in enumerate(self.paints)}
        self.palette, self.ramps = _palette(self.paints)
        self._ramps = Ramps([p for p in self.paints if isinstance(p, Ramp)])
        numbers = [
            np.array([places[paint] for paint in paints], np.int32)[which]
            for paints, (_boxes, _paints, which) in zip(plain, rows, strict=True)
        ]
        self._boxes = np.concatenate([np.empty((0, 4), np.int32), *(row[0] for row in rows)])
        self._numbers = np.concatenate([np.empty(0, np.int32), *numbers])

    @property
    def coloured(self) -> bool:
        """True if a grey picture cannot hold the paint."""
        rows = [p.rows if isinstance(p, Ramp) else ((p,),) for p in self.paints]
        return any(len(set(colour)) > 1 for row in rows for cells in row for colour in cells)

    def touched(self, top: int, bottom: int) -> Window | None:
        """The bounding box of what is covered in these rows, if anything is."""
        left, upper, right, lower = self._boxes.T
        some = (upper < bottom) & (lower > top) & (left < right)
        if not some.any():
            return None
        rows = max(top, int(upper[some].min())), min(bottom, int(lower[some].max()))
        return int(left[some].min()), rows[0], int(right[some].max()), rows[1]

    def labels(self, window: Window) -> Labels:
        """The number of the paint of every pixel of the window, -1 where none.

        The window may reach beyond the picture: its last row and column continue there, because an
        encoder repeats them.
        """
        x0, y0, x1, y1 = self._within(window)
        left, top, right, bottom = self._boxes.T
        some = (left < x1) & (right > x0) & (top < y1) & (bottom > y0)
        corner = np.array([x0, y0] * 2, np.int32)
        end = np.array([x1 - x0, y1 - y0] * 2, np.int32)
        boxes = np.clip(self._boxes[some] - corner, 0, end)
        labels = topmost(boxes, self._numbers[some], (y1 - y0, x1 - x0))
        return self._going_on(labels, window)

    def colours(self, labels: Labels, window: Window) -> Planes:
        """The 8-bit colours (3, H, W) of the labelled pixels of the window; 0 where none is."""
        x0, y0, x1, y1 = self._within(window)
        inner = labels[y0 - window[1] : y1 - window[1], x0 - window[0] : x1 - window[0]]
        found = np.stack([column[inner] for column in self.palette.T])
        if self._ramps.count:
            self._ramps.lay(self.ramps[inner], (x0, y0), found)
        return self._going_on(found, window)

    def _within(self, window: Window) -> Window:
        left, top, right, bottom = window
        return max(left, 0), max(top, 0), min(right, self.width), min(bottom, self.height)

    def _going_on(self, values: NDArray[Any], window: Window) -> NDArray[Any]:
        """Rows and columns of the window's part of the picture, repeated to the window's edges."""
        inner = self._within(window)
        more = [abs(a - b) for a, b in zip(inner, window, strict=True)]
        if not any(more):
            return values
        planes = [(0, 0)] * (values.ndim - 2)
        return np.pad(values, [*planes, (more[1], more[3]), (more[0], more[2])], "edge")


def _plain(paint: Colour | Ramp) -> Colour | Ramp:
    """The paint; a ramp between cells that are all alike is a colour."""
    if isinstance(paint, Ramp):
        colours = {colour for row in paint.rows for colour in row}
        return colours.pop() if len(colours) == 1 else paint
    return paint


def _palette(paints: list[Colour | Ramp]) -> tuple[Planes, NDArray[np.int32]]:
    """The colour of each paint, and the place of each ramp among them; then those of no paint.

    A ramp has no single colour, and a colour has the index -1. The label -1 finds the last row.
    """
    colours = np.zeros((len(paints) + 1, 3), np.int16)
    ramps = np.full(len(paints) + 1, -1, np.int32)
    count = 0
    for number, paint in enumerate(paints):
        if isinstance(paint, Ramp):
            ramps[number] = count
            count += 1
        else:
            colours[number] = paint
    return colours, ramps
