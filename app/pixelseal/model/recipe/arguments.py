"""Names the argument in Python for a place in a recipe's JSON. Checks nothing."""

from pixelseal.model.errors import RecipeRefused
from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.shapes import Brush

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: MicroPython has no such module
    from pixelseal.model.recipe.recipe import Recipe


def refused(recipe: "Recipe", error: RecipeRefused) -> RecipeRefused:
    """The same error, with the key as in Python where the JSON has another name (docs/api.md)."""
    renamed = {}
    for number in range(len(recipe.regions)):
        renamed[f"regions[{number}].reason"] = f"regions[{number}].reasons"
    for name, rows in (("regions", recipe.regions), ("keep", recipe.keep)):
        for number, row in enumerate(rows):
            if isinstance(getattr(row, "shape", None), Brush):
                place = f"{name}[{number}].shape"
                renamed[place + ".width"] = place + ".diameter"
    for number in range(len(recipe.crop)):
        for side in Rectangle.FIELDS:
            renamed[f"crop[{number}].{side}"] = f"crop[{number}].shape.{side}"
    values = dict(error.values)
    key = str(values.get("key", ""))
    values["key"] = renamed.get(key, key)
    return RecipeRefused(error.code, **(values if key else error.values))
