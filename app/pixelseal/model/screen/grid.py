"""How far a rectangle grows before it is covered, for showing it (docs/regions.md, 3).

The engine computes this itself for every shape (pixelseal.core.cover.plan); the result here is
drawn around rectangles in the editor, and decides nothing.
"""

from pixelseal.model.recipe.geometry import Rectangle

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: MicroPython has no such module
    from typing import Any

# EXIF 2.32, tag 274: orientations that swap rows and columns, and those whose upright columns or
# rows count from the stored picture's far end.
_SWAPPED = (5, 6, 7, 8)
_MIRRORED_ACROSS = (2, 3, 6, 7)
_MIRRORED_DOWN = (3, 4, 7, 8)


class Grid:
    """The compression grid of a source as it lies in the upright picture, and the rim beyond it."""

    def __init__(
        self, width: int, height: int, mcu: "tuple[int, int]", rim: int, orientation: int
    ) -> None:
        across, down = mcu
        if orientation in _SWAPPED:
            across, down = down, across
        self._across = (width, across, rim, orientation in _MIRRORED_ACROSS)
        self._down = (height, down, rim, orientation in _MIRRORED_DOWN)

    @property
    def reach(self) -> int:
        """Pixels by which a side may move at most."""
        return max(self._across[1] + self._across[2], self._down[1] + self._down[2])

    def grown(self, box: Rectangle) -> Rectangle:
        """The rectangle that is covered where `box` was drawn, all in upright pixels."""
        left, right = _grown(box.x, box.right, self._across)
        top, bottom = _grown(box.y, box.bottom, self._down)
        return Rectangle(left, top, right - left, bottom - top)


def grid_of(inspection: "dict[str, Any]") -> "Grid | None":
    """The grid of an inspected file; None if nothing grows, as in lossless sources."""
    if not inspection.get("lossy"):
        return None
    mcu = (inspection["mcu"][0], inspection["mcu"][1])
    size = (inspection["width"], inspection["height"])
    return Grid(size[0], size[1], mcu, inspection["rim"], inspection["orientation"])


def _grown(start: int, end: int, axis: "tuple[int, int, int, bool]") -> "tuple[int, int]":
    length, step, rim, mirrored = axis
    if mirrored:
        start, end = length - end, length - start
    start = max(0, start // step * step - rim)
    end = min(length, -(-end // step) * step + rim)
    return (length - end, length - start) if mirrored else (start, end)
