"""Walks the boxes of an ISO base media file (ISO/IEC 14496-12, 4.2). Interprets none.

Every size is checked against the enclosing box and the file's end before it is used.
"""

from collections.abc import Iterator
from typing import NamedTuple

from pixelseal.core.base import limits
from pixelseal.core.base.errors import SourceRefused


class IsoBox(NamedTuple):
    """One box: its four letters, the type of a `uuid` box, and where its content lies."""

    kind: bytes
    uuid: bytes
    start: int
    end: int

    def body(self, data: bytes) -> bytes:
        """The content."""
        return data[self.start : self.end]


class Fields:
    """Reads big-endian numbers and strings from a box's content; file-damaged where it ends."""

    def __init__(self, untrusted: bytes) -> None:
        self._data = untrusted
        self.at = 0

    def take(self, count: int) -> bytes:
        """The next `count` bytes."""
        part = self._data[self.at : self.at + count]
        if len(part) != count:
            raise SourceRefused("file-damaged")
        self.at += count
        return part

    def number(self, count: int) -> int:
        """An unsigned number of `count` bytes; 0 for none."""
        return int.from_bytes(self.take(count), "big")

    def string(self) -> str:
        """Text up to a zero byte or the end of the content."""
        end = self._data.find(b"\0", self.at)
        end = len(self._data) if end < 0 else end
        text = self._data[self.at : end].decode("utf-8", "replace")
        self.at = min(end + 1, len(self._data))
        return text

    def rest(self) -> bytes:
        """The remaining bytes."""
        part = self._data[self.at :]
        self.at = len(self._data)
        return part


def boxes(data: bytes, start: int, end: int) -> Iterator[IsoBox]:
    """The boxes that fill data[start:end]; raises file-damaged if they do not fill it."""
    for _ in range(limits.BOXES_MOST):
        if start == end:
            return
        box = box_at(data, start, end)
        if box is None:
            raise SourceRefused("file-damaged")
        yield box
        start = box.end
    raise SourceRefused("file-damaged")


def box_at(data: bytes, start: int, end: int) -> IsoBox | None:
    """The box at `start`, or None if no complete box is there before `end`."""
    if start + 8 > end:
        return None
    size, kind, header = (
        int.from_bytes(data[start : start + 4], "big"),
        data[start + 4 : start + 8],
        8,
    )
    if size == 1:
        size, header = int.from_bytes(data[start + 8 : start + 16], "big"), 16
    elif size == 0:  # to the end of the enclosing box
        size = end - start
    uuid = b""
    if kind == b"uuid":
        uuid, header = data[start + header : start + header + 16], header + 16
    if size < header or start + size > end:
        return None
    return IsoBox(kind, uuid, start + header, start + size)
