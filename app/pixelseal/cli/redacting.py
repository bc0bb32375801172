"""The command `redact`: what its arguments mean together. Makes no image itself."""

import argparse

from pixelseal.cli import commands, giving, listed
from pixelseal.cli.answers import Answers
from pixelseal.cli.stopping import Stopping
from pixelseal.core.base.errors import PixelsealError
from pixelseal.local import policies
from pixelseal.model import formats

_LEFT_OVER = 5


def done(
    asked: argparse.Namespace,
    parser: argparse.ArgumentParser,
    answers: Answers,
    stopping: Stopping,
) -> int:
    """Give the answers for all images; the exit code."""
    turned = asked.turn is not None or asked.mirror
    if asked.recipe is not None and turned:
        parser.error("a recipe says itself how the page lies: --turn and --mirror are without one")
    if asked.recipe is None and not (asked.box or turned or asked.suggested):
        parser.error("one of the arguments --recipe --box --suggested --turn --mirror is required")
    if asked.quiet and asked.json:
        parser.error("--json is for programs, and leaves nothing out: it is without --quiet")
    about: object = asked.policy
    try:
        images = listed.images(asked, stopping)
        policy = None if asked.policy is None else policies.opened(asked.policy)
        about = asked.recipe
        recipe = commands.recipe_from(asked, policy)
        about = asked.review
        review = commands.review_from(asked)
    except PixelsealError as error:
        return giving.unusable(about, error, answers)
    if recipe.alternate_id is not None and len(images) > 1:
        parser.error("one alternate ID cannot name several images")
    if asked.review is not None and len(images) > 1:
        parser.error("a review is about one image")
    if asked.together and recipe.output.format not in ("same", formats.OF_PAGES):
        parser.error(f"several pages together are a {formats.named(formats.OF_PAGES).label}")
    try:
        work = commands.Redacting(recipe, review, policy, asked, answers, stopping)
    except PixelsealError as error:
        return giving.unusable(asked.out, error, answers)
    code = giving.each(images, work.pages, answers, stopping)
    return code or (_LEFT_OVER if work.left_over else 0)
