"""Reads where the files of a ZIP lie, of one that anyone may have made. Unpacks none of them.

APPNOTE.TXT 6.3.10. Strict where readers differ: what the list at the end says, what stands before
each file, and where the bytes lie must all agree (docs/package.md, 3.1). Holds no more than the
list; the caller reads the bytes that it is told to.
"""

import struct

from pixelseal.model.process.bag import MAX_FILE, MAX_FILES, BagError
from pixelseal.model.recipe.value import Value
from pixelseal.model.steps import in_one_go, ordered

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.model.steps import Steps

TAIL = 22 + 20 + 56  # bytes at the end that `Place` wants: the end record, and ZIP64's two
STORED, DEFLATED = 0, 8
MAX_LIST = 64 * 1024 * 1024  # bytes of the list of 50,000 files
LOCAL = 30  # bytes before a file's name

_END, _LOCATOR_64, _END_64 = b"PK\x05\x06", b"PK\x06\x07", b"PK\x06\x06"
_CENTRAL, _LOCAL = b"PK\x01\x02", b"PK\x03\x04"
_MOST_16, _MOST_32 = 0xFFFF, 0xFFFFFFFF
_DESCRIBED, _UTF_8 = 0x0008, 0x0800  # 4.4.4: sizes stand behind the file; how its name is encoded
_ENCRYPTED = 0x0001 | 0x0040 | 0x2000
_ALLOWED = 0x0006 | _DESCRIBED | _UTF_8  # and how hard Deflate tried
_DESCRIPTOR = 24  # bytes at most
# What may stand behind a name (4.5): sizes of ZIP64, and what archivers note of times and owners.
# Anything else could be another name, by which some programs go, or content of its own.
_EXTRA_KINDS = (0x0001, 0x000A, 0x5455, 0x5855, 0x7855, 0x7875)
_EXTRA = 96  # bytes of all of that
_UNIX, _MAC = 3, 19
_KIND, _FILE, _FOLDER = 0o170000, 0o100000, 0o040000
_ROOM = 1 << 30  # bytes that any archive may unpack to
_TIMES = 20  # or as many times its own size


class Place(Value):
    """Where the list of files lies: `start` and `size` in bytes, `count` of its entries."""

    FIELDS = ("start", "size", "count")

    def __init__(self, tail: bytes, size: int) -> None:
        """Read the last TAIL bytes (all, if there are fewer) of an archive of that size.

        BagError: bag-not-zip, bag-zip-odd, bag-too-many.
        """
        if len(tail) != min(TAIL, size) or tail[-22:-18] != _END:
            # A comment would stand after this record, and could hold another one.
            raise BagError("bag-zip-odd" if _END in tail else "bag-not-zip")
        disk, first, here, count, length, start, comment = struct.unpack("<HHHHIIH", tail[-18:])
        ends = size - 22
        if tail[-42:-38] == _LOCATOR_64:
            here, count, length, start, ends = _wide(tail, size, (here, count, length, start))
        if disk or first or comment or here != count or start + length != ends:
            raise BagError("bag-zip-odd")
        if count > MAX_FILES or length > MAX_LIST:
            raise BagError("bag-too-many", files=MAX_FILES)
        self.start: int = start
        self.size: int = length
        self.count: int = count


def _wide(
    tail: bytes, size: int, narrow: "tuple[int, int, int, int]"
) -> "tuple[int, int, int, int, int]":
    """4.3.14 and 4.3.15: the numbers that do not fit, right before the end record."""
    disk, at, disks = struct.unpack("<IQI", tail[-38:-22])
    record = tail[-98:-42]
    if len(record) != 56 or record[:4] != _END_64 or disk or disks != 1 or at != size - 98:
        raise BagError("bag-zip-odd")
    length, _versions, *numbers = struct.unpack("<QIIIQQQQ", record[4:])
    if length != 44 or numbers[0] or numbers[1]:
        raise BagError("bag-zip-odd")
    wide = numbers[2:]
    for small, large, most in zip(narrow, wide, (_MOST_16, _MOST_16, _MOST_32, _MOST_32)):
        if small not in (large, most):
            raise BagError("bag-zip-odd")
    return wide[0], wide[1], wide[2], wide[3], size - 98


class Entry(Value):
    """A file: `packed` bytes from the local header at `offset` on, `size` when unpacked.

    `method` is STORED or DEFLATED; whatever belongs to the file ends at `limit` at the latest.
    """

    FIELDS = ("name", "method", "crc32", "packed", "size", "offset", "limit", "described")

    def __init__(
        self,
        name: str,
        method: int,
        crc32: int,
        packed: int,
        size: int,
        offset: int,
        described: bool,
    ) -> None:
        self.name = name
        self.method = method
        self.crc32 = crc32
        self.packed = packed
        self.size = size
        self.offset = offset
        self.described = described
        self.limit = 0

    @property
    def header(self) -> int:
        """How many bytes from `offset` on `data_at` wants, or all if there are fewer."""
        return LOCAL + len(self.name.encode()) + _EXTRA

    def data_at(self, local: bytes) -> int:
        """Where the file's own bytes begin; BagError (bag-zip-odd) if its header says otherwise."""
        name = self.name.encode()
        behind = LOCAL + len(name)
        if len(local) < behind or local[:4] != _LOCAL or local[LOCAL:behind] != name:
            raise BagError("bag-zip-odd")
        fields = struct.unpack("<HHHHHIIIHH", local[4:LOCAL])
        flags, method = fields[1:3]
        crc32, packed, size, named, extra = fields[5:]
        if flags & ~_ALLOWED or method != self.method or named != len(name):
            raise BagError("bag-zip-odd")
        if bool(flags & _DESCRIBED) != self.described:
            raise BagError("bag-zip-odd")
        if not self.described and (crc32, packed, size) != (self.crc32, self.packed, self.size):
            raise BagError("bag-zip-odd")
        _check_extra(local[behind : behind + extra], extra)
        start: int = self.offset + LOCAL + named + extra
        room = self.limit - start - self.packed
        # Bytes between two files would be content that no list names.
        if not (0 <= room <= _DESCRIPTOR if self.described else room == 0):
            raise BagError("bag-zip-odd")
        return start


