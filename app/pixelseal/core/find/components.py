"""Connected parts of a map, and the smallest rectangle around each. Knows nothing of writing."""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray


class Component(NamedTuple):
    """Points (n, 2), x and y, at the corners of its outermost pixels; mean of the map within."""

    points: NDArray[Any]
    mean: float


def components(marked: NDArray[Any], values: NDArray[Any]) -> list[Component]:
    """The parts of `marked` (H, W) whose pixels touch at a side or a corner, by their first row.

    `values` (H, W) is what their means are made of.
    """
    # Runs of marked pixels: a step up is a left end, a step down a right one.
    steps = np.diff(marked.astype(np.int8), axis=1, prepend=0, append=0)
    rows, lefts = np.nonzero(steps > 0)
    rights = np.nonzero(steps < 0)[1]
    roots = _roots(rows, lefts, rights, len(marked))
    sums = np.zeros((len(marked), marked.shape[1] + 1))
    np.cumsum(values, axis=1, out=sums[:, 1:], dtype=np.float64)
    totals = sums[rows, rights] - sums[rows, lefts]
    order = np.argsort(roots, kind="stable")
    starts = np.flatnonzero(np.diff(roots[order], prepend=-1))
    found = []
    for part in np.split(order, starts[1:]) if len(order) else ():
        row, left, right = rows[part], lefts[part], rights[part]
        corners = [(left, row), (right, row), (left, row + 1), (right, row + 1)]
        points = np.concatenate([np.stack(pair, axis=1) for pair in corners]).astype(np.float64)
        found.append(Component(points, float(totals[part].sum() / (right - left).sum())))
    return found


def _roots(
    rows: NDArray[Any], lefts: NDArray[Any], rights: NDArray[Any], height: int
) -> NDArray[Any]:
    """For each run the first run of its part."""
    parents = list(range(len(rows)))

    def root(run: int) -> int:
        while parents[run] != run:
            parents[run] = run = parents[parents[run]]
        return run

    first_of_row = np.searchsorted(rows, np.arange(height + 1)).tolist()
    left, right = lefts.tolist(), rights.tolist()
    for row in range(1, height):
        above, above_end = first_of_row[row - 1], first_of_row[row]
        here, here_end = above_end, first_of_row[row + 1]
        while above < above_end and here < here_end:
            if left[here] <= right[above] and left[above] <= right[here]:
                low, high = sorted((root(above), root(here)))
                parents[high] = low
            if right[above] < right[here]:
                above += 1
            else:
                here += 1
    return np.array([root(run) for run in range(len(rows))], np.int64)


def smallest_rectangle(points: NDArray[Any]) -> NDArray[Any]:
    """Corners (4, 2), clockwise on a screen, of the rectangle of least area around the points.

    One of its sides lies on a side of the points' hull. The side from the first corner to the
    second is the longer one, and goes from left to right, or downwards if it is upright.
    """
    hull = _hull(points)
    sides = np.diff(hull, axis=0, append=hull[:1])
    lengths = np.hypot(sides[:, 0], sides[:, 1])
    along = sides[lengths > 0] / lengths[lengths > 0, np.newaxis]
    across = np.stack([-along[:, 1], along[:, 0]], axis=1)
    on, off = along @ hull.T, across @ hull.T
    wide, high = np.ptp(on, axis=1), np.ptp(off, axis=1)
    # The first of equal ones; nearly equal ones are equal, or rounding would choose.
    best = int(np.argmin(np.round(wide * high, 3)))
    u, v = along[best], across[best]
    if wide[best] < high[best]:
        u, v = v, -u
    if (round(float(u[0]), 6), round(float(u[1]), 6)) < (0, 0):
        u, v = -u, -v
    on, off = hull @ u, hull @ v
    return np.array(
        [
            on.min() * u + off.min() * v,
            on.max() * u + off.min() * v,
            on.max() * u + off.max() * v,
            on.min() * u + off.max() * v,
        ]
    )


def _hull(points: NDArray[Any]) -> NDArray[Any]:
    """The convex hull (A. M. Andrew, 1979), without points on its sides."""
    ordered = np.unique(points, axis=0).tolist()

    def half(way: list[list[float]]) -> list[list[float]]:
        kept: list[list[float]] = []
        for point in way:
            while len(kept) > 1 and _turn(kept[-2], kept[-1], point) <= 0:
                kept.pop()
            kept.append(point)
        return kept[:-1]

    return np.array(half(ordered) + half(ordered[::-1]))


def _turn(a: list[float], b: list[float], c: list[float]) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
