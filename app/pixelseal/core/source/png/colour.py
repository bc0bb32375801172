"""The colour that a PNG states, as an ICC profile: its own, or one made from numbers.

PNG specification, third edition, 4.3 and 11.3.2: cICP before iCCP before sRGB before gAMA and cHRM.
ITU-T H.273 for the code points. Converts nothing.
"""

import struct

from pixelseal.core.base.errors import SourceRefused
from pixelseal.core.source.metadata.synthetic_profile import (
    SRGB_CURVE,
    Pair,
    colorants_of,
    made_profile,
)

# H.273, table 2: white, red, green, blue of the primaries that occur in pictures.
_D65, _C = (0.3127, 0.329), (0.31, 0.316)
_SRGB = (_D65, (0.64, 0.33), (0.3, 0.6), (0.15, 0.06))
_PRIMARIES: dict[int, tuple[Pair, Pair, Pair, Pair]] = {
    1: _SRGB,
    4: (_C, (0.67, 0.33), (0.21, 0.71), (0.14, 0.08)),
    5: (_D65, (0.64, 0.33), (0.29, 0.6), (0.15, 0.06)),
    6: (_D65, (0.63, 0.34), (0.31, 0.595), (0.155, 0.07)),
    7: (_D65, (0.63, 0.34), (0.31, 0.595), (0.155, 0.07)),
    9: (_D65, (0.708, 0.292), (0.17, 0.797), (0.131, 0.046)),
    11: ((0.314, 0.351), (0.68, 0.32), (0.265, 0.69), (0.15, 0.06)),
    12: (_D65, (0.68, 0.32), (0.265, 0.69), (0.15, 0.06)),
    22: (_D65, (0.63, 0.34), (0.295, 0.605), (0.155, 0.077)),
}
# Table 3. Those for ordinary displays are shown as sRGB, as in HEIC and AVIF.
_CURVES: dict[int, tuple[float, ...]] = {
    **dict.fromkeys((1, 6, 13, 14, 15), SRGB_CURVE),
    4: (2.2,),
    5: (2.8,),
    8: (1.0,),
}
_BRIGHT = {16: "PQ", 18: "HLG"}
_UNIT = 100_000  # of gAMA and cHRM
# For sRGB, 11.3.2 has writers put 45455 into gAMA: near that value, sRGB's own curve is meant.
_GAMMA_OF_SRGB = range(45_000, 46_000)
_GAMMA_LEAST, _GAMMA_MOST = _UNIT // 10, _UNIT * 10


class PngColour:
    """Takes the chunks that state the colour space; the first of each kind counts."""

    def __init__(self) -> None:
        self._chunks: dict[bytes, bytes] = {}

    def take(self, name: bytes, body: bytes) -> None:
        """Take any chunk; the body of an iCCP is its profile, inflated."""
        self._chunks.setdefault(name, body)

    @property
    def embedded(self) -> bytes:
        """The profile of an iCCP chunk, b"" without one."""
        return self._chunks.get(b"iCCP", b"")

    def profile(self) -> bytes:
        """The profile, b"" for sRGB and where nothing usable is stated.

        Raises format-unsupported for PQ, HLG and narrow range: shown as sRGB they would be wrong.
        """
        made = self._by_code_points()
        if made is None:
            made = self._chunks.get(b"iCCP")
        if made is None:
            made = b"" if b"sRGB" in self._chunks else self._by_numbers()
        return made

    def _by_code_points(self) -> bytes | None:
        body = self._chunks.get(b"cICP", b"")
        if len(body) != 4 or body[2] or body[3] > 1:
            return None
        primaries, transfer = body[0], body[1]
        if transfer in _BRIGHT:
            raise SourceRefused("format-unsupported", format="bright", transfer=_BRIGHT[transfer])
        if primaries not in _PRIMARIES or transfer not in _CURVES:
            return None
        if not body[3]:
            raise SourceRefused("format-unsupported", format="png-narrow")
        if primaries == 1 and _CURVES[transfer] == SRGB_CURVE:
            return b""
        return made_profile(colorants_of(*_PRIMARIES[primaries]), _CURVES[transfer])

    def _by_numbers(self) -> bytes:
        """From gAMA with cHRM or sRGB's primaries, or from cHRM with sRGB's curve."""
        gamma, chromaticities = self._chunks.get(b"gAMA", b""), self._chunks.get(b"cHRM", b"")
        curve: tuple[float, ...] = SRGB_CURVE
        primaries = _SRGB
        if len(gamma) == 4:
            number = int.from_bytes(gamma, "big")
            if _GAMMA_LEAST <= number <= _GAMMA_MOST and number not in _GAMMA_OF_SRGB:
                curve = (_UNIT / number,)
        if len(chromaticities) == 32:
            n = [number / _UNIT for number in struct.unpack(">8I", chromaticities)]
            primaries = ((n[0], n[1]), (n[2], n[3]), (n[4], n[5]), (n[6], n[7]))
        if (curve, primaries) == (SRGB_CURVE, _SRGB):
            return b""
        try:
            return made_profile(colorants_of(*primaries), curve)
        except ValueError:  # impossible chromaticities
            return b"" if curve == SRGB_CURVE else made_profile(colorants_of(*_SRGB), curve)
