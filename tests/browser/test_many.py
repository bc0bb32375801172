"""Several hundred images at once: few cards, every image reached, all or some closed."""

from pathlib import Path

import pytest
from PIL import Image

from .conftest import Opener
from .drivers import Browser
from .product import JOB_SECONDS

pytestmark = pytest.mark.browser

COUNT = 150
MOST_CARDS = 90
CARDS = "document.querySelectorAll('#images > li').length"
POSITION = "document.querySelector('#position').textContent"
SHOWS = (
    "place => document.querySelector('#images [aria-current]')"
    "?.closest('li').getAttribute('aria-posinset') === String(place)"
)
TALLY = "text => document.querySelector('#filter').options[0].textContent.includes(text)"


def test_many_images_need_few_cards(browser: Browser, opener: Opener, tmp_path: Path) -> None:
    screen = opener(browser, "hosted")
    paths = [tmp_path / f"photo-{number}.png" for number in range(COUNT)]
    for number, path in enumerate(paths):
        Image.new("RGB", (24, 16), (number, 90, 160)).save(path)
    screen.add(*paths)
    browser.wait(TALLY, JOB_SECONDS, "all are open", str(COUNT))
    browser.wait(
        "() => !document.querySelector('#save-all').disabled", JOB_SECONDS, "all were looked into"
    )
    assert browser.evaluate(CARDS) <= MOST_CARDS
    browser.click("button", "Next")
    browser.wait(SHOWS, 60, "the second image is shown", 2)
    # To the last one by the strip's own keys: its card does not exist yet.
    browser.evaluate("() => document.querySelector('#images [aria-current]').focus()")
    browser.press("End", "Enter")
    browser.wait(SHOWS, 60, "the last image is shown", COUNT)
    assert browser.evaluate(POSITION) == f"{COUNT} of {COUNT}"
    assert browser.evaluate(CARDS) <= MOST_CARDS
    # Choose the last three and close them.
    browser.press("Shift+ArrowLeft", "Shift+ArrowLeft")
    browser.click("button", "Close them")
    browser.wait(TALLY, 60, "three are closed", str(COUNT - 3))
