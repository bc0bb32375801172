"""Examines a PNG: every chunk, checksum and row, before a decoder sees it.

PNG specification, third edition (W3C), sections 5 (chunks), 8 (interlacing), 11 (chunk contents).
Decodes no pixel: the compressed rows are only inflated, in bounded pieces, and counted.
"""

import struct
import zlib
from dataclasses import dataclass, field

from pixelseal.core.base import limits
from pixelseal.core.base.errors import SourceRefused
from pixelseal.core.source.facts.animation import animated
from pixelseal.core.source.facts.bounds import (
    check_pages,
    check_size,
    damaged_unless,
    inflated_length,
    take,
)
from pixelseal.core.source.facts.file import File
from pixelseal.core.source.facts.gray_ramp import is_gray_ramp
from pixelseal.core.source.facts.notes import Notes
from pixelseal.core.source.facts.page import Page
from pixelseal.core.source.png.chunks import PngMetadata
from pixelseal.core.source.png.frames import Control, frames_of

_SIGNATURE_SIZE = 8
_LENGTH_MOST = 2**31 - 1
_PALETTE = 3
# Colour type: channels per pixel, depths allowed, name, alpha (PNG table 11.1).
_COLOUR = {
    0: (1, (1, 2, 4, 8, 16), "gray", False),
    2: (3, (8, 16), "rgb", False),
    3: (1, (1, 2, 4, 8), "palette", False),
    4: (2, (8, 16), "gray", True),
    6: (4, (8, 16), "rgb", True),
}
# Adam7 passes: first column, first row, column step, row step (PNG section 8.2).
_ADAM7 = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2),
          (0, 1, 1, 2))  # fmt: skip
# Header chunks without which no frame can be decoded.
_SHARED = frozenset((b"PLTE", b"tRNS"))
# Chunks that the picture does not depend on: a wrong checksum is no reason to refuse. IEND has no
# data that could be damaged.
_WORDS = frozenset(
    (b"tEXt", b"zTXt", b"iTXt", b"tIME", b"pHYs", b"hIST", b"sPLT", b"caBX", b"IEND")
)
_SIZES = {b"gAMA": 4, b"cHRM": 32, b"sRGB": 1, b"pHYs": 9, b"cICP": 4, b"tIME": 7}  # bytes
_CRITICAL = frozenset((b"IHDR", b"PLTE", b"IDAT", b"IEND"))


@dataclass
class _Chunks:
    """What the walk over the chunks found; `rows` are (start, end) of compressed picture data.

    `shared` are the chunks that a frame needs besides its own, `controls` what `frames_of` takes.
    `unended` tells that there is no IEND, `wrong_words` that a chunk of `_WORDS` has a wrong
    checksum, `odd` that there is a chunk that decoders could stumble over.
    """

    header: bytes = b""
    palette: bytes = b""
    transparency: int = -1
    rows: list[tuple[int, int]] = field(default_factory=list)
    late_rows: int = 0
    shared: list[tuple[int, int]] = field(default_factory=list)
    controls: list[Control] = field(default_factory=list)
    end: int = 0
    animated: bool = False
    unended: bool = False
    wrong_words: bool = False
    odd: bool = False


