"""Several images at once: recipes that come with them, one ZIP, bad files among good ones.

One page per browser and carrier does it all; each test looks at one promise.
"""

import hashlib
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from pixelseal.model import catalogue

from tests.core.support import exiftool_tags, needs_tool

from .conftest import CARRIERS, Opener
from .drivers import Browser
from .photos import Bad, bad_files, clinical_photo, one_of_each
from .product import Screen, recipe, sha256sum

pytestmark = pytest.mark.browser

BOX = (40, 32, 80, 64)
# For a photo and a drawing, every writer once more; the sources' own formats come before.
OUTPUTS = ({"format": "png"}, {"format": "webp"}, {"format": "tiff"}, {"format": "jpeg"})
# What the first run made, for the other five to be compared with: sorted hashes of the images.
first_made: list[str] = []


@dataclass(frozen=True)
class Batch:
    """What came of one page with many images."""

    bad: list[Bad]
    sentences: list[str]  # what stood beside each bad file
    zip_file: Path
    good: int  # how many images could be opened

    def members(self, folder: str) -> dict[str, bytes]:
        """The files of one folder of the ZIP."""
        with zipfile.ZipFile(self.zip_file) as archive:
            assert archive.testzip() is None
            names = [name for name in archive.namelist() if name.startswith(folder + "/")]
            return {name: archive.read(name) for name in names}


@pytest.fixture(scope="module", params=CARRIERS)
def batch(
    request: pytest.FixtureRequest,
    browser: Browser,
    opener: Opener,
    tmp_path_factory: pytest.TempPathFactory,
) -> Batch:
    """Open bad and good files with a recipe, then good ones with other recipes; save all."""
    folder = tmp_path_factory.mktemp("batch")
    bad, good = bad_files(folder / "bad"), one_of_each(folder / "good")
    photo = clinical_photo(folder / "Roe-file-name.jpg")
    screen = opener(browser, request.param)
    asked = recipe(folder / "same.json", [BOX], {"format": "same"})
    screen.add(*(one.path for one in bad), *good, photo, asked)
    states = ["refused"] * len(bad) + ["marked"] * (len(good) + 1)
    screen.wait_states(states)
    sentences = list(_sentences(screen, len(bad)))
    for place, output in enumerate(OUTPUTS):
        asked = recipe(folder / f"{place}.json", [BOX], output)
        screen.add(*good[:2], asked)
        states += ["marked"] * 2
        screen.wait_states(states)
    zip_file = screen.save("Save all")
    return Batch(bad, sentences, zip_file, len(states) - len(bad))


def _sentences(screen: Screen, count: int) -> Iterator[str]:
    for _ in range(count):
        yield screen.browser.evaluate("document.querySelector('#problem-text').textContent")
        assert screen.browser.evaluate("document.querySelector('#save-image').disabled")
        screen.browser.click("button", "Next")


def test_each_bad_file_gets_its_own_sentence(batch: Batch) -> None:
    for one, sentence in zip(batch.bad, batch.sentences, strict=True):
        assert sentence.startswith(str(catalogue.table("en")[one.code]).split("{")[0]), (
            one.path.name
        )


def test_bad_files_cost_the_good_ones_nothing(batch: Batch) -> None:
    assert len(batch.members("images")) == len(batch.members("certificates")) == batch.good


def test_the_recipe_is_burned_into_every_image(batch: Batch) -> None:
    x, y, width, height = BOX
    for name, data in batch.members("images").items():
        with Image.open(io.BytesIO(data)) as opened:
            pixels = np.asarray(opened.convert("RGB"))
        assert pixels[y + 16 : y + height - 16, x + 16 : x + width - 16].max() <= 2, name


def test_each_certificate_names_its_image(batch: Batch) -> None:
    certificates = batch.members("certificates")
    for name, data in batch.members("images").items():
        stem = name.removeprefix("images/").rsplit(".", 1)[0]
        text = certificates[f"certificates/{stem}.certificate.txt"].decode("ascii")
        assert f"SHA-256: {hashlib.sha256(data).hexdigest()}\n" in text


def test_the_same_recipe_gives_the_same_bytes_in_every_browser(batch: Batch) -> None:
    digests = sorted(hashlib.sha256(data).hexdigest() for data in batch.members("images").values())
    if not first_made:  # nothing to compare with yet
        first_made.extend(digests)
    assert digests == first_made


def test_the_zip_holds_neutral_names_and_nothing_private(batch: Batch) -> None:
    assert b"Roe" not in batch.zip_file.read_bytes()
    with zipfile.ZipFile(batch.zip_file) as archive:
        entries = archive.infolist()
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.extra + entry.comment for entry in entries} == {b""}
    folders = {entry.filename.split("/")[0] for entry in entries}
    assert folders == {"SHA256SUMS", "images", "certificates"}


@needs_tool("sha256sum")
def test_coreutils_check_what_was_saved_and_find_what_was_changed(
    batch: Batch, tmp_path: Path
) -> None:
    with zipfile.ZipFile(batch.zip_file) as archive:
        archive.extractall(tmp_path)
    told = sha256sum(tmp_path)
    assert (
        told.returncode == 0 and told.stdout.count(": OK\n") == 2 * batch.good and not told.stderr
    )
    held = {str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*") if path.is_file()}
    listed = [line[66:] for line in (tmp_path / "SHA256SUMS").read_text("ascii").splitlines()]
    assert listed == sorted(held - {"SHA256SUMS"})
    for name in (listed[0], listed[-1]):  # a certificate, an image
        path = tmp_path / name
        data = path.read_bytes()
        path.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
        told = sha256sum(tmp_path)
        assert told.returncode == 1 and f"{name}: FAILED\n" in told.stdout
        path.write_bytes(data)


@needs_tool("exiftool")
def test_a_public_photo_with_everything_comes_out_clean(
    browser: Browser, opener: Opener, corpus: Path
) -> None:
    photo = corpus / "libavif__seine_sdr_gainmap_srgb.jpg"
    assert any(tag.startswith("GPS:") for tag in exiftool_tags(photo))
    screen = opener(browser, "hosted")
    screen.add(photo)
    screen.wait_shown(400, 300)
    screen.mark(*BOX)
    image = screen.save("Save image")
    assert {tag.split(":")[0] for tag in exiftool_tags(image)} <= {"File", "JFIF"}
    x, y, width, height = BOX
    with Image.open(image) as opened:
        assert opened.size == (400, 300)
        pixels = np.asarray(opened.convert("RGB"))
    assert pixels[y + 16 : y + height - 16, x + 16 : x + width - 16].max() <= 2
