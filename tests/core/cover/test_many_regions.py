"""Thousands of regions cost what their pixels cost, and cover what they cover one by one."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pixelseal.core.base import limits
from pixelseal.core.base.errors import RecipeRefused
from pixelseal.core.base.pixel_box import PixelBox
from pixelseal.core.cover.burn import burn
from pixelseal.core.cover.growth import growth
from pixelseal.core.cover.plan import grown, outside, plan
from pixelseal.core.masks import area, filled, laid, layers, mask, of_shape, shapes
from pixelseal.core.masks.runs import Shelved
from pixelseal.core.pixels.raster import Raster
from pixelseal.core.source import Page
from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.recipe import Recipe
from pixelseal.model.recipe.region import Blur, Fill, Keep, Mosaic, Region
from pixelseal.model.recipe.shapes import Brush, Ellipse, Polygon

from tests.core.cover.test_covered_shapes import SHAPES
from tests.core.support import examples, photo

COLOURS = ("#000000", "#ffffff", "#1020c0")
SIZE = (4000, 3000)
PNG = Page(format="png", width=SIZE[0], height=SIZE[1])
JPEG = Page(format="jpeg", width=SIZE[0], height=SIZE[1], lossy=True, mcu=(16, 16))


@st.composite
def sources(draw: st.DrawFn) -> Page:
    lossy = draw(st.booleans())
    return Page(
        format=draw(st.sampled_from(["jpeg", "webp", "avif"])) if lossy else "png",
        width=draw(st.integers(1, 90)),
        height=draw(st.integers(1, 90)),
        orientation=draw(st.integers(1, 8)),
        lossy=lossy,
        mcu=draw(st.sampled_from([(8, 8), (16, 8), (8, 16), (32, 8)])) if lossy else (1, 1),
    )


@settings(max_examples=examples(250), deadline=None)
@given(
    sources(),
    st.lists(st.tuples(SHAPES, st.sampled_from(COLOURS)), max_size=8),
    st.lists(SHAPES, max_size=2),
    st.integers(1, 60),
)
def test_together_they_cover_what_they_cover_one_by_one(source, regions, kept, small):
    width, height = source.upright_width, source.upright_height
    whole = PixelBox(0, 0, width, height)
    keep = tuple(Keep(shape, "#808080") for shape in kept)
    # One by one, each over those before it.
    painted, outsides = np.full((height, width), -1), False
    try:
        around = outside(keep, source)
        outsides = True
        if around is not None:
            painted[filled(around[0], whole)] = len(COLOURS)
        frames = []
        for shape, colour in regions:
            runs = grown(of_shape(shape, width, height), source)
            if not len(runs):
                raise RecipeRefused("region-outside")
            assert np.array_equal(filled(of_shape(shape, width, height), whole), mask(shape, whole))
            painted[filled(runs, whole)] = COLOURS.index(colour)
            frames.append((*runs[:, :2].min(axis=0), *runs[:, 2:].max(axis=0)))
    except RecipeRefused as refused:
        with pytest.raises(RecipeRefused) as met:
            plan(Recipe([Region(s, Fill(c)) for s, c in regions], keep=keep), source)
        assert met.value.code == refused.code or not outsides
        return
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shapes, "_SPANS", small)
        patch.setattr(layers, "_CELLS", small)
        made = plan(Recipe([Region(s, Fill(c)) for s, c in regions], keep=keep), source)
    found = np.full((height, width), -1)
    names = (*COLOURS, "#808080")
    assert len({fill.colour for _runs, fill in made.fills}) == len(made.fills)
    for runs, fill in made.fills:
        covered = filled(runs, whole)
        assert area(runs) == covered.sum() and (found[covered] == -1).all()  # no pixel twice
        found[covered] = names.index(fill.colour)
    assert np.array_equal(found, painted)
    assert [tuple(box) for box in made.covered] == frames


PLACES, SIDES = st.integers(-5, 25), st.integers(1, 20)


@settings(max_examples=examples(200), deadline=None)
@given(
    st.lists(st.tuples(PLACES, PLACES, SIDES, SIDES, st.integers(0, 4)), max_size=40),
    st.integers(1, 50),
)
def test_of_boxes_over_each_other_the_highest_number_is_seen(rows, cells):
    boxes = np.array([(x, y, x + w, y + h) for x, y, w, h, _n in rows], np.int32).reshape(-1, 4)
    numbers = np.array([row[4] for row in rows], np.int64)
    wanted = np.full((60, 60), -1)
    for number in range(5):
        for x, y, right, bottom in boxes[numbers == number].tolist():
            wanted[y + 5 : bottom + 5, x + 5 : right + 5] = number
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(layers, "_CELLS", cells)
        pieces, held = laid(boxes, numbers)
    found = np.full((60, 60), -1)
    for (x, y, right, bottom), number in zip(pieces.tolist(), held.tolist(), strict=True):
        assert (found[y + 5 : bottom + 5, x + 5 : right + 5] == -1).all()
        found[y + 5 : bottom + 5, x + 5 : right + 5] = number
    assert np.array_equal(found, wanted)
    assert np.array_equal(filled(boxes, PixelBox(-5, -5, 55, 55)), wanted >= 0)


@given(st.lists(st.tuples(SIDES, st.integers(0, 2000), SIDES, st.integers(1, 900)), max_size=9))
def test_runs_on_shelves_are_found_again(rows):
    runs = np.array([(x, y, x + w, y + h) for x, y, w, h in rows], np.int32).reshape(-1, 4)
    shelved = Shelved(runs)
    for window in (PixelBox(0, 0, 9, 1), PixelBox(3, 250, 30, 600), PixelBox(0, 1900, 40, 4000)):
        assert np.array_equal(filled(shelved.within(window), window), filled(runs, window))


def many(kind: str) -> list:
    """So many regions over nearly all of the picture, no two alike."""
    if kind == "rectangles":
        return [Rectangle(n % 90, n // 90, 3900, 2880) for n in range(10_000)]
    if kind == "ellipses":
        return [Ellipse(n % 90, n // 90, 3900, 2970) for n in range(500)]
    if kind == "polygons":
        return [Polygon([(n, 0), (3900 + n % 90, 9), (9, 2990 - n)]) for n in range(500)]
    return [Brush([(n, 30), (3900 - n, 2970)], 60) for n in range(500)]


@pytest.mark.parametrize("kind", ["rectangles", "ellipses", "polygons", "strokes"])
@pytest.mark.parametrize("source", [PNG, JPEG], ids=lambda source: source.format)
def test_no_pixel_is_painted_twice(kind, source, monkeypatch):
    # One by one they would paint thousands of times the picture's pixels.
    maps, by_rows = [], layers._by_rows

    def counted(rows, across, numbers, height, width):
        maps.append((height * width, len(rows)))
        return by_rows(rows, across, numbers, height, width)

    monkeypatch.setattr(layers, "_by_rows", counted)
    colours = [Fill(COLOURS[n // 100 % 3]) for n in range(10_000)]
    regions = [Region(shape, fill) for shape, fill in zip(many(kind), colours, strict=False)]
    made = plan(Recipe(regions).fitted(*SIZE), source)
    pixels = SIZE[0] * SIZE[1]
    assert sum(area(runs) for runs, _fill in made.fills) <= pixels
    # The maps on which they were laid over each other: hardly more than the picture, once.
    assert sum(cells for cells, _spans in maps) < 1.2 * pixels
    rows = 10_000 * 2 * 3000**0.5 if kind == "rectangles" else 500 * 3000 * 4
    assert sum(spans for _cells, spans in maps) < rows


@pytest.mark.parametrize("method", [Mosaic(1400), Blur(1400)])
def test_mosaics_lie_over_each_other_four_times_at_most(method):
    regions = [Region(Rectangle(n, 0, 3900, 3000), method, "Q") for n in range(5)]
    assert len(plan(Recipe(regions[:4]).fitted(*SIZE), PNG).soft) == 4
    with pytest.raises(RecipeRefused) as refused:
        plan(Recipe(regions).fitted(*SIZE), PNG)
    assert refused.value.code == "softened-too-often"
    assert refused.value.values == {"limit": limits.SOFT_LAYERS_MOST}


@pytest.mark.parametrize(
    "recipe, rows",
    [
        (Recipe([Region(Ellipse(0, 0, 40, 40)), Region(Brush([(3, 3), (9, 30)], 6))]), 73),
        (Recipe([Region(Ellipse(0, 10, 40, 90), Mosaic(40), "Q")]), 4 * 40),
        (Recipe([Region(Polygon([(0, 0), (40, 3), (9, 40)]))]), 2 * 80),
        (Recipe(keep=[Keep(Ellipse(0, -9, 40, 40))]), 31),
        (Recipe([Region(Rectangle(0, 0, 40, 40))]), 0),
    ],
)
def test_shapes_may_extend_through_as_many_rows_as_there_are_pixels(recipe, rows, monkeypatch):
    source = Page(format="png", width=50, height=50)
    monkeypatch.setattr(limits, "SHAPE_ROWS_LEAST", rows)
    monkeypatch.setattr(limits, "SHAPE_ROWS_A_PIXEL", 0)
    plan(recipe, source)
    monkeypatch.setattr(limits, "SHAPE_ROWS_LEAST", rows - 1)
    if rows:
        with pytest.raises(RecipeRefused) as refused:
            plan(recipe, source)
        assert refused.value.code == "shapes-too-large"
        # The page draws nothing around them, and says so when the picture is to be saved.
        nothing = {"fill": "", "edge": ""}
        assert all(row == nothing for row in growth(source, recipe)["regions"])
    monkeypatch.setattr(limits, "SHAPE_ROWS_A_PIXEL", 1)
    plan(recipe, source)


def test_what_lies_on_top_is_what_is_burned():
    # A name under a mosaic under a fill: the picture holds the colours, in the recipe's order.
    regions = [
        Region(Rectangle(10, 10, 60, 50), Fill("#1020c0")),
        Region(Ellipse(20, 0, 40, 60), Fill("#ffffff")),
        Region(Rectangle(30, 20, 8, 8), Fill("#000000")),
    ]
    raster, painted = burn(Raster(photo(80, 70)), plan(Recipe(regions), Page(
        format="png", width=80, height=70)))  # fmt: skip
    pixels = raster.part(PixelBox(0, 0, 80, 70))
    assert pixels[24, 34].tolist() == [0, 0, 0]
    assert pixels[15, 40].tolist() == [255, 255, 255]
    assert pixels[12, 12].tolist() == [0x10, 0x20, 0xC0]
    assert len(painted) == 3
