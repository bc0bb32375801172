"""What the browser itself cannot show, and nobody opened before the review that asks about it."""

from pathlib import Path

import pytest
from PIL import Image

from tests.core.support import photo

from .conftest import Opener
from .drivers import Browser
from .product import ASKED, CAN_ACCEPT, JOB_SECONDS, LISTED, Screen

pytestmark = pytest.mark.browser

PLACE = "document.querySelector('#gate-place').textContent"
MESSAGE = "document.querySelector('#canvas-message').textContent"
NAMED = """[...document.querySelectorAll('#gate-never-list > li')].find(
  row => row.textContent.startsWith('c.png'))"""
GO_TO = """name => [...document.querySelectorAll('.review-item')].find(
  row => row.title === name).click()"""
TICK = "name => document.querySelector('#gate-' + name).click()"
TAKE = f"() => {{ const box = {NAMED}.querySelector('input'); box.focus(); box.click(); }}"
SAVES = "document.querySelector('#gate-save').textContent"
LEFT_OUT = "document.querySelector('#gate-left-out').textContent"
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
    # What was never on the screen comes first.
    for name in ("b.heic", "c.tif"):
        browser.wait(f"{PLACE}.includes('{name}')", 60, "it is the one that is asked about")
        browser.wait(CAN_ACCEPT, JOB_SECONDS, "it is on the screen, and can be accepted")
        assert browser.evaluate(MESSAGE) == ""
        assert "Drag over" not in browser.evaluate(SAID)  # which is about the editor
        browser.press("Enter")
    browser.wait(f"{PLACE}.includes('a.png')", 60, "the last one is asked about")


def test_one_taken_in_by_name_stays_in_when_it_is_shown_and_can_be_taken_back(
    browser: Browser, opener: Opener, tmp_path: Path
) -> None:
    screen: Screen = opener(browser, "hosted")
    paths = [tmp_path / name for name in ("a.png", "b.png", "c.png")]
    for path in paths:
        Image.fromarray(photo(3000, 2000)).save(path)
    screen.add(*paths)
    screen.wait_states(["ready"] * 3)
    screen.wait_judged()
    browser.click("button", "Save all", JOB_SECONDS)
    browser.wait(ASKED, JOB_SECONDS, "the review asks")
    browser.wait(LISTED, 60, "what was never shown is listed")
    browser.wait(f"{PLACE}.includes('b.png')", 60, "the first one is gone to")
    browser.wait(CAN_ACCEPT, JOB_SECONDS, "all of it is on the screen")
    browser.evaluate(GO_TO, "a.png")
    browser.wait(f"{PLACE}.includes('a.png')", 60, "the one that the editor had is gone to")
    browser.wait(CAN_ACCEPT, JOB_SECONDS, "all of that is on the screen")
    for name in ("bare", "looked", "face", "writing", "unique"):
        browser.evaluate(TICK, name)
    browser.evaluate(TAKE)
    browser.wait(SAVES + " === 'Save all 3'", 60, "its name takes it in")
    browser.evaluate(TICK, "looked")
    browser.press("ArrowUp")
    browser.wait(f"{PLACE}.includes('c.png')", 60, "the one that was taken in is gone to")
    browser.wait(
        NAMED + ".textContent === 'c.png – on your screen as a whole since then'", 60, "seen"
    )
    assert browser.evaluate(NAMED + ".checkVisibility()")
    assert browser.evaluate(LEFT_OUT) == "2 are left out: they are not accepted."  # the others
    browser.evaluate(TAKE)
    browser.wait(f"{LEFT_OUT}.startsWith('3 are left out')", 60, "it is taken back")
    assert not browser.evaluate("document.querySelector('#gate-never').checkVisibility()")
    assert browser.evaluate("document.activeElement.id") == "gate"  # keys go on from there
