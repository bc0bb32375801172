"""Walks through the unseen parts of images, and updates the panel about them.

Ties the stage and the review's card together; what counts as seen is
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
    """Looking at the images of one page; the page's own parts are handed in."""

    def __init__(self, page: "object") -> None:
        self.page = page
        self.queue = page.queue
        self.view = ReviewView(page.render, page.say)
        dom.on_click("show-unseen", self.on)

    def on(self) -> None:
        """Show the next unseen part, of this image or of the next one."""
        page, item = self.page, self.queue.current
        if item is None or item.refused:
            return
        if item.dim and not item.bright:
            page.say(words.say("dim"))
        elif not item.reviewing.seen and not page.canvas.sharp:
            page.say(words.say("looked-" + ("wait" if item.picture_due else "not-sharp")))
        elif page.canvas.show_unseen():
            page.small_screen.close_panel()
            page.viewed()
            page.canvas.draw()
            page.say(words.say("looked-part", percent=item.reviewing.percent))
            dom.focus("canvas")
        else:
            self._next()

    def _next(self) -> None:
        listed = self.queue.listed
        place = self.queue.place(self.queue.current)
        for item in listed[place:] + listed[:place]:
            if item.unseen:
                self.page.go(item)
                return
        self.page.say(words.say("looked-none-left"))

    def seen(self) -> None:
        """More of the image was seen: nothing else can have changed."""
        item = self.queue.current
        self.show(item)
        self.page.filmstrip.show(self.queue.refresh())
        if item.reviewing.seen:
            self.page.say_also(words.say("looked-all"))

    def show(self, item: "Item") -> None:
        """Show an image's review in the panel."""
        chosen = [self.queue.by_key(key) for key in self.queue.chosen]
        self.view.show(item, self.page.canvas.sharp, chosen)

    def go_to_unseen(self, item: "Item") -> None:
        """Show an image and its next unseen part, if it is loaded."""
        self._go(item)
        self.page.small_screen.close_panel()
        item.editor.selected = None  # the arrow keys now move the view, not a region
        dom.focus("canvas")
        if self.page.canvas.sharp:
            self.on()

    def go_to_checklist(self, item: "Item") -> None:
        """Show an image with its checklist open."""
        self._go(item)
        self.page.tabs.bring(CHECK)
        self.view.open()

    def _go(self, item: "Item") -> None:
        if item is not self.queue.current:
            self.page.go(item)
