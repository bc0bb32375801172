"""What the covered pixels of a band must hold, worked out from plain numbers. Compares nothing.

Shares no code with what painted them: boxes are laid over each other anew, and a ramp's colour is
worked out pixel by pixel from the four cells around it (docs/regions.md, 4).
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.core.audit.expected import Covered, Ramp

Labels = NDArray[np.int32]
Box = tuple[int, int, int, int]


class Wanted:
    """The covers of one picture of (height, width) pixels; later ones lie over earlier ones."""

    def __init__(self, covers: tuple[Covered, ...], size: tuple[int, int]) -> None:
        self.height, self.width = size
        # What is painted, each once: mosaics of a whole picture have few colours.
        self.paints = list(dict.fromkeys(cover.colour for cover in covers))
        places = {paint: number for number, paint in enumerate(self.paints)}
        boxes = [np.asarray(c.boxes, np.int32).reshape(-1, 4) for c in covers]
        numbers = [
            np.full(len(rows), places[cover.colour])
            for rows, cover in zip(boxes, covers, strict=True)
        ]
        self._boxes = np.concatenate([np.empty((0, 4), np.int32), *boxes])
        self._numbers = np.concatenate([np.empty(0, np.int64), *numbers])

    @property
    def coloured(self) -> bool:
        """True if a gray picture cannot hold what is painted."""
        rows = [p.rows if isinstance(p, Ramp) else ((p,),) for p in self.paints]
        return any(len(set(colour)) > 1 for row in rows for cells in row for colour in cells)

    def touched(self, top: int, bottom: int) -> Box | None:
        """The box that just holds what is covered in these rows, if anything is."""
        left, upper, right, lower = self._boxes.T
        some = (upper < bottom) & (lower > top) & (left < right)
        if not some.any():
            return None
        rows = max(top, int(upper[some].min())), min(bottom, int(lower[some].max()))
        return int(left[some].min()), rows[0], int(right[some].max()), rows[1]

    def labels(self, window: Box) -> Labels:
        """The number of the paint of every pixel of the window, -1 where none.

        The window may reach beyond the picture. A box that ends with the picture goes on there,
        because an encoder repeats the last row and column.
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

    def colours(self, labels: Labels, window: Box) -> NDArray[np.int16]:
        """The 8-bit colours (H, W, 3) of the labelled pixels of the window; 0 where none is."""
        found = np.zeros((*labels.shape, 3), np.int16)
        for number in np.flatnonzero(np.bincount(labels[labels >= 0])).tolist():
            paint = self.paints[number]
            if isinstance(paint, Ramp):
                rows, columns = np.nonzero(labels == number)
                # An encoder repeats the last row and column beyond the picture.
                x = np.clip(columns + window[0], 0, self.width - 1)
                y = np.clip(rows + window[1], 0, self.height - 1)
                found[rows, columns] = _on_ramp(paint, x, y)
            else:
                found[labels == number] = paint
        return found


def _on_ramp(ramp: Ramp, x: NDArray[Any], y: NDArray[Any]) -> NDArray[Any]:
    """The colours of the pixels (x, y): between the middles of the four cells around each.

    Half pixels are the unit, so that all is integers; rounded to the nearest, halves up.
    """
    cells, unit = np.array(ramp.rows, np.int64), 2 * ramp.step
    (left, right, across), (up, down, below) = (
        _neighbours(2 * (place - start) + 1 - ramp.step, unit, count)
        for place, start, count in (
            (x.astype(np.int64), ramp.left, cells.shape[1]),
            (y.astype(np.int64), ramp.top, cells.shape[0]),
        )
    )
    across, below = across[:, np.newaxis], below[:, np.newaxis]
    upper = cells[up, left] * (unit - across) + cells[up, right] * across
    lower = cells[down, left] * (unit - across) + cells[down, right] * across
    return (2 * (upper * (unit - below) + lower * below) + unit * unit) // (2 * unit * unit)


def _neighbours(
    place: NDArray[np.int64], unit: int, count: int
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """The cells before and after a place, and how far it lies from the first of them."""
    place = np.clip(place, 0, unit * (count - 1))
    before = np.minimum(place // unit, max(count - 2, 0))
    return before, np.minimum(before + 1, count - 1), place - before * unit
