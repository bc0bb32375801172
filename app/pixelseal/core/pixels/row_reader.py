"""Pixels that are made a band of rows at a time, so that no picture need be held. Reads no file.

They are read like the rows of an array: `rows[top:bottom]`.
"""

from collections.abc import Callable

import numpy as np
from pixelseal.core.base.arrays import Pixels

_BAND_PIXELS = 1 << 20  # made at a time where all are wanted


class RowReader:
    """Rows of (H, W) or (H, W, 3) pixels, uint8 or uint16; `read` makes the rows asked for."""

    def __init__(
        self, shape: tuple[int, ...], bits: int, read: Callable[[int, int], Pixels]
    ) -> None:
        self.shape, self.bits = shape, bits
        self._read = read

    def __getitem__(self, rows: slice) -> Pixels:
        top, bottom, _step = rows.indices(self.shape[0])
        return self._read(top, bottom)

    def whole(self) -> Pixels:
        """All of them as one array."""
        pixels = np.empty(self.shape, np.uint8 if self.bits == 8 else np.uint16)
        step = max(1, _BAND_PIXELS // self.shape[1])
        for top in range(0, self.shape[0], step):
            pixels[top : top + step] = self[top : top + step]
        return pixels
