"""The colours of pixels under ramps, computed from plain numbers. Paints and compares nothing.

In a row of pixels, a ramp is constant before the middle of its first cell and after that of its
last, and a straight line from one middle to the next (docs/regions.md, 4). So a row costs a few
numbers for each of these stretches, and a pixel only its position on a line.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pixelseal.core.audit.facts.expected import Ramp

_Integers = NDArray[np.int64]


class Ramps:
    """Ramps, each padded to as many cells as the largest has."""

    def __init__(self, ramps: Sequence[Ramp]) -> None:
        self.count = len(ramps)
        rows = max((len(ramp.rows) for ramp in ramps), default=0)
        self._columns = max((len(ramp.rows[0]) for ramp in ramps), default=0)
        self._cells = np.zeros((len(ramps), rows, self._columns, 3), np.int64)
        for number, ramp in enumerate(ramps):
            self._cells[number, : len(ramp.rows), : len(ramp.rows[0])] = ramp.rows
        facts = [(r.left, r.top, r.step, len(r.rows[0]), len(r.rows)) for r in ramps]
        self._facts = np.array(facts, np.int64).reshape(-1, 5).T

    def lay(
        self, numbers: NDArray[Any], corner: tuple[int, int], colours: NDArray[np.int16]
    ) -> None:
        """Write into `colours` (3, H, W) those of the pixels that have a ramp's number (H, W).

        The others have -1 and are left as they are. `corner` is the (x, y) of the first pixel.
        """
        height, width = numbers.shape
        begins = np.ones((height, width + 1), np.bool_)
        np.not_equal(numbers[:, 1:], numbers[:, :-1], out=begins[:, 1:-1])
        some = numbers >= 0
        rows, left = np.nonzero(begins[:, :-1] & some)
        right = np.nonzero(begins[:, 1:] & some)[1] + 1
        ramps = numbers[rows, left].astype(np.int64)
        x, _y, step, columns, _rows = (values[ramps] for values in self._facts)
        middles, upright = x + step // 2 - corner[0], self._upright(ramps, rows + corner[1])
        for stretch in range(self._columns + 1):
            # From the middle of the cell before to that of the cell after; outside of all of
            # them both are the same cell.
            after = np.minimum(stretch, columns - 1)
            before = max(stretch - 1, 0)
            start = left if stretch == 0 else np.maximum(left, middles + before * step)
            end = np.where(stretch < columns, np.minimum(right, middles + stretch * step), right)
            there = np.flatnonzero((start < end) & (stretch <= columns))
            first = start[there]
            away = 2 * (first - middles[there] - before * step[there]) + (step[there] + 1) % 2
            cells = (upright[there, before], upright[there, after[there]])
            lines = _lines(*cells, np.where(after[there] > before, away, 0), step[there])
            _draw(*lines, rows[there] * width + first, end[there] - first, colours)

    def _upright(self, ramps: _Integers, y: _Integers) -> _Integers:
        """(n, columns, 3): what each column of cells of these ramps has in the row y.

        In parts of 2 `step`; half pixels are the unit, so that all is integers.
        """
        _left, top, step, _columns, rows = (values[ramps] for values in self._facts)
        place = np.clip(2 * (y - top) + 1 - step, 0, 2 * step * (rows - 1))
        up = np.minimum(place // (2 * step), np.maximum(rows - 2, 0))
        down = np.minimum(up + 1, rows - 1)
        below = (place - 2 * step * up)[:, np.newaxis, np.newaxis]
        whole = 2 * step[:, np.newaxis, np.newaxis]
        found: _Integers = (
            self._cells[ramps, up] * (whole - below) + self._cells[ramps, down] * below
        )
        return found


def _lines(
    before: _Integers, after: _Integers, away: _Integers, step: _Integers
) -> tuple[_Integers, _Integers, _Integers]:
    """(a, b) of (n, 3) and d of (n): a pixel k of a stretch has floor((a + b k) / d).

    Rounded to the nearest, halves up. `away` is how far its first pixel lies from the first
    middle, in half pixels.
    """
    whole = 2 * step
    rise = 2 * (after - before)
    start = (2 * before + whole[:, np.newaxis]) * whole[:, np.newaxis] + rise * away[:, np.newaxis]
    return start, 2 * rise, 2 * whole * whole


def _draw(
    start: _Integers,
    rise: _Integers,
    whole: _Integers,
    first: _Integers,
    counts: _Integers,
    colours: NDArray[np.int16],
) -> None:
    """Write the pixels of stretches that begin at the places `first` of a plane."""
    times = counts.astype(np.intp)
    along = np.arange(int(times.sum())) - np.repeat(np.cumsum(times) - times, times)
    places = along + np.repeat(first.astype(np.intp), times)
    # Doubles are exact here: all numbers are whole and below 2**53, and a quotient below 256 of a
    # divisor below 2**44 is never rounded up to a whole number that it does not reach.
    steps, divisors = along.astype(np.float64), np.repeat(whole.astype(np.float64), times)
    for plane, a, b in zip(colours.reshape(3, -1), start.T, rise.T, strict=True):
        values = np.repeat(b.astype(np.float64), times)
        values *= steps
        values += np.repeat(a.astype(np.float64), times)
        values /= divisors
        plane[places] = values.astype(np.int16)
