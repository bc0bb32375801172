"""The selected region's method: colour, mosaic, blur, and why one of them is forbidden.

The rules are those of pixelseal.model.recipe.methods, which the engine enforces; here they are
explained.
"""

from pixelseal.model.recipe import methods
from pixelseal.model.recipe.region import BLACK, Blur, Fill, Keep, Mosaic, Region
from pixelseal.ui.browser import dom
from pixelseal.ui.text import words

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from collections.abc import Callable

    from pixelseal.model.policy.policy import Policy
    from pixelseal.ui.editor.editor import Editor

_SOFT: "dict[str, type[Mosaic | Blur]]" = {"mosaic": Mosaic, "blur": Blur}


class MethodFields:
    """The fields below the exact numbers; for an area to keep, the colour around all of them."""

    def __init__(self, changed: "Callable[[], None]") -> None:
        self.changed = changed
        self.editor: "object" = None
        self.policy: "Policy | None" = None
        self.limits: "object" = None  # what a policy takes away, once there is one
        self.kind = dom.by_id("method-kind")
        self.colour = dom.by_id("method-colour")
        self.strength = dom.by_id("method-strength")
        for field in (self.kind, self.colour, self.strength):
            dom.listen(field, "change", lambda event: self._chosen())

    def show(self, editor: "Editor", policy: "Policy | None" = None) -> None:
        """Show the selected record's method, and what the policy allows."""
        self.editor, self.policy = editor, policy
        if policy is not None:
            from pixelseal.ui.views.panels import policy_limits

            self.limits = policy_limits
        self.colour.disabled = False
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
            dom.put_text(dom.by_id("method-note"), self._colours(record.colour))

    def _show_region(self, region: "object") -> None:
        method, soft = region.method, methods.allowed(region.reasons)
        filled = isinstance(method, Fill)
        self.kind.value = method.KIND
        for place in range(self.kind.options.length):
            option = self.kind.options.item(place)
            option.disabled = option.value != "fill" and not soft
            option.hidden = False
        dom.show(dom.by_id("method-colour-field"), filled)
        dom.show(dom.by_id("method-strength-field"), not filled)
        least = self._least(region, method.KIND)
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
        if self.policy is not None:
            said = [self.limits.method(self.policy, self.kind, method.KIND)]
            said += [self._colours(method.colour)] if filled else []
            note = " ".join([text for text in [note] + said if text])
        dom.put_text(dom.by_id("method-note"), note)

    def _colours(self, current: str) -> str:
        if self.policy is None:
            return ""
        return self.limits.colour(self.policy, self.colour, current)

    def _least(self, region: "object", kind: str) -> int:
        least = methods.least(region.shape.width, region.shape.height)
        if self.policy is None:
            return least
        return max(least, self.limits.least(self.policy, kind))

    def _filled(self, colour: str) -> Fill:
        """A fill of that colour, or of the first that the policy allows."""
        if self.policy is None:
            return Fill(colour)
        return self.limits.first_allowed(self.policy, colour)

    def _chosen(self) -> None:
        editor = self.editor
        record = editor.records[editor.selected]
        if isinstance(record, Keep):
            editor.set_colour(self._filled(self.colour.value).colour)
        else:
            editor.set_method(editor.selected, self._method(record))
            if not isinstance(editor.records[editor.selected].method, Fill):
                self.strength.value = str(editor.records[editor.selected].method.strength)
        self.changed()

    def _method(self, region: "object") -> "Fill | Mosaic | Blur":
        if self.kind.value == "fill":
            colour = self.colour.value if isinstance(region.method, Fill) else None
            return self._filled(colour or BLACK)
        strength = words.whole_number(self.strength.value)
        if isinstance(region.method, Fill) or strength is None:
            strength = self._least(region, self.kind.value)
        return _SOFT[self.kind.value](max(1, min(strength, 1_000_000)))
