"""Which pixels a brush stroke touches, and which lie wholly in one of its pieces; in integers.

A piece is all within half the diameter d of the line from P to Q: two discs and what lies between
two lines that touch both. Its left edge in the row of corners y, from the upper end down: the
upper disc, the line, the lower disc. The line takes over where it touches the discs, at
y = Py + t and y = Qy + t with t = dx d / 2L, L the line's length.
"""

from itertools import pairwise
from math import isqrt
from typing import NamedTuple

import numpy as np

from app.core.masks.spans import Integers, Spans, ceiling_root, floor_root
from app.model.shapes import Brush


class _Piece(NamedTuple):
    """From (x, y) by (dx, dy), dy >= 0; with dy = 0, dx >= 0."""

    x: int
    y: int
    dx: int
    dy: int
    diameter: int

    def mirrored(self) -> "_Piece":
        """The piece with left and right exchanged."""
        if self.dy == 0:
            return self._replace(x=-self.x - self.dx)
        return self._replace(x=-self.x, dx=-self.dx)


def spans(brush: Brush, top: int, bottom: int, inner: bool) -> Spans:
    """At most one span a row and piece for the rows `top` to `bottom`."""
    found = [_spans(piece, top, bottom, inner) for piece in _pieces(brush)]
    rows, left, right = (np.concatenate(parts) for parts in zip(*found, strict=True))
    return Spans(rows, left, right)


def _pieces(brush: Brush) -> list[_Piece]:
    points = brush.points
    pairs = pairwise(points) if len(points) > 1 else [points * 2]
    ordered = (sorted(pair, key=lambda point: (point[1], point[0])) for pair in pairs)
    return [_Piece(*a, b[0] - a[0], b[1] - a[1], brush.diameter) for a, b in ordered]


def _spans(piece: _Piece, top: int, bottom: int, inner: bool) -> Spans:
    double, thick = 2 * piece.y, piece.diameter
    # Rows whose corners 2r and 2r + 2 lie within (inner) or reach into the piece's height.
    if inner:
        first, last = -((thick - double) // 2), (double + 2 * piece.dy + thick) // 2 - 1
    else:
        first, last = (double - thick) // 2, -((-double - 2 * piece.dy - thick) // 2) - 1
    rows = np.arange(max(first, top), max(min(last + 1, bottom), max(first, top)), dtype=np.int64)
    if inner:
        # A square lies in a convex piece if its four corners do.
        left = np.maximum(*(-_edge(piece, rows + down, inner) for down in (0, 1)))
        right = np.minimum(*(_edge(piece.mirrored(), rows + down, inner) for down in (0, 1)))
    else:
        left = _edge(piece, _farthest(piece, rows), inner)
        right = -_edge(piece.mirrored(), _farthest(piece.mirrored(), rows), inner)
    return Spans(rows, left, right)


def _farthest(piece: _Piece, rows: Integers) -> Integers:
    """For each row the y in it, from r to r + 1, at which the left edge lies farthest left."""
    upper, lower = piece.y, piece.y + piece.dy
    if piece.dx > 0:
        lower = upper
    elif piece.dx < 0:
        upper = lower
    return np.clip(np.clip(rows, upper, lower), rows, rows + 1)


def _edge(piece: _Piece, y: Integers, inner: bool) -> Integers:
    """The left edge at integer `y`, rounded down; for `inner` its negative, rounded down."""
    upper = _disc(piece.x, y - piece.y, piece.diameter, inner)
    if piece.dy == 0:
        return upper  # with dx >= 0 the left disc reaches farthest everywhere
    lower = _disc(piece.x + piece.dx, y - piece.y - piece.dy, piece.diameter, inner)
    # u = (2 dx v - S) / 2 dy from the line's distance, S = L d.
    squared = (piece.dx**2 + piece.dy**2) * piece.diameter**2
    along = 2 * piece.dx * (y - piece.y)
    if inner:
        line = -piece.x + (isqrt(squared) - along) // (2 * piece.dy)
    else:
        line = piece.x + (along - isqrt(squared - 1) - 1) // (2 * piece.dy)
    least, most = _touch(piece)
    v = y - piece.y
    return np.where(v < least, upper, np.where(v > piece.dy + most, lower, line))


def _disc(x: int, v: Integers, diameter: int, inner: bool) -> Integers:
    """The left edge x - sqrt(d² - 4 v²) / 2 of a disc as `_edge` gives it."""
    room = np.maximum(diameter**2 - 4 * np.square(np.clip(v, -diameter, diameter)), 0)
    if inner:
        return (floor_root(room) - 2 * x) // 2
    return (2 * x - ceiling_root(room)) // 2


def _touch(piece: _Piece) -> tuple[int, int]:
    """t = dx d / 2L rounded up and down."""
    above, below = (piece.dx * piece.diameter) ** 2, 4 * (piece.dx**2 + piece.dy**2)
    down = isqrt(above // below)
    up = down if down * down * below == above else down + 1
    return (up, down) if piece.dx >= 0 else (-down, -up)
