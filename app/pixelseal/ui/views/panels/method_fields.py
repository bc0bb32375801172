"""The selected region's method: colour, mosaic, blur, and why one of them is forbidden.

The rules are those of pixelseal.model.recipe.methods, which the engine enforces; here they are
explained.
"""

from pixelseal.model.recipe import methods
from pixelseal.model.recipe.region import Blur, Fill, Keep, Mosaic, Region
from pixelseal.ui.browser import dom
from pixelseal.ui.text import words

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from collections.abc import Callable

    from pixelseal.ui.editor.editor import Editor

_SOFT: "dict[str, type[Mosaic | Blur]]" = {"mosaic": Mosaic, "blur": Blur}


class MethodFields:
    """The fields below the exact numbers; for an area to keep, the colour around all of them."""

    def __init__(self, changed: "Callable[[], None]") -> None:
        self.changed = changed
        self.editor: "object" = None
        self.kind = dom.by_id("method-kind")
        self.colour = dom.by_id("method-colour")
        self.strength = dom.by_id("method-strength")
        for field in (self.kind, self.colour, self.strength):
            dom.listen(field, "change", lambda event: self._chosen())

    def show(self, editor: "Editor") -> None:
        """Show the selected record's method."""
        self.editor = editor
        record = None if editor.selected is None else editor.records[editor.selected]
        region = isinstance(record, Region)
        dom.show(dom.by_id("method"), region or isinstance(record, Keep))
        dom.show(dom.by_id("method-kind-field"), region)
        if region:
            self._show_region(record)
        elif isinstance(record, Keep):
            dom.show(dom.by_id("method-colour-field"), True)
            dom.show(dom.by_id("method-strength-field"), False)
            self.colour.value = record.colour
            dom.put_text(dom.by_id("method-note"), "")

    def _show_region(self, region: "object") -> None:
        method, soft = region.method, methods.allowed(region.reasons)
        filled = isinstance(method, Fill)
        self.kind.value = method.KIND
        for place in range(self.kind.options.length):
            option = self.kind.options.item(place)
            option.disabled = option.value != "fill" and not soft
        dom.show(dom.by_id("method-colour-field"), filled)
        dom.show(dom.by_id("method-strength-field"), not filled)
        least = methods.least(region.shape.width, region.shape.height)
        if filled:
            self.colour.value = method.colour
        else:
            self.strength.min = str(least)
            if self.strength != dom.focused():
                self.strength.value = str(method.strength)
        note = ""
        if not soft:
            note = words.say("only-fill")
        elif not filled:
            note = words.say("least-strength", least=least)
        dom.put_text(dom.by_id("method-note"), note)

    def _chosen(self) -> None:
        editor = self.editor
        record = editor.records[editor.selected]
        if isinstance(record, Keep):
            editor.set_colour(self.colour.value)
        else:
            editor.set_method(editor.selected, self._method(record))
            if not isinstance(editor.records[editor.selected].method, Fill):
                self.strength.value = str(editor.records[editor.selected].method.strength)
        self.changed()

    def _method(self, region: "object") -> "Fill | Mosaic | Blur":
        if self.kind.value == "fill":
            colour = self.colour.value if isinstance(region.method, Fill) else None
            return Fill(colour) if colour else Fill()
        strength = words.whole_number(self.strength.value)
        if isinstance(region.method, Fill) or strength is None:
            strength = methods.least(region.shape.width, region.shape.height)
        return _SOFT[self.kind.value](max(1, min(strength, 1_000_000)))
