"""`?` lists every key, in the page's language, and takes nothing from who types."""

from pathlib import Path

import pytest
from pixelseal.model import catalogue
from pixelseal.ui.editor.key_table import ROWS

from .conftest import Opener
from .drivers import Browser
from .product import CHOOSE, Screen, with_photo

pytestmark = pytest.mark.browser

OPEN = "document.querySelector('#help').open"
LISTED = "[...document.querySelectorAll('#help .keys tr')].map(e => e.lastChild.textContent)"
CAPS = "[...document.querySelectorAll('#help .keys kbd')].map(e => e.textContent)"


@pytest.fixture
def opened(browser: Browser, opener: Opener, tmp_path: Path) -> Screen:
    return with_photo(opener(browser, "hosted"), tmp_path)


def plain(key: str, language: str) -> str:
    text = catalogue.text(language, key, {})
    return "".join(part for _tag, part in catalogue.pieces(text))


def test_the_question_mark_lists_every_key_in_each_language(opened: Screen) -> None:
    browser = opened.browser
    browser.evaluate("() => document.querySelector('#canvas').focus()")
    browser.press("?")
    browser.wait(OPEN, 60, "Help is open")
    assert browser.evaluate(LISTED) == [plain(row.does, "en") for row in ROWS]
    assert {"R", "F", "Delete", "Page Up"} <= set(browser.evaluate(CAPS))
    browser.press("Escape")
    browser.wait(f"!{OPEN}", 60, "it is closed")
    assert browser.evaluate("document.activeElement.id") == "canvas"
    browser.evaluate(CHOOSE, "#language", "es")
    browser.evaluate("() => document.querySelector('#canvas').focus()")
    browser.press("?")
    browser.wait(OPEN, 60, "Help is open")
    assert browser.evaluate(LISTED) == [plain(row.does, "es") for row in ROWS]
    assert {"Supr", "Re Pág"} <= set(browser.evaluate(CAPS))
    browser.press("Escape")
    browser.evaluate(CHOOSE, "#language", "en")


def test_who_types_a_question_mark_gets_one(opened: Screen) -> None:
    browser = opened.browser
    browser.evaluate("() => document.querySelector('#open-project').click()")
    browser.evaluate("() => document.querySelector('#ids-text').focus()")
    browser.write("?")
    browser.wait("document.querySelector('#ids-text').value === '?'", 60, "it is in the field")
    assert not browser.evaluate(OPEN)
    browser.press("Escape")
    # Nor does a button that has the focus open it: a single letter belongs to the marking area.
    browser.evaluate("() => document.querySelector('#tool-brush').focus()")
    browser.press("?")
    browser.evaluate("() => new Promise(done => setTimeout(done, 0))")
    assert not browser.evaluate(OPEN)


def test_f_fits_and_v_selects(opened: Screen) -> None:
    browser = opened.browser
    browser.evaluate("() => document.querySelector('#canvas').focus()")
    level = "document.querySelector('#zoom-level').textContent"
    fitted = browser.evaluate(level)
    browser.press("+", "+", "+")
    browser.wait(f"{level} !== {fitted!r}", 60, "it is zoomed in")
    browser.press("f", "v")
    browser.wait(f"{level} === {fitted!r}", 60, "it fits again")
    browser.wait("document.querySelector('#tool-select').ariaPressed === 'true'", 60, "select")
