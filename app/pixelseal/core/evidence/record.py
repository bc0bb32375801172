"""The private record, versions 1 and 2 (docs/record.md). Never part of what is shared."""

from typing import Any

from pixelseal.core.base.errors import EngineFault
from pixelseal.model.finding import Finding
from pixelseal.model.policy.policy import Policy
from pixelseal.model.recipe import canonical
from pixelseal.model.recipe.recipe import Recipe, parse_object
from pixelseal.model.review import Review

VERSION = "record/1"
VERSION_2 = "record/2"  # programs looked at the picture, too, or a policy was obeyed
_LATER = {"finding", "policy"}  # keys that it alone has
_LONGEST = 255  # characters of a file name; the maximum of common file systems


def private_record(
    facts: dict[str, Any], *, source_name: str, made: str, reviewer: str = ""
) -> str:
    """The record as text: the engine's facts and what only the page or the command line knows."""
    record = {
        **facts,
        "pixelseal": VERSION_2 if _LATER & facts.keys() else VERSION,
        "made": _plain(made),
        "reviewer": _plain(reviewer),
        "source": {**facts["source"], "name": _plain(source_name)},
    }
    return canonical.dump(record) + "\n"


def recipe_of(untrusted_record: str, sha256: str) -> Recipe:
    """The recipe of a record. EngineFault if it is not about that output; RecipeRefused."""
    return parse_object(_about(untrusted_record, sha256).get("recipe"))


def _about(untrusted_record: str, sha256: str) -> dict[str, Any]:
    try:
        record = canonical.load(untrusted_record)
    except ValueError:
        raise EngineFault("engine-fault") from None
    about = record.get("output") if isinstance(record, dict) else None
    if not isinstance(record, dict) or not isinstance(about, dict) or about["sha256"] != sha256:
        raise EngineFault("engine-fault")
    return record


def with_statements(
    untrusted_record: str,
    sha256: str,
    review: Review,
    finding: Finding | None,
    policy: Policy | None,
) -> str:
    """The same record with another review, another statement of what programs looked for, a policy.

    Without the latter two, those of the record stay. EngineFault if it is not about that output.
    """
    record = _about(untrusted_record, sha256)
    stated: dict[str, Any] = {"review": review.to_object()}
    if finding is not None:
        stated |= {"pixelseal": VERSION_2, "finding": finding.to_object()}
    if policy is not None:
        stated |= {"pixelseal": VERSION_2, "policy": policy.to_object()}
    return canonical.dump({**record, **stated}) + "\n"


def _plain(untrusted: str) -> str:
    return "".join(c for c in untrusted[:_LONGEST] if c.isprintable())
