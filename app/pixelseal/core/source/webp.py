"""Examines a WebP: the container and the headers of its pictures. Decodes no pixel.

RFC 9649 section 2 (RIFF container), section 3.4 (VP8L header); RFC 6386 section 9.1 (VP8 header).
libwebp itself reports truncated picture data, and never fills it with grey.
"""

from dataclasses import dataclass, field

from pixelseal.core.base import limits
from pixelseal.core.base.errors import SourceRefused
from pixelseal.core.source.facts.animation import animated
from pixelseal.core.source.facts.bounds import check_pages, check_size, damaged_unless, take
from pixelseal.core.source.facts.file import File
from pixelseal.core.source.facts.notes import Notes
from pixelseal.core.source.facts.page import AnimationFrame, Page
from pixelseal.core.source.facts.text import printable_runs
from pixelseal.core.source.metadata.exif import read_exif
from pixelseal.core.source.metadata.icc_texts import bounded, read_icc
from pixelseal.core.source.metadata.xmp import read_xmp

_HEADER_SIZE = 12
_MACROBLOCK = (16, 16)
_FRAME_HEADER = 16
_CLEAR_AFTER, _REPLACES = 1, 2  # flags of a frame (section 2.7.1.1)


@dataclass
class _Parts:
    """What the walk over the chunks found; `picture` is (name, body) of VP8 or VP8L."""

    picture: tuple[bytes, bytes] | None = None
    canvas: tuple[int, int] | None = None
    alpha_chunk: bool = False
    frames: list[AnimationFrame] = field(default_factory=list)
    opaque: list[bool] = field(default_factory=list)
    lossy: list[bool] = field(default_factory=list)
    orientation: int = 1
    exif_seen: bool = False
    profile: bytes = b""


