"""Copying regions to the chosen images, and the bar that asks to confirm them. Decides nothing.

There is one bar, for the current image: nothing is confirmed on others.
"""

from pixelseal.ui.browser import dom
from pixelseal.ui.images import series
from pixelseal.ui.text import words

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.ui.images.item import Item
    from pixelseal.ui.images.queue import Queue


class ProposalsView:
    """The button in the filmstrip, and the bar over an image with proposals."""

    def __init__(self, queue: "Queue", canvas: "object", say: "object", changed: "object") -> None:
        self.queue = queue
        self.canvas = canvas
        self.say = say  # called with a message
        self.changed = changed  # called after images other than the current one changed
        dom.on_click("copy-regions", self._copy)
        dom.on_click("confirm-proposals", self._confirm)
        dom.on_click("discard-proposals", self._discard)

    def show(self, item: "Item") -> None:
        """Show an image's proposals."""
        waiting = len(item.editor.proposals)
        dom.show(dom.by_id("proposals"), waiting > 0)
        dom.put_text(
            dom.by_id("proposals-text"), words.say("to-confirm", count=waiting) if waiting else ""
        )

    def _copy(self) -> None:
        self.say(series.copy(self.queue, self.queue.current))
        self.changed()
        if not self.queue.chosen:
            dom.focus("canvas")  # the focused button is gone

    def _confirm(self) -> None:
        self.canvas.confirm()
        dom.focus("canvas")

    def _discard(self) -> None:
        if self.queue.current is not None:
            self.queue.current.editor.discard()
        self.canvas.changed()
        dom.focus("canvas")
