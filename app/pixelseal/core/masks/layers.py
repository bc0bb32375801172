"""Turns overlapping boxes into disjoint ones. Knows nothing of shapes or sources.

What thousands of boxes cover is computed once, by rows, however often they overlap. In a row a
span with a number is entered twice, as two stretches of 2**k columns that make it up (a sparse
table); where stretches overlap the higher number wins. Each level is pushed down to the next until
stretches are single columns. So a span costs two steps, and the rest depends on the pixels alone.
Boxes of many rows are entered once per block of rows that they fill.
"""

import numpy as np
from numpy.typing import NDArray
from pixelseal.core.masks.runs import Runs, merged
from pixelseal.core.masks.spans import Integers, each_row

_CELLS = 1 << 20  # of a map held at a time

Labels = NDArray[np.int32]


def laid(boxes: Runs, numbers: Integers) -> tuple[Runs, Integers]:
    """The union of boxes, none of them empty, as boxes of which no two overlap.

    Where boxes overlap the highest number lies on top. Numbers are from 0 to 2**31 - 1.
    """
    if len(boxes) < 2:
        return boxes, numbers
    # Only the coordinates at which a box begins or ends matter: between them nothing changes.
    columns, across = _places([boxes[:, 0], boxes[:, 2]])
    rows, down = _places([boxes[:, 1], boxes[:, 3]])
    width, height = len(columns) - 1, len(rows) - 1
    step = max(1, _CELLS // width)
    found, held = [], []
    for top in range(0, height, step):
        bottom = min(top + step, height)
        some = np.flatnonzero((down[0] < bottom) & (down[1] > top))
        spans = [np.clip(ends[some] - top, 0, bottom - top) for ends in down]
        labels = _topmost(
            [ends[some] for ends in across], spans, numbers[some], bottom - top, width
        )
        runs, own = _runs(labels)
        found.append(runs + np.array([0, top, 0, top], np.int32))
        held.append(own)
    runs, own = merged(np.concatenate(found), np.concatenate(held))
    places = [columns[runs[:, 0]], rows[runs[:, 1]], columns[runs[:, 2]], rows[runs[:, 3]]]
    return np.stack(places, axis=1).astype(np.int32), own


def area(boxes: Runs) -> int:
    """How many pixels disjoint boxes hold."""
    sides = boxes[:, 2:].astype(np.int64) - boxes[:, :2]
    return int((sides[:, 0] * sides[:, 1]).sum())


def _places(edges: list[NDArray[np.int32]]) -> tuple[Integers, list[Integers]]:
    """The distinct numbers in the arrays, sorted; for each array its numbers' places there."""
    least = min(int(ends.min()) for ends in edges)
    offsets = [ends.astype(np.intp) - least for ends in edges]
    met = np.zeros(max(int(ends.max()) for ends in offsets) + 1, np.bool_)
    for ends in offsets:
        met[ends] = True
    places = np.cumsum(met, dtype=np.int64) - 1
    return np.flatnonzero(met) + least, [places[ends] for ends in offsets]


def _topmost(
    across: list[Integers], down: list[Integers], numbers: Integers, height: int, width: int
) -> Labels:
    """(height, width): the highest number of the boxes that hold each cell, -1 where none does."""
    top, bottom = down
    one = bottom - top == 1
    tall = np.flatnonzero(~one)
    if not len(tall):
        return _by_rows(top, across, numbers, height, width)
    low = np.flatnonzero(one)
    block = 1 << (height.bit_length() // 2)
    top, bottom = top[tall], bottom[tall]
    first, last = -(-top // block), bottom // block
    filling = first < last
    # What is above the first full block, and below the last one.
    above, upper = each_row(top, np.where(filling, first * block, bottom))
    below, lower = each_row(np.where(filling, last * block, bottom), bottom)
    which = np.concatenate([low, tall[above], tall[below]])
    rows = np.concatenate([down[0][low], upper, lower])
    labels = _by_rows(rows, [ends[which] for ends in across], numbers[which], height, width)
    inner, blocks = each_row(first, np.where(filling, last, first))
    if len(inner):
        which, high = tall[inner], -(-height // block)
        whole = [ends[which] for ends in across]
        for number, row in enumerate(_by_rows(blocks, whole, numbers[which], high, width)):
            part = labels[number * block : (number + 1) * block]
            np.maximum(part, row, out=part)
    return labels


def _by_rows(
    rows: Integers, across: list[Integers], numbers: Integers, height: int, width: int
) -> Labels:
    """The same for boxes that are one row high."""
    left, right = across
    # frexp gives the exponent exactly; a span is at least a column wide.
    levels = np.frexp((right - left).astype(np.float64))[1] - 1
    labels = np.full((height, width), -1, np.int32)
    flat = labels.reshape(-1)
    numbers = numbers.astype(np.int32)
    for level in range(int(levels.max(initial=0)), -1, -1):
        some = np.flatnonzero(levels == level)
        first = (rows[some] * width + left[some]).astype(np.intp)
        second = (rows[some] * width + right[some] - (1 << level)).astype(np.intp)
        np.maximum.at(flat, first, numbers[some])
        np.maximum.at(flat, second, numbers[some])
        if level:
            half = 1 << (level - 1)
            np.maximum(labels[:, half:], labels[:, :-half], out=labels[:, half:])
    return labels


def _runs(labels: Labels) -> tuple[Runs, Integers]:
    """The cells by rows, as boxes one row high, and what each of them holds."""
    begins = np.ones((labels.shape[0], labels.shape[1] + 1), np.bool_)
    begins[:, 1:-1] = labels[:, 1:] != labels[:, :-1]
    held = labels >= 0
    rows, left = np.nonzero(begins[:, :-1] & held)
    right = np.nonzero(begins[:, 1:] & held)[1] + 1
    runs = np.stack([left, rows, right, rows + 1], axis=1).astype(np.int32)
    return runs, labels[rows, left].astype(np.int64)
