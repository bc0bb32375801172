"""Makes visible what a screen cannot show of a picture with 16 bits per sample. Never an output.

A screen shows 256 levels, and the darkest are invisible: details there are in the output, although
nobody saw them. So each tile with such details is stretched to the full range of a screen.
"""

import numpy as np
from pixelseal.core.base.arrays import Pixels
from pixelseal.core.base.pixel_box import PixelBox
from pixelseal.core.pixels.banded_raster import AnyRaster, BandedRaster
from pixelseal.core.pixels.raster import eight_bits

TILE = 64  # pixels per side, as in pixelseal.model.screen.coverage
# Samples of 65,535. Below the first a screen looks black to most people (docs/review.md, 3); a tile
# that spans less than the second has at most five levels on a screen, which are hard to tell apart.
DARK = 8192
FLAT = 1024


def is_dim(raster: AnyRaster) -> bool:
    """True if any tile with more than one value is too dark or too flat for a screen."""
    if raster.bits == 8:
        return False  # all its levels are visible
    for top in range(0, raster.height, TILE):
        bottom = min(top + TILE, raster.height)
        band = raster.part(PixelBox(0, top, raster.width, bottom))
        low, high = _bounds(band)
        if _dim(low, high).any():
            return True
    return False


def brightened(raster: AnyRaster) -> AnyRaster:
    """The picture with 8 bits per sample, each dim tile stretched to the full range."""
    if raster.bits == 8:
        return raster

    def read(box: PixelBox) -> Pixels:
        left, top = box.left // TILE * TILE, box.top // TILE * TILE
        right, bottom = -(-box.right // TILE) * TILE, -(-box.bottom // TILE) * TILE
        wide = PixelBox(left, top, right, bottom).clipped(raster.width, raster.height)
        samples = raster.part(wide)
        found = eight_bits(samples)
        for row in range(0, samples.shape[0], TILE):
            band = samples[row : row + TILE]
            low, high = _bounds(band)
            for place in np.flatnonzero(_dim(low, high)).tolist():
                tile = band[:, place * TILE : (place + 1) * TILE].astype(np.uint32)
                stretched = (tile - low[place]) * 255 // (high[place] - low[place])
                found[row : row + TILE, place * TILE : (place + 1) * TILE] = stretched
        return found[box.top - top : box.bottom - top, box.left - left : box.right - left]

    return BandedRaster(raster.width, raster.height, raster.gray, 8, raster.colours, read)


def _bounds(band: Pixels) -> tuple[Pixels, Pixels]:
    """The minimum and maximum of each tile of a row of tiles, over all channels."""
    flat = band.reshape(*band.shape[:2], -1)
    starts = np.arange(0, band.shape[1], TILE)
    low = np.minimum.reduceat(flat.min(axis=(0, 2)), starts)
    high = np.maximum.reduceat(flat.max(axis=(0, 2)), starts)
    return low.astype(np.uint32), high.astype(np.uint32)


def _dim(low: Pixels, high: Pixels) -> Pixels:
    return (high > low) & ((high < DARK) | (high - low < FLAT))
