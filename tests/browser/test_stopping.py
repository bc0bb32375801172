"""Stop: a long act on many images ends after the image it is at; what was done is kept and said."""

import re
from pathlib import Path

import pytest
from PIL import Image

from .conftest import Opener
from .drivers import Browser
from .product import CHOOSE, JOB_SECONDS, Screen

pytestmark = pytest.mark.browser

COUNT = 60
# By this clock each image takes longer than the page works in one go, and it answers in between for
# so long that a person reaches the button.
SLOWLY = """() => {
  const [now, later] = [performance.now.bind(performance), setTimeout.bind(window)];
  let gone = 0;
  performance.now = () => now() + (gone += 20);
  window.setTimeout = (action, ms = 0, ...rest) => later(action, ms === 0 ? 100 : ms, ...rest);
}"""
CAN_STOP = "document.querySelector('#series-stop').checkVisibility()"
SAID = "document.querySelector('#said').textContent"
SAYS = f"text => {SAID}.includes(text)"
PROPOSED = """n => [...document.querySelector('#filter').options]
  .some(one => one.value === 'proposed' && one.textContent.endsWith(`(${n})`))"""
CHOSEN = "document.querySelector('#chosen-count').textContent"
COPY = "document.querySelector('#copy-regions').textContent"
HAS_FOCUS = "id => document.activeElement === document.querySelector(id)"
SIZE = "document.querySelector('#dimensions').textContent"


@pytest.fixture
def many(browser: Browser, opener: Opener, tmp_path: Path) -> Screen:
    """That many images of one shape, all chosen; the first, on the screen, has a mark."""
    screen = opener(browser, "hosted")
    paths = [tmp_path / f"photo-{number:03}.png" for number in range(COUNT)]
    for number, path in enumerate(paths):
        Image.new("RGB", (48, 32), (number, 90, 160)).save(path)
    screen.add(*paths)
    browser.wait("() => !document.querySelector('#save-all').disabled", JOB_SECONDS, "all are in")
    screen.mark(8, 8, 16, 16)
    browser.click("button", "Choose all")
    browser.wait(f"n => {CHOSEN}.startsWith(`${{n}} `)", 60, "all are chosen", COUNT)
    return screen


def test_copying_is_stopped_between_two_images_and_the_rest_can_follow(
    browser: Browser, many: Screen
) -> None:
    browser.evaluate(SLOWLY)
    browser.click("button", browser.evaluate(COPY))
    browser.wait(CAN_STOP, 60, "it can be stopped")
    browser.click("button", "Stop")
    browser.wait(SAYS, 60, "it says where it stopped", "Stopped")
    said = browser.evaluate(SAID)
    done, left = (int(number) for number in re.findall(r"\d+", said))
    assert done > 0 and left > 0 and done + left == COUNT - 1, said
    assert not browser.evaluate(CAN_STOP)
    assert browser.evaluate(HAS_FOCUS, "#canvas"), "the keys go on where the picture is"
    # What was done is kept; what was not reached, and the image it comes from, are still chosen.
    browser.wait(PROPOSED, 60, "those that were reached have it", done)
    assert browser.evaluate(CHOSEN).startswith(f"{left + 1} ")
    browser.click("button", browser.evaluate(COPY))
    browser.wait(PROPOSED, JOB_SECONDS, "the rest have it, too", COUNT - 1)
    browser.wait(f"!{SAID}.includes('Stopped')", 60, "it says what it did to them")


def test_turning_is_stopped_in_another_language_and_undone_image_by_image(
    browser: Browser, many: Screen
) -> None:
    browser.evaluate(SLOWLY)
    browser.evaluate("() => document.querySelector('#canvas').focus()")
    browser.press("t")
    browser.wait(CAN_STOP, 60, "it can be stopped")
    browser.evaluate(CHOOSE, "#language", "es")
    browser.click("button", "Detener")
    browser.wait(SAYS, 60, "it says where it stopped", "Detenido")
    assert not browser.evaluate(CAN_STOP)
    assert browser.evaluate(CHOSEN).startswith(f"{COUNT} "), "another turn is for all of them, too"
    browser.press("PageDown")
    browser.wait(f"{SIZE}.startsWith('32 × 48')", 60, "the next one was reached, and lies turned")
    browser.press("Control+z")
    browser.wait(f"{SIZE}.startsWith('48 × 32')", 60, "it alone is turned back")
    browser.press("PageUp")
    browser.wait(f"{SIZE}.startsWith('32 × 48')", 60, "the first one still lies turned")
    browser.evaluate("() => document.querySelector('#images .image-button').focus()")
    browser.press("End", "Enter")
    browser.wait(f"{SIZE}.startsWith('48 × 32')", 60, "the last one was not reached")
