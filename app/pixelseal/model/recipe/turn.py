"""The turn of a page, a part of a recipe. Reads and checks no JSON, turns no pixel."""

from pixelseal.model.recipe import checks, orientation
from pixelseal.model.recipe.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: MicroPython has no such module
    from typing import SupportsIndex


class Turn(Value):
    """How a page is turned and mirrored before anything is covered; no pixel changes its value.

    The page, upright as its file states, is first turned clockwise, then mirrored left to right.

    :param quarter_turns: clockwise, 0 to 3.
    :param mirror: whether left and right are then exchanged.
    :param page: the page, counted from 1.
    """

    FIELDS = ("quarter_turns", "mirror", "page")

    def __init__(
        self, quarter_turns: "SupportsIndex" = 0, mirror: bool = False, page: "SupportsIndex" = 1
    ) -> None:
        self.quarter_turns: int = checks.whole(quarter_turns)
        self.mirror = mirror
        self.page: int = checks.whole(page)

    def on_page(self, page: int) -> "Turn":
        """The same turn of another page."""
        return type(self)(self.quarter_turns, self.mirror, page)

    @property
    def orientation(self) -> int:
        """The same as one of the eight orientations (pixelseal.model.recipe.orientation)."""
        return orientation.of_turn(self.quarter_turns, self.mirror)

    @property
    def is_none(self) -> bool:
        """True if the page stays as it is."""
        return self.quarter_turns == 0 and self.mirror is False


def turn_to(lying: int, page: int = 1) -> Turn:
    """The turn that gives an orientation."""
    quarter_turns, mirror = orientation.as_turn(lying)
    return Turn(quarter_turns, mirror, page)
