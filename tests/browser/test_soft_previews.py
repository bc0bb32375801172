"""What the canvas shows of mosaics and blurs is what is saved."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from .conftest import Opener
from .drivers import Browser
from .product import CHOOSE, JOB_SECONDS, Screen, with_photo

pytestmark = pytest.mark.browser

SHOWN = "n => document.querySelectorAll('#overlay .softened').length === n"
AREA = "document.querySelector('#overlay clipPath path')?.getAttribute('d')"
# Levels: the saved JPEG's own loss, and the rounding of a blur that is drawn from a few pixels.
NEARLY = 8


@pytest.fixture
def opened(browser: Browser, opener: Opener, tmp_path: Path) -> Screen:
    return with_photo(opener(browser, "hosted"), tmp_path)


def soften(screen: Screen, kind: str, count: int) -> None:
    """Give the selected region a method; wait until so many are shown as they will be saved."""
    screen.browser.evaluate(CHOOSE, "#method-kind", kind)
    screen.browser.wait(SHOWN, JOB_SECONDS, f"{count} are shown as they will be saved", count)


def seen(screen: Screen, folder: Path, points: list[tuple[int, int]]) -> np.ndarray:
    """The colours that stand on the screen at these points of the image."""
    left, top, scale, wide = screen.browser.evaluate(
        "async () => { const frame = () => new Promise(requestAnimationFrame); "
        "await frame(); await frame(); const i = document.querySelector('#picture'); "
        "const r = i.getBoundingClientRect(); "
        "return [r.left, r.top, r.width / i.naturalWidth, innerWidth]; }"
    )
    path = folder / "screen.png"
    screen.browser.screenshot(path)
    with Image.open(path) as image:
        ratio = image.width / wide
        pixels = np.asarray(image.convert("RGB")).astype(int)
    at = [(int((top + y * scale) * ratio), int((left + x * scale) * ratio)) for x, y in points]
    return np.array([pixels[row, column] for row, column in at])


def saved(screen: Screen, points: list[tuple[int, int]]) -> np.ndarray:
    """The colours of the saved image there."""
    with Image.open(screen.save("Save image")) as image:
        pixels = np.asarray(image.convert("RGB")).astype(int)
    return np.array([pixels[y, x] for x, y in points])


@pytest.mark.parametrize("kind", ["mosaic", "blur"])
def test_what_is_seen_is_what_is_saved(opened: Screen, tmp_path: Path, kind: str) -> None:
    opened.mark(60, 60, 300, 240)
    soften(opened, kind, 1)
    # Off the handles, the outline and the edges between cells of 100 pixels.
    points = [(x, y) for x in (90, 130, 190, 240, 300) for y in (90, 130, 190, 240)]
    on_screen = seen(opened, tmp_path, points)
    in_file = saved(opened, points)
    assert np.abs(on_screen - in_file).max() <= NEARLY
    assert len({tuple(row) for row in in_file.tolist()}) > 1


def test_covers_that_overlap_are_shown_as_they_are_saved(opened: Screen, tmp_path: Path) -> None:
    browser = opened.browser
    opened.mark(200, 60, 120, 240)  # a fill, which stays on top of what comes later
    opened.mark(100, 100, 260, 240)
    soften(opened, "mosaic", 1)
    browser.evaluate("() => document.querySelector('#canvas').focus()")
    browser.press("Escape")  # selects nothing: no handles
    points = [(220, 140), (260, 200), (140, 140), (140, 240), (345, 320)]
    on_screen = seen(opened, tmp_path, points)
    assert on_screen[:2].max() == 0
    assert np.abs(on_screen - saved(opened, points)).max() <= NEARLY


def test_a_mosaic_that_is_moved_is_shown_as_one_only_where_it_was_made(opened: Screen) -> None:
    browser = opened.browser
    opened.mark(60, 60, 300, 240)
    soften(opened, "mosaic", 1)
    before = browser.evaluate(AREA)
    left, top, scale = browser.evaluate(
        "() => { const i = document.querySelector('#picture'), r = i.getBoundingClientRect(); "
        "return [r.left, r.top, r.width / i.naturalWidth]; }"
    )
    at = left + 200 * scale, top + 180 * scale
    browser.pointer(
        [("move", *at), ("down",), ("move", at[0] + 20, at[1]), ("move", at[0] + 60, at[1])]
    )
    browser.wait(SHOWN, 60, "while it is moved nothing is shown as if it were made", 0)
    browser.pointer([("move", at[0] + 60, at[1]), ("up",)])
    browser.wait(SHOWN, JOB_SECONDS, "it is made for its new place", 1)
    assert browser.evaluate(AREA) != before
    browser.click("button", "Undo")
    browser.wait(f"before => {AREA} === before", JOB_SECONDS, "and for the old one", before)
