"""The benchmark's page: choices, progress, the table. Draws no photo."""

from pixelseal.bench import browser, rows
from pixelseal.bench.rows import Row
from pixelseal.ui.browser import dom
from pixelseal.ui.browser.host import Failure
from pixelseal.ui.text import status_text, words
from pixelseal.ui.views.language import LanguageChoice

ROUNDS = 3  # measured; one more beforehand, which imports and compiles
FILE = "pixelseal-bench.json"


class BenchPage:
    """One run at a time; the figures of the last one stay until the next one starts."""

    def __init__(self) -> None:
        self.rows = []
        self.running = False
        self.stopped = False
        self.said = ""  # the key of the last message, "" for none
        self.values = {}
        self.language = LanguageChoice(self.render)
        dom.on_click("bench-start", lambda: dom.spawn(self._run()))
        dom.on_click("bench-stop", self._stop)
        dom.on_click("bench-save", self._save)
        dom.on_fault(lambda: self._say("page-fault"))
        browser.listen(self.render)

    def render(self) -> None:
        """Show the page's state and the rows in the current language."""
        state, progress, reason, engine = browser.state()
        title, detail = status_text.seal(state, progress, reason, engine)
        dom.by_id("seal").setAttribute("data-state", state)
        dom.put_text(dom.by_id("status-title"), title)
        dom.put_text(dom.by_id("status-detail"), detail)
        dom.by_id("progress").value = progress
        dom.show(dom.by_id("progress"), state == "loading")
        dom.by_id("bench-start").disabled = self.running or engine != "ready"
        dom.by_id("bench-stop").disabled = not self.running
        dom.by_id("bench-save").disabled = self.running or not self.rows
        dom.show(dom.by_id("bench-result"), len(self.rows) > 0)
        dom.put_text(dom.by_id("said"), words.sentence(self.said, self.values) if self.said else "")
        dom.by_id("bench-rows").replaceChildren()
        for row in self.rows:
            dom.by_id("bench-rows").append(_shown(row))

    async def _run(self) -> None:
        self.rows, self.running, self.stopped = [], True, False
        self.render()
        try:
            await self._measure(
                int(dom.by_id("bench-largest").value), int(dom.by_id("bench-images").value)
            )
            said, values = "bench-done", {}
        except Failure as failure:
            said, values = failure.code, failure.values
        self.running = False
        if self.stopped:
            said, values = "bench-stopped", {}
        self._say(said, **values)

    async def _measure(self, largest: int, images: int) -> None:
        ready = browser.engine_ready()
        self._add(Row("bench-ready", {}, ready, None, beside=False))
        for size in rows.sizes(largest):
            if not self.stopped:
                await self._size(size, images if size == rows.USUAL else 0)

    async def _size(self, size: int, images: int) -> None:
        self._say("bench-drawing", size=size)
        photo = await browser.photo(*rows.SIZES[size])
        covered = rows.box(*rows.SIZES[size])
        asked = rows.arguments(covered)
        theirs, ours = [], []
        for turn in range(ROUNDS + 1):
            self._say("bench-at-work", size=size, turn=turn + 1, turns=ROUNDS + 1)
            canvas = await browser.by_canvas(photo, covered, 1)
            watched = browser.watch()
            time = await browser.by_engine(photo, asked, 1)
            if self.stopped:
                return
            if turn:
                theirs.append(canvas)
                ours.append(time)
        known = [time for time in theirs if time is not None]
        canvas = rows.median(known) if len(known) == len(theirs) else None
        self._add(Row("bench-one", {"size": size}, rows.median(ours), canvas, rows.ONE_MOST))
        if watched and size == rows.USUAL:
            longest = browser.longest()
            self._add(Row("bench-longest", {}, longest, None, limit=rows.TASK_MOST, beside=False))
            browser.watch()
            await browser.compare(photo, *rows.SIZES[size])
            longest = browser.longest()
            values = {"size": size}
            self._add(
                Row("bench-compared", values, longest, None, limit=rows.TASK_MOST, beside=False)
            )
        if images:
            self._say("bench-many-at-work", count=images, size=size)
            await browser.by_engine(photo, asked, browser.lanes())  # every engine is ready
            canvas = await browser.by_canvas(photo, covered, images)
            time = await browser.by_engine(photo, asked, images)
            values = {"count": images, "size": size}
            each = None if canvas is None else canvas / images
            self._add(Row("bench-many", values, time / images, each, rows.MANY_MOST))

    def _add(self, row: Row) -> None:
        self.rows.append(row)
        self.render()

    def _stop(self) -> None:
        self.stopped = True
        browser.cancel()

    def _save(self) -> None:
        browser.save(rows.as_json(self.rows, browser.machine()), FILE)

    def _say(self, key: str, **values: "int | str") -> None:
        self.said, self.values = key, values
        self.render()


def _shown(row: Row) -> "object":
    made = dom.element("tr")
    name = dom.element("th", words.say(row.key, **row.values))
    name.scope = "row"
    made.append(name)
    for text in (
        _time(row.ours),
        _time(row.canvas) if row.canvas else words.say("bench-fails") if row.beside else "",
        words.say("bench-times", ratio="{:.2f}".format(row.ratio)) if row.ratio else "",
        _target(row),
    ):
        made.append(dom.element("td", text))
    verdict = dom.element("td", "" if row.met is None else _verdict(row.met))
    if row.met is not None:
        verdict.setAttribute("data-met", "yes" if row.met else "no")
    made.append(verdict)
    return made


def _time(milliseconds: float) -> str:
    return words.say("bench-time", time="{:.0f}".format(milliseconds))


def _target(row: Row) -> str:
    if row.limit is not None:
        return "≤ " + _time(row.limit)
    return "" if row.most is None else "≤ " + words.say("bench-times", ratio=str(row.most))


def _verdict(met: bool) -> str:
    return words.say("bench-met" if met else "bench-missed")
