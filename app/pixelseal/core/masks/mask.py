"""The pixels that one shape touches, or contains entirely. Holds no full picture."""

import numpy as np
from pixelseal.core.base.pixel_box import PixelBox
from pixelseal.core.masks.layers import laid
from pixelseal.core.masks.runs import Runs, filled, merged
from pixelseal.core.masks.shapes import Shapes
from pixelseal.core.masks.spans import Mask
from pixelseal.model.recipe.geometry import Rectangle, Shape


def mask(shape: Shape, window: PixelBox, inner: bool = False) -> Mask:
    """(rows, columns) of the window: True where `shape` touches the pixel.

    With `inner` only where the pixel lies entirely in the shape (for a brush: in one piece of it).
    """
    return filled(Shapes([shape]).within(window, inner)[0], window)


def of_shape(shape: Shape, width: int, height: int) -> Runs:
    """The pixels of a picture of that size that the shape touches, as disjoint runs."""
    frame, shapes, found = frame_of(shape, width, height), Shapes([shape]), []
    if isinstance(shape, Rectangle):
        return shapes.within(frame)[0]
    for band in shapes.bands(frame):
        boxes, numbers = shapes.within(band)
        found.append(laid(boxes, numbers)[0])
    runs = np.concatenate([np.empty((0, 4), np.int32), *found])
    return merged(runs, np.zeros(len(runs), np.int64))[0]


def frame_of(shape: Shape, width: int, height: int) -> PixelBox:
    """The shape's frame within a picture of that size."""
    return PixelBox(shape.x, shape.y, shape.right, shape.bottom).clipped(width, height)
