"""The display of saving many images: buttons, progress, and what is left. Saves nothing."""

from pixelseal.ui.browser import dom
from pixelseal.ui.images.item import PROBLEM, PROPOSED, REFUSED, WAITING
from pixelseal.ui.saving.saving import FOLDER
from pixelseal.ui.text import saving_text, words

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from collections.abc import Awaitable, Callable

    from pixelseal.ui.images.item import Item
    from pixelseal.ui.saving.batch import Batch
    from pixelseal.ui.saving.saving import Saving

_BEGIN = ("save-all", "save-folder", "save-chosen")  # the buttons that begin a run
_MOST_ROWS = 100  # of images with a problem; the filmstrip's filter lists them all


class SavingView:
    """The Save all buttons and the bar above the filmstrip."""

    def __init__(self, saving: "Saving", go: "Callable[[Item], None]") -> None:
        self.saving = saving
        self.queue = saving.workbench.queue
        self.go = go  # called with an image to make current
        self.list = dom.by_id("run-problems")
        self._listed: "object" = None
        dom.on_click("save-all", lambda: self._start(saving.all(), "save-all"))
        dom.on_click("save-folder", lambda: self._start(saving.all(FOLDER), "save-folder"))
        dom.on_click("save-chosen", lambda: self._start(saving.chosen(), "save-chosen"))
        dom.on_click("run-rest", lambda: self._start(saving.rest(), "save-all"))
        dom.on_click("run-private", lambda: dom.spawn(self._save_private()))
        dom.on_click("run-cancel", saving.cancel)
        dom.on_click("run-close", self._close)
        dom.listen(self.list, "click", self._clicked)

    def _start(self, run: "Awaitable[bool]", name: str) -> None:
        """Do a run; afterwards the button with that id is focused, if nothing else is."""

        async def done() -> None:
            # If nothing was saved the person may be on the canvas to look.
            passing = ("run", "canvas") if await run else ("run",)
            if dom.focus_is_lost(*passing):
                dom.focus(name)

        dom.spawn(done())

    async def _save_private(self) -> None:
        await self.saving.private_records()
        if dom.focus_is_lost("run", "run-private"):
            dom.focus("run-close")

    def _close(self) -> None:
        self.saving.dismiss()
        dom.focus("save-all" if self._several else "save-image")

    @property
    def _several(self) -> bool:
        """True if there is more than one image that can be saved."""
        return len(self.queue.items) - self.queue.state_counts.count((REFUSED,)) > 1

    def show(self) -> None:
        """Show the run's progress."""
        saving, batch = self.saving, self.saving.batch
        count = self.queue.state_counts.count
        nothing = count((REFUSED,)) == len(self.queue.items)
        dom.show(dom.by_id("run"), batch is not None)
        if saving.busy and dom.focus_is_lost(*_BEGIN, "run-rest"):
            dom.focus("run")  # the buttons are about to be disabled
        elif batch is not None and not batch.running and dom.focused() == dom.by_id("run-cancel"):
            dom.focus("run")
        for name in _BEGIN:
            dom.by_id(name).disabled = saving.busy or nothing or count((WAITING,)) > 0
        # Of one image, Save with certificate gives the same.
        dom.show(dom.by_id("save-all"), self._several)
        dom.show(dom.by_id("save-folder"), self._several and saving.host.disk.can_folder)
        if batch is None:
            self._listed = None
            return
        for name in ("run-progress", "run-cancel"):
            dom.show(dom.by_id(name), batch.running)
        for name in ("run-close", "run-problems"):
            dom.show(dom.by_id(name), not batch.running)
        private = dom.by_id("run-private")
        dom.show(private, not batch.running and saving.private.count > 0)
        private.disabled = saving.private.busy
        dom.put_text(private, words.say("run-private", count=saving.private.count))
        if batch.running:
            dom.show(dom.by_id("run-rest"), False)
            self._progress(batch)
        else:
            self._outcome(batch)

    def _progress(self, batch: "Batch") -> None:
        from pixelseal.ui.saving.batch import CHECKING

        checking = batch.phase == CHECKING
        if checking:
            title, text, share = words.say("run-checking"), "", batch.checked
        else:
            title = words.say("run-title", done=batch.done, total=len(batch.items))
            text, share = saving_text.time_left(batch.pace.left), batch.pace.share
        dom.put_text(dom.by_id("run-title"), title)
        dom.put_text(dom.by_id("run-text"), text)
        dom.by_id("run-progress").value = share
        dom.by_id("run-cancel").disabled = checking or batch.stopped

    def _outcome(self, batch: "Batch") -> None:
        now = (batch, self.queue.state_counts.version, len(self.queue.items), words.language())
        if now == self._listed:
            return
        self._listed = now
        left = self.saving.to_try_again
        keys = {item.key for item in left}
        for state in (PROBLEM, REFUSED, PROPOSED):  # what stands there for thousands of images
            keys |= self.saving.about & self.queue.state_counts.keys[state]
        problems = [item for item in self.queue.items if item.key in keys]
        title = "run-incomplete" if problems or left or batch.error else "run-whole"
        dom.put_text(dom.by_id("run-title"), words.say(title))
        dom.put_text(dom.by_id("run-text"), self.saving.outcome)
        dom.put_text(dom.by_id("run-rest"), words.say("run-rest", count=len(left)))
        dom.show(dom.by_id("run-rest"), bool(left))
        self.list.replaceChildren()
        for item in problems[:_MOST_ROWS]:
            self.list.append(_row(item))
        if len(problems) > _MOST_ROWS:
            more = words.say("problems-more", number=len(problems) - _MOST_ROWS)
            self.list.append(dom.element("li", more))

    def _clicked(self, event: "object") -> None:
        button = event.target.closest("button")
        item = self.queue.by_key(int(button.dataset.key)) if button is not None else None
        if item is not None:
            self.go(item)


def _waits(item: "Item") -> bool:
    """True if an image has unconfirmed proposals: then it is never saved."""
    return bool(item.editor.proposals)


def _why(item: "Item") -> str:
    if item.error is not None:
        return words.sentence(item.error[0], item.error[1])
    if _waits(item):
        return words.say("run-unconfirmed", count=len(item.editor.proposals))
    return words.say("run-not-reached")


def _row(item: "Item") -> "object":
    row = dom.element("li")
    button = dom.element("button", item.title, "run-image")
    button.type = "button"
    button.dataset.key = str(item.key)
    row.append(button)
    row.append(dom.element("span", _why(item)))
    return row
