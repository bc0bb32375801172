"""Files of several pages on the command line: an image for each page, or all in one."""

import json
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageSequence

from tests.cli.support import answers, pixelseal
from tests.core.support import photo

pytestmark = pytest.mark.skipif(
    sys.platform == "emscripten", reason="no programs can be started inside Pyodide"
)


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    path = tmp_path / "scan.tif"
    pictures = [Image.fromarray(photo(40, 30, seed=number)) for number in range(3)]
    pictures[0].save(path, save_all=True, append_images=pictures[1:])
    return path


def test_each_page_becomes_an_image_of_its_own(scan: Path, tmp_path: Path):
    regions = [
        {"page": page, "shape": {"kind": "rectangle", "x": 0, "y": 0, "width": 8, "height": 8}}
        for page in (1, 3)
    ]
    recipe = tmp_path / "r.json"
    recipe.write_text(json.dumps({"pixelseal": "recipe/1", "regions": regions}))
    out = tmp_path / "out"
    done = pixelseal("redact", scan, "--recipe", recipe, "--out", out, "--json")
    assert done.returncode == 0, done.stderr
    found = answers(done)
    assert [(row["page"], row["pages"]) for row in found] == [(1, 3), (2, 3), (3, 3)]
    for row in found:
        assert row["output"].endswith(f"-p{row['page']:03}.tif")
        with Image.open(row["output"]) as image:
            corner = image.getpixel((3, 3))
        assert (corner == (0, 0, 0)) == (row["page"] != 2)
        assert json.loads(Path(row["record"]).read_text())["page"] == [row["page"], 3]
    assert "page 2 of 3" in pixelseal("redact", scan, "--recipe", recipe, "--out", out).stdout


@pytest.mark.parametrize("together", [False, True])
def test_a_box_covers_every_page(together: bool, scan: Path, tmp_path: Path):
    words = ["--together"] if together else []
    boxes = ("--box", "0,0,8,8", "--box", "32,22,100,100")
    done = pixelseal("redact", scan, *boxes, "--out", tmp_path / "out", "--json", *words)
    assert done.returncode == 0, done.stdout
    found = []
    for row in answers(done):
        with Image.open(row["output"]) as image:
            found += [np.asarray(frame.convert("RGB")) for frame in ImageSequence.Iterator(image)]
    assert len(found) == 3
    for number, page in enumerate(found):
        expected = photo(40, 30, seed=number)
        expected[:8, :8] = expected[22:, 32:] = 0
        assert np.array_equal(page, expected)


@pytest.mark.parametrize("together", [False, True])
@pytest.mark.parametrize(
    "words, turned",
    [
        (("--turn", "90"), lambda page: np.rot90(page, -1)),
        (("--turn", "180"), lambda page: np.rot90(page, 2)),
        (("--turn", "270", "--box", "0,0,8,6"), lambda page: np.rot90(page, 1)),
        (("--mirror",), np.fliplr),
        (("--turn", "90", "--mirror"), lambda page: np.fliplr(np.rot90(page, -1))),
    ],
)
def test_every_page_is_turned_and_mirrored(together, words, turned, scan: Path, tmp_path: Path):
    words += ("--together",) if together else ()
    done = pixelseal("redact", scan, *words, "--out", tmp_path / "out", "--json")
    assert done.returncode == 0, done.stdout + done.stderr
    found = []
    for row in answers(done):
        with Image.open(row["output"]) as image:
            found += [np.asarray(frame.convert("RGB")) for frame in ImageSequence.Iterator(image)]
        certificate = Path(row["certificate"]).read_text()
        assert ("- The picture was turned." in certificate) == ("--turn" in words)
        assert ("- The picture was mirrored: left " in certificate) == ("--mirror" in words)
    assert len(found) == 3
    for number, page in enumerate(found):
        expected = turned(photo(40, 30, seed=number)).copy()
        if "--box" in words:
            expected[:6, :8] = 0
        assert np.array_equal(page, expected)


@pytest.mark.parametrize("together", [False, True])
def test_a_page_where_a_box_lies_outside_is_refused_by_name(together: bool, tmp_path: Path):
    source = tmp_path / "scan.tif"
    small, large = Image.fromarray(photo(40, 30)), Image.fromarray(photo(80, 60))
    large.save(source, save_all=True, append_images=[small, large])
    out = tmp_path / "out"
    words = ["redact", source, "--box", "50,40,8,8", "--out", out]
    words += ["--together"] if together else []
    done = pixelseal(*words, "--json")
    told = [(row["status"], row.get("code"), row["page"]) for row in answers(done)]
    refused = ("refused", "region-outside", 2)
    assert told == ([refused] if together else [("ok", None, 1), refused, ("ok", None, 3)])
    assert done.returncode == 1
    assert len(list(out.glob("*.tif"))) == (0 if together else 2)
    assert "scan.tif, page 2 of 3: " in pixelseal(*words).stderr


def test_more_boxes_on_all_pages_than_a_recipe_holds_are_refused_as_that(
    scan: Path, tmp_path: Path
):
    boxes = ["--box", "0,0,8,8"] * 3_334
    done = pixelseal("redact", scan, *boxes, "--out", tmp_path / "out", "--together", "--json")
    assert [row["code"] for row in answers(done)] == ["recipe-out-of-range"]


def test_pages_can_be_written_together(scan: Path, tmp_path: Path):
    options = ("--box", "0,0,8,8", "--out", tmp_path / "out", "--together")
    (answer,) = answers(pixelseal("redact", scan, *options, "--json"))
    with Image.open(answer["output"]) as image:
        assert image.n_frames == 3
    assert "Pages: all 3" in Path(answer["certificate"]).read_text()
    assert pixelseal("redact", scan, *options, "--format", "png").returncode == 2
