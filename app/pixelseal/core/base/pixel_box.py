"""A half-open box of pixels. Knows nothing of what it is used for."""

from typing import NamedTuple


class PixelBox(NamedTuple):
    """Pixels `left <= x < right` and `top <= y < bottom`; the origin is the top left corner."""

    left: int
    top: int
    right: int
    bottom: int

    def clipped(self, width: int, height: int) -> "PixelBox":
        """The part inside an image of that size; empty boxes stay empty."""
        return PixelBox(
            min(max(self.left, 0), width),
            min(max(self.top, 0), height),
            min(max(self.right, 0), width),
            min(max(self.bottom, 0), height),
        )
