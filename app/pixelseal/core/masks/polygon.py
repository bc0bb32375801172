"""Which pixels polygons touch, and which lie entirely inside, in integers alone.

All corners are corners of pixels, so an edge crosses a row of pixels from its top to its bottom or
not at all, and an edge along a row or column of corners runs through no pixel. A pixel that an edge
runs through is touched; any other lies inside where the outline winds around it (nonzero rule).
"""

from collections.abc import Sequence

import numpy as np
from pixelseal.core.masks.spans import Integers, Spans, each_row, joined
from pixelseal.model.recipe.shapes import Polygon


class Polygons:
    """Many polygons, whose spans are found in one go. The parts counted by rows are edges."""

    def __init__(self, polygons: Sequence[Polygon]) -> None:
        edges = [
            (number, *((*a, *b, 1) if a[1] < b[1] else (*b, *a, -1)))
            for number, polygon in enumerate(polygons)
            for a, b in zip(polygon.points, polygon.points[1:] + polygon.points[:1], strict=True)
            if a[1] != b[1]
        ]
        # (n, 6): polygon, upper end, lower end, and whether the line runs down (1) or up (-1).
        self._edges = np.array(edges, np.int64).reshape(-1, 6)
        self.owners = self._edges[:, 0]
        self.first, self.last = self._edges[:, 2], self._edges[:, 4]

    def spans(self, top: int, bottom: int, inner: bool) -> Spans:
        """The spans in the rows from `top` up to `bottom`: those of one polygon may overlap."""
        some = np.flatnonzero((self.first < bottom) & (self.last > top))
        numbers, rows = each_row(
            np.maximum(self.first[some], top), np.minimum(self.last[some], bottom)
        )
        owners, x0, y0, x1, y1, direction = self._edges[some[numbers]].T
        dx, dy, v = x1 - x0, y1 - y0, rows - y0
        # The columns before and behind where the edge enters and leaves the row.
        floors = (v * dx // dy, (v + 1) * dx // dy)
        ceilings = (
            floors[0] + (floors[0] * dy < v * dx),
            floors[1] + (floors[1] * dy < (v + 1) * dx),
        )
        # Only what lies strictly between: an edge along a column runs through no pixel.
        edges = Spans(owners, rows, x0 + np.minimum(*floors), x0 + np.maximum(*ceilings))
        middles = x0 + (2 * v + 1) * dx // (2 * dy)
        nothing = np.zeros(len(rows), np.int64)
        if not inner:
            around = _where(owners, rows, middles, direction, nothing)
            return joined([edges, around])
        through = edges.right > edges.left
        parts = [
            (owners, rows, middles, direction, nothing),
            *(
                (owners[through], rows[through], ends[through], nothing[through], step)
                for ends, step in (
                    (edges.left, np.ones(int(through.sum()), np.int64)),
                    (edges.right, -np.ones(int(through.sum()), np.int64)),
                )
            ),
        ]
        return _where(*(np.concatenate(columns) for columns in zip(*parts, strict=True)))


def _where(
    owners: Integers, rows: Integers, columns: Integers, turns: Integers, edges: Integers
) -> Spans:
    """Where the outline winds around, by the turns from the left on, and no edge is met.

    `turns` and `edges` are what each column adds to both; in every row of a polygon all of them
    sum to zero, as its outline is closed and an edge that begins ends.
    """
    if not len(owners):
        return Spans(owners, rows, columns, columns)
    # One number for polygon, row and column: sorting by one is many times faster than by three.
    wide, high = int(np.ptp(columns)) + 1, int(np.ptp(rows)) + 1
    order = np.argsort((owners * high + rows - rows.min()) * wide + columns - columns.min())
    owners, rows, columns = owners[order], rows[order], columns[order]
    inside = (np.cumsum(turns[order]) != 0) & (np.cumsum(edges[order]) == 0)
    at = np.flatnonzero(inside)
    return Spans(owners[at], rows[at], columns[at], columns[at + 1])
