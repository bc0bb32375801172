"""Which pixels a polygon touches, and which lie in it wholly, in integers alone.

All corners are corners of pixels, so an edge crosses a row of pixels from its top to its bottom or
not at all, and an edge along a row or column of corners runs through no pixel. A pixel that an
edge runs through is touched; one that none runs through lies inside wholly where the line runs
around it (nonzero rule).
"""

import numpy as np

from app.core.box import Box
from app.core.masks.spans import Integers, Mask, Spans, painted
from app.model.shapes import Polygon


def mask(polygon: Polygon, window: Box, inner: bool) -> Mask:
    """The window's pixels that the polygon touches or, for `inner`, holds wholly."""
    height, width = window.bottom - window.top, window.right - window.left
    turns = np.zeros((height, width + 1), np.int32)
    touched: list[Spans] = []
    last = polygon.points[-1]
    for point in polygon.points:
        (x0, y0), (x1, y1) = sorted((last, point), key=lambda corner: corner[1])
        direction = 1 if point[1] > last[1] else -1
        last = point
        first = max(y0, window.top)
        # 64 bits, whatever the platform's own integers are: products of two coordinates follow.
        rows = np.arange(first, max(min(y1, window.bottom), first), dtype=np.int64)
        if not len(rows):
            continue
        dx, dy, v = x1 - x0, y1 - y0, rows - y0
        ends = (x0 + v * dx // dy, x0 + (v + 1) * dx // dy)
        ceilings = (x0 - (-v * dx // dy), x0 - (-(v + 1) * dx // dy))
        left, right = np.minimum(*ends), np.maximum(*ceilings)
        # Only what lies strictly between: an edge along a column runs through no pixel.
        touched.append(Spans(rows, left, right))
        middles: Integers = x0 + (2 * v + 1) * dx // (2 * dy)
        columns = np.clip(middles - window.left, 0, width)
        np.add.at(turns, (rows - window.top, columns), direction)
    around: Mask = np.cumsum(turns, axis=1, dtype=np.int32)[:, :-1] != 0
    if not touched:
        return around
    rows, left, right = (np.concatenate(parts) for parts in zip(*touched, strict=True))
    edges = painted(Spans(rows, left, right), window)
    return around & ~edges if inner else around | edges
