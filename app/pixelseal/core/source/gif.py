"""Examines a GIF: its blocks and the data of each picture are complete. Decodes no pixel.

GIF89a sections 17-27 and appendix F. Each picture is a frame, and thus a page.
"""

from dataclasses import dataclass, field

from pixelseal.core.base import limits
from pixelseal.core.base.errors import SourceRefused
from pixelseal.core.source.coding.lzw import LzwCounter
from pixelseal.core.source.facts.animation import animated
from pixelseal.core.source.facts.bounds import check_pages, check_size, damaged_unless, take
from pixelseal.core.source.facts.file import File
from pixelseal.core.source.facts.gray_ramp import is_gray_ramp
from pixelseal.core.source.facts.notes import Notes
from pixelseal.core.source.facts.page import AnimationFrame, Page
from pixelseal.core.source.facts.text import decode, printable_runs
from pixelseal.core.source.metadata.xmp import read_xmp

_TRAILER, _EXTENSION, _PICTURE = 0x3B, 0x21, 0x2C
_GRAPHIC_CONTROL, _COMMENT, _APPLICATION, _PLAIN_TEXT = 0xF9, 0xFE, 0xFF, 0x01
_TRANSPARENT_FLAG = 1
_HEAD_SIZE = 13
# Disposal method (section 23) -> what becomes of the area; the others are undefined and kept.
_DISPOSE = {2: "background", 3: "previous"}


@dataclass
class _Parts:
    """The frames so far, and the graphic control that waits for its picture.

    `shared` is the range of header and global palette; `ramps` tells of each frame whether its
    palette is a ramp of all greys.
    """

    shared: tuple[int, int]
    palette: bytes
    frames: list[AnimationFrame] = field(default_factory=list)
    opaque: list[bool] = field(default_factory=list)
    ramps: list[bool] = field(default_factory=list)
    control: tuple[int, int] = (0, 0)
    flags: int = 0
    counters: dict[int, LzwCounter] = field(default_factory=dict)
    pixels: int = 0


def examine_gif(data: bytes) -> File:
    """The checked facts of a GIF file.

    Raises SourceRefused: file-truncated, file-damaged, zero-size, too-many-pixels, too-many-pages.
    """
    notes = Notes()
    head = take(data, 6, 7)
    start = _HEAD_SIZE + _palette_size(head[4])
    parts = _Parts((0, start), take(data, _HEAD_SIZE, start - _HEAD_SIZE))
    end = _walk(data, start, parts, notes)
    unended = data[end - 1] != _TRAILER
    if unended:
        notes.show("note-no-end", "GIF", "")
    if not parts.frames:
        raise SourceRefused("file-truncated")
    screen = (int.from_bytes(head[0:2], "little"), int.from_bytes(head[2:4], "little"))
    # A picture that extends beyond the screen makes decoders enlarge the screen.
    width = max(screen[0], *(frame.left + frame.width for frame in parts.frames))
    height = max(screen[1], *(frame.top + frame.height for frame in parts.frames))
    check_size(width, height)
    first = parts.frames[0]
    covers = (first.left, first.top, first.width, first.height) == (0, 0, *screen)
    alpha = not covers or not all(parts.opaque)
    if alpha:
        notes.add("alpha", "GIF")
    if end < len(data):
        notes.count("trailing-bytes", "after the end", len(data) - end)
    page = Page(
        format="gif",
        width=width,
        height=height,
        channels="palette",
        alpha=alpha,
        gray_ramp=all(parts.ramps),
        browser_may_show=not alpha,
        incomplete=unended,
    )
    if len(parts.frames) == 1:
        return notes.file(data, (page,))
    lossless = [False] * len(parts.frames)
    return notes.file(data, animated(page, parts.frames, parts.opaque, lossless))


