"""The canvas: the picture, the regions drawn over it, pointer, wheel and keys. Decides nothing.

The picture is the browser's own (or the engine's preview) and only for viewing; regions are SVG
over it, in CSS pixels of the canvas.
"""

from pixelseal.model.screen.viewport import Canvas
from pixelseal.ui.browser import dom
from pixelseal.ui.editor import key_table, keys
from pixelseal.ui.editor.display_turn import DisplayTurn
from pixelseal.ui.views.canvas import overlay, toolbar
from pixelseal.ui.views.canvas.looking import Looking
from pixelseal.ui.views.canvas.tiles import Tiles

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from collections.abc import Callable

    from pixelseal.model.recipe.geometry import Rectangle
    from pixelseal.ui.browser.addresses import Addresses
    from pixelseal.ui.editor.editor import Editor
    from pixelseal.ui.images.item import Item
    from pixelseal.ui.views.canvas.comparison import Comparison

CRISP_FROM = 2.0  # device pixels per image pixel, from which single pixels are visible


class CanvasView:
    """The canvas for whichever image is current."""

    def __init__(
        self,
        changed: "Callable[[], None]",
        viewed: "Callable[[], None]",
        sized: "Callable[[Item, int, int], None]",
        looked: "Callable[[], None]",
        look_on: "Callable[[], None]",
        confirm: "Callable[[bool], None]",
        travel: "Callable[[], None]",
        comparison: "Comparison",
        addresses: "Addresses",
    ) -> None:
        self.canvas = dom.by_id("canvas")
        self.overlay = dom.by_id("overlay")
        self.picture = dom.by_id("picture")
        self.item: "object" = None
        self.changed = changed  # called after a possible change of regions
        self.viewed = viewed  # called after a change of the view only
        self.sized = sized  # called with (item, width, height) once the browser has the picture
        self.look_on = look_on  # called by the key for unseen parts
        self.confirm = confirm  # called by the keys that confirm proposals; True for all of them
        self.travel = travel  # called while the key is held that goes through those of an image
        self.comparison = comparison
        self.addresses = addresses
        self.tiles = Tiles("picture-tiles")
        self.looking = Looking(self.tiles, comparison.output, looked)
        self.outlined = False  # where the marks are is shown on the finished picture
        # called with an editor in a review, returns what else to draw over the picture
        self.over_result: "Callable[[Editor], list[object]] | None" = None
        self._shown: "object" = None  # the Blob shown in the picture element
        self._mac = dom.is_mac()
        self._pending = False
        dom.listen(self.picture, "load", self._loaded)
        dom.listen(self.picture, "error", self._failed)
        for name in ("pointerdown", "pointermove", "pointerup", "pointercancel", "wheel",
                     "dblclick", "keydown", "keyup", "blur"):  # fmt: skip
            dom.listen(self.canvas, name, getattr(self, "_" + name))
        dom.on_resize(self.canvas, self._resized)

    # The picture

    def show(self, item: "Item | None") -> None:
        """Show an image on the canvas, None for none."""
        if item is not self.item:
            if self.item is not None:
                self.item.pointer.abandon()
            self.item = item
            self.looking.take(item)  # at once: what is said of it next is about this one
            self._measure()
        blob = None
        if item is not None and not item.refused:
            blob = item.picture
        if blob is not self._shown and self._is_finished(item):
            blob = None  # what is finished is on the screen: nothing else has to be decoded
        if blob is not self._shown:
            self._shown = blob
            # Browsers keep the previous picture on the screen until the new one is loaded. Nobody
            # must mark one of them and mean the other, so nothing is shown meanwhile.
            self._blank()
            if blob is None:
                self.picture.removeAttribute("src")
            else:
                self.picture.src = self.addresses.of(item)
        preview = None if item is None else item.preview
        self.tiles.show([] if preview is None else preview.tiles)
        self.draw()

    def _is_finished(self, item: "Item | None") -> bool:
        """True if the finished picture is shown for a review, and is all that it needs."""
        if item is None or not self.comparison.reviewing or not self.comparison.output.shown:
            return False
        return item.inspection["browser_may_show"]

    def _blank(self) -> None:
        self.picture.hidden = self.tiles.box.hidden = True
        self.canvas.dataset.picture = "none"

    @property
    def is_seen(self) -> bool:
        """True if the picture is on the screen as the engine sees it."""
        return not self.picture.hidden and self.looking.is_loaded and self.item.visible

    def _loaded(self, _event: "object") -> None:
        item = self.item
        # A late event may belong to the previous picture and report its size.
        if item is not None and item.preview is None and self.looking.is_loaded:
            self.sized(item, self.picture.naturalWidth, self.picture.naturalHeight)
        self.draw()

    def _failed(self, _event: "object") -> None:
        item = self.item
        if item is None or item.preview is not None or self._shown is None:
            return
        # Likewise a late one: the picture that is there now may be loading, or be loaded.
        if self.picture.complete and not self.picture.naturalWidth:
            self.sized(item, 0, 0)

    def _resized(self) -> None:
        self._measure()
        self.draw()
        if self.item is not None:
            # A fitted picture now fits at another zoom.
            toolbar.show(self.item, self.comparison.output.result)

    def _measure(self) -> None:
        if self.item is not None and self.canvas.clientWidth:
            width, height = self.canvas.clientWidth, self.canvas.clientHeight
            self.item.editor.set_canvas(Canvas(float(width), float(height), dom.pixel_ratio()))

    # Drawing

    def draw(self) -> None:
        """Show the editor's state at the next paint."""
        if not self._pending:
            self._pending = True
            dom.next_frame(self._draw)

    def _draw(self) -> None:
        self._pending = False
        item = self.item
        sized = item is not None and item.editor.size is not None
        known = sized and self._shown is not None
        unseen = known and item.browser_size == (0, 0) and item.preview is None
        hidden = (
            not known or unseen or item.is_redrawn or item.differs or not self.looking.is_loaded
        )
        after = sized and self.comparison.output.shown
        self.picture.hidden = hidden or after
        self.canvas.dataset.picture = _standing(item, hidden)
        self.overlay.replaceChildren()
        if hidden or after:
            self.tiles.box.hidden = True
        if not known and not after:
            return
        editor = item.editor
        if after:
            self.comparison.output.place(editor.view, editor.canvas, _crisp(editor))
            if self.outlined:
                for element in overlay.outlines(editor):
                    self.overlay.append(element)
            if self.over_result is not None:
                for element in self.over_result(editor):
                    self.overlay.append(element)
            self.looking.drawn()
            return
        if not hidden:
            self._place(editor)
        for element in overlay.drawn(editor):
            self.overlay.append(element)
        self.looking.drawn()

    def _place(self, editor: "Editor") -> None:
        view, style = editor.view, self.picture.style
        turn = DisplayTurn(editor.turned, editor.upright_size)
        style.width = str(turn.size[0]) + "px"
        style.height = str(turn.size[1]) + "px"
        place = "translate({}px, {}px) scale({})".format(view.x, view.y, view.scale)
        style.transform = place + turn.transform()
        style.imageRendering = "pixelated" if _crisp(editor) else "auto"
        preview = self.item.preview
        finer = preview is not None and view.scale * editor.canvas.ratio > preview.scale
        self.tiles.place(view, editor.canvas, finer, _crisp(editor), turn)

    # Looking

    @property
    def sharp(self) -> bool:
        """True if the shown picture has every pixel of the image."""
        return self.looking.sharp

    def window(self) -> "Rectangle":
        """The visible part of the canvas, in its CSS pixels; without width if there is none."""
        return self.looking.window()

    @property
    def counted(self) -> bool:
        """True if the part that `show_unseen` went to counts as seen, or none is waited for."""
        return self.looking.counted

    def show_unseen(self) -> bool:
        """Show the next unseen part at 100 %; False if all was seen."""
        part = self.looking.next_part()
        if part is None:
            return False
        self.item.editor.show_part(part, self.looking.window())
        self.looking.moved()
        return True

    # What the person does

    def _at(self, event: "object") -> "tuple[float, float]":
        box = self.canvas.getBoundingClientRect()
        x = event.clientX - box.left - self.canvas.clientLeft
        return x, event.clientY - box.top - self.canvas.clientTop

    def _pointerdown(self, event: "object") -> None:
        if self.item is None or self.item.differs:
            return
        if self.picture.hidden and not self.comparison.output.shown:
            return  # there is nothing to act on
        x, y = self._at(event)
        if self.comparison.reviewing:
            self.item.pointer.space = True  # a finished picture is moved, and not marked
        self.item.pointer.down(event.pointerId, event.pointerType, event.button, x, y)
        self.canvas.setPointerCapture(event.pointerId)
        if event.button == 1:
            event.preventDefault()  # prevents autoscroll
        self._done()

    def _pointermove(self, event: "object") -> None:
        if self.item is None:
            return
        x, y = self._at(event)
        pointer = self.item.pointer
        self.item.editor.hover = (x, y)
        if pointer.busy or self.item.editor.path:
            pointer.move(event.pointerId, x, y)
            self.draw()
        elif event.pointerType == "mouse":
            self.canvas.dataset.cursor = pointer.cursor(x, y)

    def _pointerup(self, event: "object") -> None:
        if self.item is not None:
            x, y = self._at(event)
            self.item.pointer.up(event.pointerId, x, y)
            self._done()

    def _pointercancel(self, event: "object") -> None:
        if self.item is not None:
            self.item.pointer.cancel(event.pointerId)
            self._done()

    def _wheel(self, event: "object") -> None:
        if self.item is None:
            return
        event.preventDefault()
        # Converts lines and pages, as reported by Firefox, to CSS pixels.
        unit = (1.0, 33.0, 400.0)[event.deltaMode]
        x, y = self._at(event)
        pointer = self.item.pointer
        pointer.wheel(x, y, event.deltaX * unit, event.deltaY * unit, event.shiftKey)
        self.draw()
        self.viewed()

    def _dblclick(self, event: "object") -> None:
        if self.item is not None:
            x, y = self._at(event)
            self.item.pointer.double(x, y)
            self.draw()
            self.viewed()

    def press(self, event: "object") -> "keys.Press":
        """A key event as a pixelseal.ui.editor.keys value."""
        control = event.metaKey if self._mac else event.ctrlKey
        return keys.Press(event.key, control, event.shiftKey, event.altKey, event.repeat)

    def _keydown(self, event: "object") -> None:
        item, press = self.item, self.press(event)
        if self.comparison.reviewing:
            return  # the review has keys of its own
        if item is not None and keys.travels(item.pointer, press):
            event.preventDefault()
            if self.counted:
                self.travel()
        elif item is not None and keys.is_look(press):
            event.preventDefault()
            self.look_on()
        elif item is not None and keys.is_compare(press):
            event.preventDefault()
            self.comparison.hold(True)
        elif item is not None and keys.confirms(item.editor, press):
            event.preventDefault()
            self.confirm(press.shift)
        elif item is None or item.differs:
            return  # there is nothing on the screen to mark
        elif keys.steps(item.editor, press):
            return  # the page goes there
        elif keys.on_canvas(item.editor, item.pointer, press):
            event.preventDefault()
            self._done()

    def _keyup(self, event: "object") -> None:
        if event.key.lower() == key_table.COMPARE:
            self.comparison.hold(False)
        if self.item is not None:
            keys.released(self.item.pointer, event.key)

    def _blur(self, _event: "object") -> None:
        self.comparison.hold(False)
        if self.item is not None:
            self.item.pointer.space = False

    def _done(self) -> None:
        self.draw()
        self.changed()


def _standing(item: "Item", hidden: bool) -> str:
    """Whether the picture on the canvas is confirmed to be the engine's."""
    if item is None or hidden:
        return "none"
    if item.same:
        return "same"
    return "drawn" if item.preview is not None else "provisional"


def _crisp(editor: "Editor") -> bool:
    return editor.view.scale * editor.canvas.ratio >= CRISP_FROM
