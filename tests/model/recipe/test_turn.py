"""A page is turned by its recipe, which is then of the second version (docs/recipe.md, 3.7)."""

import json

from pixelseal.model.errors import RecipeRefused
from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.recipe import Recipe, parse
from pixelseal.model.recipe.region import Region
from pixelseal.model.recipe.turn import Turn


def turned(*rows):
    return json.dumps({"pixelseal": "recipe/2", "regions": [], "turn": list(rows)})


def test_a_turned_page_is_written_in_recipe_2_and_read_back():
    recipe = Recipe([Region(Rectangle(1, 2, 3, 4), reasons="A")], (30, 40), turn=[Turn(1, True, 2)])
    read = json.loads(recipe.to_json())
    assert read["pixelseal"] == "recipe/2"
    assert read["turn"] == [{"mirror": True, "page": 2, "quarter_turns": 1}]
    assert parse(recipe.to_json()) == recipe
    assert (recipe.turned(1), recipe.turned(2)) == (1, 5)
    assert parse(turned({"quarter_turns": 3})) == Recipe(turn=[Turn(3)])
    # One that turns nothing is none.
    assert parse(turned({}, {"page": 2})) == parse(turned()) == Recipe(turn=[Turn()])
    assert "turn" not in json.loads(Recipe(turn=[Turn()]).to_json())
    for wrong in (Turn(4), Turn(-1), Turn(1.0), Turn(1, 1), Turn(1, page=0), (1, False, 1)):
        try:
            Recipe(turn=[wrong]).to_json()
        except RecipeRefused as error:
            assert error.values["key"].startswith("turn[0]"), wrong
        else:
            raise AssertionError(wrong)


def test_a_turned_page_has_its_turned_size():
    recipe = Recipe([Region(Rectangle(25, 30, 9, 9))], (30, 40), turn=[Turn(3), Turn(1, page=2)])
    fitted = recipe.fitted(40, 30, 2)
    assert fitted.regions[0].shape == Rectangle(25, 30, 5, 9)
    assert fitted.turn == (Turn(3),)
    for size, page in (((30, 40), 1), ((30, 40), 2)):
        try:
            recipe.fitted(*size, 2, page)
        except RecipeRefused as error:
            assert error.code == "recipe-size-mismatch"
            assert error.values == {"width": 40, "height": 30}
        else:
            raise AssertionError(page)
