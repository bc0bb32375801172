"""What a private record says of how an exercise was done. Judges nothing, reads no picture."""

from typing import NamedTuple

from pixelseal.core.evidence import record as records
from pixelseal.model.process import values
from pixelseal.model.recipe import canonical
from pixelseal.model.recipe.recipe import Recipe, parse_object

_MOST = 100  # pages; an exercise has two at most


class Attempt(NamedTuple):
    """One result: SHA-256 of its image and its source, the pages that it shows, its recipe.

    `made` is the moment at which it was made.
    """

    output: str
    source: str
    pages: tuple[int, ...]
    made: str
    recipe: Recipe


def attempt_of(untrusted_record: str) -> Attempt | None:
    """What a private record says; None if the text is none. RecipeRefused for its recipe."""
    try:
        found = canonical.load(untrusted_record)
    except ValueError:
        return None
    versions = (records.VERSION, records.VERSION_2)
    if not isinstance(found, dict) or found.get("pixelseal") not in versions:
        return None
    output, source = (_digest(found.get(name)) for name in ("output", "source"))
    page, made = found.get("page"), found.get("made")
    if not output or not source or not isinstance(made, str) or not isinstance(page, list):
        return None
    if len(page) != 2 or not all(values.is_count(number) for number in page) or page[1] > _MOST:
        return None
    pages = (page[0],) if page[0] else tuple(range(1, page[1] + 1))
    return Attempt(output, source, pages, made, parse_object(found.get("recipe")))


def _digest(untrusted: object) -> str:
    """The SHA-256 of a file that a record describes; "" for anything else."""
    sha256 = untrusted.get("sha256") if isinstance(untrusted, dict) else None
    return sha256 if isinstance(sha256, str) and values.is_digest(sha256) else ""
