"""What the panel says of the picture's pixels while pictures are loaded, drawn and compared."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from .conftest import Opener
from .drivers import Browser
from .photos import HEIGHT, WIDTH, clinical_photo
from .product import JOB_SECONDS, Screen

pytestmark = pytest.mark.browser

WIDE, LOW = 5000, 90  # larger than one file that the engine draws: shown at half its size, in tiles
# All that the panel said since, whatever it says now.
LISTEN = """() => {
  window.heard = [];
  const hear = records => records.forEach(record =>
    record.addedNodes.forEach(node => heard.push(node.textContent)));
  new MutationObserver(hear).observe(
    document.querySelector('#looked-text'), { childList: true, subtree: true });
}"""
CURRENT = "document.querySelector('#images [aria-current]').textContent"
COUNTED = "document.querySelector('#looked-text').textContent.includes('at full size')"
OUTPUT = "output.complete && output.naturalWidth > 0 && !output.hidden"


@pytest.fixture
def opened(browser: Browser, opener: Opener, tmp_path: Path) -> Screen:
    """A photo that the browser shows, then a TIFF that the engine draws in tiles, open."""
    columns = (np.arange(WIDE) * 37 % 251).astype(np.uint8)
    Image.fromarray(np.repeat(columns[np.newaxis], LOW, axis=0)).save(tmp_path / "wide.tif")
    screen = opener(browser, "hosted")
    screen.wait_engine()
    browser.evaluate(LISTEN)
    screen.add(clinical_photo(tmp_path / "photo.jpg"), tmp_path / "wide.tif")
    screen.wait_shown(WIDTH, HEIGHT)
    return screen


def test_nobody_is_told_that_pixels_cannot_be_shown_which_can(opened: Screen) -> None:
    """People would state that they looked, where the page could have counted it."""
    browser = opened.browser
    opened.wait_judged()
    browser.wait(COUNTED, JOB_SECONDS, "the photo is counted")
    browser.press("PageDown")
    opened.wait_shown(WIDE // 2, LOW // 2)
    browser.wait(COUNTED, JOB_SECONDS, "what the engine draws is counted")
    browser.press("PageUp")
    opened.wait_shown(WIDTH, HEIGHT)
    browser.wait(f"{CURRENT}.includes('photo.jpg')", 60, "the photo is shown again")
    browser.click("button", "Result")
    browser.wait(OUTPUT, JOB_SECONDS, "what is saved is shown")
    heard = browser.evaluate("heard")
    assert any("at full size" in text for text in heard)
    assert [text for text in heard if "cannot be shown" in text] == []


# An error of the picture before: the event comes once another has taken its place.
LATE = """() => document.querySelectorAll('#picture, #output, #images img').forEach(
  image => image.dispatchEvent(new Event('error')))"""
TILE = """(tile => tile !== null && tile.naturalWidth > 0 && !tile.hidden)(
  document.querySelector('#images > li img'))"""


def test_an_error_that_comes_late_takes_no_picture_that_took_the_place(opened: Screen) -> None:
    """Nothing that was marked on it is taken back, and its tile stays."""
    browser = opened.browser
    opened.mark(100, 100, 80, 60)
    browser.wait(TILE, JOB_SECONDS, "its tile has a picture")
    browser.click("button", "Result")
    browser.wait(OUTPUT, JOB_SECONDS, "what is saved is shown")
    file = browser.evaluate("output.src")
    browser.evaluate(LATE)
    assert browser.evaluate(TILE)
    browser.click("button", "Result")
    opened.wait_shown(WIDTH, HEIGHT)
    browser.evaluate(LATE)
    browser.press("PageDown")
    opened.wait_shown(WIDE // 2, LOW // 2)
    browser.press("PageUp")
    opened.wait_shown(WIDTH, HEIGHT)
    assert browser.evaluate("document.querySelector('#canvas').dataset.picture") == "same"
    assert len(opened.regions()) == 1
    browser.click("button", "Result")
    browser.wait(OUTPUT, JOB_SECONDS, "it is shown again")
    kept = "document.querySelector('#compare-note').textContent.includes('exactly')"
    assert browser.evaluate("output.src") != file and browser.evaluate(kept)
    assert browser.evaluate(TILE)
