"""How a picture that a person turned is laid on the screen. Turns no pixel and no record.

Elements show a picture as its file states; the turn is that of the recipe, in the same numbers, so
what is seen is what the engine makes.
"""

from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.orientation import UPRIGHT, placed, swaps


class DisplayTurn:
    """The turn of a picture that has `size`, (width, height), before it is turned."""

    def __init__(self, turned: int, size: "tuple[int, int]") -> None:
        self.turned = turned
        self.size = size

    def transform(self) -> str:
        """The CSS transform of an element whose origin is the picture's upper left corner."""
        if self.turned == UPRIGHT:
            return ""
        x, y = placed((0, 0), self.size, self.turned)
        across, down = _axes(self.size, self.turned)
        return " matrix({}, {}, {}, {}, {}, {})".format(*across, *down, x, y)

    def about_middle(self) -> str:
        """The CSS transform of an element that is turned about its own middle."""
        across, down = _axes(self.size, self.turned)
        return "matrix({}, {}, {}, {}, 0, 0)".format(*across, *down)

    @property
    def lies_across(self) -> bool:
        """True where width and height are exchanged."""
        return swaps(self.turned)

    def box(self, box: Rectangle) -> Rectangle:
        """Where a box of the picture lies."""
        return box.turned(self.turned, self.size).frame()


def _axes(size: "tuple[int, int]", turned: int) -> "tuple[tuple, tuple]":
    """Where a step to the right, and one down, lead."""
    x, y = placed((0, 0), size, turned)
    right, below = placed((1, 0), size, turned), placed((0, 1), size, turned)
    return (right[0] - x, right[1] - y), (below[0] - x, below[1] - y)
