"""A picture drawn by the engine and too large for a single file: sharp at 100 % everywhere."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from .conftest import Opener
from .drivers import Browser
from .product import JOB_SECONDS, Screen

pytestmark = pytest.mark.browser

WIDTH, HEIGHT = 5000, 90
# The pixels of all tiles near the view, read off a canvas. Those beside the window may still be on
# their way when what is in it counts as seen: they are waited for.
SAMPLE = """async () => {
  const tiles = [...document.querySelectorAll('#picture-tiles img')];
  await Promise.all(tiles.map(tile => tile.decode()));
  return tiles.map(tile => {
    const canvas = document.createElement('canvas');
    canvas.width = tile.naturalWidth; canvas.height = tile.naturalHeight;
    const context = canvas.getContext('2d');
    context.drawImage(tile, 0, 0);
    const row = context.getImageData(0, 40, tile.naturalWidth, 1).data;
    return [parseInt(tile.style.left), row[0], row[4], row[8]];
  });
}"""


@pytest.fixture
def opened(browser: Browser, opener: Opener, tmp_path: Path) -> Screen:
    columns = (np.arange(WIDTH) * 37 % 251).astype(np.uint8)
    Image.fromarray(np.repeat(columns[np.newaxis], HEIGHT, axis=0)).save(tmp_path / "wide.tif")
    screen = opener(browser, "hosted")
    screen.wait_engine()
    screen.add(tmp_path / "wide.tif")
    screen.wait_shown(WIDTH // 2, HEIGHT // 2)
    return screen


def test_every_part_is_shown_pixel_by_pixel(opened: Screen) -> None:
    browser = opened.browser
    assert browser.evaluate("document.querySelector('#picture-tiles').hidden")
    opened.open_tab("Check")
    for _ in range(20):
        if browser.evaluate("document.querySelector('#show-unseen').hidden"):
            break
        before = browser.evaluate("document.querySelector('#looked-text').textContent")
        browser.click("button", "Show the next part")
        browser.wait(
            "text => document.querySelector('#looked-text').textContent !== text",
            JOB_SECONDS,
            "more was seen",
            before,
        )
        for left, *row in browser.evaluate(SAMPLE):
            assert row == [(left + column) * 37 % 251 for column in range(3)]
    assert "whole picture" in browser.evaluate("document.querySelector('#looked-text').textContent")
    # Few tiles exist at a time, and none where the whole is sharp enough.
    assert browser.evaluate("document.querySelectorAll('#picture-tiles img').length") < 3
    browser.click("button", "Fit")
    browser.wait("document.querySelector('#picture-tiles').hidden", 60, "no tile is needed")
