"""Several images at once: a recipe that comes with them, one ZIP, bad files among good ones."""

import hashlib
import io
import zipfile
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from app.model.messages import SENTENCES
from tests.core.support import exiftool_tags, needs_tool

from .drivers import Browser
from .photos import bad_files, clinical_photo, one_of_each
from .product import Screen, recipe

pytestmark = pytest.mark.browser

BOX = (40, 32, 80, 64)
# Recipe outputs that exercise each writer; "same" keeps each source's own format.
OUTPUTS = {"same": {"format": "same"}, "png": {"format": "png"}}
# What the first browser made, for the others to be compared with: outputs by settings.
made: dict[str, list[str]] = {}


def contents(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def wait_states(browser: Browser, *states: str) -> None:
    browser.wait(
        "wanted => JSON.stringify([...document.querySelectorAll('#images > li')]"
        ".map(row => row.dataset.state)) === JSON.stringify(wanted)",
        90,
        f"the images are {states}",
        list(states),
    )


@pytest.mark.parametrize("settings", OUTPUTS)
def test_a_recipe_gives_the_same_bytes_in_every_browser(
    screen: Screen, tmp_path: Path, settings: str
) -> None:
    files = one_of_each(tmp_path / "in")
    asked = recipe(tmp_path / "all.recipe.json", [BOX], OUTPUTS[settings])
    screen.add(*files, asked)
    wait_states(screen.browser, *["ready"] * len(files))
    saved = contents(screen.save("Save all"))
    images = {name: data for name, data in saved.items() if name.startswith("images/")}
    certificates = {n: d.decode("ascii") for n, d in saved.items() if n not in images}
    assert len(images) == len(certificates) == len(files)
    for name, data in images.items():
        digest = hashlib.sha256(data).hexdigest()
        stem = name.removeprefix("images/").rsplit(".", 1)[0]
        assert f"SHA-256: {digest}\n" in certificates[f"certificates/{stem}.certificate.txt"]
        x, y, width, height = BOX
        with Image.open(io.BytesIO(data)) as opened:
            inside = np.asarray(opened.convert("RGB"))[y + 16 : y + height - 16, x + 16 :]
        assert inside[:, : width - 32].max() <= 2
    digests = sorted(hashlib.sha256(data).hexdigest() for data in images.values())
    # The first browser to come by sets what the other five runs must give.
    assert digests == made.setdefault(settings, digests)


def test_the_zip_holds_neutral_names_and_nothing_private(screen: Screen, tmp_path: Path) -> None:
    photo = clinical_photo(tmp_path / "Roe-file-name.jpg")
    screen.add(photo, *one_of_each(tmp_path / "in")[:1], recipe(tmp_path / "r.json", [BOX], {}))
    wait_states(screen.browser, "ready", "ready")
    path = screen.save("Save all")
    assert b"Roe" not in path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {entry.extra + entry.comment for entry in archive.infolist()} == {b""}
        folders = sorted(name.split("/")[0] for name in archive.namelist())
    assert folders == ["certificates", "certificates", "images", "images"]


def test_each_bad_file_gets_its_sentence_and_costs_the_good_one_nothing(
    screen: Screen, tmp_path: Path
) -> None:
    browser = screen.browser
    bad = bad_files(tmp_path / "bad")
    good = one_of_each(tmp_path / "good")[0]
    asked = recipe(tmp_path / "r.json", [BOX], {})
    screen.add(*(one.path for one in bad), good, asked)
    wait_states(browser, *["refused"] * len(bad), "ready")
    for place, one in enumerate(bad):
        browser.evaluate(
            "n => document.querySelectorAll('#images > li')[n].scrollIntoView()", place
        )
        shown = browser.evaluate("document.querySelector('#problem-text').textContent")
        fixed = SENTENCES[one.code].split("{")[0]
        assert shown.startswith(fixed), (one.path.name, shown)
        assert browser.find("button", "Save image") is False or not browser.evaluate(
            "!document.querySelector('#save-image').disabled"
        )
        browser.click("button", "Next")
    saved = contents(screen.save("Save all"))
    assert sorted(name.split("/")[0] for name in saved) == ["certificates", "images"]


@needs_tool("exiftool")
def test_a_public_photo_with_everything_comes_out_clean(
    screen: Screen, corpus: Path, tmp_path: Path
) -> None:
    photo = corpus / "libavif__seine_sdr_gainmap_srgb.jpg"
    assert any(tag.startswith(("GPS:", "MPF")) for tag in exiftool_tags(photo))
    screen.add(photo)
    screen.wait_shown(400, 300)
    screen.mark(*BOX)
    image = screen.save("Save image")
    assert {tag.split(":")[0] for tag in exiftool_tags(image)} <= {"File", "JFIF"}
    with Image.open(image) as opened:
        assert opened.size == (400, 300)
        x, y, width, height = BOX
        pixels = np.asarray(opened.convert("RGB"))[y + 16 : y + height - 16, x + 16 :]
    assert pixels[:, : width - 32].max() <= 2
