"""Of what was found in a finished picture, what lies outside of solid colours. Finds nothing."""

from pixelseal.core.base.pixel_box import PixelBox
from pixelseal.core.find.found import Found
from pixelseal.core.masks import Runs, area, clipped
from pixelseal.model.finding import BARE_SHARE, BARE_SIGN, EDGE


def left_over(found: list[Found], solid: Runs) -> list[Found]:
    """Those of which something is to be seen (docs/find.md, 7.1).

    `solid` is what solid colours cover, no pixel twice, in pixels of the same picture.
    """
    return [row for row in found if _is_bare(row.box, solid)]


def _is_bare(box: PixelBox, solid: Runs) -> bool:
    width, height = box.right - box.left, box.bottom - box.top
    short = min(width, height)
    edge = short // EDGE
    inner = PixelBox(box.left + edge, box.top + edge, box.right - edge, box.bottom - edge)
    whole = (inner.right - inner.left) * (inner.bottom - inner.top)
    least = min(BARE_SHARE, BARE_SIGN * short * short / (width * height))
    return whole - area(clipped(solid, inner)) >= least * whole
