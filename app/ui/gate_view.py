"""The dialog of the looking gate: statements to tick, choices to press. Decides nothing."""

from app.ui import dom, words
from app.ui.gate import NO, YES


class GateView:
    """Shows one question at a time."""

    def __init__(self) -> None:
        self.dialog = dom.by_id("gate")
        self._boxes = []
        dom.listen(self.dialog, "keydown", self._key)

    async def decide(self, asked: "object") -> str:
        """The choice that the person makes; YES only with every statement ticked."""
        dom.put_text(dom.by_id("gate-title"), asked.title)
        dom.put_text(dom.by_id("gate-lead"), asked.lead)
        dom.put_text(dom.by_id("gate-missing"), "")
        rows, choices = dom.by_id("gate-statements"), dom.by_id("gate-choices")
        rows.replaceChildren()
        choices.replaceChildren()
        self._boxes = []
        for key, text, why in asked.statements:
            rows.append(self._row(key, text, why))
        for key, label in asked.choices:
            choices.append(self._button(key, label))
        return await dom.answer_of(self.dialog) or NO

    def _row(self, key: str, text: str, why: str) -> "object":
        row = dom.element("li", "", "statement")
        label = dom.element("label")
        box = dom.element("input")
        box.type = "checkbox"
        box.id = "gate-" + key
        box.setAttribute("aria-describedby", "gate-why-" + key)
        label.append(box)
        label.append(dom.element("span", text))
        reason = dom.element("p", why, "small")
        reason.id = "gate-why-" + key
        row.append(label)
        row.append(reason)
        self._boxes.append(box)
        return row

    def _button(self, key: str, label: str) -> "object":
        button = dom.element("button", label, "primary" if key == YES else "")
        button.type = "button"
        dom.listen(button, "click", lambda event: self._choose(key))
        return button

    def _choose(self, key: str) -> None:
        if key == YES:
            for box in self._boxes:
                if not box.checked:
                    dom.put_text(dom.by_id("gate-missing"), words.say("gate-tick"))
                    box.focus()
                    return
        self.dialog.close(key)

    def _key(self, event: "object") -> None:
        if event.key == "Enter" and event.target.tagName == "INPUT":
            event.preventDefault()
            self._choose(YES)
