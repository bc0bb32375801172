"""Overwrites covered pixels with one colour. Keeps no copy of what was there.

Row by row and box by box; the last region drawn wins where regions overlap.
"""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from app.core.box import Box
from app.core.raster import Raster


class Cover(NamedTuple):
    """Boxes of upright pixels and the 8-bit sRGB colour that fills them."""

    boxes: tuple[Box, ...]
    colour: tuple[int, int, int]


def colour_of(hexadecimal: str) -> tuple[int, int, int]:
    """(red, green, blue), 0..255 each, of "#rrggbb"."""
    red, green, blue = bytes.fromhex(hexadecimal[1:])
    return red, green, blue


def burn(raster: Raster, covers: Iterable[Cover]) -> Raster:
    """Fill every cover in order, in place; a gray picture becomes RGB only for a colour.

    The raster given must not be used afterwards: its pixels are changed or abandoned.
    """
    covers = tuple(covers)
    if any(len(set(cover.colour)) > 1 for cover in covers):
        raster = raster.in_colour()
    scale = 257 if raster.bits == 16 else 1
    for cover in covers:
        samples = np.array(cover.colour, raster.pixels.dtype) * scale
        value = samples[0] if raster.gray else samples
        for box in cover.boxes:
            raster.pixels[box.top : box.bottom, box.left : box.right] = value
    return raster
