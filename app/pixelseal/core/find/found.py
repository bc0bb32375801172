"""What a finder found. Holds no pixel, and no text that was read."""

from typing import NamedTuple

from pixelseal.core.base.pixel_box import PixelBox
from pixelseal.model.finding import KINDS

FACE, WRITING, CODE = KINDS


class Found(NamedTuple):
    """A box that may show what identifies somebody.

    `kind` is one of `pixelseal.model.finding.KINDS`, `box` lies in pixels of the page as it lies in
    the end, `confidence` is 0..1 and comparable only within a kind, `reasons` are letters as in
    `pixelseal.model.reasons`, in its order, at least one.
    """

    kind: str
    box: PixelBox
    confidence: float
    reasons: tuple[str, ...]
