"""Which pixels a shape touches and holds, pixel by pixel in fractions: a slow witness.

Written from docs/regions.md, 1, and nothing else; shares no idea with the engine's way by rows.
"""

from fractions import Fraction
from itertools import product

from pixelseal.model.recipe.geometry import Rectangle, Shape
from pixelseal.model.recipe.shapes import Brush, Ellipse, Polygon

Point = tuple[int, int]
Edge = tuple[Point, Point]


def touches(shape: Shape, column: int, row: int) -> bool:
    """True if the pixel's open square and the shape's inside have a point in common."""
    if isinstance(shape, Rectangle):
        return shape.x <= column < shape.right and shape.y <= row < shape.bottom
    if isinstance(shape, Ellipse):
        across = min(max(2 * shape.x + shape.width, 2 * column), 2 * column + 2)
        down = min(max(2 * shape.y + shape.height, 2 * row), 2 * row + 2)
        return _far(shape, Fraction(across, 2), Fraction(down, 2)) < 1
    if isinstance(shape, Polygon):
        return _runs_through(shape, column, row) or _winding(shape, column, row) != 0
    assert isinstance(shape, Brush)
    return any(4 * _away(column, row, piece) < shape.diameter**2 for piece in _pieces(shape))


def holds(shape: Shape, column: int, row: int) -> bool:
    """True if the shape (of a brush: one piece) holds all of the pixel's square."""
    corners = list(product((column, column + 1), (row, row + 1)))
    if isinstance(shape, Rectangle):
        return touches(shape, column, row)
    if isinstance(shape, Ellipse):
        return all(_far(shape, Fraction(x), Fraction(y)) <= 1 for x, y in corners)
    if isinstance(shape, Polygon):
        return not _runs_through(shape, column, row) and _winding(shape, column, row) != 0
    assert isinstance(shape, Brush)
    return any(
        all(4 * _squared(corner, piece) <= shape.diameter**2 for corner in corners)
        for piece in _pieces(shape)
    )


def _far(ellipse: Ellipse, x: Fraction, y: Fraction) -> Fraction:
    """How far a point is from the middle, squared, the ellipse's edge being at 1."""
    across = (2 * (x - ellipse.x) - ellipse.width) / ellipse.width
    down = (2 * (y - ellipse.y) - ellipse.height) / ellipse.height
    return across**2 + down**2


def _runs_through(polygon: Polygon, column: int, row: int) -> bool:
    """True if the line has a point in the open square: cut each edge to the square (Cyrus-Beck)."""
    for (ax, ay), (bx, by) in _edges(polygon.points, closed=True):
        low, high = Fraction(0), Fraction(1)
        for start, step, least in ((ax, bx - ax, column), (ay, by - ay, row)):
            if step == 0:
                if not least < start < least + 1:
                    high = low
                continue
            ends = sorted((Fraction(least - start, step), Fraction(least + 1 - start, step)))
            low, high = max(low, ends[0]), min(high, ends[1])
        if low < high:
            return True
    return False


def _winding(polygon: Polygon, column: int, row: int) -> int:
    """How often the line runs around the pixel's middle: crossings of a ray to the left."""
    turns, x, y = 0, column + Fraction(1, 2), row + Fraction(1, 2)
    for (ax, ay), (bx, by) in _edges(polygon.points, closed=True):
        if (ay < y) != (by < y) and ax + (y - ay) * Fraction(bx - ax, by - ay) < x:
            turns += 1 if by > ay else -1
    return turns


def _edges(points: tuple[Point, ...], closed: bool) -> list[Edge]:
    return list(zip(points, points[1:] + (points[:1] if closed else ()), strict=False))


def _pieces(brush: Brush) -> list[Edge]:
    return _edges(brush.points, closed=False) or [(brush.points[0], brush.points[0])]


def _squared(point: Point, piece: Edge) -> Fraction:
    """The squared distance of a point from a straight piece."""
    (px, py), ((ax, ay), (bx, by)) = point, piece
    dx, dy = bx - ax, by - ay
    along = Fraction(0)
    if dx or dy:
        along = Fraction((px - ax) * dx + (py - ay) * dy, dx * dx + dy * dy)
        along = min(max(along, Fraction(0)), Fraction(1))
    return (px - ax - along * dx) ** 2 + (py - ay - along * dy) ** 2


def _away(column: int, row: int, piece: Edge) -> Fraction:
    """The squared distance of a pixel's square from a straight piece, 0 where they meet."""
    corners = [(column, row), (column + 1, row), (column + 1, row + 1), (column, row + 1)]
    sides = _edges(tuple(corners), closed=True)
    if any(column <= x <= column + 1 and row <= y <= row + 1 for x, y in piece):
        return Fraction(0)
    if any(_cross(piece, side) for side in sides):
        return Fraction(0)
    apart = [_squared(corner, piece) for corner in corners]
    apart += [_squared(end, side) for end in piece for side in sides]
    return min(apart)


def _cross(first: Edge, second: Edge) -> bool:
    def side(edge: Edge, point: Point) -> int:
        (ax, ay), (bx, by) = edge
        return (bx - ax) * (point[1] - ay) - (by - ay) * (point[0] - ax)

    return (
        side(first, second[0]) * side(first, second[1]) < 0
        and side(second, first[0]) * side(second, first[1]) < 0
    )
