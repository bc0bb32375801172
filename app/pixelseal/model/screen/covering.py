"""What hides parts of a picture, and whether it still does (docs/review.md, 3). Draws nothing.

A cover is a value, not a record's number: whatever happens to the records, by hand, by undo or by a
project, what they hide is compared, and nobody has to report a change.
"""

from pixelseal.model.digest import sha256_of
from pixelseal.model.recipe import canonical, shape_json
from pixelseal.model.recipe.geometry import Rectangle, Shape
from pixelseal.model.recipe.orientation import UPRIGHT
from pixelseal.model.recipe.region import Crop, Fill, Keep, Region
from pixelseal.model.recipe.value import Value
from pixelseal.model.screen.proposal import is_proposed

REGION = "region"
KEEP = "keep"
CROP = "crop"


class Cover(Value):
    """Something that hides: `kind`, its shapes, and for a region what is left of the picture in it.

    A region hides what is inside of its one shape; `left` is "" for a fill, which leaves nothing,
    else the method and how the picture is turned. Areas to keep (all of them are one cover) and the
    crop hide what is outside.
    """

    FIELDS = ("kind", "shapes", "left")

    def __init__(self, kind: str, shapes: "tuple[Shape, ...]", left: "object" = "") -> None:
        self.kind = kind
        self.shapes = shapes
        self.left = left
        self._hash = hash((kind, shapes, left))  # looked up far more often than made

    def __hash__(self) -> int:
        return self._hash

    def __eq__(self, other: "object") -> bool:
        return isinstance(other, Cover) and self._hash == other._hash and self.key() == other.key()


class Covers:
    """Everything that hides parts of one picture, from `records`, which may be proposals.

    A mosaic or blur leaves other values once the picture is `turned`, an orientation: its cells
    begin at another corner.

    A proposed region is drawn over the picture and counts. Proposed areas to keep and a proposed
    crop are outlines only: they hide nothing until they are confirmed.
    """

    def __init__(self, records: "list[Region | Keep | Crop]", turned: int = UPRIGHT) -> None:
        self.all: "list[Cover]" = []  # in the order of the records, each once
        self._known: "dict[Cover, bool]" = {}
        for record in records:
            if isinstance(record, Region):
                left = "" if isinstance(record.method, Fill) else (record.method, turned)
                self._add(Cover(REGION, (record.shape,), left))
        kept = [record.shape for record in records if _counts(record, Keep)]
        if kept:
            self._add(Cover(KEEP, tuple(kept)))
        for record in records:
            if _counts(record, Crop):
                self._add(Cover(CROP, (record.shape,)))

    def _add(self, cover: Cover) -> None:
        if cover not in self._known:
            self._known[cover] = True
            self.all.append(cover)

    def __eq__(self, other: "object") -> bool:
        return isinstance(other, Covers) and self.all == other.all

    def digest(self, picture: str) -> str:
        """SHA-256 of a picture, named by `picture`, and of all that hides parts of it.

        The same whatever order the covers were made in.
        """
        lines = sorted([_line(cover) for cover in self.all])
        return sha256_of("\n".join([picture] + lines).encode())

    def hold(self, cover: Cover) -> bool:
        """True if all that the cover hid is still hidden, by it or by one that hides more."""
        return cover in self._known or any(_hides_more(one, cover) for one in self.all)

    def hold_all(self, before: "Covers") -> bool:
        """True if the output can show nothing that was hidden before."""
        if before is self:
            return True
        if any(cover.left for cover in before.all):
            # What a mosaic or blur leaves depends on all other covers around it.
            return self == before
        return all(self.hold(cover) for cover in before.all)


def _line(cover: Cover) -> str:
    left = repr(cover.left) if cover.left else ""  # a Value: its class and fields
    shapes = [canonical.dump(shape_json.to_object(shape)) for shape in cover.shapes]
    return " ".join([cover.kind, left] + sorted(shapes))


def _counts(record: "Region | Keep | Crop", kind: "type[Keep | Crop]") -> bool:
    return isinstance(record, kind) and not is_proposed(record)


def _hides_more(now: Cover, before: Cover) -> bool:
    if now.kind != before.kind:
        return False
    if now.kind == REGION:
        # A mosaic's cells start at its corner: another corner leaves other values.
        return not now.left and _is_in(before.shapes[0], now.shapes[0])
    return all(any(_is_in(one, whole) for whole in before.shapes) for one in now.shapes)


def _is_in(shape: "Shape", whole: "Shape") -> bool:
    """True if a shape certainly lies within another: within a rectangle, or if equal."""
    if shape == whole:
        return True
    if not isinstance(whole, Rectangle):
        return False
    across = whole.x <= shape.x and shape.right <= whole.right
    return across and whole.y <= shape.y and shape.bottom <= whole.bottom
