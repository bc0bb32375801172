"""The panel's card for looking and the checklist. Shows and forwards; decides nothing."""

from pixelseal.model.reasons import LETTERS
from pixelseal.model.review import KEPT, Answer
from pixelseal.ui.browser import dom
from pixelseal.ui.text import words

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from collections.abc import Callable

    from pixelseal.ui.images.item import Item


class ReviewView:
    """How thoroughly the image was looked at, and an answer for each identifier."""

    def __init__(self, changed: "Callable[[], None]", say: "Callable[[str], None]") -> None:
        self.changed = changed  # called after an answer or a statement changed
        self.say = say  # called with a message
        self.item: "object" = None
        self._rows = {}  # letter -> Row, made when the list is first opened
        self._language = ""  # of those rows
        self._details = dom.by_id("checklist")
        self._stated = dom.by_id("looked-stated")
        dom.listen(self._stated, "change", self._ticked)
        dom.listen(self._details, "toggle", lambda event: self._fill())
        dom.on_click("answer-rest", self._rest)
        dom.on_click("answer-again", self._again)

    def show(self, item: "Item", sharp: bool, others: int) -> None:
        """Show an image's review; `sharp` if the shown picture has all pixels.

        `others` is how many other chosen images its answers can be given to.
        """
        if item is not self.item:
            self.item = item
            for letter in self._rows:
                self._rows[letter].forget()
        known = item.editor.size is not None and not item.refused
        dom.show(dom.by_id("review-card"), not item.refused)
        review = item.review
        answered = len(LETTERS) - len(review.open)
        self._show_looked(item, known, sharp)
        key = "checklist-some" if review.open else "checklist-all"
        lead = words.say(key, answered=answered, total=len(LETTERS))
        dom.put_text(dom.by_id("checklist-lead"), lead)
        rest = len(item.reviewing.unanswered)
        dom.put_text(dom.by_id("answer-rest"), words.say("answer-rest", count=rest))
        dom.show(dom.by_id("answer-rest"), rest > 0)
        self._show_lapsed(len(item.reviewing.lapsed))
        dom.put_text(dom.by_id("answer-chosen"), words.say("answer-chosen", count=others))
        dom.show(dom.by_id("answer-chosen"), bool(others and item.reviewing.given))
        self._fill()

    def _show_looked(self, item: "Item", known: bool, sharp: bool) -> None:
        reviewing = item.reviewing
        percent = reviewing.percent if known else 0
        seen = percent == 100
        if seen:
            text = words.say("looked-all")
        elif reviewing.stated:
            text = words.say("looked-stated")
        elif not known or item.picture_due:
            text = words.say("looked-wait")
        elif sharp:
            text = words.say("looked-at", percent=percent)
        else:
            text = words.say("looked-not-sharp")
        dom.put_text(dom.by_id("looked-text"), text)
        dom.by_id("looked-meter").value = percent
        dom.show(dom.by_id("looked-meter"), known and (sharp or seen))
        dom.show(dom.by_id("show-unseen"), known and sharp and not seen)
        dom.show(dom.by_id("looked-stated-field"), known and not seen)
        if self._stated.checked != reviewing.stated:
            self._stated.checked = reviewing.stated

    def _show_lapsed(self, count: int) -> None:
        for name in ("answers-lapsed", "answer-again"):
            dom.show(dom.by_id(name), count > 0)
            dom.put_text(dom.by_id(name), words.say(name, count=count))

    def _ticked(self, _event: "object") -> None:
        if self._stated.checked:
            self.item.reviewing.state_looked()
        else:
            self.item.reviewing.unstate_looked()
        self.changed()

    # The checklist

    def _fill(self) -> None:
        if not self._details.open or self.item is None:
            return
        if self._language != words.language():
            from pixelseal.ui.views.panels.checklist_row import Row

            self._language, self._rows = words.language(), {}
            dom.by_id("answers").replaceChildren()
            for letter in LETTERS:
                self._rows[letter] = Row(letter, self._answered)
                dom.by_id("answers").append(self._rows[letter].element)
        inspection = self.item.inspection
        findings = [] if inspection is None else inspection["findings"]
        in_file = {finding["identifier"] for finding in findings}
        reviewing = self.item.reviewing
        choices, begun = reviewing.choices, reviewing.begun
        assessed = self.item.assessed
        visible = () if assessed is None else assessed.visible
        for letter in LETTERS:
            self._rows[letter].show(
                reviewing.answer(letter),
                choices,
                letter in begun,
                letter in in_file,
                letter in visible,
            )

    def _answered(self, letter: str, answer: str, why: str) -> None:
        reviewing = self.item.reviewing
        begins = answer == KEPT and not why
        if begins:
            reviewing.begin_kept(letter)
        else:
            reviewing.give(letter, Answer(answer, why) if answer else None)
        self.changed()
        if begins:
            self._rows[letter].why.focus()

    def settle(self) -> None:
        """Take up a reason that was typed and that the browser has not told of yet."""
        for letter in self._rows:
            self._rows[letter].settle()

    def focus_unfinished(self) -> None:
        """Put the focus into the field of the first reason that is missing."""
        begun = self.item.reviewing.begun
        if begun:
            self._details.open = True
            self._fill()
            self._rows[begun[0]].ask_why()

    def _rest(self) -> None:
        count = len(self.item.reviewing.unanswered)
        self.item.reviewing.rest_is_absent()
        self.say(words.say("answer-rest-given", count=count))
        self.changed()
        dom.by_id("checklist-lead").parentElement.focus()  # the button is gone

    def _again(self) -> None:
        count = len(self.item.reviewing.lapsed)
        self.item.reviewing.again()
        self.say(words.say("answer-again-given", count=count))
        self.changed()
        dom.by_id("checklist-lead").parentElement.focus()  # the button is gone
