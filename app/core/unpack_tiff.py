"""Rewrites a Deflate TIFF as an uncompressed one for libtiffs without Deflate. Decodes no more.

The libtiff inside Pyodide has no Deflate, and one engine must read the same files everywhere. Only
the tags that say how pixels lie are carried into the rewritten file; it is read and thrown away.
TIFF 6.0 sections 2 and 14; BigTIFF: the AWare/libtiff design of 2007.
"""

import struct
import zlib
from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from app.core.errors import SourceRefused

_DEFLATE = (8, 32946)
# Tags that say how samples lie: size, bits, colours, strips, tiles, palette, alpha, format.
_LAYOUT = (256, 257, 258, 262, 266, 277, 278, 284, 320, 322, 323, 332, 338, 339, 529, 532)
_VALUE_BYTES = {1: 1, 3: 2, 4: 4, 5: 8, 16: 8}
_NUMBERS = {1: "B", 3: "H", 4: "I", 16: "Q"}


class _Field(NamedTuple):
    kind: int
    length: int
    data: bytes


def unpacked(untrusted_tiff: bytes) -> bytes:
    """The file itself, or if its first page is in Deflate, an uncompressed file of that page.

    Raises struct.error, KeyError, ValueError or zlib.error on a broken file; SourceRefused
    (format-unsupported) for a floating-point predictor.
    """
    order = "<" if untrusted_tiff[:2] == b"II" else ">"
    fields = _first_directory(untrusted_tiff, order)
    if _number(fields, 259, order, 1) not in _DEFLATE:
        return untrusted_tiff
    tiled = 322 in fields
    offsets = _numbers(fields[324 if tiled else 273], order)
    counts = _numbers(fields[325 if tiled else 279], order)
    sizes, row_bytes = _piece_sizes(fields, order, len(offsets))
    undo = _undo_predictor(fields, order)
    pieces = []
    for offset, count, size in zip(offsets, counts, sizes, strict=True):
        untrusted_piece = untrusted_tiff[offset : offset + count]
        piece = zlib.decompressobj().decompress(untrusted_piece, size)
        if len(piece) != size:
            raise ValueError("a strip or tile holds less than it declares")
        pieces.append(undo(piece, row_bytes))
    kept = {tag: fields[tag] for tag in _LAYOUT if tag in fields}
    return _uncompressed(kept, pieces, tiled, order)


def _first_directory(untrusted: bytes, order: str) -> dict[int, _Field]:
    big = struct.unpack_from(order + "H", untrusted, 2)[0] == 43
    pointer, width, entry = ("Q", 8, 20) if big else ("I", 4, 12)
    start = struct.unpack_from(order + pointer, untrusted, 8 if big else 4)[0]
    count = struct.unpack_from(order + ("Q" if big else "H"), untrusted, start)[0]
    fields = {}
    for number in range(min(count, 4096)):
        at = start + (8 if big else 2) + number * entry
        tag, kind, values = struct.unpack_from(order + "HH" + pointer, untrusted, at)
        if tag not in _LAYOUT and tag not in (259, 273, 279, 317, 324, 325):
            continue
        size = values * _VALUE_BYTES[kind]
        place = at + entry - width
        if size > width:
            place = struct.unpack_from(order + pointer, untrusted, place)[0]
        data = untrusted[place : place + size]
        if len(data) != size:
            raise ValueError("a tag's values lie outside the file")
        fields[tag] = _Field(kind, values, data)
    return fields


def _numbers(field: _Field, order: str) -> tuple[int, ...]:
    return struct.unpack(f"{order}{field.length}{_NUMBERS[field.kind]}", field.data)


def _number(fields: dict[int, _Field], tag: int, order: str, default: int) -> int:
    return _numbers(fields[tag], order)[0] if tag in fields else default


def _piece_sizes(fields: dict[int, _Field], order: str, pieces: int) -> tuple[list[int], int]:
    """Bytes that each strip or tile must hold once unpacked, and bytes of one row of it."""
    width, height = (_number(fields, tag, order, 0) for tag in (256, 257))
    separate = _number(fields, 284, order, 1) == 2
    samples = 1 if separate else _number(fields, 277, order, 1)
    bits = samples * _number(fields, 258, order, 1)
    if 322 in fields:
        across, down = (_number(fields, tag, order, 0) for tag in (322, 323))
        row_bytes = (across * bits + 7) // 8
        return [down * row_bytes] * pieces, row_bytes
    row_bytes = (width * bits + 7) // 8
    rows = min(max(_number(fields, 278, order, height), 1), height)
    strips = -(-height // rows)
    return [min(rows, height - i % strips * rows) * row_bytes for i in range(pieces)], row_bytes


def _undo_predictor(fields: dict[int, _Field], order: str) -> Callable[[bytes, int], bytes]:
    predictor = _number(fields, 317, order, 1)
    bits = _number(fields, 258, order, 1)
    if predictor == 1:
        return lambda piece, row_bytes: piece
    if predictor != 2 or bits not in (8, 16, 32):
        raise SourceRefused("format-unsupported", format="floating-point TIFF")
    samples = 1 if _number(fields, 284, order, 1) == 2 else _number(fields, 277, order, 1)
    dtype = np.dtype(f"{order}u{bits // 8}")

    def undo(piece: bytes, row_bytes: int) -> bytes:
        rows = np.frombuffer(piece, dtype).reshape(len(piece) // row_bytes, -1, samples)
        return np.add.accumulate(rows, axis=1, dtype=dtype).astype(dtype, copy=False).tobytes()

    return undo


def _uncompressed(fields: dict[int, _Field], pieces: list[bytes], tiled: bool, order: str) -> bytes:
    def longs(numbers: list[int]) -> _Field:
        return _Field(4, len(numbers), struct.pack(f"{order}{len(numbers)}I", *numbers))

    counts = [len(piece) for piece in pieces]
    tags = dict(fields)
    tags[259] = _Field(3, 1, struct.pack(order + "H", 1))
    tags[325 if tiled else 279] = longs(counts)
    tags[324 if tiled else 273] = longs(counts)  # the room; the offsets are put in below
    after = 8 + 2 + 12 * len(tags) + 4
    first = after + sum(len(field.data) for field in tags.values() if len(field.data) > 4)
    tags[324 if tiled else 273] = longs([first + int(n) for n in np.cumsum([0, *counts[:-1]])])
    mark = b"II" if order == "<" else b"MM"
    head, values = [struct.pack(order + "2sHIH", mark, 42, 8, len(tags))], b""
    for tag, (kind, count, data) in sorted(tags.items()):
        inline = data.ljust(4, b"\0")
        if len(data) > 4:
            inline = struct.pack(order + "I", after + len(values))
            values += data
        # A BigTIFF's 64-bit numbers stand in none of the tags that are carried over.
        head.append(struct.pack(order + "HHI", tag, kind, count) + inline)
    return b"".join([*head, struct.pack(order + "I", 0), values, *pieces])
