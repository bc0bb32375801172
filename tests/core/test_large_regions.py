"""Shapes over a 48-megapixel picture are worked out in bands, never as a mask of the whole."""

import sys
import tracemalloc

import numpy as np
import pytest

from app.core.burn import burn
from app.core.raster import Raster
from app.core.regions import plan
from app.core.source import Source
from app.model.geometry import Rectangle
from app.model.recipe import Recipe
from app.model.region import Blur, Keep, Mosaic, Region
from app.model.shapes import Brush, Ellipse, Polygon

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
    source = Source(format="jpeg", width=SIZE[0], height=SIZE[1], lossy=lossy, mcu=(16, 16))
    raster = Raster(np.zeros(SIZE[::-1], np.uint8))
    tracemalloc.start()
    try:
        burn(raster, plan(recipe.fitted(*SIZE), source))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 80 * MEGABYTE
