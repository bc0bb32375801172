"""Counts how many bytes an LZW stream decodes to, without decoding it.

TIFF 6.0 section 13 (codes from the high bit, width grows one code early) and GIF89a appendix F
(codes from the low bit). Between two clear codes the width of every code follows from its position
alone, and the string that code i adds is one byte longer than that of code i itself: so NumPy cuts
out long runs of codes and finds their lengths, at a few nanoseconds per code.
"""

from typing import TYPE_CHECKING

import numpy as np
from pixelseal.core.base import limits
from pixelseal.core.base.errors import SourceRefused
from pixelseal.core.source.facts.bounds import damaged_unless

if TYPE_CHECKING:
    from numpy.typing import NDArray

_WIDTH_MOST = 12
_TABLE_MOST = 1 << _WIDTH_MOST
# Codes cut out at once: enough to fill the table of either variant after a clear code.
_RUN = _TABLE_MOST + 8
_GLANCE = 256


class LzwCounter:
    """Counts decoded bytes for one variant of LZW; usable for many strips.

    `literal_bits` is 8 in TIFF and the minimum code size in GIF (1..8).
    """

    def __init__(self, *, high_bit_first: bool, literal_bits: int) -> None:
        self._high_first = high_bit_first
        self._clear = 1 << literal_bits
        growing = np.array(_code_widths(literal_bits, high_bit_first), dtype=np.int64)
        self._growing = growing, np.cumsum(growing)
        # A full table stays as it is until a clear code: all its codes have one width.
        steady = np.full(_RUN, _WIDTH_MOST, dtype=np.int64)
        self._steady = steady, np.cumsum(steady)
        self._clears_left = limits.LZW_CLEARS_MOST

    def decoded_length(self, untrusted: bytes, needed: int) -> int:
        """Number of bytes decoded up to the end code, the end of data, or at least `needed`.

        Raises file-damaged for a code that is not yet in the table, expands-too-much for too many
        clear codes.
        """
        padded = np.frombuffer(untrusted + bytes(4), dtype=np.uint8)
        bits = len(untrusted) * 8
        self._clears_left += needed // limits.LZW_BYTES_A_CLEAR
        at = total = 0
        full: NDArray[np.int64] | None = None
        while total < needed:
            codes, stop, ends = self._run(padded, at, bits, full is None)
            run = codes[:stop]
            lengths = self._growing_lengths(run) if full is None else full[run]
            total += int(lengths.sum())
            if stop == len(codes) == _RUN:
                full = self._full_table(lengths) if full is None else full
                at += int(ends[-1])
            elif stop == len(codes) or int(codes[stop]) == self._clear + 1:
                break
            else:
                full = None
                at += int(ends[stop])
                self._clears_left -= 1
                if self._clears_left < 0:
                    raise SourceRefused("expands-too-much")
        return total

    def _run(
        self, padded: "NDArray[np.uint8]", at: int, bits: int, growing: bool
    ) -> "tuple[NDArray[np.int64], int, NDArray[np.int64]]":
        """(codes from bit `at`, index of the first clear or end code or their number, ends)."""
        widths, ends = self._growing if growing else self._steady
        available = int(np.searchsorted(ends, bits - at, side="right"))
        for most in (_GLANCE, _RUN):  # some writers clear the table after every few codes
            count = min(available, most)
            codes = self._codes(padded, at + ends[:count] - widths[:count], widths[:count])
            stops = np.flatnonzero((codes == self._clear) | (codes == self._clear + 1))
            if stops.size:
                return codes, int(stops[0]), ends
        return codes, len(codes), ends

    def _codes(
        self, padded: "NDArray[np.uint8]", starts: "NDArray[np.int64]", widths: "NDArray[np.int64]"
    ) -> "NDArray[np.int64]":
        """The codes that begin at the bits `starts`."""
        first, shift = starts >> 3, starts & 7
        one, two, three = (padded[first + place].astype(np.int64) for place in range(3))
        if self._high_first:
            codes: NDArray[np.int64] = (one << 16 | two << 8 | three) >> (24 - shift - widths)
        else:
            codes = (one | two << 8 | three << 16) >> shift
        codes &= (1 << widths) - 1
        return codes

    def _growing_lengths(self, codes: "NDArray[np.int64]") -> "NDArray[np.int64]":
        """The decoded length of each code after a clear code, while every code adds a string.

        A code refers to a literal (one byte) or to what an earlier code has added. The chains of
        these references are followed for all codes at once, twice as far in each step.
        """
        count = len(codes)
        added_by = codes - (self._clear + 2)
        damaged_unless(bool((added_by < np.arange(count)).all()))
        # One more entry, which ends all chains and counts zero.
        following = np.append(np.where(added_by < 0, count, added_by), count)
        lengths = np.ones(count + 1, dtype=np.int64)
        lengths[count] = 0
        while (following != count).any():
            lengths += lengths[following]
            following = following[following]
        return lengths[:count]

    def _full_table(self, lengths: "NDArray[np.int64]") -> "NDArray[np.int64]":
        """The length of every string in a table filled by the codes with these lengths."""
        literals = np.ones(self._clear + 2, dtype=np.int64)
        return np.concatenate((literals, lengths + 1))[:_TABLE_MOST]


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
