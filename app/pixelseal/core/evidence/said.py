"""Holds a review to its rules before a certificate repeats it. Judges no picture."""

from pixelseal.core.base.errors import RecipeRefused
from pixelseal.model import review as reviews
from pixelseal.model.review import Review, ReviewError


def require_review(review: Review) -> None:
    """RecipeRefused (review-unreadable) for a review that its reader would refuse.

    A certificate states it to strangers, and a program can put together what no text may say.
    """
    try:
        reviews.require(review)
    except ReviewError as error:
        raise RecipeRefused(error.code, **error.values) from None
