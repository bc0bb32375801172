"""Compares the browser's picture of a file with the engine's own, pixel by pixel. Draws nothing.

What a person marks on the browser's picture is burned into the engine's. So the two must be the
same picture: of equal size, orientation and opacity, and of the same colours as far as an eye can
tell (docs/adr/0025-seen.md). Nothing is assumed about how a browser reads a file.
"""

from typing import Protocol

import numpy as np
from pixelseal.core.base.arrays import Pixels
from pixelseal.core.base.pixel_box import PixelBox
from pixelseal.core.pixels.banded_raster import AnyRaster

# Levels of 255 by which a sample may differ: JPEG and WebP decoders round differently, and so do
# profile conversions. Measured in docs/adr/0025-seen.md.
LEVELS_MOST = 12
# A difference in levels that nobody can see, whatever the picture's orientation.
LEVELS_UNSEEN = 2
# The picture must fit this many times better than any rotated or mirrored version of it.
CLEARLY = 4
_POINTS = 256  # the side of the grid by which rotations are detected
_BAND_PIXELS = 1 << 20


class Shown(Protocol):
    """What a browser shows of a file."""

    width: int
    height: int

    def rows(self, top: int, bottom: int) -> Pixels:
        """Some rows as RGBA, 8 bits per sample, shaped (rows, width, 4)."""


def is_like(raster: AnyRaster, untrusted_shown: Shown) -> bool:
    """True if marking what is shown marks the same in the engine's picture.

    `raster` has 8 bits per sample. Sizes must be equal and every pixel opaque; no sample may differ
    by more than LEVELS_MOST. A visible difference may also come from a rotation that a nearly
    symmetrical picture hides: beyond LEVELS_UNSEEN, each of the seven other orientations must fit
    clearly worse.
    """
    width, height = raster.width, raster.height
    if (untrusted_shown.width, untrusted_shown.height) != (width, height):
        return False
    points = min(_POINTS, width, height)
    across, down = _places(width, points), _places(height, points)
    ours, theirs = np.zeros((2, points, points, 3), np.uint8)
    worst = 0
    step = max(1, _BAND_PIXELS // width)
    for top in range(0, height, step):
        bottom = min(top + step, height)
        part = untrusted_shown.rows(top, bottom)
        if part.shape != (bottom - top, width, 4) or part[:, :, 3].min() != 255:
            return False
        own = raster.part(PixelBox(0, top, width, bottom))
        if own.ndim == 2:
            own = np.broadcast_to(own[:, :, np.newaxis], (*own.shape, 3))
        worst = max(worst, _farthest(own, part))
        if worst > LEVELS_MOST:
            return False
        here = np.flatnonzero((down >= top) & (down < bottom))
        lines = down[here] - top
        ours[here] = own[lines][:, across]
        theirs[here] = part[lines][:, across, :3]
    return worst <= LEVELS_UNSEEN or _lies_alike(ours, theirs)


def _places(size: int, points: int) -> Pixels:
    """That many positions, evenly spread and symmetrical."""
    return (2 * np.arange(points) + 1) * size // (2 * points)


def _farthest(own: Pixels, part: Pixels) -> int:
    """The largest difference between two samples."""
    worst = 0
    for channel in range(3):
        one, other = own[:, :, channel], part[:, :, channel]
        apart = np.maximum(one, other)
        apart -= np.minimum(one, other)
        worst = max(worst, int(apart.max()))
    return worst


def _lies_alike(ours: Pixels, theirs: Pixels) -> bool:
    """True if the points fit as they are, and in no other orientation nearly as well."""
    fit = _distance(ours, theirs)
    return all(fit * CLEARLY < _distance(ours, other) for other in _turned(theirs))


def _turned(points: Pixels) -> list[Pixels]:
    """The seven other orientations of a picture."""
    found = []
    for quarter in range(4):
        lying = np.rot90(points, quarter)
        found += [lying, lying[:, ::-1]]
    return found[1:]


def _distance(one: Pixels, other: Pixels) -> float:
    return float(np.abs(one.astype(np.int16) - other).mean())
