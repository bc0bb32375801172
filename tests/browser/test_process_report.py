"""The report in the page: of what was saved there; shown, and saved as a page that does nothing."""

from pathlib import Path

import pytest

from .conftest import Opener
from .drivers import Browser
from .process import part
from .product import with_photo

pytestmark = pytest.mark.browser

SHOWN = "document.querySelector('#report').textContent"
PLOTS = """[...document.querySelectorAll('#report img')].every(
  (image) => image.complete && image.naturalWidth > 0 && image.alt)"""


def test_what_was_saved_is_counted_shown_and_saved(
    browser: Browser, opener: Opener, tmp_path: Path
) -> None:
    screen = with_photo(opener(browser, "file"), tmp_path)
    screen.mark(60, 60, 120, 80)
    screen.save("Save image")
    part(screen, "report")
    browser.click("button", "Make the report")
    browser.wait(f"{SHOWN}.includes('1 image was made.')", 60, "it is counted")
    browser.wait(PLOTS, 60, "the plots are there, and say what they show")
    page = browser.download(lambda: browser.click("button", "Save report (private)"), 60)
    text = page.read_text("utf-8")
    assert "1 image was made." in text and "<svg" in text and "<script" not in text
    assert "Anna" not in text
