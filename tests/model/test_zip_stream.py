"""The ZIP as a stream: what it never takes, and its bytes where no other program is at hand."""

import binascii

from pixelseal.model.zip_stream import ZipStream, private, shared

GOOD = (
    "SHA256SUMS",
    "images/a.jpg",
    "images/P-7-p001.tif",
    "certificates/image-0a.certificate.txt",
)
BAD = (
    "a.jpg", "images/", "images/.jpg", "images/a", "images/../a.jpg", "images/Jane Roe.jpg",
    "images/a.txt", "certificates/a.jpg", "private/a.json", "images/a.json", "images/.a.jpg",
    "images/ä.jpg", "images/a\n.jpg", "images//a.jpg", "images\\a.jpg",
    "images/NUL.jpg", "certificates/com1.certificate.txt",
    "images/" + "a" * 91 + ".jpg", "sha256sums", "SHA256SUMS.txt", "images/SHA256SUMS", "MD5SUMS",
    "SHA256SUMS/a.jpg", "PRIVATE.txt",
)  # fmt: skip


def test_nothing_private_and_no_odd_name_is_shared():
    assert all(shared(name) for name in GOOD)
    for name in BAD:
        assert not shared(name), name
        try:
            ZipStream().header(name, 1, 0)
        except ValueError:
            continue
        raise AssertionError(name)


def test_the_private_zip_takes_its_own_names_alone():
    good = ("SHA256SUMS", "PRIVATE.txt", "link-table.csv", "project.json",
            "records/P-7-p001.private-record.json")  # fmt: skip
    bad = ("records/P-7.json", "records/.private-record.json", "records/a b.private-record.json",
           "records/../x.private-record.json", "a.private-record.json", "PRIVATE.TXT",
           "records/x/y.private-record.json", "images/a.jpg", "certificates/a.txt")  # fmt: skip
    assert all(private(name) for name in good)
    for name in bad:
        assert not private(name), name
    # What is shared and what is private have the list of checksums in common, and nothing else.
    assert [name for name in good + GOOD if private(name) and shared(name)] == ["SHA256SUMS"] * 2


def test_what_is_private_lies_in_a_folder_of_the_zip():
    stream = ZipStream(private, "pixelseal-1-private")
    local = stream.header("PRIVATE.txt", 3, 0)
    assert local.endswith(b"pixelseal-1-private/PRIVATE.txt")
    assert stream.places == {"PRIVATE.txt": (len(local), 3)}
    assert b"pixelseal-1-private/PRIVATE.txt" in stream.end()[0]


def test_no_name_stands_twice_and_no_file_is_larger_than_its_field():
    stream = ZipStream()
    stream.header("images/a.jpg", 1, 0)
    for name, size in (("images/a.jpg", 1), ("images/b.jpg", 0xFFFFFFFF), ("images/b.jpg", -1)):
        try:
            stream.header(name, size, 0)
        except ValueError:
            continue
        raise AssertionError(name)


def test_a_small_zip_to_the_byte():
    stream = ZipStream()
    data = b"abc"
    local = stream.header("images/a.png", 3, binascii.crc32(data))
    assert local == (
        b"PK\3\4\x14\0\0\0\0\0\0\0\x21\0\xc2\x41\x24\x35\3\0\0\0\3\0\0\0\x0c\0\0\0images/a.png"
    )
    assert stream.places == {"images/a.png": (len(local), 3)}
    end = b"".join(stream.end())
    assert end == (
        b"PK\1\2\x14\3\x14\0\0\0\0\0\0\0\x21\0\xc2\x41\x24\x35\3\0\0\0\3\0\0\0\x0c\0\0\0\0\0"
        b"\0\0\0\0\0\0\xa4\x81\0\0\0\0images/a.png"
        b"PK\5\6\0\0\0\0\1\0\1\0\x3a\0\0\0\x2d\0\0\0\0\0"
    )
    assert stream.size == len(local) + len(data) + len(end)
