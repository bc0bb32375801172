"""Shapes as masks and runs of pixels (docs/regions.md, 1). Knows no source format and no method."""

from app.core.masks.mask import mask
from app.core.masks.runs import Runs, box_of, boxes, clipped, of_mask, of_shape

__all__ = ["Runs", "box_of", "boxes", "clipped", "mask", "of_mask", "of_shape"]
