"""Checks a review against its rules before a certificate repeats it. Judges no picture."""

from pixelseal.core.base.errors import RecipeRefused
from pixelseal.model import review as reviews
from pixelseal.model.review import Review, ReviewError


def require_review(review: Review) -> None:
    """RecipeRefused (review-unreadable) for a review that its reader would refuse.

    A certificate states it to strangers, and a program can construct what no review may say.
    """
    try:
        reviews.require(review)
    except ReviewError as error:
        raise RecipeRefused(error.code, **error.values) from None
