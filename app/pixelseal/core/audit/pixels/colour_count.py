"""Counts the colours of a picture. Compares nothing."""

import numpy as np
from pixelseal.core.audit.pixels.compare import Shown

_ROWS = 256  # counted together


def distinct(pixels: Shown) -> int:
    """The number of different colours in (H, W, 3) with 8 bits per sample."""
    met = np.zeros(1 << 24, np.bool_)
    for top in range(0, pixels.shape[0], _ROWS):
        rows = pixels[top : top + _ROWS].astype(np.uint32)
        met[rows[:, :, 0] << 16 | rows[:, :, 1] << 8 | rows[:, :, 2]] = True
    return int(met.sum())
