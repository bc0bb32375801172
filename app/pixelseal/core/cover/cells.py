"""The few coarse values that a mosaic or blur is made of (docs/regions.md, 4). Paints nothing.

A region is divided into at most 3 by 3 cells. A cell has one of 4 brightnesses, and the whole
region one of 25 tints: at most 22.7 bits, whatever it covers. All later pixels are computed from
these numbers and the cells' positions alone.
"""

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from pixelseal.core.base.arrays import Pixels
from pixelseal.core.base.pixel_box import PixelBox
from pixelseal.core.cover.plan import Cover
from pixelseal.core.cover.told import Told
from pixelseal.core.pixels.banded_raster import AnyRaster

BRIGHTNESSES = (48, 101, 154, 207)  # levels of 255, for a mean in each quarter of the range
TINTS = (-48, -24, 0, 24, 48)  # levels by which red and blue differ from the brightness
# By how much red or blue differs from the brightness: its tint.
_NEAREST = {away: min(TINTS, key=lambda t: (abs(away - t), t)) for away in range(-255, 256)}
_WEIGHTS = (77, 150, 29)  # of 256: the luma of ITU-R BT.601

Colour = tuple[int, int, int]


class Cells(NamedTuple):
    """Cells of `step` pixels from (left, top) on; the last in a row or column are larger."""

    left: int
    top: int
    step: int
    rows: tuple[tuple[Colour, ...], ...]

    def box(self, row: int, column: int, width: int, height: int) -> PixelBox:
        """The pixels nearest to a cell, in a picture of that size; outer cells reach its edge."""
        last_row, last_column = len(self.rows) - 1, len(self.rows[0]) - 1
        return PixelBox(
            self.left + column * self.step if column else 0,
            self.top + row * self.step if row else 0,
            self.left + (column + 1) * self.step if column < last_column else width,
            self.top + (row + 1) * self.step if row < last_row else height,
        )


def cells_of(raster: AnyRaster, cover: Cover, told: Iterable[Told]) -> Cells:
    """The cells of a mosaic or blur, from the pixels that may be revealed: boxes of full rows."""
    frame, step = cover.frame, cover.method.strength
    columns = max(1, (frame.right - frame.left) // step)
    rows = max(1, (frame.bottom - frame.top) // step)
    samples = 1 if raster.gray else 3
    sums = np.zeros((rows, columns, samples), np.uint64)
    counts = np.zeros((rows, columns, 1), np.uint64)
    across = range(0, columns * step, step)
    for box, mask in told:
        first, last = (min((y - frame.top) // step, rows - 1) for y in (box.top, box.bottom - 1))
        edges = [max(0, frame.top + row * step - box.top) for row in range(first, last + 1)]
        down = list(pairwise([*edges, box.bottom - box.top]))
        pixels = raster.part(box)
        if mask is not None:
            ones = mask.view(np.uint8)
            _add(ones, counts[first : last + 1], down, across)
            pixels = pixels & _spread(ones, raster.bits, samples).reshape(pixels.shape)
        else:
            wide = [step] * (columns - 1) + [box.right - box.left - across[-1]]
            areas = [[(end - start) * one for one in wide] for start, end in down]
            counts[first : last + 1, :, 0] += np.array(areas, np.uint64)
        _add(pixels, sums[first : last + 1], down, across)
    sums //= 257 if raster.bits == 16 else 1
    totals = sums.reshape(-1, samples).tolist()
    cells = [
        _Sums(total[0], total[samples // 2], total[-1], count)
        for total, count in zip(totals, counts.reshape(-1).tolist(), strict=True)
    ]
    red, green, blue = (0, 0, 0) if raster.gray else _tint(cells)
    levels = [_level(cell) for cell in cells]
    colours = [(level + red, level + green, level + blue) for level in levels]
    return Cells(
        frame.left,
        frame.top,
        step,
        tuple(tuple(colours[row * columns : (row + 1) * columns]) for row in range(rows)),
    )


def _add(
    samples: Pixels, sums: NDArray[np.uint64], down: list[tuple[int, int]], across: range
) -> None:
    """To `sums` (rows, columns, n) add those of the samples (H, W) or (H, W, n) of each cell."""
    count = sums.shape[2]
    lines = samples.reshape(len(samples), -1)
    # Whole rows first: that reads memory in its order. At most 2**24 rows of 8 bits fit 32.
    narrow = samples.dtype.itemsize == 1
    for number, (start, end) in enumerate(down):
        line = np.add.reduce(lines[start:end], axis=0, dtype=np.uint32 if narrow else np.uint64)
        sums[number] += np.add.reduceat(line.reshape(-1, count), across, axis=0, dtype=np.uint64)


def _spread(ones: NDArray[np.uint8], bits: int, samples: int) -> Pixels:
    """All bits of each sample of a pixel with a one, none of another's."""
    whole = ones * np.uint8(255) if bits == 8 else ones * np.uint16(65535)
    return np.repeat(whole, samples) if samples > 1 else whole


class _Sums(NamedTuple):
    """Of a cell's pixels: the sums of red, green and blue in levels of 255, and how many."""

    red: int
    green: int
    blue: int
    pixels: int

    def means(self) -> Colour:
        """Samples as levels from 0 to 255, rounded down."""
        return self.red // self.pixels, self.green // self.pixels, self.blue // self.pixels


def _level(cell: _Sums) -> int:
    """The brightness of a cell; a middle one if nothing about it may be revealed."""
    if cell.pixels == 0:
        return BRIGHTNESSES[2]
    return BRIGHTNESSES[_luma(cell.means()) // 64]


def _luma(colour: Colour) -> int:
    red, green, blue = colour
    return (_WEIGHTS[0] * red + _WEIGHTS[1] * green + _WEIGHTS[2] * blue) // 256


def _tint(cells: list[_Sums]) -> Colour:
    """The tint: what is added to the brightness for red, green and blue, from all cells."""
    total = _Sums(*map(sum, zip(*cells, strict=True))) if len(cells) > 1 else cells[0]
    if total.pixels == 0:
        return 0, 0, 0
    means = total.means()
    luma = _luma(means)
    red, blue = _NEAREST[means[0] - luma], _NEAREST[means[2] - luma]
    # Green compensates both, so that the brightness stays.
    return red, -((_WEIGHTS[0] * red + _WEIGHTS[2] * blue) // _WEIGHTS[1]), blue
