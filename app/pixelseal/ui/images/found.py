"""What finders answered, as proposals for an image. Asks no finder and changes no image."""

from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.orientation import composed, reversed_of, size_of
from pixelseal.model.recipe.region import Region
from pixelseal.model.recipe.shapes import Ellipse, Polygon
from pixelseal.model.screen.proposal import found as as_found

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.model.recipe.geometry import Shape
    from pixelseal.model.screen.proposal import ProposedRegion
    from pixelseal.ui.editor.editor import Editor


def proposals(
    editor: "Editor", found: "list[dict]", lay: int, copies: "dict[int, ProposedRegion]"
) -> "list[Region]":
    """Those that are not covered by one region, or by a proposal that waits, from the top down.

    Those that lie under `copies` are among them: these follow what was found. `lay` is how
    the picture was turned when it was found; it may have been turned since.
    """
    since, size = composed(reversed_of(lay), editor.turned), size_of(editor.upright_size, lay)
    records = editor.records
    keys = [key for key in records if key not in copies and isinstance(records[key], Region)]
    there = [records[key].shape for key in keys]
    fresh = []
    for one in found:
        left, top, right, bottom = one["box"]
        turned = Rectangle(left, top, right - left, bottom - top).turned(since, size)
        box = turned.clipped(editor.size[0], editor.size[1])
        if box is not None and not any(lies_in(box, shape) for shape in there):
            fresh.append(as_found(one["kind"], Region(box, editor.fill, one["reasons"])))
    return sorted(fresh, key=lambda record: (record.shape.y, record.shape.x))


def lies_in(box: "Shape", shape: "Shape") -> bool:
    """True if all of the box certainly lies in a shape; a stroke of the brush is never sure."""
    frame = shape.frame()
    if box.x < frame.x or box.y < frame.y or box.right > frame.right or box.bottom > frame.bottom:
        return False
    if isinstance(shape, Rectangle):
        return True
    if not isinstance(shape, (Ellipse, Polygon)):
        return False
    if isinstance(shape, Polygon):
        middle = (box.x + box.right) / 2, (box.y + box.bottom) / 2
        return shape.contains(middle[0], middle[1]) and not _is_crossed(box, shape.points)
    corners = [(x, y) for x in (box.x, box.right) for y in (box.y, box.bottom)]
    return all(shape.contains(x, y) for x, y in corners)


def _is_crossed(box: "Shape", points: "tuple[tuple[int, int], ...]") -> bool:
    """True if a side of the polygon runs through the box."""
    x0, y0 = points[-1]
    for x1, y1 in points:
        first, last = 0.0, 1.0  # the part of the side that may lie in the box
        for start, end, least, most in (
            (x0, x1, box.x, box.right),
            (y0, y1, box.y, box.bottom),
        ):
            if start == end:
                if not least < start < most:
                    first = 2.0
                continue
            one, other = (least - start) / (end - start), (most - start) / (end - start)
            first, last = max(first, min(one, other)), min(last, max(one, other))
        if first < last:
            return True
        x0, y0 = x1, y1
    return False
