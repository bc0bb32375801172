"""How thoroughly one image was looked at, and the answers about it (docs/review.md).

Keeps what was visible and what the person stated, each with what it refers to; asks nobody and
draws nothing.
"""

from pixelseal.model.reasons import LETTERS
from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.orientation import placed, reversed_of, size_of
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
    SEVERAL,
    SINGLY,
    STATED,
    WHOLE,
    Answer,
    Review,
)
from pixelseal.model.screen.coverage import ANY, Coverage
from pixelseal.model.screen.covering import Covers
from pixelseal.model.screen.proposal import is_proposed
from pixelseal.model.screen.viewport import View
from pixelseal.ui.editor.statements import About, Statement, least_thorough

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.model.recipe.geometry import Framed
    from pixelseal.model.screen.viewport import Canvas
    from pixelseal.ui.editor.editor import Editor


class Reviewing:
    """The review of one image in progress; `editor` has the image's size and records."""

    def __init__(self, editor: "Editor") -> None:
        self.editor = editor
        self.source = ""  # names the file and the page of it, once known
        # the Statement that the person looked at all of the picture
        self._looked: "Statement | None" = None
        # that the image is to be saved although nothing is marked
        self._bare: "Statement | None" = None
        self._given = {}  # letter -> Statement with the person's answer
        self._begun: "set[str]" = set()  # letters answered by "kept", without the reason yet
        self._coverage: "tuple[Coverage, Coverage] | None" = None  # at full size, at whatever size
        self._shown_anew = 0  # how often the picture's display changed
        # (the editor's records, their Covers, those once all proposals are confirmed)
        self._covers: "tuple[object, Covers, Covers] | None" = None
        self._digest: "tuple[object, str]" = (None, "")  # (what it is of, the present digest)
        # the current Covers; pairs of earlier ones and whether they still hold
        self._held: "object" = (None, [])

    # What statements refer to

    @property
    def _showing(self) -> "tuple":
        return self._shown_anew, self.editor.upright_size

    def covers(self) -> Covers:
        """What currently hides parts of the picture, as that lies in the file."""
        return self._known_covers()[1]

    def _known_covers(self) -> "tuple[object, Covers, Covers]":
        records = self.editor.records  # another dict after every change
        if self._covers is None or self._covers[0] is not records:
            covers = _covers(self.editor, records)
            later = self.editor.once_confirmed()
            if later is records:
                self._covers = (records, covers, covers)
            else:
                self._covers = (records, covers, _covers(self.editor, later))
        return self._covers

    @property
    def about(self) -> About:
        """What a statement made now refers to."""
        # Before anything is shown, that is the file.
        showing = None if self.editor.size is None else self._showing
        return About(self.digest, showing, self.editor.turned, self.covers())

    @property
    def digest(self) -> str:
        """A digest of the picture as it is shown and of what hides parts of it."""
        of = (self.source, self._showing, self.editor.turned, self.covers())
        if self._digest[0] != of:
            self._digest = (of, of[3].digest("{} {} {}".format(*of[:3])))
        return self._digest[1]

    def stands(self, statement: "Statement | None") -> bool:
        """True if a statement is valid as the image is marked and shown now (docs/review.md, 5)."""
        about = None if statement is None else statement.about
        if about is None or about.covers is None:
            return False
        if about.digest == self.digest:
            return True
        # It may be another because more is hidden.
        shown = about.showing in (None, self._showing) and about.turned == self.editor.turned
        return shown and self._hold(about.covers)

    def _hold(self, before: Covers) -> bool:
        """True if nothing is visible that those hid; results are cached."""
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
        """The picture's display changed: what was seen and stated no longer counts."""
        self._coverage = None
        self._shown_anew += 1

    # Looking

    def look(
        self,
        view: "View",
        canvas: "Canvas",
        window: "Rectangle",
        sharp: bool = True,
        finished: bool = False,
    ) -> bool:
        """Record what is on the screen; True if more of the picture was seen.

        `sharp` if the shown picture has every pixel; else it counts as shrunk. `finished` if it is
        the engine's result, in which all proposals are confirmed and nothing was cut off later.
        """
        # Rims around regions, and the veil, which is drawn with its growth.
        reach = 0 if self.editor.grid is None else self.editor.grid.reach
        covers = self._known_covers()[2 if finished else 1]
        full, any_size = self._known()
        view, window = _upright(self.editor, view, window)
        if finished:
            for coverage in (full, any_size):
                coverage.pass_over(covers)
        more = any_size.look(view, canvas, window, covers, reach)
        return (sharp and full.look(view, canvas, window, covers, reach)) or more

    def _known(self) -> "tuple[Coverage, Coverage]":
        size = self.editor.upright_size
        if self._coverage is None or self._coverage[0].size != size:
            self._coverage = (Coverage(size), Coverage(size, ANY))
        return self._coverage

    @property
    def seen(self) -> bool:
        """True if every part of the picture was on the screen at full size."""
        return self._coverage is not None and self._known()[0].whole(self.covers())

    @property
    def shown(self) -> str:
        """One of pixelseal.model.review.SHOWN: how the page had the whole picture on the screen."""
        if self.seen:
            return FULL
        return WHOLE if self._was_whole(self.covers()) else NEVER

    @property
    def finished_shown(self) -> bool:
        """True if all of the finished picture was on the screen, at whatever size."""
        return self._was_whole(self._known_covers()[2])

    def _was_whole(self, covers: Covers) -> bool:
        return self._coverage is not None and self._known()[1].whole(covers)

    @property
    def percent(self) -> int:
        """The percentage of the picture that was on the screen at full size, rounded down."""
        return 0 if self.editor.size is None else self._known()[0].percent(self.covers())

    def unseen(self, across: int, down: int) -> "Framed | None":
        """The next unseen part, of at most that size; None if there is none."""
        editor = self.editor
        wide, high = size_of((across, down), editor.turned)
        part = self._known()[0].unseen(self.covers(), wide, high)
        return None if part is None else part.turned(editor.turned, editor.upright_size)

    @property
    def stated(self) -> bool:
        """True if the person states having looked at all of the picture as it is marked now."""
        return self.stands(self._looked)

    def state_looked(self, about: "About | None" = None, manner: str = SINGLY) -> None:
        """Record the statement of having looked at it all, about `about` or the present state."""
        self._looked = Statement(True, about or self.about, manner)

    def unstate_looked(self) -> None:
        """Withdraw the statement."""
        self._looked = None

    @property
    def bare_agreed(self) -> bool:
        """True if the person stated that this one is to be saved without regions."""
        return self.stands(self._bare)

    def agree_bare(self, about: "About | None" = None, manner: str = SINGLY) -> None:
        """Record that statement, about `about` or the present state."""
        self._bare = Statement(True, about or self.about, manner)

    @property
    def looked(self) -> str:
        """One of pixelseal.model.review.LOOKED."""
        if self.seen:
            return SCREEN
        return STATED if self.stated else NO

    # Answering

    @property
    def given(self) -> "dict[str, Answer]":
        """The person's valid answers, by letter."""
        return {x: self._given[x].said for x in self._given if self.stands(self._given[x])}

    @property
    def lapsed(self) -> "list[str]":
        """The letters whose answer is no longer valid: something was uncovered or shown again."""
        return [x for x in LETTERS if x in self._given and not self.stands(self._given[x])]

    @property
    def choices(self) -> "tuple[str, ...]":
        """The possible answers as the image is marked now."""
        found = [ABSENT]
        if self._has(Region) or self._has(Keep):
            found.append(COVERED)
        if self._has(Crop):
            found.append(CROPPED)
        return tuple(found + [KEPT])

    def answer(self, letter: str) -> "Answer | None":
        """The person's answer for a letter, as far as it is valid as the image is marked now.

        A region's reason answers nothing: more of the kind may be left beside it.
        """
        statement = self._given.get(letter)
        given = statement.said if statement is not None and self.stands(statement) else None
        if given is None or given.answer in (ABSENT, KEPT):
            return given
        return given if given.answer in self.choices else None

    def _has(self, kind: type) -> bool:
        return any(isinstance(record, kind) for record in self._confirmed())

    def _confirmed(self) -> "list":
        # Proposals do not cover anything yet.
        records = self.editor.records
        return [records[key] for key in self.editor.ids() if not is_proposed(records[key])]

    def give(
        self,
        letter: str,
        answer: "Answer | None",
        about: "About | None" = None,
        manner: str = SINGLY,
    ) -> None:
        """Answer for a letter, about `about` or the present state; None withdraws the answer."""
        self._begun.discard(letter)
        if answer is None:
            self._given.pop(letter, None)
        else:
            self._given[letter] = Statement(answer, about or self.about, manner)

    def begin_kept(self, letter: str) -> None:
        """The person answers that it is kept, and has not said why: no answer is valid for it."""
        self.give(letter, None)
        self._begun.add(letter)

    @property
    def begun(self) -> "list[str]":
        """The letters whose answer was begun and not finished: nothing may answer them instead."""
        return [letter for letter in LETTERS if letter in self._begun]

    @property
    def unanswered(self) -> "list[str]":
        """The letters for which no answer is valid, and none was begun."""
        return [letter for letter in self.review.open if letter not in self._begun]

    def rest_is_absent(self) -> None:
        """Answer "is not in the picture" for every letter without an answer."""
        about = self.about
        for letter in self.unanswered:
            self.give(letter, Answer(ABSENT), about)

    def again(self) -> None:
        """Repeat every answer that is no longer valid but still possible."""
        for letter in self.lapsed:
            answer = self._given[letter].said
            self.give(letter, answer if answer.answer in self.choices else None)

    def answer_like(self, given: "dict[str, Answer]") -> None:
        """Adopt the answers that were given about another image."""
        about, self._begun = self.about, set()
        self._given = {letter: Statement(given[letter], about, SEVERAL) for letter in given}

    def restore(
        self, answers: "dict[str, Answer]", stood: bool, manner: "str | None" = None
    ) -> None:
        """Adopt earlier answers, given for the present marks in that manner, None if not known.

        If it is unknown whether they `stood` for those marks, they must be repeated.
        """
        covers, self._begun = self.covers() if stood else None, set()
        about = About("", None, self.editor.turned, covers)
        self._given = {letter: Statement(answers[letter], about, manner) for letter in answers}

    @property
    def review(self) -> Review:
        """The current review."""
        answers: "dict[str, object]" = {}
        for letter in LETTERS:
            answers[letter] = self.answer(letter)
        return Review(self.looked, answers, self.shown, self.given_how)

    @property
    def given_how(self) -> "str | None":
        """How the valid statements were given: the least thorough of their manners.

        None if there are none, or for one of them it is not known.
        """
        stated = [self._looked, self._bare] + [self._given[x] for x in self._given]
        return least_thorough([one for one in stated if one is not None and self.stands(one)])


def _covers(editor: "Editor", records: "dict[int, object]") -> Covers:
    upright = editor.upright_records(records)
    return Covers([upright[key] for key in sorted(upright)], editor.turned)


def _upright(editor: "Editor", view: View, window: Rectangle) -> "tuple[View, Rectangle]":
    """View and window as they would be if the picture lay as in the file."""
    if editor.lies_upright:
        return view, window
    back, scale = reversed_of(editor.turned), view.scale
    one = placed(view.to_image(window.x, window.y), editor.size, back)
    other = placed(view.to_image(window.right, window.bottom), editor.size, back)
    # Whole pixels in a shape, parts of them in a window: it ends anywhere.
    across: "object" = sorted((one[0] * scale, other[0] * scale))
    down: "object" = sorted((one[1] * scale, other[1] * scale))
    wide, high = across[1] - across[0], down[1] - down[0]
    return View(scale, 0.0, 0.0), Rectangle(across[0], down[0], wide, high)
