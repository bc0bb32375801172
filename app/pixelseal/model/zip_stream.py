"""The bytes of a ZIP around its files: local headers and central directory. Reads no file.

APPNOTE.TXT 6.3.10. Files are stored as they are, dated 1980-01-01 (the format's first day), with
one constant set of attributes, without comments and without extra fields but those of ZIP64 where
a number does not fit. The central directory is sorted by name. Layout and limits: docs/saving.md.
"""

import struct

from pixelseal.model import formats
from pixelseal.model.file_names import is_portable
from pixelseal.model.recipe.checks import ALPHANUMERIC
from pixelseal.model.sha256_sums import NAME as SUMS

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: MicroPython has no such module
    from collections.abc import Callable

FOLDERS = {
    "images": tuple([row.ending for row in formats.WRITTEN]),
    "certificates": ("txt",),
}
RECORDS, RECORD_ENDING = "records", ".private-record.json"
LINK_TABLE, PROJECT, EXPLAINED = "link-table.csv", "project.json", "PRIVATE.txt"
PRIVATE_FILES = (LINK_TABLE, PROJECT, EXPLAINED)
MAX_STEM = 90  # characters of a name without its extension

_LOCAL, _CENTRAL, _END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_END_64, _LOCATOR_64 = b"PK\x06\x06", b"PK\x06\x07"
_STORED_VERSION, _ZIP64_VERSION = 20, 45  # 4.4.3.2: what a reader must be able to do
_UNIX = 3 << 8
_READABLE = 0o100644 << 16  # a regular file, writable by its owner and readable by all
_FIRST_DAY = (1 << 5) | 1  # 4.4.6, MS-DOS: year 0 is 1980, month 1, day 1
_MOST_16, _MOST_32 = 0xFFFF, 0xFFFFFFFF


def shared(name: str) -> bool:
    """True if a file of that name may be in a shared ZIP: a private record never may."""
    if name == SUMS:
        return True
    folder, _slash, file = name.partition("/")
    stem, _dot, ending = file.rpartition(".")
    if ending not in FOLDERS.get(folder, ()) or not 1 <= len(stem) <= MAX_STEM:
        return False
    if stem[0] not in ALPHANUMERIC or not is_portable(file):
        return False
    return all(c in ALPHANUMERIC + "._-" for c in stem)


def private(name: str) -> bool:
    """True if a file of that name may be in a private ZIP: nothing that is shared ever may."""
    if name == SUMS or name in PRIVATE_FILES:
        return True
    folder, _slash, file = name.partition("/")
    label = file[: -len(RECORD_ENDING)]
    return (
        folder == RECORDS and file == label + RECORD_ENDING and shared("images/" + label + ".jpg")
    )


class ZipStream:
    """One ZIP, written from its first byte to its last; `size` is the number of bytes so far.

    For each file: write what `header` gives, then the file's own bytes. After the last one, write
    what `end` gives. `may` tells which names it takes: `shared` or `private`. `inside` is the
    folder in which all of them lie, "" for none.
    """

    def __init__(self, may: "Callable[[str], bool]" = shared, inside: str = "") -> None:
        self.size = 0
        self._may = may
        self._inside = inside + "/" if inside else ""
        # name -> (offset of its own bytes, how many)
        self.places: "dict[str, tuple[int, int]]" = {}
        self._central: "dict[str, bytes]" = {}  # name -> its entry in the central directory

    def header(self, name: str, size: int, crc32: int) -> bytes:
        """The local header of a file with that many bytes and that CRC-32 (0 to 2**32 - 1).

        ValueError: a name that it may not take, or that stands twice, or a size beyond 4 GiB - 2.
        """
        if not self._may(name) or name in self.places or not 0 <= size < _MOST_32:
            raise ValueError("not for this ZIP")
        start, text = self.size, (self._inside + name).encode()
        fields = (0, 0, 0, _FIRST_DAY, crc32, size, size, len(text), 0)
        local = _LOCAL + struct.pack("<HHHHHIIIHH", _STORED_VERSION, *fields) + text
        self.places[name] = (start + len(local), size)
        self.size += len(local) + size
        self._central[name] = _entry(text, crc32, size, start)
        return local

    def end(self) -> "list[bytes]":
        """The central directory and the end records, in pieces."""
        start = self.size
        pieces = [self._central[name] for name in sorted(self._central)]
        length, count = sum([len(piece) for piece in pieces]), len(pieces)
        if start + length > _MOST_32 or count >= _MOST_16:
            pieces.append(_end_64(count, length, start))
        short = (min(count, _MOST_16), min(length, _MOST_32), min(start, _MOST_32))
        pieces.append(_END + struct.pack("<HHHHIIH", 0, 0, short[0], *short, 0))
        self.size += sum([len(piece) for piece in pieces])
        return pieces


def _entry(name: bytes, crc32: int, size: int, start: int) -> bytes:
    """4.3.12; a start that does not fit goes into an extra field (4.5.3)."""
    extra = struct.pack("<HHQ", 1, 8, start) if start >= _MOST_32 else b""
    needed = _ZIP64_VERSION if extra else _STORED_VERSION
    fixed = struct.pack(
        "<HHHHHHIIIHHHHHII", _UNIX | needed, needed, 0, 0, 0, _FIRST_DAY, crc32, size, size,
        len(name), len(extra), 0, 0, 0, _READABLE, min(start, _MOST_32),
    )  # fmt: skip
    return _CENTRAL + fixed + name + extra


def _end_64(count: int, length: int, start: int) -> bytes:
    """4.3.14 and 4.3.15."""
    versions = (_UNIX | _ZIP64_VERSION, _ZIP64_VERSION)
    record = _END_64 + struct.pack(
        "<QHHIIQQQQ", 44, *versions, 0, 0, count, count, length, start
    )  # fmt: skip
    return record + _LOCATOR_64 + struct.pack("<IQI", 0, start + length, 1)
