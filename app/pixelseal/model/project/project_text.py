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
    top_of,
)
from pixelseal.model.recipe import canonical

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: MicroPython has no such module
    from collections.abc import Callable, Iterator

    from pixelseal.model.project.preparation import Preparation

MAX_TEXT = 16 * 1024 * 1024  # characters; about 5,000 images with ten regions each

_BEGINS = [
    '{"pixelseal": "' + version + '", "private": true, "process": '
    for version in (VERSION, VERSION_1)
]
_IMAGES = ', "images": ['
_END = "]}"
_TAIL = ("\n" + _END + "\n").encode()
_MARK = b"\xef\xbb\xbf"  # a byte order mark


class Writer:
    """Writes the text in pieces: one for each entry, and the end.

    `settled` is what was settled before, read back: ProjectError (project-unreadable).
    """

    def __init__(self, settled: "Preparation | None" = None) -> None:
        process = json.dumps(None if settled is None else settled.to_object())
        self._head = _BEGINS[0] + process + _IMAGES
        if top_of(json.loads(self._head + _END))[1] != settled:
            raise ProjectError("project-unreadable", key="process")
        self._count = 0
        self._length = len(self._head + "\n" + _END + "\n")

    def piece(self, entry: Entry) -> str:
        """The text up to the end of the entry, read back before it is returned.

        ProjectError: project-too-large, project-unreadable.
        """
        # With the interpreter's own writer: ours would take seconds for a few hundred images.
        row = json.dumps(entry.to_object())
        text = (",\n" if self._count else self._head + "\n") + row
        if parse_entry(json.loads(row), self._count) != entry:
            raise ProjectError("project-unreadable", key="images")
        self._count += 1
        self._length += len(row) + 2
        if self._count > MAX_IMAGES or self._length > MAX_TEXT:
            raise ProjectError("project-too-large", images=MAX_IMAGES)
        return text

    def end(self) -> str:
        """The text after the last entry."""
        return ("" if self._count else self._head) + "\n" + _END + "\n"


def to_json(entries: "list[Entry]", settled: "Preparation | None" = None) -> str:
    """The full text of the file; ProjectError as `Writer` and its `piece`."""
    writer = Writer(settled)
    return "".join([writer.piece(entry) for entry in entries] + [writer.end()])


def is_laid_out(untrusted_text: str) -> bool:
    """True if a text begins as `Writer` begins it: then it can only be a project."""
    bare = _bare(untrusted_text)
    end = bare.find("\n")
    return any(bare.startswith(begin) for begin in _BEGINS) and bare[:end].endswith(_IMAGES)


class Reading:
    """Reads a text entry by entry; ProjectError for everything that docs/project.md forbids.

    No entry may be used before the last one was read, and neither may `settled`: what was settled
    before, None if nothing.
    """

    def __init__(self, entries: "Callable[[Reading], Iterator[Entry]]") -> None:
        self.settled: "Preparation | None" = None
        self._entries = entries(self)

    def __iter__(self) -> "Iterator[Entry]":
        return self._entries


def read(untrusted_text: str) -> Reading:
    """Read a text."""
    return Reading(lambda reading: _read(reading, untrusted_text))


def read_object(untrusted: "object") -> Reading:
    """Read parsed JSON."""
    return Reading(lambda reading: _rest(reading, untrusted, 0))


def _read(reading: Reading, untrusted_text: str) -> "Iterator[Entry]":
    if len(untrusted_text) > MAX_TEXT:
        raise ProjectError("project-not-json")
    # Line by line, and as bytes: to find room for 2,000 lines at once takes MicroPython up to a
    # second, and for each part of a text it counts the characters before.
    raw = _bytes_of(untrusted_text)
    start, head = _first_row(raw)
    last, count = len(raw) - len(_TAIL), 0
    if start:
        try:
            reading.settled = top_of(canonical.load(head + _END))[1]
        except ValueError:
            start = 0  # no JSON: as damaged as any other line
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
    for entry in _rest(reading, load(untrusted_text), count):
        yield entry


def _bytes_of(text: str) -> bytes:
    try:
        return text.encode()
    except ValueError:  # half a pair, which no file of UTF-8 has
        return b""


def _first_row(raw: bytes) -> "tuple[int, str]":
    """Where the row of the first entry begins, or the end if there is none, and the line before.

    0 and "" in another layout.
    """
    begin = len(_MARK) if raw.startswith(_MARK) else 0
    end = raw.find(b"\n", begin)
    if end < 0 or not raw.endswith(_TAIL) or not raw[begin:end].endswith(_IMAGES.encode()):
        return 0, ""
    if not any(raw[begin:end].startswith(start.encode()) for start in _BEGINS):
        return 0, ""
    return end + 1, str(raw[begin:end], "utf-8")


def _rest(reading: Reading, untrusted: "object", start: int) -> "Iterator[Entry]":
    """The entries of parsed JSON from that index on."""
    rows, reading.settled = top_of(untrusted)
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
