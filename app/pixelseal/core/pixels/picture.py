"""A decoded picture as rows of samples, before it is made opaque sRGB. Reads no file."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from pixelseal.core.base.arrays import Pixels

# (first row, row after the last) -> samples (h, w) or (h, w, n), and alpha (h, w) or None.
ReadRows = Callable[[int, int], tuple[Pixels, Pixels | None]]


Area = Callable[[int, int, int, int], tuple[Pixels, Pixels | None]]


class Picture(NamedTuple):
    """Stored pixels that are read a band of rows at a time, so that no second copy is held.

    `area` gives a box of them (left, top, right, bottom) if that is cheaper than its rows.
    `space` is 'gray', 'rgb', 'cmyk' (0 is no ink) or 'lab' (8 bits, a* and b* signed); samples and
    alpha are uint8 or uint16 by `bits`, not premultiplied; alpha 0 is transparent.
    """

    width: int
    height: int
    space: str
    bits: int
    rows: ReadRows
    area: Area | None = None


def of_arrays(samples: Pixels, alpha: Pixels | None, space: str) -> Picture:
    """A picture held as arrays: samples (H, W) or (H, W, n), alpha (H, W) or None."""

    def area(left: int, top: int, right: int, bottom: int) -> tuple[Pixels, Pixels | None]:
        box = np.s_[top:bottom, left:right]
        return samples[box], None if alpha is None else alpha[box]

    height, width = samples.shape[:2]
    return of_area(width, height, space, samples.dtype.itemsize * 8, area)


def of_area(width: int, height: int, space: str, bits: int, area: Area) -> Picture:
    """A picture of which any box can be read."""
    return Picture(width, height, space, bits, lambda top, end: area(0, top, width, end), area)


def see_through_where(samples: Pixels, key: tuple[int, ...]) -> Pixels:
    """Alpha (h, w): 0 where a pixel equals the transparent colour `key`, else full."""
    full = np.iinfo(samples.dtype).max
    planes = samples[:, :, np.newaxis] if samples.ndim == 2 else samples
    same = np.ones(samples.shape[:2], np.bool_)
    for channel, part in enumerate(key):
        same &= planes[:, :, channel] == part
    alpha: Pixels = np.where(same, samples.dtype.type(0), samples.dtype.type(full))
    return alpha
