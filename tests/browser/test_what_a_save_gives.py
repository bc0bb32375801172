"""What lies in the files that a save gives: image, certificate and checksums of one or of some."""

import csv
import hashlib
import io
import json
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from tests.core.support import needs_tool

from .conftest import Opener
from .drivers import Browser
from .product import Screen, sha256sum

pytestmark = pytest.mark.browser


def photos(folder: Path, count: int) -> list[Path]:
    paths = [folder / f"Roe Núñez {number}.png" for number in range(count)]
    for number, path in enumerate(paths):
        Image.new("RGB", (300, 200), (200, 60 * number, 90)).save(path)
    return paths


@needs_tool("sha256sum")
def test_one_photo_and_its_certificate_come_in_one_zip_that_coreutils_check(
    browser: Browser, opener: Opener, tmp_path: Path
) -> None:
    screen = opener(browser, "hosted")
    screen.add(*photos(tmp_path, 1))
    screen.wait_states(["ready"])
    screen.wait_shown(300, 200)
    screen.mark(30, 30, 60, 60)
    browser.fill("textbox", "Alternate ID", "K-71")
    saved = screen.save("Save with certificate")
    assert saved.name == "K-71.zip" and b"Roe" not in saved.read_bytes()
    unpacked = tmp_path / "unpacked"
    with zipfile.ZipFile(saved) as archive:
        assert archive.testzip() is None
        archive.extractall(unpacked)
    told = sha256sum(unpacked)
    assert told.returncode == 0 and not told.stderr
    assert told.stdout == "certificates/K-71.certificate.txt: OK\nimages/K-71.png: OK\n"
    pair = (unpacked / "images/K-71.png", unpacked / "certificates/K-71.certificate.txt")
    assert screen.verify(*pair) == "unchanged"
    # With the list beside them the verdict is the same, and says what the list said.
    told, rows = screen.verify_all([pair[0]], [pair[1], unpacked / "SHA256SUMS"])
    assert told == "unchanged"
    assert rows[1] == ("sums-match", "SHA256SUMS") and len(rows) == 2
    # The image alone is the image alone, byte by byte the same.
    alone = screen.save("Save image")
    assert alone.name == "K-71.png" and alone.read_bytes() == pair[0].read_bytes()


def test_a_range_is_chosen_by_keys_and_only_that_is_saved(
    browser: Browser, opener: Opener, tmp_path: Path
) -> None:
    screen: Screen = opener(browser, "hosted")
    screen.add(*photos(tmp_path, 4))
    screen.wait_states(["ready"] * 4)
    counted = "text => document.querySelector('#chosen-count').textContent === text"
    browser.evaluate("() => document.querySelector('#images [aria-current]').focus()")
    # One too far, and back: a range is taken back as it is in any list.
    for _ in range(3):
        browser.press("Shift+ArrowRight")
    browser.press("Shift+ArrowLeft")
    browser.wait(counted, 60, "the first three are chosen", "3 chosen")
    browser.press("Home")
    browser.press("Space")
    browser.wait(counted, 60, "the first is not", "2 chosen")
    saved = screen.save("Save chosen")
    with zipfile.ZipFile(saved) as archive:
        held = [name for name in archive.namelist() if name.startswith("images/")]
    assert len(held) == 2
    screen.wait_states(["ready", "saved", "saved", "ready"])


NOT_OFFERED = "!document.querySelector('#run-private').checkVisibility()"


@needs_tool("sha256sum")
def test_what_is_private_is_in_a_zip_of_its_own_with_all_names_and_the_shared_one_has_none(
    browser: Browser, opener: Opener, tmp_path: Path
) -> None:
    screen: Screen = opener(browser, "hosted")
    paths = photos(tmp_path, 2)
    screen.add(*paths)
    screen.wait_states(["ready"] * 2)
    shared = screen.save("Save all")
    button = "Save private records of all (2)"
    browser.wait(f"!({NOT_OFFERED})", 60, "the private records are offered")
    private = browser.download(lambda: browser.click("button", button), 60)
    assert private.name == f"{shared.stem}-private.zip"
    browser.wait(NOT_OFFERED, 60, "they are not offered twice")
    assert b"Roe" not in shared.read_bytes()
    with zipfile.ZipFile(private) as archive:
        assert archive.testzip() is None
        archive.extractall(tmp_path / "unpacked")
    (folder,) = (tmp_path / "unpacked").iterdir()
    assert folder.name == private.stem
    told = sha256sum(folder)
    assert told.returncode == 0 and told.stdout.count(": OK\n") == 5, told.stdout + told.stderr
    assert (folder / "PRIVATE.txt").read_text("utf-8").startswith("PRIVATE. Never share")
    text = (folder / "link-table.csv").read_bytes().decode("utf-8")
    assert text.startswith("\ufeff"), "without it spreadsheets take the names for Latin-1"
    links = list(csv.reader(io.StringIO(text[1:], newline="")))[1:]
    project = json.loads((folder / "project.json").read_text("utf-8"))
    records = [json.loads(path.read_text("utf-8")) for path in (folder / "records").iterdir()]
    for path in paths:
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        assert [path.name, digest] in [row[1:] for row in links]
        assert (path.name, digest) in [(row["name"], row["sha256"]) for row in project["images"]]
        sources = [record["source"] for record in records]
        assert (path.name, digest) in [(row["name"], row["sha256"]) for row in sources]
    with zipfile.ZipFile(shared) as archive:
        images = {name.partition("/")[2]: archive.read(name) for name in archive.namelist()
                  if name.startswith("images/")}  # fmt: skip
    outputs = {record["output"]["name"]: record["output"]["sha256"] for record in records}
    assert outputs == {name: hashlib.sha256(data).hexdigest() for name, data in images.items()}
