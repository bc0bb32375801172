"""The review on a phone: all that a press states is in sight with the press."""

from pathlib import Path

import pytest
from PIL import Image

from .conftest import Opener
from .drivers import Browser
from .photos import HEIGHT, SOURCE_NAME, WIDTH, clinical_photo
from .product import ASKED, CAN_ACCEPT, CAN_CONFIRM, CHOOSE, JOB_SECONDS, with_photo
from .test_layout import USUAL, WIDER, narrow

pytestmark = pytest.mark.browser

PHONE = (360, 740)
# Nothing lies over its middle, and no edge of what scrolls cuts it.
IN_SIGHT = """name => [...document.querySelectorAll(name)]
  .filter(one => one.checkVisibility()).every(one => {
    const box = one.getBoundingClientRect();
    return [box.top + 2, box.bottom - 2].every(y => {
      const top = document.elementFromPoint((box.left + box.right) / 2, y);
      return top && (one.contains(top) || top.contains(one));
    });
  })"""
SAVE_SHOWN = "document.querySelector('#gate-save').checkVisibility()"
NO_PICTURE = """() => [...document.querySelectorAll('.review-row .thumb img')]
  .every(one => one.hidden || one.naturalWidth > 0)"""


def test_every_statement_about_one_photo_is_in_sight(
    browser: Browser, opener: Opener, tmp_path: Path
) -> None:
    browser.set_viewport(*USUAL)
    with_photo(opener(browser, "hosted"), tmp_path)
    browser.click("button", "Save image")
    browser.wait(ASKED, JOB_SECONDS, "the review asks")
    browser.set_viewport(*narrow(browser, PHONE))
    browser.wait(CAN_CONFIRM, JOB_SECONDS, "the finished image is shown")
    for language in ("en", "es"):
        browser.evaluate(CHOOSE, "#language", language)
        browser.wait(f"document.documentElement.lang === '{language}'", 60, "the language")
        shown = "[...document.querySelectorAll('.statement')].filter(e => e.checkVisibility())"
        assert browser.evaluate(f"() => {shown}.length") == 5
        assert browser.evaluate(IN_SIGHT, ".statement, #gate-save, #gate-back")
        assert not browser.evaluate(f"() => {WIDER}")


def test_what_accepting_states_is_in_sight_and_a_dead_button_is_not(
    browser: Browser, opener: Opener, tmp_path: Path
) -> None:
    paths = [clinical_photo(tmp_path / SOURCE_NAME)]
    # The browsers but one cannot show a TIFF, and nobody opened it: there is no picture of it.
    for name in ("a long name that a camera gave to the photo 0001.tif", "2.png"):
        paths.append(tmp_path / name)
        Image.new("RGB", (600, 400), (90, 120, 120)).save(paths[-1])
    browser.set_viewport(*USUAL)
    screen = opener(browser, "hosted")
    screen.add(*paths)
    screen.wait_states(["ready"] * 3)
    screen.wait_shown(WIDTH, HEIGHT)
    browser.click("button", "Save all")
    browser.wait(ASKED, JOB_SECONDS, "the review asks")
    browser.set_viewport(*narrow(browser, PHONE))
    browser.wait(CAN_ACCEPT, JOB_SECONDS, "the finished image is shown")
    assert browser.evaluate(IN_SIGHT, ".gate-questions li, #gate-accept, #gate-back")
    assert not browser.evaluate(f"() => {WIDER}")
    assert not browser.evaluate(f"() => {SAVE_SHOWN}")
    browser.evaluate("() => document.querySelector('#gate-accept').click()")
    browser.wait(SAVE_SHOWN, 60, "there is something to save")
    assert browser.evaluate(IN_SIGHT, "#gate-accept, #gate-save, #gate-back")
    browser.evaluate("() => document.querySelector('#review-open-list').click()")
    browser.wait(f"({NO_PICTURE})()", 60, "no tile shows a broken picture")
    names = "[...document.querySelectorAll('.review-name')].map(e => e.textContent)"
    assert sorted(browser.evaluate(f"() => {names}")) == sorted(path.name for path in paths)
