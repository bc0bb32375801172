"""What a review shows is what is saved: brightened where a screen is too dark, or turned."""

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.builders.turned import dark, turned_jpegs

from .conftest import Opener
from .drivers import Browser
from .marked import judged
from .product import ASKED, CAN_ACCEPT, CAN_CONFIRM, CHOOSE, JOB_SECONDS, Screen
from .test_turning import TURNED, quarters

pytestmark = pytest.mark.browser

BLACK = 32  # levels of 255: what lies below is black to most eyes (docs/review.md, 3)
LOOKED = "document.querySelector('#gate-looked')?.checkVisibility() === true"
BRIGHTEN = "document.querySelector('#brighten')"
PLACE = "document.querySelector('#gate-place').textContent"
DIMENSIONS = "document.querySelector('#dimensions').textContent"
SAID = "document.querySelector('#said').textContent"
# The finished picture on the screen, three frames after it was decoded, in CSS pixels.
FINISHED = """async () => {
  const output = document.querySelector('#output');
  await output.decode().catch(() => {});
  for (let n = 0; n < 3; n += 1) await new Promise(requestAnimationFrame);
  const { left, top, right, bottom } = output.getBoundingClientRect();
  return [left, top, right, bottom, devicePixelRatio];
}"""
DRAWN = """before => { const o = document.querySelector('#output');
  return !o.hidden && o.complete && o.naturalWidth > 0 && o.src !== before; }"""


@pytest.fixture
def screen(browser: Browser, opener: Opener) -> Screen:
    opened = opener(browser, "hosted")
    opened.wait_engine()
    return opened


def finished(browser: Browser, shot: Path) -> Image.Image:
    """The finished picture as the screen shows it in the review."""
    *box, ratio = browser.evaluate(FINISHED)
    browser.screenshot(shot)
    with Image.open(shot) as image:
        return image.convert("RGB").crop(tuple(round(side * ratio) for side in box))


def png(image: Image.Image) -> bytes:
    held = io.BytesIO()
    image.save(held, "PNG")
    return held.getvalue()


def test_a_dim_picture_can_be_brightened_in_the_review_and_is_saved_as_it_was(
    screen: Screen, tmp_path: Path
) -> None:
    browser, shot = screen.browser, tmp_path / "shot.png"
    (tmp_path / "dark.png").write_bytes(dark())
    screen.add(tmp_path / "dark.png")
    assert judged(browser) == "drawn"
    browser.click("button", "Save image")
    browser.wait(ASKED, JOB_SECONDS, "the review asks")
    browser.wait(DRAWN, JOB_SECONDS, "the finished picture is there", "")
    # Nobody can see anything in it: it does not count, and nothing is stated by a press.
    assert max(finished(browser, shot).convert("L").getextrema()) < BLACK
    assert browser.evaluate(LOOKED) and not browser.evaluate(CAN_CONFIRM)
    before = browser.evaluate("document.querySelector('#output').src")
    assert browser.evaluate(f"{BRIGHTEN}.checkVisibility()")
    browser.click("button", "Brighten")
    browser.wait(DRAWN, JOB_SECONDS, "it is drawn brightened", before)
    assert browser.evaluate(f"{BRIGHTEN}.getAttribute('aria-pressed')") == "true"
    assert max(finished(browser, shot).convert("L").getextrema()) > 200
    browser.wait(CAN_CONFIRM, JOB_SECONDS, "it counts as seen")
    saved = browser.download(screen.pass_gate, JOB_SECONDS)
    with Image.open(saved) as image:
        # 16 bits per sample, as in the source: brightening is for the screen alone.
        assert int(np.asarray(image).max()) == 120


