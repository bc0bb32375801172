"""Parses an output PNG against the only permitted layout. Returns no pixel.

PNG, third edition (W3C 2025), sections 5, 10 and 11. Allowed: signature, IHDR, IDAT chunks, IEND;
grey or RGB of 8 or 16 bits, not interlaced; correct checksums; one zlib stream that fills the IDAT
chunks exactly and holds exactly the picture's rows.
"""

import zlib

from pixelseal.core.audit.facts.checks import NO_ALPHA, NOTHING_ELSE, ONE_PICTURE, STRUCTURE
from pixelseal.core.audit.facts.parsed_output import Broken, ParsedOutput, Reader

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_ANIMATION = (b"acTL", b"fcTL", b"fdAT")
# RFC 1950: Deflate with a window of 32 kB, fastest level, as for run lengths only.
_ZLIB_HEADER = b"\x78\x01"
_STEP = 1 << 20  # bytes inflated at a time


def parse(output: bytes, parsed: ParsedOutput) -> None:
    """Parse the entire file into `parsed`; Broken where it departs from the layout."""
    reader = Reader(output)
    reader.expect(_SIGNATURE, STRUCTURE, "the PNG signature")
    _header(_chunk(reader, b"IHDR", 13), parsed)
    _rows(reader, parsed)
    _chunk(reader, b"IEND", 0)
    if reader.left:
        parsed.fault(NOTHING_ELSE, "Bytes follow the end of the picture.")


def _chunk(reader: Reader, kind: bytes, size: int | None = None) -> bytes:
    length = int.from_bytes(reader.take(4, STRUCTURE, "a chunk"), "big")
    name = reader.take(4, STRUCTURE, "a chunk")
    if name != kind:
        check = ONE_PICTURE if name in _ANIMATION else STRUCTURE
        raise Broken(check, "A chunk stands where none or another must stand.")
    if size is not None and length != size:
        raise Broken(STRUCTURE, "A chunk has a length that is never written.")
    data = reader.take(length, STRUCTURE, "a chunk")
    checksum = reader.take(4, STRUCTURE, "a chunk")
    if zlib.crc32(data, zlib.crc32(kind)) != int.from_bytes(checksum, "big"):
        raise Broken(STRUCTURE, "A chunk's checksum is wrong.")
    return data


def _header(header: bytes, parsed: ParsedOutput) -> None:
    parsed.width, parsed.height = (int.from_bytes(header[i : i + 4], "big") for i in (0, 4))
    parsed.bits, colour = header[8], header[9]
    parsed.gray = colour == 0
    if colour in (3, 4, 6):
        raise Broken(NO_ALPHA, "The picture has transparency or a colour table.")
    if colour not in (0, 2) or parsed.bits not in (8, 16) or header[10:] != b"\0\0\0":
        raise Broken(STRUCTURE, "The header has values that are never written.")


def _rows(reader: Reader, parsed: ParsedOutput) -> None:
    """All IDAT chunks: their stream must hold the rows, end with the last one, and nothing else."""
    samples = 1 if parsed.gray else 3
    wanted = parsed.height * (1 + parsed.width * samples * parsed.bits // 8)
    inflater = zlib.decompressobj()
    sizes: list[int] = []
    while reader.output[reader.at + 4 : reader.at + 8] == b"IDAT":
        start = reader.at + 8
        data = _chunk(reader, b"IDAT")
        parsed.picture.append((start, start + len(data)))
        if not sizes and data[:2] != _ZLIB_HEADER:
            raise Broken(STRUCTURE, "The compressed picture has a header that is never written.")
        sizes.append(len(data))
        if inflater.eof and data:
            raise Broken(NOTHING_ELSE, "Data follows the end of the compressed picture.")
        while data and not inflater.eof:
            try:
                wanted -= len(inflater.decompress(data, _STEP))
            except zlib.error:
                raise Broken(STRUCTURE, "The compressed picture is damaged.") from None
            data = inflater.unconsumed_tail
            if wanted < 0:
                raise Broken(NOTHING_ELSE, "More rows are stored than the picture shows.")
    # Chunk lengths could encode something: all but the last must be equal.
    if len(set(sizes[:-1])) > 1 or not all(0 < size <= sizes[0] for size in sizes):
        raise Broken(STRUCTURE, "The chunks of the picture have lengths that are never written.")
    if not inflater.eof or wanted:
        raise Broken(STRUCTURE, "The compressed picture is not complete.")
    if inflater.unused_data:
        raise Broken(NOTHING_ELSE, "Data follows the end of the compressed picture.")
