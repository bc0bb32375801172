"""The whole job by keyboard alone.

A file of its own, so a browser of its own: after the page was left with a key combination, WebKit's
automation went on as if the key were held, and later drags did nothing.
"""

from pathlib import Path

import pytest

from .product import Screen, shapes, with_photo

pytestmark = pytest.mark.browser

FOCUS = "document.activeElement && document.activeElement.id"
EXACT = "['x', 'y', 'width', 'height'].map(n => +document.querySelector('#exact-' + n).value)"


def tab_to(screen: Screen, ident: str, key: str = "Tab") -> None:
    """Press Tab, or Shift+Tab, until the element has the focus, as a person would.

    Once the focus went around by way of the browser's own bars, the page in headless Firefox has
    the window's focus no more, and Enter presses no button: go the way that does not lead there.
    """
    for _ in range(60):
        if screen.browser.evaluate(FOCUS) == ident:
            return
        screen.browser.press(key)
    raise AssertionError(f"Tab never reaches #{ident}")


def saved_by_key(screen: Screen) -> None:
    """Press the key for saving, and state what is asked by keyboard."""
    browser = screen.browser
    browser.press("Control+s")
    browser.wait("document.querySelector('#gate').checkVisibility()", 60, "the review asks")
    tab_to(screen, "gate-looked")
    browser.press(" ", "Tab", " ", "Tab", " ", "Tab", " ", "Enter")


def test_the_keyboard_alone_marks_and_saves(ready: Screen, tmp_path: Path) -> None:
    opened, browser = with_photo(ready, tmp_path), ready.browser
    tab_to(opened, "canvas")
    browser.press("n")
    browser.wait("document.querySelectorAll('#regions > li').length === 1", 120, "a region")
    # Read off the panel, not out of a saved recipe: after its first download the page in headless
    # Firefox has no focus of the window any more (document.hasFocus() is false, and activating the
    # tab does not give it back); keys still arrive, but Enter presses no focused button.
    x, y, width, height = browser.evaluate(EXACT)
    browser.press("Shift+ArrowRight", "ArrowDown", "ArrowDown", "Alt+ArrowRight", "Alt+ArrowUp")
    tab_to(opened, "open-project", "Shift+Tab")
    browser.press("Enter")
    tab_to(opened, "save-recipe")
    saved = browser.download(lambda: browser.press("Enter"))
    moved = (x + 10, y + 2, width + 1, height - 1)
    assert f'"x":{moved[0]}' in saved.read_text("utf-8").replace(" ", "")
    assert shapes(opened.save_recipe()) == [moved]
    opened.wait_states(["marked"])  # saving by key waits for the engine as the button does
    image = browser.download(lambda: saved_by_key(opened))
    assert image.read_bytes()[:2] == b"\xff\xd8"
