"""What is red on the screen, and whether anything red is left in an output. Drives no browser."""

import io
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

_RED = 70  # levels by which red stands out over green and blue

Box = tuple[float, float, float, float]


def is_red(file: bytes) -> NDArray[np.bool_]:
    """Where a picture is red, True or False a pixel."""
    with Image.open(io.BytesIO(file)) as image:
        pixels = np.asarray(image.convert("RGB")).astype(np.int16)
    return np.asarray(pixels[:, :, 0] - pixels[:, :, 1:].max(axis=2) > _RED)


def red_box(screenshot: bytes, within: Box, ratio: float) -> Box | None:
    """Left, top, right, bottom of what is red in a part of a screenshot, in CSS pixels.

    `within` is that part in CSS pixels, `ratio` device pixels a CSS pixel; None for nothing red.
    """
    left, top, right, bottom = (round(side * ratio) for side in within)
    red = is_red(screenshot)[top:bottom, left:right]
    if not red.any():
        return None
    down, across = np.flatnonzero(red.any(axis=1)), np.flatnonzero(red.any(axis=0))
    found: list[Any] = [across[0] + left, down[0] + top, across[-1] + 1 + left, down[-1] + 1 + top]
    x, y, end, foot = (float(side) / ratio for side in found)
    return x, y, end, foot
