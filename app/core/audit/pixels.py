"""Reads the burned pixels of an output back and compares them with their cover. Decodes nothing.

Lossless codings: every covered pixel must equal what it must hold. Lossy codings: a compression
block that lies partly outside the covers rings with what is *outside*, so it is not compared. In
blocks that lie wholly inside, every pixel farther from the rim than the coding smooths must come
back: where the block is of one colour, within the coding's tolerance, and in a JPEG all of that
colour as one and the same value; where colours meet or run in it, within the tolerance and as much
again as brightness and hue differ in the block: coding them coarsely can flatten them. In a coding
that predicts blocks from those above and beside them, a narrower tolerance holds where these are
of the same colour; in one whose transforms cross any grid, where blocks all around are.
"""

from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from app.core.audit.anatomy import Anatomy
from app.core.audit.expected import Colour, Covered, Ramp
from app.core.audit.wanted import Box, Labels, Wanted

_Mask = NDArray[np.bool_]
_BAND_BLOCKS = 16  # rows of blocks (of rows, if lossless: 256) looked at together: bounds memory
_WRONG = "A covered area holds something other than what must cover it."


class Shown(Protocol):
    """Pixels (H, W) or (H, W, 3): an array, or something that makes its rows when asked for."""

    @property
    def shape(self) -> tuple[int, ...]:
        """(H, W) or (H, W, 3)."""

    def __getitem__(self, rows: slice) -> NDArray[Any]:
        """These rows as an array."""


@dataclass
class Reading:
    """How many covered pixels were compared, and a sentence if one was wrong."""

    compared: int = 0
    why: str = ""


def read_back(pixels: Shown, covers: tuple[Covered, ...], anatomy: Anatomy) -> Reading:
    """Compare the covered areas of `pixels` (H, W) or (H, W, 3) with what they must hold."""
    reading = Reading()
    wanted = Wanted(covers, (pixels.shape[0], pixels.shape[1]))
    if len(pixels.shape) == 2 and wanted.coloured:
        reading.why = "A covered area should have a colour, but the picture is gray."
        return reading
    look = _lossy if anatomy.lossy else _lossless
    firsts: dict[int, NDArray[Any]] = {}
    rows = _BAND_BLOCKS * anatomy.grid[1] if anatomy.lossy else 256
    for top in range(0, pixels.shape[0], rows):
        window = wanted.touched(top, min(top + rows, pixels.shape[0]))
        if window is None:
            continue
        compared, right = look(pixels, wanted, window, anatomy, firsts)
        reading.compared += compared
        if not right:
            reading.why = _WRONG
            return reading
    return reading


_Firsts = dict[int, NDArray[Any]]  # the first value seen of each flat colour


def _lossless(
    pixels: Shown, wanted: Wanted, window: Box, _anatomy: Anatomy, _firsts: _Firsts
) -> tuple[int, bool]:
    labels = wanted.labels(window)
    held, colours = _held(pixels, window), wanted.colours(labels, window)
    covered = labels >= 0
    return int(covered.sum()), bool((_away(held, colours) == 0)[covered].all())


