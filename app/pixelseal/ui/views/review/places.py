"""What programs still find in the finished picture: said, drawn on the spot, and gone through.

Shows and forwards; covers nothing and states nothing itself.
"""

from pixelseal.model.finding import KINDS
from pixelseal.ui.browser import dom
from pixelseal.ui.text import words

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from collections.abc import Callable

    from pixelseal.model.recipe.geometry import Rectangle
    from pixelseal.ui.editor.editor import Editor
    from pixelseal.ui.images.item import Item
    from pixelseal.ui.images.left_over import Place

_ROOM = 30.0  # CSS pixels of a box that has room for words beside it


class Places:
    """The part of the review's panel about them, and their marks on the canvas."""

    def __init__(
        self,
        cover: "Callable[[], None]",
        stay: "Callable[[bool], None]",
        moved: "Callable[[Rectangle], None]",
    ) -> None:
        self.moved = moved  # called after another place was gone to
        self._item: "Item | None" = None
        self._places: "list[Place]" = []
        self._at = 0
        dom.on_click("gate-cover", cover)
        dom.on_click("gate-next-place", lambda: self.step(1))
        box = dom.by_id("gate-stay")
        dom.listen(box, "change", lambda event: stay(bool(box.checked)))

    @property
    def current(self) -> "Place | None":
        """The place that is gone to."""
        return self._places[self._at] if self._places else None

    def step(self, by: int) -> None:
        """Go to the next or previous place, around the end."""
        if self._places:
            self._at = (self._at + by) % len(self._places)
            self._show_place()
            self.moved(self._places[self._at].box)

    def show(self, item: "Item", reads: bool, waiting: bool) -> None:
        """Show what is known of an image: its output is still read, or saving waits for that."""
        reread = item.reread
        places = [] if reread is None else reread.places
        if item is not self._item:
            self._item, self._at = item, 0
        self._places = places
        self._at = min(self._at, max(0, len(places) - 1))
        lead = dom.by_id("gate-read")
        dom.put_text(lead, _lead(item, places, reads, waiting))
        lead.dataset.reads = "yes" if reads else "no"
        lead.className = "gate-read still" if places or waiting else "gate-read small"
        box = dom.by_id("gate-places")
        if not places and box.contains(dom.focused()):
            dom.focus("gate")  # what had it is about to go
        dom.show(box, bool(places))
        if reread is None or not places:
            return
        self._show_place()
        dom.show(dom.by_id("gate-next-place"), len(places) > 1)
        stay = dom.by_id("gate-stay")
        stays = not reread.undecided
        if stay.checked != stays:
            stay.checked = stays
        dom.put_text(dom.by_id("gate-stay-text"), words.say("gate-stay", count=len(places)))

    def _show_place(self) -> None:
        place = self._places[self._at]
        text = words.say(
            "gate-left-place",
            place=self._at + 1,
            total=len(self._places),
            kind=words.say("tag-" + place.kind),
            reasons=", ".join([words.reason(code) for code in place.reasons]),
        )
        dom.put_text(dom.by_id("gate-left-place"), text)

    def drawn(self, editor: "Editor") -> "list":
        """The marks, as SVG elements; none if they are of another image."""
        elements: "list[object]" = []
        item = self._item
        if item is None or item.editor is not editor or item.reread is None:
            return elements
        for number, place in enumerate(item.reread.places):
            chosen = " chosen" if number == self._at else ""
            left, top = editor.view.to_screen(place.box.x, place.box.y)
            right, bottom = editor.view.to_screen(place.box.right, place.box.bottom)
            frame = {"x": left, "y": top, "width": right - left, "height": bottom - top}
            # Two lines, so that it is seen on whatever is there.
            elements.append(dom.drawn("rect", "left-over under", frame))
            elements.append(dom.drawn("rect", "left-over" + chosen, frame))
            text = str(number + 1)
            if chosen or bottom - top >= _ROOM:
                text += " " + words.say("tag-" + place.kind)
            elements += _tag((left, top, right), float(editor.canvas.width), text, chosen)
        return elements


def _lead(item: "Item", places: "list[Place]", reads: bool, waiting: bool) -> str:
    """How far programs have looked at it; "" if they do not."""
    left = words.say("gate-left", what=_counted(places)) if places else ""
    if reads:
        now = words.say("gate-reading-save" if waiting else "gate-reading")
        return left + " " + now if left else now
    if left or item.reread is None:
        return left
    if item.reread.failed:
        return words.say("gate-read-failed")
    return words.say("gate-read-nothing") if item.reread.read else ""


def _counted(places: "list[Place]") -> str:
    found = []
    for kind in KINDS:
        count = len([place for place in places if place.kind == kind])
        if count:
            found.append(words.say("gate-left-" + kind, count=count))
    return ", ".join(found)


def _tag(
    box_at: "tuple[float, float, float]", room: float, text: str, chosen: str
) -> "list[object]":
    """The words at a box: behind it, where no line above it is hidden, or else above it."""
    left, top, right = box_at
    width = 12 + 8 * len(text)
    if right + width + 4 <= room:
        left, top = max(2.0, right + 3), max(2.0, top)
    else:
        left, top = max(2.0, left), max(2.0, top - 22)
    box = {"x": left, "y": top, "width": width, "height": 20, "rx": 4}
    shown = dom.drawn("text", "tag-text", {"x": left + width / 2, "y": top + 15})
    shown.textContent = text
    return [dom.drawn("rect", "tag proposed" + chosen, box), shown]
