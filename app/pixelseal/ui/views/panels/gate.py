"""The dialog of the review gate: statements to tick, buttons to press. Decides nothing."""

from pixelseal.ui.browser import dom
from pixelseal.ui.saving.review_gate import NO, YES
from pixelseal.ui.text import words


class GateView:
    """Shows one question at a time."""

    def __init__(self) -> None:
        self.dialog = dom.by_id("gate")
        self._never = dom.by_id("gate-never-list")
        self._asked: "object" = None
        self._boxes = []  # (Statement, its box)
        self._save: "object" = None  # the button that saves
        dom.listen(self.dialog, "keydown", self._key)
        dom.listen(self._never, "change", self._taken)

    async def decide(self, asked: "object") -> str:
        """The person's choice; YES only with every statement ticked.

        Afterwards `asked` holds which images are included.
        """
        self._asked, self._boxes = asked, []
        dom.put_text(dom.by_id("gate-title"), asked.title)
        dom.put_text(dom.by_id("gate-lead"), asked.lead)
        dom.put_text(dom.by_id("gate-missing"), "")
        rows, choices = dom.by_id("gate-statements"), dom.by_id("gate-choices")
        rows.replaceChildren()
        choices.replaceChildren()
        for statement in asked.statements:
            rows.append(self._row(statement, not asked.alone))
        self._show_never(asked.never)
        for key, label in asked.choices:
            choices.append(self._button(key, label))
        choice = await dom.answer_of(self.dialog) or NO
        self._never.replaceChildren()
        return choice

    def _row(self, statement: "object", named: bool) -> "object":
        row, key = dom.element("li", "", "statement"), statement.key
        label, box = _tick(statement.text)
        box.id = "gate-" + key
        box.setAttribute("aria-describedby", "gate-why-" + key)
        reason = dom.element("p", statement.why, "small")
        reason.id = "gate-why-" + key
        row.append(label)
        row.append(reason)
        if named:
            row.append(_names(statement.items, key == "looked"))
        self._boxes.append((statement, box))
        return row

    def _show_never(self, items: "list") -> None:
        dom.show(dom.by_id("gate-never"), bool(items))
        title = words.say("gate-never", count=len(items))
        dom.put_text(dom.by_id("gate-never-title"), title)
        self._never.replaceChildren()
        for item in items:
            row = dom.element("li")
            label, box = _tick(item.title)
            box.value = str(item.key)
            row.append(label)
            self._never.append(row)

    def _taken(self, event: "object") -> None:
        key = int(event.target.value)
        if event.target.checked:
            self._asked.taken.add(key)
        else:
            self._asked.taken.discard(key)
        dom.put_text(self._save, self._asked.save_label)
        dom.put_text(dom.by_id("gate-missing"), "")

    def _button(self, key: str, label: str) -> "object":
        button = dom.element("button", label, "primary" if key == YES else "")
        button.type = "button"
        dom.listen(button, "click", lambda event: self._choose(key))
        if key == YES:
            self._save = button
        return button

    def _choose(self, key: str) -> None:
        if key == YES:
            if not self._asked.rows:
                dom.put_text(dom.by_id("gate-missing"), words.say("gate-nothing"))
                self._never.querySelector("input").focus()
                return
            for statement, box in self._boxes:
                if not box.checked and self._asked.needs(statement):
                    dom.put_text(dom.by_id("gate-missing"), words.say("gate-tick"))
                    box.focus()
                    return
        self.dialog.close(key)

    def _key(self, event: "object") -> None:
        if event.key == "Enter" and event.target.tagName == "INPUT":
            event.preventDefault()
            self._choose(YES)


def _tick(text: str) -> "tuple[object, object]":
    """A label with a box to tick, and the box."""
    label, box = dom.element("label"), dom.element("input")
    box.type = "checkbox"
    label.append(box)
    label.append(dom.element("span", text))
    return label, box


def _names(items: "list", shown: bool) -> "object":
    """The names of images, in a foldable list that says how many and may start open."""
    names = dom.element("details", "", "gate-names")
    names.open = shown
    names.append(dom.element("summary", words.say("gate-names", count=len(items))))
    box = dom.element("ul", "", "names")
    box.tabIndex = 0  # so that keys can scroll it
    names.append(box)

    def opened(_event: "object") -> None:
        if names.open and not box.childElementCount:
            for item in items:
                box.append(dom.element("li", item.title))

    dom.listen(names, "toggle", opened)
    return names
