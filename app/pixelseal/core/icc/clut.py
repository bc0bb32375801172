"""A colour table: interpolates between its grid points. Reads no profile.

Within one cell of the last three axes the path runs along the edges in the order of the rests
(tetrahedral interpolation); the first of four axes is interpolated in a straight line. That is
what LittleCMS does, and it keeps a grey diagonal grey. Weights and entries are integers: no
rounding before the last step, the same result on every machine.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from pixelseal.core.icc.connection_space import Codes, fetch
from pixelseal.core.icc.curves import Curve
from pixelseal.core.icc.matrix import steps

Indices = NDArray[np.intp]

# The rest within a cell has 14 bits; sharing a number with the axis's stride makes one sort move
# both. Strides within three axes are at most 255 ** 2, which needs 16 bits: 30 in all.
_REST_BITS = 14
_ONE = 1 << _REST_BITS
_STRIDE_BITS = 16
_STRIDE_MASK = (1 << _STRIDE_BITS) - 1
_HALF = 32
_HALF_MASK = (1 << _HALF) - 1

# Codes of each channel to three channels of 0..65535.
Lookup = Callable[[Sequence[Codes]], tuple[Indices, Indices, Indices]]


@dataclass(frozen=True)
class ColourTable:
    """Curves into a grid; `entries` (nodes, 3) 0..65535, the last axis running fastest."""

    curves: tuple[Curve, ...]  # one for each of 1, 3 or 4 channels
    grid: tuple[int, ...]
    entries: NDArray[np.uint16]

    def lookup(self, levels: int) -> Lookup:
        """Prepared for codes below `levels`."""
        axes = []
        stride = 1
        for curve, points in reversed(list(zip(self.curves, self.grid, strict=True))):
            axes.append(_Axis.of(curve, points, stride, levels))
            stride *= points
        axes.reverse()
        # Memory access costs more than arithmetic: two channels are fetched, weighted and added as
        # one number. A weighted sum has 30 bits and never reaches the other half.
        both = self.entries[:, 1].astype(np.int64) << _HALF
        both |= self.entries[:, 0]
        fetched = (both, self.entries[:, 2].astype(np.intp))

        def look_up(codes: Sequence[Codes]) -> tuple[Indices, Indices, Indices]:
            bases = [fetch(axis.base, code) for axis, code in zip(axes, codes, strict=True)]
            base = bases[0]
            for other in bases[1:]:
                base += other
            keys = [fetch(axis.key, code) for axis, code in zip(axes, codes, strict=True)]
            if len(keys) < 4:
                first, second, third = _within(fetched, base, keys)
                return first, second, third
            rest, low = keys[0] >> _STRIDE_BITS, _within(fetched, base, keys[1:])
            # The stride of the first axis is too large for its key: it is the same everywhere.
            high = _within(fetched, base + axes[0].stride, keys[1:])
            for below, above in zip(low, high, strict=True):
                above -= below
                above *= rest
                above += _ONE >> 1
                above >>= _REST_BITS
                below += above
            first, second, third = low
            return first, second, third

        return look_up


@dataclass(frozen=True)
class _Axis:
    """By code: the cell's first node, and rest within the cell with the stride to the next."""

    base: Indices
    key: Indices
    stride: int

    @classmethod
    def of(cls, curve: Curve, points: int, stride: int, levels: int) -> "_Axis":
        place = curve(steps(levels)) * (points - 1)
        cell = np.minimum(place.astype(np.intp), points - 2)
        rest = np.rint((place - cell) * _ONE).astype(np.intp)
        return cls(cell * stride, rest << _STRIDE_BITS | (stride & _STRIDE_MASK), stride)


def _within(
    fetched: tuple[NDArray[np.int64], Indices], base: Indices, keys: Sequence[Indices]
) -> list[Indices]:
    """Entries within the cells that start at `base`, along one axis or three."""
    ordered = list(keys)
    for i, j in ((0, 1), (1, 2), (0, 1)) if len(keys) == 3 else ():  # largest rest first
        ordered[i], ordered[j] = (
            np.maximum(ordered[i], ordered[j]),
            np.minimum(ordered[i], ordered[j]),
        )
    rests = [key >> _STRIDE_BITS for key in ordered]
    corner, weight = base, _ONE - rests[0]
    both, third = fetch(fetched[0], corner) * weight, fetch(fetched[1], corner) * weight
    for i, key in enumerate(ordered):
        corner = corner + (key & _STRIDE_MASK)
        weight = rests[i] - rests[i + 1] if i + 1 < len(rests) else rests[i]
        both += fetch(fetched[0], corner) * weight
        third += fetch(fetched[1], corner) * weight
    sums = [(both & _HALF_MASK).astype(np.intp), (both >> _HALF).astype(np.intp), third]
    for total in sums:
        total += _ONE >> 1
        total >>= _REST_BITS
    return sums
