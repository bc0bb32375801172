"""The list of regions, areas to keep and crop, with reasons, exact numbers and methods."""

from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.region import Region
from pixelseal.model.screen.proposal import is_proposed, place_before
from pixelseal.ui.browser import dom
from pixelseal.ui.text import words
from pixelseal.ui.views.panels.method_fields import MethodFields
from pixelseal.ui.views.panels.reason_chips import ReasonChips

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from collections.abc import Callable

    from pixelseal.ui.editor.editor import Editor
    from pixelseal.ui.images.item import Item

_FIELDS = ("x", "y", "width", "height")


class RegionList:
    """The list of regions with their reasons, and the exact numbers of the selected one."""

    def __init__(self, changed: "Callable[[], None]") -> None:
        self.changed = changed
        self.list = dom.by_id("regions")
        self._facts = dom.by_id("facts")
        self.item: "object" = None
        self._language = ""  # of the rows that are there
        self._rows = {}  # region id -> (row, button, what it is, delete)
        self._brought: "object" = None  # (image's key, region id) that was last scrolled into view
        for name in _FIELDS:
            field = dom.by_id("exact-" + name)
            dom.listen(field, "change", lambda event: self._exact())
        self.method = MethodFields(changed)
        self.reasons = ReasonChips(changed)

    def show(self, item: "Item") -> None:
        """Show an image's regions."""
        if item is not self.item or words.language() != self._language:
            self.item, self._language = item, words.language()
            self.list.replaceChildren()
            self._rows = {}
        editor = item.editor
        for key in list(self._rows):
            if key not in editor.records:
                self._rows.pop(key)[0].remove()
        for key in editor.ids():
            if key not in self._rows:
                self._rows[key] = self._row(key)
            self._fill(editor, key)
        # An undone deletion comes back in its old place.
        for place, key in enumerate(editor.ids()):
            row = self._rows[key][0]
            if self.list.children.item(place) != row:
                self.list.insertBefore(row, self.list.children.item(place))
        dom.show(dom.by_id("no-regions"), not editor.records)
        if (item.key, editor.selected) != self._brought:
            self._brought = (item.key, editor.selected)
            if editor.selected is not None:
                dom.bring_into(self._facts, self._rows[editor.selected][0])
        self._show_exact(editor)
        policy = None if item.in_force is None else item.in_force.policy
        self.method.show(editor, policy)
        self.reasons.show(item)

    def _row(self, key: int) -> "tuple":
        row = dom.element("li", "", "region-row")
        button = dom.element("button", "", "region-name")
        button.type = "button"
        dom.listen(button, "click", lambda event: self._select(key))
        what = dom.element("span", "", "region-kind")
        delete = dom.element("button", "×", "region-delete")
        delete.type = "button"
        dom.listen(delete, "click", lambda event: self._delete(key))
        row.append(button)
        row.append(what)
        row.append(delete)
        return row, button, what, delete

    def _fill(self, editor: "Editor", key: int) -> None:
        row, button, what, delete = self._rows[key]
        number, shape = str(editor.number(key)), editor.shape(key)
        record = editor.records[key]
        waits = is_proposed(record)
        dom.put_text(button, words.record_row(number + "?" if waits else number, shape))
        button.title = words.kind(record) if waits else ""
        button.setAttribute("aria-pressed", "true" if key == editor.selected else "false")
        row.className = "region-row" + (" chosen" if key == editor.selected else "")
        row.dataset.proposed = "yes" if waits else "no"
        name = words.kind(record)
        text = words.reasons_named(record) if isinstance(record, Region) else name
        if place_before(record) is not None:
            text = words.say("moved-row", said=text)
        dom.put_text(what, text)
        what.title = text  # all of it, where the row is too narrow
        delete.setAttribute("aria-label", words.say("delete-record", kind=name, number=number))

    def _show_exact(self, editor: "Editor") -> None:
        key = editor.selected
        dom.show(dom.by_id("exact"), key is not None)
        if key is None:
            return
        name = words.kind(editor.records[key])
        title = words.say("exact-title", kind=name, number=editor.number(key))
        dom.put_text(dom.by_id("exact-title"), title)
        shape = editor.shape(key)
        for name in _FIELDS:
            field = dom.by_id("exact-" + name)
            if field != dom.focused():
                field.value = str(getattr(shape, name))

    def _exact(self) -> None:
        editor = self.item.editor
        if editor.selected is None:
            return
        old, numbers = editor.shape(editor.selected), {}
        for name in _FIELDS:
            field = dom.by_id("exact-" + name)
            least = 1 if name in ("width", "height") else 0
            number = words.whole_number(field.value)
            if number is None:
                number = getattr(old, name)
            numbers[name] = max(least, min(number, 1_000_000))
        frame = Rectangle(numbers["x"], numbers["y"], numbers["width"], numbers["height"])
        frame = frame.inside(editor.size[0], editor.size[1])
        editor.set_shape(editor.selected, old.framed(frame))
        for name in _FIELDS:
            dom.by_id("exact-" + name).value = str(getattr(editor.shape(editor.selected), name))
        self.changed()

    def _select(self, key: int) -> None:
        self.item.editor.select(key)
        self.item.editor.reveal()
        self.changed()

    def _delete(self, key: int) -> None:
        place = self.item.editor.number(key) - 1
        self.item.editor.delete(key)
        self.changed()
        # The focused button is gone: focus the next row, or the canvas.
        ids = self.item.editor.ids()
        if ids:
            self._rows[ids[min(place, len(ids) - 1)]][3].focus()
        else:
            dom.focus("canvas")
