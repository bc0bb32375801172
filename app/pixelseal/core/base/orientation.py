"""Orientation 1 to 8 (EXIF 2.32, tag 274) on pixels and boxes. Reads no metadata.

Every orientation is "swap rows and columns, then mirror": upright = mirror(swap(stored)).
"""

import numpy as np
from numpy.typing import NDArray
from pixelseal.core.base.arrays import Pixels
from pixelseal.model.recipe.orientation import STEPS

Boxes = NDArray[np.int32]  # (n, 4): left, top, right, bottom, half open


def turns(orientation: int) -> bool:
    """True where stored rows are upright columns."""
    return STEPS[orientation][0]


def mirrored(orientation: int) -> tuple[bool, bool]:
    """Whether the stored picture's first corner is right, and whether it is low, once upright."""
    return STEPS[orientation][1:]


def upright(pixels: Pixels, orientation: int) -> Pixels:
    """Stored pixels turned upright, contiguous; the same array for orientation 1."""
    swap, mirror_x, mirror_y = STEPS[orientation]
    if swap:
        pixels = pixels.swapaxes(0, 1)
    if mirror_x:
        pixels = pixels[:, ::-1]
    if mirror_y:
        pixels = pixels[::-1]
    return np.ascontiguousarray(pixels)


def stored_boxes(boxes: Boxes, orientation: int, width: int, height: int) -> Boxes:
    """Where upright boxes lie in a stored picture of `width` by `height` pixels."""
    swap, mirror_x, mirror_y = STEPS[orientation]
    across, down = (height, width) if swap else (width, height)  # the upright size
    boxes = _mirrored(boxes, across if mirror_x else None, down if mirror_y else None)
    return boxes[:, [1, 0, 3, 2]] if swap else boxes


def _mirrored(boxes: Boxes, width: int | None, height: int | None) -> Boxes:
    left, top, right, bottom = boxes.T
    if width is not None:
        left, right = width - right, width - left
    if height is not None:
        top, bottom = height - bottom, height - top
    return np.stack([left, top, right, bottom], axis=1)