def entries(untrusted_list: bytes, place: Place) -> "list[Entry]":
    """The files of a ZIP, without its folders, by the list at its end; BagError as in 3.1."""
    return in_one_go(reading(untrusted_list, place))


def reading(untrusted_list: bytes, place: Place) -> "Steps[list[Entry]]":
    """The same, a step for each file."""
    found: "list[Entry]" = []
    folders: "list[Entry]" = []
    at = 0
    for _ in range(place.count):
        entry, at = _entry(untrusted_list, at)
        (folders if entry.name[-1:] == "/" else found).append(entry)
        yield
    if at != len(untrusted_list) or len(untrusted_list) != place.size:
        raise BagError("bag-zip-odd")
    lying = yield from ordered([(entry.offset, entry) for entry in found + folders])
    starts = [entry.offset for entry in lying] + [place.start]
    if starts[0] != 0:
        raise BagError("bag-zip-odd")
    for number, entry in enumerate(lying):
        entry.limit = starts[number + 1]
        if entry.limit < entry.offset + LOCAL + entry.packed:
            raise BagError("bag-zip-odd")
        if entry.name[-1:] == "/" and entry.limit > entry.offset + entry.header:
            raise BagError("bag-zip-odd")
        yield
    if sum([entry.size for entry in found]) > _ROOM + _TIMES * place.start:
        raise BagError("bag-expands")
    return found


def _entry(untrusted: bytes, at: int) -> "tuple[Entry, int]":
    """The entry at that place of the list, and where the next one begins (4.3.12)."""
    fixed = untrusted[at : at + 46]
    if len(fixed) != 46 or fixed[:4] != _CENTRAL:
        raise BagError("bag-zip-odd")
    fields = struct.unpack("<HHHHHHIIIHHHHHII", fixed[4:])
    made_by, flags, method, crc32 = fields[0], fields[2], fields[3], fields[6]
    packed, size, named, extra, comment, disk = fields[7:13]
    attributes, offset = fields[14:]
    ends = at + 46 + named + extra + comment
    if ends > len(untrusted) or disk or comment:
        raise BagError("bag-zip-odd")
    if flags & _ENCRYPTED:
        raise BagError("bag-encrypted")
    if flags & ~_ALLOWED or method not in (STORED, DEFLATED):
        raise BagError("bag-zip-odd")
    try:
        name = untrusted[at + 46 : at + 46 + named].decode("utf-8")
    except UnicodeError:
        raise BagError("bag-name") from None
    more = untrusted[at + 46 + named : ends]
    _check_extra(more, extra)
    size, packed, offset = _widened(more, (size, packed, offset))
    kind = attributes >> 16 & _KIND if made_by >> 8 in (_UNIX, _MAC) else 0
    folder = name[-1:] == "/"
    if kind not in (0, _FOLDER if folder else _FILE):
        raise BagError("bag-link")
    if (folder and (size or packed)) or (method == STORED and size != packed):
        raise BagError("bag-zip-odd")
    if size > MAX_FILE:
        raise BagError("bag-too-many", files=MAX_FILES)
    described = bool(flags & _DESCRIBED)
    return Entry(name, method, crc32, packed, size, offset, described), ends


def _check_extra(untrusted: bytes, length: int) -> None:
    """BagError (bag-zip-odd) unless these bytes, of that length, are known fields and no more."""
    if len(untrusted) != length or length > _EXTRA:
        raise BagError("bag-zip-odd")
    at = 0
    while at < length:
        kind, size = struct.unpack("<HH", untrusted[at : at + 4]) if at + 4 <= length else (0, 0)
        at += 4 + size
        if kind not in _EXTRA_KINDS or at > length:
            raise BagError("bag-zip-odd")


def _widened(untrusted_extra: bytes, narrow: "tuple[int, int, int]") -> "tuple[int, ...]":
    """The numbers, those that did not fit taken from the extra field of ZIP64 (4.5.3)."""
    numbers, at = list(narrow), 0
    while at + 4 <= len(untrusted_extra):
        kind, length = struct.unpack("<HH", untrusted_extra[at : at + 4])
        data = untrusted_extra[at + 4 : at + 4 + length]
        at += 4 + length
        if kind != 1:
            continue
        for place in range(3):
            if numbers[place] == _MOST_32:
                if len(data) < 8:
                    raise BagError("bag-zip-odd")
                numbers[place] = struct.unpack("<Q", data[:8])[0]
                data = data[8:]
    return tuple(numbers)