def examine_webp(data: bytes) -> File:
    """The checked facts of a WebP file.

    Raises SourceRefused: file-truncated, file-damaged, zero-size, too-many-pixels, webp-too-large,
    too-many-pages.
    """
    notes = Notes()
    end = 8 + int.from_bytes(take(data, 4, 4), "little")
    if end > len(data):
        raise SourceRefused("file-truncated")
    damaged_unless(end >= _HEADER_SIZE)
    parts = _walk(data, end, notes)
    if parts.frames:
        damaged_unless(parts.picture is None and parts.canvas is not None)
        width, height = parts.canvas or (0, 0)
        lossy = any(parts.lossy)
        alpha = not all(parts.opaque) or not _covers(parts.frames[0], width, height)
    elif parts.picture is not None:
        width, height, lossy, alpha = _picture_header(*parts.picture, parts.alpha_chunk)
        damaged_unless(parts.canvas in (None, (width, height)))
    else:
        raise SourceRefused("file-truncated")
    check_size(width, height)
    most = limits.WEBP_LOSSLESS_MOST if not lossy or alpha else limits.WEBP_LOSSY_MOST
    most = limits.WEBP_ANIMATED_MOST if parts.frames else most
    if width * height > most:
        raise SourceRefused("webp-too-large", limit_mp=most // 1_000_000)
    if alpha:
        notes.add("alpha", "WebP")
    if end + end % 2 < len(data):
        notes.count("trailing-bytes", "after the end", len(data) - end - end % 2)
    page = Page(
        format="webp",
        width=width,
        height=height,
        orientation=parts.orientation,
        lossy=lossy,
        mcu=_MACROBLOCK if lossy else (1, 1),
        sampling="4:2:0" if lossy else "",
        channels="ycbcr" if lossy else "rgb",
        alpha=alpha,
        profile=parts.profile,
        browser_may_show=parts.orientation == 1 and not alpha,
    )
    if not parts.frames:
        return notes.file(data, (page,))
    return notes.file(data, animated(page, parts.frames, parts.opaque, parts.lossy))


def _covers(frame: AnimationFrame, width: int, height: int) -> bool:
    return (frame.left, frame.top, frame.width, frame.height) == (0, 0, width, height)


def _walk(data: bytes, end: int, notes: Notes) -> _Parts:
    """Visit every chunk inside the RIFF length."""
    parts = _Parts()
    at = _HEADER_SIZE
    for _ in range(limits.WEBP_CHUNKS_MOST):
        if at + 8 > end:
            if at < end:
                notes.count("stray-bytes", "WebP", end - at)
            return parts
        name, size = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        if at + 8 + size > end:
            raise SourceRefused("file-truncated")
        if name == b"ANMF":
            _take_frame(parts, data, at + 8, at + 8 + size)
        else:
            _take_chunk(parts, name, data[at + 8 : at + 8 + size], notes)
        at += 8 + size + size % 2
    raise SourceRefused("file-damaged")


def _take_chunk(parts: _Parts, name: bytes, body: bytes, notes: Notes) -> None:
    if name in (b"VP8 ", b"VP8L"):
        damaged_unless(parts.picture is None)
        parts.picture = (name, body)
    elif name == b"VP8X":
        damaged_unless(len(body) >= 10 and parts.canvas is None and parts.picture is None)
        parts.canvas = (
            1 + int.from_bytes(body[4:7], "little"),
            1 + int.from_bytes(body[7:10], "little"),
        )
    elif name == b"ALPH":
        # Elsewhere readers differ on whether it counts, and libwebp rejects such a file.
        damaged_unless(parts.canvas is not None and parts.picture is None)
        parts.alpha_chunk = True
    elif name == b"EXIF":
        orientation = read_exif(body, notes)
        if not parts.exif_seen:
            parts.orientation, parts.exif_seen = orientation, True
    elif name == b"XMP ":
        read_xmp(body, notes)
    elif name == b"ICCP":
        read_icc(body, notes)
        parts.profile = parts.profile or bounded(body)
    elif name in (b"C2PA", b"PSAI"):
        kind = "content-credentials" if name == b"C2PA" else "photoshop-data"
        notes.count(kind, "WebP chunk", len(body))
    elif name != b"ANIM":
        notes.count("unknown-segment", "WebP chunk", len(body))
        for run in printable_runs(body):
            notes.text(run)


def _take_frame(parts: _Parts, data: bytes, start: int, end: int) -> None:
    """Read a frame: its position, its flags, and the chunks of its picture."""
    head = take(data, start, _FRAME_HEADER)
    numbers = [int.from_bytes(head[place : place + 3], "little") for place in range(0, 12, 3)]
    left, top, width, height = numbers[0] * 2, numbers[1] * 2, numbers[2] + 1, numbers[3] + 1
    check_size(width, height)
    check_pages(len(parts.frames) + 1, 0)
    chunks: dict[bytes, tuple[int, int]] = {}
    at = start + _FRAME_HEADER
    while at + 8 <= end:
        name, size = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        if at + 8 + size > end:
            raise SourceRefused("file-truncated")
        if name in (b"VP8 ", b"VP8L", b"ALPH"):
            damaged_unless(name not in chunks)
            chunks[name] = (at, at + 8 + size + size % 2)
        at += 8 + size + size % 2
    pictures = [name for name in (b"VP8 ", b"VP8L") if name in chunks]
    damaged_unless(len(pictures) == 1)
    begin, after = chunks[pictures[0]]
    body = data[begin + 8 : after]
    found = _picture_header(pictures[0], body, b"ALPH" in chunks)
    damaged_unless(found[:2] == (width, height) and parts.canvas is not None)
    canvas = parts.canvas or (0, 0)
    damaged_unless(left + width <= canvas[0] and top + height <= canvas[1])
    _, _, lossy, alpha = found
    own = tuple(place for name, place in sorted(chunks.items()) if lossy or name == b"VP8L")
    flags = head[15]
    dispose = "background" if flags & _CLEAR_AFTER else "none"
    blend = not flags & _REPLACES
    parts.frames.append(AnimationFrame(left, top, width, height, (), own, blend, dispose))
    parts.opaque.append(not alpha)
    parts.lossy.append(lossy)


def _picture_header(name: bytes, body: bytes, alpha_chunk: bool) -> tuple[int, int, bool, bool]:
    """(width, height, lossy, alpha) of a VP8 or VP8L stream."""
    if name == b"VP8 ":
        width, height = _lossy_header(body)
        return width, height, True, alpha_chunk
    width, height, alpha = _lossless_header(body)
    return width, height, False, alpha


def _lossy_header(body: bytes) -> tuple[int, int]:
    """(width, height) of a VP8 key frame whose first partition lies inside."""
    damaged_unless(len(body) >= 10 and body[0] & 1 == 0 and body[3:6] == b"\x9d\x01\x2a")
    first_partition = int.from_bytes(body[:3], "little") >> 5
    if 10 + first_partition > len(body):
        raise SourceRefused("file-truncated")
    width = int.from_bytes(body[6:8], "little") & 0x3FFF
    height = int.from_bytes(body[8:10], "little") & 0x3FFF
    return width, height


def _lossless_header(body: bytes) -> tuple[int, int, bool]:
    """(width, height, alpha) of a VP8L stream."""
    damaged_unless(len(body) >= 5 and body[0] == 0x2F)
    word = int.from_bytes(body[1:5], "little")
    damaged_unless(word >> 29 == 0)  # version
    return 1 + (word & 0x3FFF), 1 + (word >> 14 & 0x3FFF), bool(word >> 28 & 1)
