"""Orientation 1 to 8 (EXIF 2.32, tag 274) on pixels and boxes. Reads no metadata.

Every orientation is "swap rows and columns, then mirror": upright = mirror(swap(stored)).
"""

import numpy as np

from app.core.box import Box
from app.core.raster import Pixels

# orientation -> (swap rows and columns, then mirror left-right, then mirror top-bottom)
_STEPS = {
    1: (False, False, False),
    2: (False, True, False),
    3: (False, True, True),
    4: (False, False, True),
    5: (True, False, False),
    6: (True, True, False),
    7: (True, True, True),
    8: (True, False, True),
}


def turns(orientation: int) -> bool:
    """True where stored rows are upright columns."""
    return _STEPS[orientation][0]


def upright(pixels: Pixels, orientation: int) -> Pixels:
    """Stored pixels as a person sees them, contiguous; the same array for orientation 1."""
    swap, mirror_x, mirror_y = _STEPS[orientation]
    if swap:
        pixels = pixels.swapaxes(0, 1)
    if mirror_x:
        pixels = pixels[:, ::-1]
    if mirror_y:
        pixels = pixels[::-1]
    return np.ascontiguousarray(pixels)


def stored_box(box: Box, orientation: int, width: int, height: int) -> Box:
    """Where an upright box lies in a stored picture of `width` by `height` pixels."""
    swap, mirror_x, mirror_y = _STEPS[orientation]
    across, down = (height, width) if swap else (width, height)  # the upright size
    if mirror_x:
        box = Box(across - box.right, box.top, across - box.left, box.bottom)
    if mirror_y:
        box = Box(box.left, down - box.bottom, box.right, down - box.top)
    return Box(box.top, box.left, box.bottom, box.right) if swap else box


def upright_box(box: Box, orientation: int, width: int, height: int) -> Box:
    """Where a box of a stored picture of `width` by `height` pixels lies once it is upright."""
    swap, mirror_x, mirror_y = _STEPS[orientation]
    if swap:
        box = Box(box.top, box.left, box.bottom, box.right)
        width, height = height, width
    if mirror_x:
        box = Box(width - box.right, box.top, width - box.left, box.bottom)
    if mirror_y:
        box = Box(box.left, height - box.bottom, box.right, height - box.top)
    return box
