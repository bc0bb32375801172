"""The selected region's reasons as chips: several can be on. Decides nothing.

The short list has what photos show most, in plain words, and whatever else the region has; all
reasons by letter are in the details, made when they are first opened.
"""

from pixelseal.model import reasons
from pixelseal.model.recipe.region import Region
from pixelseal.ui.browser import dom
from pixelseal.ui.text import words

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from collections.abc import Callable

    from pixelseal.ui.images.item import Item

COMMON = ("Q", "A", "H", "C", "R")  # face, name, number, date, and what only this person has


class ReasonChips:
    """The fields below the list of regions."""

    def __init__(self, changed: "Callable[[], None]") -> None:
        self.changed = changed
        self.item: "object" = None
        self._for: "object" = None  # whose chips these are: language, image's key, region's id
        self._short = {}  # code -> chip in the short list
        self._all = {}  # code -> chip in the details; empty until they are opened
        self._details = dom.by_id("reasons-all")
        dom.listen(self._details, "toggle", lambda event: self._opened())

    def show(self, item: "Item") -> None:
        """Show the selected region's reasons; nothing for other records."""
        self.item = item
        editor = item.editor
        record = None if editor.selected is None else editor.records[editor.selected]
        dom.show(dom.by_id("reasons"), isinstance(record, Region))
        if editor.selected is None or not isinstance(record, Region):
            return
        about = (words.language(), item.key, editor.selected)
        if about != self._for:
            self._begin(about)
        for code in record.reasons:
            # One that was taken away stays in the list, to be given again, and keeps the focus.
            if code not in self._short:
                self._short[code] = self._chip("reasons-short", code, words.reason(code))
        number = editor.number(editor.selected)
        dom.put_text(dom.by_id("reasons-title"), words.say("reasons-title", number=number))
        for chips in (self._short, self._all):
            for code in chips:
                given = "true" if code in record.reasons else "false"
                chips[code].setAttribute("aria-pressed", given)

    def _begin(self, about: "tuple") -> None:
        if self._for is None or self._for[0] != about[0]:
            self._empty("reasons-letters", self._all)
        self._for = about
        self._empty("reasons-short", self._short)
        for code in COMMON:
            self._short[code] = self._chip("reasons-short", code, words.say("chip-" + code))
        self._fill()

    def _empty(self, box: str, chips: "dict[str, object]") -> None:
        dom.by_id(box).replaceChildren()
        chips.clear()

    def _opened(self) -> None:
        self._fill()
        if self.item is not None:
            self.show(self.item)

    def _fill(self) -> None:
        if self._details.open and not self._all:
            for code in reasons.CODES:
                self._all[code] = self._chip("reasons-letters", code, words.reason(code))

    def _chip(self, box: str, code: str, text: str) -> "object":
        chip = dom.element("button", text, "chip")
        chip.type = "button"
        chip.title = words.reason_hint(code)
        chip.dataset.reason = code
        dom.listen(chip, "click", lambda event: self._pressed(code))
        dom.by_id(box).append(chip)
        return chip

    def _pressed(self, code: str) -> None:
        editor = self.item.editor
        editor.toggle_reason(editor.selected, code)
        self.changed()
