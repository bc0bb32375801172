"""Shapes as JSON and back (docs/recipe.md, 3.2). Checks one shape at a time."""

from pixelseal.model.errors import RecipeRefused
from pixelseal.model.recipe import checks
from pixelseal.model.recipe.checks import MAX_COORDINATE
from pixelseal.model.recipe.geometry import Rectangle, Shape
from pixelseal.model.recipe.shapes import Brush, Ellipse, Polygon

MAX_CORNERS = 1_000
MAX_STROKE = 5_000  # points of one brush stroke; drawing for a minute gives 3,600
MAX_DIAMETER = 10_000  # pixels

_BOXES = {"rectangle": Rectangle, "ellipse": Ellipse}
_BOX_KEYS = ("x", "y", "width", "height")
_KEYS = {
    "rectangle": _BOX_KEYS,
    "ellipse": _BOX_KEYS,
    "polygon": ("points",),
    "brush": ("points", "width"),
}


def to_object(shape: Shape) -> "dict[str, object]":
    """The shape as a dict for JSON."""
    if isinstance(shape, (Polygon, Brush)):
        points = [[checks.whole(x), checks.whole(y)] for x, y in shape.points]
        if isinstance(shape, Brush):
            return {"kind": shape.KIND, "points": points, "width": checks.whole(shape.diameter)}
        return {"kind": shape.KIND, "points": points}
    return {
        "kind": shape.KIND,
        "x": checks.whole(shape.x),
        "y": checks.whole(shape.y),
        "width": checks.whole(shape.width),
        "height": checks.whole(shape.height),
    }


def parse(untrusted: "object", where: str) -> Shape:
    """Read a shape; RecipeRefused with `where` in its key."""
    if not isinstance(untrusted, dict):
        raise RecipeRefused("recipe-wrong-type", key=where)
    if "kind" not in untrusted:
        raise RecipeRefused("recipe-wrong-type", key=where + ".kind")
    kind = checks.choice(untrusted["kind"], where + ".kind", tuple(_KEYS))
    shape = checks.keys(untrusted, where, ("kind",) + _KEYS[kind])
    if kind in _BOXES:
        x, y, width, height = box(shape, where)
        return _BOXES[kind](x, y, width, height)
    if kind == "polygon":
        points = _points(shape["points"], where + ".points", 3, MAX_CORNERS)
        if len({x for x, _y in points}) == 1 or len({y for _x, y in points}) == 1:
            raise RecipeRefused("recipe-out-of-range", key=where + ".points")
        return Polygon(points)
    return Brush(
        _points(shape["points"], where + ".points", 1, MAX_STROKE),
        checks.integer(shape["width"], where + ".width", 1, MAX_DIAMETER),
    )


def box(untrusted: "dict[str, object]", where: str) -> "tuple[int, int, int, int]":
    """(x, y, width, height) of an object that has these keys."""
    return (
        checks.integer(untrusted["x"], where + ".x", -MAX_COORDINATE, MAX_COORDINATE),
        checks.integer(untrusted["y"], where + ".y", -MAX_COORDINATE, MAX_COORDINATE),
        checks.integer(untrusted["width"], where + ".width", 1, MAX_COORDINATE),
        checks.integer(untrusted["height"], where + ".height", 1, MAX_COORDINATE),
    )


def count_points(shape: Shape) -> int:
    """How many points the shape has; 0 if it is not made of points."""
    return len(shape.points) if isinstance(shape, (Polygon, Brush)) else 0


def _points(untrusted: "object", where: str, least: int, most: int) -> "list[tuple[int, int]]":
    points = []
    for number, pair in enumerate(checks.rows(untrusted, where, least, most)):
        at = f"{where}[{number}]"
        x, y = checks.rows(pair, at, 2, 2)
        points.append(
            (
                checks.integer(x, at, -MAX_COORDINATE, MAX_COORDINATE),
                checks.integer(y, at, -MAX_COORDINATE, MAX_COORDINATE),
            )
        )
    return points
