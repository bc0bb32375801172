"""Reads and evaluates the one-dimensional curves of a profile. Knows nothing of their use.

ICC.1:2022, 10.6 (curveType), 10.18 (parametricCurveType).
"""

import struct
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from pixelseal.core.icc import limits
from pixelseal.core.icc.errors import ProfileUnusable
from pixelseal.core.icc.power import Floats, power

# Doubles 0..1 in, doubles 0..1 out.
Curve = Callable[[Floats], Floats]

# 10.18, table 68: how many parameters each function type has.
_PARAMETERS = {0: 1, 1: 3, 2: 4, 3: 5, 4: 7}


@dataclass(frozen=True)
class Sampled:
    """Entries spread evenly over 0..1, straight lines between them."""

    entries: Floats

    def __call__(self, x: Floats) -> Floats:
        """Values 0..1."""
        place = np.clip(x, 0.0, 1.0) * (len(self.entries) - 1)
        left = np.minimum(place.astype(np.intp), len(self.entries) - 2)
        rest = place - left
        low = self.entries[left]
        value: Floats = low + (self.entries[left + 1] - low) * rest
        return value


@dataclass(frozen=True)
class Parametric:
    """(a x + b) ** g + e from x = d on, below it c x + f; clipped to 0..1."""

    g: float
    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 0.0
    e: float = 0.0
    f: float = 0.0

    def __call__(self, x: Floats) -> Floats:
        """Values 0..1."""
        curved = power(np.maximum(self.a * x + self.b, 0.0), self.g) + self.e
        straight = self.c * x + self.f
        return np.clip(np.where(x >= self.d, curved, straight), 0.0, 1.0)


def identity(x: Floats) -> Floats:
    """The curve that changes nothing."""
    return np.clip(x, 0.0, 1.0)


def read_curve(untrusted: bytes, offset: int = 0) -> tuple[Curve, int]:
    """The curve that starts at `offset`, and where it ends. ProfileUnusable: profile-curve."""
    if offset < 0 or len(untrusted) - offset < 12:
        raise ProfileUnusable("profile-curve")
    kind = untrusted[offset : offset + 4]
    if kind == b"curv":
        return _read_sampled(untrusted, offset)
    if kind == b"para":
        return _read_parametric(untrusted, offset)
    raise ProfileUnusable("profile-curve")


def _read_sampled(untrusted: bytes, offset: int) -> tuple[Curve, int]:
    (count,) = struct.unpack_from(">I", untrusted, offset + 8)
    start = offset + 12
    end = start + 2 * count
    if count > limits.CURVE_ENTRIES_MOST or end > len(untrusted):
        raise ProfileUnusable("profile-curve")
    if count == 0:
        return identity, end
    entries = np.frombuffer(untrusted, ">u2", count, start)
    if count == 1:  # u8Fixed8Number: an exponent
        return Parametric(_exponent(int(entries[0]) / 256)), end
    return Sampled(entries / 65535), end


def _read_parametric(untrusted: bytes, offset: int) -> tuple[Curve, int]:
    (function,) = struct.unpack_from(">H", untrusted, offset + 8)
    count = _PARAMETERS.get(function)
    if count is None or len(untrusted) < offset + 12 + 4 * count:
        raise ProfileUnusable("profile-curve")
    raw = struct.unpack_from(f">{count}i", untrusted, offset + 12)
    end = offset + 12 + 4 * count
    g, *rest = (value / 65536 for value in raw)
    _exponent(g)
    if function == 0:
        return Parametric(g), end
    a, b = rest[:2]
    if function in (1, 2):
        if a <= 0:
            raise ProfileUnusable("profile-curve")
        floor = rest[2] if function == 2 else 0.0
        return Parametric(g, a, b, 0.0, -b / a, floor, floor), end
    return Parametric(g, *rest), end


def _exponent(untrusted: float) -> float:
    if not 0 < untrusted <= limits.EXPONENT_MOST:
        raise ProfileUnusable("profile-curve")
    return untrusted
