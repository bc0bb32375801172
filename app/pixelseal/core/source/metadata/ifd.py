"""Reads the directories of a TIFF or Exif block. Knows no tags and follows no pointers.

TIFF 6.0 section 2 and the BigTIFF layout (version 43, 8-byte counts and offsets).
"""

import struct
from dataclasses import dataclass

from pixelseal.core.base import limits

ASCII = 2
# Bytes of one value by field type (TIFF 6.0 section 2, supplement 1 for 13, BigTIFF for 16-18).
_TYPE_SIZE = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8,
              13: 4, 16: 8, 17: 8, 18: 8}  # fmt: skip
_INTEGER = {1: "B", 3: "H", 4: "I", 6: "b", 8: "h", 9: "i", 13: "I", 16: "Q", 17: "q", 18: "Q"}
_RATIONAL = {5: "I", 10: "i"}


class IfdError(ValueError):
    """A directory that cannot be read; the caller decides whether to refuse the picture."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One directory entry; `at` is the offset of its value bytes, `size` their number."""

    tag: int
    kind: int
    count: int
    at: int
    size: int


@dataclass(frozen=True)
class Directory:
    """One IFD: its entries by tag (the first of each wins), its place, and the next IFD or 0.

    `unclear` are tags that occur twice or whose values lie outside the block: readers disagree
    about these.
    """

    start: int
    end: int
    entries: dict[int, Entry]
    next: int
    unclear: frozenset[int]


class TiffBytes:
    """The bytes of a TIFF structure; all offsets are counted from its header."""

    def __init__(self, untrusted: bytes) -> None:
        self.data = untrusted
        if untrusted[:2] == b"II":
            self.order = "<"
        elif untrusted[:2] == b"MM":
            self.order = ">"
        else:
            raise IfdError("no byte order")
        version = self._number("H", 2)
        if version not in (42, 43):
            raise IfdError("no TIFF version")
        self.big = version == 43
        if self.big and (self._number("H", 4), self._number("H", 6)) != (8, 0):
            raise IfdError("offsets of an unknown size")
        self.header_size = 16 if self.big else 8
        self.first = self._number("Q", 8) if self.big else self._number("I", 4)

    def _number(self, code: str, at: int) -> int:
        # Compared first: an 8-byte offset can exceed what struct accepts.
        if at > len(self.data) - struct.calcsize(self.order + code):
            raise IfdError("the block ends early")
        return int(struct.unpack_from(self.order + code, self.data, at)[0])

    def directory(self, start: int) -> Directory:
        """The IFD at `start`; entries of unknown type or with values outside are left out."""
        count_code, count_size, entry_size = ("Q", 8, 20) if self.big else ("H", 2, 12)
        word, word_size = ("Q", 8) if self.big else ("I", 4)
        if start < self.header_size:
            raise IfdError("a directory inside the header")
        count = self._number(count_code, start)
        if not 1 <= count <= limits.IFD_ENTRIES_MOST:
            raise IfdError("no entries, or too many")
        at = start + count_size
        end = at + count * entry_size
        if end > len(self.data):
            raise IfdError("the directory ends early")
        entries: dict[int, Entry] = {}
        unclear: set[int] = set()
        for place in range(at, end, entry_size):
            tag, kind = struct.unpack_from(self.order + "HH", self.data, place)
            values = self._number(word, place + 4)
            size = values * _TYPE_SIZE.get(kind, 0)
            value_at = place + 4 + word_size
            if size > word_size:
                value_at = self._number(word, value_at)
            if tag in entries or not size or value_at + size > len(self.data):
                unclear.add(tag)
            else:
                entries[tag] = Entry(tag, kind, values, value_at, size)
        following = self._number(word, end) if end + word_size <= len(self.data) else 0
        return Directory(start, end + word_size, entries, following, frozenset(unclear))

    def raw(self, entry: Entry) -> bytes:
        """The value bytes of an entry, at most `limits.METADATA_BYTES_MOST`."""
        return self.data[entry.at : entry.at + min(entry.size, limits.METADATA_BYTES_MOST)]

    def integers(self, entry: Entry | None, most: int) -> tuple[int, ...]:
        """The values of an integer entry; () if it is absent, not an integer, or has too many."""
        if entry is None or entry.kind not in _INTEGER or entry.count > most:
            return ()
        return struct.unpack_from(
            f"{self.order}{entry.count}{_INTEGER[entry.kind]}", self.data, entry.at
        )

    def integer(self, entry: Entry | None, default: int) -> int:
        """The first value of an integer entry, else `default`."""
        values = self.integers(entry, limits.STRIPS_MOST)
        return values[0] if values else default

    def fractions(self, entry: Entry | None, most: int) -> tuple[float, ...]:
        """The values of a rational entry; () if any denominator is 0."""
        if entry is None or entry.kind not in _RATIONAL or entry.count > most:
            return ()
        numbers = struct.unpack_from(
            f"{self.order}{entry.count * 2}{_RATIONAL[entry.kind]}", self.data, entry.at
        )
        if 0 in numbers[1::2]:
            return ()
        return tuple(top / bottom for top, bottom in zip(numbers[::2], numbers[1::2], strict=True))
