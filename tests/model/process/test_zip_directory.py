"""Where the files of a ZIP lie; every ZIP that programs read differently is refused."""

import struct

from pixelseal.model.process.bag import BagError
from pixelseal.model.process.zip_directory import TAIL, Place, entries

from tests.model.process.bags import PAYLOAD, files_of, packed, zipped


def read(data):
    """Path -> bytes of the files of a ZIP, none of them compressed."""
    place = Place(data[-TAIL:], len(data))
    found = {}
    for entry in entries(data[place.start : place.start + place.size], place):
        start = entry.data_at(data[entry.offset : entry.offset + entry.header])
        found[entry.name] = data[start : start + entry.packed]
    return found


def refused(data):
    try:
        read(data)
    except BagError as error:
        return error.code
    raise AssertionError("not refused")


def central(data, number=0):
    """Where that entry of the list begins."""
    at = data.index(b"PK\1\2")
    for _ in range(number):
        at = data.index(b"PK\1\2", at + 4)
    return at


def put(data, at, new):
    return data[:at] + new + data[at + len(new) :]


def both(data, offset_local, offset_central, new):
    """The first file's header and its entry of the list, changed alike."""
    at = central(data)
    (local,) = struct.unpack("<I", data[at + 42 : at + 46])
    return put(put(data, at + offset_central, new), local + offset_local, new)


def test_what_is_written_is_read_back():
    folder = packed().folder + "/"
    files = files_of()
    assert read(zipped()) == {folder + name: files[name] for name in files}
    assert len(read(zipped(PAYLOAD))) == len(PAYLOAD) + 4


def test_what_is_no_zip_or_incomplete_is_refused():
    data = zipped()
    for other in (b"", b"PK", b"a letter", data[:-1], data[:-22], data[: len(data) // 2]):
        assert refused(other) in ("bag-not-zip", "bag-zip-odd")
    assert refused(data[:-40] + data[-22:]) == "bag-zip-odd"


def test_what_programs_read_differently_is_refused():
    data = zipped()
    end = len(data) - 22
    at = central(data)
    for name, other in (
        ("before", b"#!/bin/sh\n" + data),
        ("comment", put(data, end + 20, b"\1\0") + b"x"),
        ("behind", data + b"x"),
        ("another list", data + data[-22:]),
        ("disk", put(data, end + 4, b"\1")),
        ("fewer", put(put(data, end + 8, b"\7"), end + 10, b"\7")),
        ("name", put(data, at + 46, b"X")),
        ("name in the header", put(data, 30, b"X")),
        ("size in the header", put(data, 22, b"\0")),
        ("CRC-32 in the header", put(data, 14, b"\0\0\0\0")),
        ("method", both(data, 8, 10, b"\x0c\0")),
        ("flags", both(data, 6, 8, b"\0\x10")),
        ("shorter", put(put(data, at + 20, b"\1\0"), at + 24, b"\1\0")),
        ("overlapping", put(data, central(data, 1) + 42, data[at + 42 : at + 46])),
        ("list's start", put(data, end + 16, b"\0\0\0\0")),
    ):
        assert refused(other) in ("bag-zip-odd", "bag-not-zip"), name
    assert refused(both(data, 6, 8, b"\1\0")) == "bag-encrypted"


def test_links_and_devices_are_refused():
    data = zipped()
    for mode in (0o120777, 0o020600, 0o010600, 0o060600, 0o140600, 0o040755):
        other = put(data, central(data) + 38, struct.pack("<I", mode << 16))
        assert refused(other) == "bag-link", oct(mode)


def test_what_unpacks_to_far_more_than_its_size_is_refused():
    data = zipped()
    other = both(data, 8, 10, b"\x08\0")
    for number in range(3):
        at = central(other, number)
        other = put(put(other, at + 10, b"\x08\0"), at + 24, struct.pack("<I", 500 << 20))
    assert refused(other) == "bag-expands"
    at = central(data)
    other = put(put(data, at + 10, b"\x08\0"), at + 24, struct.pack("<I", 600 << 20))
    assert refused(other) == "bag-too-many"


def with_extra(data, field, in_list=True, at_file=True):
    """The ZIP with a field behind a name: of the list's first, of the first file's, or of both."""
    at = central(data)
    (named,) = struct.unpack("<H", data[at + 28 : at + 30])
    (extra,) = struct.unpack("<H", data[at + 30 : at + 32])
    end = len(data) - 22
    size, start = struct.unpack("<II", data[end + 12 : end + 20])
    grown = 0
    if in_list:
        name_ends = at + 46 + named + extra
        data = put(data, at + 30, struct.pack("<H", extra + len(field)))
        data = data[:name_ends] + field + data[name_ends:]
        end, size = end + len(field), size + len(field)
    if at_file:
        named, extra = struct.unpack("<HH", data[26:30])
        data = put(data, 28, struct.pack("<H", extra + len(field)))
        name_ends = 30 + named + extra
        data = data[:name_ends] + field + data[name_ends:]
        grown = len(field)
        end, start = end + grown, start + grown
        place = start
        while data[place : place + 4] == b"PK\1\2":
            (offset,) = struct.unpack("<I", data[place + 42 : place + 46])
            if offset:
                data = put(data, place + 42, struct.pack("<I", offset + grown))
            lengths = struct.unpack("<HHH", data[place + 28 : place + 34])
            place += 46 + sum(lengths)
    return put(data, end + 12, struct.pack("<II", size, start))


def test_times_and_owners_may_stand_behind_a_name():
    times = struct.pack("<HHBI", 0x5455, 5, 1, 1_700_000_000)
    data = zipped()
    assert read(with_extra(data, times)) == read(data)
    assert read(with_extra(data, times, in_list=False)) == read(data)


def test_another_name_or_content_behind_a_name_is_refused():
    name = b"data/other.png"
    fields = (
        struct.pack("<HHBI", 0x7075, 5 + len(name), 1, 0) + name,  # Unicode Path (Info-ZIP)
        struct.pack("<HH", 0xCAFE, 8) + b"PRIVATE!",  # known to nobody
        struct.pack("<HHB", 0x5455, 200, 1),  # longer than it is
        struct.pack("<HH", 0x5455, 120) + bytes(120),  # room for content
        b"\x55",
    )
    for field in fields:
        for in_list, at_file in ((True, True), (True, False), (False, True)):
            assert refused(with_extra(zipped(), field, in_list, at_file)) == "bag-zip-odd"
