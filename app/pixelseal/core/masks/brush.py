"""Which pixels brush strokes touch, and which lie entirely within one of their pieces; in integers.

A piece is everything within half the diameter d of the line from P to Q: two discs and what lies
between their two common tangents. Its left edge in the row of corners y, from the upper end down:
the upper disc, the line, the lower disc. The line takes over where it touches the discs, at
y = Py + t and y = Qy + t with t = dx d / 2L, L the line's length.
"""

from collections.abc import Sequence
from itertools import pairwise
from math import isqrt
from typing import NamedTuple

import numpy as np
from pixelseal.core.masks.spans import Integers, Spans, ceiling_root, each_row, floor_root
from pixelseal.model.recipe.shapes import Brush


class _Pieces(NamedTuple):
    """Pieces from (x, y) by (dx, dy), dy >= 0; with dy = 0, dx >= 0. All arrays have one length.

    `root` is the square root of S² = (dx² + dy²) d² rounded down, `under` that of S² - 1; `least`
    and `most` are t rounded up and down.
    """

    x: Integers
    y: Integers
    dx: Integers
    dy: Integers
    diameter: Integers
    root: Integers
    under: Integers
    least: Integers
    most: Integers

    def mirrored(self) -> "_Pieces":
        """The pieces with left and right exchanged."""
        flat = self.dy == 0
        return self._replace(
            x=np.where(flat, -self.x - self.dx, -self.x),
            dx=np.where(flat, self.dx, -self.dx),
            least=-self.most,
            most=-self.least,
        )

    def of(self, numbers: Integers) -> "_Pieces":
        """Some of them, in this order."""
        return _Pieces(*(values[numbers] for values in self))


class Strokes:
    """Many brush strokes, whose spans are found in one go. The parts counted by rows are pieces."""

    def __init__(self, brushes: Sequence[Brush]) -> None:
        rows = [
            (number, *_piece(a, b, brush.diameter))
            for number, brush in enumerate(brushes)
            for a, b in (pairwise(brush.points) if len(brush.points) > 1 else [brush.points * 2])
        ]
        columns = np.array(rows, np.int64).reshape(-1, 10).T
        self.owners, self._pieces = columns[0], _Pieces(*columns[1:])
        self.first, self.last = self._rows(inner=False)

    def _rows(self, inner: bool) -> tuple[Integers, Integers]:
        """Rows whose corners 2r and 2r + 2 reach into the pieces' heights, or lie in (inner)."""
        double, thick, dy = 2 * self._pieces.y, self._pieces.diameter, self._pieces.dy
        if inner:
            return -((thick - double) // 2), (double + 2 * dy + thick) // 2
        return (double - thick) // 2, -((-double - 2 * dy - thick) // 2)

    def spans(self, top: int, bottom: int, inner: bool) -> Spans:
        """At most one span per piece and row from `top` up to `bottom`."""
        some = np.flatnonzero((self.first < bottom) & (self.last > top))
        first, last = (ends[some] for ends in self._rows(inner))
        numbers, rows = each_row(np.maximum(first, top), np.minimum(last, bottom))
        pieces = self._pieces.of(some[numbers])
        mirrored = pieces.mirrored()
        if inner:
            # A square lies in a convex piece if its four corners do.
            left = np.maximum(*(-_edge(pieces, rows + down, inner) for down in (0, 1)))
            right = np.minimum(*(_edge(mirrored, rows + down, inner) for down in (0, 1)))
        else:
            left = _edge(pieces, _farthest(pieces, rows), inner)
            right = -_edge(mirrored, _farthest(mirrored, rows), inner)
        return Spans(self.owners[some[numbers]], rows, left, right)


def _piece(a: tuple[int, int], b: tuple[int, int], diameter: int) -> tuple[int, ...]:
    """The fields of `_Pieces` for one between two points; intermediate values exceed 64 bits."""
    (y, x), (to_y, to_x) = sorted(((a[1], a[0]), (b[1], b[0])))
    dx, dy = to_x - x, to_y - y
    long = dx * dx + dy * dy
    squared = long * diameter * diameter
    above, below = (dx * diameter) ** 2, 4 * long
    down = isqrt(above // below) if below else 0
    up = down if down * down * below == above else down + 1
    least, most = (up, down) if dx >= 0 else (-down, -up)
    return x, y, dx, dy, diameter, isqrt(squared), isqrt(max(squared - 1, 0)), least, most


def _farthest(pieces: _Pieces, rows: Integers) -> Integers:
    """For each row the y in it, from r to r + 1, at which the left edge lies farthest left."""
    upper = np.where(pieces.dx < 0, pieces.y + pieces.dy, pieces.y)
    lower = np.where(pieces.dx > 0, pieces.y, pieces.y + pieces.dy)
    return np.clip(np.clip(rows, upper, lower), rows, rows + 1)


def _edge(pieces: _Pieces, y: Integers, inner: bool) -> Integers:
    """The left edge at integer `y`, rounded down; for `inner` its negative, rounded down."""
    p, v = pieces, y - pieces.y
    upper = _disc(p.x, v, p.diameter, inner)
    lower = _disc(p.x + p.dx, v - p.dy, p.diameter, inner)
    # u = (2 dx v - S) / 2 dy from the line's distance, S = L d.
    along, twice = 2 * p.dx * v, np.maximum(2 * p.dy, 1)
    line = (p.root - along) // twice - p.x if inner else p.x + (along - p.under - 1) // twice
    sloped = np.where(v < p.least, upper, np.where(v > p.dy + p.most, lower, line))
    # With dy = 0 and dx >= 0 the left disc reaches farthest everywhere.
    return np.where(p.dy == 0, upper, sloped)


def _disc(x: Integers, v: Integers, diameter: Integers, inner: bool) -> Integers:
    """The left edge x - sqrt(d² - 4 v²) / 2 of a disc as `_edge` gives it."""
    room = np.maximum(np.square(diameter) - 4 * np.square(np.clip(v, -diameter, diameter)), 0)
    if inner:
        return (floor_root(room) - 2 * x) // 2
    return (2 * x - ceiling_root(room)) // 2
