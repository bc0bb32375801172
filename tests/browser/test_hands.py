"""Marking with whatever a person has: keyboard alone, a finger, a pen; and stepping back."""

from pathlib import Path
from typing import Any

import pytest

from .conftest import Opener
from .drivers import Browser
from .photos import HEIGHT, WIDTH, clinical_photo
from .product import Screen

pytestmark = pytest.mark.browser

FOCUS = "document.activeElement && document.activeElement.id"


def shapes(recipe: dict[str, Any]) -> list[tuple[int, ...]]:
    """x, y, width, height of each region."""
    names = ("x", "y", "width", "height")
    return [tuple(region["shape"][name] for name in names) for region in recipe["regions"]]


@pytest.fixture
def opened(browser: Browser, opener: Opener, tmp_path: Path) -> Screen:
    return with_photo(opener(browser, "hosted"), tmp_path)


def with_photo(screen: Screen, folder: Path) -> Screen:
    screen.add(clinical_photo(folder / "photo.jpg"))
    screen.wait_shown(WIDTH, HEIGHT)
    return screen


def tab_to(screen: Screen, ident: str) -> None:
    """Press Tab until the element has the focus, as a person would."""
    for _ in range(60):
        if screen.browser.evaluate(FOCUS) == ident:
            return
        screen.browser.press("Tab")
    raise AssertionError(f"Tab never reaches #{ident}")


def test_the_keyboard_alone_marks_and_saves(screen: Screen, tmp_path: Path) -> None:
    opened, browser = with_photo(screen, tmp_path), screen.browser
    tab_to(opened, "canvas")
    browser.press("n")
    browser.wait("document.querySelectorAll('#regions > li').length === 1", 120, "a region")
    ((x, y, width, height),) = shapes(opened.save_recipe())
    tab_to(opened, "canvas")
    browser.press("Shift+ArrowRight", "ArrowDown", "ArrowDown", "Alt+ArrowRight", "Alt+ArrowUp")
    tab_to(opened, "save-recipe")
    saved = browser.download(lambda: browser.press("Enter"))
    moved = (x + 10, y + 2, width + 1, height - 1)
    assert f'"x":{moved[0]}' in saved.read_text("utf-8").replace(" ", "")
    assert shapes(opened.save_recipe()) == [moved]
    opened.wait_states(["ready"])  # saving by key waits for the engine as the button does
    image = browser.download(lambda: browser.press("Control+s"))
    assert image.read_bytes()[:2] == b"\xff\xd8"


@pytest.mark.parametrize("kind", ["mouse", "touch", "pen"])
def test_a_drag_marks_the_pixels_under_it(opened: Screen, kind: str) -> None:
    if kind not in opened.browser.kinds:
        pytest.skip(f"the automation of {opened.browser.name} sends no {kind} events")
    opened.mark(120, 200, 240, 160, kind)
    ((x, y, width, height),) = shapes(opened.save_recipe())
    # Outward to whole pixels, at most one each side, and one for where a CSS pixel falls.
    assert x in range(117, 121) and y in range(197, 201)
    assert x + width in range(360, 364) and y + height in range(360, 364)


def test_undo_and_redo_go_through_every_step(opened: Screen) -> None:
    opened.mark(50, 50, 100, 100)
    opened.mark(200, 300, 100, 100)
    first = shapes(opened.save_recipe())
    opened.browser.press("Control+z")
    assert shapes(opened.save_recipe()) == first[:1]
    opened.browser.press("Control+z")
    assert shapes(opened.save_recipe()) == []
    opened.browser.press("Control+Shift+z", "Control+y")
    assert shapes(opened.save_recipe()) == first
