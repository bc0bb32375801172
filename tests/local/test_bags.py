"""Bags on a disk: what is refused as a whole; the witness `bagit` on all that we write."""

import os
import stat
import zipfile
from pathlib import Path

import pytest
from pixelseal.core.base.errors import EngineFault, SourceRefused
from pixelseal.local import bags
from pixelseal.local.bags import Arrived, Content
from pixelseal.model.process.bag import BagError, Packed

from tests.local.bags import FILES, is_whole, laid, written, zip_of
from tests.model.process.bags import AGENT, PAYLOAD, RECORD, packed, zipped


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A bag as a folder."""
    return laid(tmp_path / "bag", FILES)


def refused(path: Path) -> str:
    with pytest.raises((BagError, SourceRefused)) as caught:
        Arrived(path)
    return caught.value.code


def test_what_is_written_is_whole_and_the_same_each_time(tmp_path, folder):
    path = written(tmp_path)
    assert path.read_bytes() == zipped() == written(tmp_path, "b.zip").read_bytes()
    assert is_whole(path) and is_whole(folder)
    assert Arrived(path).hashes == Arrived(folder).hashes
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        assert {name.partition("/")[0] for name in archive.namelist()} == {packed().folder}


def test_a_file_that_changes_while_it_is_packed_leaves_nothing(tmp_path):
    source = tmp_path / "source"
    source.write_bytes(b"one")
    content = Content(source, b"one")
    source.write_bytes(b"two")
    inside = "data/images/a.jpg"
    made = Packed({inside: (3, content.sha256)}, RECORD, AGENT)
    with pytest.raises(BagError) as caught:
        bags.write(tmp_path / "a.zip", made, {inside: content})
    assert caught.value.code == "pack-folder-changed"
    assert [path.name for path in tmp_path.iterdir()] == ["source"]
    (tmp_path / "A.ZIP").write_bytes(b"")
    for name in ("A.ZIP", "a.zip", "nowhere/a.zip"):
        with pytest.raises(EngineFault):
            bags.require_new(tmp_path / name)


def test_a_zip_that_another_program_made_is_read(tmp_path):
    path = tmp_path / "a.zip"
    for files in (FILES, {"some folder/" + name: data for name, data in FILES.items()}):
        path.write_bytes(zip_of(files))
        assert is_whole(path)


def test_zips_that_lie_are_refused_before_anything_is_unpacked(tmp_path):
    def link(entry):
        if entry.filename.endswith("P-1.jpg"):
            entry.external_attr = (stat.S_IFLNK | 0o777) << 16

    path = tmp_path / "a.zip"
    for data, code in (
        (zip_of(FILES | {"../evil": b"x"}), "bag-name"),
        (zip_of(FILES | {"/etc/passwd": b"x"}), "bag-name"),
        (zip_of(FILES | {"data/a\\b": b"x"}), "bag-name"),
        (zip_of(FILES | {"C:/x": b"x"}), "bag-name"),
        (zip_of(FILES | {"data/images/p-1.JPG": b"x"}), "bag-doubled"),
        (zip_of(FILES | {"data/Ä": b"x", "data/ä": b"y"}), "bag-doubled"),
        (zip_of(FILES | {"data/é": b"x", "data/e\u0301": b"y"}), "bag-doubled"),
        (zip_of(FILES, link), "bag-link"),
        (zip_of({name: data for name, data in FILES.items() if name != "bagit.txt"}), "bag-none"),
        (zip_of(FILES | {"fetch.txt": b""}), "bag-fetch"),
        (zip_of(FILES, method=zipfile.ZIP_BZIP2), "bag-zip-odd"),
        (b"x" * 200, "bag-not-zip"),
        (b"", "bag-not-zip"),
        (zipped()[:-30], "bag-not-zip"),
    ):
        path.write_bytes(data)
        assert refused(path) == code, code


def test_a_file_that_unpacks_to_something_else_is_refused(tmp_path):
    data = bytearray(zip_of({"bagit.txt": FILES["bagit.txt"] * 3, "data/a": bytes(range(256)) * 4}))
    at = data.index(b"bagit.txt") + len("bagit.txt") + 5
    data[at] ^= 0xFF
    path = tmp_path / "a.zip"
    path.write_bytes(data)
    assert refused(path) == "bag-damaged"


@pytest.mark.skipif(os.name == "nt", reason="links need a right of their own there")
def test_folders_with_links_or_pipes_are_refused(folder, tmp_path):
    outside = tmp_path / "outside"
    outside.write_bytes(PAYLOAD["data/images/P-1.jpg"])
    image = folder / "data/images/P-1.jpg"
    image.unlink()
    image.symlink_to(outside)
    assert refused(folder) == "bag-link"
    image.unlink()
    os.mkfifo(image)
    assert refused(folder) == "bag-link"
    image.unlink()
    (folder / "data/more").symlink_to(tmp_path, target_is_directory=True)
    assert refused(folder) == "bag-link"
    assert refused(tmp_path / "nothing") == "file-missing"
    (folder / "data/more").unlink()
    (folder / "data/A").write_bytes(b"")
    (folder / "data/a").write_bytes(b"")
    if len(list((folder / "data").iterdir())) > 3:  # a disk that ignores case holds one
        assert refused(folder) == "bag-doubled"
