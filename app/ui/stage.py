"""The canvas: the picture, the regions drawn over it, pointer, wheel and keys. Decides nothing.

The picture is the browser's own (or the engine's preview) and is only for looking at; regions
are SVG over it, in CSS pixels of the canvas.
"""

from app.model.viewport import Canvas
from app.ui import dom, keys
from app.ui.outline import outline

CRISP_FROM = 2.0  # device pixels an image pixel, from which single pixels are to be seen


class Stage:
    """The canvas for whichever image is current."""

    def __init__(self, changed: "object", viewed: "object", sized: "object") -> None:
        self.canvas = dom.by_id("canvas")
        self.overlay = dom.by_id("overlay")
        self.picture = dom.by_id("picture")
        self.item = None
        self.changed = changed  # called after what may have changed the regions
        self.viewed = viewed  # called after what moved the view only
        self.sized = sized  # called with (item, width, height) once the browser has the picture
        self._addresses = {}  # item key -> (Blob, address)
        self._shown = None  # the Blob in the picture
        self._mac = dom.is_mac()
        self._pending = False
        dom.listen(self.picture, "load", self._loaded)
        dom.listen(self.picture, "error", self._failed)
        for name in ("pointerdown", "pointermove", "pointerup", "pointercancel", "wheel",
                     "dblclick", "keydown", "keyup", "blur"):  # fmt: skip
            dom.listen(self.canvas, name, getattr(self, "_" + name))
        dom.on_resize(self.canvas, self._resized)

    # The picture

    def show(self, item: "object") -> None:
        """Put an image on the canvas, None for none."""
        if item is not self.item:
            if self.item is not None:
                self.item.pointer.abandon()
            self.item = item
            self._measure()
        blob = None
        if item is not None and not item.refused:
            blob = item.picture
        if blob is not self._shown:
            self._shown = blob
            if blob is None:
                self.picture.removeAttribute("src")
            else:
                self.picture.src = self.address(item)
        self.draw()

    def address(self, item: "object") -> str:
        """The address of an image's picture, for as long as the image is open; "" without one."""
        blob = item.picture
        if blob is None:
            return ""
        known = self._addresses.get(item.key)
        if known is not None and known[0] is blob:
            return known[1]
        if known is not None:
            dom.release_url(known[1])
        address = dom.object_url(blob)
        self._addresses[item.key] = (blob, address)
        return address

    def forget(self, item: "object") -> None:
        """Let go of an image that was closed."""
        known = self._addresses.pop(item.key, None)
        if known is not None:
            dom.release_url(known[1])

    def _loaded(self, _event: "object") -> None:
        item = self.item
        if item is not None and item.preview is None:
            self.sized(item, self.picture.naturalWidth, self.picture.naturalHeight)
        self.draw()

    def _failed(self, _event: "object") -> None:
        if self.item is not None and self.item.preview is None and self._shown is not None:
            self.sized(self.item, 0, 0)

    def _resized(self) -> None:
        self._measure()
        self.draw()

    def _measure(self) -> None:
        if self.item is not None and self.canvas.clientWidth:
            width, height = self.canvas.clientWidth, self.canvas.clientHeight
            self.item.editor.set_canvas(Canvas(float(width), float(height), dom.pixel_ratio()))

    # Drawing

    def draw(self) -> None:
        """Show the editor's state, once before the next paint."""
        if not self._pending:
            self._pending = True
            dom.next_frame(self._draw)

    def _draw(self) -> None:
        self._pending = False
        item = self.item
        known = item is not None and item.editor.size is not None and self._shown is not None
        hidden = not known or (item.browser_size == (0, 0) and item.preview is None)
        self.picture.hidden = hidden
        self.overlay.replaceChildren()
        if not known:
            return
        editor = item.editor
        if not hidden:
            self._place(editor)
        for key in editor.ids():
            if key != editor.selected:
                self._region(editor, key)
        if editor.selected is not None:
            self._region(editor, editor.selected)
            self._handles(editor)
        if editor.draft is not None and editor.draft[0] is None:
            self._shape(editor, editor.draft[1], "region draft")
        for kept in editor.keep:
            self._shape(editor, kept.shape, "around kept")
        for cut in editor.crop:
            self._shape(editor, cut.shape, "around cropped")

    def _place(self, editor: "object") -> None:
        view, style = editor.view, self.picture.style
        style.width = str(editor.size[0]) + "px"
        style.height = str(editor.size[1]) + "px"
        style.transform = "translate({}px, {}px) scale({})".format(view.x, view.y, view.scale)
        crisp = view.scale * editor.canvas.ratio >= CRISP_FROM
        style.imageRendering = "pixelated" if crisp else "auto"

    def _shape(self, editor: "object", shape: "object", style_class: str) -> None:
        tag, attributes = outline(shape, editor.view)
        if tag == "polyline":
            style_class = "stroke " + style_class.split(" ")[-1]
        drawn = dom.drawn(tag, style_class)
        for name in attributes:
            drawn.setAttribute(name, attributes[name])
        self.overlay.append(drawn)

    def _region(self, editor: "object", key: int) -> None:
        shape = editor.shape(key)
        chosen = key == editor.selected
        self._shape(editor, shape, "region chosen" if chosen else "region")
        left, top = editor.view.to_screen(shape.x, shape.y)
        number = str(editor.number(key))
        width = 12 + 8 * len(number)
        left, top = max(2.0, left), max(2.0, top - 22)
        tag = dom.drawn("rect", "tag chosen" if chosen else "tag")
        for name, value in (("x", left), ("y", top), ("width", width), ("height", 20), ("rx", 4)):
            tag.setAttribute(name, value)
        text = dom.drawn("text", "tag-text")
        text.setAttribute("x", left + width / 2)
        text.setAttribute("y", top + 15)
        text.textContent = number
        self.overlay.append(tag)
        self.overlay.append(text)

    def _handles(self, editor: "object") -> None:
        for _handle, image_x, image_y in editor.shape(editor.selected).handle_points():
            x, y = editor.view.to_screen(image_x, image_y)
            dot = dom.drawn("rect", "handle")
            for name, value in (("x", x - 5), ("y", y - 5), ("width", 10), ("height", 10)):
                dot.setAttribute(name, value)
            self.overlay.append(dot)

    # What the person does

    def _at(self, event: "object") -> "tuple[float, float]":
        box = self.canvas.getBoundingClientRect()
        x = event.clientX - box.left - self.canvas.clientLeft
        return x, event.clientY - box.top - self.canvas.clientTop

    def _pointerdown(self, event: "object") -> None:
        if self.item is None:
            return
        x, y = self._at(event)
        self.item.pointer.down(event.pointerId, event.pointerType, event.button, x, y)
        self.canvas.setPointerCapture(event.pointerId)
        if event.button == 1:
            event.preventDefault()  # no autoscroll
        self._done()

    def _pointermove(self, event: "object") -> None:
        if self.item is None:
            return
        x, y = self._at(event)
        pointer = self.item.pointer
        if pointer.busy:
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
        # Lines and pages, which Firefox counts in, as CSS pixels.
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
        """A key event as app.ui.keys takes it."""
        control = event.metaKey if self._mac else event.ctrlKey
        return keys.Press(event.key, control, event.shiftKey, event.altKey, event.repeat)

    def _keydown(self, event: "object") -> None:
        item = self.item
        if item is not None and keys.on_canvas(item.editor, item.pointer, self.press(event)):
            event.preventDefault()
            self._done()

    def _keyup(self, event: "object") -> None:
        if self.item is not None:
            keys.released(self.item.pointer, event.key)

    def _blur(self, _event: "object") -> None:
        if self.item is not None:
            self.item.pointer.space = False

    def _done(self) -> None:
        self.draw()
        self.changed()
