"""The note of a second person on the image that is shown, until it is dismissed. Marks nothing."""

from pixelseal.ui.browser import dom
from pixelseal.ui.text import words

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from collections.abc import Callable

    from pixelseal.ui.images.item import Item
    from pixelseal.ui.workbench.workbench import Workbench


class ReturnedView:
    """The box below the picture; `go(item)` makes an image current."""

    def __init__(
        self, workbench: "Workbench", go: "Callable[[Item], None]", render: "Callable[[], None]"
    ) -> None:
        self.workbench = workbench
        self.go = go
        self.render = render
        dom.on_click("returned-next", self._next)
        dom.on_click("returned-close", self._close)

    def show(self, item: "Item | None") -> None:
        """Show the note on an image, nothing for none."""
        note = None if item is None else item.returned
        dom.show(dom.by_id("returned"), note is not None)
        if item is None or note is None:
            return
        text = words.say("returned-note", who=note.who, note=note.text)
        if note.mark is not None and note.turned == item.editor.turned:
            text += " " + words.say("returned-dashed")
        dom.put_text(dom.by_id("returned-text"), text)
        dom.show(dom.by_id("returned-next"), self._following() is not None)

    def _following(self) -> "Item | None":
        item, returned = self.workbench.queue.current, self.workbench.returned
        return None if item is None or returned is None else returned.following(item)

    def _next(self) -> None:
        following = self._following()
        if following is not None:
            self.go(following)

    def _close(self) -> None:
        item, returned = self.workbench.queue.current, self.workbench.returned
        if item is None or returned is None:
            return
        following = self._following()
        returned.dismiss(item)
        if following is not None:
            self.go(following)
        else:
            self.render()
            dom.focus("canvas")
