"""WebP, GIF and BMP files with parts put in or changed."""

import struct


def riff_chunk(name: bytes, body: bytes) -> bytes:
    """A RIFF chunk, padded to even length."""
    return name + struct.pack("<I", len(body)) + body + b"\x00" * (len(body) % 2)


def webp(*chunks: bytes) -> bytes:
    """A WebP container of these chunks."""
    body = b"WEBP" + b"".join(chunks)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def extended_webp(simple: bytes, width: int, height: int, flags: int, *chunks: bytes) -> bytes:
    """A simple WebP file made extended (VP8X), with chunks after its picture."""
    head = struct.pack("<I", flags) + struct.pack("<I", width - 1)[:3]
    head += struct.pack("<I", height - 1)[:3]
    return webp(riff_chunk(b"VP8X", head), simple[12:], *chunks)


def gif_extension(label: int, *sub_blocks: bytes) -> bytes:
    """A GIF extension of these sub-blocks."""
    blocks = b"".join(bytes([len(block)]) + block for block in sub_blocks)
    return bytes([0x21, label]) + blocks + b"\x00"


def with_gif_extension(gif: bytes, extension: bytes) -> bytes:
    """The file with an extension before its trailer."""
    assert gif.endswith(b";")
    return gif[:-1] + extension + b";"


def bmp(width: int, height: int, bits: int, compression: int, pixels: bytes) -> bytes:
    """A BMP with a BITMAPINFOHEADER and, to 8 bits, a grey palette."""
    palette = b"".join(bytes((v, v, v, 0)) for v in range(1 << bits)) if bits <= 8 else b""
    offset = 14 + 40 + len(palette)
    head = struct.pack("<2sIHHI", b"BM", offset + len(pixels), 0, 0, offset)
    info = struct.pack("<IiiHHIIiiII", 40, width, height, 1, bits, compression, 0, 0, 0, 0, 0)
    return head + info + palette + pixels


def field_bmp(rows: list[list[int]], bits: int, masks: tuple[int, ...], compression: int) -> bytes:
    """A BMP of these pixels, top row first, whose red, green, blue (and alpha) lie where masks say.

    The masks follow a header of 40 bytes, or with alpha and bit fields (3) lie in one of 56.
    """
    size = 56 if compression == 3 and len(masks) == 4 else 40
    offset = 14 + 40 + 4 * len(masks)
    letter = {16: "H", 32: "I"}[bits]
    lines = [struct.pack(f"<{len(row)}{letter}", *row) for row in rows]
    pixels = b"".join(line + bytes(-len(line) % 4) for line in lines)
    head = struct.pack("<2sIHHI", b"BM", offset + len(pixels), 0, 0, offset)
    height = -len(rows)
    info = struct.pack(
        "<IiiHHIIiiII", size, len(rows[0]), height, 1, bits, compression, 0, 0, 0, 0, 0
    )
    return head + info + struct.pack(f"<{len(masks)}I", *masks) + pixels
