"""Writes ICC profiles: headers, curves, colorants and colour tables. Checks nothing.

ICC.1:2022, clauses 7 and 10. The numbers are the caller's; the colorimetry here is a test's own,
in plain numpy, and shares nothing with the engine's.
"""

import struct
from collections.abc import Callable, Sequence

import numpy as np

D50 = np.array([0.9642, 1.0, 0.8249])
D65 = (0.3127, 0.3290)
BRADFORD = np.array(
    [[0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296]]
)
SRGB = ((0.64, 0.33), (0.30, 0.60), (0.15, 0.06))
DISPLAY_P3 = ((0.68, 0.32), (0.265, 0.69), (0.15, 0.06))
ADOBE_RGB = ((0.64, 0.33), (0.21, 0.71), (0.15, 0.06))
PROPHOTO = ((0.734699, 0.265301), (0.159597, 0.840403), (0.036598, 0.000105))
PROPHOTO_WHITE = (0.345704, 0.358540)


def profile(
    space: str,
    tags: dict[str, bytes],
    *,
    version: int = 4,
    connection: str = "XYZ ",
    kind: str = "mntr",
) -> bytes:
    """A profile with these tags and a description, a copyright and a white point."""
    text = b"A synthetic profile"
    if version >= 4:
        words = text.decode().encode("utf-16-be")
        note = struct.pack(">4sIIIHHII", b"mluc", 0, 1, 12, 0x656E, 0x5553, len(words), 28) + words
    else:
        note = struct.pack(">4sII", b"desc", 0, len(text) + 1) + text + bytes(80)
    plain = struct.pack(">4sI", b"text", 0) + text + b"\0"
    copyright_tag = note if version >= 4 else plain
    every = {"desc": note, "cprt": copyright_tag, "wtpt": xyz(D50), **tags}
    offset = 128 + 4 + 12 * len(every)
    table, body = struct.pack(">I", len(every)), b""
    for name, element in every.items():
        table += struct.pack(">4sII", name.encode(), offset + len(body), len(element))
        body += element + bytes(-len(element) % 4)
    header = struct.pack(
        ">I4sI4s4s4s6H4s4sI4s4sQI3i4s16s28x",
        offset + len(body),
        b"test",
        {2: 0x02100000, 4: 0x04400000}.get(version, version << 24),
        kind.encode(),
        space.encode(),
        connection.encode(),
        *(2000, 1, 1, 0, 0, 0),
        *(b"acsp", bytes(4), 0, bytes(4), bytes(4), 0, 0),
        *(fixed(value) for value in D50),
        *(b"test", bytes(16)),
    )
    return header + table + body


def fixed(value: float) -> int:
    """An s15Fixed16Number."""
    return round(value * 65536)


def xyz(value: Sequence[float]) -> bytes:
    """An XYZType of one value."""
    return struct.pack(">4sI3i", b"XYZ ", 0, *(fixed(part) for part in value))


def curv(entries: Sequence[int] | np.ndarray) -> bytes:
    """A curveType; none is the identity, one an exponent in 1/256."""
    return struct.pack(f">4sII{len(entries)}H", b"curv", 0, len(entries), *map(int, entries))


def gamma(exponent: float) -> bytes:
    """A curveType of one exponent."""
    return curv([round(exponent * 256)])


def sampled(curve: Callable[[np.ndarray], np.ndarray], entries: int) -> bytes:
    """A curveType of a function over 0..1."""
    return curv(np.rint(np.clip(curve(np.linspace(0, 1, entries)), 0, 1) * 65535))


def para(function: int, *values: float) -> bytes:
    """A parametricCurveType."""
    return struct.pack(
        f">4sIHH{len(values)}i", b"para", 0, function, 0, *(fixed(value) for value in values)
    )


SRGB_CURVE = para(3, 2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)


def srgb_decoded(x: np.ndarray) -> np.ndarray:
    """The curve of sRGB, coded to linear."""
    return np.where(x <= 0.04045, x / 12.92, ((x + 0.055) / 1.055) ** 2.4)


def srgb_coded(x: np.ndarray) -> np.ndarray:
    """The curve of sRGB, linear to coded."""
    x = np.clip(x, 0, 1)
    return np.where(x <= 0.0031308, x * 12.92, 1.055 * x ** (1 / 2.4) - 0.055)


def to_d50(primaries: Sequence[tuple[float, float]], white: tuple[float, float]) -> np.ndarray:
    """The matrix from linear RGB of these primaries to XYZ under D50, by Bradford."""
    points = np.array([[x / y, 1, (1 - x - y) / y] for x, y in (*primaries, white)])
    native = points[:3].T * np.linalg.solve(points[:3].T, points[3])
    ratio = (BRADFORD @ D50) / (BRADFORD @ points[3])
    return np.linalg.inv(BRADFORD) @ np.diag(ratio) @ BRADFORD @ native


