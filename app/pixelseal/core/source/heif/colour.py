"""The colour of a HEIF picture as an ICC profile: its own, or one made from its code points.

ISO/IEC 14496-12, 12.1.5 (colr); ITU-T H.273 (code points). Converts nothing.
"""

import struct

from pixelseal.core.base.errors import SourceRefused
from pixelseal.core.source.facts.heif_items import Item
from pixelseal.core.source.metadata.synthetic_profile import SRGB_CURVE, made_profile

# Colorants of other primaries than sRGB's (BT.2020, Display P3), adapted to D50 by Bradford's
# matrix: X, Y, Z of red, green, blue.
_COLORANTS = {
    9: ((0.67348, 0.27904, -0.00194), (0.16568, 0.67535, 0.02998), (0.12505, 0.04561, 0.79687)),
    12: ((0.51512, 0.24120, -0.00105), (0.29198, 0.69225, 0.04189), (0.15710, 0.06657, 0.78407)),
}
# Transfer characteristics: 1, 6, 14 and 15 are meant for displays much like sRGB's, and shown as
# sRGB.
_CURVES = {4: (2.2,), 5: (2.8,), 8: (1.0,)}
_BRIGHT = {16: "PQ", 18: "HLG"}


def profile_of(item: Item, tile: Item, held: dict[int, bytes]) -> bytes:
    """The profile, b"" where the picture is in sRGB or states no colour.

    `held` is what was returned for other pictures of the file: those with one property share it.

    Raises format-unsupported for HDR transfers (PQ, HLG): shown as sRGB, skin would come out grey.
    """
    rows = [row.body for row in item.properties if row.kind == b"colr"]
    rows = rows or [row.body for row in tile.properties if row.kind == b"colr"]
    for body in rows:
        if body[:4] in (b"prof", b"rICC"):
            if id(body) not in held:  # the items hold it for as long as the file is examined
                held[id(body)] = body[4:]
            return held[id(body)]
    for body in rows:
        if body[:4] == b"nclx" and len(body) >= 10:
            primaries, transfer = struct.unpack_from(">HH", body, 4)
            if transfer in _BRIGHT:
                bright = _BRIGHT[transfer]
                raise SourceRefused("format-unsupported", format="bright", transfer=bright)
            return _made(primaries, transfer)
    return b""


def _made(primaries: int, transfer: int) -> bytes:
    if primaries not in _COLORANTS:
        return b""
    return made_profile(_COLORANTS[primaries], _CURVES.get(transfer, SRGB_CURVE))
