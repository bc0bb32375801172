"""How strong a mosaic or a blur must be, and for what it may be used (docs/regions.md, 4).

Decides by a region's size and reason alone; sees no pixel.
"""

from app.model import reasons
from app.model.geometry import Rectangle
from app.model.region import Fill, Region

LEAST_CELL = 32  # pixels
CELLS_ACROSS = 3  # cells along the longer side of a region, at most
# Faces, and what stands under no letter. All others are text, numbers, marks and prints that
# programs match: for those nothing but a fill is strong enough.
REASONS = ("Q", reasons.OTHER, None)


def least(width: int, height: int) -> int:
    """The least `block` or `radius`, in pixels, for a region whose frame has that size."""
    return max(LEAST_CELL, -(-max(width, height) // CELLS_ACROSS))


def refusal(region: Region, frame: Rectangle) -> "tuple[str, dict[str, int | str]] | None":
    """(code, values) if the region's method may not be used on it, None if it may.

    `frame` is that of its shape, cut to the image.
    """
    method = region.method
    if isinstance(method, Fill):
        return None
    if region.reason not in REASONS:
        return "method-not-for-text", {}
    needed = least(frame.width, frame.height)
    if method.strength < needed:
        return "method-too-weak", {"least": needed}
    return None
