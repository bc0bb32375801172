"""Walks through the unseen parts of images, and updates the panel about them.

Ties the canvas and the review's card together; what counts as seen is
pixelseal.model.screen.coverage's.
"""

from pixelseal.ui.browser import dom
from pixelseal.ui.images.item import REFUSED
from pixelseal.ui.text import words
from pixelseal.ui.views.panels.review import ReviewView

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from collections.abc import Callable

    from pixelseal.ui.images.item import Item
    from pixelseal.ui.images.queue import Queue
    from pixelseal.ui.text.message import Messages


class UnseenWalk:
    """Looking at the open images, one part after the other."""

    def __init__(
        self,
        queue: "Queue",
        canvas: "object",
        messages: "Messages",
        small_screen: "object",
        go: "Callable[[Item], None]",
        viewed: "Callable[[], None]",
        changed: "Callable[[], None]",
    ) -> None:
        self.queue = queue
        self.canvas = canvas
        self.messages = messages
        self.small_screen = small_screen
        self.go = go  # called with an image to put on the screen
        self.viewed = viewed  # called after what moved the view only
        self.view = ReviewView(changed, messages.say)
        dom.on_click("show-unseen", self.on)

    def on(self) -> None:
        """Show the next unseen part, of this image or of the next one."""
        item, say = self.queue.current, self.messages.say
        if item is None or item.refused:
            return
        if item.dim and not item.bright:
            say(words.say("dim"))
        elif not item.reviewing.seen and not self.canvas.sharp:
            say(words.say("looked-" + ("wait" if item.picture_due else "not-sharp")))
        elif self._shows_part():
            self.small_screen.close_panel()
            dom.focus("canvas")
        else:
            self._next()

    def travel(self) -> None:
        """Show the next unseen part of this image, as often as the key is held."""
        item = self.queue.current
        if item is None or item.refused:
            return
        if item.dim and not item.bright:
            self.messages.say(words.say("dim"))
        elif self.canvas.sharp and not self._shows_part():
            self.messages.say(words.say("gate-all-seen"))

    def _shows_part(self) -> bool:
        item = self.queue.current
        if item is None or not self.canvas.show_unseen():
            return False
        self.viewed()
        self.canvas.draw()
        self.messages.say(words.say("looked-part", percent=item.reviewing.percent))
        return True

    def _next(self) -> None:
        listed = self.queue.listed
        place = self.queue.place(self.queue.current)
        for item in listed[place:] + listed[:place]:
            if item.unseen:
                self.go(item)
                return
        self.messages.say(words.say("looked-none-left"))

    def show(self, item: "Item") -> None:
        """Show an image's review in the panel."""
        others = self.queue.chosen - {item.key} - self.queue.state_counts.keys[REFUSED]
        self.view.show(item, self.canvas.sharp, len(others))
