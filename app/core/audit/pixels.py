"""Reads the burned pixels of an output back and compares them with their fill. Decodes nothing.

Lossless codings: every covered pixel must equal its colour. Lossy codings: a compression block
that lies partly outside the covers rings with what is *outside*, so it is not compared; in blocks
that lie wholly inside, every pixel farther from the rim than the coding smooths must come back
within the coding's tolerance, and in a JPEG all of one colour must be one and the same value.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.core.audit.anatomy import Anatomy
from app.core.audit.expected import Covered

_Labels = NDArray[np.int32]
_Mask = NDArray[np.bool_]
_Box = tuple[int, int, int, int]
_BAND_BLOCKS = 16  # rows of blocks (of rows, if lossless: 256) looked at together: bounds memory


@dataclass
class Reading:
    """How many covered pixels were compared, and a sentence if one was wrong."""

    compared: int = 0
    why: str = ""


def read_back(pixels: NDArray[Any], covers: tuple[Covered, ...], anatomy: Anatomy) -> Reading:
    """Compare the covered areas of `pixels` (H, W) or (H, W, 3) with their colours."""
    reading = Reading()
    colours = sorted({cover.colour for cover in covers})
    boxes = [(box, colours.index(cover.colour)) for cover in covers for box in cover.boxes]
    if pixels.ndim == 2 and any(len(set(colour)) > 1 for colour in colours):
        reading.why = "A covered area should have a colour, but the picture is gray."
        return reading
    firsts: dict[int, NDArray[Any]] = {}
    rows = _BAND_BLOCKS * anatomy.grid[1] if anatomy.lossy else 256
    for top in range(0, pixels.shape[0], rows):
        bottom = min(top + rows, pixels.shape[0])
        inside = [b for b in boxes if b[0][1] < bottom and b[0][3] > top and b[0][0] < b[0][2]]
        if not inside:
            continue
        left, right = min(b[0][0] for b in inside), max(b[0][2] for b in inside)
        window = (left, top, right, bottom)
        labels = _labels(boxes, window, anatomy.grid, pixels.shape)
        for number, colour in enumerate(colours):
            mask = _compared(labels == number, window, anatomy)
            held = pixels[top:bottom, left:right][mask]
            reading.compared += len(held)
            if len(held) and _wrong(held, colour, firsts.setdefault(number, held[0]), anatomy):
                reading.why = "A covered area holds something other than its fill colour."
                return reading
    return reading


def _wrong(
    held: NDArray[Any], colour: tuple[int, int, int], first: NDArray[Any], anatomy: Anatomy
) -> bool:
    scale = 257 if held.dtype.itemsize == 2 else 1
    value = np.array(colour if held.ndim == 2 else colour[0], np.int32) * scale
    if not anatomy.lossy:
        return bool((held != value).any())
    uneven = anatomy.flat and bool((held != first).any())
    return uneven or int(np.abs(held.astype(np.int32) - value).max()) > anatomy.tolerance


def _labels(
    boxes: list[tuple[_Box, int]], window: _Box, grid: tuple[int, int], shape: tuple[int, ...]
) -> _Labels:
    """The colour number of every pixel, -1 where none, of the window and one block around it.

    The window is widened to whole blocks first. A box that ends with the picture goes on beyond
    it, because there an encoder repeats the last row and column.
    """
    x0, y0, x1, y1 = _widened(window, grid)
    labels = np.full((y1 - y0, x1 - x0), -1, np.int32)
    for (left, top, right, bottom), number in boxes:
        left, top = (x0 if left <= 0 else left), (y0 if top <= 0 else top)
        right = x1 if right >= shape[1] else right
        bottom = y1 if bottom >= shape[0] else bottom
        labels[max(top - y0, 0) : max(bottom - y0, 0), max(left - x0, 0) : max(right - x0, 0)] = (
            number
        )
    return labels


def _widened(window: _Box, grid: tuple[int, int]) -> _Box:
    (across, down), (left, top, right, bottom) = grid, window
    return (
        left // across * across - across,
        top // down * down - down,
        -(-right // across) * across + across,
        -(-bottom // down) * down + down,
    )


def _compared(mask: _Mask, window: _Box, anatomy: Anatomy) -> _Mask:
    """Of the pixels of one colour, those to compare; cut to the window."""
    x0, y0, _, _ = _widened(window, anatomy.grid)
    if anatomy.lossy:
        across, down = anatomy.grid
        height, width = mask.shape
        blocks = mask.reshape(height // down, down, width // across, across).all(axis=(1, 3))
        mask = _eroded(blocks.repeat(down, axis=0).repeat(across, axis=1), anatomy.margin)
    left, top, right, bottom = window
    return mask[top - y0 : bottom - y0, left - x0 : right - x0]


def _eroded(mask: _Mask, margin: int) -> _Mask:
    """The pixels whose neighbours up to `margin` away are all set."""
    for _ in range(2):  # rows, then columns
        smaller = mask.copy()
        for distance in range(1, margin + 1):
            smaller[distance:] &= mask[:-distance]
            smaller[:-distance] &= mask[distance:]
        mask = smaller.T
    return mask
