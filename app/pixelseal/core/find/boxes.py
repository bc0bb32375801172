"""How boxes lie to each other. Knows nothing of what is in them."""

from pixelseal.core.base.pixel_box import PixelBox


def is_empty(box: PixelBox) -> bool:
    """True if no pixel is inside."""
    return box.left >= box.right or box.top >= box.bottom


def meet(one: PixelBox, other: PixelBox) -> bool:
    """True if both have a pixel in common."""
    across = one.left < other.right and other.left < one.right
    return across and one.top < other.bottom and other.top < one.bottom


def around(one: PixelBox, other: PixelBox) -> PixelBox:
    """The smallest box that holds both."""
    return PixelBox(
        min(one.left, other.left),
        min(one.top, other.top),
        max(one.right, other.right),
        max(one.bottom, other.bottom),
    )


def together(boxes: list[PixelBox]) -> list[PixelBox]:
    """Boxes around those that meet, until none do."""
    apart: list[PixelBox] = []
    left = list(reversed(boxes))
    while left:
        box = left.pop()
        met = [other for other in apart if meet(box, other)]
        if not met:
            apart.append(box)
            continue
        apart = [other for other in apart if other not in met]
        for other in met:
            box = around(box, other)
        left.append(box)
    return apart


def inside(box: PixelBox, others: list[PixelBox]) -> float:
    """The largest part of a box, 0 to 1, that lies in one of the others."""
    area = max((box.right - box.left) * (box.bottom - box.top), 1)
    shares = [0.0]
    for other in others:
        across = min(box.right, other.right) - max(box.left, other.left)
        down = min(box.bottom, other.bottom) - max(box.top, other.top)
        shares.append(max(across, 0) * max(down, 0) / area)
    return max(shares)
