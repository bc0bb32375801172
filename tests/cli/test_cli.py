"""The command line over real files: exit codes, neutral names, nothing overwritten."""

import argparse
import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from pixelseal.cli import arguments
from pixelseal.model.recipe.geometry import Rectangle

from tests.cli.support import BOX, answers, pixelseal, redacted
from tests.conftest import ROOT
from tests.core.support import file_of, photo

pytestmark = pytest.mark.skipif(
    sys.platform == "emscripten", reason="no programs can be started inside Pyodide"
)


def test_inspect_says_what_a_file_is_in_words_and_in_json(image: Path):
    told = pixelseal("inspect", image)
    assert told.returncode == 0 and "JPEG, 64 x 48 pixels" in told.stdout
    (answer,) = answers(pixelseal("inspect", image, "--json"))
    assert (answer["status"], answer["width"], answer["height"]) == ("ok", 64, 48)
    assert "comment" in {row["kind"] for row in answer["findings"]}


@pytest.mark.parametrize("module", ["pixelseal", "pixelseal.cli.main"])
def test_no_module_that_begins_the_command_does_nothing(module: str, image: Path):
    command = [sys.executable, "-m", module, "inspect", str(image)]
    environment = os.environ | {"PYTHONPATH": str(ROOT / "app")}
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env=environment, timeout=300
    )
    assert done.returncode == 0 and "JPEG, 64 x 48 pixels" in done.stdout


def damaged(path: Path) -> Path:
    """A file whose structure is whole, and whose picture cannot be decoded."""
    data = bytearray(file_of(photo(64, 48), "WEBP", lossless=True))
    data[40:60] = bytes(20)
    path.write_bytes(data)
    return path


def test_no_file_is_called_fine_that_is_refused_when_it_is_redacted(image: Path, tmp_path: Path):
    broken = damaged(tmp_path / "broken.webp")
    told = answers(pixelseal("inspect", image, broken, "--json"))
    assert [(row["status"], row.get("decoded")) for row in told] == [
        ("ok", True),
        ("refused", None),
    ]
    done = answers(
        pixelseal("redact", broken, "--box", "0,0,8,8", "--out", tmp_path / "o", "--json")
    )
    assert [row["code"] for row in done] == [told[1]["code"]] == ["file-damaged"]
    quick = pixelseal("inspect", broken, "--structure-only")
    assert quick.returncode == 0 and "The picture was not decoded" in quick.stdout
    assert "not decoded" not in pixelseal("inspect", image).stdout


def test_of_several_pages_those_are_told_that_are_damaged(tmp_path: Path):
    path = tmp_path / "moving.webp"
    pictures = [Image.fromarray(photo(64, 48, seed=number)) for number in range(3)]
    pictures[0].save(path, save_all=True, append_images=pictures[1:], lossless=True)
    data = bytearray(path.read_bytes())
    last = data.rindex(b"VP8L") + 16
    data[last : last + 20] = bytes(20)
    path.write_bytes(data)
    done = pixelseal("inspect", path, "--json")
    whole, third = answers(done)
    assert done.returncode == 1 and (whole["status"], whole["pages"]) == ("ok", 3)
    assert (third["status"], third["page"], third["pages"]) == ("refused", 3, 3)
    assert "page 3 of 3" in pixelseal("inspect", path).stderr


def test_a_box_may_begin_before_the_edge(image: Path, tmp_path: Path):
    for given in (["--box", "-8,-8,24,24"], ["--box=-8,-8,24,24"]):
        done = pixelseal("redact", image, *given, "--out", tmp_path / given[0], "--json")
        assert [row["status"] for row in answers(done)] == ["ok"]
    wrong = pixelseal("redact", image, "--box", "-8,-8,24", "--out", tmp_path / "wrong")
    assert wrong.returncode == 2 and "a box is X,Y,W,H in whole pixels" in wrong.stderr


