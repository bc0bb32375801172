"""How strong a mosaic or a blur must be, and where it may be used (docs/regions.md, 4).

Decides by a region's size and reasons alone; reads no pixel.
"""

from pixelseal.model import reasons
from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.region import Fill, Region

LEAST_CELL = 32  # pixels
CELLS_ACROSS = 3  # cells along the longer side of a region, at most
# Faces, and whatever has no letter. All others are text, numbers, marks and prints that software
# can match: for those only a fill is strong enough.
REASONS = ("Q", reasons.OTHER)


def least(width: int, height: int) -> int:
    """The least `block` or `radius`, in pixels, for a region whose frame has that size."""
    return max(LEAST_CELL, -(-max(width, height) // CELLS_ACROSS))


def allowed(given: "tuple[str, ...]") -> bool:
    """True if a region with these reasons, or none, may have a mosaic or a blur."""
    return all(reason in REASONS for reason in given)


def made_fit(region: Region) -> Region:
    """The region with a permitted method: a stronger one, or a black fill instead.

    For changes of its size or reasons during editing.
    """
    method = region.method
    if isinstance(method, Fill):
        return region
    if not allowed(region.reasons):
        return region.with_method(Fill())
    needed = least(region.shape.width, region.shape.height)
    return region if method.strength >= needed else region.with_method(type(method)(needed))


def refusal(region: Region, frame: Rectangle) -> "tuple[str, dict[str, int | str]] | None":
    """(code, values) if the region's method may not be used on it, None if it may.

    `frame` is that of its shape, clipped to the image.
    """
    method = region.method
    if isinstance(method, Fill):
        return None
    if not allowed(region.reasons):
        return "method-not-for-text", {}
    needed = least(frame.width, frame.height)
    if method.strength < needed:
        return "method-too-weak", {"least": needed}
    return None