def test_a_picture_turned_in_the_editor_lies_turned_in_the_review_and_in_the_file(
    screen: Screen, tmp_path: Path
) -> None:
    browser, shot = screen.browser, tmp_path / "shot.png"
    (tmp_path / "photo.jpg").write_bytes(turned_jpegs(6, (240, 160))["jpeg-short-6.jpg"])
    with Image.open(tmp_path / "photo.jpg") as image:
        stated = image.getexif()[0x0112]
    assert stated == 6
    screen.add(tmp_path / "photo.jpg")
    assert judged(browser) == "same"
    browser.evaluate("document.querySelector('#canvas').focus()")
    browser.press("Control+s")
    browser.wait(ASKED, JOB_SECONDS, "the review asks")
    browser.wait(CAN_CONFIRM, JOB_SECONDS, "the finished picture was on the screen")
    upright = quarters(png(finished(browser, shot)))
    assert "red" in upright and len(set(upright)) > 1
    browser.press("e")
    browser.wait(f"!({ASKED})", 60, "the review is left")
    browser.press("t")
    browser.wait(TURNED, 60, "the picture is turned")
    before = browser.evaluate("document.querySelector('#output').src")
    browser.press("Control+s")
    browser.wait(ASKED, JOB_SECONDS, "the review asks")
    browser.wait(DRAWN, JOB_SECONDS, "another finished picture is there", before)
    browser.wait(CAN_CONFIRM, JOB_SECONDS, "the finished picture was on the screen")
    turned = upright[-1:] + upright[:-1]  # a quarter turn to the right
    assert quarters(png(finished(browser, shot))) == turned
    saved = browser.download(screen.pass_gate, JOB_SECONDS)
    assert quarters(saved.read_bytes()) == turned


def test_the_bar_names_the_finished_picture_and_not_its_source(
    screen: Screen, tmp_path: Path
) -> None:
    browser = screen.browser
    Image.new("RGB", (320, 240), (90, 120, 150)).save(tmp_path / "a.png")
    screen.add(tmp_path / "a.png")
    screen.wait_states(["ready"])
    screen.wait_shown(320, 240)
    assert browser.evaluate(DIMENSIONS) == "320 × 240 pixels, PNG"
    browser.click("button", "Crop")
    screen.mark(40, 40, 200, 120)
    browser.evaluate(CHOOSE, "#output-format", "webp")
    browser.evaluate("document.querySelector('#canvas').focus()")
    browser.press("Control+s")
    browser.wait(ASKED, JOB_SECONDS, "the review asks")
    browser.wait(CAN_CONFIRM, JOB_SECONDS, "the finished picture was on the screen")
    told = browser.evaluate(DIMENSIONS)
    browser.press("e")
    browser.wait(f"!({ASKED})", 60, "the review is left")
    browser.wait(f"{DIMENSIONS} === '320 × 240 pixels, PNG'", 60, "the source is named again")
    browser.press("Control+s")
    browser.wait(ASKED, JOB_SECONDS, "the review asks")
    browser.wait(CAN_CONFIRM, JOB_SECONDS, "the finished picture was on the screen")
    saved = browser.download(screen.pass_gate, JOB_SECONDS)
    with Image.open(saved) as image:
        assert image.format == "WEBP" and image.width < 320
        assert told == f"{image.width} × {image.height} pixels, WebP"


def test_the_editors_line_about_dashed_marks_is_said_in_the_editor_alone(
    screen: Screen, tmp_path: Path
) -> None:
    browser = screen.browser
    for name in "ab":
        Image.new("RGB", (320, 240), (90, 120, 150)).save(tmp_path / f"{name}.png")
    screen.add(tmp_path / "a.png", tmp_path / "b.png")
    screen.wait_states(["ready"] * 2)
    screen.wait_shown(320, 240)
    screen.mark(40, 40, 100, 60)
    browser.evaluate("() => document.querySelector('#images [aria-current]').focus()")
    browser.press("Control+a")
    browser.click("button", "Copy regions to the 1 chosen")
    screen.wait_states(["marked", "proposed"])
    browser.click("button", "Save all")
    browser.wait(ASKED, JOB_SECONDS, "the review asks")
    browser.wait(f"{PLACE}.includes('b.png')", 60, "the one with a proposal is shown first")
    browser.wait(CAN_ACCEPT, JOB_SECONDS, "with the region burned in")
    assert "dashed" not in browser.evaluate(SAID)
    browser.press("e")
    browser.wait(f"!({ASKED})", 60, "the review is left")
    browser.wait(f"{SAID}.startsWith('Is the dashed mark')", 60, "in the editor it is")
