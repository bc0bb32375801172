"""Overwrites what a plan covers and cuts off the rest. Keeps no copy of what was there.

In this order (docs/regions.md, 5): mosaics and blurs as they stand in the recipe, then what lies
outside of the areas to keep, then fills as they stand in the recipe; at last the crop.
"""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from pixelseal.core.base.arrays import Pixels
from pixelseal.core.base.pixel_box import PixelBox
from pixelseal.core.cover.cells import Cells, Colour, cells_of
from pixelseal.core.cover.plan import Cover, Plan
from pixelseal.core.masks import Runs, Shelved, clipped, filled
from pixelseal.core.masks.spans import Integers, Mask
from pixelseal.core.pixels.banded_raster import AnyRaster
from pixelseal.model.recipe.region import Mosaic


class Painted(NamedTuple):
    """Runs of the finished picture and what they hold: a colour, or what runs between cells."""

    runs: Runs
    paint: Colour | Cells


def colour_of(hexadecimal: str) -> Colour:
    """(red, green, blue), 0..255 each, of "#rrggbb"."""
    red, green, blue = bytes.fromhex(hexadecimal[1:])
    return red, green, blue


def burn(raster: AnyRaster, plan: Plan) -> tuple[AnyRaster, tuple[Painted, ...]]:
    """Cover and crop; a gray picture becomes RGB only for a colour.

    The raster given must not be used afterwards: its pixels are changed or abandoned.
    """
    if any(len(set(colour_of(fill.colour))) > 1 for _runs, fill in plan.fills):
        raster = raster.in_colour()
    painted: list[Painted] = []
    if plan.soft:
        hidden = _hidden(plan)
        for cover in plan.soft:
            painted += _soften(raster, cover, hidden)
    painted += [_fill(raster, runs, colour_of(fill.colour)) for runs, fill in plan.fills]
    return _cropped(raster, painted, plan.crop)


def _fill(raster: AnyRaster, runs: Runs, colour: Colour) -> Painted:
    samples = np.array(colour, _dtype(raster)) * (257 if raster.bits == 16 else 1)
    value = samples[0] if raster.gray else samples
    raster.paint(runs, lambda _box: value)
    return Painted(runs, colour)


def _dtype(raster: AnyRaster) -> type[np.uint8] | type[np.uint16]:
    return np.uint8 if raster.bits == 8 else np.uint16


def _hidden(plan: Plan) -> Callable[[PixelBox], Mask]:
    """What gives the mask of a window: pixels that fills cover or the crop cuts off."""
    none = np.empty((0, 4), np.int32)
    filling = Shelved(np.concatenate([none, *(runs for runs, _fill in plan.fills)]))

    def hidden(window: PixelBox) -> Mask:
        left = filled(np.array([plan.crop], np.int32), window)
        return filled(filling.within(window), window) | ~left

    return hidden


def _soften(raster: AnyRaster, cover: Cover, hidden: Callable[[PixelBox], Mask]) -> list[Painted]:
    """Paint a mosaic or blur, made from what no fill covers and no crop cuts off."""
    cells = cells_of(raster, cover, hidden)
    if isinstance(cover.method, Mosaic):
        painted = []
        for row, colours in enumerate(cells.rows):
            for column, colour in enumerate(colours):
                area = cells.box(row, column, raster.width, raster.height)
                painted.append(_fill(raster, clipped(cover.runs, area), colour))
        return painted
    gray, dtype = raster.gray, _dtype(raster)
    raster.paint(cover.runs, lambda box: _between(cells, box, gray, dtype))
    return [Painted(cover.runs, cells)]


def _between(
    cells: Cells, box: PixelBox, gray: bool, dtype: type[np.uint8] | type[np.uint16]
) -> Pixels:
    """The colours of a box of pixels, straight lines between the middles of the cells."""
    values = np.array(cells.rows, np.int64)  # (rows, columns, 3)
    across = _weights(box.left - cells.left, box.right - cells.left, cells.step, values.shape[1])
    down = _weights(box.top - cells.top, box.bottom - cells.top, cells.step, values.shape[0])
    whole = 4 * cells.step * cells.step  # each of the two weights is in parts of 2 step
    blended = np.einsum("xc,rcv->rxv", across, values)
    made: Pixels = (np.einsum("yr,rxv->yxv", down, blended) + whole // 2) // whole
    if gray:
        made = made[:, :, 0]
    return (made * (257 if dtype is np.uint16 else 1)).astype(dtype)


def _weights(start: int, end: int, step: int, cells: int) -> Integers:
    """(pixels, cells): how much of each cell, in parts of 2 step, goes into each pixel."""
    # Twice the distance of a pixel's middle from the first cell's middle.
    place = 2 * np.arange(start, end, dtype=np.int64) + 1 - step
    place = np.clip(place, 0, 2 * step * (cells - 1))
    away = np.abs(place[:, np.newaxis] - 2 * step * np.arange(cells, dtype=np.int64))
    weights: Integers = np.maximum(2 * step - away, 0)
    return weights


def _cropped(
    raster: AnyRaster, painted: list[Painted], crop: PixelBox
) -> tuple[AnyRaster, tuple[Painted, ...]]:
    if crop == (0, 0, raster.width, raster.height):
        return raster, tuple(painted)
    offset = np.array([crop.left, crop.top, crop.left, crop.top], np.int32)
    moved = []
    for runs, paint in painted:
        if isinstance(paint, Cells):
            paint = paint._replace(left=paint.left - crop.left, top=paint.top - crop.top)
        moved.append(Painted(clipped(runs, crop) - offset, paint))
    return raster.cropped(crop), tuple(moved)
