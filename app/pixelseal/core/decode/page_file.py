"""Cuts one picture out of a checked file, as a file that holds no other. Decodes nothing.

So a decoder always sees one picture, and need not be trusted to find pages.
"""

import struct
from collections.abc import Callable

from pixelseal.core.base.png_chunk import png_chunk
from pixelseal.core.decode.heif_page import heif_file
from pixelseal.core.decode.mend_jpeg import mended
from pixelseal.core.decode.mend_png import mended as mended_png
from pixelseal.core.source.facts.page import AnimationFrame, HeifItem, Page, Span
from pixelseal.model import formats

_PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_GIF_TRAILER = b";"
_WEBP_ALPHA = 0x10  # flag of VP8X (RFC 9649, 2.7)


def page_file(untrusted_data: bytes, page: Page) -> bytes:
    """A file in which that page is the only picture; not for TIFF.

    What the file omits, if the picture does not depend on it, is added.
    """
    place = page.place
    if isinstance(place, HeifItem):
        return untrusted_data if place.alone else heif_file(untrusted_data, page.format, place)
    if isinstance(place, Span) and page.format == "jpeg":
        return mended(untrusted_data[place.start : place.end])
    if isinstance(place, Span) and place.end > len(untrusted_data):
        # The last row of a BMP may lack what fills it up to four bytes.
        return untrusted_data + bytes(place.end - len(untrusted_data))
    if page.incomplete and page.format == "png":
        return mended_png(untrusted_data)
    if page.incomplete and page.format == "gif":
        return untrusted_data + _GIF_TRAILER
    return untrusted_data


def frame_file(untrusted_data: bytes, format: str, frame: AnimationFrame) -> bytes:
    """A file of one frame alone, in the size of the frame and not of its canvas."""
    shared = [untrusted_data[start:end] for start, end in frame.shared]
    own = [untrusted_data[start:end] for start, end in frame.own]
    return _BUILDERS[format](untrusted_data, shared, own, frame)


def _gif(
    untrusted_data: bytes, shared: list[bytes], own: list[bytes], frame: AnimationFrame
) -> bytes:
    """GIF89a, sections 18 and 20: sizes in the screen and in the picture's descriptor."""
    head, picture = shared[0], own[-1]
    size = struct.pack("<HH", frame.width, frame.height)
    place = bytes(4)
    parts = [b"GIF89a", size, head[10:], *own[:-1], picture[:1], place, size, picture[9:], b";"]
    return b"".join(parts)


def _webp(
    untrusted_data: bytes, shared: list[bytes], own: list[bytes], frame: AnimationFrame
) -> bytes:
    """RFC 9649: a file in the extended layout where there is alpha beside a lossy picture."""
    chunks = list(own)
    if own[0].startswith(b"ALPH"):
        size = struct.pack("<II", frame.width - 1, frame.height - 1)
        sizes = size[:3] + size[4:7]
        chunks.insert(0, struct.pack("<4sII", b"VP8X", 10, _WEBP_ALPHA) + sizes)
    body = b"WEBP" + b"".join(chunks)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def _png(
    untrusted_data: bytes, shared: list[bytes], own: list[bytes], frame: AnimationFrame
) -> bytes:
    """PNG, section 11.3.6: a frame has the header's depth and colours and its own size."""
    header = struct.pack(">II", frame.width, frame.height) + untrusted_data[24:29]
    return b"".join(
        [_PNG_SIGNATURE, png_chunk(b"IHDR", header), *shared, png_chunk(b"IDAT", b"".join(own)),
         png_chunk(b"IEND", b"")]
    )  # fmt: skip


_BUILDERS: dict[str, Callable[[bytes, list[bytes], list[bytes], AnimationFrame], bytes]] = (
    formats.for_each(
        tuple(row for row in formats.READ if row.reading.frames),
        {"gif": _gif, "webp": _webp, "png": _png},
    )
)
