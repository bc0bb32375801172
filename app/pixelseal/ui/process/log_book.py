"""The log that is open in the page: opened, continued, saved (docs/log.md). Shows nothing."""

from pixelseal.model import catalogue
from pixelseal.model.process import log, log_export
from pixelseal.ui.browser.host import kind_of
from pixelseal.ui.browser.time_slices import TimeSlices
from pixelseal.ui.text import words

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: names for the annotations alone
    from collections.abc import Iterator

    from pixelseal.ui.browser.browser_host import BrowserHost

NAME = "log.jsonl"
_RUN = 200  # lines that are one text
_ENDINGS = {log_export.TEXT: "txt", log_export.CSV: "csv", log_export.JSON: "json"}


class LogBook:
    """At most one log; `lines` is empty while none is open, `unsaved` while lines were added."""

    def __init__(self, host: "BrowserHost") -> None:
        self.host = host
        self.lines: "list[log.Line]" = []
        self.name = NAME
        self.unsaved = False
        self.compared = False  # with a head that was kept

    @property
    def is_open(self) -> bool:
        """True once a log was begun or opened."""
        return bool(self.lines)

    @property
    def head(self) -> str:
        """The open log's head, "" without one."""
        return self.lines[-1].head if self.lines else ""

    def begin(self, at: str) -> None:
        """Begin a new log. LogError: log-moment."""
        self._take([log.begun(at, self.host.random(8))], NAME, compared=False)
        self.unsaved = True

    async def open(self, blob: "object", name: str, head: str = "") -> None:
        """Open a log whose every line is as it was written; compared with a head that was kept.

        LogError with the line that is not, and what is open stays; Failure if it cannot be read.
        """
        text = await self.host.text(blob, log.MAX_TEXT)
        await self.host.breathe()  # reading was a long piece of work, and splitting it is one
        lines = await lines_of(text, TimeSlices(self.host))
        if head:
            log.require_head(lines, head)
        self._take(lines, name, compared=bool(head))

    def _take(self, lines: "list[log.Line]", name: str, compared: bool) -> None:
        self.lines, self.name, self.compared = lines, name, compared
        self.unsaved = False

    def add(self, at: str, event: str, facts: "dict[str, object]") -> "log.Line":
        """Add a line. LogError: log-fact with `key`, log-moment, log-too-long."""
        line = log.added(self.lines[-1], at, event, facts)
        self.lines.append(line)
        self.unsaved = True
        return line

    def dated_back(self) -> "list[int]":
        """The numbers of the lines whose moment is before that of the line above them."""
        return log.dated_back(self.lines)

    async def content(self) -> "object":
        """The log as a Blob, as it is saved."""
        return await self._joined((line.text for line in list(self.lines)), kind_of("json"))

    async def _joined(self, pieces: "Iterator[str]", kind: str) -> "object":
        """The pieces as a Blob; few texts, because each takes its time to reach the browser."""
        slices, texts, run = TimeSlices(self.host), [], []
        for piece in pieces:
            run.append(piece)
            if len(run) == _RUN:
                texts.append("".join(run))
                run = []
            await slices.turn()
        return self.host.joined(texts + ["".join(run)], kind)

    async def save(self) -> str:
        """Save the log as a download; returns its name."""
        count = len(self.lines)
        self.host.save(await self.content(), self.name, kind_of("json"))
        self.unsaved = count < len(self.lines)
        return self.name

    async def export(self, kind: str) -> str:
        """Save the log for people or another program, one of `log_export.KINDS`; its name."""
        ending = _ENDINGS[kind]
        name = self.name.split(".")[0] + "-export." + ending
        pieces = log_export.pieces(kind, list(self.lines), words.language())
        self.host.save(await self._joined(pieces, kind_of(ending)), name, kind_of(ending))
        return name


async def lines_of(untrusted_text: str, slices: TimeSlices) -> "list[log.Line]":
    """The lines of a log, each as it was written; LogError with the one that is not."""
    lines = []
    for line in log.read(untrusted_text):
        lines.append(line)
        await slices.turn()
    return lines


def shown(line: "log.Line") -> str:
    """A line in words, in the page's language."""
    return log_export.row(line, words.language() or catalogue.ENGLISH)
