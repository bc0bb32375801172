"""How far one image was looked at and what was answered about it (docs/review.md).

Keeps what the page saw and what the person said, each with what it was said of; asks nobody and
draws nothing.
"""

from pixelseal.model.reasons import LETTERS
from pixelseal.model.recipe.region import Crop, Keep, Region
from pixelseal.model.review import (
    ABSENT,
    COVERED,
    CROPPED,
    FULL,
    KEPT,
    NEVER,
    NO,
    SCREEN,
    STATED,
    WHOLE,
    Answer,
    Review,
)
from pixelseal.model.screen.coverage import ANY, Coverage
from pixelseal.model.screen.covering import Covers
from pixelseal.model.screen.proposal import is_proposed


class About:
    """What something was said of: the picture as it was shown, and all that hid parts of it."""

    def __init__(self, showing: "object", covers: "Covers | None") -> None:
        self.showing = showing  # None: the file's picture, however it is shown
        self.covers = covers  # None: nobody knows under what; it does not stand


class Statement:
    """What a person said, and of what.

    It stands while that picture is shown and nothing of it is bare that was hidden. Nothing has to
    take it back: it is compared with what is there, whatever led to that.
    """

    def __init__(self, said: "object", about: About) -> None:
        self.said = said
        self.about = about


class Reviewing:
    """The review of one image as it is being made; `editor` has the image's size and records."""

    def __init__(self, editor: "object") -> None:
        self.editor = editor
        # the Statement that the person looked at the whole picture
        self._looked: "Statement | None" = None
        # that the image is to be saved though nothing is marked on it
        self._bare: "Statement | None" = None
        self._given = {}  # letter -> Statement, as the person answered
        self._coverage: "tuple[Coverage, Coverage] | None" = None  # at full size, at whatever size
        self._shown_anew = 0  # how often the picture was shown differently than before
        self._covers: "tuple[object, Covers] | None" = None  # (the editor's records, Covers)
        # the Covers of now, pairs of earlier ones and if they hold
        self._held: "object" = (None, [])

    # What all of it is about

    @property
    def _showing(self) -> "tuple":
        return self._shown_anew, self.editor.size

    def covers(self) -> Covers:
        """What hides parts of the picture now."""
        records = self.editor.records  # another dict after every change
        if self._covers is None or self._covers[0] is not records:
            ordered = [records[key] for key in self.editor.ids()]
            self._covers = (records, Covers(ordered))
        return self._covers[1]

    @property
    def about(self) -> About:
        """What is said of the image now is said of this."""
        # Before anything is shown of it, that is the file.
        showing = None if self.editor.size is None else self._showing
        return About(showing, self.covers())

    def _stands(self, statement: "Statement | None") -> bool:
        about = None if statement is None else statement.about
        if about is None or about.covers is None:
            return False
        return about.showing in (None, self._showing) and self._hold(about.covers)

    def _hold(self, before: Covers) -> bool:
        """True if nothing is bare that those hid; each is compared once, however often asked."""
        now = self.covers()
        if self._held[0] is not now:
            self._held = (now, [])
        for known, holds in self._held[1]:
            if known is before:
                return holds
        holds = now.hold_all(before)
        self._held[1].append((before, holds))
        return holds

    def forget(self) -> None:
        """The picture is shown differently now: what was seen and said of it does not count."""
        self._coverage = None
        self._shown_anew += 1

    # Looking

    def look(self, view: "object", canvas: "object", window: "object", sharp: bool = True) -> bool:
        """The picture is on the screen like that; True if more of it was seen now.

        `sharp` if what is shown has every pixel of it: else it counts as shrunk.
        """
        # Rims around regions, and the veil that is drawn as far as it will grow.
        reach = 0 if self.editor.grid is None else self.editor.grid.reach
        full, any_size = self._known()
        more = any_size.look(view, canvas, window, self.covers(), reach)
        return (sharp and full.look(view, canvas, window, self.covers(), reach)) or more

    def _known(self) -> "tuple[Coverage, Coverage]":
        size = self.editor.size
        if self._coverage is None or self._coverage[0].size != size:
            self._coverage = (Coverage(size), Coverage(size, ANY))
        return self._coverage

    @property
    def seen(self) -> bool:
        """True if the page saw every part of the picture on the screen at full size."""
        return self._coverage is not None and self._known()[0].whole(self.covers())

    @property
    def shown(self) -> str:
        """One of pixelseal.model.review.SHOWN: how the page had the whole picture on the screen."""
        if self.seen:
            return FULL
        whole = self._coverage is not None and self._known()[1].whole(self.covers())
        return WHOLE if whole else NEVER

    @property
    def percent(self) -> int:
        """How much of the picture was on the screen at full size, rounded down."""
        return 0 if self.editor.size is None else self._known()[0].percent(self.covers())

    def unseen(self, across: int, down: int) -> "object":
        """The next part that was not seen, at most so many pixels; None if there is none."""
        return self._known()[0].unseen(self.covers(), across, down)

    @property
    def stated(self) -> bool:
        """True if the person said that they looked at the whole picture, as it is marked now."""
        return self._stands(self._looked)

    def state_looked(self, about: "About | None" = None) -> None:
        """The person says that they looked at the whole picture, of that or of what is there."""
        self._looked = Statement(True, about or self.about)

    def unstate_looked(self) -> None:
        """The person takes it back."""
        self._looked = None

    @property
    def bare_agreed(self) -> bool:
        """True if the person said that this one is to be saved without regions."""
        return self._stands(self._bare)

    def agree_bare(self, about: "About | None" = None) -> None:
        """The person says so, of that or of what is there."""
        self._bare = Statement(True, about or self.about)

    @property
    def looked(self) -> str:
        """One of pixelseal.model.review.LOOKED."""
        if self.seen:
            return SCREEN
        return STATED if self.stated else NO

    # Answering

    @property
    def given(self) -> "dict[str, Answer]":
        """The answers that the person gave and that stand, by letter."""
        return {x: self._given[x].said for x in self._given if self._stands(self._given[x])}

    @property
    def lapsed(self) -> "list[str]":
        """The letters whose answer was given before something was uncovered or shown anew."""
        return [x for x in LETTERS if x in self._given and not self._stands(self._given[x])]

    def choices(self, letter: str) -> "tuple[str, ...]":
        """The answers that may be given for a letter as the image is marked now."""
        return (COVERED, KEPT) if letter in self._reasons() else self._common()

    def _common(self) -> "tuple[str, ...]":
        """The answers that may be given for a letter that is no region's reason."""
        found = [ABSENT]
        if self._has(Region) or self._has(Keep):
            found.append(COVERED)
        if self._has(Crop):
            found.append(CROPPED)
        return tuple(found + [KEPT])

    def answer(self, letter: str) -> "Answer | None":
        """The answer for a letter as the image is marked now."""
        return self._answer(letter, self._reasons())

    def _answer(self, letter: str, reasons: "tuple") -> "Answer | None":
        statement = self._given.get(letter)
        given = statement.said if statement is not None and self._stands(statement) else None
        if letter in reasons:
            # What a region is there for was covered; more of the kind may have been kept.
            return given if given is not None and given.answer == KEPT else Answer(COVERED)
        if given is None or given.answer in (ABSENT, KEPT):
            return given
        return given if given.answer in self._common() else None

    def _reasons(self) -> "tuple":
        return tuple([one.reason for one in self._confirmed() if isinstance(one, Region)])

    def _has(self, kind: type) -> bool:
        return any(isinstance(record, kind) for record in self._confirmed())

    def _confirmed(self) -> "list":
        # What is only proposed covers nothing yet.
        records = self.editor.records
        return [records[key] for key in self.editor.ids() if not is_proposed(records[key])]

    def give(self, letter: str, answer: "Answer | None", about: "About | None" = None) -> None:
        """Answer for a letter, of that or of what is there; None takes the answer back."""
        if answer is None:
            self._given.pop(letter, None)
        else:
            self._given[letter] = Statement(answer, about or self.about)

    def rest_is_absent(self) -> None:
        """Answer "is not in the picture" for every letter without an answer."""
        about = self.about
        for letter in self.review.open:
            self.give(letter, Answer(ABSENT), about)

    def again(self) -> None:
        """The person gives every answer again that does not stand any more and still can be."""
        for letter in self.lapsed:
            answer = self._given[letter].said
            self.give(letter, answer if answer.answer in self.choices(letter) else None)

    def answer_like(self, other: "Reviewing") -> None:
        """Take over every answer that stands for another image."""
        given, about = other.given, self.about
        self._given = {letter: Statement(given[letter], about) for letter in given}

    def restore(self, answers: "dict[str, Answer]", stood: bool) -> None:
        """Take over answers of another day, given for the marks that are there now.

        Where nobody knows whether they `stood` for those marks, they wait to be given again.
        """
        about = About(None, self.covers() if stood else None)
        self._given = {letter: Statement(answers[letter], about) for letter in answers}

    @property
    def review(self) -> Review:
        """The review as it stands."""
        reasons = self._reasons()
        answers: "dict[str, object]" = {}
        for letter in LETTERS:
            answers[letter] = self._answer(letter, reasons)
        return Review(self.looked, answers, self.shown)
