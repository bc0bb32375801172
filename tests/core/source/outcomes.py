"""Short ways to say what examine() made of a file. Tests nothing by itself."""

from pixelseal.core.base.errors import SourceRefused
from pixelseal.core.source import File, examine


def refusal(data: bytes) -> str:
    """The code with which a file is refused, or 'accepted'."""
    try:
        examine(data)
    except SourceRefused as refused:
        assert refused.sentence and "{" not in refused.sentence
        return refused.code
    return "accepted"


def found(source: File) -> dict[str, list[str]]:
    """The values shown, by kind of finding."""
    kinds: dict[str, list[str]] = {}
    for finding in source.findings:
        assert finding.sentence and not finding.sentence.startswith("Something went wrong")
        kinds.setdefault(finding.kind, []).append(finding.value)
    return kinds
