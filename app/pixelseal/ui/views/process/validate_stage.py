"""The picture that a second person looks at, with the place that they mark. Decides nothing."""

from pixelseal.model.process.validation import Mark
from pixelseal.ui.browser import dom

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from collections.abc import Callable

_LEAST = 4  # CSS pixels: a press that hardly moved marks nothing
_ENOUGH = 0.9  # of the height of the picture's place
_STEPS = {"ArrowLeft": (-1, 0), "ArrowRight": (1, 0), "ArrowUp": (0, -1), "ArrowDown": (0, 1)}


class Stage:
    """One picture at a time.

    `marked()` is called when a place was drawn or moved; `loaded(width, height)` once the picture
    is there in the size that the browser has it, `failed()` if the browser cannot show it.
    """

    def __init__(
        self,
        loaded: "Callable[[int, int], None]",
        failed: "Callable[[], None]",
        marked: "Callable[[], None]",
    ) -> None:
        self.box = dom.by_id("validate-stage")
        self.frame = dom.by_id("validate-picture")
        self.picture = dom.by_id("validate-image")
        self.spot = dom.by_id("validate-mark")
        self.mark: "Mark | None" = None
        self.actual = False  # shown at 100 %, and scrolled
        self.marking = False  # a finger draws, too, and does not scroll
        self._marked = marked
        self._page, self._size = 1, (1, 1)
        self._address = ""
        self._start: "tuple[float, float] | None" = None
        self._before: "Mark | None" = None
        dom.listen(self.picture, "load", lambda _event: self._loaded(loaded))
        dom.listen(self.picture, "error", lambda _event: self._failed(failed))
        for name in ("pointerdown", "pointermove", "pointerup", "pointercancel"):
            dom.listen(self.frame, name, getattr(self, "_" + name))
        dom.listen(self.spot, "keydown", self._key)

    def show(self, blob: "object", page: int, size: "tuple[int, int]") -> None:
        """Show a picture of that page, which has that many pixels; None for none yet."""
        self._page, self._size, self._start = page, size, None
        old, self._address = self._address, ""
        # Nobody must look at one picture and mean the next.
        self.picture.hidden = True
        if blob is None:
            self.picture.removeAttribute("src")
        else:
            self._address = dom.object_url(blob)
            self.picture.src = self._address
        if old:
            dom.release_url(old)
        self._draw()

    @property
    def is_there(self) -> bool:
        """True while the picture is loaded, and its place is in sight."""
        return not self.picture.hidden and self.in_sight

    @property
    def in_sight(self) -> bool:
        """True if nearly all of the picture's place is in sight: a strip of it shows no picture."""
        if not dom.is_visible(self.box) or not dom.page_is_visible():
            return False
        box = self.box.getBoundingClientRect()
        around = dom.by_id("process-panels").getBoundingClientRect()
        seen = min(box.bottom, around.bottom) - max(box.top, around.top)
        return seen >= _ENOUGH * min(box.height, around.height)

    def put(self, mark: "Mark | None") -> None:
        """Show a place, None for none."""
        self.mark = mark
        self._draw()

    def place_by_keys(self) -> None:
        """Mark the middle of the picture, unless a place is marked, and take the keys there."""
        if self.picture.hidden:
            return  # there is nothing yet to mark a place on
        if self.mark is None:
            width, height = self._size
            wide, high = max(1, width // 4), max(1, height // 4)
            self._set((width - wide) // 2, (height - high) // 2, wide, high)
        dom.focus_element(self.spot)

    def set_actual(self, on: bool) -> None:
        """Show it at 100 %, the marked place or the middle in sight, or all of it."""
        self.actual = on
        self.box.dataset.actual = "yes" if on else "no"
        x = y = 0.5
        if self.mark is not None:
            x = (self.mark.x + self.mark.width / 2) / self._size[0]
            y = (self.mark.y + self.mark.height / 2) / self._size[1]
        self.box.scrollLeft = x * self.picture.clientWidth - self.box.clientWidth / 2
        self.box.scrollTop = y * self.picture.clientHeight - self.box.clientHeight / 2

    def set_marking(self, on: bool) -> None:
        """Whether a finger on the picture draws."""
        self.marking = on
        self.frame.dataset.marking = "yes" if on else "no"

    def _loaded(self, loaded: "Callable[[int, int], None]") -> None:
        if self._address and self.picture.complete and self.picture.naturalWidth:
            self.picture.hidden = False
            self._draw()
            loaded(int(self.picture.naturalWidth), int(self.picture.naturalHeight))

    def _failed(self, failed: "Callable[[], None]") -> None:
        # A late event may be about the picture before.
        if self._address and self.picture.complete and not self.picture.naturalWidth:
            failed()

    # Drawing

    def _at(self, event: "object") -> "tuple[float, float]":
        """Where the pointer is, in pixels of the page."""
        box = self.picture.getBoundingClientRect()
        width, height = self._size
        x = (event.clientX - box.left) / max(1.0, box.width) * width
        y = (event.clientY - box.top) / max(1.0, box.height) * height
        return min(max(0.0, x), float(width)), min(max(0.0, y), float(height))

    def _pointerdown(self, event: "object") -> None:
        drawing = event.pointerType != "touch" or self.marking
        if self.picture.hidden or not drawing or event.button:
            return
        event.preventDefault()
        self.frame.setPointerCapture(event.pointerId)
        self._start, self._before = self._at(event), self.mark

    def _pointermove(self, event: "object") -> None:
        if self._start is None:
            return
        (x, y), (left, top) = self._at(event), self._start
        box = self.picture.getBoundingClientRect()
        pixel = max(1.0, box.width) / self._size[0]  # CSS pixels
        if max(abs(x - left), abs(y - top)) * pixel < _LEAST:
            return
        first, second = min(x, left), min(y, top)
        self._set(int(first), int(second), int(abs(x - left)), int(abs(y - top)))

    def _pointerup(self, event: "object") -> None:
        if self._start is not None:
            self._pointermove(event)
            self._start = None
            if self.mark != self._before:
                self._marked()

    def _pointercancel(self, _event: "object") -> None:
        if self._start is not None:
            self._start = None
            self.put(self._before)

    def _key(self, event: "object") -> None:
        mark = self.mark
        if mark is None or event.ctrlKey or event.metaKey or event.altKey:
            return
        if event.key in _STEPS:
            event.preventDefault()
            event.stopPropagation()  # an arrow goes to another image elsewhere
            across, down = _STEPS[event.key]
            width, height = self._size
            by = max(1, max(width, height) // 100)
            if event.shiftKey:
                self._set(mark.x, mark.y, mark.width + across * by, mark.height + down * by)
            else:
                x = min(max(0, mark.x + across * by), width - mark.width)
                y = min(max(0, mark.y + down * by), height - mark.height)
                self._set(x, y, mark.width, mark.height)
            self._marked()
        elif event.key in ("Delete", "Backspace"):
            event.preventDefault()
            self.put(None)
            self._marked()

    def _set(self, x: int, y: int, width: int, height: int) -> None:
        """Mark that box, as far as it is on the page, and at least a pixel of it."""
        most_x, most_y = self._size
        x, y = min(x, most_x - 1), min(y, most_y - 1)
        width, height = min(max(1, width), most_x - x), min(max(1, height), most_y - y)
        self.put(Mark(self._page, x, y, width, height))

    def _draw(self) -> None:
        mark = self.mark
        shown = mark is not None and mark.page == self._page and not self.picture.hidden
        dom.show(self.spot, shown)
        if not shown or mark is None:
            return
        style, (width, height) = self.spot.style, self._size
        style.left = "{}%".format(100 * mark.x / width)
        style.top = "{}%".format(100 * mark.y / height)
        style.width = "{}%".format(100 * mark.width / width)
        style.height = "{}%".format(100 * mark.height / height)
