"""What the editor draws of mosaics and blurs is what is saved, pixel by pixel."""

import io
import re

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from pixelseal.core import engine
from pixelseal.core.base.errors import RecipeRefused
from pixelseal.core.preview import softened
from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.recipe import Recipe
from pixelseal.model.recipe.region import Blur, Crop, Fill, Keep, Mosaic, Output, Region
from pixelseal.model.recipe.shapes import Brush, Ellipse
from pixelseal.model.recipe.turn import Turn

from tests.core.support import BUILD, LABEL, file_of, photo

WIDTH, HEIGHT = 240, 180
_RECT = re.compile(r"M(\d+) (\d+)H(\d+)V(\d+)H\d+Z")


def drawn(image: np.ndarray, covers: tuple[engine.Softened | None, ...]) -> np.ndarray:
    """The picture with the covers drawn over it as the page does, one above the other."""
    found = image.astype(np.int16)
    for cover in covers:
        assert cover is not None
        layer = np.full(found.shape, -1, np.int16)
        for (left, top, right, bottom), colour in cover.cells:
            layer[top:bottom, left:right] = list(bytes.fromhex(colour[1:]))
        if cover.picture:
            left, top, right, bottom = cover.box
            small = Image.open(io.BytesIO(cover.picture)).convert("RGB")
            large = np.asarray(
                small.resize((right - left, bottom - top), Image.Resampling.BILINEAR)
            )
            x0, y0, x1, y1 = max(0, left), max(0, top), min(WIDTH, right), min(HEIGHT, bottom)
            layer[y0:y1, x0:x1] = large[y0 - top : y1 - top, x0 - left : x1 - left]
        for left, top, right, bottom in (map(int, box) for box in _RECT.findall(cover.area)):
            found[top:bottom, left:right] = layer[top:bottom, left:right]
    assert found.min() >= 0
    return found


def saved(source: bytes, recipe: Recipe) -> np.ndarray:
    done = engine.redact(source, recipe, label=LABEL, build=BUILD)
    return np.asarray(Image.open(io.BytesIO(done.output)).convert("RGB")).astype(np.int16)


box = st.tuples(st.integers(0, 200), st.integers(0, 140), st.integers(8, 120), st.integers(8, 90))
shape = st.one_of(
    box.map(lambda b: Rectangle(*b)),
    box.map(lambda b: Ellipse(*b)),
    box.map(lambda b: Brush([(b[0], b[1]), (b[0] + b[2], b[1] + b[3] // 2)], 24)),
)
soft = st.builds(
    lambda shape, kind, more: Region(shape, kind(-(-max(shape.width, shape.height) // 3) + more)),
    shape,
    st.sampled_from([Mosaic, Blur]),
    st.integers(32, 60),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(soft, min_size=1, max_size=3), st.sampled_from(["PNG", "JPEG"]))
def test_covers_that_overlap_are_drawn_as_they_are_saved(regions, format):
    source = file_of(photo(WIDTH, HEIGHT), format)
    recipe = Recipe(regions, output=Output("png"))
    before = saved(source, Recipe(output=Output("png")))
    mine = drawn(before, engine.softened(source, recipe))
    theirs = saved(source, recipe)
    blurred = any(isinstance(region.method, Blur) for region in regions)
    # Between the pixels that are told of a blur it is linear but where it has a bend.
    assert np.abs(mine - theirs).max() <= (3 if blurred else 0)


def test_fills_keep_and_crop_take_part_as_they_do_when_it_is_saved():
    source = file_of(photo(WIDTH, HEIGHT), "PNG")
    face = Region(Rectangle(20, 20, 90, 90), Mosaic(32))
    for more in (
        {"regions": [face, Region(Rectangle(20, 20, 40, 90), Fill())]},
        {"regions": [face], "keep": [Keep(Rectangle(30, 30, 200, 140))]},
        {"regions": [face], "crop": [Crop(Rectangle(40, 40, 150, 120))]},
    ):
        recipe = Recipe(**more, output=Output("png"))
        (cover,) = engine.softened(source, recipe)
        left, top, right, bottom = recipe.crop[0].shape.x if recipe.crop else 0, 0, WIDTH, HEIGHT
        top = recipe.crop[0].shape.y if recipe.crop else 0
        theirs = saved(source, recipe)
        mine = drawn(np.zeros((HEIGHT, WIDTH, 3)), (cover,))
        # A place that neither a fill nor the area around what is kept hides.
        for x, y in ((70, 70), (100, 60), (100, 100)):
            assert (mine[y, x] == theirs[y - top, x - left]).all(), (more, x, y)
        assert (right, bottom) == (WIDTH, HEIGHT)


def test_a_picture_that_is_turned_has_its_mosaic_where_it_is_saved():
    source = file_of(photo(WIDTH, HEIGHT), "PNG")
    region, turn = Region(Rectangle(20, 30, 100, 90), Mosaic(34)), [Turn(1)]
    recipe = Recipe([region], output=Output("png"), turn=turn)
    before = saved(source, Recipe(output=Output("png"), turn=turn))
    assert before.shape[:2] == (WIDTH, HEIGHT)
    assert (drawn(before, engine.softened(source, recipe)) == saved(source, recipe)).all()


def test_too_many_or_too_long_are_not_drawn(monkeypatch):
    source = file_of(photo(64, 48), "PNG")
    regions = [Region(Ellipse(0, 0, 40, 40), Mosaic(40))] * 3
    monkeypatch.setattr(softened, "MOST", 2)
    assert engine.softened(source, Recipe(regions)) == (None,) * 3
    monkeypatch.setattr(softened, "MOST", 3)
    length = len(engine.softened(source, Recipe(regions[:1]))[0].area)
    monkeypatch.setattr(softened, "AREA_MOST", 2 * length)
    assert [one is None for one in engine.softened(source, Recipe(regions))] == [False, False, True]


def test_what_is_refused_when_it_is_saved_is_refused_here():
    source = file_of(photo(64, 48), "PNG")
    weak = Recipe([Region(Rectangle(0, 0, 40, 40), Mosaic(8))])
    with pytest.raises(RecipeRefused) as refused:
        engine.softened(source, weak)
    assert refused.value.code == "method-too-weak"
    assert engine.softened(source, Recipe([Region(Rectangle(0, 0, 9, 9))])) == ()
