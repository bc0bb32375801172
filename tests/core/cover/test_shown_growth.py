"""The outlines that the editor draws around what is marked are what the engine covers."""

import json
import re

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pixelseal.core import engine
from pixelseal.core.base.errors import RecipeRefused
from pixelseal.core.base.pixel_box import PixelBox
from pixelseal.core.cover.growth import growth, source_of
from pixelseal.core.cover.plan import plan
from pixelseal.core.masks import filled
from pixelseal.core.source import examine
from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.recipe import Recipe
from pixelseal.model.recipe.region import Crop, Keep, Region
from pixelseal.model.screen.grid import grid_of

from tests.core.cover.test_covered_shapes import SHAPES
from tests.core.support import SUBSAMPLINGS, examples, file_of, photo, recipe

SIZE = (75, 53)
FILES = {
    (sampling, orientation): file_of(
        photo(*SIZE),
        "JPEG",
        subsampling=SUBSAMPLINGS[sampling],
        exif=b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0"
        + bytes([orientation])
        + b"\0\0\0\0\0\0",
    )
    for sampling in SUBSAMPLINGS
    for orientation in range(1, 9)
}


@settings(max_examples=examples(60))
@given(st.sampled_from(sorted(FILES)), st.data())
def test_the_shown_growth_is_the_engines(which: tuple[str, int], data: st.DataObject) -> None:
    source = examine(FILES[which]).first
    assert source.orientation == which[1]
    width, height = source.upright_width, source.upright_height
    x, y = data.draw(st.integers(0, width - 1)), data.draw(st.integers(0, height - 1))
    box = (x, y, data.draw(st.integers(1, width - x)), data.draw(st.integers(1, height - y)))
    grid = grid_of(engine.inspect(FILES[which]).to_dict())
    assert grid is not None
    shown = grid.grown(Rectangle(*box))
    (covered,) = plan(recipe(box), source).covered
    assert (shown.x, shown.y, shown.right, shown.bottom) == covered


@pytest.mark.parametrize("format", ["PNG", "TIFF", "BMP"])
def test_nothing_grows_in_a_lossless_source(format: str) -> None:
    assert grid_of(engine.inspect(file_of(photo(*SIZE), format)).to_dict()) is None


def _facts(file: bytes) -> dict:
    """What the page sends: the facts of an inspection, as they come out of JSON."""
    told = json.loads(json.dumps(engine.inspect(file).to_dict()))
    return {key: told[key] for key in ("format", "stored", "orientation", "lossy", "mcu", "rim")}


def _painted(fill: str, size: tuple[int, int]) -> np.ndarray:
    """The pixels of a path of rectangles, of which no two may overlap."""
    times = np.zeros((size[1], size[0]), np.uint8)
    found = re.findall(r"M(\d+) (\d+)H(\d+)V(\d+)H\1Z", fill)
    assert "".join("M{} {}H{}V{}H{}Z".format(*row, row[0]) for row in found) == fill
    for left, top, right, bottom in (map(int, row) for row in found):
        times[top:bottom, left:right] += 1
    assert times.max(initial=0) <= 1
    return times == 1


def _lines(edge: str) -> set[tuple[str, int, int]]:
    """The unit steps of a path of straight lines: (direction, x, y) of each; none twice."""
    found = []
    for x, y, way, end in re.findall(r"M(\d+) (\d+)([HV])(\d+)", edge):
        start = int(x) if way == "H" else int(y)
        for at in range(start, int(end)):
            found.append((way, at, int(y)) if way == "H" else (way, int(x), at))
    assert len(found) == len(set(found))
    return set(found)


def _around(covered: np.ndarray) -> set[tuple[str, int, int]]:
    """The unit steps between pixels that are covered and others, or the outside."""
    wide = np.pad(covered, 1)
    rows, columns = np.nonzero(wide[1:, 1:-1] != wide[:-1, 1:-1])
    found = {("H", int(x), int(y)) for y, x in zip(rows, columns, strict=True)}
    rows, columns = np.nonzero(wide[1:-1, 1:] != wide[1:-1, :-1])
    return found | {("V", int(x), int(y)) for y, x in zip(rows, columns, strict=True)}


def _is_outline(outline: dict[str, str], covered: np.ndarray) -> None:
    size = (covered.shape[1], covered.shape[0])
    assert np.array_equal(_painted(outline["fill"], size), covered)
    assert _lines(outline["edge"]) == _around(covered)


@settings(max_examples=examples(150))
@given(st.sampled_from(sorted(FILES)), st.lists(SHAPES, min_size=1, max_size=3))
def test_the_outline_of_any_shape_is_the_engines(which: tuple[str, int], shapes: list) -> None:
    source = examine(FILES[which]).first
    whole = PixelBox(0, 0, source.upright_width, source.upright_height)
    asked = Recipe([Region(shape) for shape in shapes])
    try:
        alone = [plan(Recipe([region]), source).fills for region in asked.regions]
    except RecipeRefused as refused:
        assert refused.code == "region-outside"
        return
    told = growth(source_of(_facts(FILES[which])), asked)
    for outline, ((runs, _fill),) in zip(told["regions"], alone, strict=True):
        _is_outline(outline, filled(runs, whole))


@settings(max_examples=examples(150))
@given(st.sampled_from(sorted(FILES)), st.lists(SHAPES, min_size=1, max_size=3))
def test_what_is_shown_as_left_out_is_the_engines(which: tuple[str, int], shapes: list) -> None:
    source = examine(FILES[which]).first
    whole = PixelBox(0, 0, source.upright_width, source.upright_height)
    asked = Recipe([], keep=[Keep(shape) for shape in shapes])
    told = growth(source_of(_facts(FILES[which])), asked)["outside"]
    try:
        planned = plan(asked, source)
    except RecipeRefused as refused:
        assert refused.code == "keep-too-small" and told == {"fill": "", "edge": ""}
        return
    _is_outline(told, filled(planned.fills[0][0], whole))


@settings(max_examples=examples(60))
@given(st.sampled_from(sorted(FILES)), st.data())
def test_the_shown_crop_is_the_engines(which: tuple[str, int], data: st.DataObject) -> None:
    source = examine(FILES[which]).first
    width, height = source.upright_width, source.upright_height
    x, y = data.draw(st.integers(0, width - 1)), data.draw(st.integers(0, height - 1))
    box = (x, y, data.draw(st.integers(1, width - x)), data.draw(st.integers(1, height - y)))
    asked = Recipe([], crop=[Crop(Rectangle(*box))])
    told = growth(source_of(_facts(FILES[which])), asked)["crop"]
    try:
        assert told == list(plan(asked, source).crop)
    except RecipeRefused:
        assert told is None


@pytest.mark.parametrize(
    "change",
    [
        {"mcu": [16]}, {"mcu": [16, 0]}, {"orientation": 9}, {"stored": {"width": 1}},
        {"lossy": 1}, {"rim": -1}, {"more": 1}, {"stored": {"width": 10**7, "height": 1}},
    ],
)  # fmt: skip
def test_facts_that_no_inspection_gives_are_refused(change: dict) -> None:
    with pytest.raises(RecipeRefused):
        source_of({**_facts(FILES["4:2:0", 6]), **change})


def test_a_rim_that_lies_off_the_grid_is_kept() -> None:
    facts = {**_facts(FILES["4:2:0", 1]), "rim": 9}
    outline = growth(source_of(facts), recipe((20, 20, 4, 4)))["regions"][0]
    assert outline["fill"] == "M7 7H41V41H7Z"
