"""The part Preparation: a form for all images, and one for the open one. Decides nothing."""

from pixelseal.model.errors import PixelsealError
from pixelseal.model.project.preparation import BASES, ROLES, TEXTS
from pixelseal.model.reasons import LETTERS
from pixelseal.ui.browser import dom
from pixelseal.ui.process.desk import Desk
from pixelseal.ui.process.preparing import Preparing, Wrong
from pixelseal.ui.text import words
from pixelseal.ui.text.message import Message
from pixelseal.ui.views.process.outcome import BUSY, DONE, REFUSED, Outcome
from pixelseal.ui.views.process.policy import PolicySection

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from collections.abc import Sequence

_BOXES = "prep-visible-"


class PreparationPart:
    """What the form shows and hands on."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.queue = desk.workbench.queue
        self.work = Preparing(desk)
        self.policy = PolicySection(desk, self.work)
        self.outcome, self.noted = Outcome("prep-outcome"), Outcome("prep-image-outcome")
        self._people: "list[tuple[object, object]]" = []  # (role, name) fields, row by row
        self._boxes: "dict[str, object]" = {}  # letter -> its box
        self._busy = False
        for name, _most in TEXTS:
            dom.listen(dom.by_id("prep-" + name), "change", lambda _event: self._take())
        dom.listen(dom.by_id("prep-basis"), "change", lambda _event: self._take())
        dom.on_click("prep-add-person", self._add_person)
        dom.on_click("prep-save", lambda: dom.spawn(self._save()))
        dom.on_click("prep-before", lambda: self._step(-1))
        dom.on_click("prep-after", lambda: self._step(1))
        dom.listen(dom.by_id("prep-assessed"), "change", lambda _event: self._ticked())
        dom.listen(dom.by_id("prep-to-do"), "change", lambda _event: self._assess())
        self._worded()

    def shown(self) -> None:
        """Show what is settled now: a project may have been opened meanwhile."""
        settled = self.work.settled
        texts = {name: getattr(settled, name) or "" for name, _most in TEXTS}
        self._show(texts, settled.basis or "", settled.people)

    def language_changed(self) -> None:
        """Show all that was written here in another language, and what was typed and not taken."""
        basis, to_do = str(dom.by_id("prep-basis").value), str(dom.by_id("prep-to-do").value)
        self._worded()
        self.outcome.repeat()
        self.noted.repeat()
        self.policy.language_changed()
        self._show(self._typed(), basis, self._named())
        dom.by_id("prep-to-do").value = to_do

    def _typed(self) -> "dict[str, str]":
        return {name: str(dom.by_id("prep-" + name).value) for name, _most in TEXTS}

    def _named(self) -> "list[tuple[str, str]]":
        return [(str(role.value), str(who.value)) for role, who in self._people]

    def _show(
        self, texts: "dict[str, str]", basis: str, people: "Sequence[tuple[str, str]]"
    ) -> None:
        for name in texts:
            dom.by_id("prep-" + name).value = texts[name]
        dom.by_id("prep-basis").value = basis
        dom.by_id("prep-people").replaceChildren()
        self._people = []
        for role, who in people:
            self._row(role, who)
        self.policy.shown()
        self._show_image()

    def _worded(self) -> None:
        basis, box = dom.by_id("prep-basis"), dom.by_id("prep-visible")
        basis.replaceChildren()
        for value in ("",) + BASES:
            text = words.say("log-basis-" + value if value else "prep-basis-none")
            option = dom.element("option", text)
            option.value = value
            basis.append(option)
        box.replaceChildren()
        for letter in LETTERS:
            row, label, field = dom.element("li"), dom.element("label", "", "tick"), _box(letter)
            label.append(field)
            label.append(dom.element("span", words.reason(letter)))
            label.title = words.reason_meaning(letter)
            row.append(label)
            box.append(row)
            self._boxes[letter] = field
            dom.listen(field, "change", lambda _event: self._assess())

    # For all images

    def _add_person(self) -> None:
        self._row(ROLES[min(len(self._people), len(ROLES) - 1)], "")
        dom.focus_element(self._people[-1][1])

    def _row(self, role: str, who: str) -> None:
        number = len(self._people) + 1
        row, field, name = dom.element("li"), dom.element("select"), dom.element("input")
        field.setAttribute("aria-label", words.say("prep-role", number=number))
        for value in ROLES:
            option = dom.element("option", words.say("prep-role-" + value))
            option.value = value
            field.append(option)
        field.value = role
        name.type, name.value, name.autocomplete, name.maxLength = "text", who, "off", 200
        name.setAttribute("aria-label", words.say("prep-who", number=number))
        gone = dom.element("button", "×", "icon")
        gone.type = "button"
        gone.setAttribute("aria-label", words.say("prep-remove-person", number=number))
        for part in (name, field, gone):
            row.append(part)
        dom.by_id("prep-people").append(row)
        self._people.append((field, name))
        for part in (field, name):
            dom.listen(part, "change", lambda _event: self._take())
        dom.listen(gone, "click", lambda _event: self._remove(name))

    def _remove(self, name: "object") -> None:
        name.value = ""  # a row without a name is none
        if self._take():
            self.shown()
        dom.focus("prep-add-person")

    def _take(self) -> bool:
        before = self.work.settled
        try:
            self.work.take(self._typed(), str(dom.by_id("prep-basis").value), self._named())
        except Wrong as wrong:
            _refuse(self.outcome, wrong)
            return False
        if self.work.settled != before:
            self.outcome.say(DONE, "prep-taken")
        return True

    async def _save(self) -> None:
        if self._busy or not self._take():
            return
        self._busy = True
        self.outcome.say(BUSY, "project-busy")
        try:
            said, logged = await self.work.save()
            self.outcome.tell(DONE, Message(_saved, said, logged))
        except PixelsealError as failure:
            self.outcome.refuse(failure)
        finally:
            self._busy = False

    # For the image that is open

    def _step(self, by: int) -> None:
        following = self.queue.neighbour(by)
        if following is not None:
            self.desk.go(following)
            self.noted.clear()
            self._show_image()

    def _show_image(self) -> None:
        item = self.queue.current
        dom.show(dom.by_id("prep-image"), item is not None)
        text = words.say("prep-no-image")
        if item is not None:
            place, total = self.queue.position, len(self.queue.items)
            text = words.say("prep-image-now", title=item.title, place=place, total=total)
            dom.by_id("prep-before").disabled = self.queue.neighbour(-1) is None
            dom.by_id("prep-after").disabled = self.queue.neighbour(1) is None
        dom.put_text(dom.by_id("prep-image-now"), text)
        seen = None if item is None else item.assessed
        dom.by_id("prep-assessed").checked = seen is not None
        dom.by_id("prep-to-do").value = "" if seen is None else seen.to_do or ""
        for letter in LETTERS:
            self._boxes[letter].checked = seen is not None and letter in seen.visible

    def _ticked(self) -> None:
        if not dom.by_id("prep-assessed").checked:  # all of it is taken back
            dom.by_id("prep-to-do").value = ""
            for letter in LETTERS:
                self._boxes[letter].checked = False
        self._assess()

    def _assess(self) -> None:
        item = self.queue.current
        if item is None:
            return
        visible = [letter for letter in LETTERS if self._boxes[letter].checked]
        assessed = bool(dom.by_id("prep-assessed").checked)
        try:
            self.work.assess(item, assessed, visible, str(dom.by_id("prep-to-do").value))
        except Wrong as wrong:
            _refuse(self.noted, wrong)
            return
        dom.by_id("prep-assessed").checked = item.assessed is not None
        self.noted.say(DONE, "prep-taken")
        self.queue.touch(item)
        self.desk.workbench.changed()


def _box(letter: str) -> "object":
    field = dom.element("input")
    field.type, field.id = "checkbox", _BOXES + letter
    return field


def _refuse(outcome: Outcome, wrong: Wrong) -> None:
    code, field, most = wrong.code, wrong.field, wrong.values["most"]

    def said() -> str:
        return words.say(code, field=words.say(field), most=most)

    outcome.tell(REFUSED, Message(said))


def _saved(said: Message, logged: str) -> str:
    return words.say("prep-saved", said=str(said), logged=words.say(logged))
