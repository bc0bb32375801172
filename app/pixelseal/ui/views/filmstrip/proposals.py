"""Confirming what is proposed on the image on the screen, or discarding it. Decides nothing.

The buttons beside the picture go on to the next image that waits.
"""

from pixelseal.model.screen.proposal import found_as
from pixelseal.ui.browser import dom
from pixelseal.ui.images.item import PROPOSED
from pixelseal.ui.text import words

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from collections.abc import Callable

    from pixelseal.ui.images.item import Item
    from pixelseal.ui.images.queue import Queue


class ProposalsView:
    """The buttons for an image with proposals."""

    def __init__(
        self,
        queue: "Queue",
        canvas: "object",
        go: "Callable[[Item], None]",
        say: "Callable[[str], None]",
        edited: "Callable[[], None]",
        changed: "Callable[[], None]",
    ) -> None:
        self.queue = queue
        self.canvas = canvas
        self.go = go  # called with an image to put on the screen
        self.say = say  # called with a message
        self.edited = edited  # called after the current image was changed
        self.changed = changed  # called after what moved the view only
        dom.on_click("confirm-proposals", self.confirm)
        dom.on_click("discard-proposals", self._discard)

    def show(self, item: "Item") -> None:
        """Show an image's proposals."""
        waiting = len(item.editor.proposals)
        dom.show(dom.by_id("proposals"), waiting > 0)
        dom.put_text(
            dom.by_id("proposals-text"), words.say("to-confirm", count=waiting) if waiting else ""
        )

    def by_key(self, everything: bool) -> None:
        """Confirm what was found one by one, the selected one first; all else, or all, at once."""
        item = self.queue.current
        if item is None or everything or not any(found_as(r) for r in item.editor.proposals):
            self.confirm()
            return
        editor = item.editor
        from pixelseal.ui.editor import found_proposals

        if not found_as(editor.records.get(editor.selected)):
            found_proposals.step(editor, 1)
            self.edited()
        elif self._in_sight(item, editor.selected):
            if found_proposals.take(editor):
                item.withdrawn = False  # it was looked at as it is shown now
            self._go_on(item, editor.said)

    def confirm(self) -> None:
        """Confirm the current image's proposals, and go on to the next image that waits.

        Only if they are on the screen, or were: what was not cannot have been looked at.
        """
        item = self.queue.current
        if item is None:
            return
        if not self._in_sight(item):
            return
        if not item.editor.confirm():
            self.say(item.editor.said)
            return
        item.withdrawn = False  # it was looked at as it is shown now
        self._go_on(item, item.editor.said)

    def _in_sight(self, item: "Item", key: "int | None" = None) -> bool:
        """True if all proposals, or that one, can be looked at; else they can be from now on."""
        editor = item.editor
        if not self.canvas.is_seen:
            self.say(words.say("look-first"))
            return False
        if not (item.shown_proposals.whole or editor.proposals_in(self.canvas.window(), key)):
            editor.fit()
            self.changed()
            self.say(words.say("look-at-all"))
            return False
        return True

    def _go_on(self, item: "Item", said: str) -> None:
        """Show the image if it has proposals still, else the next one that has."""
        if item.editor.proposals:
            self.edited()
            self.say(said)
            return
        self.queue.refresh(0)  # the image on the screen
        following = self.queue.next_proposed
        if following is None:
            self.edited()
        else:
            self.go(following)
        self.say(words.confirmed_next(self.queue.state_counts.count((PROPOSED,))))
        dom.focus("canvas")

    def _discard(self) -> None:
        if self.queue.current is not None:
            self.queue.current.editor.discard()
        self.edited()
        dom.focus("canvas")
