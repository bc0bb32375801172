"""Find on this image or on all, how far that is, and Stop. Decides nothing."""

from pixelseal.ui.browser import dom
from pixelseal.ui.editor import found_proposals
from pixelseal.ui.images.finding import Finding
from pixelseal.ui.text import words

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from collections.abc import Awaitable, Callable

    from pixelseal.ui.browser.browser_host import BrowserHost
    from pixelseal.ui.images.item import Item
    from pixelseal.ui.images.queue import Queue


class FindView:
    """What the two buttons do, and the line with the progress."""

    def __init__(
        self,
        host: "BrowserHost",
        queue: "Queue",
        say: "Callable[[str], None]",
        changed: "Callable[[], None]",
        changed_elsewhere: "Callable[[], None]",
    ) -> None:
        self.queue = queue
        self.say = say  # called with a message
        self.changed = changed  # called after the image on the screen changed
        self.changed_elsewhere = changed_elsewhere  # called after others did, or the progress
        self.finding = Finding(host, queue, self._proposed)
        dom.on_click("find-stop", self._stop)

    def here(self) -> None:
        """Search the image on the screen; its first proposal is selected unless work goes on."""
        item = self.queue.current
        if item is not None:
            dom.focus("canvas")  # whose keys take and throw away
            dom.spawn(self._search(self.finding.here(item), item))

    def everywhere(self) -> None:
        """Search all images."""
        dom.focus("canvas")
        dom.spawn(self._search(self.finding.everywhere()))

    def show(self) -> None:
        """Show how far it is."""
        busy = self.finding.busy and self.finding.total > 0
        box = dom.by_id("finding")
        if not busy and box.contains(dom.focused()):
            dom.focus("canvas")  # the button that has the focus is about to go
        dom.show(box, busy)
        if busy:
            place = min(self.finding.done + 1, self.finding.total)
            text = words.say("find-progress", done=place, total=self.finding.total)
            dom.put_text(dom.by_id("finding-text"), text)

    async def _search(self, searching: "Awaitable[str]", item: "Item | None" = None) -> None:
        said = await searching
        if item is not None and item is self.queue.current:
            editor = item.editor
            idle = editor.selected is None and not item.pointer.busy and not editor.path
            if idle and found_proposals.waiting(editor):
                found_proposals.step(editor, 1)
        self.changed()
        if said:
            self.say(said)

    def _stop(self) -> None:
        self.finding.stop()
        self.changed()

    def _proposed(self, item: "Item | None") -> None:
        if item is not None and item is self.queue.current:
            self.changed()
        else:
            self.changed_elsewhere()
