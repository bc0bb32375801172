"""TIFF structures from tags, for TIFF files and for Exif blocks (TIFF 6.0 section 2, BigTIFF)."""

import io
import struct
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from PIL import Image

BYTE, ASCII, SHORT, LONG, RATIONAL, UNDEFINED, LONG8 = 1, 2, 3, 4, 5, 7, 16
_CODE = {BYTE: "B", SHORT: "H", LONG: "I", LONG8: "Q"}

Value = bytes | Sequence[int] | Sequence[tuple[int, int]]


@dataclass
class Ifd:
    """One directory: tags as (type, value), directories that a tag points to, and what is next.

    `strips` go behind everything; their offsets and counts become tags 273 and 279 (or 324 and
    325 for tiles) unless these are given.
    """

    tags: dict[int, tuple[int, Value]] = field(default_factory=dict)
    children: "dict[int, Ifd]" = field(default_factory=dict)
    strips: tuple[bytes, ...] = ()
    tiled: bool = False


def _pack(order: str, kind: int, value: Value) -> tuple[int, bytes]:
    """(count, bytes) of a value."""
    if kind in (ASCII, UNDEFINED):
        assert isinstance(value, bytes)
        return len(value), value
    if kind == RATIONAL:
        return len(value), b"".join(struct.pack(order + "II", *pair) for pair in value)  # type: ignore[misc]
    return len(value), struct.pack(f"{order}{len(value)}{_CODE[kind]}", *value)


def tiff(*chain: Ifd, order: str = "<", big: bool = False, loop: bool = False) -> bytes:
    """A TIFF structure with a chain of directories; `loop` makes the last point to the first."""
    mark = b"II" if order == "<" else b"MM"
    if big:
        out = bytearray(mark + struct.pack(order + "HHHQ", 43, 8, 0, 16))
    else:
        out = bytearray(mark + struct.pack(order + "HI", 42, 8))
    word = "Q" if big else "I"
    link = len(out) - struct.calcsize(word)
    first = 0
    for ifd in chain:
        start, next_link = _write(out, ifd, order, big)
        struct.pack_into(order + word, out, link, start)
        first = first or start
        link = next_link
    struct.pack_into(order + word, out, link, first if loop else 0)
    return bytes(out)


def _write(out: bytearray, ifd: Ifd, order: str, big: bool) -> tuple[int, int]:
    """Write a directory and what hangs on it; gives its offset and that of its next link."""
    word, count_code, inline = ("Q", "Q", 8) if big else ("I", "H", 4)
    tags = dict(ifd.tags)
    for tag, child in ifd.children.items():
        start, link = _write(out, child, order, big)
        struct.pack_into(order + word, out, link, 0)
        tags[tag] = (LONG8 if big else LONG, [start])
    if ifd.strips:
        offsets = []
        for strip in ifd.strips:
            offsets.append(len(out))
            out += strip
        place, size = (324, 325) if ifd.tiled else (273, 279)
        tags.setdefault(place, (LONG, offsets))
        tags.setdefault(size, (LONG, [len(strip) for strip in ifd.strips]))
    out += b"\x00" * (len(out) % 2)
    entries = b""
    for tag, (kind, value) in sorted(tags.items()):
        count, packed = _pack(order, kind, value)
        if len(packed) > inline:
            at = len(out)
            out += packed + b"\x00" * (len(packed) % 2)
            packed = struct.pack(order + word, at)
        entries += struct.pack(order + "HH" + word, tag, kind, count) + packed.ljust(inline, b"\0")
    start = len(out)
    out += struct.pack(order + count_code, len(tags)) + entries
    link = len(out)
    out += bytes(struct.calcsize(word))
    return start, link


def gray_page(
    strips: tuple[bytes, ...],
    width: int = 8,
    height: int = 6,
    compression: int = 1,
    **more: tuple[int, Value],
) -> Ifd:
    """An 8-bit grey page of these strips; `more` are tags named t<number>."""
    tags: dict[int, tuple[int, Value]] = {
        256: (LONG, [width]),
        257: (LONG, [height]),
        258: (SHORT, [8]),
        259: (SHORT, [compression]),
        262: (SHORT, [1]),
        277: (SHORT, [1]),
        278: (LONG, [-(-height // len(strips))]),
    }
    tags.update({int(name[1:]): value for name, value in more.items()})
    return Ifd(tags, strips=strips)


def coded_page(image: Image.Image, compression: str, strips: int) -> tuple[Ifd, np.ndarray]:
    """A page of that picture, each strip coded by Pillow, and its samples; Group 3 and 4 are grey.

    `compression` is Pillow's name of it.
    """
    height = -(-image.height // strips)
    parts, tags = [], {}
    for top in range(0, image.height, height):
        stream = io.BytesIO()
        part = image.crop((0, top, image.width, min(top + height, image.height)))
        part.save(stream, "tiff", compression=compression)
        with Image.open(io.BytesIO(stream.getvalue())) as coded:
            tags = dict(coded.tag_v2)
        data = stream.getvalue()
        places = zip(tags[273], tags[279], strict=True)
        pieces = [data[place : place + count] for place, count in places]
        assert len(pieces) == 1
        parts += pieces
    samples = len(image.getbands())
    made: dict[int, tuple[int, Value]] = {
        256: (LONG, [image.width]),
        257: (LONG, [image.height]),
        258: (SHORT, [1 if image.mode == "1" else 8] * samples),
        259: (SHORT, [tags[259]]),
        262: (SHORT, [tags[262]]),
        277: (SHORT, [samples]),
        278: (LONG, [height]),
    }
    made |= {tag: (LONG, [tags[tag]]) for tag in (292,) if tag in tags}
    made |= {tag: (SHORT, [tags[tag]]) for tag in (266, 317) if tag in tags}
    gray = image.convert("L") if image.mode == "1" else image
    return Ifd(made, strips=tuple(parts)), np.asarray(gray)


def one_strip(stream: bytes, width: int, height: int) -> bytes:
    """A TIFF of one YCbCr JPEG stream (Technical Note 2)."""
    three: Value = [8, 8, 8]
    tags: dict[int, tuple[int, Value]] = {
        256: (LONG, [width]),
        257: (LONG, [height]),
        258: (SHORT, three),
        259: (SHORT, [7]),
        262: (SHORT, [6]),
        277: (SHORT, [3]),
        278: (LONG, [height]),
    }
    return tiff(Ifd(tags, strips=(stream,)))


def gps_ifd(degrees_north: int = 12, degrees_east: int = 34) -> Ifd:
    """A GPS directory with a whole-degree position and a date."""
    return Ifd(
        {
            1: (ASCII, b"N\x00"),
            2: (RATIONAL, [(degrees_north, 1), (30, 1), (0, 1)]),
            3: (ASCII, b"E\x00"),
            4: (RATIONAL, [(degrees_east, 1), (0, 1), (3600, 100)]),
            29: (ASCII, b"2031:02:03\x00"),
        }
    )


def orientation_block(value: int, order: str = ">") -> bytes:
    """An Exif block that holds nothing but an orientation."""
    return tiff(Ifd({274: (SHORT, [value])}), order=order)
