"""How far a rectangle grows before it is covered, for showing it (docs/regions.md, 3).

The engine computes this itself for every shape (pixelseal.core.cover.plan); the result here is
drawn around rectangles in the editor, and decides nothing.
"""

from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.orientation import STEPS, UPRIGHT, composed, size_of

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: MicroPython has no such module
    from typing import Any


class Grid:
    """The compression grid of a source as it lies in the upright picture, and the rim beyond it."""

    def __init__(
        self, width: int, height: int, mcu: "tuple[int, int]", rim: int, orientation: int
    ) -> None:
        across, down = mcu
        swap, mirror_x, mirror_y = STEPS[orientation]
        if swap:
            across, down = down, across
        # Upright columns or rows that are mirrored count from the stored picture's far end.
        self._across = (width, across, rim, mirror_x)
        self._down = (height, down, rim, mirror_y)

    @property
    def reach(self) -> int:
        """Pixels by which a side may move at most."""
        return max(self._across[1] + self._across[2], self._down[1] + self._down[2])

    def grown(self, box: Rectangle) -> Rectangle:
        """The rectangle that is covered where `box` was drawn, all in upright pixels."""
        left, right = _grown(box.x, box.right, self._across)
        top, bottom = _grown(box.y, box.bottom, self._down)
        return Rectangle(left, top, right - left, bottom - top)


def grid_of(inspection: "dict[str, Any]", turned: int = UPRIGHT) -> "Grid | None":
    """The grid of an inspected file, in its picture as the person turned it.

    None if nothing grows, as in lossless sources.
    """
    if not inspection.get("lossy"):
        return None
    mcu = (inspection["mcu"][0], inspection["mcu"][1])
    size = size_of((inspection["width"], inspection["height"]), turned)
    lying = composed(inspection["orientation"], turned)
    return Grid(size[0], size[1], mcu, inspection["rim"], lying)


def _grown(start: int, end: int, axis: "tuple[int, int, int, bool]") -> "tuple[int, int]":
    length, step, rim, mirrored = axis
    if mirrored:
        start, end = length - end, length - start
    start = max(0, start // step * step - rim)
    end = min(length, -(-end // step) * step + rim)
    return (length - end, length - start) if mirrored else (start, end)
