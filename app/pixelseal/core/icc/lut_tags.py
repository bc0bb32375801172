"""Reads the three kinds of colour table tags of a profile. Applies none.

ICC.1:2022, 10.10 (lut16Type), 10.11 (lut8Type), 10.12 (lutAToBType).
"""

import struct
from math import prod

import numpy as np
from numpy.typing import NDArray
from pixelseal.core.icc import limits
from pixelseal.core.icc.clut import ColourTable
from pixelseal.core.icc.curves import Curve, Sampled, identity, read_curve
from pixelseal.core.icc.errors import ProfileUnusable
from pixelseal.core.icc.lut import LutModel, Matrix, Triple
from pixelseal.core.icc.profile import Profile

_CHANNELS = {"gray": 1, "rgb": 3, "cmyk": 4}
_IDENTITY = (65536, 0, 0, 0, 65536, 0, 0, 0, 65536)


def read_lut(profile: Profile, name: bytes) -> LutModel:
    """The table in the tag `name`. ProfileUnusable: profile-lut, -curve."""
    untrusted = profile.tag(name)
    channels = _CHANNELS[profile.space]
    if len(untrusted) < 32 or untrusted[8] != channels or untrusted[9] != 3:
        raise ProfileUnusable("profile-lut")
    if untrusted[:4] in (b"mft1", b"mft2"):
        return _read_mft(untrusted, channels, profile.connection)
    if untrusted[:4] == b"mAB ":
        return _read_mab(untrusted, channels, profile.connection)
    raise ProfileUnusable("profile-lut")


def _read_mft(untrusted: bytes, channels: int, connection: str) -> LutModel:
    wide = untrusted[:4] == b"mft2"
    points = untrusted[10]
    if len(untrusted) < 52:
        raise ProfileUnusable("profile-lut")
    # The matrix is for XYZ devices; for all others it "shall be identity" (10.10, 10.11).
    if channels == 3 and struct.unpack_from(">9i", untrusted, 12) != _IDENTITY:
        raise ProfileUnusable("profile-lut")
    if not wide and connection != "lab":  # 6.3.4.2: there is no 8-bit encoding of XYZ
        raise ProfileUnusable("profile-lut")
    before, after = struct.unpack_from(">2H", untrusted, 48) if wide else (256, 256)
    if not (2 <= before <= 4096 and 2 <= after <= 4096):
        raise ProfileUnusable("profile-lut")
    nodes = _nodes((points,) * channels)
    sizes = before * channels, nodes * 3, after * 3
    numbers = _numbers(untrusted, 52 if wide else 48, sum(sizes), wide)
    first = numbers[: sizes[0]].reshape(channels, before)
    table = numbers[sizes[0] : sizes[0] + sizes[1]].reshape(nodes, 3)
    last = numbers[sizes[0] + sizes[1] :].reshape(3, after)
    curves = tuple(Sampled(row / 65535) for row in first)
    return LutModel(
        table=ColourTable(curves, (points,) * channels, table),
        middle=None,
        matrix=None,
        last=(Sampled(last[0] / 65535), Sampled(last[1] / 65535), Sampled(last[2] / 65535)),
        encoding="xyz" if connection == "xyz" else "lab-2" if wide else "lab-4",
    )


def _read_mab(untrusted: bytes, channels: int, connection: str) -> LutModel:
    b, matrix, m, clut, a = struct.unpack_from(">5I", untrusted, 12)
    if not b or (channels != 3 and not clut):
        raise ProfileUnusable("profile-lut")
    table = None
    if clut:
        curves = _curves(untrusted, a, channels) if a else [identity] * channels
        table = _read_table(untrusted, clut, tuple(curves))
    weights = _read_matrix(untrusted, matrix) if matrix else None
    middle = _triple(untrusted, m) if m else None
    if middle and weights is None:
        weights = ((1.0, 0.0, 0.0, 0.0), (0.0, 1.0, 0.0, 0.0), (0.0, 0.0, 1.0, 0.0))
    encoding = "xyz" if connection == "xyz" else "lab-4"
    return LutModel(table, middle, weights, _triple(untrusted, b), encoding)


def _triple(untrusted: bytes, offset: int) -> Triple:
    first, second, third = _curves(untrusted, offset, 3)
    return first, second, third


def _curves(untrusted: bytes, offset: int, count: int) -> list[Curve]:
    """`count` consecutive curves, each starting at a multiple of 4 (10.12.3)."""
    curves = []
    for _ in range(count):
        curve, end = read_curve(untrusted, offset)
        curves.append(curve)
        offset = end + -end % 4
    return curves


def _read_matrix(untrusted: bytes, offset: int) -> Matrix:
    """Nine weights, then three offsets (10.12.5)."""
    if offset + 48 > len(untrusted):
        raise ProfileUnusable("profile-lut")
    values = [value / 65536 for value in struct.unpack_from(">12i", untrusted, offset)]
    return tuple((*values[3 * i : 3 * i + 3], values[9 + i]) for i in range(3))


def _read_table(untrusted: bytes, offset: int, curves: tuple[Curve, ...]) -> ColourTable:
    """Grid points along each axis, bytes a number, numbers (10.12.4)."""
    if offset + 20 > len(untrusted) or untrusted[offset + 16] not in (1, 2):
        raise ProfileUnusable("profile-lut")
    grid = tuple(untrusted[offset : offset + len(curves)])
    nodes = _nodes(grid)
    numbers = _numbers(untrusted, offset + 20, nodes * 3, untrusted[offset + 16] == 2)
    return ColourTable(curves, grid, numbers.reshape(nodes, 3))


def _nodes(grid: tuple[int, ...]) -> int:
    nodes = prod(grid)
    if min(grid) < limits.GRID_LEAST or nodes > limits.NODES_MOST:
        raise ProfileUnusable("profile-lut")
    return nodes


def _numbers(untrusted: bytes, start: int, count: int, wide: bool) -> NDArray[np.uint16]:
    """Unsigned numbers as 0..65535."""
    if start + count * (2 if wide else 1) > len(untrusted):
        raise ProfileUnusable("profile-lut")
    if wide:
        return np.frombuffer(untrusted, ">u2", count, start).astype(np.uint16)
    return np.frombuffer(untrusted, np.uint8, count, start).astype(np.uint16) * np.uint16(257)
