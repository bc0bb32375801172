"""Copying regions to the chosen images, and confirming them on each. Decides nothing.

The buttons beside the picture are for the current image alone, and go on to the next that waits.
"""

from pixelseal.ui.browser import dom
from pixelseal.ui.images import series
from pixelseal.ui.images.item import PROPOSED
from pixelseal.ui.text import words

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.ui.images.item import Item
    from pixelseal.ui.images.queue import Queue


class ProposalsView:
    """The buttons for the chosen images, and those for an image with proposals."""

    def __init__(
        self,
        queue: "Queue",
        canvas: "object",
        go: "object",
        say: "object",
        edited: "object",
        changed: "object",
    ) -> None:
        self.queue = queue
        self.canvas = canvas
        self.go = go  # called with an image to put on the screen
        self.say = say  # called with a message
        self.edited = edited  # called after the current image was changed
        self.changed = changed  # called after other images changed
        dom.on_click("copy-regions", self._copy)
        dom.on_click("confirm-chosen", self._confirm_chosen)
        dom.on_click("confirm-proposals", self.confirm)
        dom.on_click("discard-proposals", self._discard)

    def show(self, item: "Item") -> None:
        """Show an image's proposals."""
        waiting = len(item.editor.proposals)
        dom.show(dom.by_id("proposals"), waiting > 0)
        dom.put_text(
            dom.by_id("proposals-text"), words.say("to-confirm", count=waiting) if waiting else ""
        )

    def _copy(self) -> None:
        self._done("copy-regions", series.copy(self.queue, self.queue.current))

    def _confirm_chosen(self) -> None:
        self._done("confirm-chosen", series.confirm_chosen(self.queue))

    def _done(self, button: str, said: str) -> None:
        self.say(said)
        self.changed()
        if not self.queue.chosen or dom.by_id(button).hidden:
            dom.focus("canvas")  # the button that had the focus is gone

    def confirm(self) -> None:
        """Confirm the current image's proposals, and go on to the next image that waits.

        Only if they are on the screen, or were: what was not cannot have been looked at.
        """
        item = self.queue.current
        if item is None:
            return
        editor = item.editor
        if not self.canvas.is_seen:
            self.say(words.say("look-first"))
            return
        if not (item.shown_proposals.whole or editor.proposals_in(self.canvas.window())):
            editor.fit()
            self.changed()
            self.say(words.say("look-at-all"))
            return
        if not editor.confirm():
            self.say(editor.said)
            return
        self.edited()
        following = self.queue.next_proposed
        if following is not None:
            self.go(following)
        self.say(words.confirmed_next(self.queue.state_counts.count((PROPOSED,))))
        dom.focus("canvas")

    def _discard(self) -> None:
        if self.queue.current is not None:
            self.queue.current.editor.discard()
        self.edited()
        dom.focus("canvas")
