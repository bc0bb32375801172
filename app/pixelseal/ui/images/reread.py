"""What programs found in one image's finished pictures, and what the person stated of it.

An answer belongs to the bytes that were read: another output has none. Asks no finder.
"""

from pixelseal.model.finding import KINDS, Finding
from pixelseal.ui.editor.statements import Statement
from pixelseal.ui.images.left_over import bare, places_of

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.model.recipe.recipe import Recipe
    from pixelseal.ui.images.item import Item
    from pixelseal.ui.images.left_over import Place
    from pixelseal.ui.images.result import Result


def reread_of(item: "Item") -> "Reread":
    """What is known of an image's finished picture, to be added to."""
    if item.reread is None:
        item.reread = Reread(item)
    return item.reread


class Reread:
    """The answers about one image's outputs, by their SHA-256, and what follows from them."""

    def __init__(self, item: "Item") -> None:
        self.item = item
        self._answers: "dict[str, dict]" = {}
        self._failed: "set[str]" = set()  # outputs at which the finders broke off
        self._passed: "Recipe | None" = (
            None  # the recipe of one that is saved whether it was read or not
        )
        # (output, orientation, Statement): all that was found last, and on which picture
        self._found: "tuple[str, int, Statement] | None" = None
        self._stays: "Statement | None" = None  # places of which the person stated that they stay
        # (what was found, the records, which of it is bare)
        self._bare: "tuple[Statement | None, dict | None, list[Place]]" = (None, None, [])

    def take(self, sha256: str, answer: "dict | None") -> None:
        """The finders answered about an output; None if they broke off."""
        if answer is None:
            self._failed.add(sha256)
        else:
            self._answers[sha256] = answer

    def knows(self, sha256: str) -> bool:
        """True if an output was read, or is not to be read again."""
        return sha256 in self._answers or sha256 in self._failed

    def pass_over(self) -> None:
        """The output as it is now, or will be, is saved whether it was read or not."""
        self._passed = self.item.recipe_once_confirmed

    # The output as it is now; an image that was changed has none until it is made again.

    @property
    def _output(self) -> "Result | None":
        return self.item.result_of(self.item.recipe_once_confirmed)

    @property
    def _answer(self) -> "dict | None":
        output = self._output
        return None if output is None else self._answers.get(output.sha256)

    @property
    def read(self) -> bool:
        """True if the finders have looked at the output."""
        return self._answer is not None

    @property
    def failed(self) -> bool:
        """True if they broke off there."""
        output = self._output
        return output is not None and output.sha256 in self._failed

    @property
    def waits(self) -> bool:
        """True if the output, once it is there, is still to be read before it is saved alone."""
        recipe = self.item.recipe_once_confirmed
        if self._passed == recipe:
            return False
        output = self.item.result_of(recipe)
        return output is None or not self.knows(output.sha256)

    @property
    def places(self) -> "list[Place]":
        """What was found outside of solid colours.

        While an output with more covers is made and read, what was found in the one before and is
        still bare: more covers show nothing else.
        """
        item, editor, output = self.item, self.item.editor, self._output
        answer = None if output is None else self._answers.get(output.sha256)
        known = "" if self._found is None else self._found[0]
        if output is not None and answer is not None and known != output.sha256:
            found = places_of(answer["found"], output.left, editor)
            stated = Statement(found, item.reviewing.about)
            self._found = (output.sha256, editor.turned, stated)
        if self._found is None or self._found[1] != editor.turned:
            return []
        stated = self._found[2]
        if answer is None and not item.reviewing.stands(stated):
            return []
        if self._bare[0] is not stated or self._bare[1] is not editor.records:
            self._bare = (stated, editor.records, bare(stated.said, editor))
        return self._bare[2]

    # What the person states

    def stay(self, on: bool) -> None:
        """The person states that all these places stay as they are, or takes that back."""
        self._stays = Statement(tuple(self.places), self.item.reviewing.about) if on else None

    @property
    def undecided(self) -> "list[Place]":
        """The places about which nothing is stated."""
        stated = self._stays
        places = self.places
        if not places or stated is None or not self.item.reviewing.stands(stated):
            return places
        return [one for one in places if not any(one.is_like(other) for other in stated.said)]

    def statement(self, before: "Finding | None") -> "Finding | None":
        """What certificate and record state; `before` is what they state of the picture itself.

        The same where the output was not read.
        """
        answer = self._answer
        if answer is None:
            return before
        places, undecided = self.places, self.undecided
        again = []
        for kind in KINDS:
            count = len([one for one in places if one.kind == kind])
            left = len([one for one in undecided if one.kind == kind])
            if count:
                again.append((kind, count, count - left))
        finders = [] if before is None else list(before.finders)
        for name, version in answer["finders"]:
            if (name, version) not in finders:
                finders.append((name, version))
        if before is None:
            return Finding(tuple(finders), 0, None, tuple(again))
        return Finding(tuple(finders), before.unconfirmed, before.counts, tuple(again))
