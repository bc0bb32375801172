"""Find on this image or on all, how far that is, and Stop. Decides nothing.

A set is searched by itself; the button for all of them switches that on and off.
"""

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
    from pixelseal.ui.text.message import Messages


class FindView:
    """What the two buttons do, and the line with the progress."""

    def __init__(
        self,
        host: "BrowserHost",
        queue: "Queue",
        messages: "Messages",
        changed: "Callable[[], None]",
        changed_elsewhere: "Callable[[], None]",
        held: "Callable[[], bool]",
    ) -> None:
        self.queue = queue
        self.messages = messages
        self.changed = changed  # called after the image on the screen changed
        self.changed_elsewhere = changed_elsewhere  # called after others did, or the progress
        self.finding = Finding(host, queue, self._proposed, held)
        dom.on_click("find-stop", self._stop)

    def here(self) -> None:
        """Search the image on the screen; its first proposal is selected unless work goes on."""
        item = self.queue.current
        if item is not None:
            dom.focus("canvas")  # whose keys take and throw away
            dom.spawn(self._search(self.finding.here(item), item))

    def everywhere(self) -> None:
        """Search all images, and those that are added; if that is so, do not any more."""
        if self.finding.by_itself:
            said = self.finding.switch_off()
            if said:
                self.messages.say(said)
            self.changed()
            return
        dom.focus("canvas")
        dom.spawn(self._search(self.finding.everywhere()))

    def show(self) -> None:
        """Show how far it is; what waits to be searched by itself is from now on."""
        finding = self.finding
        if finding.due:
            dom.spawn(self._behind())
        dom.by_id("find-all").setAttribute("aria-pressed", "true" if finding.by_itself else "false")
        busy = finding.busy and finding.total > 0
        box = dom.by_id("finding")
        if not busy and box.contains(dom.focused()):
            dom.focus("canvas")  # the button that has the focus is about to go
        dom.show(box, busy)
        if busy:
            place = min(finding.done + 1, finding.total)
            text = words.say("find-progress", done=place, total=finding.total)
            dom.put_text(dom.by_id("finding-text"), text)

    async def _behind(self) -> None:
        said = await self.finding.behind()
        self.changed_elsewhere()
        if said and self.finding.wanted:
            self.messages.say_also(said)
        elif said:
            self.messages.say(said)  # somebody stopped it, or it gave up

    async def _search(self, searching: "Awaitable[str]", item: "Item | None" = None) -> None:
        said = await searching
        if item is not None and item is self.queue.current:
            editor = item.editor
            idle = editor.selected is None and not item.pointer.busy and not editor.path
            if idle and found_proposals.waiting(editor):
                found_proposals.step(editor, 1)
        self.changed()
        if said:
            self.messages.say(said)

    def _stop(self) -> None:
        self.finding.stop()
        self.changed()

    def _proposed(self, item: "Item | None") -> None:
        if item is not None and item is self.queue.current:
            self.changed()
        else:
            self.changed_elsewhere()