def _lossy(
    pixels: Shown, wanted: Wanted, window: Box, anatomy: Anatomy, firsts: _Firsts
) -> tuple[int, bool]:
    around = max([2 if anatomy.inner else 1, *(1 + blocks for blocks, _ in anatomy.deeper)])
    wide = _widened(window, anatomy.grid, around)
    labels = wanted.labels(wide)
    lowest = _of_blocks(np.minimum, labels, anatomy)
    highest = _of_blocks(np.maximum, labels, anatomy)
    covered = lowest >= 0
    inside = _inner(covered, anatomy, wide, window)
    if not inside.any():
        return 0, True
    held, right = _held(pixels, window), True
    flat = np.zeros(inside.shape, np.bool_)
    one = np.where(lowest == highest, lowest, -1)  # the number of a block with one paint
    for number in np.unique(one[one >= 0]).tolist():
        paint = wanted.paints[number]
        if isinstance(paint, Ramp):
            continue
        blocks = one == number
        alone = np.array_equal(blocks, covered)
        own = inside if alone else _inner(blocks, anatomy, wide, window)
        if not own.any():
            continue
        flat |= own
        if anatomy.flat:
            y, x = divmod(int(own.argmax()), own.shape[1])
            first = firsts.setdefault(number, np.array(held[y, x]))
            right &= not (own & _differs(held, first)).any()
            values = first[np.newaxis]  # which stands for all of them
        else:
            values = held[own]
        right &= _near(values, paint, anatomy.tolerance)
        if anatomy.inner:
            within = _inner(_predicted(blocks), anatomy, wide, window)
            right &= _near(held[within], paint, anatomy.inner)
        for distance, tolerance in anatomy.deeper:
            within = _cut(_spread(_eroded(blocks, distance), anatomy), wide, window)
            right &= _near(held[within], paint, tolerance)
    mixed = inside & ~flat
    if mixed.any():
        colours = wanted.colours(labels, wide)
        away = _away(held, _cut(colours, wide, window))
        # A JPEG's tolerance is what rounding one coefficient does; here many are.
        least = 2 * anatomy.tolerance if anatomy.flat else anatomy.tolerance
        room = _cut(_differences(colours, anatomy), wide, window) + least
        right &= bool((away <= room)[mixed].all())
    return int(inside.sum()), right


def _held(pixels: Shown, window: Box) -> NDArray[Any]:
    left, top, right, bottom = window
    return pixels[top:bottom][:, left:right]


def _differs(held: NDArray[Any], pixel: NDArray[Any]) -> _Mask:
    """Where pixels are not that one. Sample by sample: a loop over three is a slow one."""
    differs = np.zeros(held.shape[:2], np.bool_)
    samples = held.reshape(*held.shape[:2], -1)
    for sample, value in enumerate(pixel.reshape(-1)):
        differs |= samples[:, :, sample] != value
    return differs


def _away(held: NDArray[Any], colours: NDArray[np.int16]) -> NDArray[Any]:
    """How far each pixel is from its colour in the worst of its samples, in their own levels."""
    scale = 257 if held.dtype.itemsize == 2 else 1
    samples = held.astype(np.int32).reshape(*held.shape[:2], -1)
    away = np.abs(samples - colours[:, :, : samples.shape[2]].astype(np.int32) * scale)
    worst: NDArray[np.int32] = away.max(axis=2)
    return worst


def _near(values: NDArray[Any], colour: Colour, tolerance: int) -> bool:
    """True if each pixel of (n) or (n, 3) `values` is that close to the 8-bit colour."""
    wanted = np.array(colour, np.int16)[np.newaxis, np.newaxis]
    return not len(values) or bool((_away(values[np.newaxis], wanted) <= tolerance).all())


