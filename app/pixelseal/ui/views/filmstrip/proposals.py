"""Copying regions to the chosen images, and confirming them on each. Decides nothing.

The buttons beside the picture are for the current image alone, and go on to the next that waits.
"""

from pixelseal.ui.browser import dom
from pixelseal.ui.browser.time_slices import TimeSlices
from pixelseal.ui.images import series
from pixelseal.ui.images.item import PROPOSED
from pixelseal.ui.text import words

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.ui.browser.browser_host import BrowserHost
    from pixelseal.ui.images.item import Item
    from pixelseal.ui.images.queue import Queue


class ProposalsView:
    """The buttons for the chosen images, and those for an image with proposals."""

    def __init__(
        self,
        host: "BrowserHost",
        queue: "Queue",
        canvas: "object",
        go: "object",
        say: "object",
        edited: "object",
        changed: "object",
    ) -> None:
        self.host = host
        self.queue = queue
        self.canvas = canvas
        self.go = go  # called with an image to put on the screen
        self.say = say  # called with a message
        self.edited = edited  # called after the current image was changed
        self.changed = changed  # called after other images changed
        self._busy = False  # something is being done to the chosen images
        for name, act in (("copy-regions", self._copy), ("confirm-chosen", self._confirm_chosen)):
            dom.on_click(name, self._once(name, act))
        dom.on_click("confirm-proposals", self.confirm)
        dom.on_click("discard-proposals", self._discard)

    def show(self, item: "Item") -> None:
        """Show an image's proposals."""
        waiting = len(item.editor.proposals)
        dom.show(dom.by_id("proposals"), waiting > 0)
        dom.put_text(
            dom.by_id("proposals-text"), words.say("to-confirm", count=waiting) if waiting else ""
        )

    def _once(self, button: str, act: "object") -> "object":
        """What a button does to the chosen images; one such thing at a time."""

        async def done() -> None:
            if self._busy:
                return
            self._busy = True
            try:
                said = await act(self._turn_of(TimeSlices(self.host)))
            finally:
                self._busy = False
            self.say(said)
            self.changed()
            if not self.queue.chosen or dom.by_id(button).hidden:
                dom.focus("canvas")  # the button that had the focus is gone

        return lambda: dom.spawn(done())

    def _turn_of(self, slices: "TimeSlices") -> "object":
        """Between two slices of the work, show what is done so far."""

        async def turn() -> None:
            if await slices.turn():
                self.changed()

        return turn

    async def _copy(self, turn: "object") -> str:
        source = self.queue.current
        return "" if source is None else await series.copy(self.queue, source, turn)

    async def _confirm_chosen(self, turn: "object") -> str:
        return await series.confirm_chosen(self.queue, turn)

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
        item.withdrawn = False  # it was looked at as it is shown now
        self.queue.refresh()
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
