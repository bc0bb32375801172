"""A tile of the strip shows what is kept by a brush, and hides the rest."""

import json
import re
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from .conftest import Opener
from .drivers import Browser
from .photos import HEIGHT, WIDTH, clinical_photo
from .product import Screen

pytestmark = pytest.mark.browser

STROKE = [[WIDTH // 4, HEIGHT // 2], [3 * WIDTH // 4, HEIGHT // 2]]
HOLE = "document.querySelector('#images .thumb-masks mask polyline.mask-hidden')"
DRAWN = """() => { const i = document.querySelector('#images .thumb img');
  return !!i && i.complete && i.naturalWidth > 0; }"""
# Where the picture lies in the tile: an SVG of the same size is fitted into the same box.
PLACE = """() => { const svg = document.querySelector('#images .thumb-masks');
  const m = svg.getScreenCTM(); return [m.a, m.e, m.f, innerWidth]; }"""


@pytest.fixture
def opened(browser: Browser, opener: Opener, tmp_path: Path) -> Screen:
    recipe = tmp_path / "r.json"
    kept = {"shape": {"kind": "brush", "points": STROKE, "width": WIDTH // 4}}
    recipe.write_text(json.dumps({"pixelseal": "recipe/1", "regions": [], "keep": [kept]}))
    screen = opener(browser, "hosted")
    # A recipe is applied to the images that come with it.
    screen.add(clinical_photo(tmp_path / "photo.jpg"), clinical_photo(tmp_path / "b.jpg"), recipe)
    screen.wait_states(["marked", "marked"])
    return screen


def test_what_a_brush_keeps_is_seen_on_the_tile_and_nothing_else(
    opened: Screen, tmp_path: Path
) -> None:
    browser = opened.browser
    browser.wait(f"!!{HOLE}", 60, "the tile has a mask")
    browser.wait(DRAWN, 60, "its picture is there")
    scale, left, top, wide = browser.evaluate(PLACE)
    path = tmp_path / "screen.png"
    browser.screenshot(path)
    with Image.open(path) as image:
        ratio = image.width / wide
        pixels = np.asarray(image.convert("RGB")).astype(int)

    def at(x: int, y: int) -> list[int]:
        row, column = int((top + y * scale) * ratio), int((left + x * scale) * ratio)
        return list(pixels[row, column])

    inside = [at(WIDTH * part // 8, HEIGHT // 2) for part in (2, 3, 5, 6)]
    outside = [at(WIDTH // 2, HEIGHT // 10), at(WIDTH // 2, 9 * HEIGHT // 10)]
    # Beside it, and in a corner of its frame: its ends are round.
    outside += [at(WIDTH // 14, HEIGHT // 2), at(9 * WIDTH // 64, HEIGHT // 2 - 7 * WIDTH // 64)]
    assert max(map(max, outside)) < 12
    assert min(map(max, inside)) > 40


def test_a_tile_whose_picture_is_not_drawn_yet_does_not_look_covered(
    browser: Browser, opener: Opener, tmp_path: Path
) -> None:
    """Black means that all of it is covered. In the dark theme an empty frame was nearly black."""
    if browser.name == "chromium":  # the others cannot change it while they run
        browser.color_scheme("dark")
    try:
        screen = opener(browser, "hosted")
        screen.add(clinical_photo(tmp_path / "photo.jpg"), clinical_photo(tmp_path / "b.jpg"))
        screen.wait_states(["ready", "ready"])
        colour = "getComputedStyle(document.querySelector('#images .thumb')).backgroundColor"
        channels = [int(one) for one in re.findall(r"\d+", browser.evaluate(colour))[:3]]
        assert max(channels) > 40
    finally:
        if browser.name == "chromium":
            browser.color_scheme("light")