@pytest.mark.parametrize("given", ["0,0,1000000,5", "-1000000,0,1000000,1", "00000000,0,09,1"])
def test_a_box_reaches_as_far_as_a_recipe_does(given: str):
    assert arguments.box(given) == Rectangle(*map(int, given.split(",")))


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("0,0,1000001,5", "at most 1,000,000"),
        ("0,-1000001,5,5", "at most 1,000,000"),
        ("0,0,5," + "9" * 5_000, "at most 1,000,000"),
        ("0,0,0,5", "at least 1 pixel"),
        ("\u0660,\u0660,\u0668,\u0668", "X,Y,W,H in whole pixels"),
        ("0,0,8,8\n", "X,Y,W,H in whole pixels"),
    ],
)
def test_a_box_that_is_none_is_told_why(given: str, said: str):
    with pytest.raises(argparse.ArgumentTypeError, match=said):
        arguments.box(given)


def test_a_quality_is_written_in_digits_that_everybody_reads():
    assert arguments.quality("85") == 85
    with pytest.raises(argparse.ArgumentTypeError):
        arguments.quality("\u0668\u0665")


def test_a_recipe_of_every_shape_with_keep_and_crop_is_obeyed_under_any_option(tmp_path: Path):
    pixels = photo(160, 120)
    source = tmp_path / "a.png"
    source.write_bytes(file_of(pixels, "PNG"))
    recipe = tmp_path / "r.json"
    shapes = [
        {"kind": "ellipse", "x": 20, "y": 20, "width": 40, "height": 30},
        {"kind": "polygon", "points": [[80, 20], [120, 20], [100, 60]]},
        {"kind": "brush", "points": [[30, 90], [60, 80]], "width": 9},
    ]
    recipe.write_text(
        json.dumps(
            {
                "pixelseal": "recipe/1",
                "regions": [{"shape": shape} for shape in shapes],
                "keep": [
                    {"shape": {"kind": "rectangle", "x": 9, "y": 9, "width": 140, "height": 100}}
                ],
                "crop": [{"x": 5, "y": 5, "width": 130, "height": 110}],
            }
        )
    )
    options = ("--recipe", recipe, "--out", tmp_path / "out", "--id", "S-1", "--format", "tiff")
    done = pixelseal("redact", source, *options, "--json")
    assert done.returncode == 0, done.stderr
    (answer,) = answers(done)
    with Image.open(answer["output"]) as image:
        held = np.asarray(image)
    assert held.shape == (110, 130, 3)
    wanted = pixels[5:115, 5:135]
    for x, y in ((40, 35), (100, 40), (45, 85), (7, 50)):
        assert not held[y - 5, x - 5].any()
    for x, y in ((21, 21), (82, 55), (30, 70), (60, 60)):
        assert np.array_equal(held[y - 5, x - 5], wanted[y - 5, x - 5])
    told = Path(answer["certificate"]).read_text()
    assert "outside of the areas to keep was covered with the solid colour #000000" in told
    assert "The picture was cropped" in told and "130 by 110 pixels" in told
    record = json.loads(Path(answer["record"]).read_text())
    assert record["left"] == [5, 5, 135, 115] and record["source"]["width"] == 160


def test_what_is_to_be_known_of_a_source_is_said_with_its_result(tmp_path: Path):
    palette = tmp_path / "palette.gif"
    Image.fromarray(photo(64, 48)).convert("P").save(palette)
    asked = ["redact", str(palette), "--box", "8,8,16,16", "--out", str(tmp_path / "words")]
    ended = pixelseal(*asked)
    assert ended.returncode == 0 and "\n  note: " in ended.stdout
    asked[-1] = str(tmp_path / "json")
    (answer,) = answers(pixelseal(*asked, "--json"))
    assert [row["kind"] for row in answer["notes"]] == ["note-chosen-palette"]
    assert answer["notes"][0]["sentence"] in ended.stdout


def test_a_mosaic_over_text_is_refused_with_its_code(image: Path, tmp_path: Path):
    shape = {"kind": "rectangle", "x": 0, "y": 0, "width": 40, "height": 40}
    region = {"shape": shape, "method": {"kind": "mosaic", "block": 40}, "reason": "H"}
    recipe = tmp_path / "r.json"
    recipe.write_text(json.dumps({"pixelseal": "recipe/1", "regions": [region]}))
    done = pixelseal("redact", image, "--recipe", recipe, "--out", tmp_path / "out", "--json")
    (answer,) = answers(done)
    assert done.returncode == 1 and answer["code"] == "method-not-for-text"
    assert not (tmp_path / "out").exists()


