"""Spans of pixels in rows painted into a mask, and integer square roots. Knows no shape."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from app.core.box import Box

Integers = NDArray[np.int64]
Mask = NDArray[np.bool_]


class Spans(NamedTuple):
    """Columns `left <= x < right` of a row; empty where right <= left. Three equal lengths."""

    rows: Integers
    left: Integers
    right: Integers


def painted(spans: Spans, window: Box) -> Mask:
    """The window's pixels that lie in any of the spans, whose rows must lie in the window."""
    height, width = window.bottom - window.top, window.right - window.left
    left = np.clip(spans.left - window.left, 0, width)
    right = np.clip(spans.right - window.left, 0, width)
    some = right > left
    rows = spans.rows[some] - window.top
    ends = np.zeros((height, width + 1), np.int32)
    np.add.at(ends, (rows, left[some]), 1)
    np.add.at(ends, (rows, right[some]), -1)
    covered: Mask = np.cumsum(ends, axis=1, dtype=np.int32)[:, :-1] > 0
    return covered


def floor_root(numbers: Integers) -> Integers:
    """The integer square roots of numbers from 0 to 2**52.

    IEEE 754 rounds a square root correctly, so below 2**52 cutting it off is exact.
    """
    return np.sqrt(numbers.astype(np.float64)).astype(np.int64)


def ceiling_root(numbers: Integers) -> Integers:
    """The least integers whose squares are not below these numbers, from 0 to 2**52."""
    return np.where(numbers > 0, floor_root(np.maximum(numbers - 1, 0)) + 1, 0)
