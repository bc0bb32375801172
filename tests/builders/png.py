"""PNG files from chunks (PNG specification, third edition, section 5)."""

import struct
import zlib

SIGNATURE = b"\x89PNG\r\n\x1a\n"


def chunk(name: bytes, body: bytes) -> bytes:
    """A chunk with its length and checksum."""
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def header(width: int, height: int, depth: int = 8, colour: int = 2, interlace: int = 0) -> bytes:
    """An IHDR chunk."""
    return chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, interlace))


def rows(data: bytes) -> bytes:
    """One IDAT chunk with `data` compressed."""
    return chunk(b"IDAT", zlib.compress(data))


def end() -> bytes:
    """The IEND chunk."""
    return chunk(b"IEND", b"")


def small(
    *before_rows: bytes, data: bytes | None = None, after_rows: tuple[bytes, ...] = ()
) -> bytes:
    """A 4 x 3 RGB picture with chunks put in before and after its rows."""
    plain = b"".join(b"\x00" + bytes(range(12)) for _ in range(3)) if data is None else data
    return b"".join((SIGNATURE, header(4, 3), *before_rows, rows(plain), *after_rows, end()))


def with_chunks(png: bytes, *chunks: bytes) -> bytes:
    """The file with chunks right after IHDR."""
    after_header = len(SIGNATURE) + 25
    return png[:after_header] + b"".join(chunks) + png[after_header:]
