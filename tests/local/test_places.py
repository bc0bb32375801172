"""Private records lie apart from what is shared, whatever the two folders are called."""

import json
import sys
from pathlib import Path

import pytest
from pixelseal.core.base.errors import PixelsealError
from pixelseal.local import places
from pixelseal.local.places import Places, beside

pytestmark = pytest.mark.skipif(
    sys.platform == "emscripten", reason="folders have no permissions inside Pyodide"
)


def test_a_disk_that_keeps_no_permissions_gets_no_record(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "records").mkdir()
    (tmp_path / "records").chmod(0o755)
    monkeypatch.setattr(Path, "chmod", lambda *_: None)
    with pytest.raises(PixelsealError) as refused:
        Places(tmp_path / "clean", tmp_path / "records").make()
    assert refused.value.code == "records-folder-open"


INSIDE = [
    ("clean", "clean"),
    ("clean", "clean/private"),
    ("clean", "clean/a/../b/private"),
    ("clean", "./clean/."),
    ("records/clean", "records"),
    ("records/a/clean", "records"),
    ("clean", "link-to-clean"),
    ("clean", "link-to-clean/private"),
    ("link-to-clean", "clean/private"),
    ("link-to-clean/below", "clean"),
    ("clean", "."),
    (".", "records"),
    ("clean/..", "records"),
    # Not there yet, and one folder where letter case, composition or an end does not count.
    ("Results", "results/private"),
    ("r\u00e9sultats", "re\u0301sultats/private"),
    ("results", "results./private"),
]


@pytest.mark.parametrize(("out", "records"), INSIDE)
def test_records_lie_neither_in_nor_around_what_is_shared(
    out: str, records: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    home = tmp_path / "here"
    (home / "clean").mkdir(parents=True)
    (home / "link-to-clean").symlink_to("clean")
    monkeypatch.chdir(home)
    with pytest.raises(PixelsealError) as refused:
        Places(Path(out), Path(records))
    assert refused.value.code == "records-not-apart"


@pytest.mark.parametrize(
    ("out", "records"), [("clean", "cleaner"), ("a/clean", "a/private"), ("clean", "../clean")]
)
def test_folders_beside_one_another_are_apart(
    out: str, records: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    made = Places(Path(out), Path(records))
    made.make()
    assert made.records.is_dir() and made.out.is_dir()


def test_a_record_is_known_by_what_it_says(tmp_path: Path):
    out = tmp_path / "clean"
    (out / "below").mkdir(parents=True)
    place = out / "below" / "Roe.JSON"
    place.write_text(json.dumps({"made": "", "pixelseal": "record/1"}, indent=4))
    with pytest.raises(PixelsealError) as refused:
        Places(out, None)
    assert refused.value.code == "records-not-apart"
    for other in ({"pixelseal": "recipe/1"}, {"record": "record/1"}, ["record/1"]):
        place.write_text(json.dumps(other))
        Places(out, None)


def test_a_name_that_turns_out_to_be_the_same_folder_is_refused_when_it_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    # As on a file system with rules for names that nobody here knows: seen once both are there.
    made = Places(tmp_path / "clean", tmp_path / "other")
    (tmp_path / "clean").mkdir()
    (tmp_path / "other").symlink_to("clean")
    with pytest.raises(PixelsealError) as refused:
        made.make()
    assert refused.value.code == "records-not-apart"


def test_records_are_beside_the_results_wherever_those_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert beside(Path("clean")) == Path("clean-private")
    assert beside(Path("a/clean/")) == Path("a/clean-private")
    assert beside(Path(".")) == tmp_path / "here-private"
    assert beside(Path("..")) == tmp_path.with_name(tmp_path.name + places.BESIDE)
    with pytest.raises(PixelsealError) as refused:
        Places(Path(tmp_path.anchor), None)
    assert refused.value.code == "records-nowhere"


@pytest.mark.parametrize(
    ("out", "records"), [("detour/../clean", None), ("clean", "detour/../kept"), ("a/../b/c", None)]
)
def test_a_detour_makes_no_folder(
    out: str, records: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    made = Places(Path(out), None if records is None else Path(records))
    made.make()
    assert not (tmp_path / "detour").exists() and not (tmp_path / "a").exists()
    assert made.out.is_dir() and made.records.is_dir()
    assert made.out.resolve() == (tmp_path / out).resolve()
