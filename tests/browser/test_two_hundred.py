"""Two hundred files, twenty of them bad, and an engine that dies on the way: nothing is lost."""

import hashlib
import io
import zipfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from pixelseal.model import catalogue

from tests.core.support import photo

from .conftest import Opener
from .drivers import Browser
from .photos import bad_files
from .product import JOB_SECONDS, recipe

pytestmark = pytest.mark.browser

GOOD, BAD = 180, 20
WIDTH, HEIGHT = 96, 72
BOX = (24, 20, 48, 32)
ENDINGS = ("jpg", "png", "webp", "tif", "gif", "bmp")
# The request to redact number `count` from now meets a worker whose interpreter breaks.
SABOTAGE = """count => {
  const real = Worker.prototype.postMessage;
  let left = count;
  Worker.prototype.postMessage = function (message, transfer) {
    if (message.op !== 'redact' || (left -= 1) !== 0) return real.call(this, message, transfer);
    return real.call(this, null);
  };
}"""
TALLY = "text => [...document.querySelector('#filter').options].some(o => o.textContent === text)"
ENDED = "() => document.querySelector('#run-close').checkVisibility()"
REASONS = """[...document.querySelectorAll('#run-problems li')]
  .map(row => [row.querySelector('button').textContent, row.querySelector('span').textContent])"""
TEXT = "document.querySelector('#run-text').textContent"


@dataclass(frozen=True)
class Run:
    """What came of it."""

    bad: dict[str, str]  # name of a bad file -> the code of its sentence
    reasons: list[tuple[str, str]]  # (file name, sentence) after the first run
    outcomes: list[str]  # what was said after each run
    left: list[tuple[str, str]]  # the reasons after the second run
    archives: list[Path]

    def files(self, place: int) -> dict[str, bytes]:
        """The files of one of the ZIPs."""
        with zipfile.ZipFile(self.archives[place]) as archive:
            assert archive.testzip() is None
            return {name: archive.read(name) for name in archive.namelist()}


def _good_files(folder: Path) -> list[Path]:
    folder.mkdir()
    paths = [folder / f"{number:03}.{ENDINGS[number % len(ENDINGS)]}" for number in range(GOOD)]
    for number, path in enumerate(paths):
        image = Image.fromarray(photo(WIDTH, HEIGHT, seed=number))
        (image.quantize(64) if path.suffix == ".gif" else image).save(path)
    return paths


@pytest.fixture(scope="module")
def ran(browser: Browser, opener: Opener, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Open all with a recipe, save all while an engine dies, then save what that left."""
    folder = tmp_path_factory.mktemp("files")
    bad: dict[str, str] = {}
    paths = _good_files(folder / "good")
    for number in range(BAD // 4):
        for one in bad_files(folder / f"bad-{number}"):
            path = one.path.rename(one.path.with_name(f"{number}-{one.path.name}"))
            bad[path.name] = one.code
            paths.insert(number * 37, path)
    screen = opener(browser, "hosted")
    screen.wait_engine()
    screen.add(*paths, recipe(folder / "recipe.json", [BOX], {"format": "same"}))
    browser.wait(TALLY, JOB_SECONDS, "all were looked into", f"Marked, not saved ({GOOD})")
    browser.wait(TALLY, JOB_SECONDS, "the bad ones are refused", f"With a problem ({BAD})")
    browser.evaluate(SABOTAGE, 60)
    archives = [screen.save("Save all")]
    browser.wait(ENDED, JOB_SECONDS, "the run has ended")
    outcomes = [browser.evaluate(TEXT)]
    reasons = [tuple(row) for row in browser.evaluate(REASONS)]
    archives.append(
        browser.download(lambda: browser.click("button", "Save the other one"), JOB_SECONDS)
    )
    browser.wait(TALLY, JOB_SECONDS, "all are saved", f"Saved ({GOOD})")
    browser.wait(ENDED, JOB_SECONDS, "the second run has ended")
    outcomes.append(browser.evaluate(TEXT))
    left = [tuple(row) for row in browser.evaluate(REASONS)]
    return Run(bad, reasons, outcomes, left, archives)


def test_every_good_file_is_saved_but_the_one_that_met_the_crash(ran: Run) -> None:
    assert ran.outcomes[0].startswith(f"Saved {GOOD - 1} of {GOOD + BAD} images")
    assert ran.outcomes[1].startswith("Saved 1 of 1 image")
    first, second = ran.files(0), ran.files(1)
    # An image and its certificate each, and the list of their checksums.
    assert (len(first), len(second)) == (2 * (GOOD - 1) + 1, 2 + 1)
    assert first.keys() & second.keys() == {"SHA256SUMS"}


def test_each_bad_file_has_its_reason_and_so_has_the_crash(ran: Run) -> None:
    sentences = catalogue.table("en")
    expected = {name: str(sentences[code]).split("{")[0] for name, code in ran.bad.items()}
    assert len(expected) == BAD
    (crashed,) = [row for row in ran.reasons if row[0] not in expected]
    assert crashed[1] == sentences["engine-crashed"]
    bad = [row for row in ran.reasons if row is not crashed]
    assert dict(bad).keys() == expected.keys()
    for name, sentence in bad:
        assert sentence.startswith(expected[name]), name
    assert ran.left == [], "the second run was about the other one alone"


def test_every_image_is_covered_and_certified(ran: Run) -> None:
    files = ran.files(0) | ran.files(1)
    images = {name: data for name, data in files.items() if name.startswith("images/")}
    x, y, width, height = BOX
    for name, data in images.items():
        stem = name.removeprefix("images/").rpartition(".")[0]
        text = files[f"certificates/{stem}.certificate.txt"].decode("ascii")
        assert f"SHA-256: {hashlib.sha256(data).hexdigest()}\n" in text
        with Image.open(io.BytesIO(data)) as opened:
            assert opened.size == (WIDTH, HEIGHT)
            pixels = np.asarray(opened.convert("RGB"))
        assert pixels[y + 8 : y + height - 8, x + 8 : x + width - 8].max() <= 2, name
    # Each of the sources gave one: their pictures differ, and so do these.
    assert len({hashlib.sha256(data).digest() for data in images.values()}) == GOOD
    endings = Counter(name.rpartition(".")[2] for name in images)
    # What cannot be written as it came (GIF, BMP) comes out as PNG.
    assert endings == {"jpg": 30, "png": 90, "webp": 30, "tif": 30}
