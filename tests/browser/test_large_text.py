"""With text twice as large nothing is cut, covered or out of reach, and nothing scrolls sideways.

In Chromium alone, whose automation can set the size that a person chose in the browser; the rules
that lay the page out are the same in each browser.
"""

from pathlib import Path

import pytest

from .conftest import Opener
from .drivers import Browser
from .product import CHOOSE, Screen
from .states import all_states, in_sheets

pytestmark = pytest.mark.browser

CUT = Path(__file__).with_name("cut.js").read_text("utf-8").split("\n", 1)[1]
SIZES = ((360, 740), (820, 1180), (1280, 720), (1440, 900))
USUAL_TEXT, LARGE_TEXT = 16, 32
# In a review the picture is what is asked about: part of it is on the screen, and nothing over it.
IN_SIGHT = """() => {
  if (document.body.dataset.review !== 'yes') return [];
  const box = document.querySelector('#canvas').getBoundingClientRect();
  const found = [];
  const menu = document.body.dataset.menu === 'yes';  // which the person opened over it
  if (!menu && box.height < innerHeight / 5)
    found.push(`the picture has ${box.height} of ${innerHeight}`);
  for (const share of [.1, .5, .9]) {
    const y = box.top + box.height * share;
    const top = document.elementFromPoint(box.left + box.width / 2, y);
    if (!top?.closest('#canvas')) found.push(`the picture is covered at ${share}`);
  }
  return found;
}"""
SETTLED = """async () => {
  for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);
  await Promise.all(document.getAnimations().map(one => one.finished));
}"""


@pytest.fixture
def chromium(browser: Browser) -> Browser:
    if browser.name != "chromium":
        pytest.skip("the size of text can be set in one browser alone")
    return browser


def look(browser: Browser) -> list[str]:
    """What is cut, covered or out of reach in the window as it is."""
    browser.evaluate(SETTLED)
    return list(browser.evaluate(IN_SIGHT)) + list(browser.evaluate(CUT))


@pytest.mark.parametrize("language", ["en", "es"])
def test_nothing_is_cut_covered_or_out_of_reach(
    chromium: Browser, opener: Opener, tmp_path: Path, language: str
) -> None:
    screen = opener(chromium, "file")
    screen.wait_engine()
    chromium.evaluate(CHOOSE, "#language", language)
    found = []
    for state in all_states(screen, tmp_path):
        for size in SIZES:
            chromium.set_viewport(*size)
            for text in (USUAL_TEXT, LARGE_TEXT):
                chromium.text_size(text)
                where = f"{state}, {size[0]} × {size[1]}, {text} px"
                lines = in_sheets(chromium, lambda: look(chromium))
                found += [f"{where}: {line}" for line in lines]
        chromium.text_size(USUAL_TEXT)
        chromium.set_viewport(1280, 900)
        chromium.evaluate(SETTLED)
    assert not found, "\n".join(found)


def test_what_is_cut_or_covered_would_be_found(
    chromium: Browser, opener: Opener, tmp_path: Path
) -> None:
    screen: Screen = opener(chromium, "file")
    assert look(chromium) == []
    style = "(name, text) => { document.querySelector(name).style.cssText = text; }"
    faults = (
        ("#open-help", "position: fixed; left: -200px", "open-help stays outside the window"),
        ("#open-help", "width: 9px; min-width: 0; padding: 0", "words of open-help are cut"),
        ("#seal", "position: fixed; inset: 0; max-width: none", "open-project is covered by seal"),
        ("#start-title", "height: 8px; overflow: hidden", "words of start-title are cut above"),
        ("#start", "width: 200vw; max-width: none", "the page is"),
    )
    for name, text, wanted in faults:
        chromium.evaluate(style, name, text)
        found = look(chromium)
        chromium.evaluate(style, name, "")
        assert any(line.startswith(wanted) for line in found), (name, text, found)
    assert look(screen.browser) == []
