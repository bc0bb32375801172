"""Shows the output on the canvas, at the crop's position. Makes nothing.

It shows the engine's output itself: its Blob, or, if the browser cannot show that format, the
engine's picture of that Blob.
"""

from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.orientation import UPRIGHT
from pixelseal.model.screen.viewport import View
from pixelseal.ui.browser import dom
from pixelseal.ui.editor.display_turn import DisplayTurn
from pixelseal.ui.views.canvas.tiles import Tiles

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from collections.abc import Callable

    from pixelseal.model.screen.viewport import Canvas
    from pixelseal.ui.images.result import Result


class Output:
    """Shows one result at a time."""

    def __init__(self, failed: "Callable[[Result], None]") -> None:
        self.failed = failed  # called with a result that the browser cannot show
        self.picture = dom.by_id("output")
        self.tiles = Tiles("output-tiles")
        self._result: "object" = None
        self._blob: "object" = None
        self._address = ""
        dom.listen(self.picture, "error", self._error)

    def show(self, result: "Result | None") -> None:
        """Show a result, None for none."""
        self._result = result
        preview = None if result is None else result.preview
        self.tiles.show([] if preview is None else preview.tiles)
        blob = None if result is None else result.image
        if preview is not None:
            blob = preview.whole
        if blob is self._blob:
            return
        self._blob = blob
        old, self._address = self._address, ""
        if blob is None:
            self.picture.removeAttribute("src")
            self.picture.hidden = self.tiles.box.hidden = True
        else:
            self._address = dom.object_url(blob)
            self.picture.src = self._address
        if old:
            dom.release_url(old)

    def _error(self, _event: "object") -> None:
        lost = self.picture.complete and not self.picture.naturalWidth  # not one shown before
        if lost and self._result is not None and self._result.preview is None:
            self.failed(self._result)

    @property
    def result(self) -> "Result | None":
        """What is shown, None if nothing is."""
        return self._result

    @property
    def shown(self) -> bool:
        """True if a result is visible."""
        return self._result is not None

    @property
    def is_loaded(self) -> bool:
        """True if the result's picture is on the screen."""
        loaded = bool(self.picture.complete) and self.picture.naturalWidth > 0
        return loaded and not self.picture.hidden

    @property
    def waits(self) -> bool:
        """True while tiles of it are loaded that are finer than what is on the screen."""
        return not self.tiles.box.hidden and not self.tiles.complete

    @property
    def sharp(self) -> bool:
        """True if all pixels of the result are shown, once it is loaded or drawn."""
        preview = self._result.preview
        if preview is not None:
            return preview.scale == 1 or bool(preview.tiles)
        if not self.picture.complete or not self.picture.naturalWidth:
            return True
        left, top, right, bottom = self._result.left
        shown = (self.picture.naturalWidth, self.picture.naturalHeight)
        return shown == (right - left, bottom - top)

    @property
    def bright(self) -> bool:
        """True if it is shown so that what is too dark or too flat for a screen can be seen."""
        return bool(self._result.bright)

    def was_seen(self, view: "View", window: Rectangle) -> bool:
        """It is seen in this part of the canvas; True if that is all of it, for the first time."""
        left, top, right, bottom = self._result.left
        x, y = view.to_screen(left, top)
        end, foot = view.to_screen(right, bottom)
        whole = x >= window.x and y >= window.y and end <= window.right and foot <= window.bottom
        first = whole and not self._result.was_shown
        self._result.was_shown = self._result.was_shown or whole
        return first

    def place(self, view: "View", canvas: "Canvas", crisp: bool) -> None:
        """Place it at its position in the picture, under the view."""
        left, top, right, bottom = self._result.left
        box = Rectangle(left, top, right - left, bottom - top)
        x, y = view.to_screen(box.x, box.y)
        style = self.picture.style
        style.width, style.height = "{}px".format(box.width), "{}px".format(box.height)
        style.transform = "translate({}px, {}px) scale({})".format(x, y, view.scale)
        style.imageRendering = "pixelated" if crisp else "auto"
        self.picture.hidden = False
        preview = self._result.preview
        finer = preview is not None and view.scale * canvas.ratio > preview.scale
        turn = DisplayTurn(UPRIGHT, (box.width, box.height))  # the output is turned already
        self.tiles.place(View(view.scale, x, y), canvas, finer, crisp, turn)
