"""A whole picture brought to sRGB at once. Tests nothing."""

from typing import NamedTuple

import numpy as np
from pixelseal.core.icc.convert import conversion

_SPACES = {3: "rgb", 4: "cmyk"}


class Converted(NamedTuple):
    """Pixels in sRGB or grey, and what was done (see `pixelseal.core.icc.convert`)."""

    pixels: np.ndarray
    outcome: str
    code: str


def to_srgb(pixels: np.ndarray, profile: bytes | None) -> Converted:
    """(H, W) grey, (H, W, 3) RGB or (H, W, 4) CMYK, uint8 or uint16."""
    space = "gray" if pixels.ndim == 2 else _SPACES[pixels.shape[2]]
    prepared = conversion(profile, space, pixels.dtype.itemsize * 8)
    return Converted(prepared.apply(pixels), prepared.outcome, prepared.code)
