"""Files of drawn pictures with what real ones carry: PNG with Exif, TIFF pages. Reads none."""

import struct
import zlib

from pixelseal.core.base.arrays import Pixels
from pixelseal.core.base.png_chunk import png_chunk

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
# What `exif` plants, as kinds of docs/practice.md, 2.
CARRIED = ("location", "author", "camera")
_ASCII, _SHORT, _LONG, _RATIONAL = 2, 3, 4, 5
_SIZES = {_ASCII: 1, _SHORT: 2, _LONG: 4, _RATIONAL: 8}
Entry = tuple[int, int, bytes]  # tag, type, value


def png(pixels: Pixels, exif: bytes = b"") -> bytes:
    """A PNG of 8-bit RGB."""
    height, width = pixels.shape[:2]
    rows = b"".join(b"\0" + row.tobytes() for row in pixels)
    chunks = [png_chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))]
    if exif:
        chunks.append(png_chunk(b"eXIf", exif))
    chunks += [png_chunk(b"IDAT", zlib.compress(rows, 6)), png_chunk(b"IEND", b"")]
    return _SIGNATURE + b"".join(chunks)


def exif() -> bytes:
    """A camera's serial number, an author and a place in the middle of the sea (Exif 2.32)."""
    first = 8
    text = [
        (0x010F, _ASCII, b"Drawn Camera Works\0"),
        (0x0132, _ASCII, b"2000:01:01 10:00:00\0"),
        (0x013B, _ASCII, b"Nobody Drawn\0"),
    ]
    zero = struct.pack("<6I", 0, 1, 0, 1, 0, 1)
    place = [
        (1, _ASCII, b"N\0"),
        (2, _RATIONAL, zero),
        (3, _ASCII, b"E\0"),
        (4, _RATIONAL, zero),
    ]
    detail = [(0xA431, _ASCII, b"0000-DRAWN\0")]
    # The length of the first directory does not depend on where it points.
    pointers = [(0x8769, _LONG, bytes(4)), (0x8825, _LONG, bytes(4))]
    at = first + len(_directory([*text, *pointers], first))
    details = _directory(detail, at)
    places = _directory(place, at + len(details))
    pointers = [
        (0x8769, _LONG, struct.pack("<I", at)),
        (0x8825, _LONG, struct.pack("<I", at + len(details))),
    ]
    head = b"II*\0" + struct.pack("<I", first)
    return head + _directory([*text, *pointers], first) + details + places


def tiff(pages: list[Pixels]) -> bytes:
    """A TIFF of uncompressed 8-bit RGB pages (TIFF 6.0)."""
    out = b"II*\0" + struct.pack("<I", 8)
    for number, pixels in enumerate(pages):
        height, width = pixels.shape[:2]
        data, start = pixels.tobytes(), len(out)
        # As long wherever the picture lies.
        strip = start + len(_directory(_page(width, height, 0, len(data)), start))
        following = 0 if number == len(pages) - 1 else strip + len(data)
        out += _directory(_page(width, height, strip, len(data)), start, following) + data
    return out


def _page(width: int, height: int, strip: int, size: int) -> list[Entry]:
    return [
        (256, _LONG, struct.pack("<I", width)),
        (257, _LONG, struct.pack("<I", height)),
        (258, _SHORT, struct.pack("<3H", 8, 8, 8)),
        (259, _SHORT, struct.pack("<H", 1)),
        (262, _SHORT, struct.pack("<H", 2)),
        (273, _LONG, struct.pack("<I", strip)),
        (277, _SHORT, struct.pack("<H", 3)),
        (278, _LONG, struct.pack("<I", height)),
        (279, _LONG, struct.pack("<I", size)),
    ]


def _directory(entries: list[Entry], at: int, following: int = 0) -> bytes:
    """A directory that stands `at` that offset, and behind it the values too long for it."""
    rows, rest = b"", b""
    behind = at + 2 + 12 * len(entries) + 4
    for tag, kind, value in entries:
        count = len(value) // _SIZES[kind]
        if len(value) <= 4:
            field = value.ljust(4, b"\0")
        else:
            field = struct.pack("<I", behind + len(rest))
            rest += value + b"\0" * (len(value) % 2)
        rows += struct.pack("<HHI", tag, kind, count) + field
    return struct.pack("<H", len(entries)) + rows + struct.pack("<I", following) + rest
