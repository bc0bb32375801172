"""Any recipe that can be made reads back; any text is read or refused, never anything else."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pixelseal.model import reasons
from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.recipe import (
    MAX_COORDINATE,
    Recipe,
    RecipeRefused,
    is_alternate_id,
    parse,
    parse_object,
)
from pixelseal.model.recipe.region import FORMATS, Blur, Crop, Fill, Keep, Mosaic, Output, Region
from pixelseal.model.recipe.shapes import Brush, Ellipse, Polygon
from pixelseal.model.recipe.turn import Turn

coordinate = st.integers(-MAX_COORDINATE, MAX_COORDINATE)
size = st.integers(1, MAX_COORDINATE)
colour = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06x}")
rectangle = st.builds(Rectangle, coordinate, coordinate, size, size)
point = st.tuples(coordinate, coordinate)
polygon = st.lists(point, min_size=3, max_size=9).filter(
    lambda points: len({x for x, _ in points}) > 1 and len({y for _, y in points}) > 1
)
shape = st.one_of(
    rectangle,
    st.builds(Ellipse, coordinate, coordinate, size, size),
    polygon.map(Polygon),
    st.builds(Brush, st.lists(point, min_size=1, max_size=9), st.integers(1, 10_000)),
)
method = st.builds(Fill, colour) | st.builds(Mosaic, size) | st.builds(Blur, size)
page = st.integers(1, 100)
output = st.builds(Output, st.sampled_from(FORMATS), st.just("source") | st.integers(1, 100))
given_reasons = st.lists(st.sampled_from(reasons.CODES), max_size=3, unique=True)
region = st.builds(Region, shape, method, given_reasons, page)
alternate_id = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}", fullmatch=True).filter(
    is_alternate_id
)
recipe = st.builds(
    Recipe,
    st.lists(region, max_size=5),
    st.none() | st.tuples(size, size),
    output,
    st.none() | alternate_id,
    st.lists(st.builds(Keep, shape, st.just("#00ff7f"), page), max_size=3),
    st.lists(st.builds(Crop, rectangle, page), max_size=3, unique_by=lambda crop: crop.page),
    st.lists(
        st.builds(Turn, st.integers(0, 3), st.booleans(), page),
        max_size=3,
        unique_by=lambda turn: turn.page,
    ),
)
any_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner),
)


@given(recipe)
def test_what_is_written_reads_back_the_same(made):
    text = made.to_json()
    assert parse(text) == made
    assert json.loads(text) == made.to_object()
    second = any(len(row.reasons) > 1 for row in made.regions) or made.turn
    assert made.to_object()["pixelseal"] == ("recipe/2" if second else "recipe/1")


@given(st.text() | any_json.map(json.dumps))
def test_any_text_is_read_or_refused(text):
    try:
        parse(text)
    except RecipeRefused as error:
        assert error.code.startswith("recipe-")


@given(recipe, st.data())
def test_a_recipe_with_one_value_replaced_is_read_or_refused(made, data):
    broken = made.to_object()
    place = broken
    while True:
        key = data.draw(st.sampled_from(sorted(place) if isinstance(place, dict) else [0]))
        inner = place[key]
        if not isinstance(inner, (dict, list)) or not inner or data.draw(st.booleans()):
            place[key] = data.draw(any_json)
            break
        place = inner
    try:
        assert isinstance(parse_object(broken), Recipe)
    except RecipeRefused as error:
        assert error.code.startswith("recipe-")


def test_the_longest_list_of_regions_is_read_back():
    edge = -MAX_COORDINATE
    box = Rectangle(edge, edge, MAX_COORDINATE, MAX_COORDINATE)
    longest = Region(box, Blur(MAX_COORDINATE), reasons.CODES, 100_000)
    made = Recipe([longest] * 10_000)
    assert parse(made.to_json()) == made


def test_a_key_that_stands_twice_is_refused():
    with pytest.raises(RecipeRefused) as caught:
        parse('{"pixelseal": "recipe/1", "regions": [], "regions": []}')
    assert caught.value.code == "recipe-not-json"
