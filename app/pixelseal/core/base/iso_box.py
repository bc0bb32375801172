"""One box of an ISO base media file, written. Reads none."""

import struct


def iso_box(kind: bytes, *parts: bytes) -> bytes:
    """ISO/IEC 14496-12, 4.2: length, type and content."""
    body = b"".join(parts)
    return struct.pack(">I", 8 + len(body)) + kind + body


def full_box(kind: bytes, *parts: bytes, version: int = 0, flags: int = 0) -> bytes:
    """A box whose content begins with a version and flags."""
    return iso_box(kind, struct.pack(">I", version << 24 | flags), *parts)
