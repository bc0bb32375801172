"""What is red or white on the screen, and whether an output has any of it. Drives no browser."""

import io
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

_RED = 70  # levels by which red stands out over green and blue
_WHITE = 235  # the least of a label's three

Box = tuple[float, float, float, float]
Kind = Callable[[bytes], NDArray[np.bool_]]


def is_red(file: bytes) -> NDArray[np.bool_]:
    """Where a picture is red: True or False for each pixel."""
    with Image.open(io.BytesIO(file)) as image:
        pixels = np.asarray(image.convert("RGB")).astype(np.int16)
    return np.asarray(pixels[:, :, 0] - pixels[:, :, 1:].max(axis=2) > _RED)


def is_white(file: bytes) -> NDArray[np.bool_]:
    """Where a picture is white: True or False for each pixel."""
    with Image.open(io.BytesIO(file)) as image:
        return np.asarray(np.asarray(image.convert("RGB")).min(axis=2) >= _WHITE)


def box_of(kind: Kind, screenshot: bytes, within: Box, ratio: float) -> Box | None:
    """Left, top, right, bottom of what is of that kind in a part of a screenshot, in CSS pixels.

    `within` is that part in CSS pixels, `ratio` device pixels a CSS pixel; None for nothing.
    """
    left, top, right, bottom = (round(side * ratio) for side in within)
    found = kind(screenshot)[top:bottom, left:right]
    if not found.any():
        return None
    down, across = np.flatnonzero(found.any(axis=1)), np.flatnonzero(found.any(axis=0))
    sides: list[Any] = [across[0] + left, down[0] + top, across[-1] + 1 + left, down[-1] + 1 + top]
    x, y, end, foot = (float(side) / ratio for side in sides)
    return x, y, end, foot