def examine_png(data: bytes) -> File:
    """The checked facts of a PNG file.

    Raises SourceRefused: file-truncated, file-damaged, zero-size, too-many-pixels, side-too-long,
    too-many-pages, expands-too-much, format-unsupported (Apple's own variant, PQ, HLG).
    """
    notes = Notes()
    metadata = PngMetadata(notes)
    chunks = _walk(data, metadata)
    width, height, depth, colour, interlaced = _read_header(chunks.header)
    channels, depths, name, alpha = _COLOUR[colour]
    damaged_unless(depth in depths)
    if colour == _PALETTE:
        colours = len(chunks.palette)
        damaged_unless(colours % 3 == 0 and 1 <= colours // 3 <= 2**depth)
    view = memoryview(data)
    surplus = chunks.late_rows

    def check_rows(pieces: list[tuple[int, int]], columns: int, rows: int) -> None:
        nonlocal surplus
        needed = rows_size(columns, rows, depth * channels, interlaced)
        inflated, left_over = inflated_length([view[a:b] for a, b in pieces], needed)
        surplus += inflated - needed + left_over

    check_rows(chunks.rows, width, height)
    alpha = alpha or chunks.transparency >= 0
    frames = frames_of(chunks.controls, chunks.rows, tuple(chunks.shared), (width, height))
    # Before anything is inflated: the frames in total must stay within the limits.
    check_pages(len(frames), width * height * len(frames))
    for frame in frames[1:]:
        check_rows(list(frame.own), frame.width, frame.height)
    if surplus:
        notes.count("surplus-data", "PNG picture data", surplus)
    if chunks.unended:
        notes.show("note-no-end", "PNG", "")
    if chunks.wrong_words:
        notes.show("note-checksum", "PNG", "")
    if chunks.end < len(data):
        notes.count("trailing-bytes", "after the end", len(data) - chunks.end)
    if alpha:
        notes.add("alpha", "PNG")
    profile = metadata.colour.profile()
    # Browsers differ on rotated PNGs, and on colours stated as numbers. What a screen does not show
    # of 16 bits, or of transparent pixels, may be visible in the output.
    plain = depth <= 8 and not alpha
    usual = plain and metadata.orientation == 1 and profile in (b"", metadata.colour.embedded)
    page = Page(
        format="png",
        width=width,
        height=height,
        orientation=metadata.orientation,
        bits=depth,
        channels=name,
        alpha=alpha,
        profile=profile,
        gray_ramp=is_gray_ramp(*(chunks.palette[sample::3] for sample in range(3))),
        browser_may_show=usual,
        in_parts=depth <= 8 and len(frames) < 2,
        incomplete=chunks.unended or chunks.wrong_words or chunks.odd,
    )
    if len(frames) < 2:
        return notes.file(data, (page,))
    opaque, lossy = [not alpha] * len(frames), [False] * len(frames)
    return notes.file(data, animated(page, frames, opaque, lossy))


def rows_size(width: int, height: int, pixel_bits: int, interlaced: bool) -> int:
    """Bytes of all rows with their filter bytes, of all passes if interlaced."""
    passes = _ADAM7 if interlaced else ((0, 0, 1, 1),)
    total = 0
    for column, row, across, down in passes:
        columns = max(0, -(-(width - column) // across))
        rows = max(0, -(-(height - row) // down))
        if columns:
            total += rows * (1 + -(-columns * pixel_bits // 8))
    return total


def _read_header(body: bytes) -> tuple[int, int, int, int, bool]:
    """(width, height, depth, colour type, interlaced) of IHDR, PNG section 11.2.1."""
    damaged_unless(len(body) == 13)
    width, height, depth, colour, compression, filtering, interlace = struct.unpack(
        ">IIBBBBB", body
    )
    check_size(width, height)
    damaged_unless(colour in _COLOUR and compression == 0 and filtering == 0 and interlace <= 1)
    return width, height, depth, colour, interlace == 1


def _walk(data: bytes, metadata: PngMetadata) -> _Chunks:
    """Visit every chunk up to IEND, check its length, name, checksum and place.

    The file may end before IEND if it has picture data and is not an animation: inflating the rows
    shows whether they are complete.
    """
    view = memoryview(data)
    found = _Chunks()
    at = _SIGNATURE_SIZE
    before = b""
    for _ in range(limits.PNG_CHUNKS_MOST):
        if _ends_within_chunk(data, at) and found.rows and not found.animated:
            found.end, found.unended = at, True
            return found
        length = int.from_bytes(take(data, at, 4), "big")
        name = take(data, at + 4, 4)
        damaged_unless(length <= _LENGTH_MOST and name.isalpha())
        if at + 12 + length > len(data):
            raise SourceRefused("file-truncated")
        checksum = zlib.crc32(view[at + 4 : at + 8 + length])
        if checksum != int.from_bytes(data[at + 8 + length : at + 12 + length], "big"):
            damaged_unless(name in _WORDS and not (name == b"IEND" and length))
            found.wrong_words = True
        damaged_unless((name == b"IHDR") == (before == b"") or name == b"CgBI")
        if name == b"IDAT":
            _take_rows(found, (at + 8, at + 8 + length), before)
        elif name == b"fdAT":
            # A sequence number, then data. Before any control chunk it belongs to no frame.
            damaged_unless(length >= 4 and bool(found.controls) and bool(found.rows))
            damaged_unless(found.controls[-1][1] is not found.rows)
            found.controls[-1][1].append((at + 12, at + 8 + length))
        else:
            if name in _SHARED:
                found.shared.append((at, at + 12 + length))
            _take_chunk(found, name, data[at + 8 : at + 8 + length], metadata)
        at += 12 + length
        before = name
        if name == b"IEND":
            found.end = at
            return found
    raise SourceRefused("file-damaged")


def _is_odd(name: bytes, body: bytes) -> bool:
    """Whether a chunk has a wrong size, or an unknown compression method."""
    if name in (b"zTXt", b"iCCP"):
        return body.partition(b"\0")[2][:1] != b"\0"
    return len(body) != _SIZES.get(name, len(body))


def _ends_within_chunk(data: bytes, at: int) -> bool:
    """Whether the file ends within the chunk at `at`."""
    return at + 12 > len(data) or at + 12 + int.from_bytes(data[at : at + 4], "big") > len(data)


def _take_rows(found: _Chunks, piece: tuple[int, int], before: bytes) -> None:
    """IDAT chunks are consecutive (PNG section 5.6); decoders do not read later ones."""
    if found.rows and (before != b"IDAT" or found.late_rows):
        found.late_rows += piece[1] - piece[0]
    else:
        found.rows.append(piece)


def _take_chunk(found: _Chunks, name: bytes, body: bytes, metadata: PngMetadata) -> None:
    if name == b"CgBI":
        raise SourceRefused("format-unsupported", format="png-apple")
    if name == b"IHDR":
        found.header = body
    elif name == b"PLTE":
        damaged_unless(not found.palette and not found.rows)
        found.palette = body
    elif name == b"tRNS":
        found.transparency = len(body)
    elif name == b"acTL":
        found.animated = True
    elif name == b"fcTL":
        found.animated = True
        check_pages(len(found.controls) + 1, 0)
        # Before the default picture's data, that data is the frame's.
        found.controls.append((body, [] if found.rows else found.rows))
    elif name not in _CRITICAL:
        # A capital first letter: a decoder that does not know the chunk must stop.
        damaged_unless(name[:1].islower())
        found.odd |= _is_odd(name, body)
        metadata.take(name, body)
