"""The places of coded picture data in a source file, loosely parsed. Judges nothing.

Used to exclude the picture when the audit searches an output for other bytes of the source: two
encodings of the same picture may well share bytes, and that is not a leak. What is not understood
counts as other than picture, which errs on the safe side.
"""

import re
import struct

from pixelseal.core.audit.residue.media_ranges import media

_Ranges = list[tuple[int, int]]
# Anything but a stuffed byte or a restart marker (T.81, B.1.1.5 and E.1.4).
_NOT_OF_A_SCAN = re.compile(rb"\xff[^\x00\xd0-\xd7]")
_MOST_STRIPS = 1_000_000
_MOST_PAGES = 500


def picture_ranges(untrusted_source: bytes) -> _Ranges:
    """(start, end) byte ranges of coded picture data of all pages, in ascending order."""
    try:
        if untrusted_source[4:8] == b"ftyp":
            return sorted(media(untrusted_source))
        for signature, walk in _WALKS:
            if untrusted_source.startswith(signature):
                return sorted(walk(untrusted_source))
    except (struct.error, IndexError, KeyError, OverflowError, StopIteration):
        pass
    return []


def _jpeg(data: bytes) -> _Ranges:
    found: _Ranges = []
    at = 2
    while at + 4 <= len(data):
        if data[at] != 0xFF:
            return found
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if marker == 0xD9:
            # Another picture may follow (CIPA DC-007), after padding.
            at = data.find(b"\xff\xd8\xff", at) + 2
            if at < 2:
                return found
            continue
        at += 2 + struct.unpack_from(">H", data, at + 2)[0]
        if marker == 0xDA:
            start = at
            at = _scan_end(data, at)
            found.append((start, at))
    return found


def _scan_end(data: bytes, at: int) -> int:
    found = _NOT_OF_A_SCAN.search(data, at)
    return found.start() if found else len(data)


def _png(data: bytes) -> _Ranges:
    found: _Ranges = []
    at = 8
    while at + 8 <= len(data):
        length = struct.unpack_from(">I", data, at)[0]
        if data[at + 4 : at + 8] in (b"IDAT", b"fdAT"):
            found.append((at + 8, min(at + 8 + length, len(data))))
        at += 12 + length
    return found


def _webp(data: bytes) -> _Ranges:
    found: _Ranges = []
    at = 12
    while at + 8 <= len(data):
        length = struct.unpack_from("<I", data, at + 4)[0]
        if data[at : at + 4] == b"ANMF":  # its picture's chunks follow a header of 16 bytes
            at += 8 + 16
            continue
        if data[at : at + 4] in (b"VP8 ", b"VP8L"):
            found.append((at + 8, min(at + 8 + length, len(data))))
        at += 8 + length + length % 2
    return found


def _bmp(data: bytes) -> _Ranges:
    start, _header, width, height = struct.unpack_from("<IIii", data, 10)
    bits = struct.unpack_from("<H", data, 28)[0]
    size = (abs(width) * bits + 31) // 32 * 4 * abs(height)
    return [(start, min(start + size, len(data)))]


def _tiff(data: bytes) -> _Ranges:
    order = "<" if data[:2] == b"II" else ">"
    big = struct.unpack_from(order + "H", data, 2)[0] == 43
    pointer = "Q" if big else "I"
    start = struct.unpack_from(order + pointer, data, 8 if big else 4)[0]
    found: _Ranges = []
    for _ in range(_MOST_PAGES):
        if not start:
            break
        pieces, start = _directory(data, start, order, big)
        found += pieces
    return found


def _directory(data: bytes, start: int, order: str, big: bool) -> tuple[_Ranges, int]:
    """The strips or tiles of one TIFF directory, and the place of the next one."""
    pointer, field, entry = ("Q", 8, 20) if big else ("I", 4, 12)
    count = struct.unpack_from(order + ("Q" if big else "H"), data, start)[0]
    numbers: dict[int, tuple[int, ...]] = {}
    for number in range(min(count, 4096)):
        at = start + (8 if big else 2) + number * entry
        tag, kind, values = struct.unpack_from(order + "HH" + pointer, data, at)
        if tag not in (254, 273, 279, 324, 325) or values > _MOST_STRIPS:
            continue
        letter = {3: "H", 4: "I", 16: "Q"}[kind]
        place = at + entry - field
        if values * struct.calcsize(letter) > field:
            place = struct.unpack_from(order + pointer, data, place)[0]
        numbers[tag] = struct.unpack_from(f"{order}{values}{letter}", data, place)
    offsets, counts = (324, 325) if 324 in numbers else (273, 279)
    reduced_or_mask = numbers.get(254, (0,))[0] & 5
    pieces = [
        (offset, min(offset + size, len(data)))
        for offset, size in zip(numbers[offsets], numbers[counts], strict=False)
        if not reduced_or_mask
    ]
    end = start + (8 if big else 2) + count * entry
    return pieces, struct.unpack_from(order + pointer, data, end)[0]


def _gif(data: bytes) -> _Ranges:
    """GIF89a, sections 18 to 26; the sub-blocks of each picture with their sizes."""
    found: _Ranges = []
    at = 13 + _palette(data[10])
    while data[at] != 0x3B:
        picture = data[at] == 0x2C
        at += 10 + _palette(data[at + 9]) + 1 if picture else 2
        start = at
        while data[at]:
            at += 1 + data[at]
        if picture:
            found.append((start, at))
        at += 1
    return found


def _palette(flags: int) -> int:
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


_WALKS = (
    (b"GIF8", _gif),
    (b"\xff\xd8", _jpeg),
    (b"\x89PNG\r\n\x1a\n", _png),
    (b"RIFF", _webp),
    (b"BM", _bmp),
    (b"II", _tiff),
    (b"MM", _tiff),
)
