"""A log for people and other programs: text, table, JSON (docs/log.md, 4). Checks none.

Written in pieces, one a line, so that long work can be split up.
"""

from pixelseal.model import catalogue
from pixelseal.model.process import events
from pixelseal.model.project.link_table import cell
from pixelseal.model.recipe import canonical

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: MicroPython has no such module
    from collections.abc import Iterator

    from pixelseal.model.process.log import Line

VERSION = "log-export/1"
TEXT, CSV, JSON = "text", "csv", "json"
KINDS = (TEXT, CSV, JSON)

_BEFORE, _AFTER = '{\n  "lines": [\n', "\n  ]\n}"  # around a line of the log that is the only one
_COLUMNS = ("seq", "at", "phase", "event")


def text(lines: "list[Line]", language: str = catalogue.ENGLISH) -> str:
    """A line of words for each line of the log, and its head."""
    return "".join(pieces(TEXT, lines, language))


def row(line: "Line", language: str = catalogue.ENGLISH) -> str:
    """One line in words: its number, when, what, and the facts that somebody stated."""
    said = []
    for name in events.facts_of(line.event):
        value = line.facts[name]
        if value is not None:
            label = catalogue.text(language, "log-fact-" + name, {})
            said.append(label + ": " + _told(name, value, language))
    moment = line.at.replace("T", " ").replace("Z", " UTC")
    event = catalogue.text(language, "log-event-" + line.event, {})
    return "{}. {}  {}  {}".format(line.seq, moment, event, "; ".join(said))


def csv(lines: "list[Line]") -> str:
    """RFC 4180, a column for each key and fact; no cell is one that a spreadsheet would run."""
    return "".join(pieces(CSV, lines))


def json(lines: "list[Line]") -> str:
    """The lines as one JSON object with the head, indented."""
    return "".join(pieces(JSON, lines))


def pieces(kind: str, lines: "list[Line]", language: str = catalogue.ENGLISH) -> "Iterator[str]":
    """The text of an export of that kind, one of KINDS, in pieces; `language` is that of TEXT."""
    if kind == CSV:
        return _csv(lines)
    return _json(lines) if kind == JSON else _text(lines, language)


def _text(lines: "list[Line]", language: str) -> "Iterator[str]":
    for line in lines:
        yield row(line, language) + "\n"
    yield catalogue.text(language, "log-head-line", {"head": lines[-1].head}) + "\n"


def _csv(lines: "list[Line]") -> "Iterator[str]":
    yield "\ufeff" + _cells(_COLUMNS + events.FACTS + ("previous", "hash"))
    for line in lines:
        facts = tuple([_plain(line.facts.get(name)) for name in events.FACTS])
        about = (str(line.seq), line.at, events.phase(line.event), line.event)
        yield _cells(about + facts + (line.previous, line.hash))


def _cells(texts: "tuple[str, ...]") -> str:
    return ",".join(['"' + cell(text).replace('"', '""') + '"' for text in texts]) + "\r\n"


def _json(lines: "list[Line]") -> "Iterator[str]":
    around = canonical.dump({"pixelseal": VERSION, "head": lines[-1].head, "lines": []})
    before, _none, after = around.partition("[]")
    yield before + "[\n"
    for place, line in enumerate(lines):
        text = canonical.dump({"lines": [line.to_object()]})  # as deep as it is in the whole
        ended = ",\n" if place < len(lines) - 1 else "\n"
        yield text[len(_BEFORE) : -len(_AFTER)] + ended
    yield "  ]" + after + "\n"


def _plain(value: "object") -> str:
    if value is None:
        return ""
    if value is True or value is False:
        return "true" if value else "false"
    return str(value)


def _told(name: str, value: "object", language: str) -> str:
    if name in ("basis", "outcome"):
        return catalogue.text(language, "log-{}-{}".format(name, value), {})
    if value is True or value is False:
        return catalogue.text(language, "log-yes" if value else "log-no", {})
    return str(value)
