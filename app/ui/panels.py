"""The panel beside the image: regions, findings, saving. Shows and hands on; decides nothing."""

from app.model import reasons
from app.model.geometry import Rectangle
from app.ui import dom, facts, words

_FIELDS = ("x", "y", "width", "height")


class RegionList:
    """The list of regions with their reasons, and the exact numbers of the selected one."""

    def __init__(self, changed: "object") -> None:
        self.changed = changed
        self.list = dom.by_id("regions")
        self.item = None
        self._rows = {}  # region id -> (row, button, select)
        for name in _FIELDS:
            field = dom.by_id("exact-" + name)
            dom.listen(field, "change", lambda event: self._exact())

    def show(self, item: "object") -> None:
        """Show an image's regions."""
        if item is not self.item:
            self.item = item
            self.list.replaceChildren()
            self._rows = {}
        editor = item.editor
        for key in list(self._rows):
            if key not in editor.regions:
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
        dom.show(dom.by_id("no-regions"), not editor.regions)
        self._show_exact(editor)

    def _row(self, key: int) -> "tuple":
        row = dom.element("li", "", "region-row")
        button = dom.element("button", "", "region-name")
        button.type = "button"
        dom.listen(button, "click", lambda event: self._select(key))
        choice = dom.element("select")
        empty = dom.element("option", reasons.short_name(None))
        empty.value = ""
        choice.append(empty)
        for code in reasons.CODES:
            option = dom.element("option", reasons.short_name(code))
            option.value = code
            choice.append(option)
        dom.listen(choice, "change", lambda event: self._reason(key, choice.value))
        delete = dom.element("button", "×", "region-delete")
        delete.type = "button"
        dom.listen(delete, "click", lambda event: self._delete(key))
        row.append(button)
        row.append(choice)
        row.append(delete)
        return row, button, choice, delete

    def _fill(self, editor: "object", key: int) -> None:
        row, button, choice, delete = self._rows[key]
        number, shape = str(editor.number(key)), editor.shape(key)
        dom.put_text(button, words.region_row(number, shape))
        button.setAttribute("aria-pressed", "true" if key == editor.selected else "false")
        row.className = "region-row chosen" if key == editor.selected else "region-row"
        choice.setAttribute("aria-label", "Reason for region " + number)
        choice.title = reasons.meaning(editor.regions[key].reason or "")
        choice.value = editor.regions[key].reason or ""
        delete.setAttribute("aria-label", "Delete region " + number)

    def _show_exact(self, editor: "object") -> None:
        key = editor.selected
        dom.show(dom.by_id("exact"), key is not None)
        if key is None:
            return
        dom.put_text(dom.by_id("exact-title"), words.exact_title(editor.number(key)))
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

    def _reason(self, key: int, code: str) -> None:
        self.item.editor.set_reason(key, code or None)
        self.changed()

    def _delete(self, key: int) -> None:
        place = self.item.editor.number(key) - 1
        self.item.editor.delete(key)
        self.changed()
        # The button that had the focus is gone: give it to the next row, or to the canvas.
        ids = self.item.editor.ids()
        if ids:
            self._rows[ids[min(place, len(ids) - 1)]][3].focus()
        else:
            dom.focus("canvas")


class Carries:
    """What the file carries, before saving; that it is gone, after."""

    def __init__(self) -> None:
        self.list = dom.by_id("findings")
        self._shown = None

    def show(self, item: "object") -> None:
        """Show an image's findings."""
        shown = (item.key, item.inspection is None, item.current_result, item.refused)
        if shown == self._shown:
            return
        self._shown = shown
        gone = item.current_result is not None
        findings = [] if item.inspection is None else item.inspection["findings"]
        dom.put_text(dom.by_id("carries-lead"), facts.carries(item.inspection, item.refused, gone))
        self.list.replaceChildren()
        for letter, what, detail in facts.grouped(findings):
            row = dom.element("li", "", "finding gone" if gone else "finding")
            badge = dom.element("span", letter or "–", "letter" if letter else "letter none")
            badge.title = reasons.meaning(letter)
            row.append(badge)
            body = dom.element("div")
            body.append(dom.element("span", what, "finding-what"))
            if detail:
                body.append(dom.element("span", detail, "finding-value"))
            row.append(body)
            row.append(dom.element("span", "removed" if gone else "", "finding-gone"))
            self.list.append(row)


class Results:
    """The Save buttons' state and what came out."""

    def __init__(self) -> None:
        self._shown = None

    def show(self, item: "object") -> None:
        """Show an image's result."""
        ready = item.inspection is not None and not item.refused and item.working != "redact"
        for name in ("save-image", "save-certificate", "save-record"):
            dom.by_id(name).disabled = not ready
        dom.by_id("save-recipe").disabled = item.editor.size is None
        bare = not item.editor.marked and not item.bare_agreed
        dom.show(dom.by_id("bare-note"), ready and bare)
        field = dom.by_id("alternate-id")
        if field != dom.focused() and field.getAttribute("aria-invalid") != "true":
            field.value = item.alternate_id
        wait = facts.waiting(item)
        dom.put_text(dom.by_id("save-wait"), wait)
        dom.show(dom.by_id("save-wait"), bool(wait))
        result = item.current_result
        dom.show(dom.by_id("result"), result is not None)
        if result is self._shown or result is None:
            return
        self._shown = result
        dom.put_text(dom.by_id("result-lead"), facts.result_lead(result.report))
        dom.put_text(dom.by_id("result-hash"), result.sha256)
        checks = dom.by_id("result-checks")
        checks.replaceChildren()
        for text in facts.checks(result.report):
            checks.append(dom.element("li", text))
