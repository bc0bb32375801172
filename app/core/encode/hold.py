"""Finds the JPEG quality that keeps what a source held, and no finer one. Encodes nothing itself.

ADR 0010. The source's own quality is enough where the picture stays on the source's grid and in
its colours. Where it was turned, cropped or converted, each step rounds anew, and the loss is
measured: on the picture itself, or on bands of it where it is large.
"""

import math
from collections.abc import Callable

import numpy as np

from app.core.raster import Pixels, Raster

LEAST_PSNR = 45.0  # dB of the picture that goes in; below, losses can be seen side by side
# Bytes over those at the source's own quality: where that keeps the picture, and where nothing can.
# Never over the source's bytes: what is covered would decide on the quality of the rest.
_MOST_GROWTH, _IDLE_GROWTH = 1.4, 1.25
_MARGIN, _MARGIN_OF_BANDS = 0.4, 0.8  # dB: what is covered does not count, bands stand for all
_BEST = 100
# Pixels measured. Enough for a stable figure, little beside a photo of 12 megapixels.
_SAMPLE = 1 << 21
_BAND = 64  # rows; a multiple of every grid, so that blocks lie as they do in the whole
_BLOCK = 16

Write = Callable[[Raster, int], bytes]  # a picture and a quality to a file
Read = Callable[[bytes], Pixels]


def hold(raster: Raster, quality: int, write: Write, read: Read) -> bytes:
    """The file of the least quality, from `quality` up, that keeps the picture (8 bits a sample).

    Where that would cost too many bytes, the best for a few more.
    """
    sample = _bands(raster)
    wanted = LEAST_PSNR + (_MARGIN if sample is raster else _MARGIN_OF_BANDS)

    def kept(tried: int) -> float:
        return _psnr(sample.pixels, read(write(sample, tried)))

    usual, first = write(raster, quality), kept(quality)
    if first >= wanted:
        return usual
    found = _least(quality, _BEST, lambda tried: kept(tried) >= wanted)
    file = write(raster, found)
    if len(file) <= _MOST_GROWTH * len(usual):
        return file
    # The greatest that fits: one below the least that does not.
    most = int(_IDLE_GROWTH * len(usual))
    found = _least(quality, found, lambda tried: len(write(raster, tried)) > most) - 1
    return write(raster, found) if found > quality and kept(found) > first else usual


def _least(below: int, known: int, true_for: Callable[[int], bool]) -> int:
    """By halving: the least quality above `below` that it is true for; `known` is taken to be."""
    while known - below > 1:
        middle = (below + known) // 2
        if true_for(middle):
            known = middle
        else:
            below = middle
    return known


def _bands(raster: Raster) -> Raster:
    """The picture, or bands of whole rows of blocks from all over it, put together."""
    pixels = raster.pixels
    most = max(_SAMPLE // raster.width // _BAND, 1)
    bands = raster.height // _BAND
    if bands <= most:
        return raster
    tops = [bands * number // most * _BAND for number in range(most)]
    return Raster(np.concatenate([pixels[top : top + _BAND] for top in tops]))


def _psnr(before: Pixels, after: Pixels) -> float:
    """dB over all pixels, or over the blocks that hold more than one value: the lower of both.

    Filled areas come back as they are, and would flatter the figure.
    """
    # 255 squared fits 16 bits without a sign; a 32-bit copy of the sample would be four times it.
    apart = np.maximum(before, after) - np.minimum(before, after)
    squares = np.square(apart, dtype=np.uint16)
    height, width = before.shape[:2]
    down, across = min(_BLOCK, height), min(_BLOCK, width)
    shape = (height // down, down, width // across, across, -1)
    cut = np.s_[: height // down * down, : width // across * across]
    blocks = before[cut].reshape(shape)
    told = (blocks.max(axis=(1, 3)) != blocks.min(axis=(1, 3))).any(axis=-1)
    loss = float(squares.mean(dtype=np.float64))
    if told.any():
        of_blocks = squares[cut].reshape(shape).mean(axis=(1, 3, 4), dtype=np.float64)
        loss = max(loss, float(of_blocks[told].mean()))
    return 10 * math.log10(255**2 / loss) if loss else math.inf
