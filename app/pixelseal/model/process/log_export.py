"""A log for people and other programs: text, table, JSON (docs/log.md, 4). Checks none."""

from pixelseal.model import catalogue
from pixelseal.model.process import events
from pixelseal.model.project.link_table import cell
from pixelseal.model.recipe import canonical

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: MicroPython has no such module
    from pixelseal.model.process.log import Line

VERSION = "log-export/1"
TEXT, CSV, JSON = "text", "csv", "json"
KINDS = (TEXT, CSV, JSON)

_COLUMNS = ("seq", "at", "phase", "event")


def text(lines: "list[Line]", language: str = catalogue.ENGLISH) -> str:
    """A line of words for each line of the log, and its head."""
    rows = [row(line, language) for line in lines]
    rows.append(catalogue.text(language, "log-head-line", {"head": lines[-1].head}))
    return "\n".join(rows) + "\n"


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
    names = _COLUMNS + events.FACTS + ("previous", "hash")
    rows = [names]
    for line in lines:
        facts = tuple([_plain(line.facts.get(name)) for name in events.FACTS])
        about = (str(line.seq), line.at, events.phase(line.event), line.event)
        rows.append(about + facts + (line.previous, line.hash))
    written = [
        ",".join(['"' + cell(text).replace('"', '""') + '"' for text in row]) for row in rows
    ]
    return "\ufeff" + "\r\n".join(written) + "\r\n"


def json(lines: "list[Line]") -> str:
    """The lines as one JSON object with the head, indented."""
    rows = [line.to_object() for line in lines]
    return canonical.dump({"pixelseal": VERSION, "head": lines[-1].head, "lines": rows}) + "\n"


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
