"""What a report in the page is made of: files that were chosen, and what is open. Shows nothing."""

from pixelseal.model.process import log, report, report_page, validation
from pixelseal.model.process.report_facts import ReportError, Tally
from pixelseal.model.project import project_text
from pixelseal.model.steps import in_slices
from pixelseal.ui.browser.host import kind_of
from pixelseal.ui.browser.time_slices import TimeSlices
from pixelseal.ui.process import log_book
from pixelseal.ui.text import words
from pixelseal.version import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.model.project.preparation import Preparation
    from pixelseal.model.project.project import Entry
    from pixelseal.ui.process.desk import Desk

_RECORD, _PROJECT, _VALIDATION, _LOG = "record", "project", "validation", "log"


class ReportDesk:
    """Collects what a report is made of, and makes it."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk
        self.host = desk.host
        self._records: "list[str]" = []
        self._entries: "list[Entry] | None" = None
        self._settled: "Preparation | None" = None
        self._lines: "list[log.Line]" = []
        self._validation: "validation.Validation | None" = None
        self.unread = 0
        self._of: "report.Sources | None" = None
        self.made: "list[report.Section]" = []
        self.at = ""  # the day of the report

    async def take(self, files: "list[object]") -> None:
        """Read what was chosen, each for what it is; PixelsealError for one that is damaged.

        What is none of these is counted as unread.
        """
        slices = TimeSlices(self.host)
        for file in files:
            text = await self.host.text(file, log.MAX_TEXT)
            kind = _kind(text)
            if kind == _RECORD:
                self._records.append(text)
            elif kind == _PROJECT:
                reading, entries = project_text.read(text), []
                for entry in reading:
                    entries.append(entry)
                    await slices.turn()
                self._entries, self._settled = entries, reading.settled
            elif kind == _VALIDATION:
                self._validation = await in_slices(validation.reading(text), slices)
            elif kind == _LOG:
                self._lines = await log_book.lines_of(text, slices)
            else:
                self.unread += 1
            await slices.turn()

    @property
    def taken(self) -> "dict[str, int]":
        """How many of each there are."""
        return {
            "records": len(self._records),
            "images": len(self._open_records()),
            "project": int(self._entries is not None),
            "validation": int(self._validation is not None),
            "log": int(bool(self._lines or self.desk.log.is_open)),
        }

    def _open_records(self) -> "list[str]":
        items = self.desk.workbench.queue.items
        made = [item.current_result for item in items]
        return [result.record for result in made if result is not None and result.saved]

    async def make(self) -> None:
        """Count, and keep the sections; ReportError (report-nothing) if there is no record."""
        tally, slices = Tally(), TimeSlices(self.host)
        unread = self.unread
        for text in self._records + self._open_records():
            try:
                tally.add(text)
            except ReportError as error:
                if error.code != "report-not-a-record":
                    raise
                unread += 1
            await slices.turn()
        if not tally.images:
            raise ReportError("report-nothing")
        waiting = None
        if self._entries is not None:
            waiting = 0
            for entry in self._entries:
                waiting += not tally.has(entry.sha256, entry.page)
                await slices.turn()
        lines = self._lines or self.desk.log.lines
        settled = self._settled or self.desk.workbench.project.settled
        self._of = report.Sources(tally, settled, waiting, lines, self._validation, unread)
        self.at = self.desk.moment()[:10]
        await self.put()

    async def put(self) -> None:
        """Word the sections in the page's language."""
        if self._of is not None:
            steps = report.writing(self._of, words.language())
            self.made = await in_slices(steps, TimeSlices(self.host))

    @property
    def heading(self) -> "tuple[str, str]":
        """The report's title, and when it was made with what."""
        return words.say("report-title"), words.say("report-made", at=self.at, version=__version__)

    def save(self) -> str:
        """Save the report as a page of its own; returns its name."""
        title, made = self.heading
        name = "private-report-" + self.at + ".html"
        page = report_page.page(title, made, self.made, words.language())
        self.host.save(page, name, kind_of("html"))
        return name


def _kind(text: str) -> str:
    """What a file is, by how it begins; a record's keys are sorted, so its own comes later."""
    for begins, kind in (('{"at":"', _LOG), ('{"hash":"', _VALIDATION)):
        if text.startswith(begins):
            return kind
    if '"project/' in text[:200]:
        return _PROJECT
    return _RECORD if '"record/' in text else ""
