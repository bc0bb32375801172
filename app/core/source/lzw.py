"""Counts how many bytes an LZW stream decodes to. Makes none of these bytes.

TIFF 6.0 section 13 (codes from the high bit, width grows one code early) and GIF89a appendix F
(codes from the low bit). Between two clear codes the width of every code follows from its place
alone, so whole runs of codes are cut out with numpy and only their lengths are added up.
"""

from typing import TYPE_CHECKING

import numpy as np

from app.core.errors import SourceRefused

if TYPE_CHECKING:
    from numpy.typing import NDArray

_WIDTH_MOST = 12
_TABLE_MOST = 1 << _WIDTH_MOST
# Codes cut out at once: enough to fill the table of any flavour after a clear code.
_RUN = _TABLE_MOST + 1024


class LzwCounter:
    """Counts decoded bytes for one flavour of LZW; serves many strips.

    `literal_bits` is 8 in TIFF and the minimum code size in GIF (1..8).
    """

    def __init__(self, *, high_bit_first: bool, literal_bits: int) -> None:
        self._high_first = high_bit_first
        self._clear = 1 << literal_bits
        self._widths = np.array(_code_widths(literal_bits, high_bit_first), dtype=np.int64)
        self._steady = np.full(_RUN, _WIDTH_MOST, dtype=np.int64)

    def decoded_length(self, untrusted: bytes, needed: int) -> int:
        """Number of bytes decoded up to the end code, the end of data, or once `needed` are there.

        Raises file-damaged for a code that the table does not hold yet.
        """
        padded = np.frombuffer(untrusted + bytes(4), dtype=np.uint8).astype(np.uint32)
        at = total = 0
        lengths: list[int] = []
        while total < needed:
            # A full table stays as it is until a clear code: its codes are all of one width.
            widths = self._steady if lengths else self._widths
            ends = np.cumsum(widths)
            count = int(np.searchsorted(ends, len(untrusted) * 8 - at, side="right"))
            codes = self._codes(padded, at + ends[:count] - widths[:count], widths[:count])
            stops = np.flatnonzero((codes == self._clear) | (codes == self._clear + 1))
            stop = int(stops[0]) if stops.size else count
            full = lengths
            lengths = lengths or [1] * self._clear + [0, 0]
            total += _run_length(codes[:stop].tolist(), lengths, grows=not full)
            if stop < count:
                if int(codes[stop]) == self._clear + 1:
                    break
                lengths = []
                at += int(ends[stop])
            elif count < len(widths):
                break
            else:
                at += int(ends[-1])
        return total

    def _codes(
        self, padded: "NDArray[np.uint32]", starts: "NDArray[np.int64]", widths: "NDArray[np.int64]"
    ) -> "NDArray[np.int64]":
        """The codes that begin at the bits `starts`."""
        first, shift = starts >> 3, starts & 7
        parts = [padded[first + place].astype(np.int64) for place in range(3)]
        if self._high_first:
            word = parts[0] << 16 | parts[1] << 8 | parts[2]
            codes: NDArray[np.int64] = word >> (24 - shift - widths)
        else:
            word = parts[0] | parts[1] << 8 | parts[2] << 16
            codes = word >> shift
        codes &= (1 << widths) - 1
        return codes


def _code_widths(literal_bits: int, early: bool) -> list[int]:
    """Bits of each code after a clear code, as far as the table can grow."""
    width, widths = literal_bits + 1, []
    for index in range(_RUN):
        # Strings in the table when code `index` is read: the first code after a clear adds none.
        size = (1 << literal_bits) + 2 + max(index - 1, 0) + early
        while width < _WIDTH_MOST and size >= 1 << width:
            width += 1
        widths.append(width)
    return widths


def _run_length(codes: list[int], lengths: list[int], *, grows: bool) -> int:
    """Bytes that `codes` stand for; `lengths` are those of the strings by code.

    While the table grows, each code adds a string one longer than its own, which the very next
    code may already use.
    """
    total = 0
    try:
        if not grows:
            return sum(lengths[code] for code in codes)
        grow = lengths.append
        for code in codes:
            length = lengths[code]
            grow(length + 1)
            total += length
    except IndexError:
        raise SourceRefused("file-damaged") from None
    return total
