"""ZIPs and folders as a person hands them in: read into blobs, or refused; no browser."""

import io
import zipfile

import pytest
from pixelseal.model.process.bag import BagError
from pixelseal.ui.browser.host import Failure
from pixelseal.ui.process import zip_files

from tests.model.process.bags import files_of, packed, zipped
from tests.ui.fake_host import FakeHost, run
from tests.ui.fake_reads import FakeTree

FILES = {"a/one.jpg": b"first" * 500, "two.txt": b"second", "empty": b""}


def _made(files, method=zipfile.ZIP_DEFLATED):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", method) as made:
        for name, content in files.items():
            made.writestr(name, content)
    return data.getvalue()


def _code(coroutine):
    with pytest.raises((BagError, Failure)) as refused:
        run(coroutine)
    return refused.value.code


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_the_files_are_those_that_another_program_packed(method):
    told = []
    found = run(zip_files.unzipped(FakeHost(), _made(FILES, method), lambda *now: told.append(now)))
    assert dict(found) == FILES
    assert told == [(0, 3), (1, 3), (2, 3)]


def test_a_package_of_ours_is_read_file_by_file():
    folder = packed().folder + "/"
    files = {folder + path: data for path, data in files_of().items()}
    assert dict(run(zip_files.unzipped(FakeHost(), zipped()))) == files


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_every_changed_byte_is_found(method):
    data = _made({"one.bin": b"0123456789" * 3}, method)
    for at in range(len(data)):
        changed = data[:at] + bytes([data[at] ^ 0x10]) + data[at + 1 :]
        try:
            found = run(zip_files.unzipped(FakeHost(), changed))
        except BagError:
            continue
        assert [content for _name, content in found] == [b"0123456789" * 3]


def test_what_unpacks_to_more_than_it_says_is_cut_off():
    data = _made({"bomb": bytes(1_000_000)})
    at = data.index(b"PK\1\2")
    lying = bytearray(data)
    for place in (22, at + 24):  # both state its size
        lying[place : place + 4] = (1000).to_bytes(4, "little")
    host = FakeHost()
    assert _code(zip_files.unzipped(host, bytes(lying))) == "bag-damaged"
    assert host.reads.held <= 1001


def test_what_no_folder_could_hold_is_refused():
    assert _code(zip_files.unzipped(FakeHost(), _made({"../out": b""}))) == "bag-name"
    assert _code(zip_files.unzipped(FakeHost(), _made({"A": b"", "a": b""}))) == "bag-doubled"
    assert _code(zip_files.unzipped(FakeHost(), b"no ZIP")) == "bag-not-zip"


def test_a_zip_that_is_gone_is_not_taken_for_a_damaged_one():
    host, data = FakeHost(), _made(FILES)
    host.reads.gone = [data]
    assert _code(zip_files.unzipped(host, data)) == "file-unreadable"


def test_a_zip_is_known_by_its_name_or_by_its_beginning():
    host = FakeHost()
    assert run(zip_files.is_zip(host, "Study.ZIP", b"cut off"))
    assert run(zip_files.is_zip(host, "study", _made(FILES)))
    assert not run(zip_files.is_zip(host, "study.jpg", b"\xff\xd8\xff\xe0"))


def test_a_folder_gives_the_same_hidden_files_too():
    tree = FakeTree()
    folder = ("top", {"z.txt": b"3", "a": {".hidden": b"1", "b.jpg": b"2"}})
    found = run(zip_files.within(FakeHost(), tree, folder))
    assert found == [("a/.hidden", b"1"), ("a/b.jpg", b"2"), ("z.txt", b"3")]
    tree.gone = {"b.jpg"}
    assert _code(zip_files.within(FakeHost(), tree, folder)) == "file-unreadable"
    assert _code(zip_files.within(FakeHost(), tree, ("top", {"con": b""}))) == "bag-name"


def test_files_one_by_one_are_put_in_order_and_cannot_be_two_of_one_name():
    files = [("b", b"2"), ("a", b"1")]
    assert run(zip_files.named(FakeHost(), files)) == [("a", b"1"), ("b", b"2")]
    assert _code(zip_files.named(FakeHost(), [*files, ("B", b"")])) == "bag-doubled"


def test_each_zip_among_files_is_unfolded_and_a_refused_one_is_named():
    zipped_up = _made({"a/one.jpg": b"first", "__MACOSX/._one.jpg": b"", "two.txt": b"second"})
    files = [("three.png", b"third"), ("all.zip", zipped_up), ("cut.zip", zipped_up[:-1])]
    found, refused = run(zip_files.unfolded(FakeHost(), files))
    assert found == [("three.png", b"third"), ("one.jpg", b"first"), ("two.txt", b"second")]
    assert [(name, failure.code) for name, failure in refused] == [("cut.zip", "bag-zip-odd")]
