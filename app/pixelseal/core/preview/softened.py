"""Mosaics and blurs as they will be saved, small enough to be drawn on the screen. Never an output.

A mosaic is told by its cells, which is exact at any zoom; a blur by a few of its pixels, evenly
spread, between which it is linear but at the middle of a cell.
"""

from typing import NamedTuple

import numpy as np
from pixelseal.core.base.pixel_box import PixelBox
from pixelseal.core.cover.cells import Cells
from pixelseal.core.cover.growth import outline
from pixelseal.core.cover.plan import Cover, Plan
from pixelseal.core.cover.soften import sampled, softened
from pixelseal.core.masks import box_of
from pixelseal.core.pixels.banded_raster import AnyRaster
from pixelseal.core.pixels.raster import Raster
from pixelseal.core.preview.bitmap import write_bmp
from pixelseal.model.recipe.region import Mosaic

MOST = 50  # mosaics and blurs of a page; more would be megabytes of paths
AREA_MOST = 1_000_000  # characters of all paths
_SIDE = 48  # pixels of a blur that are told, along its longer side


class Softened(NamedTuple):
    """What one mosaic or blur will look like, in pixels of the upright page.

    `area` is an SVG path of all that it covers, grown. A mosaic has `cells`, boxes that fill the
    area, with "#rrggbb"; a blur has a `picture`, a BMP to be stretched smoothly over `box`.
    """

    area: str
    box: PixelBox
    cells: tuple[tuple[PixelBox, str], ...]
    picture: bytes


def softened_of(raster: AnyRaster, plan: Plan) -> tuple[Softened | None, ...]:
    """Each mosaic and blur in the recipe's order, None where that would be too much to draw.

    The raster is painted, and must not be used afterwards.
    """
    if len(plan.soft) > MOST:
        return (None,) * len(plan.soft)
    found: list[Softened | None] = []
    characters = 0
    for cover, cells in softened(raster, plan):
        area = outline(cover.runs)["fill"]
        characters += len(area)
        made = _mosaic if isinstance(cover.method, Mosaic) else _blur
        found.append(made(area, cover, cells) if characters <= AREA_MOST else None)
    return tuple(found)


def _mosaic(area: str, cover: Cover, cells: Cells) -> Softened:
    whole = box_of(cover.runs)
    found = []
    for row, colours in enumerate(cells.rows):
        for column, (red, green, blue) in enumerate(colours):
            cell = cells.box(row, column, whole.right, whole.bottom)
            left, top = max(cell.left, whole.left), max(cell.top, whole.top)
            right, bottom = min(cell.right, whole.right), min(cell.bottom, whole.bottom)
            if left < right and top < bottom:
                box = PixelBox(left, top, right, bottom)
                found.append((box, f"#{red:02x}{green:02x}{blue:02x}"))
    return Softened(area, whole, tuple(found), b"")


def _blur(area: str, cover: Cover, cells: Cells) -> Softened:
    left, top, right, bottom = box_of(cover.runs)
    step = -(-max(right - left, bottom - top) // _SIDE)
    # Each stands for `step` by `step` pixels; one more on each side, so that an edge is never drawn
    # from what lies outside.
    across = np.arange(left - step, right + step, step) + step // 2
    down = np.arange(top - step, bottom + step, step) + step // 2
    picture = write_bmp(Raster(sampled(cells, across, down)))
    box = PixelBox(
        left - step, top - step, left + (len(across) - 1) * step, top + (len(down) - 1) * step
    )
    return Softened(area, box, (), picture)