def test_redact_writes_image_certificate_and_apart_from_them_the_record(image, tmp_path):
    answer = redacted(image, tmp_path / "out")
    output = Path(answer["output"])
    assert hashlib.sha256(output.read_bytes()).hexdigest() == answer["sha256"]
    assert answer["sha256"] in Path(answer["certificate"]).read_text()
    record = json.loads(Path(answer["record"]).read_text())
    assert record["source"]["name"] == image.name
    assert Path(answer["record"]).parent == tmp_path / "out-private"
    shared = [path for path in (tmp_path / "out").iterdir() if path.is_file()]
    assert len(shared) == 2
    for path in shared:
        assert "Roe" not in path.name and b"Roe" not in path.read_bytes()


def test_random_names_differ_and_an_id_is_taken(image, tmp_path):
    names = {Path(redacted(image, tmp_path / "out")["output"]).stem for _ in range(2)}
    assert len(names) == 2
    answer = redacted(image, tmp_path / "out", "--id", "STUDY-007", "--record", tmp_path / "home")
    assert Path(answer["output"]).name == "STUDY-007.jpg"
    assert Path(answer["record"]) == tmp_path / "home" / "STUDY-007.json"


def test_one_bad_file_does_not_stop_the_others(image, tmp_path):
    bad = tmp_path / "bad.jpg"
    bad.write_bytes(image.read_bytes()[:300])
    missing = tmp_path / "missing.jpg"
    out = tmp_path / "out"
    done = pixelseal("redact", bad, missing, image, "--box", "0,0,8,8", "--out", out, "--json")
    assert done.returncode == 1
    found = answers(done)
    assert [row["status"] for row in found] == ["refused", "refused", "ok"]
    assert [row.get("code") for row in found] == ["file-truncated", "file-missing", None]
    spoken = pixelseal("redact", bad, image, "--box", "0,0,8,8", "--out", out)
    assert spoken.returncode == 1
    assert "[file-truncated]" in spoken.stderr and "written to" in spoken.stdout


def test_nothing_is_ever_overwritten(image, tmp_path):
    # A longer file under the output's name: aCropalypse was a small file written over a large one.
    out = tmp_path / "out"
    out.mkdir()
    (out / "STUDY-007.jpg").write_bytes(b"older and longer" * 10_000)
    done = pixelseal(
        "redact", image, "--box", "0,0,8,8", "--out", out, "--id", "STUDY-007", "--json"
    )
    assert done.returncode == 1
    assert answers(done)[0]["code"] == "output-exists"
    assert (out / "STUDY-007.jpg").read_bytes() == b"older and longer" * 10_000
    # Neither a certificate nor a record of an image that was not written stays behind.
    left = sorted(path.name for path in out.rglob("*") if path.is_file())
    assert left == ["STUDY-007.jpg"]


def test_names_that_differ_in_case_alone_do_not_meet(image: Path, tmp_path: Path):
    """Copied to a disk that ignores case, the second image would replace the first."""
    out = tmp_path / "out"
    first = redacted(image, out, "--id", "Case-7")
    before = {path: path.read_bytes() for path in out.iterdir()}
    done = pixelseal("redact", image, *BOX, "--out", out, "--id", "case-7", "--json")
    (answer,) = answers(done)
    assert done.returncode == 1 and answer["code"] == "output-exists"
    assert Path(first["record"]).name in answer["sentence"]
    assert {path: path.read_bytes() for path in out.iterdir()} == before
    assert len(list(Path(first["record"]).parent.iterdir())) == 1


@pytest.mark.parametrize("name", ["con", "NUL", "aux.1", "Com1", "lpt9.x", "ends."])
def test_an_id_that_is_no_file_everywhere_is_refused(name: str, image: Path, tmp_path: Path):
    done = pixelseal("redact", image, *BOX, "--out", tmp_path / "out", "--id", name)
    assert done.returncode == 2 and not (tmp_path / "out").exists()


