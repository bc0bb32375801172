"""Checks that an item's coded data is complete: its units fill it exactly. Decodes no pixel.

HEVC: length-prefixed NAL units (ISO/IEC 14496-15, 8.3). AV1: open bitstream units with their sizes
(AV1 bitstream specification, 5.3).
"""

from pixelseal.core.base import limits
from pixelseal.core.base.errors import SourceRefused
from pixelseal.core.source.facts.bounds import damaged_unless

_SLICES = range(32)  # HEVC NAL unit types below 32 hold picture data (H.265, table 7-1)
_AV1_FRAMES = (3, 6)  # OBU_FRAME_HEADER and OBU_FRAME


def check_hevc(data: bytes, configuration: bytes | None) -> None:
    """Raise file-truncated or file-damaged unless NAL units, a slice among them, fill `data`."""
    if configuration is None or len(configuration) < 23:
        raise SourceRefused("file-damaged")
    length_size, at, slices = (configuration[21] & 3) + 1, 0, 0
    for _ in range(limits.HEIF_UNITS_MOST):
        if at == len(data):
            break
        size = int.from_bytes(data[at : at + length_size], "big")
        at += length_size
        if at + size > len(data):
            raise SourceRefused("file-truncated")
        damaged_unless(size >= 2)
        slices += data[at] >> 1 & 0x3F in _SLICES
        at += size
    damaged_unless(at == len(data) and slices > 0)


def check_av1(data: bytes) -> None:
    """Raise file-truncated or file-damaged unless OBUs, a frame among them, fill `data`."""
    at, frames = 0, 0
    for _ in range(limits.HEIF_UNITS_MOST):
        if at == len(data):
            break
        head = data[at]
        damaged_unless(head & 0x80 == 0)
        at += 2 if head & 4 else 1
        size = len(data) - at
        if head & 2:
            size, at = _leb128(data, at)
        if at + size > len(data):
            raise SourceRefused("file-truncated")
        frames += head >> 3 & 15 in _AV1_FRAMES
        at += size
    damaged_unless(at == len(data) and frames > 0)


def _leb128(data: bytes, at: int) -> tuple[int, int]:
    """A number in AV1's leb128 coding (4.10.5), and where it ends."""
    value = 0
    for index in range(8):
        if at + index >= len(data):
            raise SourceRefused("file-truncated")
        byte = data[at + index]
        value |= (byte & 0x7F) << (7 * index)
        if not byte & 0x80:
            return value, at + index + 1
    raise SourceRefused("file-damaged")
