"""The reasons of a region: given in any way, written in the lowest version that holds them."""

import json

from pixelseal.model.errors import RecipeRefused
from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.recipe import Recipe, parse
from pixelseal.model.recipe.region import Region


def _of(version, changes):
    region = {"shape": {"kind": "rectangle", "x": 1, "y": 2, "width": 3, "height": 4}}
    region.update(changes)
    return json.dumps({"pixelseal": version, "regions": [region]})


def _first(**changes):
    return _of("recipe/1", changes)


def _second(**changes):
    return _of("recipe/2", changes)


def test_a_region_has_several_reasons():
    text = _second(reasons=["A", "Q", "other"])
    recipe = parse(text)
    assert recipe.regions[0].reasons == ("A", "Q", "other")
    written = recipe.to_json()
    assert '"reasons": ["A", "Q", "other"],\n' in written and parse(written) == recipe
    assert json.loads(written)["pixelseal"] == "recipe/2"


def test_the_lowest_version_that_can_hold_a_recipe_is_written():
    box = Rectangle(1, 2, 3, 4)
    one, none, two = Region(box, reasons="A"), Region(box), Region(box, reasons="AQ")
    cases = (
        ((), "recipe/1"),
        ((one, none), "recipe/1"),
        ((one, two), "recipe/2"),
        ((two, none), "recipe/2"),
    )
    for regions, version in cases:
        written = Recipe(regions).to_json()
        assert json.loads(written)["pixelseal"] == version, regions
        assert parse(written) == Recipe(regions)
    assert parse(_second(reasons=["A"])) == parse(_first(reason="A"))
    assert parse(_second(reasons=[])) == parse(_second()) == parse(_first(reason=None))
    # Those of recipe/1 stay to the letter.
    assert '"reason": "A",\n' in Recipe([one]).to_json()
    assert '"reason": null,\n' in Recipe([none]).to_json()


def test_reasons_are_given_in_any_order_and_kept_in_one():
    box = Rectangle(1, 2, 3, 4)
    for given in ("QA", ["Q", "A"], ("A", "Q", "A"), {"A", "Q"}):
        assert Region(box, reasons=given) == Region(box, reasons="AQ")
    assert Region(box, reasons="other").reasons == ("other",)
    assert Region(box, reasons=None) == Region(box, reasons="") == Region(box)
    for wrong in ("Z", ["AQ"], ["A", ""], [1], [None], ["A", None]):
        try:
            Recipe([Region(box, reasons=wrong)]).to_json()
        except RecipeRefused as error:
            assert error.code in ("recipe-out-of-range", "recipe-wrong-type"), wrong
        else:
            raise AssertionError(wrong)
