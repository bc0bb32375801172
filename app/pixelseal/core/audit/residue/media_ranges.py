"""The places of the coded data of HEIC and AVIF pictures, loosely parsed. Judges nothing.

ISO/IEC 14496-12, 8.11. Raises struct.error, IndexError or KeyError for what it cannot parse.
"""

import struct
from collections.abc import Iterator

_MOST_BOXES = 10_000
_CODED = (b"av01", b"hvc1", b"hev1")
_Box = tuple[bytes, int, int]


def media(data: bytes) -> list[tuple[int, int]]:
    """(start, end) of each extent of coded pictures, tiles included, other than dependent ones."""
    _, start, end = next(box for box in _boxes(data, 0, len(data)) if box[0] == b"meta")
    inside = {kind: (at, to) for kind, at, to in _boxes(data, start + 4, end)}
    at, to = inside[b"iinf"]
    wanted = set()
    for _, first, last in _boxes(data, at + (8 if data[at] else 6), to):
        size = 4 if data[first] == 3 else 2
        if data[first + 6 + size : min(first + 10 + size, last)] in _CODED:
            wanted.add(int.from_bytes(data[first + 4 : first + 4 + size], "big"))
    if b"iref" in inside:
        at, to = inside[b"iref"]
        size = 4 if data[at] else 2
        rows = [
            (kind, int.from_bytes(data[first : first + size], "big"), data[first + size + 2 : last])
            for kind, first, last in _boxes(data, at + 4, to)
        ]
        # Thumbnails and auxiliary pictures, and the tiles of those.
        dependent = {id for kind, id, _ in rows if kind in (b"thmb", b"auxl")}
        for kind, id, targets in rows:
            if kind == b"dimg" and id in dependent:
                dependent.update(_numbers(targets, size))
        wanted -= dependent
    places = _places(data, *inside[b"iloc"])
    return [extent for id in wanted for extent in places.get(id, [])]


def _boxes(data: bytes, at: int, end: int) -> Iterator[_Box]:
    for _ in range(_MOST_BOXES):
        if at + 8 > end:
            return
        size, kind, header = *struct.unpack_from(">I4s", data, at), 8
        if size == 1:
            size, header = struct.unpack_from(">Q", data, at + 8)[0], 16
        size = size or end - at
        if size < header:
            return
        yield kind, at + header, min(at + size, end)
        at += size


def _numbers(data: bytes, size: int) -> list[int]:
    return [int.from_bytes(data[i : i + size], "big") for i in range(0, len(data), size)]


def _places(data: bytes, at: int, end: int) -> dict[int, list[tuple[int, int]]]:
    """Item -> extents in the file itself (method 0)."""
    version = data[at]
    sizes = int.from_bytes(data[at + 4 : at + 6], "big")
    id_size = 4 if version == 2 else 2
    at += 6

    def number(size: int) -> int:
        nonlocal at
        if at + size > end:
            raise IndexError
        at += size
        return int.from_bytes(data[at - size : at], "big")

    found: dict[int, list[tuple[int, int]]] = {}
    for _ in range(number(id_size)):
        id, method = number(id_size), number(2) & 15 if version else 0
        number(2)
        base = number(sizes >> 4 & 15)
        for _ in range(number(2)):
            number(sizes & 15 if version else 0)
            start = base + number(sizes >> 12)
            length = number(sizes >> 8 & 15)
            if method == 0:
                found.setdefault(id, []).append((start, min(start + length, len(data))))
    return found