def _palette_size(flags: int) -> int:
    """Bytes of the colour table that a descriptor's flags declare."""
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _walk(data: bytes, at: int, parts: _Parts, notes: Notes) -> int:
    """Visit every block up to the trailer; returns the offset after it.

    After a single picture the trailer may be missing; after several, more pictures could be.
    """
    for _ in range(limits.GIF_BLOCKS_MOST):
        if at == len(data) and len(parts.frames) == 1:
            return at
        kind = take(data, at, 1)[0]
        if kind == _TRAILER:
            return at + 1
        if kind == _EXTENSION:
            label = take(data, at + 1, 1)[0]
            body, after = _sub_blocks(data, at + 2)
            if label == _GRAPHIC_CONTROL:
                parts.control, parts.flags = (at, after), body[0] if body else 0
            else:
                _take_extension(label, body, notes)
            at = after
        elif kind == _PICTURE:
            at = _take_picture(data, at, parts)
        else:
            damaged_unless(kind == 0)  # many programs write stray terminators, and skip them
            at += 1
    raise SourceRefused("file-damaged")


def _sub_blocks(data: bytes, at: int) -> tuple[bytes, int]:
    """(bytes of a chain of sub-blocks, offset after its terminator), section 15."""
    pieces: list[bytes] = []
    while True:
        size = take(data, at, 1)[0]
        if size == 0:
            return b"".join(pieces), at + 1
        pieces.append(take(data, at + 1, size))
        at += 1 + size


def _take_picture(data: bytes, start: int, parts: _Parts) -> int:
    """Add a picture and count its data; returns the offset after it."""
    head = take(data, start + 1, 9)
    own_palette = take(data, start + 10, _palette_size(head[8]))
    palette = own_palette or parts.palette
    at = start + 10 + len(own_palette)
    code_size = take(data, at, 1)[0]
    coded, after = _sub_blocks(data, at + 1)
    damaged_unless(1 <= code_size <= 8 and len(palette) > 0)
    left, top, width, height = (
        int.from_bytes(head[place : place + 2], "little") for place in (0, 2, 4, 6)
    )
    check_size(width, height)
    parts.pixels += width * height
    check_pages(len(parts.frames) + 1, parts.pixels)
    counter = parts.counters.get(code_size)
    if counter is None:
        counter = LzwCounter(high_bit_first=False, literal_bits=code_size)
        parts.counters[code_size] = counter
    if counter.decoded_length(coded, width * height) < width * height:
        raise SourceRefused("file-truncated")
    own = (parts.control, (start, after)) if parts.control[1] else ((start, after),)
    dispose = _DISPOSE.get(parts.flags >> 2 & 7, "none")
    parts.frames.append(
        AnimationFrame(left, top, width, height, (parts.shared,), own, True, dispose)
    )
    parts.ramps.append(is_gray_ramp(palette[::3], palette[1::3], palette[2::3]))
    parts.opaque.append(not parts.flags & _TRANSPARENT_FLAG)
    parts.control, parts.flags = (0, 0), 0
    return after


def _take_extension(label: int, body: bytes, notes: Notes) -> None:
    if label == _COMMENT:
        notes.add("comment", "GIF comment", decode(body))
    elif label == _PLAIN_TEXT:
        notes.add("comment", "GIF text", decode(body[12:]))
    elif label == _APPLICATION and body[:11] == b"XMP DataXMP":
        # The packet is written without regard to sub-blocks, so their sizes are bytes of its text.
        read_xmp(body[11:], notes)
    elif label == _APPLICATION and body[:11] in (b"NETSCAPE2.0", b"ANIMEXTS1.0"):
        notes.count("technical-data", "GIF application", len(body))
    elif label == _APPLICATION and body[:8] == b"C2PA_GIF":  # C2PA specification, annex A
        notes.count("content-credentials", "GIF C2PA", len(body))
    else:
        notes.count("unknown-segment", "GIF extension", len(body))
        for run in printable_runs(body):
            notes.text(run)
