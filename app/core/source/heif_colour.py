"""The colour of a HEIF picture as an ICC profile: its own, or one made from its code points.

ISO/IEC 14496-12, 12.1.5 (colr); ITU-T H.273 (code points). Converts nothing. Made profiles follow
ICC.1:2022 and hold what conversion needs: three colorants (D50) and one curve.
"""

import struct

from app.core.errors import SourceRefused
from app.core.source.heif_items import Item

_WIDE = {9: "BT.2020", 12: "Display P3"}  # primaries that are neither sRGB's nor unstated
# Colorants of the primaries, adapted to D50 by Bradford's matrix: X, Y, Z of red, green, blue.
_COLORANTS = {
    9: ((0.67348, 0.27904, -0.00194), (0.16568, 0.67535, 0.02998), (0.12505, 0.04561, 0.79687)),
    12: ((0.51512, 0.24120, -0.00105), (0.29198, 0.69225, 0.04189), (0.15710, 0.06657, 0.78407)),
}
_D50 = (0.9642, 1.0, 0.82491)
# Transfer characteristics: 1, 6, 14 and 15 were made for a screen much as sRGB's, and are shown so.
_GAMMA = {4: 2.2, 5: 2.8, 8: 1.0}
_SRGB_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
_BRIGHT = {16: "PQ", 18: "HLG"}


def profile_of(item: Item, tile: Item, coding: str) -> bytes:
    """The profile, b"" where the picture is in sRGB or says nothing.

    Raises format-unsupported for the transfers of bright screens (PQ, HLG): shown as if they were
    sRGB, skin would come out grey.
    """
    rows = [row.body for row in item.properties if row.kind == b"colr"]
    rows = rows or [row.body for row in tile.properties if row.kind == b"colr"]
    for body in rows:
        if body[:4] in (b"prof", b"rICC"):
            return body[4:]
    for body in rows:
        if body[:4] == b"nclx" and len(body) >= 10:
            primaries, transfer = struct.unpack_from(">HH", body, 4)
            if transfer in _BRIGHT:
                name = f"{_BRIGHT[transfer]} {coding.upper()}"
                raise SourceRefused("format-unsupported", format=name)
            return _made(primaries, transfer)
    return b""


def _made(primaries: int, transfer: int) -> bytes:
    if primaries not in _WIDE:
        return b""
    numbers = (_GAMMA[transfer],) if transfer in _GAMMA else _SRGB_CURVE
    curve = b"para" + struct.pack(">IHH", 0, 3 if len(numbers) > 1 else 0, 0) + _fixed(*numbers)
    tags = [(b"wtpt", b"XYZ \0\0\0\0" + _fixed(*_D50))]
    tags += [
        (name + b"XYZ", b"XYZ \0\0\0\0" + _fixed(*colorant))
        for name, colorant in zip((b"r", b"g", b"b"), _COLORANTS[primaries], strict=True)
    ]
    tags += [(name + b"TRC", curve) for name in (b"r", b"g", b"b")]
    table, data = struct.pack(">I", len(tags)), b""
    start = 128 + 4 + 12 * len(tags)
    for name, body in tags:
        table += name + struct.pack(">II", start + len(data), len(body))
        data += body
    head = struct.pack(">I4s4s4s4s4s", start + len(data), b"", b"\4\x30", b"mntr", b"RGB ", b"XYZ ")
    head = head.ljust(36, b"\0") + b"acsp"
    return head.ljust(68, b"\0") + (_fixed(*_D50) + bytes(48)) + table + data


def _fixed(*numbers: float) -> bytes:
    """s15Fixed16Numbers (ICC.1:2022, 4.6)."""
    return b"".join(struct.pack(">i", round(number * 65536)) for number in numbers)
