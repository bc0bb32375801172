"""What of an image is on the screen now, and counting it as seen (docs/review.md, 3).

Either the picture that is marked on, or the finished one. Moves nothing and draws nothing.
"""

from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.ui.browser import dom

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from collections.abc import Callable

    from pixelseal.model.recipe.geometry import Framed
    from pixelseal.ui.images.item import Item
    from pixelseal.ui.views.canvas.output_view import Output
    from pixelseal.ui.views.canvas.tiles import Tiles

REST = 250  # milliseconds that a view must last before it counts as seen


class Looking:
    """Counts what the canvas shows of an image once it has been still for a moment."""

    def __init__(self, tiles: "Tiles", output: "Output", looked: "Callable[[], None]") -> None:
        self.canvas = dom.by_id("canvas")
        self.picture = dom.by_id("picture")
        self.strip = dom.by_id("strip")
        self.panel = dom.by_id("panel")  # on a phone a sheet over the picture
        self.tiles = tiles  # of the picture that is marked on
        self.output = output  # the finished picture
        self.looked = looked  # called after more of the image was seen
        self.item: "Item | None" = None
        self._is_drawn = False  # that image is on the canvas, and not only to be drawn next
        self._count(True)
        self._rest = dom.debounced(self._look, REST)
        dom.on_window("scroll", lambda event: self._rest())
        dom.on_resize(self.panel, self._rest)

    def take(self, item: "Item | None") -> None:
        """The canvas is to show that image from its next drawing on."""
        self.item = item
        self._is_drawn = False

    def drawn(self) -> None:
        """It was drawn; it may be another picture, or lie elsewhere."""
        self._is_drawn = True
        self._rest()

    def moved(self) -> None:
        """The view goes to a part that is to be counted before it goes on."""
        self._count(False)

    def _count(self, counted: bool) -> None:
        self.counted = counted  # the view was counted since `moved` was called
        self.canvas.dataset.counted = "true" if counted else "false"

    @property
    def is_loaded(self) -> bool:
        """True if the element shows its latest picture, and none is loading."""
        return bool(self.picture.complete) and self.picture.naturalWidth > 0

    @property
    def sharp(self) -> bool:
        """True if the shown picture, once it is loaded, has every pixel of the image."""
        item = self.item
        if item is None or item.editor.size is None:
            return False
        if self.output.shown:
            return self.output.sharp
        if item.preview is not None:
            return item.preview.scale == 1 or bool(item.preview.tiles)
        if item.is_redrawn:
            return False
        shown = item.browser_size  # of a picture that was shown before, and is loaded again
        if self.is_loaded:
            shown = (self.picture.naturalWidth, self.picture.naturalHeight)
        return shown == item.editor.upright_size

    def window(self) -> Rectangle:
        """The visible part of the canvas, in its CSS pixels; without width if there is none."""
        left, top, right, bottom = dom.part_in_sight(self.canvas, self.strip, self.panel)
        return Rectangle(left, top, max(0.0, right - left), max(0.0, bottom - top))

    def _look(self) -> None:
        item = self.item
        if item is None or item.editor.size is None or item.editor.draft is not None:
            return
        if not self._is_drawn:
            return
        finished = self.output.shown
        if finished and item.dim and not self.output.bright:
            return
        if not (item.finished_visible if finished else self._is_whole and item.visible):
            return  # checked again once the engine has drawn it, or found it equal
        if finished:
            loaded, tiled = self.output.is_loaded, self.output.waits
        else:
            if self.picture.hidden:
                return
            loaded, tiled = self.is_loaded, not self.tiles.box.hidden and not self.tiles.complete
        if not loaded or dom.dialog_is_open() or not dom.page_is_visible():
            self._rest()  # it may be visible later
            return
        if tiled:
            self._rest()  # it will be sharp once they are loaded
        editor, sharp = item.editor, self.sharp and not tiled
        window = self.window()
        more = item.reviewing.look(editor.view, editor.canvas, window, sharp, finished)
        if not finished:
            more = item.shown_proposals.look(editor.view, editor.canvas, window) or more
        first = finished and self.output.was_seen(editor.view, window)
        if more or first:
            self.looked()
        if not tiled:
            self._count(True)

    @property
    def _is_whole(self) -> bool:
        """True if the image is shown as the engine sees it, possibly with fewer pixels."""
        return self.sharp or (self.item is not None and self.item.preview is not None)

    def next_part(self) -> "Framed | None":
        """The next part of the image that was not seen at full size; None if all of it was."""
        if self.item is None:
            return None
        window, ratio = self.window(), self.item.editor.canvas.ratio
        across, down = int(window.width * ratio), int(window.height * ratio)
        return self.item.reviewing.unseen(across, down)