def test_a_recipe_file_is_obeyed_and_options_win_over_it(image, tmp_path):
    recipe = tmp_path / "recipe.json"
    region = {"shape": {"kind": "rectangle", "x": 0, "y": 0, "width": 8, "height": 8}}
    text = {"pixelseal": "recipe/1", "regions": [region], "output": {"format": "png"}}
    recipe.write_text(json.dumps(text))
    out = tmp_path / "out"
    done = pixelseal("redact", image, "--recipe", recipe, "--out", out, "--json")
    assert answers(done)[0]["output"].endswith(".png")
    options = ("--format", "webp", "--quality", "50")
    done = pixelseal("redact", image, "--recipe", recipe, "--out", out, "--json", *options)
    assert answers(done)[0]["output"].endswith(".webp")


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("redact", "IMAGE", "--out", "OUT"),
        ("redact", "IMAGE", "--out", "OUT", "--box", "1,2,3"),
        ("redact", "IMAGE", "--out", "OUT", "--box", "0,0,0,4"),
        ("redact", "IMAGE", "--out", "OUT", "--box", "0,0,4,4", "--quality", "101"),
        ("redact", "IMAGE", "--out", "OUT", "--box", "0,0,4,4", "--id", "../x"),
        ("redact", "IMAGE", "IMAGE", "--out", "OUT", "--box", "0,0,4,4", "--id", "one"),
        ("redact", "IMAGE", "--out", "OUT", "--recipe", "IMAGE"),
        ("redact", "IMAGE", "--out", "OUT", "--box", "0,0,4,4", "--turn", "45"),
        ("redact", "IMAGE", "--out", "OUT", "--recipe", "IMAGE", "--turn", "90"),
        ("redact", "IMAGE", "--out", "OUT", "--recipe", "IMAGE", "--mirror"),
    ],
)
def test_a_wrong_command_is_refused_before_anything_is_written(arguments, image, tmp_path):
    places = {"IMAGE": image, "OUT": tmp_path / "out"}
    done = pixelseal(*(places.get(word, word) for word in arguments))
    assert done.returncode == 2
    assert done.stderr
    assert not (tmp_path / "out").exists()


def test_a_review_stands_in_certificate_and_record(image: Path, tmp_path: Path):
    review = tmp_path / "review.json"
    given = {"A": {"answer": "covered"}, "Q": {"answer": "kept", "why": "SENTINEL agreed"}}
    held = {"pixelseal": "review/1", "looked": "stated", "checklist": given}
    review.write_text(json.dumps(held), "utf-8")
    answer = redacted(image, tmp_path / "out", "--review", review)
    text = Path(answer["certificate"]).read_text("ascii")
    assert "A person stated that they looked at the whole picture." in text
    assert '"was covered": A\n' in text and "SENTINEL" not in text
    assert "SENTINEL" in Path(answer["record"]).read_text("utf-8")
    plain = redacted(image, tmp_path / "plain")
    assert plain["sha256"] == answer["sha256"]
    assert "Nobody stated" in Path(plain["certificate"]).read_text("ascii")


def test_a_review_that_is_none_or_for_several_images_writes_nothing(image: Path, tmp_path: Path):
    review = tmp_path / "review.json"
    review.write_text('{"pixelseal": "review/1", "looked": "yes", "checklist": {}}', "utf-8")
    asked = ("--box", "8,8,16,16", "--out", tmp_path / "out", "--review", review)
    told = pixelseal("redact", image, *asked)
    assert told.returncode == 2 and "[review-unreadable]" in told.stderr
    assert pixelseal("redact", image, image, *asked).returncode == 2
    assert not (tmp_path / "out").exists()


def test_why_a_colour_profile_cannot_be_used_is_said_in_words_and_by_its_code(tmp_path: Path):
    (tmp_path / "a.png").write_bytes(file_of(photo(20, 20), "PNG", icc_profile=bytes(200)))
    run = pixelseal("inspect", tmp_path / "a.png")
    assert "20 x 20 pixels, 1 page\n" in run.stdout
    assert "taken as they are: it is damaged [profile-damaged]" in run.stdout
