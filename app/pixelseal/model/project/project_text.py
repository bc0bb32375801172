"""A project's text, entry by entry, so that long ones can be cut into short work. Opens no file.

Each entry stands in a line of its own (docs/project.md, 5.3). A text that is laid out otherwise is
read as well, but parsed in one go.
"""

import json

from pixelseal.model.project.project import (
    MAX_IMAGES,
    VERSION,
    VERSION_1,
    Entry,
    ProjectError,
    parse_entry,
    rows_of,
)
from pixelseal.model.recipe import canonical

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: MicroPython has no such module
    from collections.abc import Iterator

MAX_TEXT = 16 * 1024 * 1024  # characters; some 5,000 images with ten regions each

_HEADS = [
    '{"pixelseal": "' + version + '", "private": true, "process": null, "images": ['
    for version in (VERSION, VERSION_1)
]
_HEAD = _HEADS[0]
_END = "]}"


class Writer:
    """Makes the text, in pieces: one for each entry, and the end."""

    def __init__(self) -> None:
        self._count = 0
        self._length = len(_HEAD + "\n" + _END + "\n")

    def piece(self, entry: Entry) -> str:
        """The text up to the end of the entry, read back before it is handed out.

        ProjectError: project-too-large, project-unreadable.
        """
        # By the interpreter's own writer: ours would take seconds for some hundred images.
        row = json.dumps(entry.to_object())
        text = (",\n" if self._count else _HEAD + "\n") + row
        if parse_entry(json.loads(row), self._count) != entry:
            raise ProjectError("project-unreadable", {"key": "images"})
        self._count += 1
        self._length += len(row) + 2
        if self._count > MAX_IMAGES or self._length > MAX_TEXT:
            raise ProjectError("project-too-large", {"images": MAX_IMAGES})
        return text

    def end(self) -> str:
        """What stands behind the last entry."""
        return ("" if self._count else _HEAD) + "\n" + _END + "\n"


def to_json(entries: "list[Entry]") -> str:
    """The file's whole text; ProjectError as `Writer.piece`."""
    writer = Writer()
    return "".join([writer.piece(entry) for entry in entries] + [writer.end()])


def is_laid_out(untrusted_text: str) -> bool:
    """True if a text begins as `Writer` begins it: it can be nothing but a project."""
    return any(_bare(untrusted_text).startswith(head + "\n") for head in _HEADS)


def read(untrusted_text: str) -> "Iterator[Entry]":
    """A generator of entries; ProjectError for everything that docs/project.md refuses.

    Nothing that was generated may be used before the last entry was.
    """
    if len(untrusted_text) > MAX_TEXT:
        raise ProjectError("project-not-json")
    lines, count = _bare(untrusted_text).split("\n"), 0
    if lines[0] in _HEADS and lines[-2:] == [_END, ""]:
        last = len(lines) - 3
        if last > MAX_IMAGES:
            raise ProjectError("project-unreadable", {"key": "images"})
        for place in range(1, last + 1):
            row = lines[place]
            if row[:1] != "{" or (place < last and row[-1:] != ","):
                break
            try:
                untrusted = canonical.load(row[:-1] if place < last else row, MAX_TEXT)
            except ValueError:
                break
            yield parse_entry(untrusted, count)
            count += 1
        else:
            return
    # Laid out otherwise, or broken: what was read so far stands first in the whole, too.
    for entry in read_object(load(untrusted_text), count):
        yield entry


def read_object(untrusted: "object", start: int = 0) -> "Iterator[Entry]":
    """The same of what a JSON parser gave, from the entry in that place on."""
    rows = rows_of(untrusted)
    for number in range(start, len(rows)):
        yield parse_entry(rows[number], number)


def parse(untrusted_text: str) -> "list[Entry]":
    """The entries of a text; ProjectError as `read`."""
    return list(read(untrusted_text))


def load(untrusted_text: str) -> "object":
    """What a JSON parser gives of the text; ProjectError for what is none."""
    try:
        return canonical.load(untrusted_text, MAX_TEXT)
    except ValueError:
        raise ProjectError("project-not-json") from None


def _bare(text: str) -> str:
    return text[1:] if text[:1] == "\ufeff" else text
