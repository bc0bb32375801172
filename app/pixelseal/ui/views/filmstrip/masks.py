"""What is covered, drawn small over an image's tile in the strip. Changes nothing."""

from pixelseal.model.recipe.region import Crop, Fill, Keep, Region
from pixelseal.model.screen.proposal import is_proposed
from pixelseal.model.screen.viewport import View
from pixelseal.ui.browser import dom
from pixelseal.ui.editor.outline import outline

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.ui.editor.editor import Editor

MOST = 200  # records that are drawn: with more, nothing on a tile could be told apart
_AS_IT_IS = View(1.0, 0.0, 0.0)
_SOFT = "#7d8f97"  # for mosaic and blur, whose cells would be smaller than a pixel of the tile


def records(editor: "Editor") -> "tuple":
    """What is drawn of an editor's image: its records, in their order; empty if too many."""
    keys = editor.ids() if editor.size is not None else []
    return tuple([editor.records[key] for key in keys]) if len(keys) <= MOST else ()


def drawn(key: "object", size: "tuple[int, int]", shown: "tuple") -> "object":
    """An SVG element as large as the image of that size, to be laid over its picture.

    `key` is the image's: the ids of its elements must be unique.
    """
    width, height = size
    svg = dom.drawn("svg", "thumb-masks")
    svg.setAttribute("viewBox", "0 0 {} {}".format(width, height))
    svg.setAttribute("aria-hidden", "true")
    for kind in (Keep, Crop):
        shapes = [one.shape for one in shown if isinstance(one, kind) and not is_proposed(one)]
        if shapes:
            name = "tile-{}-{}".format(key, "keep" if kind is Keep else "crop")
            for element in _outside(name, width, height, shapes):
                svg.append(element)
    for record in shown:
        if isinstance(record, Region):
            svg.append(_region(record))
    return svg


def _region(region: "object") -> "object":
    tag, attributes = outline(region.shape, _AS_IT_IS)
    made = dom.drawn(tag, "", attributes)
    colour = region.method.colour if isinstance(region.method, Fill) else _SOFT
    if is_proposed(region):
        made.setAttribute("class", "proposed")
    elif tag == "polyline":
        made.style.stroke = colour
    else:
        made.style.fill = colour
    return made


def _outside(name: str, width: int, height: int, shapes: "list") -> "list":
    """All of the picture except the shapes."""
    whole = {"x": 0, "y": 0, "width": width, "height": height}
    mask = dom.drawn("mask", "", dict(whole, id=name, maskUnits="userSpaceOnUse"))
    mask.append(dom.drawn("rect", "mask-shown", whole))
    for shape in shapes:
        tag, attributes = outline(shape, _AS_IT_IS)
        kind = "stroke mask-hidden" if tag == "polyline" else "mask-hidden"
        mask.append(dom.drawn(tag, kind, attributes))
    return [mask, dom.drawn("rect", "", dict(whole, mask="url(#" + name + ")"))]
