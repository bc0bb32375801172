"""The command `suggest`: boxes for programs, proposals for the page, no text."""

import os
import sys
from pathlib import Path

import pytest
from PIL import Image
from pixelseal.local import finders as local
from pixelseal.model.project import project_text

from tests.cli.support import answers, pixelseal, redacted
from tests.local.test_finders import label

pytestmark = pytest.mark.skipif(
    sys.platform == "emscripten", reason="no programs can be started inside Pyodide"
)
built = pytest.mark.skipif(not local.HOME.is_dir(), reason="networks not built: build.py bundle")
NAME = "Quillfeather"


@pytest.fixture
def labelled(tmp_path: Path) -> Path:
    path = tmp_path / "scan.png"
    label().save(path)
    return path


@built
def test_boxes_are_told_in_json_and_in_words(labelled: Path) -> None:
    done = pixelseal("suggest", labelled, "--json")
    (answer,) = answers(done)
    assert (answer["file"], answer["page"], answer["pages"]) == (str(labelled), 1, 1)
    keys = {"x", "y", "width", "height", "kind", "confidence", "reasons"}
    assert len(answer["found"]) == 3 and all(set(row) == keys for row in answer["found"])
    assert [row["reasons"] for row in answer["found"]] == [["A"], ["H"], ["C"]]
    assert answer["finders"][0]["name"] == "CenterFace"
    said = pixelseal("suggest", labelled).stdout
    assert "3 places" in said and "writing" in said and "are missed" in said
    assert NAME not in done.stdout + said and "00481516" not in done.stdout + said


@built
def test_the_page_gets_proposals_and_not_regions(labelled: Path, tmp_path: Path) -> None:
    folder = tmp_path / "new" / "proposals"
    done = pixelseal("suggest", labelled, "--recipe", folder)
    assert done.returncode == 0, done.stderr
    (path,) = folder.iterdir()
    assert path.name in done.stdout and path.stat().st_mode & 0o77 == 0
    text = path.read_text()
    (entry,) = project_text.parse(text)
    assert entry.recipe.regions == () and entry.name is None
    assert entry.proposed is not None and len(entry.proposed.regions) == 3
    assert entry.proposed.image == (1200, 900)
    told = answers(pixelseal("suggest", labelled, "--recipe", tmp_path / "again", "--json"))
    (again,) = (tmp_path / "again").iterdir()
    assert told[-1] == {"file": str(again), "status": "ok", "images": 1}
    # The page can state who looked, and what became of each place.
    assert entry.searched is not None and entry.searched.finders[0][0] == "CenterFace"
    places = [(place.kind, place.region, place.proposed) for place in entry.searched.places]
    assert places == [("writing", None, 0), ("writing", None, 1), ("writing", None, 2)]
    shapes = [region.shape for region in entry.proposed.regions]
    boxes = [(one.x, one.y, one.right, one.bottom) for one in shapes]
    assert [place.box for place in entry.searched.places] == boxes
    assert NAME not in text and "00481516" not in text


@built
def test_each_page_has_its_own_boxes(tmp_path: Path) -> None:
    path = tmp_path / "pages.tif"
    blank = Image.new("RGB", (1200, 900), (186, 148, 130))
    blank.save(path, save_all=True, append_images=[label()])
    told = answers(pixelseal("suggest", path, "--json"))
    assert [(row["page"], row["pages"], len(row["found"])) for row in told] == [
        (1, 2, 0),
        (2, 2, 3),
    ]


@built
def test_one_file_that_is_refused_stops_no_other(labelled: Path, tmp_path: Path) -> None:
    other = tmp_path / "letter.txt"
    other.write_text("no image")
    done = pixelseal("suggest", other, labelled, "--json")
    assert done.returncode == 1
    assert [row["status"] for row in answers(done)] == ["refused", "ok"]


@built
def test_proposals_are_not_written_where_results_are_passed_on(
    labelled: Path, image: Path, tmp_path: Path
) -> None:
    redacted(image, tmp_path / "clean")
    for folder in (tmp_path / "clean", tmp_path / "clean/more"):
        done = pixelseal("suggest", labelled, "--recipe", folder)
        assert done.returncode == 2 and "records-not-apart" in done.stderr
    done = pixelseal("suggest", labelled, "--recipe", image)
    assert done.returncode == 2 and "folder-is-file" in done.stderr


def test_without_the_extra_the_command_says_what_to_install(image: Path, tmp_path: Path) -> None:
    (tmp_path / "onnxruntime.py").write_text("raise ImportError")
    environment = {"PYTHONPATH": os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")])}
    done = pixelseal("suggest", image, "--json", environment=environment)
    assert done.returncode == 2 and done.stdout == ""
    assert "finders-not-installed" in done.stderr and "[find]" in done.stderr


@built
def test_the_build_that_is_named_holds_the_networks() -> None:
    from pixelseal.local.build import listed

    assert "local/weights/faces.onnx" in listed() and "onnxruntime " in listed()


@built
@pytest.mark.parametrize("together", [(), ("--together",)])
def test_what_nobody_confirmed_is_burned_only_on_request_and_stated(
    labelled: Path, tmp_path: Path, together: tuple[str, ...]
) -> None:
    out = tmp_path / "clean"
    options = ("--suggested", "writing,code", "--out", out, "--json", *together)
    done = pixelseal("redact", labelled, *options)
    assert done.returncode == 0, done.stderr
    (answer,) = answers(done)
    certificate = Path(answer["certificate"]).read_text()
    assert "no person confirmed: 3\n" in certificate and "CenterFace" in certificate
    with Image.open(answer["output"]) as image:
        assert image.convert("RGB").getpixel((300, 345)) == (0, 0, 0)
    record = Path(answer["record"]).read_text()
    assert '"taken": 3' in record
    for text in (certificate, record, done.stdout, done.stderr):
        assert NAME not in text and "00481516" not in text
    assert pixelseal("verify", out).returncode == 0


@built
def test_what_was_not_asked_for_stays(labelled: Path, tmp_path: Path) -> None:
    options = ("--box", "0,0,9,9", "--suggested", "face", "--out", tmp_path / "o", "--json")
    (answer,) = answers(pixelseal("redact", labelled, *options))
    certificate = Path(answer["certificate"]).read_text()
    assert "no person confirmed: " not in certificate and "#000000: 1\n" in certificate
    assert '"thrown_away": 3' in Path(answer["record"]).read_text()


@built
def test_boxes_are_found_on_the_page_as_it_is_turned(labelled: Path, tmp_path: Path) -> None:
    options = ("--turn", "90", "--suggested", "writing", "--out", tmp_path / "o", "--json")
    (answer,) = answers(pixelseal("redact", labelled, *options))
    with Image.open(answer["output"]) as image:
        assert image.size == (900, 1200)
        assert image.convert("RGB").getpixel((900 - 345, 300)) == (0, 0, 0)


def test_what_cannot_be_found_is_a_wrong_command(image: Path, tmp_path: Path) -> None:
    for kinds in ("", "tattoo", "face,"):
        done = pixelseal("redact", image, "--suggested", kinds, "--out", tmp_path / "o")
        assert done.returncode == 2 and "face, writing, code" in done.stderr
    assert not (tmp_path / "o").exists()
