"""The private record, versions 1 and 2 (docs/record.md). Never part of what is shared."""

from typing import Any

from pixelseal.core.base.errors import EngineFault
from pixelseal.model.finding import Finding
from pixelseal.model.recipe import canonical
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


def with_statements(
    untrusted_record: str, sha256: str, review: Review, finding: Finding | None
) -> str:
    """The same record with another review, and another statement of what programs looked for.

    Without one, that of the record stays. EngineFault if it is not about that output.
    """
    try:
        record = canonical.load(untrusted_record)
    except ValueError:
        raise EngineFault("engine-fault") from None
    about = record.get("output") if isinstance(record, dict) else None
    if not isinstance(record, dict) or not isinstance(about, dict) or about["sha256"] != sha256:
        raise EngineFault("engine-fault")
    stated: dict[str, Any] = {"review": review.to_object()}
    if finding is not None:
        stated |= {"pixelseal": VERSION_2, "finding": finding.to_object()}
    return canonical.dump({**record, **stated}) + "\n"


def _plain(untrusted: str) -> str:
    return "".join(c for c in untrusted[:_LONGEST] if c.isprintable())
