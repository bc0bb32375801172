"""How much colours differ within compression blocks, and thus how far a pixel may be off.

Brightness and hue are coded separately: Y, and the differences to red and blue (JFIF 1.02, R - Y
and B - Y); where they are flattened, their errors add up. Compares nothing.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from pixelseal.core.audit.facts.parsed_output import ParsedOutput

Levels = NDArray[np.int16]


def differences(colours: Levels, parsed: ParsedOutput) -> Levels:
    """(3, H, W) to (H, W): how much colours differ in the blocks that reach each pixel.

    A block holds what is smoothed into it, up to a margin around it, and reaches as far.
    """
    red, green, blue = colours
    luma = np.multiply(green, 587, dtype=np.int32)
    luma += np.multiply(red, 299, dtype=np.int32)
    luma += np.multiply(blue, 114, dtype=np.int32)
    luma //= 1000
    brightness = luma.astype(np.int16)
    parts = [_range(part, parsed) for part in (brightness, red - brightness, blue - brightness)]
    return _reaching(parts[0] + np.maximum(parts[1], parts[2]), parsed)


def _range(values: Levels, parsed: ParsedOutput) -> Levels:
    """(H, W) to (rows of blocks, blocks): the highest less the lowest value, margins included."""
    return _extreme(np.maximum, values, parsed) - _extreme(np.minimum, values, parsed)


def _extreme(fold: np.ufunc, values: Levels, parsed: ParsedOutput) -> Levels:
    (across, down), margin = parsed.grid, parsed.margin
    # Down the columns first: that reads memory in order, and leaves little to do along the rows.
    lines = _folded(fold, values.reshape(-1, down, values.shape[1]), margin)
    columns = lines.reshape(len(lines), -1, across).transpose(1, 2, 0)
    return _folded(fold, np.ascontiguousarray(columns), margin).T


def _folded(fold: np.ufunc, blocks: Levels, margin: int) -> Levels:
    """(blocks, pixels, n) to (blocks, n): each with the pixels of its neighbours that are near."""
    found: Levels = fold.reduce(blocks, axis=1)
    first, last = (fold.reduce(blocks[:, side], axis=1) for side in _sides(blocks, margin))
    fold(found[:-1], first[1:], out=found[:-1])
    fold(found[1:], last[:-1], out=found[1:])
    return found


def _reaching(blocks: Levels, parsed: ParsedOutput) -> Levels:
    """(rows of blocks, blocks) to (H, W): for each pixel, the highest of the blocks near it."""
    (across, down), margin = parsed.grid, parsed.margin
    lines = _spread(np.ascontiguousarray(blocks.T), across, margin)
    return _spread(np.ascontiguousarray(lines.T), down, margin)


def _spread(blocks: Levels, pixels: int, margin: int) -> Levels:
    """(blocks, n) to (blocks * pixels, n): for each pixel, the higher of its block and one near."""
    found = np.repeat(blocks[:, np.newaxis], pixels, axis=1)
    first, last = _sides(found, margin)
    np.maximum(found[1:, first], blocks[:-1, np.newaxis], out=found[1:, first])
    np.maximum(found[:-1, last], blocks[1:, np.newaxis], out=found[:-1, last])
    return found.reshape(-1, blocks.shape[1])


def _sides(blocks: NDArray[Any], margin: int) -> tuple[slice, slice]:
    """The first and the last pixels of a block that its neighbours see: no more than it has."""
    return slice(0, margin), slice(blocks.shape[1] - margin, None)
