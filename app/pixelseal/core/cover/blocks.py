"""A source's compression grid in the upright picture. Knows no region.

The grid begins at the stored picture's top left corner. If that is another corner once the picture
is upright, grid lines are counted from there.
"""

from typing import NamedTuple

import numpy as np
from pixelseal.core.base.orientation import mirrored, turns
from pixelseal.core.masks import Runs
from pixelseal.core.source.facts.page import Page


class Blocks(NamedTuple):
    """Blocks of `width` by `height` upright pixels; a corner of one is at (`left`, `top`)."""

    left: int
    top: int
    width: int
    height: int


def blocks_of(page: Page) -> Blocks:
    """The compression blocks of a lossy source; single pixels of a lossless one."""
    if not page.lossy:
        return Blocks(0, 0, 1, 1)
    width, height = page.mcu[::-1] if turns(page.orientation) else page.mcu
    from_right, from_bottom = mirrored(page.orientation)
    left = page.upright_width % width if from_right else 0
    return Blocks(left, page.upright_height % height if from_bottom else 0, width, height)


def in_blocks(boxes: Runs, blocks: Blocks) -> Runs:
    """The blocks touched by boxes of pixels, counted from the corner; in the same order."""
    left, top, width, height = blocks
    if (width, height) == (1, 1):
        return boxes
    found = np.empty_like(boxes)
    found[:, 0] = (boxes[:, 0] - left) // width
    found[:, 1] = (boxes[:, 1] - top) // height
    found[:, 2] = -((left - boxes[:, 2]) // width)
    found[:, 3] = -((top - boxes[:, 3]) // height)
    return found


def in_pixels(boxes: Runs, blocks: Blocks, margin: int) -> Runs:
    """The pixels of boxes of blocks, with that many more on each side; in the same order."""
    left, top, width, height = blocks
    pixels = boxes * np.array([width, height] * 2, np.int32)
    return pixels + np.array([left - margin, top - margin, left + margin, top + margin], np.int32)
