"""What the covered pixels of a band must hold, from plain numbers. Compares nothing.

Shares no code with what painted them: boxes are layered anew, and a ramp's colour is computed pixel
by pixel from the four cells around it (docs/regions.md, 4).
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from pixelseal.core.audit.facts.expected import Colour, Covered, Ramp

Labels = NDArray[np.int32]
Window = tuple[int, int, int, int]


class ExpectedPixels:
    """The covers of one picture of (height, width) pixels; later ones lie over earlier ones.

    `palette` has the colour (3) of each paint; `ramps` the index among all ramps for each ramp, and
    -1 for each colour. Both end with a row for uncovered pixels.
    """

    def __init__(self, covers: tuple[Covered, ...], size: tuple[int, int]) -> None:
        self.height, self.width = size
        # Each paint once: even mosaics of a full picture have few colours.
        self.paints = list(dict.fromkeys(cover.colour for cover in covers))
        places = {paint: number for number, paint in enumerate(self.paints)}
        self.palette, self.ramps = _palette(self.paints)
        self._ramps = _Ramps([p for p in self.paints if isinstance(p, Ramp)])
        boxes = [np.asarray(c.boxes, np.int32).reshape(-1, 4) for c in covers]
        numbers = [
            np.full(len(rows), places[cover.colour])
            for rows, cover in zip(boxes, covers, strict=True)
        ]
        self._boxes = np.concatenate([np.empty((0, 4), np.int32), *boxes])
        self._numbers = np.concatenate([np.empty(0, np.int64), *numbers])

    @property
    def coloured(self) -> bool:
        """True if a gray picture cannot hold the paint."""
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

        The window may extend beyond the picture. A box that ends with the picture continues there,
        because encoders repeat the last row and column.
        """
        x0, y0, x1, y1 = window
        left, top, right, bottom = self._boxes.T
        left, top = np.where(left <= 0, x0, left), np.where(top <= 0, y0, top)
        right = np.where(right >= self.width, x1, right)
        bottom = np.where(bottom >= self.height, y1, bottom)
        some = (left < x1) & (right > x0) & (top < y1) & (bottom > y0)
        boxes = np.stack([left - x0, top - y0, right - x0, bottom - y0], axis=1)[some]
        labels = np.full((y1 - y0, x1 - x0), -1, np.int32)
        for (a, b, c, d), number in zip(
            np.maximum(boxes, 0).tolist(), self._numbers[some].tolist(), strict=True
        ):
            labels[b:d, a:c] = number
        return labels

    def colours(self, labels: Labels, window: Window) -> NDArray[np.int16]:
        """The 8-bit colours (H, W, 3) of the labelled pixels of the window; 0 where none is."""
        found = self.palette[labels]
        if self._ramps.count:
            rows, columns = np.nonzero(self.ramps[labels] >= 0)
            # Encoders repeat the last row and column beyond the picture.
            x = np.clip(columns + window[0], 0, self.width - 1)
            y = np.clip(rows + window[1], 0, self.height - 1)
            ramps = self.ramps[labels[rows, columns]]
            found[rows, columns] = self._ramps.colours(ramps, x, y)
        return found


def _palette(paints: list[Colour | Ramp]) -> tuple[NDArray[np.int16], NDArray[np.int64]]:
    """The colour of each paint, and the index of each ramp; then those of no paint.

    A ramp has no single colour, and a colour has the index -1. The label -1 finds the last row.
    """
    colours = np.zeros((len(paints) + 1, 3), np.int16)
    ramps = np.full(len(paints) + 1, -1, np.int64)
    for number, paint in enumerate(paints):
        if isinstance(paint, Ramp):
            ramps[number] = ramps.max() + 1
        else:
            colours[number] = paint
    return colours, ramps


class _Ramps:
    """Ramps, each with as many cells as the largest; the others are padded."""

    def __init__(self, ramps: list[Ramp]) -> None:
        self.count = len(ramps)
        rows = max((len(ramp.rows) for ramp in ramps), default=0)
        columns = max((len(ramp.rows[0]) for ramp in ramps), default=0)
        self._cells = np.zeros((len(ramps), rows, columns, 3), np.int64)
        for number, ramp in enumerate(ramps):
            self._cells[number, : len(ramp.rows), : len(ramp.rows[0])] = ramp.rows
        facts = [(r.left, r.top, r.step, len(r.rows[0]), len(r.rows)) for r in ramps]
        self._facts = np.array(facts, np.int64).reshape(-1, 5).T

    def colours(
        self, ramps: NDArray[np.int64], x: NDArray[Any], y: NDArray[Any]
    ) -> NDArray[np.int64]:
        """The colours of the pixels (x, y): between the centres of the four cells around each.

        In units of half a pixel, so that all numbers are integers; rounded to nearest, halves up.
        """
        left, top, step, columns, rows = (values[ramps] for values in self._facts)
        unit = 2 * step
        before, after, across = _neighbours(2 * (x - left) + 1 - step, unit, columns)
        up, down, below = _neighbours(2 * (y - top) + 1 - step, unit, rows)
        cells = self._cells
        across, below, unit = (v[:, np.newaxis] for v in (across, below, unit))
        upper = cells[ramps, up, before] * (unit - across) + cells[ramps, up, after] * across
        lower = cells[ramps, down, before] * (unit - across) + cells[ramps, down, after] * across
        found: NDArray[np.int64] = (2 * (upper * (unit - below) + lower * below) + unit * unit) // (
            2 * unit * unit
        )
        return found


def _neighbours(
    place: NDArray[np.int64], unit: NDArray[np.int64], count: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """The cells before and after a position, and its distance from the first."""
    place = np.clip(place, 0, unit * (count - 1))
    before = np.minimum(place // unit, np.maximum(count - 2, 0))
    return before, np.minimum(before + 1, count - 1), place - before * unit
