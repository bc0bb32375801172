"""Exercises are files like any other, and what is missed in one is told."""

import hashlib

from pixelseal.core import engine
from pixelseal.core.base.errors import RecipeRefused
from pixelseal.core.practice.exercises import drawn
from pixelseal.model.process.training import EXERCISES
from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.recipe import Recipe
from pixelseal.model.recipe.region import Fill, Mosaic, Region
from pixelseal.model.recipe.turn import Turn


def _states(number, recipes):
    rows = engine.assess_exercise(number, recipes)["planted"]
    return [(row["kind"], row["page"], row["state"]) for row in rows]


def _around(box, method=None, less=0, page=1):
    left, top = box.left - 4, box.top - 4
    shape = Rectangle(left, top, box.right - left + 4 - less, box.bottom - top + 4)
    return Region(shape, method or Fill(), page=page)


def test_each_exercise_opens_and_has_something_planted_and_nothing_covered():
    for number in range(1, EXERCISES + 1):
        data, _extension = engine.exercise(number)
        assert engine.inspect(data).to_dict()["width"] == 960
        states = _states(number, {})
        assert states and {state for _kind, _page, state in states} <= {"missed", "removed"}
        assert "missed" in {state for _kind, _page, state in states}
    for number in (0, EXERCISES + 1):
        try:
            engine.exercise(number)
        except RecipeRefused as refused:
            assert refused.code == "recipe-out-of-range"
        else:
            raise AssertionError(number)


def test_the_same_file_each_time():
    assert engine.exercise(9) == engine.exercise(9)
    assert len({hashlib.sha256(engine.exercise(n)[0]).hexdigest() for n in range(1, 11)}) == 10


def test_what_is_wholly_under_a_solid_colour_is_covered_and_nothing_less():
    box = drawn(1).pages[0].planted[0].box
    for region, state in (
        (_around(box), "covered"),
        (_around(box, less=12), "partly"),
        (_around(box, Mosaic(60)), "softened"),
    ):
        assert _states(1, {1: Recipe((region,))}) == [("wristband", 1, state)]


def test_a_picture_that_was_turned_is_assessed_as_it_lies():
    box = drawn(1).pages[0].planted[0].box
    # 960 × 720 turned clockwise: x' = 720 - bottom, y' = left.
    turned = type(box)(720 - box.bottom, box.left, 720 - box.top, box.right)
    recipe = Recipe((_around(turned),), turn=(Turn(1),))
    assert _states(1, {1: recipe}) == [("wristband", 1, "covered")]
    wrong = Recipe((_around(box),), turn=(Turn(1),))
    assert _states(1, {1: wrong}) == [("wristband", 1, "missed")]


def test_a_page_that_nobody_opened_is_missed_and_metadata_is_removed_by_writing_anew():
    page = drawn(7).pages[1]
    assert _states(7, {1: Recipe(())}) == [("label", 2, "missed")]
    assert _states(7, {2: Recipe((_around(page.planted[0].box, page=2),))}) == [
        ("label", 2, "covered")
    ]
    carried = [row for row in _states(5, {}) if row[1] == 0]
    assert carried == [(kind, 0, "removed") for kind in ("location", "author", "camera")]
    found = {row["kind"] for row in engine.inspect(engine.exercise(5)[0]).to_dict()["findings"]}
    assert {"gps", "author-name", "camera-serial"} <= found


def test_covering_everything_is_told_too():
    whole = Recipe((Region(Rectangle(0, 0, 960, 720), Fill()),))
    answer = engine.assess_exercise(1, {1: whole})
    assert answer["planted"][0]["state"] == "covered"
    assert answer["needless"] > 50 and answer["spoiled"] is True
    box = drawn(1).pages[0].planted[0].box
    answer = engine.assess_exercise(1, {1: Recipe((_around(box),))})
    assert answer["needless"] == 0 and answer["spoiled"] is False
