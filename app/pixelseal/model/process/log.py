"""The log: lines that each carry the hash of the one before (docs/log.md). Opens no file.

Written and read line by line, so that long work can be split up.
"""

from pixelseal.model.digest import sha256_of
from pixelseal.model.errors import PixelsealError
from pixelseal.model.process import canonical_json, events, values
from pixelseal.model.recipe import canonical
from pixelseal.model.recipe.checks import DIGITS
from pixelseal.model.recipe.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: MicroPython has no such module
    from collections.abc import Iterator

MAX_TEXT = 16 * 1024 * 1024  # characters of a log
MAX_LINES = 50_000  # of about 300 characters
MAX_LINE = 4096  # characters; the longest that can be written has about 1,600

# Codes of a log that is not as it was written, whatever it was.
TOUCHED = (
    "log-line-changed",
    "log-lines-missing",
    "log-line-moved",
    "log-line-broken",
    "log-line-cut",
    "log-cut-off",
    "log-other-head",
)

_KEYS = ["at", "event", "facts", "hash", "previous", "seq"]
_FIRST = "0" * 64  # `previous` of the first line
_BEGINS = '{"at":"'  # every line, whatever stands in it


class LogError(PixelsealError):
    """A log that is not as it was written, or a line that it cannot have.

    Codes: ``log-line-changed`` and the others of docs/log.md, 3, with `line`, counted from 1;
    ``log-not-a-log``, ``log-version``, ``log-too-long``, ``log-fact`` and ``log-moment``.
    """


class Line(Value):
    """One line: `hash` is its own, `previous` that of the line before; `facts` by their names."""

    FIELDS = ("seq", "at", "event", "facts", "previous", "hash")

    def __init__(
        self, seq: int, at: str, event: str, facts: "dict[str, object]", previous: str
    ) -> None:
        self.seq = seq
        self.at = at
        self.event = event
        self.facts = facts
        self.previous = previous
        front = '{"at":' + canonical_json.string(at) + ',"event":' + canonical_json.string(event)
        front += ',"facts":' + canonical_json.dump(facts)
        back = ',"previous":"' + previous + '","seq":' + str(seq) + "}"
        self.hash = sha256_of((front + back).encode())
        # In the order of the keys `hash` stands before `previous`.
        self.text = front + ',"hash":"' + self.hash + '"' + back + "\n"

    @property
    def head(self) -> str:
        """What to keep elsewhere, so that lines cut off after this one are missed: "12:9f86…"."""
        return "{}:{}".format(self.seq, self.hash)

    def to_object(self) -> "dict[str, object]":
        """The line as JSON has it."""
        return {
            "at": self.at,
            "event": self.event,
            "facts": self.facts,
            "hash": self.hash,
            "previous": self.previous,
            "seq": self.seq,
        }


def begun(at: str, id: str) -> Line:
    """The first line of a new log; `id` is 16 hexadecimal digits, drawn at random."""
    return _line(1, at, events.BEGUN, {"id": id, "log": events.VERSION}, _FIRST)


def added(last: Line, at: str, event: str, facts: "dict[str, object]") -> Line:
    """The line that follows `last`. LogError: log-fact with `key`, log-moment, log-too-long."""
    if event == events.BEGUN:
        raise LogError("log-fact", key="event")
    if last.seq >= MAX_LINES:
        raise LogError("log-too-long", lines=MAX_LINES)
    return _line(last.seq + 1, at, event, facts, last.hash)


def _line(seq: int, at: str, event: str, facts: "dict[str, object]", previous: str) -> Line:
    if not values.is_moment(at):
        raise LogError("log-moment")
    key = events.wrong(event, facts)
    if key is not None:
        raise LogError("log-fact", key=key)
    return Line(seq, at, event, facts, previous)


def decoded(untrusted: bytes) -> str:
    """The text of a log's bytes. A line that is no UTF-8 becomes one that nobody can have written.

    So that `read` names it, or an earlier one that is not as it was written.
    """
    try:
        return untrusted.decode("utf-8")
    except UnicodeError:
        return "\n".join([_decoded(row) for row in untrusted.split(b"\n")])


def _decoded(untrusted_row: bytes) -> str:
    try:
        return untrusted_row.decode("utf-8")
    except UnicodeError:
        return _BEGINS + "?" if untrusted_row.startswith(_BEGINS.encode()) else "?"


