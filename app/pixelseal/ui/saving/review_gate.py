"""The review gate: what must be seen and answered before images are saved. Saves nothing.

`decide(asked)` is a coroutine that shows the question and returns the key of the choice, YES only
if every statement was ticked; pixelseal.ui.views.panels.gate has the real one.
"""

from pixelseal.model.review import ABSENT, NEVER, WHOLE, Answer
from pixelseal.model.review import NO as NO_ONE
from pixelseal.ui.text import words

YES = "yes"
SOME = "some"  # only the complete images
LOOK = "look"  # show what was not seen
ANSWER = "answer"  # answer one by one
NO = "no"


class Statement:
    """A statement to tick: its text, why it is needed, and for which images."""

    def __init__(self, key: str, text: str, why: str, items: "list") -> None:
        self.key = key
        self.text = text
        self.why = why
        self.items = items


class Asked:
    """One question.

    `never` are the images of which the whole was never on the screen. Each is left out unless the
    person includes it by name: `taken` holds the keys of those.
    """

    def __init__(self, missing: "list[Missing]") -> None:
        self._missing = missing
        self._lacking = [row for row in missing if row.anything]
        self.alone = len(missing) == 1
        self.never = [] if self.alone else [row.item for row in self._lacking if row.never]
        self.taken = set()
        count = len(missing)
        ready = count - len(self._lacking)
        self.title = words.say("gate-title", count=count)
        self.lead = "" if self.alone else _lead(ready, count)
        self.statements = self._statements()
        self.choices = self._choices(ready)  # (key, label), the least first

    def _statements(self) -> "list[Statement]":
        lacking, scope = self._lacking, "alone" if self.alone else "several"
        found = []

        def state(key: str, text: str, why: str, rows: "list[Missing]") -> None:
            if rows:
                said = words.say("gate-" + text, count=len(rows))
                found.append(Statement(key, said, why, [row.item for row in rows]))

        bare = [row for row in lacking if row.bare]
        state("bare", "bare-" + scope, words.say("gate-bare-why"), bare)
        unseen = [row for row in lacking if row.unseen and (self.alone or not row.never)]
        why = _seen(unseen[0].item) if self.alone and unseen else words.say("gate-shown-whole")
        state("looked", "looked-" + scope, why, unseen)
        unanswered = [row for row in lacking if row.open]
        letters = sorted({letter for row in unanswered for letter in row.open})
        names = " · ".join([words.reason_name(letter) for letter in letters])
        state("absent", "absent-" + scope, names, unanswered)
        return found

    def _choices(self, ready: int) -> "list[tuple[str, str]]":
        choices = [(NO, words.say("go-back"))]
        if any(row.unseen for row in self._lacking):
            choices.append((LOOK, words.say("gate-look")))
        if self.alone and self._lacking[0].open:
            choices.append((ANSWER, words.say("gate-answer")))
        if ready:
            choices.append((SOME, words.say("gate-save-ready", count=ready)))
        choices.append((YES, self.save_label))
        return choices

    @property
    def rows(self) -> "list[Missing]":
        """What would be saved: all but the excluded images."""
        left_out = {item.key for item in self.never} - self.taken
        return [row for row in self._missing if row.item.key not in left_out]

    @property
    def save_label(self) -> str:
        """The label of the button that saves them."""
        count = len(self.rows)
        key = "gate-save" if count == len(self._missing) else "gate-save-some"
        return words.say(key, count=count)

    def needs(self, statement: Statement) -> bool:
        """True if the statement is required for what would be saved."""
        saved = {row.item.key for row in self.rows}
        return any(item.key in saved for item in statement.items)


class Gate:
    """Lets images through to saving.

    `show(item)` is called if the person prefers to see the unseen parts, and `answer(item)` if they
    prefer to answer one by one.
    """

    def __init__(self, decide: "object", show: "object", answer: "object") -> None:
        self._decide = decide
        self._show = show
        self._answer = answer

    async def pass_(self, items: "list") -> "list":
        """The images that may be saved now: all, the complete ones, or none.

        Asks once for all of them, and only if something is missing.
        """
        missing = [Missing(item) for item in items]
        lacking = [one for one in missing if one.anything]
        if not lacking:
            return items
        asked = Asked(missing)
        choice = await self._decide(asked)
        if choice == YES:
            for one in asked.rows:
                one.stated()
            # The statement is about what was there when it was asked: the picture may have changed.
            return await self.pass_([one.item for one in asked.rows])
        if choice == SOME:
            return [one.item for one in missing if not one.anything]
        if choice == LOOK:
            self._show(next(one.item for one in lacking if one.unseen))
        elif choice == ANSWER:
            self._answer(next(one.item for one in lacking if one.open))
        return []

    def is_open(self, item: "object") -> bool:
        """True if the image may be saved as it is, without a question."""
        return not Missing(item).anything


class Missing:
    """What is missing before one image may be saved."""

    def __init__(self, item: "object") -> None:
        review = item.review
        self.item = item
        self._about = item.reviewing.about
        self.bare = not item.editor.marked and not item.reviewing.bare_agreed
        self.unseen = review.looked == NO_ONE
        self.never = self.unseen and review.shown == NEVER
        self.open = review.open

    @property
    def anything(self) -> bool:
        """True if it may not be saved yet."""
        return self.bare or self.unseen or bool(self.open)

    def stated(self) -> None:
        """Record that the person stated everything that was missing."""
        item, about = self.item, self._about
        if self.bare:
            item.reviewing.agree_bare(about)
        if self.unseen:
            item.reviewing.state_looked(about)
        for letter in self.open:
            item.reviewing.give(letter, Answer(ABSENT), about)


def _lead(ready: int, total: int) -> str:
    """How many are complete."""
    if not ready:
        return words.say("gate-none-ready")
    return words.say("gate-some-ready", ready=ready, total=total)


def _seen(item: "object") -> str:
    """How thoroughly the page has shown an image."""
    percent = item.reviewing.percent
    if item.reviewing.shown == WHOLE:
        return words.say("gate-seen-whole", percent=percent)
    return words.say("gate-seen", percent=percent)
