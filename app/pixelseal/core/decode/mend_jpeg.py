"""Adds to a checked JPEG stream what decoders need and the file omits. Decodes nothing.

Decoders differ on files without an EOI (ITU-T T.81, B.1.1.2), without Huffman tables (K.3.3) and
with a JFIF segment too short to be one (JFIF 1.02 has fourteen bytes): given the same complete
stream, they agree.
"""

from pixelseal.core.source.jpeg.frame import DHT, EOI, SOS
from pixelseal.core.source.jpeg.implied_tables import IMPLIED_TABLES

_BARE = frozenset((0x01, *range(0xD0, 0xD9)))  # TEM, RSTn, SOI: markers without a length
_APP0, _ADOBE = 0xE0, 0xEE
# Segments that tell a decoder the colour space, and the minimum length for that.
_LEAST = {(_APP0, b"JFIF"): 14, (_ADOBE, b"Adob"): 12}


def mended(untrusted_jpeg: bytes) -> bytes:
    """The stream with all that it implies made explicit; the same bytes if nothing is missing."""
    dropped, tables, scan = _lacks(untrusted_jpeg)
    ended = untrusted_jpeg.endswith(bytes((0xFF, EOI)))
    if ended and tables and not dropped:
        return untrusted_jpeg
    parts, at = [], 0
    for start, end in dropped:
        parts.append(untrusted_jpeg[at:start])
        at = end
    parts.append(untrusted_jpeg[at:scan])
    if not tables:
        length = (2 + len(IMPLIED_TABLES)).to_bytes(2, "big")
        parts.append(bytes((0xFF, DHT)) + length + IMPLIED_TABLES)
    parts.append(untrusted_jpeg[scan:])
    if not ended:
        parts.append(bytes((0xFF, EOI)))
    return b"".join(parts)


def _lacks(untrusted: bytes) -> tuple[list[tuple[int, int]], bool, int]:
    """(segments that are too short, whether there are Huffman or arithmetic tables, first SOS)."""
    dropped: list[tuple[int, int]] = []
    tables, at = False, 2
    while True:
        at = untrusted.index(b"\xff", at)
        marker = untrusted[at + 1]
        if marker in (0x00, 0xFF) or marker in _BARE:
            at += 1 if marker == 0xFF else 2
            continue
        if marker == SOS:
            return dropped, tables, at
        end = at + 2 + int.from_bytes(untrusted[at + 2 : at + 4], "big")
        least = _LEAST.get((marker, untrusted[at + 4 : at + 8]), 0)
        if end - at - 4 < least:
            dropped.append((at, end))
        # Arithmetic coding has no Huffman tables and implies none.
        tables |= marker in (DHT, 0xC9, 0xCA)
        at = end
