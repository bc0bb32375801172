"""Several chosen images are turned by one press, and each turn is undone on its own image."""

from pathlib import Path

import pytest
from PIL import Image

from tests.core.support import photo

from .conftest import Opener
from .drivers import Browser
from .product import ASKED, CAN_CONFIRM, JOB_SECONDS, Screen

pytestmark = pytest.mark.browser

SAID = "document.querySelector('#said').textContent"
SIZE = "document.querySelector('#dimensions').textContent"


def test_all_are_chosen_where_one_marks_and_turned_together_and_the_save_is_told(
    browser: Browser, opener: Opener, tmp_path: Path
) -> None:
    screen: Screen = opener(browser, "hosted")
    paths = [tmp_path / name for name in ("a.png", "b.png", "c.png")]
    for number, path in enumerate(paths):
        Image.fromarray(photo(160, 120, seed=number)).save(path)
    screen.add(*paths)
    screen.wait_states(["ready"] * 3)
    screen.wait_judged()
    browser.evaluate("() => document.querySelector('#canvas').focus()")
    browser.press("Control+a")
    checked = "document.querySelectorAll('#images input:checked').length === 3"
    browser.wait(checked, 60, "all three are chosen")
    browser.press("t")
    browser.wait(f"{SAID}.includes('2 other chosen images too')", 60, "it says how many")
    browser.press("PageDown")
    browser.wait(f"{SIZE}.startsWith('120 × 160')", 60, "the next one lies turned")
    browser.press("Control+z")
    browser.wait(f"{SIZE}.startsWith('160 × 120')", 60, "it alone is turned back")
    browser.press("PageUp")
    browser.wait(f"{SIZE}.startsWith('120 × 160')", 60, "the first one still lies turned")
    # Saved by keys: the line says what was saved.
    browser.press("Control+s")
    browser.wait(ASKED, JOB_SECONDS, "the review asks")
    browser.wait(CAN_CONFIRM, JOB_SECONDS, "it can be confirmed")
    browser.download(lambda: browser.press("Enter"), JOB_SECONDS)
    browser.wait(f"{SAID}.startsWith('Saved image-')", 60, "the line says what was saved")
