"""From the profile connection space to linear sRGB, and its curve. Knows no profile.

The connection space is relative to D50 (ICC.1:2022, 6.3 and annex D); XYZ is held as shares of
that white, so that white is 1, 1, 1 and a grey is three equal numbers. sRGB is IEC 61966-2-1, its
white brought from D65 to D50 by the Bradford transform (annex E).
"""

from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pixelseal.core.icc.power import Floats, power

# One number per pixel, float32; three of them are a strip of colours.
Plane = NDArray[np.float32]
Planes = tuple[Plane, Plane, Plane]
Codes = NDArray[Any]  # uint8 or uint16
# How one channel is computed from three: factors of (first - second), second, (third - second).
# Where the middle factors are 1, equal numbers stay equal to the last bit: grey stays grey.
Row = tuple[float, float, float]
Rows = tuple[Row, Row, Row]

WHITE = (0.9642, 1.0, 0.8249)  # D50, ICC.1:2022, 7.2.16
# From shares of white to linear sRGB; the test derives them from the primaries.
FROM_CONNECTION: Rows = (
    (3.021982492397141, 1.0, -0.40477353339886607),
    (-0.9437093077406675, 1.0, 0.027579210967080322),
    (0.0693876191869263, 1.0, 1.159606254266277),
)
# From linear sRGB to the luminance of the connection space: Y of the adapted primaries.
LUMINANCE: Row = (0.22248454022947745, 1.0, 0.06061038116206526)
# CIE 15: the cube root ends at (6/29)^3 and a tangent goes on to 0.
_KNEE = 6 / 29


def fetch(table: Codes, places: Codes) -> Codes:
    """Entries of a table, one for each place; places outside give the first or last entry.

    By far the most expensive step in WebAssembly, and more so with bounds checks.
    """
    return np.take(table, places, mode="clip")


def mixed(planes: Planes, row: Row) -> Plane:
    """One channel of three, float32."""
    first, second, third = planes
    result: Plane = second * np.float32(row[1]) if row[1] != 1.0 else second.copy()
    result += (first - second) * np.float32(row[0])
    result += (third - second) * np.float32(row[2])
    return result


def to_linear(planes: Planes, rows: Rows = FROM_CONNECTION) -> Planes:
    """Shares of white (or any device's linear channels, by its rows) to linear sRGB, unclipped."""
    return mixed(planes, rows[0]), mixed(planes, rows[1]), mixed(planes, rows[2])


def cubed(f: Plane) -> Plane:
    """The share of white of which `f` is the CIELAB function (CIE 15, 8.2.1)."""
    above = np.maximum(f, np.float32(_KNEE))
    share: Plane = above * above * above
    share += np.minimum(f - np.float32(_KNEE), np.float32(0)) * np.float32(3 * _KNEE * _KNEE)
    return share


def encoded(linear: Floats) -> Floats:
    """The curve of sRGB: linear 0..1 (clipped) to 0..1 (IEC 61966-2-1)."""
    x = np.clip(linear, 0.0, 1.0)
    return np.where(x <= 0.0031308, x * 12.92, power(x, 1 / 2.4) * 1.055 - 0.055)


@cache
def encoding_table(bits: int) -> Codes:
    """Samples of 8 or 16 bits by linear light; as many steps as keep the error below half a code.

    The curve starts with a slope of 12.92, so 2 ** 16 steps are fine enough for 8 bits (0.03 of a
    code) and 2 ** 20 for 16 bits (0.4).
    """
    steps = (1 << (16 if bits == 8 else 20)) - 1
    table = np.empty(steps + 1, np.uint8 if bits == 8 else np.uint16)
    for start in range(0, steps + 1, 1 << 16):  # in parts: doubles of all of it would take 100 MB
        part = np.arange(start, min(start + (1 << 16), steps + 1), dtype=np.float64)
        table[start : start + len(part)] = np.rint(encoded(part / steps) * ((1 << bits) - 1))
    table.setflags(write=False)
    return table
