"""Walks through the unseen parts of images, and updates the panel about them.

Ties the canvas and the review's card together; what counts as seen is
pixelseal.model.screen.coverage's.
"""

from pixelseal.ui.browser import dom
from pixelseal.ui.text import words
from pixelseal.ui.views.panels.review import ReviewView
from pixelseal.ui.views.panels.tabs import CHECK

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.ui.images.item import Item


class UnseenWalk:
    """Looking at the open images, one part after the other."""

    def __init__(
        self,
        queue: "object",
        canvas: "object",
        messages: "object",
        small_screen: "object",
        tabs: "object",
        go: "object",
        viewed: "object",
        changed: "object",
    ) -> None:
        self.queue = queue
        self.canvas = canvas
        self.messages = messages
        self.small_screen = small_screen
        self.tabs = tabs
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
        elif self.canvas.show_unseen():
            self.small_screen.close_panel()
            self.viewed()
            self.canvas.draw()
            say(words.say("looked-part", percent=item.reviewing.percent))
            dom.focus("canvas")
        else:
            self._next()

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
        chosen = [self.queue.by_key(key) for key in self.queue.chosen]
        self.view.show(item, self.canvas.sharp, chosen)

    def go_to_unseen(self, item: "Item") -> None:
        """Show an image and its next unseen part, if it is loaded."""
        self._go(item)
        self.small_screen.close_panel()
        item.editor.selected = None  # the arrow keys now move the view, not a region
        dom.focus("canvas")
        if self.canvas.sharp:
            self.on()

    def go_to_checklist(self, item: "Item") -> None:
        """Show an image with its checklist open."""
        self._go(item)
        self.tabs.bring(CHECK)
        self.view.open()

    def _go(self, item: "Item") -> None:
        if item is not self.queue.current:
            self.go(item)
