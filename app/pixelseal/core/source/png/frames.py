"""Makes the frames of an animated PNG from its control chunks. Reads no picture data.

PNG specification, third edition (W3C), section 11.3.6. The number of frames in acTL is not trusted:
what is there counts.
"""

import struct

from pixelseal.core.source.facts.bounds import check_size, damaged_unless
from pixelseal.core.source.facts.page import AnimationFrame

Range = tuple[int, int]
# The body of an fcTL chunk and the ranges of its data; for the default picture that is the same
# list object in which all IDAT chunks are collected.
Control = tuple[bytes, list[Range]]

# What becomes of a frame's area (table 15, dispose_op).
_DISPOSE = {0: "none", 1: "background", 2: "previous"}
_CONTROL_SIZE = 26


def frames_of(
    controls: list[Control], rows: list[Range], shared: tuple[Range, ...], size: tuple[int, int]
) -> list[AnimationFrame]:
    """The pictures in order, the default picture first; its data are `rows`. [] for a still.

    A default picture without a control chunk is not part of the animation, but readers that do not
    know animations show it: it is a page as well, and cleared before the animation starts.
    """
    frames: list[AnimationFrame] = []
    if not controls:
        return frames
    if controls[0][1] is not rows:
        frames.append(AnimationFrame(0, 0, *size, shared, tuple(rows), False, "background"))
    for number, (body, pieces) in enumerate(controls):
        damaged_unless(len(body) == _CONTROL_SIZE and bool(pieces))
        damaged_unless(number == 0 or pieces is not rows)
        width, height, left, top = struct.unpack_from(">IIII", body, 4)
        check_size(width, height)
        damaged_unless(left + width <= size[0] and top + height <= size[1])
        dispose_op, blend_op = body[24], body[25]
        damaged_unless(dispose_op in _DISPOSE and blend_op <= 1)
        # Before the first frame the canvas was empty.
        dispose = _DISPOSE[dispose_op] if frames or dispose_op != 2 else "background"
        frames.append(
            AnimationFrame(left, top, width, height, shared, tuple(pieces), blend_op == 1, dispose)
        )
    damaged_unless(frames[0][:4] == (0, 0, *size))
    return frames
