"""Copying regions to the chosen images, and the bar that asks to confirm them. Decides nothing.

There is one bar, for the image on the screen: nothing is confirmed on an image that is not.
"""

from pixelseal.ui.browser import dom
from pixelseal.ui.images import series
from pixelseal.ui.text import words


class ProposalsView:
    """The button in the strip, and the bar over an image that has proposals."""

    def __init__(self, queue: "object", canvas: "object", say: "object", changed: "object") -> None:
        self.queue = queue
        self.canvas = canvas
        self.say = say  # called with what is to be said
        self.changed = changed  # called after other images than the shown one changed
        dom.on_click("copy-regions", self._copy)
        dom.on_click("confirm-proposals", self._confirm)
        dom.on_click("discard-proposals", self._discard)

    def show(self, item: "object") -> None:
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
            dom.focus("canvas")  # the button that had the focus is gone

    def _confirm(self) -> None:
        self.canvas.confirm()
        dom.focus("canvas")

    def _discard(self) -> None:
        self.queue.current.editor.discard()
        self.canvas.changed()
        dom.focus("canvas")
