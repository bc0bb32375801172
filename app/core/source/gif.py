"""Examines a GIF: its blocks are whole and its one picture's data complete. Decodes no pixel.

GIF89a sections 17-27 and appendix F. Several pictures are an animation (or the tiles of one
picture, which nobody writes): refused, so that no frame is passed over.
"""

from dataclasses import dataclass

from app.core import limits
from app.core.errors import SourceRefused
from app.core.source.bounds import check_size, damaged_unless, take
from app.core.source.lzw import LzwCounter
from app.core.source.model import Source
from app.core.source.notes import Notes
from app.core.source.text import decode, printable_runs
from app.core.source.xmp import read_xmp

_TRAILER, _EXTENSION, _PICTURE = 0x3B, 0x21, 0x2C
_GRAPHIC_CONTROL, _COMMENT, _APPLICATION, _PLAIN_TEXT = 0xF9, 0xFE, 0xFF, 0x01
_TRANSPARENT_FLAG = 1


@dataclass
class _Parts:
    """The first picture of the file and how many there are; sizes in pixels."""

    screen: tuple[int, int]
    palette: bool
    pictures: int = 0
    left: int = 0
    top: int = 0
    width: int = 0
    height: int = 0
    code_size: int = 0
    coded: bytes = b""
    transparent: bool = False


def examine_gif(data: bytes) -> Source:
    """The checked facts of a GIF file.

    Raises SourceRefused: file-truncated, file-damaged, animated, zero-size, too-many-pixels.
    """
    notes = Notes()
    head = take(data, 6, 7)
    parts = _Parts(
        (int.from_bytes(head[0:2], "little"), int.from_bytes(head[2:4], "little")),
        bool(head[4] & 0x80),
    )
    end = _walk(data, 13 + _palette_size(head[4]), parts, notes)
    if parts.pictures != 1:
        if parts.pictures:
            raise SourceRefused("animated", frames=parts.pictures)
        raise SourceRefused("file-truncated")
    # A picture that sticks out of the screen makes decoders widen the screen.
    width = max(parts.screen[0], parts.left + parts.width)
    height = max(parts.screen[1], parts.top + parts.height)
    check_size(parts.width, parts.height)
    check_size(width, height)
    covers = (parts.left, parts.top, parts.width, parts.height) == (0, 0, *parts.screen)
    needed = parts.width * parts.height
    counter = LzwCounter(high_bit_first=False, literal_bits=parts.code_size)
    if counter.decoded_length(parts.coded, needed) < needed:
        raise SourceRefused("file-truncated")
    alpha = parts.transparent or not covers
    if alpha:
        notes.add("alpha", "GIF")
    if end < len(data):
        notes.count("trailing-bytes", "after the end", len(data) - end)
    return Source(
        format="gif",
        width=width,
        height=height,
        channels="palette",
        alpha=alpha,
        findings=notes.findings,
        texts=notes.texts,
        browser_shows_it_right=covers,
    )


def _palette_size(flags: int) -> int:
    """Bytes of the colour table that the flags of a descriptor announce."""
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _walk(data: bytes, at: int, parts: _Parts, notes: Notes) -> int:
    """Visit every block up to the trailer; gives the offset after it."""
    for _ in range(limits.GIF_BLOCKS_MOST):
        kind = take(data, at, 1)[0]
        if kind == _TRAILER:
            return at + 1
        if kind == _EXTENSION:
            label = take(data, at + 1, 1)[0]
            body, at = _sub_blocks(data, at + 2)
            _take_extension(label, body, parts, notes)
        elif kind == _PICTURE:
            at = _take_picture(data, at + 1, parts)
        else:
            damaged_unless(kind == 0)  # stray terminators are written and passed over by many
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


def _take_picture(data: bytes, at: int, parts: _Parts) -> int:
    """Take over an image descriptor and its data; gives the offset after it."""
    head = take(data, at, 9)
    parts.pictures += 1
    own_palette = _palette_size(head[8])
    at += 9 + own_palette
    code_size = take(data, at, 1)[0]
    coded, after = _sub_blocks(data, at + 1)
    if parts.pictures == 1:
        damaged_unless(1 <= code_size <= 8 and (parts.palette or own_palette > 0))
        parts.left, parts.top, parts.width, parts.height = (
            int.from_bytes(head[place : place + 2], "little") for place in (0, 2, 4, 6)
        )
        parts.code_size, parts.coded = code_size, coded
    return after


def _take_extension(label: int, body: bytes, parts: _Parts, notes: Notes) -> None:
    if label == _GRAPHIC_CONTROL:
        parts.transparent = parts.transparent or bool(body[:1] and body[0] & _TRANSPARENT_FLAG)
    elif label == _COMMENT:
        notes.add("comment", "GIF comment", decode(body))
    elif label == _PLAIN_TEXT:
        notes.add("comment", "GIF text", decode(body[12:]))
    elif label == _APPLICATION and body[:11] == b"XMP DataXMP":
        # The packet is written without sub-block sizes, which therefore lie within its text.
        read_xmp(body[11:], notes)
    elif label == _APPLICATION and body[:11] in (b"NETSCAPE2.0", b"ANIMEXTS1.0"):
        notes.count("technical-data", "GIF application", len(body))
    else:
        notes.count("unknown-segment", "GIF extension", len(body))
        for run in printable_runs(body):
            notes.text(run)