def rgb(
    primaries: Sequence[tuple[float, float]],
    curve: bytes,
    *,
    white: tuple[float, float] = D65,
    version: int = 4,
    extra: dict[str, bytes] | None = None,
) -> bytes:
    """A matrix profile with one curve for all channels."""
    columns = to_d50(primaries, white).T
    tags = dict(zip(("rXYZ", "gXYZ", "bXYZ"), map(xyz, columns), strict=True))
    tags |= {"rTRC": curve, "gTRC": curve, "bTRC": curve}
    return profile("RGB ", tags | (extra or {}), version=version)


def gray(curve: bytes, *, version: int = 4, connection: str = "XYZ ") -> bytes:
    """A grey profile."""
    return profile("GRAY", {"kTRC": curve}, version=version, connection=connection)


def nodes(channels: int, points: int) -> np.ndarray:
    """All grid points, (points ** channels, channels) of 0..1, the last channel fastest."""
    axes = np.meshgrid(*[np.linspace(0, 1, points)] * channels, indexing="ij")
    return np.stack([axis.ravel() for axis in axes], axis=1)


def mft(
    table: np.ndarray,
    channels: int,
    points: int,
    *,
    wide: bool,
    before: Callable[[np.ndarray], np.ndarray] | None = None,
    after: Callable[[np.ndarray], np.ndarray] | None = None,
) -> bytes:
    """lut16Type or lut8Type with `table` (nodes, 3) of 0..1, and curves for all channels."""
    full, dtype, entries = (65535, ">u2", 1024) if wide else (255, ">u1", 256)
    ramp = np.linspace(0, 1, entries)

    def numbers(values: np.ndarray) -> bytes:
        return np.rint(np.clip(values, 0, 1) * full).astype(dtype).tobytes()

    head = struct.pack(">4sI4B", b"mft2" if wide else b"mft1", 0, channels, 3, points, 0)
    head += struct.pack(">9i", *(65536 if i % 4 == 0 else 0 for i in range(9)))
    if wide:
        head += struct.pack(">2H", entries, entries)
    first = numbers(before(ramp) if before else ramp) * channels
    last = numbers(after(ramp) if after else ramp) * 3
    return head + first + numbers(table) + last


def mab(
    *,
    channels: int = 3,
    a: Sequence[bytes] = (),
    table: np.ndarray | None = None,
    grid: Sequence[int] = (),
    precision: int = 2,
    m: Sequence[bytes] = (),
    matrix: Sequence[float] = (),
    b: Sequence[bytes] = (curv([]),) * 3,
) -> bytes:
    """lutAToBType of these parts; `table` (nodes, 3) of 0..1, `matrix` 9 weights, 3 offsets."""
    parts, offsets, place = b"", [], 32
    clut = b""
    if table is not None:
        full, dtype = (65535, ">u2") if precision == 2 else (255, ">u1")
        clut = bytes(grid) + bytes(16 - len(grid)) + bytes([precision, 0, 0, 0])
        clut += np.rint(np.clip(table, 0, 1) * full).astype(dtype).tobytes()
    weights = struct.pack(f">{len(matrix)}i", *(fixed(value) for value in matrix))
    for part in (_joined(b), weights, _joined(m), clut, _joined(a)):
        offsets.append(place if part else 0)
        part += bytes(-len(part) % 4)
        parts += part
        place += len(part)
    return struct.pack(">4sIBBH5I", b"mAB ", 0, channels, 3, 0, *offsets) + parts


def _joined(curves: Sequence[bytes]) -> bytes:
    return b"".join(curve + bytes(-len(curve) % 4) for curve in curves)


def lab(values: np.ndarray) -> np.ndarray:
    """XYZ (n, 3) under D50 to CIELAB."""
    share = values / D50
    f = np.where(share > (6 / 29) ** 3, np.cbrt(share), share * (841 / 108) + 4 / 29)
    return np.stack(
        [116 * f[:, 1] - 16, 500 * (f[:, 0] - f[:, 1]), 200 * (f[:, 1] - f[:, 2])], axis=1
    )


def lab_coded(values: np.ndarray, *, old: bool) -> np.ndarray:
    """CIELAB as shares of the full code: `old` for lut16Type, else as in version 4."""
    shifted = np.stack([values[:, 0] * 2.55, values[:, 1] + 128, values[:, 2] + 128], axis=1)
    return shifted * 256 / 65535 if old else shifted / 255


def xyz_coded(values: np.ndarray) -> np.ndarray:
    """XYZ as shares of the full 16-bit code."""
    return values * 32768 / 65535


def press(inks: np.ndarray) -> np.ndarray:
    """XYZ of a made-up press: (n, 4) inks 0..1, each taking light of each kind; a weak black."""
    passes = np.array([[0.12, 0.55, 0.85], [0.75, 0.10, 0.35], [0.95, 0.85, 0.08], [0.03] * 3])
    light = np.prod(1 - inks[:, :, np.newaxis] * (1 - passes), axis=1)
    return (light * 0.985 + 0.015 * (1 - inks[:, 3:] * 0.4)) @ to_d50(SRGB, D65).T
