"""Matrix profiles (three curves, three colorants) and grey ones. Reads no colour table.

ICC.1:2022, F.2 (monochrome), F.3 (three-component matrix-based), 10.31 (XYZType).
"""

import struct
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from pixelseal.core.icc import limits
from pixelseal.core.icc.connection_space import (
    FROM_CONNECTION,
    WHITE,
    Codes,
    Plane,
    Planes,
    Row,
    Rows,
    cubed,
    fetch,
    to_linear,
)
from pixelseal.core.icc.curves import Curve, read_curve
from pixelseal.core.icc.errors import ProfileUnusable
from pixelseal.core.icc.power import Floats
from pixelseal.core.icc.profile import Profile

# From the codes of each channel to linear sRGB, unclipped; all planes have one shape.
Reader = Callable[[Sequence[Codes]], Planes]


def steps(levels: int) -> Floats:
    """The numbers 0..1 that the codes 0..levels-1 stand for."""
    return np.arange(levels, dtype=np.float64) / (levels - 1)


@dataclass(frozen=True)
class MatrixModel:
    """A curve for each channel, then weights."""

    curves: tuple[Curve, Curve, Curve]
    rows: Rows

    def reader(self, levels: int) -> Reader:
        """Prepared for codes below `levels`."""
        red, green, blue = (curve(steps(levels)).astype(np.float32) for curve in self.curves)

        def read(codes: Sequence[Codes]) -> Planes:
            planes = fetch(red, codes[0]), fetch(green, codes[1]), fetch(blue, codes[2])
            return to_linear(planes, self.rows)

        return read


@dataclass(frozen=True)
class GrayModel:
    """One curve, to luminance or (`lightness`) to L*."""

    curve: Curve
    lightness: bool

    def reader(self, levels: int) -> Reader:
        """Prepared for codes below `levels`."""
        table: Plane = self.curve(steps(levels)).astype(np.float32)
        if self.lightness:
            table = cubed((table * np.float32(100) + np.float32(16)) / np.float32(116))

        def read(codes: Sequence[Codes]) -> Planes:
            plane = fetch(table, codes[0])
            return plane, plane, plane

        return read


def read_gray(profile: Profile) -> GrayModel:
    """The grey curve. ProfileUnusable: profile-tag-missing, -curve."""
    curve, _ = read_curve(profile.tag(b"kTRC"))
    return GrayModel(curve, profile.connection == "lab")


def read_matrix(profile: Profile) -> MatrixModel:
    """Curves and weights. ProfileUnusable: profile-tag-missing, -curve, -pcs, -implausible."""
    if profile.connection != "xyz":
        raise ProfileUnusable("profile-pcs")
    red, green, blue = (read_curve(profile.tag(name))[0] for name in (b"rTRC", b"gTRC", b"bTRC"))
    colorants = [_colorant(profile.tag(name)) for name in (b"rXYZ", b"gXYZ", b"bXYZ")]
    first, second, third = (_row(row, colorants) for row in FROM_CONNECTION)
    return MatrixModel((red, green, blue), (first, second, third))


def _colorant(untrusted: bytes) -> tuple[float, float, float]:
    """An XYZ value as shares of the white."""
    if len(untrusted) < 20 or untrusted[:4] != b"XYZ ":
        raise ProfileUnusable("profile-damaged")
    x, y, z = struct.unpack_from(">3i", untrusted, 8)
    return x / 65536 / WHITE[0], y / 65536 / WHITE[1], z / 65536 / WHITE[2]


def _row(row: Row, colorants: Sequence[tuple[float, float, float]]) -> Row:
    """The weights of one sRGB channel."""
    weights = [y * row[1] + (x - y) * row[0] + (z - y) * row[2] for x, y, z in colorants]
    if max(abs(weight) for weight in weights) > limits.WEIGHT_MOST:
        raise ProfileUnusable("profile-implausible")
    white = weights[0] + weights[1] + weights[2]
    return weights[0], 1.0 if abs(white - 1) <= limits.WHITE_SLACK else white, weights[2]
