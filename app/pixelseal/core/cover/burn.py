"""Overwrites what a plan covers and cuts off the rest. Keeps no copy of what was there.

In this order (docs/regions.md, 5): mosaics and blurs in the recipe's order, then everything outside
the areas to keep, then fills in the recipe's order; finally the crop.
"""

import numpy as np
from pixelseal.core.cover.cells import Colour
from pixelseal.core.cover.painted import Painted
from pixelseal.core.cover.plan import Plan
from pixelseal.core.cover.soften import soften
from pixelseal.core.masks import Runs
from pixelseal.core.pixels.banded_raster import AnyRaster


def colour_of(hexadecimal: str) -> Colour:
    """(red, green, blue), 0..255 each, of "#rrggbb"."""
    red, green, blue = bytes.fromhex(hexadecimal[1:])
    return red, green, blue


def burn(raster: AnyRaster, plan: Plan) -> tuple[AnyRaster, tuple[Painted, ...]]:
    """Cover and crop; a grey picture becomes RGB only for a colour.

    The given raster must not be used afterwards: its pixels are changed or abandoned.
    """
    if any(len(set(colour_of(fill.colour))) > 1 for _runs, fill in plan.fills):
        raster = raster.in_colour()
    painted = [soften(raster, plan)] if plan.soft else []
    painted += [_fill(raster, runs, colour_of(fill.colour)) for runs, fill in plan.fills]
    if plan.crop != (0, 0, raster.width, raster.height):
        raster, painted = raster.cropped(plan.crop), [row.cropped(plan.crop) for row in painted]
    return raster, tuple(painted)


def _fill(raster: AnyRaster, runs: Runs, colour: Colour) -> Painted:
    dtype = np.uint8 if raster.bits == 8 else np.uint16
    samples = np.array(colour, dtype) * (257 if raster.bits == 16 else 1)
    value = samples[0] if raster.gray else samples
    raster.paint(runs, lambda _box: value)
    return Painted(runs, (colour,), np.zeros(len(runs), np.int64))
