"""The review on a phone: all that a press states is in sight with the press."""

from pathlib import Path

import pytest
from PIL import Image

from .conftest import Opener
from .drivers import Browser
from .photos import HEIGHT, SOURCE_NAME, WIDTH, clinical_photo
from .product import ASKED, CAN_ACCEPT, CAN_CONFIRM, CHOOSE, JOB_SECONDS, with_photo
from .test_layout import FITTED, OVER, SEEN, SHARE, USUAL, WIDER, narrow

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
LEAST = 0.55  # of the screen that is the picture's
OUTPUT = """() => { const { width, height } = document.querySelector('#output')
  .getBoundingClientRect(); return [width / innerWidth, height / innerHeight]; }"""
SAID = "document.querySelector('#said').textContent"
SAVE_SHOWN = "document.querySelector('#gate-save').checkVisibility()"
NO_PICTURE = """() => [...document.querySelectorAll('.review-row .thumb img')]
  .every(one => one.hidden || one.naturalWidth > 0)"""


def _beside_the_picture(browser: Browser) -> str:
    """What is wrong, "" if the picture has its share of the screen and nothing lies over it."""
    browser.wait(FITTED, 60, "the picture is fitted to the window")
    share = browser.evaluate(SHARE)
    return str(browser.evaluate(OVER)) + ("" if share >= LEAST else f" {share}")


def test_every_statement_about_one_photo_is_in_sight(
    browser: Browser, opener: Opener, tmp_path: Path
) -> None:
    browser.set_viewport(*USUAL)
    with_photo(opener(browser, "hosted"), tmp_path)
    browser.click("button", "Save image")
    browser.wait(ASKED, JOB_SECONDS, "the review asks")
    browser.set_viewport(*narrow(browser, PHONE))
    browser.wait(CAN_CONFIRM, JOB_SECONDS, "the finished image is shown")
    assert _beside_the_picture(browser) == ""
    for language in ("en", "es"):
        browser.evaluate(CHOOSE, "#language", language)
        browser.wait(f"document.documentElement.lang === '{language}'", 60, "the language")
        shown = "[...document.querySelectorAll('.statement')].filter(e => e.checkVisibility())"
        assert browser.evaluate(f"() => {shown}.length") == 5
        assert browser.evaluate(SHARE) >= LEAST
        # That nothing is marked, the press says itself; the rest is in sight with it.
        press = browser.evaluate("document.querySelector('#gate-save').textContent")
        assert press.startswith(("Save without marks – ", "Guardar sin marcas – "))
        stated = ".statement:not(:has(#gate-bare)), #gate-save, #gate-back"
        assert browser.evaluate(IN_SIGHT, stated)
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
    assert _beside_the_picture(browser) == ""
    assert not browser.evaluate(f"() => {WIDER}")
    assert not browser.evaluate(f"() => {SAVE_SHOWN}")
    browser.evaluate("() => document.querySelector('#gate-accept').click()")
    browser.wait(SAVE_SHOWN, 60, "there is something to save")
    assert browser.evaluate(SHARE) >= LEAST
    assert browser.evaluate(IN_SIGHT, "#gate-accept, #gate-save, #gate-back")
    browser.evaluate("() => document.querySelector('#review-open-list').click()")
    browser.wait(f"({NO_PICTURE})()", 60, "no tile shows a broken picture")
    names = "[...document.querySelectorAll('.review-name')].map(e => e.textContent)"
    assert sorted(browser.evaluate(f"() => {names}")) == sorted(path.name for path in paths)
    assert browser.evaluate(SHARE) >= LEAST, "with the list, too"


def test_a_picture_on_end_is_as_large_as_the_screen_lets_it_be(
    browser: Browser, opener: Opener, tmp_path: Path
) -> None:
    Image.new("RGB", (600, 800), (90, 120, 120)).save(tmp_path / "on end.png")
    browser.set_viewport(*USUAL)
    screen = opener(browser, "hosted")
    screen.add(tmp_path / "on end.png")
    screen.wait_shown(600, 800)
    browser.click("button", "Save image", JOB_SECONDS)
    browser.wait(ASKED, JOB_SECONDS, "the review asks")
    browser.set_viewport(*narrow(browser, PHONE))
    browser.wait(CAN_CONFIRM, JOB_SECONDS, "the finished image is shown")
    assert _beside_the_picture(browser) == ""
    assert browser.evaluate(OUTPUT)[1] > 0.5


def test_what_became_of_a_save_is_said_where_it_is_seen(
    browser: Browser, opener: Opener, tmp_path: Path
) -> None:
    """From the bar and from the sheet, which is closed; while that is open, it is said in it."""
    browser.set_viewport(*USUAL)
    screen = with_photo(opener(browser, "hosted"), tmp_path)
    screen.wait_states(["ready"])
    browser.set_viewport(*narrow(browser, PHONE))
    browser.click("button", "More")
    browser.click("tab", "Check")
    browser.evaluate("() => document.querySelector('#answer-rest').click()")
    browser.wait(f"{SAID} !== ''", 60, "it is said that the rest is answered")
    assert browser.evaluate(IN_SIGHT, "#said") and browser.evaluate(SEEN, "#panel")
    browser.click("button", "Save image")
    browser.wait(ASKED, JOB_SECONDS, "the review asks")
    browser.download(screen.pass_gate, JOB_SECONDS)
    for name in ("image", "certificate"):
        browser.wait(f"{SAID}.startsWith('Saved ')", 60, "what became of it")
        assert browser.evaluate(IN_SIGHT, "#said") and not browser.evaluate(SEEN, "#panel")
        if name == "image":
            browser.click("button", "More")
            browser.download(lambda: browser.click("button", "Save certificate"), JOB_SECONDS)
