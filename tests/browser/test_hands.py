"""Marking with a mouse, a finger or a pen; and stepping back."""

from pathlib import Path

import pytest

from .conftest import Opener
from .drivers import Browser
from .product import Screen, shapes, with_photo

pytestmark = pytest.mark.browser


@pytest.fixture
def opened(browser: Browser, opener: Opener, tmp_path: Path) -> Screen:
    return with_photo(opener(browser, "hosted"), tmp_path)


@pytest.mark.parametrize(
    "kind", ["mouse", *(pytest.param(k, marks=pytest.mark.sends(k)) for k in ("touch", "pen"))]
)
def test_a_drag_marks_the_pixels_under_it(opened: Screen, kind: str) -> None:
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
