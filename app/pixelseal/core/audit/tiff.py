"""Parses an output TIFF against the only permitted layout. Returns no pixel.

TIFF 6.0 sections 2 to 8, 14; Deflate. Allowed: little-endian header; for each page one directory of
fourteen tags, its longer values in tag order, the strips in order, each one zlib stream that holds
exactly its rows; a zero byte before a next directory that would otherwise start at an odd offset.
Every byte of the file belongs to exactly one of these.
"""

import struct
import zlib

from pixelseal.core.audit.facts.checks import NO_ALPHA, NOTHING_ELSE, ONE_PICTURE, STRUCTURE
from pixelseal.core.audit.facts.parsed_output import Broken, ParsedOutput, Reader

_SHORT, _LONG, _RATIONAL = 3, 4, 5
_SIZES = {_SHORT: 2, _LONG: 4, _RATIONAL: 8}
_KINDS = {
    **dict.fromkeys((256, 257, 273, 278, 279), _LONG),
    **dict.fromkeys((258, 259, 262, 277, 284, 296, 317), _SHORT),
    **dict.fromkeys((282, 283), _RATIONAL),
}
_ZLIB_HEADER = b"\x78\x5e"  # RFC 1950: Deflate with a window of 32 kB, fast level
_MOST_EXPANSION = 1032  # of Deflate: 258 bytes from two bits, RFC 1951
# Deflate; resolution 1 by 1 without a unit; samples of a pixel together; differenced.
_CONSTANT = {259: (8,), 282: (1, 1), 283: (1, 1), 284: (1,), 296: (1,), 317: (2,)}


def parse(output: bytes, parsed: ParsedOutput) -> None:
    """Parse the entire file into `parsed`; Broken where it departs from the layout."""
    parse_pages(output, [parsed])


def parse_pages(output: bytes, pages: list[ParsedOutput]) -> None:
    """As `parse`, for a file of that many pages, each into its own `ParsedOutput`."""
    reader = Reader(output)
    reader.expect(b"II*\0\x08\0\0\0", STRUCTURE, "the TIFF header")
    for number, parsed in enumerate(pages, 1):
        following = _page(reader, parsed)
        if number == len(pages):
            if following:
                raise Broken(ONE_PICTURE, "Another page follows.")
        else:
            reader.expect(bytes(reader.at % 2), NOTHING_ELSE, "the byte before a directory")
            if following != reader.at:
                raise Broken(ONE_PICTURE, "A page is missing, or not where it must be.")
    if reader.left:
        pages[-1].fault(NOTHING_ELSE, "Bytes follow the last strip.")


def _page(reader: Reader, parsed: ParsedOutput) -> int:
    """Parse one page; returns the offset of the next directory as the file states it."""
    values, following = _directory(reader)
    samples = values[277][0]
    parsed.width, parsed.height = values[256][0], values[257][0]
    parsed.bits, parsed.gray = values[258][0], samples == 1
    if 338 in values or samples not in (1, 3):
        raise Broken(NO_ALPHA, "The picture has more samples than its colours need.")
    usual_kind = (1,) if parsed.gray else (2,)
    if values[262] != usual_kind or values[258] != (parsed.bits,) * samples:
        raise Broken(STRUCTURE, "The directory has values that are never written.")
    if parsed.bits not in (8, 16) or 0 in (parsed.width, parsed.height):
        raise Broken(STRUCTURE, "The directory has values that are never written.")
    _strips(reader, values, parsed)
    return following


def _directory(reader: Reader) -> tuple[dict[int, tuple[int, ...]], int]:
    count = int.from_bytes(reader.take(2, STRUCTURE, "the directory"), "little")
    entries = [
        struct.unpack("<HHI4s", reader.take(12, STRUCTURE, "the directory"))
        for _ in range(min(count, 256))
    ]
    if [entry[0] for entry in entries] != sorted(_KINDS):
        check = NO_ALPHA if any(entry[0] in (320, 338) for entry in entries) else STRUCTURE
        raise Broken(check, "The directory has other tags than those that are needed.")
    following = int.from_bytes(reader.take(4, ONE_PICTURE, "the directory"), "little")
    values = {}
    for tag, kind, length, field in entries:
        if kind != _KINDS[tag]:
            raise Broken(STRUCTURE, "A tag has a type that is never written.")
        size = length * _SIZES[kind]
        data = field[:size]
        if size > 4:
            if int.from_bytes(field, "little") != reader.at:
                raise Broken(NOTHING_ELSE, "A tag's values do not follow those before them.")
            data = reader.take(size, STRUCTURE, "a tag's values")
        elif any(field[size:]):
            raise Broken(NOTHING_ELSE, "A tag has bytes beside its value.")
        letter = "H" if kind == _SHORT else "I"
        each = 2 if kind == _SHORT else 4  # a rational is two numbers
        values[tag] = struct.unpack(f"<{size // each}{letter}", data)
    if any(values[tag] != constant for tag, constant in _CONSTANT.items()):
        raise Broken(STRUCTURE, "A tag has a value that is never written.")
    if any(len(values[tag]) != 1 for tag in (256, 257, 262, 277, 278)):
        raise Broken(STRUCTURE, "A tag has more values than it can.")
    return values, following


def _strips(reader: Reader, values: dict[int, tuple[int, ...]], parsed: ParsedOutput) -> None:
    offsets, counts, rows = values[273], values[279], values[278][0]
    row_bytes = parsed.width * values[277][0] * parsed.bits // 8
    if not 0 < rows <= parsed.height or len(offsets) != -(-parsed.height // rows):
        raise Broken(STRUCTURE, "The strips do not make up the picture.")
    if len(counts) != len(offsets):
        raise Broken(STRUCTURE, "The strips do not make up the picture.")
    for number, (offset, count) in enumerate(zip(offsets, counts, strict=True)):
        if offset != reader.at:
            raise Broken(NOTHING_ELSE, "A strip does not follow the one before it.")
        data = reader.take(count, STRUCTURE, "a strip")
        parsed.picture.append((offset, offset + count))
        if data[:2] != _ZLIB_HEADER:
            raise Broken(STRUCTURE, "A strip has a header that is never written.")
        size = min(rows, parsed.height - number * rows) * row_bytes
        if size > _MOST_EXPANSION * count:
            raise Broken(NOTHING_ELSE, "A strip holds more or less than its rows.")
        inflater = zlib.decompressobj()
        try:
            # Room for one byte more than the rows need shows whether more is stored.
            strip = inflater.decompress(data, size + 1)
        except zlib.error:
            raise Broken(STRUCTURE, "A strip is damaged.") from None
        if len(strip) != size or not inflater.eof or inflater.unused_data:
            raise Broken(NOTHING_ELSE, "A strip holds more or less than its rows.")
