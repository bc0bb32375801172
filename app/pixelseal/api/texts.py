"""Recipes and reviews from JSON text; those made in Python must follow the same rules."""

from pixelseal.model import review as reviews
from pixelseal.model.errors import RecipeRefused
from pixelseal.model.recipe import canonical
from pixelseal.model.recipe import recipe as recipes
from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.recipe import Recipe
from pixelseal.model.recipe.shapes import Brush
from pixelseal.model.review import Review


def parse_recipe(text: str | bytes) -> Recipe:
    """Read a recipe, version 1 or 2 (docs/recipe.md).

    :param text: JSON (RFC 8259), as text or UTF-8.
    :returns: the recipe; ``recipe.to_json()`` writes it again.
    :raises TypeError: if ``text`` is neither; a path is not read.
    :raises RecipeRefused: for everything that the format forbids, including unknown keys; ``code``
        begins with ``recipe-`` and ``values["key"]`` names the place.
    """
    return recipes.parse(_text(text))


def parse_review(text: str | bytes) -> Review:
    """Read a review, version 1, 2 or 3 (docs/review.md).

    :param text: JSON (RFC 8259), as text or UTF-8.
    :returns: the review.
    :raises TypeError: if ``text`` is neither.
    :raises RecipeRefused: ``review-not-json``, ``review-version``, ``review-unreadable``.
    """
    return reviews.parse(_text(text))


def require_values(recipe: object, review: object) -> None:
    """TypeError for a recipe or a review of another type, such as its JSON text."""
    if not isinstance(recipe, Recipe):
        kind = type(recipe).__name__
        raise TypeError(f"recipe is a Recipe (parse_recipe makes one of JSON), not {kind}")
    if not isinstance(review, Review | None):
        kind = type(review).__name__
        raise TypeError(f"review is a Review (parse_review makes one of JSON), not {kind}")


def checked_recipe(recipe: Recipe) -> Recipe:
    """The recipe as read back from its own JSON; RecipeRefused if that is invalid.

    Its constructors check no rule: they are also used while a person is still drawing.
    """
    try:
        plain = recipes.parse_object(recipe.to_object())
        return recipes.parse(canonical.dump(plain.to_object()))
    except RecipeRefused as error:
        raise RecipeRefused(error.code, **_as_arguments(recipe, error.values)) from None


def _as_arguments(recipe: Recipe, values: dict[str, int | str]) -> dict[str, int | str]:
    """The values with the key as in Python, where the JSON calls something by another name."""
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
    key = str(values.get("key", ""))
    return {**values, "key": renamed[key]} if key in renamed else values


def checked_review(review: Review | None) -> Review:
    """The review as read back from its own JSON; None means that nobody looked."""
    return Review() if review is None else reviews.parse_object(review.to_object())


def _text(text: str | bytes) -> str | bytes:
    if not isinstance(text, str | bytes):
        raise TypeError(f"JSON is given as str or as bytes, not as {type(text).__name__}")
    return text
