"""Of what programs found in a finished picture, what lies outside of all solid colours.

Finds nothing: an answer of the finders is compared with what was burned.
"""

from pixelseal.model.finding import BARE_SHARE, BARE_SIGN, EDGE
from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.region import Fill, Keep, Region
from pixelseal.model.recipe.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.model.recipe.geometry import Shape
    from pixelseal.ui.editor.editor import Editor

_STEPS = 8  # points that are looked at across the shorter side
_LONGEST = 64  # and at most along the longer


class Place(Value):
    """Something that a program found in a finished picture.

    :param kind: "face", "writing" or "code".
    :param box: where it is, in pixels of the picture as it lies in the editor.
    :param reasons: the codes of the identifiers that it may be.
    """

    FIELDS = ("kind", "box", "reasons")

    def __init__(self, kind: str, box: Rectangle, reasons: "tuple[str, ...]") -> None:
        self.kind = kind
        self.box = box
        self.reasons = reasons

    def is_like(self, other: "Place") -> bool:
        """True if both are of the same thing: of one kind, with most of their area in common."""
        left, top = max(self.box.x, other.box.x), max(self.box.y, other.box.y)
        right = min(self.box.right, other.box.right)
        bottom = min(self.box.bottom, other.box.bottom)
        if self.kind != other.kind or right <= left or bottom <= top:
            return False
        areas = self.box.width * self.box.height + other.box.width * other.box.height
        return 4 * (right - left) * (bottom - top) > areas


def places_of(found: "list[dict]", left: "list[int] | None", editor: "Editor") -> "list[Place]":
    """All that was found, from the top down, in pixels of the editor's picture.

    `left` is the part (left, top, right, bottom) of it that the finished picture is.
    """
    x, y = (0, 0) if left is None else (left[0], left[1])
    places = []
    for one in found:
        start, top, end, bottom = one["box"]
        box = Rectangle(start + x, top + y, end - start, bottom - top)
        inside = box.clipped(editor.size[0], editor.size[1])
        if inside is not None:
            places.append(Place(one["kind"], inside, tuple(one["reasons"])))
    return sorted(places, key=lambda place: (place.box.y, place.box.x))


def bare(places: "list[Place]", editor: "Editor") -> "list[Place]":
    """Those that are not mostly under solid colours once all proposals are confirmed."""
    records = editor.once_confirmed()
    fills, kept = [], []
    for key in records:
        record = records[key]
        if isinstance(record, Region) and isinstance(record.method, Fill):
            shape = record.shape
            grows = editor.grid is not None and isinstance(shape, Rectangle)
            fills.append(editor.grid.grown(shape) if grows else shape)
        elif isinstance(record, Keep):
            kept.append(record.shape)
    return [place for place in places if _is_bare(place.box, fills, kept)]


def _is_bare(box: Rectangle, fills: "list[Shape]", kept: "list[Shape]") -> bool:
    near = [shape for shape in fills if _meet(shape, box)]
    if not near and not kept:
        return True
    short = min(box.width, box.height)
    edge = short / EDGE
    wide, high = box.width - 2 * edge, box.height - 2 * edge
    step = min(wide, high) / _STEPS
    across = max(1, min(_LONGEST, round(wide / step)))
    down = max(1, min(_LONGEST, round(high / step)))
    seen = 0
    for row in range(down):
        y = box.y + edge + (row + 0.5) * high / down
        for column in range(across):
            x = box.x + edge + (column + 0.5) * wide / across
            hidden = any(shape.contains(x, y) for shape in near)
            if not hidden and (not kept or any(shape.contains(x, y) for shape in kept)):
                seen += 1
    share = min(BARE_SHARE, BARE_SIGN * short * short / (box.width * box.height))
    return seen >= share * across * down


def _meet(shape: "Shape", box: Rectangle) -> bool:
    frame = shape.frame()
    across = frame.x < box.right and box.x < frame.right
    return across and frame.y < box.bottom and box.y < frame.bottom
