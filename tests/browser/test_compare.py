"""Before and after: the engine's own file in the picture's place, by button and by key."""

from pathlib import Path

import pytest
from PIL import Image

from tests.core.support import photo

from .conftest import Opener
from .drivers import Browser
from .photos import HEIGHT, WIDTH
from .product import JOB_SECONDS, Screen, with_photo

pytestmark = pytest.mark.browser

SHOWN = "(() => { const o = document.querySelector('#output'); return !o.hidden && o.complete && \
o.naturalWidth > 0 && document.querySelector('#picture').hidden; })()"
BEFORE = "document.querySelector('#output').hidden && !document.querySelector('#picture').hidden"
# The hash of what is shown, beside the one that the panel gives for what would be saved.
SAME_FILE = """async () => {
  const bytes = await window.blobs[document.querySelector('#output').src].arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map(b => b.toString(16).padStart(2, '0')).join('') ===
    document.querySelector('#result-hash').textContent;
}"""
# The seal lets no fetch read an address of the page's own: the Blobs behind them are kept instead.
KEEP_BLOBS = """() => {
  const make = URL.createObjectURL;
  window.blobs = {};
  URL.createObjectURL = blob => { const a = make(blob); window.blobs[a] = blob; return a; };
}"""
PLACE = """() => {
  const canvas = document.querySelector('#canvas').getBoundingClientRect();
  const { left, top, width, height } = document.querySelector('#%s').getBoundingClientRect();
  return [left - canvas.left, top - canvas.top, width, height];
}"""
# No automation of the three holds a key while something else is asked.
KEY = """name => document.querySelector('#canvas').dispatchEvent(
  new KeyboardEvent(name, { key: 'h', bubbles: true, cancelable: true }))"""


def test_the_output_lies_where_the_crop_left_it(
    browser: Browser, opener: Opener, tmp_path: Path
) -> None:
    opened = with_photo(opener(browser, "hosted"), tmp_path)
    browser.click("button", "Crop")
    opened.mark(100, 200, 400, 400)
    browser.click("button", "Rectangle")
    opened.mark(160, 290, 200, 110)
    opened.wait_states(["marked"])
    x, y, width, height = browser.evaluate(PLACE % "picture")
    scale = width / WIDTH
    browser.evaluate(KEEP_BLOBS)
    assert abs(height / HEIGHT - scale) < 0.01
    browser.click("button", "Result")
    browser.wait(SHOWN, JOB_SECONDS, "after is shown")
    assert browser.evaluate(SAME_FILE)
    assert "exactly" in browser.evaluate("document.querySelector('#compare-note').textContent")
    left, top, across, down = browser.evaluate(PLACE % "output")
    size = browser.evaluate(
        "() => { const o = document.querySelector('#output'); "
        "return [o.naturalWidth, o.naturalHeight]; }"
    )
    # The crop shrinks to the source's grid of 16 pixels and one more (ADR 0009).
    assert 360 <= size[0] <= 400 and 360 <= size[1] <= 400
    assert abs(across - size[0] * scale) < 1 and abs(down - size[1] * scale) < 1
    assert 99 <= (left - x) / scale <= 120 and 199 <= (top - y) / scale <= 220
    browser.click("button", "Result")
    browser.wait(BEFORE, 60, "before is shown again")
    # A change makes it another image: what was made is no longer what will be saved.
    browser.click("button", "Result")
    browser.wait(SHOWN, JOB_SECONDS, "after is shown")
    browser.press("Control+z")
    browser.wait(BEFORE, 60, "before is shown again")
    assert browser.evaluate("document.querySelector('#compare-note').textContent") == ""


def test_a_held_key_shows_what_the_engine_draws_where_the_browser_cannot(
    ready: Screen, tmp_path: Path
) -> None:
    browser = ready.browser
    Image.fromarray(photo(64, 48)).save(tmp_path / "a.tif")
    ready.add(tmp_path / "a.tif")
    ready.wait_shown(64, 48)
    ready.mark(8, 8, 24, 16)
    ready.wait_states(["marked"])
    browser.evaluate("() => document.querySelector('#canvas').focus()")
    browser.evaluate(KEY, "keydown")
    browser.wait(SHOWN, JOB_SECONDS, "after is shown")
    browser.evaluate(KEY, "keyup")
    browser.wait(BEFORE, 60, "before is shown again")
    assert ready.save("Save image").suffix == ".tif"
