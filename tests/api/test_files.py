"""`redact_file` keeps the promises of the command line: nothing overwritten, records apart."""

import os
import stat
from pathlib import Path

import numpy as np
import pixelseal
import pytest
from PIL import Image
from pixelseal.core import engine

from tests.api.test_operations import RECIPE, jpeg, pages_of


@pytest.fixture
def source(tmp_path: Path) -> Path:
    place = tmp_path / "SAMPLE PATIENT.jpg"
    place.write_bytes(jpeg())
    return place


def all_files(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def test_image_and_certificate_in_one_folder_and_the_record_in_another(source: Path) -> None:
    out = source.with_name("clean")
    (row,) = pixelseal.redact_file(source, RECIPE, out)
    assert all_files(out) == {row.image.name, row.certificate.name}
    assert row.record.parent == source.with_name("clean-private")
    assert "SAMPLE" in row.record.read_text()
    assert pixelseal.verify(row.image, row.certificate).unchanged
    if os.name != "nt":
        assert stat.S_IMODE(row.record.stat().st_mode) == 0o600
        assert stat.S_IMODE(row.record.parent.stat().st_mode) == 0o700


def test_paths_may_be_texts_here(source: Path) -> None:
    out, records = source.with_name("clean"), source.with_name("mine")
    (row,) = pixelseal.redact_file(str(source), RECIPE, str(out), records=str(records), label="a")
    assert (row.page, row.image, row.record) == (1, out / "a.jpg", records / "a.json")


def test_nothing_is_overwritten(source: Path) -> None:
    out = source.with_name("clean")
    (row,) = pixelseal.redact_file(source, RECIPE, out, label="a")
    before = {path: path.read_bytes() for path in (row.image, row.certificate, row.record)}
    with pytest.raises(pixelseal.EngineFault) as refused:
        pixelseal.redact_file(source, pixelseal.Recipe(), out, label="a")
    assert refused.value.code == "output-exists"
    assert {path: path.read_bytes() for path in before} == before


@pytest.mark.parametrize("records", ["clean", "clean/private", "."])
def test_records_never_lie_with_the_results(source: Path, records: str) -> None:
    out = source.with_name("clean")
    with pytest.raises(pixelseal.PixelsealError) as refused:
        pixelseal.redact_file(source, RECIPE, out, records=source.parent / records)
    assert refused.value.code == "records-not-apart" and not out.exists()
    assert type(refused.value) is pixelseal.PixelsealError


@pytest.mark.parametrize(
    "wrong",
    [
        {"path": None},
        {"path": b"a.jpg"},
        {"out": None},
        {"out": 5},
        {"records": 5},
        {"together": "yes"},
        {"label": 5},
        {"reviewer": None},
        {"review": "no"},
        {"id_not_derived": 0},
        {"recipe": [RECIPE]},
    ],
    ids=repr,
)
def test_an_argument_of_the_wrong_type_is_an_error_of_the_caller(
    source: Path, wrong: dict[str, object]
) -> None:
    (name,) = wrong
    right = {"path": source, "recipe": RECIPE, "out": source.with_name("clean")}
    with pytest.raises(TypeError, match=name):
        pixelseal.redact_file(**{**right, **wrong})
    assert all_files(source.parent) == {source.name}


def test_a_path_that_no_file_can_have_leads_nowhere(source: Path) -> None:
    nowhere = str(source) + "\0"
    with pytest.raises(pixelseal.SourceRefused) as refused:
        pixelseal.redact_file(nowhere, RECIPE, source.with_name("clean"))
    assert refused.value.code == "file-missing"
    for folders in ((nowhere, None), (source.with_name("clean"), nowhere)):
        with pytest.raises(pixelseal.EngineFault) as fault:
            pixelseal.redact_file(source, RECIPE, folders[0], records=folders[1])
        assert fault.value.code == "not-written"
    assert all_files(source.parent) == {source.name}


def test_results_never_lie_around_the_records_of_an_earlier_call(source: Path) -> None:
    shared = source.with_name("shared")
    (row,) = pixelseal.redact_file(source, RECIPE, shared / "one")
    for out in (shared, row.record.parent):
        with pytest.raises(pixelseal.PixelsealError) as refused:
            pixelseal.redact_file(source, RECIPE, out)
        assert refused.value.code == "records-not-apart"
    assert all_files(row.record.parent) == {row.record.name}


def test_records_never_lie_in_what_an_earlier_call_shares(source: Path) -> None:
    shared, apart = source.with_name("shared"), source.with_name("apart")
    pixelseal.redact_file(source, RECIPE, shared)
    before = all_files(shared)
    for records in (None, shared / "records"):
        with pytest.raises(pixelseal.PixelsealError) as refused:
            pixelseal.redact_file(source, RECIPE, shared / "one", records=records)
        assert refused.value.code == "records-not-apart"
    assert all_files(shared) == before
    (row,) = pixelseal.redact_file(source, RECIPE, shared / "one", records=apart)
    assert row.record.parent == apart


def test_every_page_is_written(tmp_path: Path) -> None:
    source = tmp_path / "pages.tif"
    source.write_bytes(pages_of(3))
    rows = pixelseal.redact_file(source, RECIPE, tmp_path / "one", label="a")
    assert [(row.page, row.image.name) for row in rows] == [
        (1, "a-p001.tif"),
        (2, "a-p002.tif"),
        (3, "a-p003.tif"),
    ]
    (row,) = pixelseal.redact_file(source, RECIPE, tmp_path / "all", together=True)
    assert row.page == 0 and len(pixelseal.inspect(row.image).pages) == 3


def test_all_pages_or_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = tmp_path / "pages.tif"
    source.write_bytes(pages_of(3))
    redact = engine.redact

    def third_fails(*given: object, page: int, **named: object) -> object:
        if page == 3:
            raise MemoryError
        return redact(*given, page=page, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(engine, "redact", third_fails)
    with pytest.raises(pixelseal.EngineFault) as fault:
        pixelseal.redact_file(source, RECIPE, tmp_path / "out")
    assert fault.value.code == "out-of-memory"
    assert all_files(tmp_path) == {"pages.tif"}


def test_an_older_file_is_left_when_a_later_page_meets_it(tmp_path: Path) -> None:
    source = tmp_path / "pages.tif"
    source.write_bytes(pages_of(2))
    older = tmp_path / "out" / "a-p002.tif"
    older.parent.mkdir()
    older.write_bytes(b"older")
    with pytest.raises(pixelseal.EngineFault):
        pixelseal.redact_file(source, RECIPE, older.parent, label="a")
    assert all_files(tmp_path) == {"pages.tif", "out/a-p002.tif"}
    assert older.read_bytes() == b"older"


@pytest.mark.parametrize("mode", ["L", "P", "RGBA", "CMYK"])
def test_a_lying_scan_on_disk_comes_upright(tmp_path: Path, mode: str) -> None:
    """Pillow maps such a file into memory when it gets its name, and shears it (findings)."""
    across, down = np.meshgrid(np.arange(96), np.arange(64))
    scan = Image.fromarray((across + 2 * down).astype(np.uint8)).convert("RGB").convert(mode)
    exif = Image.Exif()
    exif[0x0112] = 6
    scan.save(tmp_path / "scan.tif", exif=exif)
    (row,) = pixelseal.redact_file(tmp_path / "scan.tif", pixelseal.Recipe(), tmp_path / "clean")
    with Image.open(row.image) as image:
        seen = np.asarray(image.convert("RGB"), int)
    upright = np.rot90(np.asarray(scan.convert("RGB"), int), -1)
    assert seen.shape == upright.shape and abs(seen - upright).max() <= 2
