"""Parses the headers of a still AV1 picture to their last bit. Follows no picture data.

AV1 bitstream specification (with errata 1): 5.5 (sequence header), 5.9 (frame header). Allowed: a
reduced still picture, shown at its coded size, with the tools that our encoders always use, one
quantiser without segments. Where there is no field, the standard's default applies.
"""

from typing import NamedTuple

from pixelseal.core.audit.facts.checks import NOTHING_ELSE, ONE_PICTURE, STRUCTURE
from pixelseal.core.audit.facts.parsed_output import Broken

# The colour description in the bitstream: sRGB, or left to the enclosing box.
_COLOURS = ((1, 13, 6), (2, 2, 6))
_NEVER = "The picture is of a kind that is never written."
# Maximum width and area of a tile, in pixels (section 3); blocks of 64 or 128.
_TILE_WIDTH, _TILE_AREA, _MOST_TILES = 4096, 4096 * 2304, 64
_REFERENCES_AND_MODES = 8 + 2  # whose loop filter strengths a header may change


class Sequence(NamedTuple):
    """What the frame's header depends on, and the configuration that a container must repeat."""

    width: int
    height: int
    wide_blocks: bool
    cdef: bool
    configuration: bytes


class _Bits:
    """Reads bits from a header."""

    def __init__(self, data: bytes) -> None:
        self._value, self._left = int.from_bytes(data, "big"), 8 * len(data)

    def take(self, count: int) -> int:
        if count > self._left:
            raise Broken(STRUCTURE, "The picture's header ends too early.")
        self._left -= count
        return self._value >> self._left & ((1 << count) - 1)

    def signed(self, count: int) -> int:
        """A flag and, if it is set, a signed number (su(n), 4.10.6); else 0."""
        number = self.take(count) if self.take(1) else 0
        return number - (1 << count) if number >> (count - 1) else number

    def flags(self, count: int, why: str = _NEVER) -> None:
        """That many flags, none of which may be set."""
        if self.take(count):
            raise Broken(STRUCTURE, why)

    def ends(self) -> bool:
        """True if the rest is a one bit followed by fewer than eight zeros (5.3.4)."""
        left = self._left
        return 0 < left <= 8 and self.take(left) == 1 << (left - 1)

    def aligned(self) -> bool:
        """True if the bits up to the next byte are zeros (5.3.5)."""
        return not self.take(self._left % 8)


def read_sequence(header: bytes) -> Sequence:
    """The sequence header; Broken for anything but a still picture of 8 bits in colour."""
    bits = _Bits(header)
    profile, still, reduced, level = bits.take(3), bits.take(1), bits.take(1), bits.take(5)
    if profile > 1 or not still or not reduced:
        raise Broken(ONE_PICTURE, "The picture is not a single still one.")
    across, down = bits.take(4) + 1, bits.take(4) + 1
    width, height = bits.take(across) + 1, bits.take(down) + 1
    if (across, down) != ((width - 1).bit_length() or 1, (height - 1).bit_length() or 1):
        raise Broken(NOTHING_ELSE, "A size has more bits than it needs.")
    wide_blocks, filters = bits.take(1), bits.take(2)  # intra filters and their edges
    superres, cdef, restoration = bits.take(1), bits.take(1), bits.take(1)
    deep = bits.take(1)
    gray = bits.take(1) if profile == 0 else 0
    colour = (bits.take(8), bits.take(8), bits.take(8)) if bits.take(1) else (2, 2, 2)
    whole_range = bits.take(1)
    place = bits.take(2) if profile == 0 else 0  # position of subsampled chroma samples
    separate_steps = bits.take(1)
    usual = filters == 3 and whole_range and colour in _COLOURS
    if not usual or superres or restoration or deep or gray or place or separate_steps:
        raise Broken(STRUCTURE, _NEVER)
    if bits.take(1):
        raise Broken(NOTHING_ELSE, "The picture carries a description of film grain.")
    if not bits.ends():
        raise Broken(NOTHING_ELSE, "Bits follow the picture's header.")
    halved = 0b11 if profile == 0 else 0
    configuration = bytes((0x81, profile << 5 | level, halved << 2 | place, 0))
    return Sequence(width, height, bool(wide_blocks), bool(cdef), configuration)


def read_frame(untrusted_start: bytes, sequence: Sequence) -> int:
    """The base_q_idx, 0 (lossless) to 255, of a frame with this header; Broken for another kind."""
    bits = _Bits(untrusted_start)
    bits.flags(1)  # no adaptation of the probabilities
    screen = bits.take(1)
    if screen:
        bits.take(1)  # integer motion vectors, of which there are none
    bits.flags(1, "The picture is to be shown at another size than its own.")
    copies = bits.take(1) if screen else 0
    tiles = _tiles(bits, sequence)
    index = bits.take(8)
    shifts = [bits.signed(7) for _ in range(3)]  # of luma's DC, chroma's DC and AC
    if bits.take(1):
        bits.take(8)  # quantiser matrices of luma and chroma
    bits.flags(1)  # segments
    if index and bits.take(1):  # quantiser changes from block to block
        bits.take(2)
        if not copies and bits.take(1):
            bits.take(3)
    lossless = not index and not any(shifts)
    if not lossless:
        if not copies:
            _filters(bits, sequence.cdef)
        bits.take(1)  # sizes of transforms
    bits.take(1)  # fewer transforms
    if tiles > 1:
        bits.flags(1, "The tiles are not all in one group.")
    if not bits.aligned():
        raise Broken(NOTHING_ELSE, "Bits follow the frame's header.")
    return index


def _tiles(bits: _Bits, sequence: Sequence) -> int:
    """5.9.15, tiles of one size: how many."""
    side = 128 if sequence.wide_blocks else 64
    columns, rows = -(-sequence.width // side), -(-sequence.height // side)
    if not bits.take(1):
        raise Broken(STRUCTURE, _NEVER)
    least = _log2(columns, _TILE_WIDTH // side)
    across = _counted(bits, least, _log2(min(columns, _MOST_TILES)))
    fewest = max(least, _log2(columns * rows, _TILE_AREA // side**2))
    down = _counted(bits, max(fewest - across, 0), _log2(min(rows, _MOST_TILES)))
    if across or down:
        bits.take(
            across + down + 2
        )  # the tile whose probabilities are kept, bytes of a tile's size
    return (1 << across) * (1 << down)


def _log2(wanted: int, unit: int = 1) -> int:
    """How many times `unit` must be doubled at least to reach `wanted`."""
    return max(-(-wanted // unit) - 1, 0).bit_length()


def _counted(bits: _Bits, least: int, most: int) -> int:
    """The number of ones before a zero, at most `most`."""
    while least < most and bits.take(1):
        least += 1
    return least


def _filters(bits: _Bits, cdef: bool) -> None:
    """5.9.11 and 5.9.19: the loop filter's strengths, and those of the directional one."""
    if bits.take(6) | bits.take(6):
        bits.take(12)  # chroma's
    bits.take(3)  # sharpness
    if bits.take(1) and bits.take(1):
        bits.flags(_REFERENCES_AND_MODES)
    if cdef:
        bits.take(2)  # damping
        bits.take(12 << bits.take(2))  # one to eight strengths
