"""One chunk of a PNG file, written. Reads none."""

import struct
import zlib


def png_chunk(name: bytes, data: bytes) -> bytes:
    """PNG, third edition (W3C), 5.3: length, name, data and the checksum of name and data."""
    checksum = zlib.crc32(data, zlib.crc32(name))
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", checksum)
