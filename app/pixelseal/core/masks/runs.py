"""Areas as runs: boxes ordered by rows, in one array. Knows nothing of shapes, sources or methods.

A mask of a 48-megapixel picture takes 48 MB; the runs of any shape drawn by hand take a few kB.
Masks are made in bands of rows.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from pixelseal.core.base.pixel_box import PixelBox
from pixelseal.core.masks.spans import Integers, Mask, each_row

# (n, 4): left, top, right, bottom of each box, half open, none of them empty.
Runs = NDArray[np.int32]

_BOXES = 10_000  # converted to Python numbers at a time
_BAND_PIXELS = 1 << 21  # of a mask held at a time
_SHELF = 256  # rows
_FEW = 32  # boxes that are drawn into a mask one by one


def bands(box: PixelBox, pixels: int = 0) -> Iterator[PixelBox]:
    """The box in bands of full rows of at most `pixels` pixels, by default those of a mask."""
    rows = max(1, (pixels or _BAND_PIXELS) // max(1, box.right - box.left))
    for top in range(box.top, box.bottom, rows):
        yield PixelBox(box.left, top, box.right, min(top + rows, box.bottom))


def boxes(runs: Runs) -> Iterator[PixelBox]:
    """One box after another, without a list of them all."""
    for start in range(0, len(runs), _BOXES):
        yield from map(PixelBox._make, runs[start : start + _BOXES].tolist())


def clipped(runs: Runs, box: PixelBox) -> Runs:
    """The part of the runs that lies in the box."""
    low = np.array([box.left, box.top, box.left, box.top], np.int32)
    high = np.array([box.right, box.bottom, box.right, box.bottom], np.int32)
    cut = np.clip(runs, low, high)
    some = (cut[:, 0] < cut[:, 2]) & (cut[:, 1] < cut[:, 3])
    return cut[some]


def box_of(runs: Runs) -> PixelBox:
    """The bounding box of the runs, of which there must be at least one."""
    if len(runs) == 1:  # of thousands of rectangles, the minima would take longest
        return PixelBox._make(runs[0].tolist())
    left, top = runs[:, 0].min(), runs[:, 1].min()
    return PixelBox(int(left), int(top), int(runs[:, 2].max()), int(runs[:, 3].max()))


def filled(runs: Runs, window: PixelBox) -> Mask:
    """The window's pixels that lie in the runs, which may overlap."""
    height, width = window.bottom - window.top, window.right - window.left
    inner = clipped(runs, window) - np.array([window.left, window.top] * 2, np.int32)
    if len(inner) <= _FEW:
        covered = np.zeros((height, width), np.bool_)
        for left, top, right, bottom in inner.tolist():
            covered[top:bottom, left:right] = True
        return covered
    # Only the corners of each box are set; sums along both axes fill the boxes.
    corners = np.zeros((height + 1, width + 1), np.int32)
    left, top, right, bottom = inner.astype(np.intp).T
    for rows, columns, step in ((top, left, 1), (top, right, -1), (bottom, left, -1),
                                (bottom, right, 1)):  # fmt: skip
        np.add.at(corners.reshape(-1), rows * (width + 1) + columns, np.int32(step))
    np.cumsum(corners, axis=0, out=corners)
    np.cumsum(corners, axis=1, out=corners)
    within: Mask = corners[:-1, :-1] > 0
    return within


def merged(runs: Runs, numbers: Integers) -> tuple[Runs, Integers]:
    """The same pixels with equal runs of neighbouring rows merged, ordered by rows.

    Only runs of the same number are merged.
    """
    order = np.lexsort((runs[:, 1], runs[:, 2], runs[:, 0], numbers))
    (left, top, right, bottom), numbers = runs[order].T, numbers[order]
    starts = np.ones(len(left), np.bool_)
    below = (left[1:] == left[:-1]) & (right[1:] == right[:-1]) & (top[1:] == bottom[:-1])
    starts[1:] = ~(below & (numbers[1:] == numbers[:-1]))
    first = np.flatnonzero(starts)
    last = np.append(first[1:], len(left)) - 1 if len(first) else first
    made = np.stack([left[first], top[first], right[first], bottom[last]], axis=1)
    order = np.lexsort((made[:, 0], made[:, 1]))
    return made[order], numbers[first][order]


class Shelved:
    """Runs by bands of rows, so that those of a window are found without a search through all."""

    def __init__(self, runs: Runs) -> None:
        first, last = runs[:, 1] // _SHELF, (runs[:, 3] - 1) // _SHELF + 1
        numbers, shelves = each_row(first.astype(np.int64), last.astype(np.int64))
        order = np.argsort(shelves, kind="stable")
        self._runs = runs[numbers[order]]
        counts = np.bincount(shelves, minlength=1)
        self._ends = np.concatenate([np.zeros(1, np.int64), np.cumsum(counts)])

    def within(self, window: PixelBox) -> Runs:
        """The part of the runs that lies in the window; some of it more than once."""
        shelves = np.array([window.top // _SHELF, -(-window.bottom // _SHELF)])
        first, last = self._ends[np.clip(shelves, 0, len(self._ends) - 1)]
        return clipped(self._runs[first:last], window)
