"""Shapes as masks and runs of pixels (docs/regions.md, 1). Knows no source format and no method."""

from pixelseal.core.masks.layers import area, laid
from pixelseal.core.masks.mask import frame_of, mask, of_shape
from pixelseal.core.masks.runs import Runs, Shelved, box_of, boxes, clipped, filled, merged
from pixelseal.core.masks.shapes import Shapes
from pixelseal.core.masks.together import stacked, united

__all__ = [
    "Runs",
    "Shapes",
    "Shelved",
    "area",
    "box_of",
    "boxes",
    "clipped",
    "filled",
    "frame_of",
    "laid",
    "mask",
    "merged",
    "of_shape",
    "stacked",
    "united",
]
