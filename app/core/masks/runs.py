"""Areas as runs: boxes one below the other, in one array. Knows no source and no method.

A mask of a 48-megapixel picture has 48 MB; the runs of any shape that a hand draws have some kB.
Masks are made in bands of rows.
"""

from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray

from app.core.box import Box
from app.core.masks.mask import mask
from app.core.masks.spans import Mask
from app.model.geometry import Rectangle, Shape

# (n, 4): left, top, right, bottom of each box, half open, none of them empty.
Runs = NDArray[np.int32]

_BOXES = 10_000  # made numbers of Python's at a time
_BAND_PIXELS = 1 << 21  # of a mask held at a time


def bands(box: Box, pixels: int = 0) -> Iterator[Box]:
    """The box in bands of whole rows of at most so many pixels, by default for masks."""
    rows = max(1, (pixels or _BAND_PIXELS) // max(1, box.right - box.left))
    for top in range(box.top, box.bottom, rows):
        yield Box(box.left, top, box.right, min(top + rows, box.bottom))


def of_shape(shape: Shape, width: int, height: int) -> Runs:
    """The pixels of a picture of that size that the shape touches."""
    frame = frame_of(shape, width, height)
    if isinstance(shape, Rectangle):
        return clipped(np.array([frame], np.int32), frame)
    return of_mask(lambda window: mask(shape, window), frame)


def frame_of(shape: Shape, width: int, height: int) -> Box:
    """The shape's frame within a picture of that size."""
    return Box(shape.x, shape.y, shape.right, shape.bottom).clipped(width, height)


def of_mask(mask_of: Callable[[Box], Mask], box: Box) -> Runs:
    """The pixels of the box that are set in the masks of its bands."""
    found = []
    for window in bands(box):
        covered = mask_of(window)
        edges = np.zeros((covered.shape[0], covered.shape[1] + 2), np.int8)
        edges[:, 1:-1] = covered
        steps = np.diff(edges, axis=1)
        rows, left = np.nonzero(steps == 1)
        right = np.nonzero(steps == -1)[1]
        top = rows + window.top
        runs = np.stack([left + window.left, top, right + window.left, top + 1], axis=1)
        found.append(runs.astype(np.int32))
    if not found:
        return np.empty((0, 4), np.int32)
    return _merged(np.concatenate(found))


def _merged(runs: Runs) -> Runs:
    """The same pixels with equal runs of neighbouring rows made one box."""
    left, top, right, bottom = runs[np.lexsort((runs[:, 1], runs[:, 2], runs[:, 0]))].T
    starts = np.ones(len(left), np.bool_)
    below = (left[1:] == left[:-1]) & (right[1:] == right[:-1]) & (top[1:] == bottom[:-1])
    starts[1:] = ~below
    first = np.flatnonzero(starts)
    last = np.append(first[1:], len(left)) - 1 if len(first) else first
    merged = np.stack([left[first], top[first], right[first], bottom[last]], axis=1)
    return merged[np.lexsort((merged[:, 0], merged[:, 1]))]


def boxes(runs: Runs) -> Iterator[Box]:
    """One box after another, without a list of them all."""
    for start in range(0, len(runs), _BOXES):
        yield from map(Box._make, runs[start : start + _BOXES].tolist())


def clipped(runs: Runs, box: Box) -> Runs:
    """What of the runs lies in the box."""
    low = np.array([box.left, box.top, box.left, box.top], np.int32)
    high = np.array([box.right, box.bottom, box.right, box.bottom], np.int32)
    cut = np.clip(runs, low, high)
    some = (cut[:, 0] < cut[:, 2]) & (cut[:, 1] < cut[:, 3])
    return cut[some]


def box_of(runs: Runs) -> Box:
    """The box that just holds the runs, of which there must be some."""
    left, top = runs[:, 0].min(), runs[:, 1].min()
    return Box(int(left), int(top), int(runs[:, 2].max()), int(runs[:, 3].max()))
