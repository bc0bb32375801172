"""Determines which of many boxes lies on top, pixel by pixel. Knows no colour.

Boxes are drawn one after the other. Where they are many and low, as those of round shapes are, all
of their rows are drawn together: each row is two overlapping stretches of the same power of two,
and the highest number of each stretch is handed down to its two halves until these are pixels.
"""

import numpy as np
from numpy.typing import NDArray

Labels = NDArray[np.int32]

_LOW = 4  # rows of a box that is drawn by rows
_MANY = 1_000  # low boxes that are drawn together


def topmost(boxes: NDArray[np.int32], numbers: Labels, size: tuple[int, int]) -> Labels:
    """(height, width): the number of the last box over each pixel, -1 where none is.

    The boxes (left, top, right, bottom) lie within the size; those of no pixel cover nothing.
    """
    there = (boxes[:, 0] < boxes[:, 2]) & (boxes[:, 1] < boxes[:, 3])
    boxes, numbers = boxes[there], numbers[there]
    low = boxes[:, 3] - boxes[:, 1] <= _LOW
    together = int(low.sum()) > _MANY
    order = np.arange(len(boxes), dtype=np.int32)
    drawn = ~low if together else np.ones(len(boxes), np.bool_)
    labels = np.full(size, -1, np.int32)
    values = order if together else numbers
    for (left, top, right, bottom), value in zip(
        boxes[drawn].tolist(), values[drawn].tolist(), strict=True
    ):
        labels[top:bottom, left:right] = value
    if not together:
        return labels
    np.maximum(labels, _by_rows(boxes[low], order[low], size), out=labels)
    found: Labels = np.append(numbers, np.int32(-1))[labels]
    return found


def _by_rows(boxes: NDArray[np.int32], order: Labels, size: tuple[int, int]) -> Labels:
    height, width = size
    left, top, right, bottom = (side.astype(np.intp) for side in boxes.T)
    tall = bottom - top
    begins = np.concatenate([top[tall > row] + row for row in range(_LOW)]) * width
    which = np.concatenate([np.flatnonzero(tall > row) for row in range(_LOW)])
    long, order = (right - left)[which], order[which]
    power = np.frexp(long.astype(np.float64))[1] - 1
    found = np.full(height * width, -1, np.int32)
    rows = found.reshape(height, width)
    for exponent in range(int(power.max(initial=0)), -1, -1):
        some = power == exponent
        first = begins[some] + left[which[some]]
        np.maximum.at(found, first, order[some])
        np.maximum.at(found, first + long[some] - (1 << exponent), order[some])
        if exponent:
            half = 1 << (exponent - 1)
            np.maximum(rows[:, half:], rows[:, :-half], out=rows[:, half:])
    return rows
