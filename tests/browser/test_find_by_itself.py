"""A set is searched by itself, behind the person: nothing of theirs moves, and a stop is kept."""

import importlib.util
from pathlib import Path

import pytest
from PIL import Image

from .conftest import Opener
from .drivers import Browser
from .found import SECONDS, labelled, opened
from .product import CHOOSE

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not all(importlib.util.find_spec(name) for name in ("onnxruntime", "zxingcpp")),
        reason="onnxruntime and zxing-cpp are not installed here",
    ),
]
FINDING = "document.querySelector('#finding').checkVisibility()"
QUIET = f"!{FINDING}"
BY_ITSELF = "document.querySelector('#find-all').getAttribute('aria-pressed') === 'true'"
SAID = "text => document.querySelector('#said').textContent.includes(text)"
PLACE = """() => [
  document.activeElement.id,
  [...document.querySelectorAll('#regions > li')].findIndex(row => row.matches('.chosen')),
  document.querySelector('#picture').style.transform,
  document.querySelector('#images-row').scrollLeft,
]"""
# Answers are kept back until the test lets them go; the first one about 0.jpg breaks.
KEPT_BACK = """() => {
  const find = pixelseal.find.bind(pixelseal);
  let broken = false;
  window.hold = () => { window.held = new Promise(done => { window.release = done; }); };
  window.hold();
  pixelseal.find = async (args, file, ...rest) => {
    const found = await find(args, file, ...rest);
    await window.held;
    if (broken || file.name !== '0.jpg') return found;
    broken = true;
    throw new Error(JSON.stringify({ code: 'finders-failed', values: {} }));
  };
}"""


def test_a_set_is_searched_behind_the_person_whose_place_and_stop_are_kept(
    browser: Browser, opener: Opener, tmp_path: Path
) -> None:
    screen = opened(browser, opener, "file")
    browser.evaluate(KEPT_BACK)
    plain = tmp_path / "plain.jpg"
    Image.new("RGB", (1200, 900), (96, 120, 128)).save(plain)
    paths = [labelled(tmp_path / f"{number}.jpg", ("Name: Maria Jansen",)) for number in range(3)]
    screen.add(paths[0])
    screen.wait_states(["ready"])
    screen.wait_judged()
    assert browser.evaluate(QUIET), "a single photo waits for the press"

    screen.add(plain, paths[1])
    browser.wait(FINDING, 60, "a set does not wait")
    assert browser.evaluate(BY_ITSELF)
    screen.mark(100, 500, 200, 100)  # on the plain one, which is on the screen now
    browser.evaluate("() => window.release()")
    screen.wait_states(["ready", "marked", "proposed"])
    browser.wait(SAID, SECONDS, "it is said", "could not be searched: 0.jpg")
    assert browser.evaluate(BY_ITSELF) and browser.evaluate(QUIET)

    browser.click("button", "Find in all")
    browser.wait(SAID, 60, "it says that it is off", "not searched by themselves")
    screen.add(paths[2])
    screen.wait_states(["ready", "marked", "proposed", "ready"])
    assert browser.evaluate(QUIET) and not browser.evaluate(BY_ITSELF)

    # What arrives on the image on the screen takes nobody's place.
    screen.wait_judged()
    screen.mark(100, 500, 200, 100)
    browser.evaluate("() => window.hold()")
    browser.click("button", "Find in all")
    browser.wait(FINDING, 60, "the search goes on")
    browser.evaluate("() => document.querySelector('#add-region').focus()")
    place = browser.evaluate(PLACE)
    assert place[:2] == ["add-region", 0]
    browser.evaluate("() => window.release()")
    screen.wait_states(["proposed", "marked", "proposed", "proposed"])
    assert browser.evaluate(PLACE) == place and len(screen.regions()) == 2
    browser.wait(SAID, SECONDS, "what was found is said", "Proposed on 2 images.")
    # A filter lists them alone.
    browser.evaluate(CHOOSE, "#filter", "proposed")
    assert len(screen.tiles()) == 3 and browser.evaluate(BY_ITSELF)
