"""Merges the boxes of each of many shapes into few that do not overlap. Knows no shape, no source.

Unlike in pixelseal.core.masks.layers, each shape is treated separately, however they overlap.
"""

import numpy as np
from pixelseal.core.masks.runs import Runs
from pixelseal.core.masks.spans import Integers


def united(boxes: Runs, owners: Integers) -> tuple[Runs, Integers]:
    """The boxes, with those of one owner that meet in a row merged, by owners and rows.

    Boxes of several rows stay as they are: none of them may meet another of its owner.
    """
    if not len(boxes):
        return boxes, owners
    left, top, right, _bottom = boxes.astype(np.int64).T
    wide, high = int(right.max()) + 1 - int(left.min()), int(np.ptp(top)) + 1
    rows = owners * high + top - top.min()
    order = np.argsort(rows * wide + left - left.min(), kind="stable")
    boxes, rows, owners = boxes[order], rows[order], owners[order]
    # Counted on from row to row, so that the farthest end so far is that of its own row.
    start, end = rows * wide + left[order] - left.min(), rows * wide + right[order] - left.min()
    farthest = np.maximum.accumulate(end)
    first = np.ones(len(boxes), np.bool_)
    first[1:] = (start[1:] > farthest[:-1]) | (rows[1:] != rows[:-1])
    at = np.flatnonzero(first)
    last = np.append(at[1:], len(boxes)) - 1
    made = boxes[at]
    made[:, 2] = farthest[last] - rows[at] * wide + left.min()
    return made, owners[at]


def stacked(boxes: Runs, owners: Integers) -> tuple[Runs, Integers]:
    """The boxes by owners, with consecutive ones of the same columns merged.

    Of each owner they must be in the order of their rows.
    """
    order = np.argsort(owners, kind="stable")
    boxes, owners = boxes[order], owners[order]
    first = np.ones(len(boxes), np.bool_)
    same = (boxes[1:, ::2] == boxes[:-1, ::2]).all(axis=1)
    first[1:] = ~(same & (boxes[1:, 1] == boxes[:-1, 3]) & (owners[1:] == owners[:-1]))
    at = np.flatnonzero(first)
    made = boxes[at]
    if len(at):
        made[:, 3] = boxes[np.append(at[1:], len(boxes)) - 1, 3]
    return made, owners[at]
