"""The few coarse values that a mosaic or blur is made of (docs/regions.md, 4). Paints nothing.

A region is divided into at most 3 by 3 cells. A cell has one of 4 brightnesses, and the whole
region one of 25 tints: at most 22.7 bits, whatever it covers. All later pixels are worked out from
these numbers and the cells' places alone.
"""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from pixelseal.core.base.pixel_box import PixelBox
from pixelseal.core.cover.plan import Cover
from pixelseal.core.masks import mask
from pixelseal.core.masks.runs import bands
from pixelseal.core.masks.spans import Mask
from pixelseal.core.pixels.banded_raster import AnyRaster

BRIGHTNESSES = (48, 101, 154, 207)  # levels of 255, for a mean in each quarter of the range
TINTS = (-48, -24, 0, 24, 48)  # levels by which red and blue differ from the brightness
_WEIGHTS = (77, 150, 29)  # of 256: the luma of ITU-R BT.601

Colour = tuple[int, int, int]


class Cells(NamedTuple):
    """Cells of `step` pixels from (left, top) on; the last in a row or column reach farther."""

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


def cells_of(raster: AnyRaster, cover: Cover, hidden: Callable[[PixelBox], Mask]) -> Cells:
    """The cells of a mosaic or blur, from the pixels of its shape that are not `hidden`.

    `hidden` gives the mask of a window: the pixels of which nothing may be told here, because
    something else covers them or they are cut off.
    """
    frame, step = cover.frame, cover.method.strength
    columns = max(1, (frame.right - frame.left) // step)
    rows = max(1, (frame.bottom - frame.top) // step)
    blank = Cells(frame.left, frame.top, step, (((0, 0, 0),) * columns,) * rows)
    sums = [
        [_sums(raster, cover, hidden, blank, r, c) for c in range(columns)] for r in range(rows)
    ]
    red, green, blue = (0, 0, 0) if raster.gray else _tint([c for row in sums for c in row])
    levels = [[_level(cell) for cell in row] for row in sums]
    return blank._replace(
        rows=tuple(tuple((v + red, v + green, v + blue) for v in row) for row in levels)
    )


class _Sums(NamedTuple):
    """Of a cell's pixels: the sums of red, green and blue in levels of 255, and how many."""

    red: int
    green: int
    blue: int
    pixels: int

    def means(self) -> Colour:
        """Levels from 0 to 255, rounded down."""
        return self.red // self.pixels, self.green // self.pixels, self.blue // self.pixels


def _sums(
    raster: AnyRaster,
    cover: Cover,
    hidden: Callable[[PixelBox], Mask],
    cells: Cells,
    row: int,
    column: int,
) -> _Sums:
    area, frame = cells.box(row, column, raster.width, raster.height), cover.frame
    inner = PixelBox(
        max(area.left, frame.left),
        max(area.top, frame.top),
        min(area.right, frame.right),
        min(area.bottom, frame.bottom),
    )
    totals, count = np.zeros(3, np.uint64), 0
    for band in bands(inner):
        seen = mask(cover.shape, band) & ~hidden(band)
        held = raster.part(band)[seen]
        totals += held.sum(axis=0, dtype=np.uint64)
        count += len(held)
    scale = 257 if raster.bits == 16 else 1
    red, green, blue = (int(total) // scale for total in totals)
    return _Sums(red, green, blue, count)


def _level(cell: _Sums) -> int:
    """The brightness of a cell; a middle one where nothing of it may be told."""
    if cell.pixels == 0:
        return BRIGHTNESSES[2]
    return BRIGHTNESSES[_luma(cell.means()) // 64]


def _luma(colour: Colour) -> int:
    return sum(weight * level for weight, level in zip(_WEIGHTS, colour, strict=True)) // 256


def _tint(cells: list[_Sums]) -> Colour:
    """What is added to the brightness for red, green and blue, from all cells together."""
    total = _Sums(*(sum(parts) for parts in zip(*cells, strict=True)))
    if total.pixels == 0:
        return 0, 0, 0
    means = total.means()
    away = (means[0] - _luma(means), means[2] - _luma(means))
    red, blue = (min(TINTS, key=lambda tint: (abs(d - tint), tint)) for d in away)
    # Green makes up for both, so that the brightness stays.
    return red, -((_WEIGHTS[0] * red + _WEIGHTS[2] * blue) // _WEIGHTS[1]), blue
