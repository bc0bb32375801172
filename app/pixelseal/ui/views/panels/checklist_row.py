"""A row of the checklist: one identifier and the field for its answer. Decides nothing."""

from pixelseal.model.review import ANSWERS, KEPT, MAX_WHY, is_why
from pixelseal.ui.browser import dom
from pixelseal.ui.text import words


class Row:
    """One identifier with the field for its answer, and for the reason if it is kept."""

    def __init__(self, letter: str, answered: "object") -> None:
        self.letter = letter
        self.answered = answered
        self.element = dom.element("li", "", "answer")
        badge = dom.element("span", letter, "letter none")
        badge.setAttribute("aria-hidden", "true")
        name = dom.element("span", words.reason_name(letter), "answer-name")
        name.title = words.reason_meaning(letter)
        self.choice = dom.element("select")
        self.choice.setAttribute("aria-label", words.say("answer-for", reason=words.reason(letter)))
        self._options = {}
        for answer in ("",) + ANSWERS:
            option = dom.element("option", words.say("answer-" + (answer or "none")))
            option.value = answer
            self.choice.append(option)
            self._options[answer] = option
        self.why = dom.element("input", "", "answer-why")
        self.why.type = "text"
        self.why.maxLength = MAX_WHY
        self.why.autocomplete = "off"
        self.why.setAttribute("aria-label", words.say("answer-why", reason=words.reason(letter)))
        self._file = dom.element("p", words.say("answer-in-file"), "small answer-file")
        self._seen = dom.element("p", words.say("answer-assessed"), "small answer-file")
        for part in (badge, name, self.choice, self.why, self._file, self._seen):
            self.element.append(part)
        self._shown: "object" = None
        dom.listen(self.choice, "change", lambda event: self._told())
        dom.listen(self.why, "change", lambda event: self._told())

    def show(
        self, given: "object", choices: "tuple", waiting: bool, in_file: bool, assessed: bool
    ) -> None:
        """Show the answer and the other possible ones."""
        shown = (given, choices, waiting, in_file, assessed)
        if shown == self._shown:
            return
        self._shown = shown
        answer = "" if given is None else given.answer
        kept = waiting or answer == KEPT
        for name in ANSWERS:
            self._options[name].disabled = name not in choices
        self.choice.value = KEPT if waiting else answer
        dom.show(self.why, kept)
        if not waiting:
            self.why.value = "" if given is None else given.why
        dom.show(self._file, in_file)
        dom.show(self._seen, assessed)

    def forget(self) -> None:
        """It is about another image."""
        self._shown, self.why.value = None, ""
        self.why.setAttribute("aria-invalid", "false")

    def settle(self) -> None:
        """Tell of a reason that was changed."""
        given = "" if self._shown is None or self._shown[0] is None else self._shown[0].why
        if self.choice.value == KEPT and str(self.why.value).strip() != given:
            self._told()

    def ask_why(self) -> None:
        """Put the focus into the field for the reason, which is missing."""
        self.why.setAttribute("aria-invalid", "true")
        self.why.focus()

    def _told(self) -> None:
        answer, why = str(self.choice.value), ""
        if answer == KEPT:
            why = str(self.why.value).strip()
            good = is_why(why)
            self.why.setAttribute("aria-invalid", "false" if good else "true")
            if not good:
                why = ""  # it is still missing
        self.answered(self.letter, answer, why)
