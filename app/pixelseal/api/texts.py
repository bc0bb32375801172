"""Recipes and reviews from JSON text; those made in Python must follow the same rules."""

from pixelseal.model import review as reviews
from pixelseal.model.errors import RecipeRefused
from pixelseal.model.policy import policy as policies
from pixelseal.model.policy.policy import Policy
from pixelseal.model.recipe import arguments, canonical
from pixelseal.model.recipe import recipe as recipes
from pixelseal.model.recipe.recipe import Recipe
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


def parse_policy(data: bytes) -> Policy:
    """Read an institution's policy, version 1 (docs/policy.md).

    :param data: the exact bytes of its file: certificates name their SHA-256.
    :returns: the policy.
    :raises TypeError: if ``data`` is not bytes.
    :raises PolicyRefused: ``policy-not-json``, ``policy-version``, ``policy-unreadable`` with
        ``values["key"]``.
    """
    if not isinstance(data, bytes):
        raise TypeError(f"a policy is given as bytes, not as {type(data).__name__}")
    return policies.parse(data)


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
        read = recipes.parse(canonical.dump(plain.to_object()))
        return read.with_turns(recipe.all_turns())
    except RecipeRefused as error:
        raise arguments.refused(recipe, error) from None


def checked_review(review: Review | None) -> Review:
    """The review as read back from its own JSON; None means that nobody looked."""
    return Review() if review is None else reviews.parse_object(review.to_object())


def _text(text: str | bytes) -> str | bytes:
    if not isinstance(text, str | bytes):
        raise TypeError(f"JSON is given as str or as bytes, not as {type(text).__name__}")
    return text
