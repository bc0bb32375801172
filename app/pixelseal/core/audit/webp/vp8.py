"""Reads the header of a VP8 key frame as far as its quantiser's steps. Follows no picture data.

RFC 6386: 7 (boolean decoder), 9.3, 9.6 and 19.2 (header), 14.1 (steps).
"""

from typing import NamedTuple

# 14.1: the steps of DC and AC coefficients by index.
_DC = (
    *(4, 5, 6, 7, 8, 9, 10, 10, 11, 12, 13, 14, 15, 16, 17, 17, 18, 19, 20, 20, 21, 21, 22, 22),
    *(23, 23, 24, 25, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 37, 38, 39, 40, 41, 42),
    *(43, 44, 45, 46, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63, 64),
    *(65, 66, 67, 68, 69, 70, 71, 72, 73, 74, 75, 76, 76, 77, 78, 79, 80, 81, 82, 83, 84, 85, 86),
    *(87, 88, 89, 91, 93, 95, 96, 98, 100, 101, 102, 104, 106, 108, 110, 112, 114, 116, 118, 122),
    *(124, 126, 128, 130, 132, 134, 136, 138, 140, 143, 145, 148, 151, 154, 157),
)
_AC = (
    *(*range(4, 58), *range(58, 116, 2), *range(116, 176, 3), *range(177, 230, 4)),
    *(234, 239, 245, *range(249, 285, 5)),
)
_HIGHEST, _HIGHEST_CHROMA_DC = 127, 117
_SEGMENTS = 4


class Steps(NamedTuple):
    """Quantiser steps in the coarsest segment, by kind of coefficient and plane."""

    luma_dc: int
    luma_ac: int
    chroma_dc: int
    chroma_ac: int


class Head(NamedTuple):
    """`usual`: default colour space and clamping; `partitions` are those of coefficients."""

    usual: bool
    partitions: int
    steps: Steps


class _Bools:
    """The boolean decoder (section 7), for equiprobable bits only, as in nearly all headers."""

    def __init__(self, untrusted_data: bytes) -> None:
        self._data, self._at = untrusted_data, 2
        self._value, self._range = int.from_bytes(untrusted_data[:2].ljust(2, b"\0"), "big"), 255
        self._shifted = 0

    def take(self, count: int) -> int:
        """An unsigned number, its highest bit first; zeros follow the data's end."""
        number = 0
        for _ in range(count):
            number = number << 1 | self._bit()
        return number

    def flagged(self, count: int) -> int:
        """A flag and, if it is set, a number and its sign; else 0."""
        if not self.take(1):
            return 0
        number = self.take(count)
        return -number if self.take(1) else number

    def _bit(self) -> int:
        split = 1 + ((self._range - 1) >> 1)
        bit = int(self._value >= split << 8)
        if bit:
            self._range -= split
            self._value -= split << 8
        else:
            self._range = split
        while self._range < 128:
            self._value <<= 1
            self._range <<= 1
            self._shifted += 1
            if self._shifted == 8:
                self._shifted = 0
                self._value |= self._data[self._at] if self._at < len(self._data) else 0
                self._at += 1
        return bit


def read_head(untrusted_partition: bytes) -> Head:
    """The start of the first partition (19.2); the steps are the largest of any segment."""
    bools = _Bools(untrusted_partition)
    usual = not bools.take(2)  # colour space, clamping
    offsets, absolute = [0], False
    if bools.take(1):  # segmentation
        has_map, has_values = bools.take(1), bools.take(1)
        if has_values:
            absolute = bool(bools.take(1))
            offsets = [bools.flagged(7) for _ in range(_SEGMENTS)]
            for _ in range(_SEGMENTS):
                bools.flagged(6)  # the loop filter's strength
        if has_map:
            for _ in range(_SEGMENTS - 1):
                if bools.take(1):
                    bools.take(8)
    bools.take(10)  # the loop filter's kind, strength and sharpness
    if bools.take(1) and bools.take(1):
        for _ in range(2 * _SEGMENTS):
            bools.flagged(6)  # its adjustments by reference and mode
    partitions = 1 << bools.take(2)
    base = bools.take(7)
    luma_dc, _, _, chroma_dc, chroma_ac = (bools.flagged(4) for _ in range(5))
    index = max(offsets) if absolute else base + max(offsets)
    steps = Steps(
        luma_dc=_DC[_within(index + luma_dc)],
        luma_ac=_AC[_within(index)],
        chroma_dc=_DC[_within(index + chroma_dc, _HIGHEST_CHROMA_DC)],
        chroma_ac=_AC[_within(index + chroma_ac)],
    )
    return Head(usual, partitions, steps)


def _within(index: int, highest: int = _HIGHEST) -> int:
    return min(max(index, 0), highest)
