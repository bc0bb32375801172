"""Examines a WebP: the container and the headers of its one picture are whole. Decodes no pixel.

RFC 9649 section 2 (RIFF container), section 3.4 (VP8L header); RFC 6386 section 9.1 (VP8 header).
libwebp itself reports picture data that ends early, and never fills it with grey.
"""

from dataclasses import dataclass

from app.core import limits
from app.core.errors import SourceRefused
from app.core.source.bounds import check_size, damaged_unless, take
from app.core.source.exif import read_exif
from app.core.source.icc import bounded, read_icc
from app.core.source.model import Source
from app.core.source.notes import Notes
from app.core.source.text import printable_runs
from app.core.source.xmp import read_xmp

_HEADER_SIZE = 12
_MACROBLOCK = (16, 16)


@dataclass
class _Parts:
    """What the walk over the chunks found; `picture` is (name, body) of VP8 or VP8L."""

    picture: tuple[bytes, bytes] | None = None
    canvas: tuple[int, int] | None = None
    alpha_chunk: bool = False
    frames: int = 0
    orientation: int = 1
    exif_seen: bool = False
    profile: bytes = b""


def examine_webp(data: bytes) -> Source:
    """The checked facts of a WebP file.

    Raises SourceRefused: file-truncated, file-damaged, animated, zero-size, too-many-pixels. Any
    file made as an animation is refused, of one frame too: frames are placed on a canvas.
    """
    notes = Notes()
    end = 8 + int.from_bytes(take(data, 4, 4), "little")
    if end > len(data):
        raise SourceRefused("file-truncated")
    damaged_unless(end >= _HEADER_SIZE)
    parts = _walk(data, end, notes)
    if parts.frames:
        raise SourceRefused("animated", frames=parts.frames)
    if parts.picture is None:
        raise SourceRefused("file-truncated")
    name, body = parts.picture
    lossy = name == b"VP8 "
    width, height, alpha = _lossy_header(body) if lossy else _lossless_header(body)
    check_size(width, height)
    damaged_unless(parts.canvas in (None, (width, height)))
    alpha = parts.alpha_chunk or alpha if lossy else alpha
    if alpha:
        notes.add("alpha", "WebP")
    if end + end % 2 < len(data):
        notes.count("trailing-bytes", "after the end", len(data) - end - end % 2)
    return Source(
        format="webp",
        width=width,
        height=height,
        orientation=parts.orientation,
        lossy=lossy,
        mcu=_MACROBLOCK if lossy else (1, 1),
        sampling="4:2:0" if lossy else "",
        channels="ycbcr" if lossy else "rgb",
        alpha=alpha,
        findings=notes.findings,
        texts=notes.texts,
        profile=parts.profile,
        browser_shows_it_right=parts.orientation == 1,
    )


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
        parts.alpha_chunk = True
    elif name == b"ANMF":
        parts.frames += 1
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


def _lossy_header(body: bytes) -> tuple[int, int, bool]:
    """(width, height, no alpha) of a VP8 key frame whose first partition lies inside."""
    damaged_unless(len(body) >= 10 and body[0] & 1 == 0 and body[3:6] == b"\x9d\x01\x2a")
    first_partition = int.from_bytes(body[:3], "little") >> 5
    if 10 + first_partition > len(body):
        raise SourceRefused("file-truncated")
    width = int.from_bytes(body[6:8], "little") & 0x3FFF
    height = int.from_bytes(body[8:10], "little") & 0x3FFF
    return width, height, False


def _lossless_header(body: bytes) -> tuple[int, int, bool]:
    """(width, height, alpha) of a VP8L stream."""
    damaged_unless(len(body) >= 5 and body[0] == 0x2F)
    word = int.from_bytes(body[1:5], "little")
    damaged_unless(word >> 29 == 0)  # version
    return 1 + (word & 0x3FFF), 1 + (word >> 14 & 0x3FFF), bool(word >> 28 & 1)
