"""Compression blocks for the audit: what is in one, and next to it. Compares nothing.

Arrays of blocks hold one value per block, those of pixels one per pixel of full blocks. Blocks may
have numbers, -1 for none; results are computed for all numbers at once.
"""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from pixelseal.core.audit.facts.parsed_output import ParsedOutput
from pixelseal.core.audit.pixels.expected_pixels import Window
from pixelseal.core.audit.pixels.overlaid import Labels

Mask = NDArray[np.bool_]
Rows = NDArray[np.intp]


def widened(window: Window, grid: tuple[int, int], more: int) -> Window:
    """The window extended to full blocks, plus that many blocks on each side."""
    (across, down), (left, top, right, bottom) = grid, window
    return (
        (left // across - more) * across,
        (top // down - more) * down,
        (-(-right // across) + more) * across,
        (-(-bottom // down) + more) * down,
    )


class Places(NamedTuple):
    """Where the pixels of a window lie in the `wide` one, which consists of full blocks."""

    wide: Window
    window: Window
    parsed: ParsedOutput

    def cut(self, values: NDArray[Any]) -> NDArray[Any]:
        """The window's part of (..., H, W) values for the wide one."""
        (x, y, _right, _bottom), (left, top, right, bottom) = self.wide, self.window
        return values[..., top - y : bottom - y, left - x : right - x]

    def spread(self, values: NDArray[Any]) -> NDArray[Any]:
        """A value of each block as one of each of the window's pixels."""
        (across, down), (rows, columns) = self.parsed.grid, values.shape
        shape = (rows, down, columns, across)
        wide = np.broadcast_to(values[:, np.newaxis, :, np.newaxis], shape)
        return self.cut(wide.reshape(rows * down, columns * across))

    def middles(self, shape: tuple[int, ...]) -> tuple[Rows, Rows, Mask]:
        """Row and column of the middle of each of so many blocks, and whether the window has it."""
        (across, down), (left, top, right, bottom) = self.parsed.grid, self.window
        y = np.arange(shape[0]) * down + down // 2 + self.wide[1] - top
        x = np.arange(shape[1]) * across + across // 2 + self.wide[0] - left
        y, x = np.broadcast_arrays(y[:, np.newaxis], x)
        return y, x, (y >= 0) & (y < bottom - top) & (x >= 0) & (x < right - left)


def folded(fold: np.ufunc, labels: Labels, parsed: ParsedOutput) -> Labels:
    """Rows of blocks, blocks: `fold` over the labels of each."""
    (across, down), (height, width) = parsed.grid, labels.shape
    # Along the columns first: that reads memory in order, and is many times faster.
    lines = fold.reduce(labels.reshape(height // down, down, width), axis=1)
    blocks: Labels = fold.reduce(lines.reshape(height // down, width // across, across), axis=2)
    return blocks


def alike(numbers: Labels, parsed: ParsedOutput) -> Mask:
    """The pixels so far within blocks of their own number that only those affect them."""
    (across, down), margin = parsed.grid, parsed.margin
    # First along rows of blocks, once for all their rows of pixels; then those near others.
    lines = np.repeat(numbers, across, axis=1)
    within = _same_along(lines, margin)
    rows = np.repeat(within[:, np.newaxis], down, axis=1)
    same = lines[1:] == lines[:-1]
    rows[1:, :margin] &= (within[:-1] & same)[:, np.newaxis]
    rows[:-1, down - margin :] &= (within[1:] & same)[:, np.newaxis]
    return rows.reshape(-1, lines.shape[1])


def predicted(numbers: Labels) -> Labels:
    """The numbers of the blocks whose neighbours above and on both sides have the same number."""
    below = np.zeros(numbers.shape, np.bool_)
    below[1:] = numbers[1:] == numbers[:-1]
    within = np.zeros(numbers.shape, np.bool_)
    own = numbers[:, 1:-1]
    within[:, 1:-1] = below[:, 1:-1]
    for side, above in ((numbers[:, :-2], below[:, :-2]), (numbers[:, 2:], below[:, 2:])):
        within[:, 1:-1] &= above & (side == own)
    return np.where(within, numbers, np.int32(-1))


def eroded(numbers: Labels, distance: int) -> Mask:
    """The blocks whose neighbours up to `distance` away on all sides have the same number."""
    within = _same_along(numbers, distance)
    lines = within.copy()
    for away in range(1, distance + 1):
        same = numbers[away:] == numbers[:-away]
        within[away:] &= lines[:-away] & same
        within[:-away] &= lines[away:] & same
    return within


def _same_along(numbers: Labels, margin: int) -> Mask:
    """Where neighbours in the same row up to `margin` away have the same number."""
    within = numbers >= 0
    for away in range(1, margin + 1):
        same = numbers[:, away:] == numbers[:, :-away]
        within[:, away:] &= same
        within[:, :-away] &= same
    return within