def read(untrusted_text: str) -> "Iterator[Line]":
    """A generator of the lines; LogError at the first that is not as it was written.

    No line may be relied on before the last one came.
    """
    if len(untrusted_text) > MAX_TEXT:
        raise LogError("log-too-long", lines=MAX_LINES)
    if not untrusted_text:
        raise LogError("log-line-cut", line=1)  # not even the line with which each begins
    if untrusted_text[: len(_BEGINS)] != _BEGINS:
        if "\n" + _BEGINS in untrusted_text:
            raise LogError("log-line-changed", line=1)
        raise LogError("log-not-a-log")
    # At once: finding each end from a place in the text takes MicroPython a minute for 10,000.
    rows = untrusted_text.split("\n")
    if len(rows) - 1 > MAX_LINES:
        raise LogError("log-too-long", lines=MAX_LINES)
    seq, previous = 0, _FIRST
    for row in rows[:-1]:
        seq += 1
        found = _parsed(row, seq)
        if found.seq != seq:
            raise _out_of_place(found.seq, seq, rows[seq:-1])
        if found.previous != previous:
            raise LogError("log-line-broken", line=seq, before=seq - 1)
        if (found.event == events.BEGUN) != (seq == 1):
            raise LogError("log-line-unknown", line=seq)
        yield found
        previous = found.hash
    if rows[-1]:
        raise LogError("log-line-cut", line=seq + 1)


def checked(untrusted_text: str, head: str = "") -> "list[Line]":
    """All lines, compared with a head that was kept; LogError as `read` and `require_head`."""
    lines = list(read(untrusted_text))
    if head:
        require_head(lines, head)
    return lines


def is_head(untrusted: str) -> bool:
    """True for a text that a log's head could be."""
    seq, _colon, digest = untrusted.partition(":")
    plain = 1 <= len(seq) <= 6 and all(c in DIGITS for c in seq) and seq[0] != "0"
    return plain and values.is_digest(digest)


def require_head(lines: "list[Line]", head: str) -> None:
    """LogError if the log never ended with this head: log-cut-off, log-other-head, log-head."""
    if not is_head(head):
        raise LogError("log-head")
    seq = int(head.partition(":")[0])
    if seq > len(lines):
        raise LogError("log-cut-off", line=len(lines), kept=seq)
    if lines[seq - 1].head != head:
        raise LogError("log-other-head", line=seq)


def dated_back(lines: "list[Line]") -> "list[int]":
    """The numbers of the lines whose moment is before that of the line above them."""
    return [line.seq for line in lines[1:] if line.at < lines[line.seq - 2].at]


def _parsed(untrusted_line: str, seq: int) -> Line:
    """One line, which has to be what `Line` would write; LogError with the place `seq`."""
    changed = LogError("log-line-changed", line=seq)
    try:
        found = canonical.load(untrusted_line, MAX_LINE)
        if not isinstance(found, dict) or sorted(found) != _KEYS:
            raise changed
        at, event, facts = found["at"], found["event"], found["facts"]
        number, previous = found["seq"], found["previous"]
        typed = isinstance(at, str) and isinstance(event, str) and isinstance(facts, dict)
        if not typed or type(number) is not int or not values.is_digest(previous):
            raise changed
        line = Line(number, at, event, facts, previous)
    except (ValueError, RuntimeError):  # RuntimeError: nested too deep
        raise changed from None
    # There is one way to write a line: its hash, its order and its characters are all compared.
    if line.text != untrusted_line + "\n":
        raise changed
    if seq == 1 and event == events.BEGUN and facts.get("log") != events.VERSION:
        raise LogError("log-version")
    if not values.is_moment(line.at) or events.wrong(event, facts) is not None:
        raise LogError("log-line-unknown", line=seq)
    return line


def _out_of_place(found: int, wanted: int, rest: "list[str]") -> LogError:
    """Why the line at place `wanted` has the number `found`, by the lines that follow it."""
    if found < wanted:
        return LogError("log-line-moved", line=wanted, number=found)
    for row in rest:
        try:
            if _parsed(row, wanted).seq == wanted:
                return LogError("log-line-moved", line=wanted, number=found)
        except LogError:
            continue
    return LogError("log-lines-missing", line=wanted, last=found - 1)
