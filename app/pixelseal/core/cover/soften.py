"""Paints mosaics and blurs in the recipe's order (docs/regions.md, 4 and 5).

Each is made from what those before it left, so their pixels cannot be computed together; what
depends on their shapes alone is (pixelseal.core.cover.told).
"""

from collections.abc import Callable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from pixelseal.core.base.arrays import Pixels
from pixelseal.core.base.pixel_box import PixelBox
from pixelseal.core.cover.cells import Cells, Colour, cells_of
from pixelseal.core.cover.painted import Painted
from pixelseal.core.cover.plan import Cover, Plan
from pixelseal.core.cover.told import Visible, told_of
from pixelseal.core.masks import box_of
from pixelseal.core.masks.spans import Integers
from pixelseal.core.pixels.banded_raster import AnyRaster
from pixelseal.core.pixels.raster import PAINTED, Raster
from pixelseal.model.recipe.region import Mosaic

_TOGETHER = 2_000  # covers whose pieces are computed at a time


def soften(raster: AnyRaster, plan: Plan) -> Painted:
    """Paint all mosaics and blurs; returns what the painted pieces of the picture then hold."""
    return _told(plan.soft, [cells for _cover, cells in softened(raster, plan)])


def softened(raster: AnyRaster, plan: Plan) -> Iterator[tuple[Cover, Cells]]:
    """Paint one mosaic or blur after the other; what each covers, and its cells."""
    visible = Visible(plan, raster.width, raster.height)
    for cover, told in zip(plan.soft, told_of(plan.soft, visible), strict=True):
        cells = cells_of(raster, cover, told)
        make = _painter(cells, cover, raster)
        if isinstance(raster, Raster) and len(cover.runs) > 1:
            frame = box_of(cover.runs)
            if (frame.right - frame.left) * (frame.bottom - frame.top) <= PAINTED:
                make = _cut_from(make(frame), frame)
        raster.paint(cover.runs, make)
        yield cover, cells


def sampled(cells: Cells, across: Integers, down: Integers) -> Pixels:
    """A blur's pixels at these columns and rows, as (rows, columns, 3) with 8 bits per sample."""
    colours = np.array(cells.rows, np.uint8)
    return _mixed(cells, colours, across - cells.left, down - cells.top)


def _cut_from(made: Pixels, frame: PixelBox) -> Callable[[PixelBox], Pixels]:
    """What gives the parts of pixels that were made for the frame, or for one of its rows."""
    left, top = frame[:2]
    if len(made) == 1:
        return lambda box: made[:, box.left - left : box.right - left]
    return lambda box: made[box.top - top : box.bottom - top, box.left - left : box.right - left]


def _painter(cells: Cells, cover: Cover, raster: AnyRaster) -> Callable[[PixelBox], Pixels]:
    """A function for the pixels of a box, or for one row if all its rows are equal."""
    colours = np.array(cells.rows, np.uint16)  # (rows, columns, 3)
    if raster.gray:
        colours = colours[:, :, 0]
    colours = colours * np.uint16(257) if raster.bits == 16 else colours.astype(np.uint8)
    if isinstance(cover.method, Mosaic) or colours.shape[:2] == (1, 1):
        return lambda box: _nearest(cells, colours, box)
    return lambda box: _between(cells, colours, box)


def _nearest(cells: Cells, colours: Pixels, box: PixelBox) -> Pixels:
    """Each pixel of a box with the colour of its nearest cell."""
    rows, columns = colours.shape[:2]
    across = _shares(cells.left, cells.step, columns, box.left, box.right)
    down = _shares(cells.top, cells.step, rows, box.top, box.bottom)
    if columns == 1:
        lines = np.broadcast_to(colours, (rows, box.right - box.left, *colours.shape[2:]))
    else:
        lines = np.repeat(colours, across, axis=1)
    if max(down) == box.bottom - box.top:
        line: Pixels = lines[down.index(max(down))][np.newaxis]
        return line
    made: Pixels = np.repeat(lines, down, axis=0)
    return made


def _shares(first: int, step: int, cells: int, start: int, end: int) -> list[int]:
    """How many pixels from `start` to `end` are nearest to each cell."""
    edges = [min(max(first + cell * step, start), end) for cell in range(1, cells)]
    return [after - before for before, after in zip([start, *edges], [*edges, end], strict=True)]


def _between(cells: Cells, colours: Pixels, box: PixelBox) -> Pixels:
    """The colours of a box of pixels, interpolated linearly between the centres of the cells."""
    across = np.arange(box.left - cells.left, box.right - cells.left)
    return _mixed(cells, colours, across, np.arange(box.top - cells.top, box.bottom - cells.top))


