"""The document of one image: its numbered records and its turn, with undo. Knows no kind of record.

Every change is one step of undo, a turn with all records that it turns as well; the selection is
not part of it.
"""

from pixelseal.model.recipe.checks import MAX_COORDINATE
from pixelseal.model.recipe.orientation import (
    UPRIGHT,
    composed,
    of_turn,
    reversed_of,
    size_of,
)
from pixelseal.model.recipe.turn import Turn, turn_to
from pixelseal.model.screen.history import History, applied, difference
from pixelseal.ui.text import words

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.model.recipe.geometry import Shape


TURN_LEFT, TURN_RIGHT, MIRROR = of_turn(3, False), of_turn(1, False), of_turn(0, True)
_SAID = {TURN_LEFT: "turned-left", TURN_RIGHT: "turned-right", MIRROR: "mirrored"}
_TURN = 0  # the number of the turn in the history, where records count from 1


class Document:
    """The records of one image, in its picture as `turned`, an orientation, makes it lie.

    `upright_size` is the (width, height) of the picture as the file states it, None until known.
    """

    def __init__(self) -> None:
        self.upright_size: "object" = None
        self.turned = UPRIGHT
        self.fresh_turns: "list[int]" = []  # turns that are not on other chosen images yet
        self.records = {}  # id -> record
        self.selected: "int | None" = None
        self.history = History()
        self.said = ""  # for the live region
        self._brought = {}  # records and turn as loaded from a recipe, a project, another image

    @property
    def size(self) -> "object":
        """(width, height) of the picture as it lies now; None until it is known."""
        return None if self.upright_size is None else size_of(self.upright_size, self.turned)

    @property
    def lies_upright(self) -> bool:
        """True if the picture lies as its file states."""
        return self.turned == UPRIGHT

    @property
    def marked_here(self) -> bool:
        """True if records and turn differ from those that were loaded."""
        return _whole(self.records, self.turned) != self._brought

    def withdraw(self) -> bool:
        """Revert to the loaded records, without undo; True if there was anything else."""
        lost = self.marked_here
        if lost:
            self._show(*_parts(self._brought))
            self.said = words.say("withdrawn")
        self.history = History()
        return lost

    def turn(self, by: int) -> None:
        """Turn or mirror the picture further, with all records, as one step.

        `by` is TURN_LEFT, TURN_RIGHT or MIRROR.
        """
        records = _turned(self.records, by, self.size)
        if not all(_is_near(records[key].shape) for key in records):
            self.said = words.say("not-turned")
            return
        self._change(records, "", turned=composed(self.turned, by))
        self.fresh_turns.append(by)
        said = words.say(_SAID[by])
        count = len(records)
        self.said = words.say("turned-with", said=said, count=count) if count else said

    def upright_records(self, records: "dict[int, object] | None" = None) -> "dict[int, object]":
        """The records, or such as are given, as they lie in the picture that the file states."""
        records = self.records if records is None else records
        if self.lies_upright:
            return records
        return _turned(records, reversed_of(self.turned), self.size)

    def turns(self, page: int) -> "list[Turn]":
        """The turn as a recipe for that page states it."""
        return [] if self.lies_upright else [turn_to(self.turned, page)]

    def _change(
        self,
        records: "dict[int, object]",
        said: str,
        group: str = "",
        turned: "int | None" = None,
    ) -> None:
        turned = self.turned if turned is None else turned
        before = _whole(self.records, self.turned)
        self.history.record(difference(before, _whole(records, turned)), group)
        self._show(records, turned)
        self.said = said

    def _show(self, records: "dict[int, object]", turned: int) -> None:
        before, self.turned = self.turned, turned
        self.records = records
        if self.selected not in records:
            self.selected = None
        if turned != before and self.upright_size is not None:
            self._lies_anew(composed(reversed_of(before), turned))

    def _lies_anew(self, by: int) -> None:
        """The picture was turned: whatever else has a place in it must follow."""

    def _bring(self, records: "dict[int, object]") -> None:
        """These records, as the picture lies now, and its turn came from elsewhere."""
        self._brought = _whole(records, self.turned)

    @property
    def brought_records(self) -> "dict[int, object]":
        """What came from elsewhere, as the picture lies now."""
        records, turned = _parts(self._brought)
        if turned == self.turned:
            return records
        by = composed(reversed_of(turned), self.turned)
        return _turned(records, by, size_of(self.size, by))

    def undo(self) -> None:
        """Undo the last step."""
        self._step(self.history.undo(), words.undone, "nothing-to-undo")

    def redo(self) -> None:
        """Redo the last undone step."""
        self._step(self.history.redo(), words.redone, "nothing-to-redo")

    def _step(self, diff: "object", done: "object", nothing: str) -> None:
        if diff is None:
            self.said = words.say(nothing)
            return
        self._show(*_parts(applied(_whole(self.records, self.turned), diff)))
        touched = diff.touched()
        # Select what reappeared: the selection itself is not part of the history.
        if len(touched) == 1 and touched[0] in self.records:
            self.selected = touched[0]
        self.said = done(len(self.records))


def _turned(records: "dict[int, object]", by: int, size: "tuple[int, int]") -> "dict[int, object]":
    """The records of a picture of that size, once that is turned."""
    return {key: records[key].turned(by, size) for key in records}


def _is_near(shape: "Shape") -> bool:
    """True if a recipe can hold the shape: its points may lie far outside of the picture."""
    points = getattr(shape, "points", ())
    return all(max(abs(x), abs(y)) <= MAX_COORDINATE for x, y in points)


def _whole(records: "dict[int, object]", turned: int) -> "dict[int, object]":
    """What the history compares: the records, and the turn if there is one."""
    if turned == UPRIGHT:
        return records
    whole = dict(records)
    whole[_TURN] = turn_to(turned)
    return whole


def _parts(whole: "dict[int, object]") -> "tuple[dict[int, object], int]":
    turn = whole.get(_TURN)
    if turn is None:
        return whole, UPRIGHT
    return {key: whole[key] for key in whole if key != _TURN}, turn.orientation
