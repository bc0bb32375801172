"""The whole job on one photo, in each browser, hosted and from the saved file.

One run of the job per browser and carrier; each test looks at one promise.
"""

import hashlib
import io
import json
import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.core.support import exiftool_tags, needs_tool

from .conftest import CARRIERS, Opener
from .drivers import Browser
from .photos import HEIGHT, LABEL, SENTINELS, SOURCE_NAME, WIDTH, clinical_photo, one_of_each
from .server import Event
from .traces import STORAGE

pytestmark = pytest.mark.browser
UNUSED_BROWSER = True  # no worker of an earlier visit asks its host for news

# What a browser's console says about the seal itself: its probe, and a word it does not know.
ABOUT_THE_SEAL = re.compile(r"seal-probe|Unrecognized Content-Security-Policy directive 'webrtc'")
REGION = (LABEL[0] - 10, LABEL[1] - 10, LABEL[2] + 20, LABEL[3] + 20)


@dataclass(frozen=True)
class Job:
    """What one run of the job gave and left."""

    source: Path
    image: Path
    certificate: Path
    record: Path
    findings: str
    verdicts: dict[str, str]
    requests: list[Event]
    console: list[str]
    storage: dict[str, int]

    @property
    def shared(self) -> list[Path]:
        """What a person would pass on."""
        return [self.image, self.certificate]


@pytest.fixture(scope="module", params=CARRIERS)
def job(
    request: pytest.FixtureRequest,
    browser: Browser,
    opener: Opener,
    tmp_path_factory: pytest.TempPathFactory,
) -> Job:
    """Do the whole job with mouse and buttons."""
    folder = tmp_path_factory.mktemp("job")
    source = clinical_photo(folder / SOURCE_NAME)
    screen = opener(browser, request.param)
    before = opener.hosted.requests()
    # The engine is still starting: the picture is shown and can be marked at once.
    screen.add(source)
    screen.wait_shown(WIDTH, HEIGHT)
    screen.mark(*REGION)
    browser.wait("document.querySelectorAll('#findings li').length > 0", 300, "findings")
    findings = browser.evaluate("document.querySelector('#findings').textContent")
    image = screen.save("Save image")
    certificate = screen.save("Save certificate")
    record = screen.save("Save private record")
    changed = folder / "changed.jpg"
    changed.write_bytes(_again(image))
    other = one_of_each(folder / "other")[0]
    letter = folder / "letter.txt"
    letter.write_text("Pixelseal certificate, version 1\n", "utf-8")
    verdicts = {
        "same": screen.verify(image, certificate),
        "changed": screen.verify(changed, certificate),
        "another image": screen.verify(other, certificate),
        "no certificate": screen.verify(image, letter),
    }
    return Job(
        source,
        image,
        certificate,
        record,
        findings,
        verdicts,
        opener.hosted.requests()[len(before) :],
        browser.console(),
        browser.evaluate(STORAGE),
    )


def _again(image: Path) -> bytes:
    out = io.BytesIO()
    with Image.open(image) as opened:
        opened.save(out, "JPEG", quality=50)
    return out.getvalue()


def test_the_page_says_in_plain_words_what_the_photo_carries(job: Job) -> None:
    for words in ("Where the photo was taken", "A date", "A small preview", "serial number"):
        assert words in job.findings


def test_no_byte_of_the_sources_texts_is_in_what_is_shared(job: Job) -> None:
    source = job.source.read_bytes()
    assert all(planted in source or planted == b"Roe-file-name" for planted in SENTINELS)
    for path in job.shared:
        for planted in SENTINELS:
            assert planted not in path.read_bytes()
            assert planted.decode() not in path.name
    assert b"Roe" not in job.certificate.read_bytes()


@needs_tool("exiftool")
def test_exiftool_sees_structure_alone(job: Job) -> None:
    assert {"GPS:GPSLatitude", "IFD1:ThumbnailImage"} <= exiftool_tags(job.source)
    groups = {tag.split(":")[0] for tag in exiftool_tags(job.image)}
    assert groups <= {"File", "JFIF"}


def test_what_was_marked_is_one_colour_and_the_rest_is_the_photo(job: Job) -> None:
    x, y, width, height = REGION
    with Image.open(job.image) as opened:
        pixels = np.asarray(opened.convert("RGB")).astype(int)
    assert pixels.shape == (HEIGHT, WIDTH, 3)  # upright, whatever the source's orientation
    # Black, but for JPEG's rounding; blocks on the rim hold pixels of the rest, too.
    inner = pixels[y + 16 : y + height - 16, x + 16 : x + width - 16]
    assert inner.max() <= 2
    assert pixels[y : y + height, x : x + width].max() <= 24
    with Image.open(job.source) as opened:
        upright = opened.transpose(Image.Transpose.ROTATE_270).convert("RGB")
    rest = np.ones((HEIGHT, WIDTH), bool)
    # The region grows to the source's grid of 16 pixels and one more.
    rest[max(0, y - 33) : y + height + 33, max(0, x - 33) : x + width + 33] = False
    error = (pixels - np.asarray(upright).astype(int))[rest]
    assert 10 * np.log10(255**2 / np.mean(error**2)) >= 45


def test_the_certificate_names_this_very_file(job: Job) -> None:
    text = job.certificate.read_text("ascii")
    assert f"SHA-256: {hashlib.sha256(job.image.read_bytes()).hexdigest()}\n" in text
    assert f"File: {job.image.name}\n" in text


def test_the_private_record_knows_the_source_and_only_it_does(job: Job) -> None:
    record = json.loads(job.record.read_text("utf-8"))
    assert record["source"]["name"] == SOURCE_NAME
    digest = hashlib.sha256(job.source.read_bytes()).hexdigest()
    assert digest in job.record.read_text("utf-8")
    assert digest not in job.certificate.read_text("ascii")


def test_verify_gives_its_three_answers(job: Job) -> None:
    assert job.verdicts == {
        "same": "unchanged",
        "changed": "changed",
        "another image": "not-this-certificate",
        "no certificate": "certificate-altered",  # it begins as one and is cut off
    }


def test_no_request_reaches_the_host_while_the_job_runs(job: Job) -> None:
    assert job.requests == []


def test_the_console_holds_no_error_and_no_name(job: Job) -> None:
    errors = [line for line in job.console if line.startswith("error")]
    assert [line for line in errors if not ABOUT_THE_SEAL.search(line)] == []
    assert not any("Roe" in line for line in job.console)


def test_nothing_is_left_in_any_storage(job: Job) -> None:
    assert job.storage == {}
