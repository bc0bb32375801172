"""The part Practice: ten exercises, what was missed in each, the record. Judges nothing."""

from pixelseal.model.process import judged
from pixelseal.model.process.training import TrainingError
from pixelseal.ui.browser import dom
from pixelseal.ui.browser.host import Failure
from pixelseal.ui.process import practising
from pixelseal.ui.process.desk import Desk
from pixelseal.ui.text import words
from pixelseal.ui.views.process.outcome import BUSY, DONE, REFUSED, Outcome


class PracticePart:
    """What can be done with the exercises."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.work = practising.Practising(desk)
        self.outcome, self.saved = Outcome("practice-outcome"), Outcome("practice-saved")
        self.rows: "dict[int, object]" = {}
        self._checks: "dict[int, object]" = {}
        self._busy = False
        for number in practising.NUMBERS:
            self._row(number)
        dom.on_click("practice-save", self._save)

    def _row(self, number: int) -> None:
        row = dom.element("li", "", "exercise")
        row.append(dom.element("strong"))
        buttons = dom.element("div", "", "buttons")
        for act in (self._open, self._check):
            button = dom.element("button")
            button.type = "button"
            self._on(button, act, number)
            buttons.append(button)
        row.append(buttons)
        row.append(dom.element("ul", "", "exercise-said"))
        self.rows[number] = row
        dom.by_id("practice-list").append(row)
        self._show(number)

    def _on(self, button: "object", act: "object", number: int) -> None:
        dom.listen(button, "click", lambda _event: dom.spawn(self._guarded(act, number)))

    def shown(self) -> None:
        """Offer the name that was typed elsewhere."""
        field = dom.by_id("practice-who")
        field.value = field.value or self.desk.who
        for number in self.rows:
            self._show(number)

    def language_changed(self) -> None:
        """Show all that was written here in another language."""
        for number in self.rows:
            self._show(number)
        self.outcome.repeat()
        self.saved.repeat()

    async def _guarded(self, act: "object", number: int) -> None:
        if self._busy:
            return
        self._busy = True
        try:
            await act(number)
        except Failure as failure:
            self.outcome.refuse(failure)
        self._busy = False

    async def _open(self, number: int) -> None:
        self.outcome.say(BUSY, "practice-draws")
        drawn = await self.work.drawn(number)
        self.outcome.clear()
        dom.by_id("process").close()
        # Nobody waits for all that follows: the exercise may be checked once it is shown.
        dom.spawn(self.desk.workbench.open([drawn]))

    async def _check(self, number: int) -> None:
        if not self.work.items(number):
            self.outcome.say(REFUSED, "practice-not-open", number=number)
            return
        if self.work.waits(number):
            self.outcome.say(REFUSED, "practice-unconfirmed")
            return
        answer = await self.work.check(number)
        count = judged.missed(answer)
        if count:
            self.outcome.say(REFUSED, "practice-missed", number=number, count=count)
        else:
            self.outcome.say(DONE, "practice-nothing-missed", number=number)
        self._show(number)

    def _show(self, number: int) -> None:
        row, answer = self.rows[number], self.work.answers.get(number)
        dom.put_text(row.children[0], words.say("practice-exercise", number=number))
        names = (
            ("practice-open", "practice-open-number"),
            ("practice-check", "practice-check-number"),
        )
        for place, (key, named) in enumerate(names):
            button = row.children[1].children[place]
            dom.put_text(button, words.say(key))
            button.setAttribute("aria-label", words.say(named, number=number))
        said = row.children[2]
        said.replaceChildren()
        row.dataset.state = "none" if answer is None else "well"
        if answer is None:
            return
        if judged.missed(answer):
            row.dataset.state = "missed"
        for sentence in judged.sentences(answer, words.say):
            said.append(dom.element("li", sentence))

    def _save(self) -> None:
        who = str(dom.by_id("practice-who").value).strip()
        if not self.work.answers:
            self.saved.say(REFUSED, "practice-none-checked")
            return
        try:
            logged = self.work.save(who)
        except TrainingError:
            self.saved.say(REFUSED, "practice-who-wrong")
            dom.focus("practice-who")
            return
        self.saved.say(DONE, "practice-was-logged" if logged else "practice-was-saved")
