"""Practice as a whole journey: an exercise is opened, missed, done, and written down."""

import json

import pytest
from pixelseal.model.process import training

from .conftest import Opener
from .drivers import Browser
from .process import part

pytestmark = pytest.mark.browser

SAYS = "document.querySelector('#{}').textContent"
ROW = "document.querySelector('#practice-list > li:nth-child(1)').textContent"


def test_an_exercise_is_done_and_the_record_says_so(browser: Browser, opener: Opener) -> None:
    screen = opener(browser, "file")
    screen.wait_engine()
    part(screen, "practice")
    browser.click("button", "Check exercise 1")
    browser.wait(f"{SAYS.format('practice-outcome')}.includes('is not open')", 60, "said")
    browser.click("button", "Open exercise 1")
    screen.wait_shown(960, 720)
    assert "Drawn exercise 1.png" in screen.tiles()[0]
    screen.wait_states(["ready"])

    part(screen, "practice")
    browser.click("button", "Check exercise 1")
    browser.wait(f"{SAYS.format('practice-outcome')}.includes('1 thing')", 60, "it is missed")
    assert "Missed: wristband" in browser.evaluate(ROW)
    browser.press("Escape")

    screen.mark(150, 235, 170, 160)
    part(screen, "practice")
    browser.click("button", "Check exercise 1")
    browser.wait(f"{SAYS.format('practice-outcome')}.includes('nothing was missed')", 60, "done")
    assert "Covered: wristband" in browser.evaluate(ROW)
    browser.evaluate("() => { document.querySelector('#practice-who').value = 'J. Doe'; }")
    kept = browser.download(lambda: browser.click("button", "Save training record"), 60)
    record = training.read(kept.read_text("utf-8"))
    assert record.who == "J. Doe" and record.build == browser.evaluate("pixelseal.build")
    assert json.loads(kept.read_text("utf-8"))["exercises"] == [
        {"missed": 0, "needless": False, "number": 1, "planted": 1, "spoiled": False}
    ]
