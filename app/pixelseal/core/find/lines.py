"""Lines of writing, before and after they are read. They never leave this room of the engine."""

from typing import Any, NamedTuple

from numpy.typing import NDArray
from pixelseal.core.base.pixel_box import PixelBox


class Line(NamedTuple):
    """Where a line of writing may be.

    `corners` (4, 2) are x and y in pixels of the picture, clockwise, of a rectangle that may lie
    aslant; the side from the first to the second is the longer one. `confidence` is 0..1.
    """

    corners: NDArray[Any]
    confidence: float


class ReadLine(NamedTuple):
    """A line and what was read there: `text` is "" where nothing could be read.

    `certainty` (0..1) is the reader's, the mean over the characters. `upright` is true of what is
    written from left to right.
    """

    box: PixelBox
    confidence: float
    text: str
    certainty: float
    upright: bool = True
