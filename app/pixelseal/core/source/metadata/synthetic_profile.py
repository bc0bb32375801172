"""Makes an ICC profile from colours that a file states as numbers. Reads and converts nothing.

ICC.1:2022: only what conversion needs, three colorants (relative to D50) and one curve. Colorants
by ITU-T H.273 and annex E: the white point is adapted to D50 by the Bradford transform.
"""

import struct

Pair = tuple[float, float]
Triple = tuple[float, float, float]
Colorants = tuple[Triple, Triple, Triple]  # X, Y, Z of red, green, blue

# Parameters of a para curve (10.18): one is a plain exponent, five the curve of IEC 61966-2-1.
SRGB_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
_D50 = (0.9642, 1.0, 0.82491)
_BRADFORD: Colorants = (
    (0.8951, 0.2664, -0.1614),
    (-0.7502, 1.7135, 0.0367),
    (0.0389, -0.0685, 1.0296),
)


def colorants_of(white: Pair, red: Pair, green: Pair, blue: Pair) -> Colorants:
    """From chromaticities x and y. ValueError for ones that no display can have."""
    if min(white[1], red[1], green[1], blue[1]) <= 0:
        raise ValueError("no luminance")
    columns = [(x / y, 1.0, (1 - x - y) / y) for x, y in (red, green, blue)]
    middle = (white[0] / white[1], 1.0, (1 - white[0] - white[1]) / white[1])
    shares = _solved(columns, middle)
    scaled = [
        (x * share, y * share, z * share) for (x, y, z), share in zip(columns, shares, strict=True)
    ]
    cones_of_white, cones_of_d50 = _times(_BRADFORD, middle), _times(_BRADFORD, _D50)
    if min(cones_of_white) <= 0:
        raise ValueError("no white")
    back = list(zip(*_BRADFORD, strict=True))
    adapted = []
    for colour in scaled:
        cones = _times(_BRADFORD, colour)
        at_d50 = [c * d / w for c, d, w in zip(cones, cones_of_d50, cones_of_white, strict=True)]
        adapted.append(_solved(back, (at_d50[0], at_d50[1], at_d50[2])))
    return adapted[0], adapted[1], adapted[2]


def made_profile(colorants: Colorants, curve: tuple[float, ...]) -> bytes:
    """The profile; `curve` is an exponent or `SRGB_CURVE`."""
    parameters = struct.pack(">IHH", 0, 3 if len(curve) > 1 else 0, 0) + _fixed(*curve)
    tags = [(b"wtpt", b"XYZ \0\0\0\0" + _fixed(*_D50))]
    tags += [
        (name + b"XYZ", b"XYZ \0\0\0\0" + _fixed(*colorant))
        for name, colorant in zip((b"r", b"g", b"b"), colorants, strict=True)
    ]
    tags += [(name + b"TRC", b"para" + parameters) for name in (b"r", b"g", b"b")]
    table, data = struct.pack(">I", len(tags)), b""
    start = 128 + 4 + 12 * len(tags)
    for name, body in tags:
        table += name + struct.pack(">II", start + len(data), len(body))
        data += body
    head = struct.pack(">I4s4s4s4s4s", start + len(data), b"", b"\4\x30", b"mntr", b"RGB ", b"XYZ ")
    head = head.ljust(36, b"\0") + b"acsp"
    return head.ljust(68, b"\0") + (_fixed(*_D50) + bytes(48)) + table + data


def _fixed(*numbers: float) -> bytes:
    """s15Fixed16Numbers (ICC.1:2022, 4.6). ValueError outside their range."""
    if max(map(abs, numbers)) >= 32767:
        raise ValueError("too large")
    return b"".join(struct.pack(">i", round(number * 65536)) for number in numbers)


def _times(rows: Colorants, vector: Triple) -> Triple:
    first, second, third = (sum(a * b for a, b in zip(r, vector, strict=True)) for r in rows)
    return first, second, third


def _solved(columns: "list[Triple]", wanted: Triple) -> Triple:
    """The weights of three columns whose weighted sum is `wanted` (Cramer's rule)."""
    whole = _determinant(*columns)
    if abs(whole) < 1e-9:
        raise ValueError("no three colours")
    first, second, third = columns
    return (
        _determinant(wanted, second, third) / whole,
        _determinant(first, wanted, third) / whole,
        _determinant(first, second, wanted) / whole,
    )


def _determinant(a: Triple, b: Triple, c: Triple) -> float:
    return (
        a[0] * (b[1] * c[2] - b[2] * c[1])
        - b[0] * (a[1] * c[2] - a[2] * c[1])
        + c[0] * (a[1] * b[2] - a[2] * b[1])
    )
