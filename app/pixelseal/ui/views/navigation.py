"""Going from image to image, and closing images; asks before marks would be lost."""

from pixelseal.ui.browser import dom
from pixelseal.ui.browser.time_slices import TimeSlices
from pixelseal.ui.text import words

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from collections.abc import Callable

    from pixelseal.ui.browser.addresses import Addresses
    from pixelseal.ui.images.item import Item
    from pixelseal.ui.workbench.workbench import Workbench

_AT_ONCE = 50  # images that are closed in one go


class Navigation:
    """Which image is current, and which are open at all; `render()` shows it."""

    def __init__(
        self, workbench: "Workbench", addresses: "Addresses", render: "Callable[[], None]"
    ) -> None:
        self.workbench = workbench
        self.queue = workbench.queue
        self.addresses = addresses
        self.render = render
        dom.on_click("previous", lambda: self.step(-1))
        dom.on_click("next", lambda: self.step(1))
        dom.on_click("close-chosen", lambda: dom.spawn(self._close_chosen()))
        dom.on_window("beforeunload", self._leaving)

    def step(self, by: int) -> None:
        """Go to the next image, or with -1 to the previous one."""
        following = self.queue.neighbour(by)
        if following is not None:
            self.go(following)

    def go(self, item: "Item") -> None:
        """Make an image current in the editor."""
        self.workbench.messages.say(words.proposals_waiting(len(item.editor.proposals)))
        self.put(item)

    def put(self, item: "Item") -> None:
        """Make an image current, and say nothing of it."""
        if self.queue.current is not None:
            item.editor.tool = self.queue.current.editor.tool
            item.editor.diameter = self.queue.current.editor.diameter
            item.editor.look_like(self.queue.current.editor)
        self.queue.current = item
        self.render()
        dom.spawn(self.workbench.draw_preview(item))

    def close(self, item: "Item") -> None:
        """Close an image, after asking if marks would be lost."""
        dom.spawn(self._close(item))

    async def _close(self, item: "Item") -> None:
        if item.unsaved and not await self._may_lose(words.say("close-one")):
            return
        self._remove([item])
        if self.queue.current is not None:
            dom.focus("canvas")

    async def _close_chosen(self) -> None:
        items = [item for item in self.queue.items if item.key in self.queue.chosen]
        slices, marked = TimeSlices(self.workbench.host), 0
        for item in items:
            marked += int(item.unsaved)
            await slices.turn()
        if marked and not await self._may_lose(words.say("close-several", count=marked)):
            return
        # The current one last: what follows it of those that are left becomes current.
        key = 0 if self.queue.current is None else self.queue.current.key
        others = [item for item in items if item.key != key]
        for start in range(0, len(others), _AT_ONCE):
            self._forget(others[start : start + _AT_ONCE])
            await slices.turn()
        self._remove([item for item in items if item.key == key])

    def close_all(self) -> None:
        """Close every image without asking."""
        self._remove(list(self.queue.items))

    def _remove(self, items: "list[Item]") -> None:
        self._forget(items)
        self.render()

    def _forget(self, items: "list[Item]") -> None:
        self.queue.remove_all(items)
        for item in items:
            self.addresses.forget(item)

    async def _may_lose(self, question: str) -> bool:
        answers = words.say("close-and-lose"), words.say("go-back")
        return await self.workbench.host.ask(question, *answers)

    def _leaving(self, event: "object") -> None:
        if self.queue.unsaved:
            event.preventDefault()
            event.returnValue = "unsaved"  # for older WebKit