def _mixed(cells: Cells, colours: Pixels, columns: Integers, rows: Integers) -> Pixels:
    """The same of any columns and rows, counted from the first cell's corner.

    All cells of a region have one tint: what is computed for one sample holds for the others.
    Doubles are exact here: all sums are whole and below 2**53, and no quotient below 256 of a
    divisor below 2**44 is rounded up to a whole number that it does not reach.
    """
    values = np.array([[colour[0] for colour in row] for row in cells.rows], np.float64)
    across = _weights(columns, cells.step, values.shape[1])
    down = _weights(rows, cells.step, values.shape[0])
    whole = 4 * cells.step * cells.step  # each of the two weights is in parts of 2 step
    made = down @ (values @ across.T)
    made += whole // 2
    made /= whole
    levels = made.astype(colours.dtype)
    if colours.dtype == np.uint16:
        levels *= np.uint16(257)
    if colours.ndim == 2:
        return levels
    found = np.empty((*levels.shape, 3), colours.dtype)
    # Where a difference is negative it wraps around, and the sum wraps back.
    for sample, more in enumerate(colours[0, 0] - colours[0, 0, :1]):
        found[:, :, sample] = levels + more
    return found


def _weights(pixels: Integers, step: int, cells: int) -> NDArray[np.float64]:
    """(pixels, cells): how much of each cell, in parts of 2 step, goes into each pixel."""
    # Twice the distance of a pixel's middle from the first cell's middle.
    place = 2.0 * pixels + (1 - step)
    place = np.minimum(np.maximum(place, 0), 2 * step * (cells - 1))
    away = np.abs(place[:, np.newaxis] - 2.0 * step * np.arange(cells))
    weights: NDArray[np.float64] = np.maximum(2 * step - away, 0)
    return weights


def _told(covers: Sequence[Cover], made: list[Cells]) -> Painted:
    """The pieces of all covers: a mosaic's are cut where its cells end, and hold their colours."""
    paints: dict[Colour | Cells, int] = {}
    found, numbers = [np.empty((0, 4), np.int32)], [np.empty(0, np.int64)]
    for start in range(0, len(covers), _TOGETHER):
        some = slice(start, start + _TOGETHER)
        pieces, held = _pieces(covers[some], made[some], paints)
        found.append(pieces)
        numbers.append(held)
    return Painted(np.concatenate(found), list(paints), np.concatenate(numbers))


def _pieces(
    covers: Sequence[Cover], made: list[Cells], paints: dict[Colour | Cells, int]
) -> tuple[NDArray[np.int32], Integers]:
    """The same for some covers, in order; new paints are added to `paints`."""
    runs = np.concatenate([cover.runs for cover in covers])
    owners = np.repeat(np.arange(len(covers)), [len(cover.runs) for cover in covers])
    cut = [isinstance(cover.method, Mosaic) for cover in covers]
    rows: list[tuple[tuple[Colour | Cells, ...], ...]] = [
        cells.rows if sharp else ((cells,),) for cells, sharp in zip(made, cut, strict=True)
    ]
    # Of each cover: the first cell's corner, the cells' side, and how many there are.
    left, top, step, down, across = np.array(
        [(c.left, c.top, c.step, len(r), len(r[0])) for c, r in zip(made, rows, strict=True)],
        np.int64,
    ).T
    held = np.zeros((len(covers), int(down.max()), int(across.max())), np.int64)
    for number, shares in enumerate(rows):
        for row, share in enumerate(shares):
            for column, paint in enumerate(share):
                held[number, row, column] = paints.setdefault(paint, len(paints))
    pieces, numbers, whose = [], [], []
    for row, column in np.ndindex(*held.shape[1:]):
        some = np.flatnonzero((row < down[owners]) & (column < across[owners]))
        own, box = owners[some], runs[some].astype(np.int64)
        # The outer cells reach as far as the cover does.
        if column:
            box[:, 0] = np.maximum(box[:, 0], (left + column * step)[own])
        if row:
            box[:, 1] = np.maximum(box[:, 1], (top + row * step)[own])
        right, bottom = (left + (column + 1) * step)[own], (top + (row + 1) * step)[own]
        box[:, 2] = np.where(column + 1 < across[own], np.minimum(box[:, 2], right), box[:, 2])
        box[:, 3] = np.where(row + 1 < down[own], np.minimum(box[:, 3], bottom), box[:, 3])
        there = (box[:, 0] < box[:, 2]) & (box[:, 1] < box[:, 3])
        pieces.append(box[there].astype(np.int32))
        numbers.append(held[own[there], row, column])
        whose.append(own[there])
    order = np.argsort(np.concatenate(whose), kind="stable")
    return np.concatenate(pieces)[order], np.concatenate(numbers)[order]
