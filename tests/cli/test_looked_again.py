"""`redact` lets programs look at what it made, and tells what they find, never what it says."""

import json
import sys
import zipfile
from pathlib import Path

import pytest
from PIL import Image
from pixelseal.core.evidence.certificate import parse
from pixelseal.local import finders as local

from tests.cli.support import answers, pixelseal
from tests.local.test_finders import label

pytestmark = [
    pytest.mark.skipif(sys.platform == "emscripten", reason="no programs run inside Pyodide"),
    pytest.mark.skipif(not local.HOME.is_dir(), reason="networks not built: build.py bundle"),
]
READ = ("Quillfeather", "00481516", "04/03", "1962")
UPPER = "--box=200,300,700,160"  # the first two of three lines


@pytest.fixture
def labelled(tmp_path: Path) -> Path:
    path = tmp_path / "scan.png"
    label().save(path)
    return path


def silent(*texts: str) -> bool:
    return not [word for text in texts for word in READ if word in text]


def test_what_is_still_found_is_told_with_its_place_and_stated_as_undecided(
    labelled: Path, tmp_path: Path
) -> None:
    done = pixelseal("redact", labelled, UPPER, "--find-again", "--out", tmp_path / "o", "--json")
    assert done.returncode == 5, done.stderr
    (answer,) = answers(done)
    assert answer["status"] == "ok" and Path(answer["output"]).exists()
    (row,) = answer["again"]
    assert row["kind"] == "writing" and row["reasons"] == ["C"] and 440 < row["y"] < 480
    assert answer["finders"][0]["name"] == "CenterFace"
    certificate, record = Path(answer["certificate"]).read_text(), Path(answer["record"])
    assert "in the finished picture alone" in certificate
    assert "nobody decided about it: faces 0, writing 1, codes 0\n" in certificate
    stated = json.loads(record.read_text())
    assert stated["pixelseal"] == "record/2" and stated["finding"]["counts"] is None
    assert stated["finding"]["again"] == [{"kind": "writing", "found": 1, "stays": 0}]
    assert stated["recipe"]["regions"][1:] == [], "nothing more is covered"
    assert silent(done.stdout, done.stderr, certificate, record.read_text())
    assert pixelseal("verify", tmp_path / "o").returncode == 0
    # Whoever acts on the answer is done.
    box = f"--box={row['x']},{row['y']},{row['width']},{row['height']}"
    options = (UPPER, box, "--find-again", "--out", tmp_path / "p")
    done = pixelseal("redact", labelled, *options)
    assert done.returncode == 0 and "they miss some" in done.stdout
    (path,) = (tmp_path / "p").glob("*.txt")
    assert "proposed nothing in it outside of what a\n  solid colour covers" in path.read_text()


def test_what_was_not_to_be_covered_is_told_after_all(labelled: Path, tmp_path: Path) -> None:
    options = ("--suggested", "face", "--out", tmp_path / "o")
    done = pixelseal("redact", labelled, *options)
    assert done.returncode == 5 and "still find 3 places in the finished image" in done.stdout
    assert "writing 2" in done.stdout, "where it is"
    (path,) = (tmp_path / "o").glob("*.txt")
    sought = parse(path.read_bytes()).sought
    assert sought is not None and sought.before and sought.again is not None
    assert sought.again.undecided == (0, 3, 0)
    assert silent(done.stdout, done.stderr, path.read_text())


def test_after_all_is_covered_the_finished_picture_is_looked_at_by_itself(
    labelled: Path, tmp_path: Path
) -> None:
    options = ("--suggested", "face,writing,code", "--out", tmp_path / "o", "--json")
    done = pixelseal("redact", labelled, *options)
    assert done.returncode == 0, done.stderr
    (answer,) = answers(done)
    assert answer["again"] == []
    assert '"again": []' in Path(answer["record"]).read_text()


def test_each_page_of_one_file_is_looked_at(tmp_path: Path) -> None:
    path = tmp_path / "pages.tif"
    blank = Image.new("RGB", (1200, 900), (186, 148, 130))
    blank.save(path, save_all=True, append_images=[label()])
    options = (UPPER, "--together", "--find-again", "--out", tmp_path / "o", "--json")
    done = pixelseal("redact", path, *options)
    assert done.returncode == 5, done.stderr
    (answer,) = answers(done)
    assert [(row["page"], row["kind"]) for row in answer["again"]] == [(2, "writing")]
    apart = (UPPER, "--find-again", "--out", tmp_path / "p", "--json")
    told = answers(pixelseal("redact", path, *apart))
    assert [(row["page"], len(row["again"])) for row in told] == [(1, 0), (2, 1)]


def test_without_it_no_program_looks(labelled: Path, tmp_path: Path) -> None:
    done = pixelseal("redact", labelled, UPPER, "--out", tmp_path / "o", "--json")
    (answer,) = answers(done)
    assert done.returncode == 0 and "again" not in answer and "finders" not in answer
    assert "rogram" not in Path(answer["certificate"]).read_text()


def test_nothing_that_was_read_is_in_any_file_that_is_written_or_handed_over(
    labelled: Path, tmp_path: Path
) -> None:
    out, bag, log = tmp_path / "o", tmp_path / "bag.zip", tmp_path / "log.jsonl"
    who = ("--who", "R. Ode")
    told = [
        pixelseal("suggest", labelled, "--recipe", tmp_path / "proposals"),
        pixelseal("suggest", labelled, "--json"),
        pixelseal("redact", labelled, "--suggested", "face", "--out", out),
        pixelseal("redact", labelled, UPPER, "--find-again", "--out", out, "--json"),
        pixelseal("verify", out),
        pixelseal("log", "add", log, "verified", "who=R. Ode", "unchanged=2", "other=0"),
        pixelseal("pack", out, "--to", "A", "--method", "disk", "--purpose", "teaching", *who,
                  "--out", bag, "--log", log),
    ]  # fmt: skip
    assert [row.returncode for row in told] == [0, 0, 5, 5, 0, 0, 0], [r.stderr for r in told]
    assert silent(*(row.stdout + row.stderr for row in told))
    written = [path for path in tmp_path.rglob("*") if path.is_file() and path != labelled]
    kinds = sorted(path.suffix for path in written)
    assert kinds == sorted([".json"] * 3 + [".txt", ".png"] * 2 + [".zip", ".jsonl"]), kinds
    with zipfile.ZipFile(bag) as archive:
        packed = [archive.read(name) for name in archive.namelist()]
    for data in [path.read_bytes() for path in written] + packed:
        assert not [word for word in READ if word.encode() in data]
