"""Spans of pixels in rows, and integer square roots. Knows nothing of shapes."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Integers = NDArray[np.int64]
Mask = NDArray[np.bool_]


class Spans(NamedTuple):
    """Columns `left <= x < right` of a row, and the number of a shape; equal lengths.

    Empty where right <= left.
    """

    owners: Integers
    rows: Integers
    left: Integers
    right: Integers


def joined(parts: list[Spans]) -> Spans:
    """All of the spans, one after the other."""
    if not parts:
        return Spans(*(np.empty(0, np.int64) for _ in range(4)))
    return Spans(*(np.concatenate(columns) for columns in zip(*parts, strict=True)))


def each_row(first: Integers, last: Integers) -> tuple[Integers, Integers]:
    """For parts in the rows `first` up to `last`: the number of each, once per row; and the row.

    The rows of all, without a loop over them: thousands of shapes are computed at once.
    """
    # In WebAssembly an index has 32 bits, and numpy repeats by no wider counts.
    counts = np.maximum(last - first, 0).astype(np.intp)
    numbers = np.repeat(np.arange(len(counts), dtype=np.int64), counts)
    before = np.cumsum(counts) - counts
    rows = np.arange(len(numbers), dtype=np.int64) + np.repeat(first - before, counts)
    return numbers, rows


def floor_root(numbers: Integers) -> Integers:
    """The integer square roots of numbers from 0 to 2**52.

    IEEE 754 rounds a square root correctly, so below 2**52 truncation is exact.
    """
    return np.sqrt(numbers.astype(np.float64)).astype(np.int64)


def ceiling_root(numbers: Integers) -> Integers:
    """The least integers whose squares are not below these numbers, from 0 to 2**52."""
    return np.where(numbers > 0, floor_root(np.maximum(numbers - 1, 0)) + 1, 0)
