"""Copied regions on an image follow what a program found there (docs/series.md, 6).

Decides where they lie; asks no finder and changes no image.
"""

from pixelseal.model import reasons
from pixelseal.model.recipe import methods
from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.screen.following_region import FollowingRegion, found_under
from pixelseal.model.screen.proposal import ProposedRegion, found_as, place_before
from pixelseal.ui.images.found import lies_in

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.model.recipe.geometry import Shape
    from pixelseal.model.recipe.region import Region
    from pixelseal.ui.editor.editor import Editor
    from pixelseal.ui.images.item import Item

_ALIKE = 2  # times as long or as short as the region's at most is each side of what it follows
_FACE = "Q"  # the reason of a region for faces
_PAIRS_MOST = 4000  # of a copied region and a find: with more, none follows
_PARTS = 16  # by how many parts of its size a shape is enlarged until it covers, up to twice


def followed(
    copies: "dict[int, ProposedRegion]", found: "list[Region]", size: "tuple[int, int]"
) -> "tuple[dict[int, Region], list[Region]]":
    """(the copied regions that follow, by their ids; what is left of what was found).

    The nearest pair comes first: each find is for one region. `size` is that of the picture.
    """
    placed: "dict[int, Region]" = {}
    left = list(found)
    if len(copies) * len(found) > _PAIRS_MOST:
        shapes = [copies[key].shape for key in copies]
        return {}, [one for one in left if not any(lies_in(one.shape, shape) for shape in shapes)]
    for _away, key in sorted([(_distance_to_any(copies[key], left), key) for key in copies]):
        region = copies[key]
        shape, under = _place(region, left, size)
        if under:
            was = None if shape == region.shape else region.shape
            follows = FollowingRegion(
                shape, region.method, region.reasons, region.page, was, tuple(under)
            )
            placed[key] = methods.made_fit(follows)
            left = [one for one in left if one not in under]
    return placed, left


def copies_on(editor: "Editor") -> "dict[int, ProposedRegion]":
    """The regions that were copied to an image and wait as they came, by their ids.

    One that is selected is in somebody's hands.
    """
    came, copies = editor.brought_records, {}
    for key in editor.ids():
        record = editor.records[key]
        if type(record) is ProposedRegion and came.get(key) == record and key != editor.selected:
            copies[key] = record
    return copies


def propose(item: "Item", records: "list") -> bool:
    """Propose records that are copied to an image, on what was found; True if one was moved.

    They replace others that were copied. What these followed is proposed again unless the new ones
    follow it, as is all else that was found and waits.
    """
    editor = item.editor
    found = []
    for record in editor.proposals:
        found += [one for one in found_under(record) if one not in found]
    regions = {n: one for n, one in enumerate(records) if isinstance(one, ProposedRegion)}
    placed, left = followed(regions, found, editor.size)
    keys = editor.propose(left + [placed.get(n, one) for n, one in enumerate(records)])
    if item.sought is not None:
        item.sought.proposed(keys)
    return any(place_before(placed[n]) is not None for n in placed)


def _place(
    region: "ProposedRegion", found: "list[Region]", size: "tuple[int, int]"
) -> "tuple[Shape, list[Region]]":
    """(where the region is to lie, what was found under it there)."""
    together = _together(region, found)
    shape = region.shape
    if together is not None and not lies_in(together, shape):
        shape = _covering(shape, together, size) or shape
    return shape, [one for one in found if lies_in(one.shape, shape)]


def _together(region: "ProposedRegion", found: "list[Region]") -> "Rectangle | None":
    """The frame of what the region may follow: the nearest, and what fits under it with that."""
    frame = region.shape.frame()
    together: "Rectangle | None" = None
    near = [one for one in found if _fits(region, one) and _is_near(one, region)]
    for one in sorted(near, key=lambda one: (_distance(one, region), one.shape.y, one.shape.x)):
        if together is None:
            together = one.shape.frame()
            continue
        more = _around(together, one.shape)
        if more.width <= frame.width and more.height <= frame.height:
            together = more
    if together is None or not _alike(together.width, frame.width):
        return None
    return together if _alike(together.height, frame.height) else None


def _fits(region: "ProposedRegion", found: "Region") -> bool:
    """True if the region is for such a thing: faces for (Q), all else for any other reason."""
    given = [reason for reason in region.reasons if reason != reasons.OTHER]
    if not given:
        return True
    return any((reason == _FACE) == (found_as(found) == "face") for reason in given)


def _is_near(found: "Region", region: "ProposedRegion") -> bool:
    """True if the middles lie no farther apart than the region's longer side."""
    return _distance(found, region) <= (2 * max(region.shape.width, region.shape.height)) ** 2


def _distance_to_any(region: "ProposedRegion", found: "list[Region]") -> int:
    """As `_distance`, to the nearest that the region may follow; -1 if there is none."""
    return min([_distance(one, region) for one in found if _fits(region, one)] or [-1])


def _distance(found: "Region", region: "ProposedRegion") -> int:
    """The square of twice the distance of their middles, in pixels."""
    one, other = found.shape, region.shape
    across = 2 * (one.x - other.x) + one.width - other.width
    down = 2 * (one.y - other.y) + one.height - other.height
    return across * across + down * down


def _alike(one: int, other: int) -> bool:
    return one <= _ALIKE * other and other <= _ALIKE * one


def _around(one: "Rectangle", other: "Shape") -> "Rectangle":
    left, top = min(one.x, other.x), min(one.y, other.y)
    right, bottom = max(one.right, other.right), max(one.bottom, other.bottom)
    return Rectangle(left, top, right - left, bottom - top)


def _covering(shape: "Shape", box: "Rectangle", size: "tuple[int, int]") -> "Shape | None":
    """The shape over the middle of the box, as large as it is or as covering it needs.

    None if it cannot: a stroke of the brush, or a polygon that does not fill its frame.
    """
    wide, high = max(shape.width, box.width), max(shape.height, box.height)
    for parts in range(_PARTS, 2 * _PARTS + 1):
        width, height = -(-wide * parts // _PARTS), -(-high * parts // _PARTS)
        left = box.x + (box.width - width) // 2
        top = box.y + (box.height - height) // 2
        frame = Rectangle(left, top, width, height).inside(size[0], size[1])
        placed = shape.framed(frame)
        if lies_in(box, placed):
            return placed
    return None
