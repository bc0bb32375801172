"""What the browser itself cannot show, and nobody opened before the review that asks about it."""

from pathlib import Path

import pytest
from PIL import Image

from tests.core.support import photo

from .conftest import Opener
from .drivers import Browser
from .product import ASKED, CAN_ACCEPT, JOB_SECONDS, Screen

pytestmark = pytest.mark.browser

PLACE = "document.querySelector('#gate-place').textContent"
MESSAGE = "document.querySelector('#canvas-message').textContent"
SAID = "document.querySelector('#said').textContent"


def test_a_heic_and_a_tiff_can_be_accepted_where_they_are_first_shown(
    browser: Browser, opener: Opener, tmp_path: Path
) -> None:
    heif = pytest.importorskip("pillow_heif")
    picture = Image.fromarray(photo(1200, 900))
    paths = [tmp_path / name for name in ("a.png", "b.heic", "c.tif")]
    picture.save(paths[0])
    heif.from_pillow(picture).save(paths[1], quality=90)
    picture.save(paths[2])
    screen: Screen = opener(browser, "hosted")
    screen.add(*paths)
    screen.wait_states(["ready"] * 3)
    screen.wait_judged()
    browser.click("button", "Save all", JOB_SECONDS)
    browser.wait(ASKED, JOB_SECONDS, "the review asks")
    # At once, while they are made. What was never on the screen comes first in the list.
    to_heic = ["ArrowDown"] if "1 of 3" in browser.evaluate(PLACE) else ["ArrowUp", "ArrowUp"]
    browser.press(*to_heic)
    for name in ("b.heic", "c.tif"):
        browser.wait(f"{PLACE}.includes('{name}')", 60, "it is the one that is asked about")
        browser.wait(CAN_ACCEPT, JOB_SECONDS, "it is on the screen, and can be accepted")
        assert browser.evaluate(MESSAGE) == ""
        assert "Drag over" not in browser.evaluate(SAID)  # which is about the editor
        browser.press("Enter")
    browser.wait(f"{PLACE}.includes('a.png')", 60, "the last one is asked about")
