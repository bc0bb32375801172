"""Reads bytes and sizes from an untrusted file, or refuses it. Knows no format."""

import zlib
from collections.abc import Iterable

from pixelseal.core.base import limits
from pixelseal.core.base.errors import SourceRefused


def take(untrusted: bytes, start: int, length: int) -> bytes:
    """Exactly `length` bytes at `start`; raises file-truncated if the file ends before."""
    if start < 0 or length < 0 or start + length > len(untrusted):
        raise SourceRefused("file-truncated")
    return untrusted[start : start + length]


def check_size(
    width: int,
    height: int,
    longest_side: int = limits.SIDE_MOST,
    pixels_most: int = limits.PIXELS_MOST,
) -> None:
    """Raise zero-size, side-too-long or too-many-pixels for an unsupported size."""
    if width < 1 or height < 1:
        raise SourceRefused("zero-size")
    if width * height > pixels_most:
        raise SourceRefused("too-many-pixels", limit_mp=pixels_most // 1_000_000)
    if max(width, height) > longest_side:
        raise SourceRefused("side-too-long", limit=longest_side)


def check_pages(pages: int, pixels: int) -> None:
    """Raise too-many-pages or too-many-pixels for too much in all pages together."""
    if pages > limits.PAGES_MOST:
        raise SourceRefused("too-many-pages", limit=limits.PAGES_MOST)
    if pixels > limits.PIXELS_OF_PAGES_MOST:
        raise SourceRefused("too-many-pixels", limit_mp=limits.PIXELS_OF_PAGES_MOST // 1_000_000)


def damaged_unless(condition: bool) -> None:
    """Raise file-damaged if a rule of the format is broken."""
    if not condition:
        raise SourceRefused("file-damaged")


def inflated_length(untrusted_pieces: Iterable[bytes | memoryview], needed: int) -> tuple[int, int]:
    """(bytes inflated, compressed bytes left over) of one zlib stream given in pieces.

    Memory stays at a few steps of `limits.INFLATE_STEP`, whatever the stream claims. Raises
    file-damaged for a damaged stream or checksum, file-truncated if it does not reach its end or
    holds fewer than `needed` bytes, expands-too-much when it holds far more (RFC 1950).
    """
    stream = zlib.decompressobj()
    inflated = left_over = 0
    for piece in untrusted_pieces:
        view = memoryview(piece)
        for start in range(0, len(view), limits.INFLATE_STEP):
            if stream.eof:
                left_over += len(view) - start
                break
            pending: bytes | memoryview = view[start : start + limits.INFLATE_STEP]
            while pending:
                try:
                    inflated += len(stream.decompress(pending, limits.INFLATE_STEP * 4))
                except zlib.error:
                    raise SourceRefused("file-damaged") from None
                if inflated > needed + limits.SURPLUS_MOST:
                    raise SourceRefused("expands-too-much")
                pending = stream.unconsumed_tail
            left_over += len(stream.unused_data) if stream.eof else 0
    while not stream.eof:  # output that the decompressor still holds when the input has ended
        held = len(stream.decompress(b"", limits.INFLATE_STEP * 4))
        inflated += held
        if not held or inflated > needed + limits.SURPLUS_MOST:
            break
    if not stream.eof or inflated < needed:
        raise SourceRefused("file-truncated")
    return inflated, left_over


def inflate_metadata(untrusted: bytes) -> bytes:
    """The bytes of a small zlib stream, or b"" if it is damaged, which is no reason to refuse.

    Raises expands-too-much above `limits.INFLATED_METADATA_MOST`.
    """
    stream = zlib.decompressobj()
    try:
        inflated = stream.decompress(untrusted, limits.INFLATED_METADATA_MOST + 1)
    except zlib.error:
        return b""
    if len(inflated) > limits.INFLATED_METADATA_MOST:
        raise SourceRefused("expands-too-much")
    return inflated
