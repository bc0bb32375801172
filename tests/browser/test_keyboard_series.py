"""Copying regions, confirming them and a table of IDs, by keyboard alone."""

from pathlib import Path

import pytest
from PIL import Image

from .product import Screen
from .test_keyboard import FOCUS, tab_to

pytestmark = pytest.mark.browser


def test_the_keyboard_alone_copies_confirms_and_gives_ids(ready: Screen, tmp_path: Path) -> None:
    browser = ready.browser
    paths = [tmp_path / f"photo {number}.png" for number in range(3)]
    for number, path in enumerate(paths):
        Image.new("RGB", (300, 200), (200, 60 * number, 90)).save(path)
    ready.add(*paths)
    ready.wait_states(["ready"] * 3)
    ready.wait_shown(300, 200)
    tab_to(ready, "canvas")
    browser.press("n")
    ready.wait_states(["marked", "ready", "ready"])
    browser.evaluate("() => document.querySelector('#images [aria-current]').focus()")
    browser.press("Control+a")
    tab_to(ready, "copy-regions", "Shift+Tab")
    browser.press("Enter")
    ready.wait_states(["marked", "proposed", "proposed"])
    assert browser.evaluate(FOCUS) == "canvas", "the focus goes on where the work goes on"
    browser.press("PageDown")
    browser.wait("!!document.querySelector('#overlay .proposed')", 60, "the proposal is drawn")
    ready.wait_shown(300, 200)
    ready.wait_judged()
    browser.press("Enter")
    ready.wait_states(["marked", "marked", "proposed"])
    browser.press("PageDown")
    tab_to(ready, "discard-proposals")
    browser.press("Enter")
    ready.wait_states(["marked", "marked", "ready"])
    tab_to(ready, "open-project", "Shift+Tab")
    browser.press("Enter")
    tab_to(ready, "ids-text")
    browser.write("photo 2.png, K-9")
    tab_to(ready, "ids-use")
    browser.press("Enter")
    told = "document.querySelector('#ids-outcome').dataset.kind === 'done'"
    browser.wait(told, 60, "the table is used")
    browser.press("Escape")
    browser.wait("!document.querySelector('#project').open", 60, "the dialog is closed")
    assert browser.evaluate("document.querySelector('#alternate-id').value") == "K-9"
