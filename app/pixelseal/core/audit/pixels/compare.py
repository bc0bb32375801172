"""Compares the burned pixels of an output with their cover. Decodes nothing.

Lossless codings: every covered pixel must equal what it must hold. Lossy codings: a compression
block partly outside the covers shows ringing from what is *outside*, so it is not compared. In
blocks entirely inside, every pixel farther from the edge than decoders smooth must match: in a
block of one colour, within the coding's tolerance, and in a JPEG all pixels of that colour must
have the very same value; in a block where colours meet or blend, within the tolerance plus as much
as brightness and hue differ in the block, because coarse coding can flatten them. In a coding that
predicts blocks from those above and beside them, a narrower tolerance applies if these are of the
same colour; in one whose transforms cross any grid, if the blocks all around are.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray
from pixelseal.core.audit.facts.expected import Covered, CoveredEach
from pixelseal.core.audit.facts.parsed_output import ParsedOutput
from pixelseal.core.audit.pixels import blocks
from pixelseal.core.audit.pixels.differences import differences
from pixelseal.core.audit.pixels.expected_pixels import ExpectedPixels, Planes, Window
from pixelseal.core.audit.pixels.overlaid import Labels

_BAND_BLOCKS = 16  # rows of blocks (of rows, if lossless: 256) compared together: limits memory
_WRONG = "A covered area holds something other than what must cover it."


class Shown(Protocol):
    """Pixels (H, W) or (H, W, 3): an array, or an object that makes rows on request."""

    @property
    def shape(self) -> tuple[int, ...]:
        """(H, W) or (H, W, 3)."""

    def __getitem__(self, rows: slice) -> NDArray[Any]:
        """These rows as an array."""


@dataclass
class Reading:
    """How many covered pixels were compared, and a sentence if one was wrong."""

    compared: int = 0
    why: str = ""


def read_back(
    pixels: Shown, covers: tuple[Covered | CoveredEach, ...], parsed: ParsedOutput
) -> Reading:
    """Compare the covered areas of `pixels` (H, W) or (H, W, 3) with what they must hold."""
    reading = Reading()
    wanted = ExpectedPixels(covers, (pixels.shape[0], pixels.shape[1]))
    if len(pixels.shape) == 2 and wanted.coloured:
        reading.why = "A covered area should have a colour, but the picture is gray."
        return reading
    look = _lossy if parsed.lossy else _lossless
    firsts = _Firsts(len(wanted.paints))
    rows = _BAND_BLOCKS * parsed.grid[1] if parsed.lossy else 256
    for top in range(0, pixels.shape[0], rows):
        window = wanted.touched(top, min(top + rows, pixels.shape[0]))
        if window is None:
            continue
        compared, right = look(pixels, wanted, window, parsed, firsts)
        reading.compared += compared
        if not right:
            reading.why = _WRONG
            return reading
    return reading


class _Firsts:
    """The first value seen of each flat colour, by its number."""

    def __init__(self, colours: int) -> None:
        self._met = np.zeros(colours, np.bool_)
        self._values: NDArray[Any] | None = None

    def meet(
        self, one: Labels, same: blocks.Mask, held: NDArray[Any], places: blocks.Places
    ) -> NDArray[Any]:
        """The first value of each number, (n) or (n, 3), once these pixels have been seen.

        `one` has the number of each block, `same` the pixels that only blocks of it affect. Any of
        them will do, for all of a number must be equal: if possible the middle one of a block.
        """
        if self._values is None:
            self._values = np.zeros((len(self._met), *held.shape[2:]), held.dtype)
        values = self._values
        y, x, there = places.middles(one.shape)
        y, x, numbers = y[there], x[there], one[there]
        some = same[y, x]
        some &= ~self._met[numbers]
        values[numbers[some]] = held[y[some], x[some]]
        self._met[numbers[some]] = True
        left = same & places.spread(~self._met[one])
        if left.any():
            numbers = places.spread(one)[left]
            values[numbers] = held[left]
            self._met[numbers] = True
        return values

    def met(self, numbers: Labels) -> Labels:
        """Those of the numbers of which a value was seen."""
        found: Labels = numbers[self._met[numbers]]
        return found


def _lossless(
    pixels: Shown, wanted: ExpectedPixels, window: Window, _parsed: ParsedOutput, _firsts: _Firsts
) -> tuple[int, bool]:
    labels = wanted.labels(window)
    held, colours = _held(pixels, window), wanted.colours(labels, window)
    covered = labels >= 0
    return int(covered.sum()), not ((_away(held, colours) != 0) & covered).any()


def _lossy(
    pixels: Shown, wanted: ExpectedPixels, window: Window, parsed: ParsedOutput, firsts: _Firsts
) -> tuple[int, bool]:
    around = max([2 if parsed.inner else 1, *(1 + distance for distance, _ in parsed.deeper)])
    wide = blocks.widened(window, parsed.grid, around)
    labels = wanted.labels(wide)
    lowest = blocks.folded(np.minimum, labels, parsed)
    highest = blocks.folded(np.maximum, labels, parsed)
    covered = np.minimum(lowest, 0)
    places = blocks.Places(wide, window, parsed)
    inside = places.cut(blocks.alike(covered, parsed))
    if not inside.any():
        return 0, True
    held = _held(pixels, window)
    # The number of each block's paint, if it has only one and that is a colour.
    one = np.where((lowest == highest) & (wanted.ramps[lowest] < 0), lowest, np.int32(-1))
    flat, right = _flat(held, wanted, one, places, firsts)
    mixed = inside & ~flat
    if mixed.any():
        colours = wanted.colours(labels, wide)
        away = _away(held, places.cut(colours))
        # A JPEG's tolerance is what rounding one coefficient does; here many are.
        least = 2 * parsed.tolerance if parsed.flat else parsed.tolerance
        room = places.cut(differences(colours, parsed)) + np.int16(least)
        right &= not ((away > room) & mixed).any()
    return int(inside.sum()), right


def _flat(
    held: NDArray[Any],
    wanted: ExpectedPixels,
    one: Labels,
    places: blocks.Places,
    firsts: _Firsts,
) -> tuple[blocks.Mask, bool]:
    """The window's pixels that only blocks of one colour affect, and whether all of them are right.

    All colours are compared together: the cost depends on the pixels, not on their number.
    """
    parsed = places.parsed
    same = places.cut(blocks.alike(one, parsed))
    if not same.any():
        return same, True
    if parsed.flat:
        numbers = np.unique(one)
        values = firsts.meet(one, same, held, places)
        met = firsts.met(numbers[numbers >= 0])
        right = _near(values[met], wanted.palette[met], parsed.tolerance)
        samples = values.reshape(len(values), -1).T
        firsts_of = (
            sample[met[0]] if len(met) == 1 else places.spread(sample[one]) for sample in samples
        )
        right &= not (same & _differs(held, firsts_of)).any()
    else:
        which = places.spread(one)
        right = _near(held[same], wanted.palette[which[same]], parsed.tolerance)
    if parsed.inner:
        within = places.cut(blocks.alike(blocks.predicted(one), parsed))
        right &= _near(held[within], wanted.palette[places.spread(one)[within]], parsed.inner)
    for distance, tolerance in parsed.deeper:
        deep = places.spread(blocks.eroded(one, distance))
        right &= _near(held[deep], wanted.palette[places.spread(one)[deep]], tolerance)
    return same, right


def _held(pixels: Shown, window: Window) -> NDArray[Any]:
    left, top, right, bottom = window
    return pixels[top:bottom][:, left:right]


def _differs(held: NDArray[Any], samples: Iterable[NDArray[Any]]) -> blocks.Mask:
    """Where pixels differ from these samples, each a plane or one value; as in `_away`."""
    differs = np.zeros(held.shape[:2], np.bool_)
    for own, sample in zip(
        np.moveaxis(held.reshape(*differs.shape, -1), 2, 0), samples, strict=True
    ):
        differs |= own != sample
    return differs


def _away(held: NDArray[Any], colours: Planes) -> NDArray[Any]:
    """How far each pixel is from its colour (3, ...) in the worst of its samples, in their levels.

    Sample by sample, because NumPy is slow along an axis of only three.
    """
    wide = held.dtype.itemsize == 2
    dtype, scale = (np.int32, 257) if wide else (np.int16, 1)
    samples = held.reshape(*colours.shape[1:], -1)
    worst: NDArray[Any] = np.zeros(colours.shape[1:], dtype)
    for sample in range(samples.shape[-1]):
        away = samples[..., sample].astype(dtype) - colours[sample].astype(dtype) * dtype(scale)
        np.maximum(worst, np.abs(away, out=away), out=worst)
    return worst


def _near(values: NDArray[Any], colours: Planes, tolerance: int) -> bool:
    """True if each pixel of (n) or (n, 3) `values` is that close to its 8-bit colour of (n, 3)."""
    return not len(values) or bool((_away(values, colours.T) <= tolerance).all())
