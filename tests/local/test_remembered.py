"""What lies on a disk is looked at once, and again once it has changed."""

import os
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pixelseal.core.base.errors import PixelsealError
from pixelseal.core.evidence.certificate.words import TITLE
from pixelseal.local import earlier, files, remembered
from pixelseal.local.places import Places

pytestmark = pytest.mark.skipif(
    sys.platform == "emscripten", reason="folders have no permissions inside Pyodide"
)

RECORD = '{"pixelseal": "record/1"}'
OTHER = '{"pixelseal": "recipe/1"}'
CALLS = 20


class Looks:
    """How often each folder was listed, and how many bytes of each file were asked for."""

    def __init__(self) -> None:
        self.listed: Counter[str] = Counter()
        self.read: Counter[str] = Counter()
        self.bytes: Counter[str] = Counter()


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> Looks:
    counted, scan, first = Looks(), os.scandir, files._first_bytes

    def scanned(folder: Path) -> Iterator[os.DirEntry[str]]:
        counted.listed[Path(folder).name] += 1
        return scan(folder)

    def begun(path: Path, count: int, most: int | None = None) -> bytes:
        data = first(path, count, most)
        counted.read[str(path)] += 1
        counted.bytes[path.name] += len(data)
        return data

    monkeypatch.setattr(os, "scandir", scanned)
    monkeypatch.setattr(files, "_first_bytes", begun)
    return counted


def later(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing on the disk was changed just now."""
    now: Any = time.time_ns
    monkeypatch.setattr(remembered.time, "time_ns", lambda: now() + 10**10)


def study(home: Path) -> tuple[Path, Path]:
    """Folders for results and for records, with what was there before, changed long ago."""
    out, records = home / "study" / "clean", home / "kept"
    for name in ("a", "b", "b/c"):
        (out / name).mkdir(parents=True)
        (out / name / "data.json").write_text(OTHER)
    records.mkdir(mode=0o700)
    (home / "study" / "log.txt").write_text("x" * 1_000_000)
    (home / "study" / "data.json").write_text(OTHER)
    for folder in (out / "b" / "c", out / "b", out / "a", out):
        os.utime(folder, (1, 1))
    return out, records


def test_many_calls_list_each_folder_and_read_each_file_once(
    tmp_path: Path, looks: Looks, monkeypatch: pytest.MonkeyPatch
):
    out, records = study(tmp_path)
    later(monkeypatch)
    for _ in range(CALLS):
        Places(out, records)
    for name in ("a", "b", "c", "kept"):
        assert looks.listed[name] == 1
    assert looks.listed["clean"] <= 2  # for records in it, and for whatever tells what it is
    assert set(looks.read.values()) == {1}, looks.read


def test_a_folder_that_is_written_to_is_listed_once_a_call_and_nothing_else_is(
    tmp_path: Path, looks: Looks, monkeypatch: pytest.MonkeyPatch
):
    out, records = study(tmp_path)
    later(monkeypatch)
    ages = remembered._TICK

    def written(number: int) -> None:
        (out / f"{number}.txt").write_text(TITLE + "2\n")
        (records / f"{number}.json").write_text(RECORD)
        monkeypatch.setattr(remembered, "_TICK", 10**11)  # it was just then
        Places(out, records)
        monkeypatch.setattr(remembered, "_TICK", ages)

    Places(out, records)
    looks.listed.clear()
    looks.read.clear()
    for number in range(CALLS):
        written(number)
    assert looks.listed["clean"] <= 2 * CALLS and looks.listed["kept"] == CALLS
    assert looks.listed["a"] == looks.listed["b"] == looks.listed["c"] == 0
    assert sum(looks.read.values()) <= 2 * CALLS  # no more than one record and one certificate each


def test_of_a_text_only_its_head_is_read(tmp_path: Path, looks: Looks):
    out, records = study(tmp_path)
    (tmp_path / "study" / "z.txt").write_text(TITLE + "2\n" + "x" * 1_000_000)
    assert earlier.shared(tmp_path / "study") == tmp_path / "study" / "z.txt"
    assert looks.bytes["log.txt"] == looks.bytes["z.txt"] == 3 + len(TITLE)
    assert Places(out, records)


@pytest.mark.parametrize("just_now", [True, False])
@pytest.mark.parametrize("place", ["", "a", "b/c", "b/new"])
def test_a_record_that_others_write_meanwhile_is_found(
    place: str, just_now: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    out, records = study(tmp_path)
    if not just_now:
        later(monkeypatch)
    Places(out, records)
    (out / place).mkdir(exist_ok=True)
    (out / place / "theirs.json").write_text(RECORD)
    with pytest.raises(PixelsealError) as refused:
        Places(out, records)
    assert refused.value.code == "records-not-apart"
    (out / place / "theirs.json").unlink()
    assert Places(out, records)


def test_a_file_that_becomes_a_record_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    out, records = study(tmp_path)
    file = out / "a" / "data.json"
    Places(out, records)
    file.write_text(RECORD)  # as long as before, perhaps within one tick of the disk's clock
    with pytest.raises(PixelsealError):
        Places(out, records)
    file.write_text(OTHER)
    os.utime(file, (1, 1))
    later(monkeypatch)
    Places(out, records)
    file.write_text(RECORD)
    with pytest.raises(PixelsealError):
        Places(out, records)


def test_what_is_remembered_has_a_bound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    out, records = study(tmp_path)
    monkeypatch.setattr(remembered, "_MOST", 3)
    later(monkeypatch)
    Places(out, records)
    assert len(remembered._known) <= 3


def test_neither_a_link_nor_what_is_gone_is_a_folder(tmp_path: Path):
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    assert remembered.held(tmp_path, lambda name: True) == (("real",), ("link",))
    assert remembered.held(tmp_path / "gone", lambda name: True) == ((), ())
    assert not remembered.answer(tmp_path / "gone", "asked", lambda: True)
