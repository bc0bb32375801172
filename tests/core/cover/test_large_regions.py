"""Shapes over a 48-megapixel picture are worked out in bands, never as a mask of the whole."""

import sys
import tracemalloc

import numpy as np
import pytest
from pixelseal.core.cover.burn import burn
from pixelseal.core.cover.plan import plan
from pixelseal.core.pixels.raster import Raster
from pixelseal.core.source import Page
from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.recipe import Recipe
from pixelseal.model.recipe.region import Blur, Keep, Mosaic, Region
from pixelseal.model.recipe.shapes import Brush, Ellipse, Polygon

SIZE = (8000, 6000)
MEGABYTE = 1 << 20
OVAL = Ellipse(-100, -100, 8200, 6200)
COMB = Polygon([(80 * i, 6000 if i % 2 else 0) for i in range(101)])
SCRIBBLE = Brush([(i * 397 % 8000, i * 911 % 6000) for i in range(100)], 40)


@pytest.mark.skipif(
    sys.platform == "emscripten", reason="counting 48 megapixels takes minutes inside Pyodide"
)
@pytest.mark.parametrize("lossy", [False, True])
@pytest.mark.parametrize(
    "recipe",
    [
        Recipe([Region(OVAL), Region(COMB), Region(SCRIBBLE)]),
        Recipe(keep=[Keep(OVAL), Keep(SCRIBBLE)]),
        Recipe([Region(OVAL, Mosaic(2667), "Q"), Region(Rectangle(0, 0, *SIZE), Blur(3000))]),
    ],
)
def test_memory_beside_the_picture_is_bounded(recipe, lossy):
    source = Page(format="jpeg", width=SIZE[0], height=SIZE[1], lossy=lossy, mcu=(16, 16))
    raster = Raster(np.zeros(SIZE[::-1], np.uint8))
    tracemalloc.start()
    try:
        burn(raster, plan(recipe.fitted(*SIZE), source))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 80 * MEGABYTE
