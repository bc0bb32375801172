"""Makes the frames of an animated PNG of its control chunks. Reads no picture data.

PNG specification, third edition (W3C), section 11.3.6. The number that acTL states is not trusted:
what counts is what is there.
"""

import struct

from pixelseal.core.source.facts.bounds import check_size, damaged_unless
from pixelseal.core.source.facts.source import Frame

Range = tuple[int, int]
# The body of an fcTL chunk and the places of its data; those of the default picture are the very
# list that all IDAT chunks are collected in.
Control = tuple[bytes, list[Range]]

# What becomes of a frame's area (table 15, dispose_op).
_AFTER = {0: "keep", 1: "clear", 2: "restore"}
_CONTROL_SIZE = 26


def frames_of(
    controls: list[Control], rows: list[Range], shared: tuple[Range, ...], size: tuple[int, int]
) -> list[Frame]:
    """The pictures in order, the default picture first; its data are `rows`. [] for a still.

    A default picture without a control chunk is no part of the animation, but shown by readers
    that know none: it is a page as well, and off the canvas when the animation starts.
    """
    frames: list[Frame] = []
    if not controls:
        return frames
    if controls[0][1] is not rows:
        frames.append(Frame(0, 0, *size, shared, tuple(rows), False, "clear"))
    for number, (body, pieces) in enumerate(controls):
        damaged_unless(len(body) == _CONTROL_SIZE and bool(pieces))
        damaged_unless(number == 0 or pieces is not rows)
        width, height, left, top = struct.unpack_from(">IIII", body, 4)
        check_size(width, height)
        damaged_unless(left + width <= size[0] and top + height <= size[1])
        rule, blending = body[24], body[25]
        damaged_unless(rule in _AFTER and blending <= 1)
        # Before the first frame the canvas was empty.
        after = _AFTER[rule] if frames or rule != 2 else "clear"
        frames.append(Frame(left, top, width, height, shared, tuple(pieces), blending == 1, after))
    damaged_unless(frames[0][:4] == (0, 0, *size))
    return frames
