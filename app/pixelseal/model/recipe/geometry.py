"""Rectangles in pixels of the upright image, their rounding, and the interface of any shape.

Draws nothing and rasterises nothing.
"""

import math

from pixelseal.model.recipe import checks
from pixelseal.model.recipe.orientation import placed
from pixelseal.model.recipe.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: MicroPython has no such module
    from typing import SupportsIndex

# The eight handles, clockwise, by the edges they move.
HANDLES = ("nw", "n", "ne", "e", "se", "s", "sw", "w")


class Shape(Value):
    """An area with a frame, its bounding rectangle: `x`, `y`, `width`, `height`."""

    KIND = ""
    x = 0
    y = 0
    width = 0
    height = 0

    @property
    def right(self) -> int:
        """The first column to the right of the frame."""
        return self.x + self.width

    @property
    def bottom(self) -> int:
        """The first row below the frame."""
        return self.y + self.height

    def frame(self) -> "Rectangle":
        """The bounding rectangle."""
        return Rectangle(self.x, self.y, self.width, self.height)

    def framed(self, frame: "Rectangle") -> "Shape":
        """The shape stretched to another frame; what cannot shrink that far stays larger."""
        raise NotImplementedError

    def moved(self, dx: int, dy: int) -> "Shape":
        """The same shape, `dx` to the right and `dy` down."""
        raise NotImplementedError

    def turned(self, orientation: int, size: "tuple[int, int]") -> "Shape":
        """The same shape in the picture, of `size` before, once that is turned; exact."""
        raise NotImplementedError

    def contains(self, x: float, y: float) -> bool:
        """True if the point, in image pixels, lies in the shape."""
        raise NotImplementedError

    def clipped(self, width: int, height: int) -> "Shape | None":
        """The part that matters in an image of that size, None if its frame is entirely outside."""
        return None if self.frame().clipped(width, height) is None else self

    def inside(self, width: int, height: int) -> "Shape":
        """Shifted to lie inside that image as far as it fits."""
        frame = self.frame().inside(width, height)
        return self.moved(frame.x - self.x, frame.y - self.y)

    def stretched(self, handle: str, x: float, y: float) -> "Shape":
        """The shape with a handle of its frame dragged to the point."""
        left, top = float(self.x), float(self.y)
        right, bottom = float(self.right), float(self.bottom)
        if "w" in handle:
            left = x
        if "e" in handle:
            right = x
        if "n" in handle:
            top = y
        if "s" in handle:
            bottom = y
        return self.framed(outward(left, top, right, bottom))

    def handle_points(self) -> "list[tuple[str, float, float]]":
        """(handle, x, y) for each of HANDLES around the frame, in image pixels."""
        middle_x, middle_y = self.x + self.width / 2, self.y + self.height / 2
        points = []
        for handle in HANDLES:
            x = self.x if "w" in handle else self.right if "e" in handle else middle_x
            y = self.y if "n" in handle else self.bottom if "s" in handle else middle_y
            points.append((handle, float(x), float(y)))
        return points


class Framed(Shape):
    """A shape that its frame alone determines."""

    FIELDS = ("x", "y", "width", "height")

    def __init__(
        self,
        x: "SupportsIndex",
        y: "SupportsIndex",
        width: "SupportsIndex",
        height: "SupportsIndex",
    ) -> None:
        # Of many made while a person draws, all are integers.
        self.x = x if type(x) is int else checks.whole(x)
        self.y = y if type(y) is int else checks.whole(y)
        self.width = width if type(width) is int else checks.whole(width)
        self.height = height if type(height) is int else checks.whole(height)

    def turned(self, orientation: int, size: "tuple[int, int]") -> "Framed":
        """The same shape in the turned picture."""
        one = placed((self.x, self.y), size, orientation)
        other = placed((self.right, self.bottom), size, orientation)
        left, top = int(min(one[0], other[0])), int(min(one[1], other[1]))
        right, bottom = int(max(one[0], other[0])), int(max(one[1], other[1]))
        return type(self)(left, top, right - left, bottom - top)


class Rectangle(Framed):
    """The pixels x <= column < x + width, y <= row < y + height.

    :param x: the first column, in whole pixels of the page, upright and turned; may lie outside.
    :param y: the first row.
    :param width: in whole pixels, at least 1.
    :param height: in whole pixels, at least 1.
    """

    KIND = "rectangle"

    def framed(self, frame: "Rectangle") -> "Rectangle":
        """The frame itself."""
        return frame

    def moved(self, dx: int, dy: int) -> "Rectangle":
        """The same size, `dx` to the right and `dy` down."""
        return Rectangle(self.x + dx, self.y + dy, self.width, self.height)

    def clipped(self, width: int, height: int) -> "Rectangle | None":
        """The part inside an image of that size, None if there is none."""
        left, top = max(0, self.x), max(0, self.y)
        right, bottom = min(width, self.right), min(height, self.bottom)
        if right <= left or bottom <= top:
            return None
        return Rectangle(left, top, right - left, bottom - top)

    def inside(self, width: int, height: int) -> "Rectangle":
        """Shifted (or, only if it is larger than the image, cropped) to lie inside that image."""
        w, h = min(self.width, width), min(self.height, height)
        x, y = max(0, min(self.x, width - w)), max(0, min(self.y, height - h))
        return Rectangle(x, y, w, h)

    def contains(self, x: float, y: float) -> bool:
        """True if the point, in image pixels, lies in the rectangle."""
        return self.x <= x < self.right and self.y <= y < self.bottom


def outward(x0: float, y0: float, x1: float, y1: float) -> Rectangle:
    """The smallest rectangle of full pixels that contains both corners, at least 1 by 1.

    Rounds outward, never to nearest: a box drawn over a name must not lose a partly covered pixel.
    """
    left, top = math.floor(min(x0, x1)), math.floor(min(y0, y1))
    right, bottom = math.ceil(max(x0, x1)), math.ceil(max(y0, y1))
    return Rectangle(left, top, max(1, right - left), max(1, bottom - top))
