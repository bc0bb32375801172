"""The pixels of a window that a shape touches, or holds wholly. Holds no whole picture."""

import numpy as np

from app.core.box import Box
from app.core.masks import brush, ellipse, polygon
from app.core.masks.spans import Mask, painted
from app.model.geometry import Rectangle, Shape
from app.model.shapes import Brush, Ellipse, Polygon


def mask(shape: Shape, window: Box, inner: bool = False) -> Mask:
    """(rows, columns) of the window: True where `shape` touches the pixel.

    With `inner` only where the pixel lies in the shape wholly (of a brush: in one piece of it).
    """
    if isinstance(shape, Polygon):
        return polygon.mask(shape, window, inner)
    if isinstance(shape, Ellipse):
        return painted(ellipse.spans(shape, window.top, window.bottom, inner), window)
    if isinstance(shape, Brush):
        return painted(brush.spans(shape, window.top, window.bottom, inner), window)
    if not isinstance(shape, Rectangle):
        raise TypeError("not a shape")
    covered = np.zeros((window.bottom - window.top, window.right - window.left), np.bool_)
    rows = slice(max(shape.y - window.top, 0), max(shape.bottom - window.top, 0))
    columns = slice(max(shape.x - window.left, 0), max(shape.right - window.left, 0))
    covered[rows, columns] = True
    return covered
