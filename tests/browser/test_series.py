"""Regions copied to other images: proposed, looked at, confirmed by button, key and touch."""

import zipfile
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from .conftest import Opener
from .drivers import Browser
from .product import JOB_SECONDS, Screen

pytestmark = pytest.mark.browser

SAID = "text => document.querySelector('#said').textContent.includes(text)"
SEEN = "document.querySelector('#looked-text').textContent.startsWith('The whole picture')"
DASHED = "getComputedStyle(document.querySelector('#overlay .proposed')).strokeDasharray !== 'none'"


@pytest.fixture
def copied(browser: Browser, opener: Opener, tmp_path: Path) -> Screen:
    """Four images; the first one's region was copied to the three others as far as it fits."""
    paths = []
    for number, size in enumerate(((300, 200), (300, 200), (600, 400), (200, 300))):
        paths.append(tmp_path / f"{number}.png")
        Image.new("RGB", size, (200, 160, 90)).save(paths[-1])
    screen = opener(browser, "hosted")
    screen.add(*paths)
    screen.wait_states(["ready"] * 4)
    screen.wait_shown(300, 200)
    screen.mark(30, 30, 60, 60)
    browser.evaluate("() => document.querySelector('#images [aria-current]').focus()")
    browser.press("Control+a")
    browser.click("button", "Copy regions to the 3 chosen")
    screen.wait_states(["marked", "proposed", "proposed", "ready"])
    browser.wait(SAID, 60, "what was done is said", "1 of them has another size: scaled.")
    # What is said by itself, a moment after the image was last moved, takes nothing away.
    browser.wait(SEEN, 60, "all was seen")
    assert browser.evaluate(SAID, "1 of them has another size: scaled.")
    return screen


def test_each_image_is_confirmed_by_itself_and_only_then_saved(copied: Screen) -> None:
    browser = copied.browser
    assert browser.evaluate("document.querySelector('#chosen-count').textContent") == "1 chosen"
    browser.click("button", "Next")
    browser.wait(DASHED, 60, "the proposal is drawn dashed")
    copied.wait_shown(300, 200)
    copied.wait_judged()
    assert browser.evaluate("document.querySelector('#save-image').disabled")
    archive = copied.save("Save all")
    with zipfile.ZipFile(archive) as opened:
        assert len([name for name in opened.namelist() if name.startswith("images/")]) == 2
    browser.click("button", "Confirm")
    copied.wait_states(["saved", "marked", "proposed", "saved"])
    browser.press("Control+z")
    copied.wait_states(["saved", "proposed", "proposed", "saved"])
    browser.evaluate("() => document.querySelector('#canvas').focus()")
    browser.press("Enter")
    copied.wait_states(["saved", "marked", "proposed", "saved"])
    browser.press("PageDown")
    copied.wait_shown(600, 400)
    copied.wait_judged()
    browser.evaluate("() => document.querySelector('#canvas').focus()")
    browser.press("Enter")
    copied.wait_states(["saved", "marked", "marked", "saved"])
    browser.wait("() => !document.querySelector('#save-image').disabled", JOB_SECONDS, "savable")
    with Image.open(copied.save("Save image")) as picture:
        pixels = np.asarray(picture.convert("RGB"))
    assert pixels[64:176, 64:176].max() == 0 and pixels[200:, :].min() > 0


def test_nothing_is_confirmed_while_the_picture_is_not_on_the_screen(copied: Screen) -> None:
    browser = copied.browser
    browser.click("button", "Next")
    copied.wait_shown(300, 200)
    copied.wait_judged()
    browser.evaluate(
        "() => { document.querySelector('#picture').hidden = true; "
        "document.querySelector('#confirm-proposals').click(); }"
    )
    browser.wait(SAID, 60, "why is said", "not on the screen yet")
    copied.wait_states(["marked", "proposed", "proposed", "ready"])


def test_discarding_leaves_the_image_as_it_was(copied: Screen) -> None:
    browser = copied.browser
    browser.click("button", "Next")
    copied.wait_shown(300, 200)
    copied.wait_judged()
    if "touch" in browser.kinds:
        at = browser.aim("button", "Discard")
        browser.drag([at, at], "touch")
    else:
        browser.click("button", "Discard")
    copied.wait_states(["marked", "ready", "proposed", "ready"])
    assert not copied.regions()
