"""Finds the lowest JPEG quality that preserves the source. Encodes nothing itself.

ADR 0010. The source's own quality is enough if the picture stays on the source's grid and in its
colours. If it was rotated, cropped or converted, each step is rounded again, and the loss is
measured: on the picture itself, or on bands of a large one.
"""

import functools
import math
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pixelseal.core.base.arrays import Pixels
from pixelseal.core.base.pixel_box import PixelBox
from pixelseal.core.pixels.banded_raster import AnyRaster
from pixelseal.core.pixels.raster import Raster

LEAST_PSNR = 45.0  # dB relative to the encoder's input; below, losses are visible side by side
# Bytes relative to those at the source's own quality: if that preserves the picture, and if nothing
# does. Never relative to the source's bytes: what is covered would affect the quality of the rest.
_MOST_GROWTH, _IDLE_GROWTH = 1.4, 1.25
_MARGIN, _MARGIN_OF_BANDS = 0.4, 0.8  # dB: covered pixels do not count, bands represent the rest
_BEST = 100
# Pixels measured: enough for a stable figure, few compared to a photo of 12 megapixels.
_SAMPLE = 1 << 21
_BAND = 64  # rows; a multiple of every grid, so that blocks lie as in the full picture
# The first measurement takes a piece of each band. If it exceeds the target by this much (dB), it
# is enough: pieces of a photo differ by less.
_PIECES, _PLENTY = 8, 2.0
_BLOCK = 16

Write = Callable[[AnyRaster, int], bytes]  # a picture and a quality to a file
Read = Callable[[bytes], Pixels]


def search_quality(raster: AnyRaster, quality: int, write: Write, read: Read) -> bytes:
    """The file of the lowest quality from `quality` up that preserves the picture (8 bits).

    If that would cost too many bytes, the best within a few more.
    """
    sample = _bands(raster)
    wanted = LEAST_PSNR + (_MARGIN if sample is raster else _MARGIN_OF_BANDS)
    look = _pieces(sample)
    if look is not sample:
        seen = _Loss(look.pixels).psnr(read(write(look, quality)))
        if seen >= wanted + _PLENTY:
            return write(raster, quality)
    loss = _Loss(sample.pixels)
    sizes: dict[int, int] = {}  # of the sample at each quality that was tried

    @functools.cache
    def kept(tried: int) -> float:
        file = write(sample, tried)
        sizes[tried] = len(file)
        return loss.psnr(read(file))

    def size(tried: int) -> int:
        if tried not in sizes:
            sizes[tried] = len(write(sample, tried))
        return sizes[tried]

    first, usual = kept(quality), write(raster, quality)
    if first >= wanted:
        return usual
    found = _least(quality, _BEST, lambda tried: kept(tried) >= wanted)
    file = write(raster, found)
    if len(file) <= _MOST_GROWTH * len(usual):
        return file
    # The greatest that fits: one below the least that does not. Sizes of the sample represent the
    # whole: each try on a large picture would mean encoding it.
    most = int(_IDLE_GROWTH * size(quality))
    found = _least(quality, found, lambda tried: size(tried) > most) - 1
    return write(raster, found) if found > quality and kept(found) > first else usual


def _least(below: int, known: int, true_for: Callable[[int], bool]) -> int:
    """By bisection: the lowest quality above `below` for which it is true; at `known` it is."""
    while known - below > 1:
        middle = (below + known) // 2
        if true_for(middle):
            known = middle
        else:
            below = middle
    return known


def _bands(raster: AnyRaster) -> Raster:
    """The picture, or bands of full rows of blocks from all over it, joined."""
    most = max(_SAMPLE // raster.width // _BAND, 1)
    bands = raster.height // _BAND
    if bands <= most:
        return raster.held()
    tops = [bands * number // most * _BAND for number in range(most)]
    boxes = [PixelBox(0, top, raster.width, top + _BAND) for top in tops]
    return Raster(np.concatenate([raster.part(box) for box in boxes]))


def _pieces(sample: Raster) -> Raster:
    """A different piece of each band of the sample, from left to right; small ones in full."""
    wide = sample.width // _PIECES // _BAND * _BAND
    bands = sample.height // _BAND
    if not wide or bands < _PIECES:
        return sample
    places = [(number * _BAND, number % _PIECES * wide) for number in range(bands)]
    cut = [sample.pixels[top : top + _BAND, left : left + wide] for top, left in places]
    return Raster(np.concatenate(cut))


class _Loss:
    """The distance of pictures from a reference: dB, the lower of two figures.

    One over all pixels, one over the blocks that hold more than one value: filled areas come back
    unchanged, and would flatter the first.
    """

    def __init__(self, before: Pixels) -> None:
        self._before = before
        height, width = before.shape[:2]
        self._down, self._across = min(_BLOCK, height), min(_BLOCK, width)
        most, least = self._of_blocks(np.maximum, before), self._of_blocks(np.minimum, before)
        self._told = (most != least).any(axis=-1)

    def psnr(self, after: Pixels) -> float:
        """dB, the lower of the two; infinite if nothing is lost."""
        # 255 squared fits 16 bits without a sign; a 32-bit copy of the sample would be four times.
        before = self._before
        apart = np.maximum(before, after) - np.minimum(before, after)
        squares = np.square(apart, dtype=np.uint16)
        loss = float(squares.mean(dtype=np.float64))
        if self._told.any():
            sums = self._of_blocks(np.add, squares).sum(axis=-1, dtype=np.float64)
            samples = self._down * self._across * _samples_a_pixel(before)
            loss = max(loss, float(sums[self._told].mean()) / samples)
        return 10 * math.log10(255**2 / loss) if loss else math.inf

    def _of_blocks(self, fold: np.ufunc, values: Pixels) -> NDArray[Any]:
        """Rows of blocks, blocks, samples of a pixel: `fold` over each whole block."""
        height, width = values.shape[:2]
        rows, columns = height // self._down, width // self._across
        whole = values[: rows * self._down, : columns * self._across]
        # Along the columns first: that reads memory in order, and is many times faster.
        dtype = np.uint32 if fold is np.add else None
        lines = fold.reduce(whole.reshape(rows, self._down, -1), axis=1, dtype=dtype)
        blocks: NDArray[Any] = fold.reduce(lines.reshape(rows, columns, self._across, -1), axis=2)
        return blocks


def _samples_a_pixel(pixels: Pixels) -> int:
    return 1 if pixels.ndim == 2 else int(pixels.shape[2])