def _widened(window: Box, grid: tuple[int, int], more: int) -> Box:
    """The window made whole blocks, and so many blocks more on each side."""
    (across, down), (left, top, right, bottom) = grid, window
    return (
        (left // across - more) * across,
        (top // down - more) * down,
        (-(-right // across) + more) * across,
        (-(-bottom // down) + more) * down,
    )


def _cut(values: NDArray[Any], wide: Box, window: Box) -> NDArray[Any]:
    """The window's part of what was worked out for the widened one."""
    left, top, right, bottom = window
    return values[top - wide[1] : bottom - wide[1], left - wide[0] : right - wide[0]]


def _blocks(values: NDArray[Any], anatomy: Anatomy) -> NDArray[Any]:
    """(H, W, ...) as (rows of blocks, rows in one, columns of blocks, columns in one, ...)."""
    (across, down), (height, width) = anatomy.grid, values.shape[:2]
    return values.reshape(height // down, down, width // across, across, *values.shape[2:])


def _spread(blocks: NDArray[Any], anatomy: Anatomy) -> NDArray[Any]:
    """A value of each block as one of each of its pixels."""
    across, down = anatomy.grid
    rows, columns = blocks.shape[:2]
    cells = blocks[:, np.newaxis, :, np.newaxis]
    spread = np.broadcast_to(cells, (rows, down, columns, across, *blocks.shape[2:]))
    return spread.reshape(rows * down, columns * across, *blocks.shape[2:])


def _of_blocks(fold: np.ufunc, labels: Labels, anatomy: Anatomy) -> Labels:
    """Rows of blocks, blocks: `fold` over the labels of each."""
    (across, down), (height, width) = anatomy.grid, labels.shape
    # Along the columns first: that reads memory in its order, and is many times faster.
    lines = fold.reduce(labels.reshape(height // down, down, width), axis=1)
    blocks: Labels = fold.reduce(lines.reshape(height // down, width // across, across), axis=2)
    return blocks


def _inner(blocks: _Mask, anatomy: Anatomy, wide: Box, window: Box) -> _Mask:
    """The window's pixels that lie so far within the blocks that only these make them."""
    (across, down), margin = anatomy.grid, anatomy.margin
    # First along a row of blocks, once for all of its rows of pixels; then those near others.
    lines = _eroded_along(np.repeat(blocks, across, axis=1), margin)
    rows = np.repeat(lines[:, np.newaxis], down, axis=1)
    rows[1:, :margin] &= lines[:-1, np.newaxis]
    rows[:-1, down - margin :] &= lines[1:, np.newaxis]
    return _cut(rows.reshape(-1, lines.shape[1]), wide, window)


def _predicted(blocks: _Mask) -> _Mask:
    """The blocks among `blocks` whose neighbours above and on both sides are set as well."""
    below = np.zeros_like(blocks)
    below[1:] = blocks[1:] & blocks[:-1]
    within = np.zeros_like(blocks)
    within[:, 1:-1] = below[:, 1:-1] & below[:, :-2] & below[:, 2:]
    return within


def _differences(colours: NDArray[np.int16], anatomy: Anatomy) -> NDArray[np.int16]:
    """For each pixel how much colours differ in the blocks from which something is smoothed to it.

    Brightness and hue are coded apart: Y, and what makes red and blue of it (JFIF 1.02, R - Y and
    B - Y); where they are flattened, their errors add up.
    """
    red, green, blue = (colours[:, :, i].astype(np.int32) for i in range(3))
    luma = (299 * red + 587 * green + 114 * blue) // 1000
    parts = np.stack([luma, red - luma, blue - luma], axis=2).astype(np.int16)
    highest = _blocks(_highest(parts, anatomy.margin), anatomy).max(axis=(1, 3))
    lowest = -_blocks(_highest(-parts, anatomy.margin), anatomy).max(axis=(1, 3))
    luma, hues = (highest - lowest)[:, :, 0], (highest - lowest)[:, :, 1:]
    return _highest(_spread(luma + hues.max(axis=2), anatomy), anatomy.margin)


def _highest(values: NDArray[np.int16], margin: int) -> NDArray[np.int16]:
    """For each pixel the highest value up to `margin` away from it."""
    for _ in range(2):  # rows, then columns
        higher = values.copy()
        for distance in range(1, margin + 1):
            np.maximum(higher[distance:], values[:-distance], out=higher[distance:])
            np.maximum(higher[:-distance], values[distance:], out=higher[:-distance])
        values = higher.swapaxes(0, 1)
    return values


def _eroded(mask: _Mask, margin: int) -> _Mask:
    """The pixels whose neighbours up to `margin` away are all set."""
    return _eroded_along(_eroded_along(mask, margin).T, margin).T


def _eroded_along(mask: _Mask, margin: int) -> _Mask:
    """The same of neighbours in the same row alone."""
    smaller = mask.copy()
    for distance in range(1, margin + 1):
        smaller[:, distance:] &= mask[:, :-distance]
        smaller[:, :-distance] &= mask[:, distance:]
    return smaller
