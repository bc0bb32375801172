"""How a set reaches the part Validate, and a row for all that is in it. Decides nothing."""

from pixelseal.model.errors import PixelsealError
from pixelseal.model.verify import verdicts
from pixelseal.ui.browser import dom, dropped, handed_in
from pixelseal.ui.browser.subtle import Subtle
from pixelseal.ui.browser.time_slices import TimeSlices
from pixelseal.ui.process import zip_files
from pixelseal.ui.text import words
from pixelseal.ui.views.process.outcome import BUSY, DONE, REFUSED, Outcome
from pixelseal.ui.workbench import verifying
from pixelseal.ui.workbench.signatures import Signatures

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from collections.abc import Callable

    from pixelseal.ui.browser.browser_host import BrowserHost
    from pixelseal.ui.process.validating import Validating
    from pixelseal.ui.workbench.verifying import Row

_TOLD = "told"
_SPOKEN = 50  # files from one word about progress to the next
_BESIDE = (verdicts.SUMS_MATCH, verdicts.SUMS_ALONE, verdicts.SUMS_DIFFER, verdicts.SIGNATURE)


class Intake:
    """Fields and drops; `taken()` is called with each set, `returned(file)` with a validation."""

    def __init__(
        self,
        host: "BrowserHost",
        work: "Validating",
        taken: "Callable[[], None]",
        returned: "Callable[[object], None]",
    ) -> None:
        self.host = host
        self.work = work
        self.taken = taken
        self.returned = returned
        self.outcome = Outcome("validate-outcome")
        self._rows_shown = 0
        handed_in.on_files("validate-files", lambda files: dom.spawn(self._chosen(files)))
        handed_in.on_files("validate-folder", lambda files: dom.spawn(self._chosen(files)))
        folder = dom.by_id("validate-folder")
        dom.show(folder.parentElement, dom.has(folder, "webkitdirectory"))
        dom.listen(dom.by_id("validate-all"), "drop", self._dropped)

    def language_changed(self) -> None:
        """Show all that was written here in another language."""
        self.outcome.repeat()
        self._show_start()
        dom.spawn(self._show_rows())

    async def _chosen(self, files: "object") -> None:
        slices, found = TimeSlices(self.host), []
        for file in files:
            found.append((str(file.name), file))
            await slices.turn()
        await self._take(found, [])

    def _dropped(self, event: "object") -> None:
        event.preventDefault()
        event.stopPropagation()
        dom.mark_body("dragging", False)
        files, folders = dropped.sorted_out(event.dataTransfer)
        if files.length == 1 and not folders and str(files[0].name).lower().endswith(".json"):
            self.returned(files[0])
        else:
            dom.spawn(self._gathered([(str(file.name), file) for file in files], folders))

    async def _gathered(self, files: "list", folders: "list") -> None:
        rows = []
        await verifying.within_all(self.host, folders, files, rows)
        await self._take(files, rows)

    async def _take(self, files: "list", rows: "list[Row]") -> None:
        host = self.host
        if self.work.unsaved:
            answers = words.say("validate-leave"), words.say("go-back")
            if not await host.ask(words.say("validate-leave-question"), *answers):
                return

        def going(done: int, total: int) -> None:
            if done % _SPOKEN == 0:  # a screen reader would lag behind all of them
                self.outcome.say(BUSY, "validate-comparing", done=done, total=total)

        going(0, len(files))
        try:
            files, refused = await zip_files.unfolded(host, files, going)
            rows += [verifying.not_read(name, why.code, why.values) for name, why in refused]
            signatures = Signatures(host, Subtle())
            if not await self.work.take(files, rows, signatures, going):
                return
        except PixelsealError as failure:
            self.outcome.refuse(failure)
            return
        images, others = len(self.work.images), len(self.work.left_out)
        # Green only if all of it is well.
        kind = REFUSED if not images else DONE if not others else _TOLD
        self.outcome.say(kind, "validate-taken", count=images, others=others)
        self.taken()
        self._show_start()
        await self._show_rows()

    def _show_start(self) -> None:
        button, images = dom.by_id("validate-start"), len(self.work.images)
        dom.show(button, images > 0)
        dom.put_text(button, words.say("validate-start", count=images))

    async def _show_rows(self) -> None:
        self._rows_shown += 1
        turn, slices = self._rows_shown, TimeSlices(self.host)
        box, language = dom.by_id("validate-rows"), words.language()
        box.replaceChildren()
        dom.show(box, bool(self.work.rows))
        for row in self.work.rows:
            box.append(_line(row, language))
            await slices.turn()
            if turn != self._rows_shown:
                return  # another set was handed in meanwhile


def _line(row: "Row", language: str) -> "object":
    """A row for a file, or for an image with its certificate."""
    made = dom.element("li", "", "verdict-row")
    status = row.verdict["status"]
    made.dataset.verdict = status
    made.append(dom.element("strong", verdicts.title(row.verdict, language)))
    made.append(dom.element("span", " · ".join(row.names), "verdict-names"))
    if status == verdicts.UNCHANGED:
        told = verdicts.named(row.verdict["file"], row.names[0], language)
    else:
        told = verdicts.detail(row.verdict, language)
        if status not in _BESIDE:
            told += " " + words.say("validate-left-out")
    if told:
        made.append(dom.element("span", told))
    return made
