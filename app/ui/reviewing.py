"""How far one image was looked at and what was answered about it (docs/review.md).

Keeps what the page saw and what the person said; asks nobody and draws nothing.
"""

from app.model.coverage import Coverage
from app.model.proposal import is_proposed
from app.model.reasons import LETTERS
from app.model.region import Crop, Keep, Region
from app.model.review import ABSENT, COVERED, CROPPED, KEPT, NO, SCREEN, STATED, Answer, Review


class Reviewing:
    """The review of one image as it is being made; `editor` has the image's size and records."""

    def __init__(self, editor: "object") -> None:
        self.editor = editor
        self.stated = False  # the person said that they looked at the whole picture
        self.given = {}  # letter -> Answer, as the person gave it
        self._coverage = None

    # Looking

    def look(self, view: "object", canvas: "object", window: "object") -> bool:
        """The picture is on the screen like that, sharp; True if more of it was seen now."""
        # The veil around areas to keep and the crop is drawn as far as it will grow.
        reach = 0 if self.editor.grid is None else self.editor.grid.reach
        return self._known().look(view, canvas, window, self._records(), reach)

    def _known(self) -> Coverage:
        if self._coverage is None or self._coverage.size != self.editor.size:
            self._coverage = Coverage(self.editor.size)
        return self._coverage

    def _records(self) -> "list":
        return [self.editor.records[key] for key in self.editor.ids()]

    def forget(self) -> None:
        """The picture is shown differently now: what was seen of it does not count."""
        self._coverage = None
        self.stated = False

    @property
    def seen(self) -> bool:
        """True if the page saw every part of the picture on the screen at full size."""
        return self.editor.size is not None and self._known().whole(self._records())

    @property
    def percent(self) -> int:
        """How much of the picture was on the screen at full size, rounded down."""
        return 0 if self.editor.size is None else self._known().percent(self._records())

    def unseen(self, across: int, down: int) -> "object":
        """The next part that was not seen, at most so many pixels; None if there is none."""
        return self._known().unseen(self._records(), across, down)

    @property
    def looked(self) -> str:
        """One of app.model.review.LOOKED."""
        if self.seen:
            return SCREEN
        return STATED if self.stated else NO

    # Answering

    def choices(self, letter: str) -> "tuple[str, ...]":
        """The answers that may be given for a letter as the image is marked now."""
        if letter in self._reasons():
            return (COVERED, KEPT)
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
        given = self.given.get(letter)
        if letter in reasons:
            # What a region is there for was covered; more of the kind may have been kept.
            return given if given is not None and given.answer == KEPT else Answer(COVERED)
        if given is None or given.answer in (ABSENT, KEPT):
            return given
        # Nobody has to remember to take an answer back with the region that it told of.
        if given.answer == CROPPED:
            return given if self._has(Crop) else None
        return given if self._has(Region) or self._has(Keep) else None

    def _reasons(self) -> "tuple":
        return tuple([one.reason for one in self._confirmed() if isinstance(one, Region)])

    def _has(self, kind: type) -> bool:
        return any(isinstance(record, kind) for record in self._confirmed())

    def _confirmed(self) -> "list":
        # What is only proposed covers nothing yet.
        return [record for record in self._records() if not is_proposed(record)]

    def give(self, letter: str, answer: "Answer | None") -> None:
        """Answer for a letter; None takes the answer back."""
        if answer is None:
            self.given.pop(letter, None)
        else:
            self.given[letter] = answer

    def rest_is_absent(self) -> None:
        """Answer "is not in the picture" for every letter without an answer."""
        for letter in self.review.open:
            self.given[letter] = Answer(ABSENT)

    def answer_like(self, other: "Reviewing") -> None:
        """Take over every answer that was given for another image."""
        self.given = dict(other.given)

    @property
    def review(self) -> Review:
        """The review as it stands."""
        reasons = self._reasons()
        answers = {letter: self._answer(letter, reasons) for letter in LETTERS}
        return Review(self.looked, answers)
