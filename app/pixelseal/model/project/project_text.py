"""A project's text, entry by entry, so that long work can be split up. Opens no file.

Each entry has its own line (docs/project.md, 5.3). A text with another layout is read as well, but
parsed in one go.
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

MAX_TEXT = 16 * 1024 * 1024  # characters; about 5,000 images with ten regions each

_HEADS = [
    '{"pixelseal": "' + version + '", "private": true, "process": null, "images": ['
    for version in (VERSION, VERSION_1)
]
_HEAD = _HEADS[0]
_END = "]}"
_TAIL = ("\n" + _END + "\n").encode()
_MARK = b"\xef\xbb\xbf"  # a byte order mark


class Writer:
    """Writes the text in pieces: one for each entry, and the end."""

    def __init__(self) -> None:
        self._count = 0
        self._length = len(_HEAD + "\n" + _END + "\n")

    def piece(self, entry: Entry) -> str:
        """The text up to the end of the entry, read back before it is returned.

        ProjectError: project-too-large, project-unreadable.
        """
        # With the interpreter's own writer: ours would take seconds for a few hundred images.
        row = json.dumps(entry.to_object())
        text = (",\n" if self._count else _HEAD + "\n") + row
        if parse_entry(json.loads(row), self._count) != entry:
            raise ProjectError("project-unreadable", key="images")
        self._count += 1
        self._length += len(row) + 2
        if self._count > MAX_IMAGES or self._length > MAX_TEXT:
            raise ProjectError("project-too-large", images=MAX_IMAGES)
        return text

    def end(self) -> str:
        """The text after the last entry."""
        return ("" if self._count else _HEAD) + "\n" + _END + "\n"


def to_json(entries: "list[Entry]") -> str:
    """The full text of the file; ProjectError as `Writer.piece`."""
    writer = Writer()
    return "".join([writer.piece(entry) for entry in entries] + [writer.end()])


def is_laid_out(untrusted_text: str) -> bool:
    """True if a text begins as `Writer` begins it: then it can only be a project."""
    return any(_bare(untrusted_text).startswith(head + "\n") for head in _HEADS)


def read(untrusted_text: str) -> "Iterator[Entry]":
    """A generator of entries; ProjectError for everything that docs/project.md forbids.

    No generated entry may be used before the last one was generated.
    """
    if len(untrusted_text) > MAX_TEXT:
        raise ProjectError("project-not-json")
    # Line by line, and as bytes: to find room for 2,000 lines at once takes MicroPython up to a
    # second, and for each part of a text it counts the characters before.
    raw = _bytes_of(untrusted_text)
    start, last, count = _first_row(raw), len(raw) - len(_TAIL), 0
    while 0 < start <= last:
        end = raw.find(b"\n", start)
        row = str(raw[start:end], "utf-8")
        start = end + 1
        if row[:1] != "{" or (end < last and row[-1:] != ","):
            break
        if count == MAX_IMAGES:
            raise ProjectError("project-unreadable", key="images")
        try:
            untrusted = canonical.load(row[:-1] if end < last else row, MAX_TEXT)
        except ValueError:
            break
        yield parse_entry(untrusted, count)
        count += 1
    else:
        if start:
            return
    # Another layout, or damaged: parse all of it, and skip the entries already read.
    for entry in read_object(load(untrusted_text), count):
        yield entry


def _bytes_of(text: str) -> bytes:
    try:
        return text.encode()
    except ValueError:  # half a pair, which no file of UTF-8 has
        return b""


def _first_row(raw: bytes) -> int:
    """Where the row of the first entry begins, or the end if there is none; 0 in another layout."""
    begin = len(_MARK) if raw.startswith(_MARK) else 0
    for head in _HEADS:
        after = begin + len(head) + 1
        if raw[begin:after] == (head + "\n").encode() and raw.endswith(_TAIL):
            return after
    return 0


def read_object(untrusted: "object", start: int = 0) -> "Iterator[Entry]":
    """The same from parsed JSON, starting at the entry with that index."""
    rows = rows_of(untrusted)
    for number in range(start, len(rows)):
        yield parse_entry(rows[number], number)


def parse(untrusted_text: str) -> "list[Entry]":
    """The entries of a text; ProjectError as `read`."""
    return list(read(untrusted_text))


def load(untrusted_text: str) -> "object":
    """The text as parsed JSON; ProjectError if it is not JSON."""
    try:
        return canonical.load(untrusted_text, MAX_TEXT)
    except ValueError:
        raise ProjectError("project-not-json") from None


def _bare(text: str) -> str:
    return text[1:] if text[:1] == "\ufeff" else text
