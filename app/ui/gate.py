"""The looking gate: what must be looked at and answered before images are saved. Saves nothing.

`decide(asked)` is a coroutine that shows the question and gives the key of the choice, YES only
where every statement was ticked; app.ui.gate_view has the real one.
"""

from app.model.review import ABSENT, Answer
from app.model.review import NO as NO_ONE
from app.ui import words

YES = "yes"
SOME = "some"  # only the images for which nothing is missing
LOOK = "look"  # show what was not seen
ANSWER = "answer"  # answer one by one
NO = "no"
_NAMED = 4  # titles of images, before the rest is a number


class Asked:
    """One question: `statements` are (key, what the person states, why it is asked)."""

    def __init__(
        self, title: str, lead: str, statements: "list[tuple]", choices: "list[tuple]"
    ) -> None:
        self.title = title
        self.lead = lead
        self.statements = statements
        self.choices = choices  # (key, label), the least first


class Gate:
    """Lets images through to saving.

    `show(item)` is called where the person would rather see what they have not seen, and
    `answer(item)` where they would rather answer one by one.
    """

    def __init__(self, decide: "object", show: "object", answer: "object") -> None:
        self._decide = decide
        self._show = show
        self._answer = answer

    async def pass_(self, items: "list") -> "list":
        """Those of the images that may be saved now: all, those that lack nothing, or none.

        Asks once for all of them, and only if something is missing.
        """
        missing = [Missing(item) for item in items]
        lacking = [one for one in missing if one.anything]
        if not lacking:
            return items
        choice = await self._decide(_asked(missing, lacking))
        if choice == YES:
            for one in lacking:
                one.stated()
            # Said of what was there when it was asked: that may be another picture by now.
            return await self.pass_(items)
        if choice == SOME:
            return [one.item for one in missing if not one.anything]
        if choice == LOOK:
            self._show(next(one.item for one in lacking if one.unseen))
        elif choice == ANSWER:
            self._answer(next(one.item for one in lacking if one.open))
        return []

    def is_open(self, item: "object") -> bool:
        """True if the image may be saved as it stands, without a question."""
        return not Missing(item).anything


class Missing:
    """What one image lacks for being saved."""

    def __init__(self, item: "object") -> None:
        review = item.review
        self.item = item
        self._about = item.reviewing.about
        self.bare = not item.editor.marked and not item.reviewing.bare_agreed
        self.moved = item.moved_under_marks
        self.unseen = review.looked == NO_ONE
        self.open = review.open

    @property
    def anything(self) -> bool:
        """True if it may not be saved yet."""
        return self.bare or self.moved or self.unseen or bool(self.open)

    def stated(self) -> None:
        """The person stated everything that was missing."""
        item, about = self.item, self._about
        if self.moved:
            item.moved_under_marks = False
        if self.bare:
            item.reviewing.agree_bare(about)
        if self.unseen:
            item.reviewing.state_looked(about)
        for letter in self.open:
            item.reviewing.give(letter, Answer(ABSENT), about)


def _asked(missing: "list[Missing]", lacking: "list[Missing]") -> Asked:
    count, one = len(missing), len(missing) == 1
    unseen = [row.item for row in lacking if row.unseen]
    bare = [row for row in lacking if row.bare]
    unanswered = [row for row in lacking if row.open]
    letters = sorted({letter for row in unanswered for letter in row.open})
    statements, scope = [], "alone" if one else "several"
    if any(row.moved for row in lacking):
        statements.append(("moved", words.say("gate-moved"), words.say("gate-moved-why")))
    if bare:
        text = words.say("gate-bare-" + scope, count=len(bare))
        statements.append(("bare", text, words.say("gate-bare-why")))
    if unseen:
        text = words.say("gate-looked-" + scope, count=len(unseen))
        percent = unseen[0].reviewing.percent
        why = words.say("gate-seen", percent=percent) if one else _not_seen(unseen)
        statements.append(("looked", text, why))
    if letters:
        text = words.say("gate-absent-" + scope, count=len(unanswered))
        why = " · ".join([words.reason_name(letter) for letter in letters])
        statements.append(("absent", text, why))
    choices = [(NO, words.say("go-back"))]
    if unseen:
        choices.append((LOOK, words.say("gate-look")))
    if letters and one:
        choices.append((ANSWER, words.say("gate-answer")))
    ready = count - len(lacking)
    if ready:
        choices.append((SOME, words.say("gate-save-ready", count=ready)))
    choices.append((YES, words.say("gate-save", count=count)))
    title = words.say("gate-title", count=count)
    return Asked(title, "" if one else _lead(ready, count), statements, choices)


def _lead(ready: int, total: int) -> str:
    """How many lack nothing."""
    if not ready:
        return words.say("gate-none-ready")
    return words.say("gate-some-ready", ready=ready, total=total)


def _not_seen(items: "list") -> str:
    """Which images were not on the screen as a whole."""
    titles, more = ", ".join([item.title for item in items[:_NAMED]]), len(items) - _NAMED
    if more > 0:
        return words.say("gate-not-seen-more", titles=titles, more=more)
    return words.say("gate-not-seen", titles=titles)
