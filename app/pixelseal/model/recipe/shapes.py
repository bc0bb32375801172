"""Ellipse, polygon and brush stroke in whole pixels of the upright image. Rasterises nothing.

Which pixels they touch exactly is computed by the engine (docs/regions.md, 1); here are their
frames, how they move and stretch, and a hit test for pointers.
"""

from pixelseal.model.recipe import checks
from pixelseal.model.recipe.geometry import Framed, Rectangle, Shape
from pixelseal.model.recipe.orientation import placed

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: MicroPython has no such module
    from collections.abc import Iterable
    from typing import SupportsIndex

_NO_POINTS = "points are a sequence of pairs (x, y)"


class Ellipse(Framed):
    """The ellipse inscribed in a rectangle; its parameters are the rectangle's.

    :param x: the first column, in whole pixels of the page, upright and turned; may lie outside.
    :param y: the first row.
    :param width: in whole pixels, at least 1.
    :param height: in whole pixels, at least 1.
    """

    KIND = "ellipse"

    def framed(self, frame: Rectangle) -> "Ellipse":
        """The ellipse inscribed in the frame."""
        return Ellipse(frame.x, frame.y, frame.width, frame.height)

    def moved(self, dx: int, dy: int) -> "Ellipse":
        """The same ellipse, `dx` to the right and `dy` down."""
        return Ellipse(self.x + dx, self.y + dy, self.width, self.height)

    def contains(self, x: float, y: float) -> bool:
        """True if the point, in image pixels, lies in the ellipse."""
        across = (2 * (x - self.x) - self.width) / self.width
        down = (2 * (y - self.y) - self.height) / self.height
        return across * across + down * down < 1


class Polygon(Shape):
    """The interior of a closed line through points (nonzero rule).

    :param points: 3 to 1,000 (x, y), whole numbers: (0, 0) is the upper left corner of the page as
        it is turned.
    """

    KIND = "polygon"
    FIELDS = ("points",)

    def __init__(self, points: "Iterable[Iterable[SupportsIndex]]") -> None:
        self.points = _pairs(points)
        self.x, self.y, self.width, self.height = _frame(self.points)

    def framed(self, frame: Rectangle) -> "Polygon":
        """The polygon stretched into the frame, its points rounded to the nearest corner."""
        return Polygon(_stretched(self.points, self.frame(), frame))

    def moved(self, dx: int, dy: int) -> "Polygon":
        """The same polygon, `dx` to the right and `dy` down."""
        return Polygon([(x + dx, y + dy) for x, y in self.points])

    def turned(self, orientation: int, size: "tuple[int, int]") -> "Polygon":
        """The same polygon in the turned picture."""
        return Polygon(_turned(self.points, orientation, size))

    def contains(self, x: float, y: float) -> bool:
        """True if the point, in image pixels, lies in the polygon."""
        winding = 0
        last_x, last_y = self.points[-1]
        for at_x, at_y in self.points:
            if (last_y <= y) != (at_y <= y):
                crossing = last_x + (y - last_y) * (at_x - last_x) / (at_y - last_y)
                if crossing <= x:
                    winding += 1 if at_y > last_y else -1
            last_x, last_y = at_x, at_y
        return winding != 0


class Brush(Shape):
    """Everything within half a diameter of the line through points.

    `width`, as with every shape, is that of the frame.

    :param points: 1 to 5,000 (x, y), whole numbers: (0, 0) is the upper left corner of the page as
        it is turned.
    :param diameter: in pixels, 1 to 10,000.
    """

    KIND = "brush"
    FIELDS = ("points", "diameter")

    def __init__(
        self, points: "Iterable[Iterable[SupportsIndex]]", diameter: "SupportsIndex"
    ) -> None:
        self.points = _pairs(points)
        self.diameter: int = checks.whole(diameter)
        self._half = (self.diameter + 1) // 2
        x, y, width, height = _frame(self.points)
        self.x, self.y = x - self._half, y - self._half
        self.width, self.height = width + 2 * self._half, height + 2 * self._half

    def framed(self, frame: Rectangle) -> "Brush":
        """The stroke's line stretched to fill the frame; as thick as before."""
        half = self._half
        old = Rectangle(self.x + half, self.y + half, self.width - 2 * half, self.height - 2 * half)
        width, height = max(0, frame.width - 2 * half), max(0, frame.height - 2 * half)
        new = Rectangle(frame.x + half, frame.y + half, width, height)
        return Brush(_stretched(self.points, old, new), self.diameter)

    def moved(self, dx: int, dy: int) -> "Brush":
        """The same stroke, `dx` to the right and `dy` down."""
        return Brush([(x + dx, y + dy) for x, y in self.points], self.diameter)

    def turned(self, orientation: int, size: "tuple[int, int]") -> "Brush":
        """The same stroke in the turned picture."""
        return Brush(_turned(self.points, orientation, size), self.diameter)

    def contains(self, x: float, y: float) -> bool:
        """True if the point, in image pixels, lies under the stroke."""
        last = self.points[0]
        for at in self.points:
            if 4 * distance_squared(x, y, last, at) < self.diameter * self.diameter:
                return True
            last = at
        return False


def _pairs(points: "Iterable[Iterable[SupportsIndex]]") -> "tuple[tuple[int, int], ...]":
    try:
        return tuple([(checks.whole(x), checks.whole(y)) for x, y in points])
    except (TypeError, ValueError):
        raise TypeError(_NO_POINTS) from None


def _frame(points: "tuple[tuple[int, int], ...]") -> "tuple[int, int, int, int]":
    if not points:  # no shape yet; the recipe's rules refuse it
        return 0, 0, 0, 0
    columns = [point[0] for point in points]
    rows = [point[1] for point in points]
    try:
        left, top = min(columns), min(rows)
        return left, top, max(columns) - left, max(rows) - top
    except TypeError:  # of other kinds than numbers
        raise TypeError(_NO_POINTS) from None


def _turned(
    points: "tuple[tuple[int, int], ...]", orientation: int, size: "tuple[int, int]"
) -> "list[tuple[int, int]]":
    found = [placed(point, size, orientation) for point in points]
    return [(int(x), int(y)) for x, y in found]


def _stretched(
    points: "tuple[tuple[int, int], ...]", old: Rectangle, new: Rectangle
) -> "list[tuple[int, int]]":
    stretched = []
    for x, y in points:
        across = (2 * (x - old.x) * new.width + old.width) // (2 * old.width) if old.width else 0
        down = (2 * (y - old.y) * new.height + old.height) // (2 * old.height) if old.height else 0
        stretched.append((new.x + across, new.y + down))
    return stretched


def distance_squared(x: float, y: float, start: "tuple[int, int]", end: "tuple[int, int]") -> float:
    """The squared distance of a point from the segment from `start` to `end`."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    along = 0.0
    if dx or dy:
        along = ((x - start[0]) * dx + (y - start[1]) * dy) / (dx * dx + dy * dy)
        along = max(0.0, min(1.0, along))
    away_x, away_y = x - start[0] - along * dx, y - start[1] - along * dy
    return away_x * away_x + away_y * away_y
