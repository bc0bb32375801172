"""A picture for the screen, for files that the browser would not show correctly. Never an output.

One picture of the whole, shrunk if it is large; a large one also in tiles at full size, of which a
screen needs a few at a time.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from pixelseal.core.base.arrays import Pixels
from pixelseal.core.base.pixel_box import PixelBox
from pixelseal.core.encode import EncodeSettings, encode
from pixelseal.core.pixels.banded_raster import AnyRaster
from pixelseal.core.pixels.raster import Raster
from pixelseal.core.preview.bitmap import write_bmp
from pixelseal.core.preview.dim import brightened, is_dim
from pixelseal.model import formats

LONGEST_SIDE = 4096  # pixels; every browser draws this much without downscaling
TILE_SIDE = 1024  # pixels; a browser decodes one of that size well within a frame's time
THUMB_SIDE = 192  # pixels
# Pixels of a picture whose tiles are exact: 200 MB of them. Those of larger ones are JPEGs of high
# quality; otherwise they would not fit in memory beside the picture.
EXACT_MOST = 64_000_000
_BAND = 32  # rows of the shrunk picture that are summed at a time
_BAND_PIXELS = 1 << 20  # pixels of which a thumbnail takes some at a time
_NEARLY = EncodeSettings("jpeg", 95, "4:4:4")


class Tile(NamedTuple):
    """A part of the picture at full size, and its file."""

    box: PixelBox
    file: bytes


class Preview(NamedTuple):
    """The whole as a BMP, a thumbnail as a BMP, and tiles if the whole is shrunk.

    `scale` is how many pixels of the whole make one of the image (1.0, 0.5, 0.333 ...); `kind` is
    the media type of the tiles, `exact` is false if they are lossy. `dim` tells that some part
    looks empty on a screen, although it has more than one value (`pixelseal.core.preview.dim`);
    the thumbnail shows such parts brightened: black is for what is covered.
    """

    whole: bytes
    thumb: bytes
    scale: float
    tiles: tuple[Tile, ...]
    kind: str
    exact: bool
    dim: bool


def preview_of(raster: AnyRaster, bright: bool = False) -> Preview:
    """The whole upright picture with 8 bits per sample; with `bright`, dim parts brightened."""
    dim = is_dim(raster)
    small = brightened(raster) if dim and not bright else None
    raster = brightened(raster) if bright else raster.in_eight_bits()
    factor = -(-max(raster.width, raster.height) // LONGEST_SIDE)
    exact = raster.width * raster.height <= EXACT_MOST
    tiles = tuple(_tiles(raster, exact)) if factor > 1 else ()
    whole = Raster(_shrunk(raster, factor))
    thumb = Raster(_thumb(small or whole))
    kind = formats.named("bmp" if exact else _NEARLY.format).media_type
    return Preview(write_bmp(whole), write_bmp(thumb), 1 / factor, tiles, kind, exact, dim)


def thumb_of(raster: AnyRaster) -> bytes:
    """The thumbnail alone, from few of the picture's pixels."""
    return write_bmp(Raster(_thumb(brightened(raster) if is_dim(raster) else raster)))


def _tiles(raster: AnyRaster, exact: bool) -> Iterator[Tile]:
    for top in range(0, raster.height, TILE_SIDE):
        for left in range(0, raster.width, TILE_SIDE):
            box = PixelBox(left, top, left + TILE_SIDE, top + TILE_SIDE)
            box = box.clipped(raster.width, raster.height)
            part = Raster(np.ascontiguousarray(raster.part(box)))
            yield Tile(box, write_bmp(part) if exact else encode(part, _NEARLY))


def _thumb(raster: AnyRaster) -> Pixels:
    """At most THUMB_SIDE per side: means over every n-th pixel, four times as many as needed."""
    step = max(1, max(raster.width, raster.height) // (4 * THUMB_SIDE))
    high = step * max(1, _BAND_PIXELS // (step * raster.width))  # rows at a time
    boxes = [
        PixelBox(0, top, raster.width, min(top + high, raster.height))
        for top in range(0, raster.height, high)
    ]
    some = Raster(np.concatenate([raster.part(box)[::step, ::step] for box in boxes]))
    some = some.in_eight_bits()
    return _shrunk(some, -(-max(some.width, some.height) // THUMB_SIDE))


def _shrunk(raster: AnyRaster, factor: int) -> Pixels:
    """Means of `factor` by `factor` pixels; the last row and column may cover fewer."""
    if factor == 1:
        return raster.held().pixels
    height, width, samples = raster.height, raster.width, () if raster.gray else (3,)
    small = np.empty((-(-height // factor), -(-width // factor), *samples), np.uint8)
    high = np.minimum(factor, height - np.arange(0, height, factor))
    wide = np.minimum(factor, width - np.arange(0, width, factor))
    for top in range(0, len(small), _BAND):  # in bands, so that the sums stay in the cache
        into = small[top : top + _BAND]
        rows = PixelBox(0, top * factor, width, min((top + _BAND) * factor, height))
        band = raster.part(rows)
        sums = np.zeros(into.shape, np.uint32)
        for down in range(min(factor, len(band))):
            lines = band[down::factor]
            for across in range(min(factor, width)):
                part = lines[:, across::factor]
                sums[: part.shape[0], : part.shape[1]] += part
        counts = np.multiply.outer(high[top : top + _BAND], wide).astype(np.uint32)
        into[:] = sums // (counts if raster.gray else counts[:, :, np.newaxis])
    return small
