"""The part Report: takes what it is made of, shows it, saves it, prints it. Counts nothing."""

from pixelseal.model.errors import PixelsealError
from pixelseal.model.process import report_page
from pixelseal.ui.browser import dom, handed_in
from pixelseal.ui.browser.time_slices import TimeSlices
from pixelseal.ui.process.desk import Desk
from pixelseal.ui.process.report_desk import ReportDesk
from pixelseal.ui.text import words
from pixelseal.ui.views.process.outcome import BUSY, DONE, Outcome

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.model.process.report import Section


class ReportPart:
    """What can be done with a report."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.report = ReportDesk(desk)
        self.outcome = Outcome("report-outcome")
        self._addresses: "list[str]" = []  # of the plots on the screen
        handed_in.on_files("report-files", lambda files: dom.spawn(self._take(files)))
        dom.on_click("report-make", lambda: dom.spawn(self._make()))
        dom.on_click("report-save", self._save)
        dom.on_click("report-print", lambda: dom.call_window("print", {}))

    def shown(self) -> None:
        """Say what a report would be made of now."""
        dom.put_text(dom.by_id("report-taken"), words.say("report-taken", **self.report.taken))

    def language_changed(self) -> None:
        """Show the report in another language."""
        self.outcome.repeat()
        self.shown()
        if self.report.made:
            dom.spawn(self._reword())

    async def _reword(self) -> None:
        await self.report.put()
        self._show()

    async def _take(self, files: "object") -> None:
        self.outcome.say(BUSY, "report-busy")
        try:
            slices, taken = TimeSlices(self.desk.host), []
            for file in files:
                taken.append(file)
                await slices.turn()
            await self.report.take(taken)
        except PixelsealError as failure:
            self.outcome.refuse(failure)
        else:
            self.outcome.clear()
        self.shown()

    async def _make(self) -> None:
        self.outcome.say(BUSY, "report-busy")
        try:
            await self.report.make()
        except PixelsealError as failure:
            self.outcome.refuse(failure)
            return
        self.outcome.clear()
        self._show()
        dom.focus("report")

    def _save(self) -> None:
        self.outcome.say(DONE, "report-saved", name=self.report.save())

    def _show(self) -> None:
        dom.show(dom.by_id("report-part"), True)
        heading, made = self.report.heading
        dom.put_text(dom.by_id("report-heading"), heading)
        dom.put_text(dom.by_id("report-made"), made)
        for address in self._addresses:
            dom.release_url(address)
        self._addresses = []
        box = dom.by_id("report-sections")
        box.replaceChildren()
        for section in self.report.made:
            box.append(dom.element("h4", section.title))
            for text in section.texts:
                box.append(dom.element("p", text))
            if section.bars:
                box.append(self._plot(section))
            if section.table:
                box.append(_table(section.table))

    def _plot(self, section: "Section") -> "object":
        """The plot that the saved report has, too; a picture says nothing, so its name does."""
        blob = self.desk.host.blob(report_page.svg(section), "image/svg+xml")
        self._addresses.append(dom.object_url(blob))
        picture = dom.element("img", "", "report-plot")
        picture.src = self._addresses[-1]
        picture.alt = "; ".join(["{}: {}".format(label, count) for label, count in section.bars])
        return picture


def _table(rows: "list[tuple[str, ...]]") -> "object":
    around, table = dom.element("div", "", "report-table"), dom.element("table")
    around.tabIndex = 0  # a wide one is scrolled by keys
    for place, row in enumerate(rows):
        line = dom.element("tr")
        for cell in row:
            made = dom.element("td" if place else "th", cell)
            if not place:
                made.scope = "col"
            line.append(made)
        table.append(line)
    around.append(table)
    return around
