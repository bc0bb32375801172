"""The finished picture is read again before it is saved: said, marked, left as it is or covered."""

import importlib.util
import json
from pathlib import Path

import pytest

from .conftest import Opener
from .drivers import Browser
from .found import SECONDS, labelled, opened
from .product import ASKED, CAN_CONFIRM, JOB_SECONDS
from .server import Server
from .test_accessible import FAULTS, SMALL, everywhere, put_axe

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not all(importlib.util.find_spec(name) for name in ("onnxruntime", "zxingcpp")),
        reason="onnxruntime and zxing-cpp are not installed here",
    ),
]
LINES = ("Name: Maria Jansen", "Left hand, dorsal")
PLANTED = ("Maria", "Jansen", "Left hand", "dorsal")
READ = "document.querySelector('#gate-read').textContent"
FOUND = f"{READ}.startsWith('Programs still find in the finished image: 1 piece of writing.')"
NOTHING = f"{READ}.includes('found nothing more in it. They miss some.')"
SAYS = "document.querySelector('#gate-save').textContent"
# The dashed mark, in pixels of the finished picture.
MARK = """(() => {
  const mark = document.querySelector('#overlay .left-over.chosen').getBoundingClientRect();
  const picture = document.querySelector('#output');
  const shown = picture.getBoundingClientRect();
  const scale = picture.naturalWidth / shown.width;
  return [mark.left - shown.left, mark.top - shown.top, mark.right - shown.left,
    mark.bottom - shown.top].map((place) => place * scale);
})()"""
DRAWN = "document.querySelector('#overlay .left-over.chosen') !== null"
DASHED = (
    "getComputedStyle(document.querySelector('#overlay .left-over.chosen'))"
    ".strokeDasharray !== 'none'"
)


def test_what_can_still_be_read_is_marked_and_left_or_covered_by_one_key(
    request: pytest.FixtureRequest,
    browser: Browser,
    opener: Opener,
    hosted: Server,
    tmp_path: Path,
) -> None:
    screen = opened(browser, opener, "file")
    before, errors = hosted.asked_by_pages(), browser.errors()
    screen.add(labelled(tmp_path / "label.jpg", LINES))
    screen.wait_shown(1200, 900)
    screen.mark(125, 128, 620, 70)  # the first line, and not the second
    browser.click("button", "Save image")
    browser.wait(ASKED, JOB_SECONDS, "the review asks")
    browser.wait(FOUND, SECONDS, "the second line is said")
    browser.wait(DRAWN, SECONDS, "its mark is drawn")
    left, top, right, bottom = browser.evaluate(MARK)
    assert left < 190 and right > 400 and 190 < top < 230 and 240 < bottom < 275
    assert browser.evaluate(DASHED)
    if "chromium" in request.node.name:  # as test_accessible.py, which has no finders
        put_axe(browser)
        assert everywhere(screen, FAULTS) + everywhere(screen, SMALL) == []
        browser.set_viewport(1280, 900)
        browser.evaluate("() => document.querySelector('#gate').focus()")
    # No press states it along with the rest.
    assert not browser.evaluate(CAN_CONFIRM)
    browser.press("Enter")
    said = "document.querySelector('#gate-missing').textContent"
    assert browser.evaluate(said) == "Not yet: cover what is dashed, or tick that it stays."
    browser.press("s")
    assert browser.evaluate("document.querySelector('#gate-stay').checked")
    browser.wait(CAN_CONFIRM, JOB_SECONDS, "it can be confirmed")
    image = browser.download(lambda: browser.press("Enter"), JOB_SECONDS)
    certificate = screen.save("Save certificate")
    record = screen.save("Save private record")
    text = certificate.read_text("utf-8")
    assert (
        "- Proposed there, and a person stated that it stays: faces 0, writing 1, codes 0" in text
    )
    assert "nobody decided" not in text
    assert json.loads(record.read_text("utf-8"))["finding"]["again"] == [
        {"kind": "writing", "found": 1, "stays": 1}
    ]
    assert screen.verify(image, certificate) == "unchanged"
    # Another mark makes another image; this time the place is covered.
    screen.mark(900, 700, 60, 60)
    browser.click("button", "Save image")
    browser.wait(ASKED, JOB_SECONDS, "the review asks")
    browser.wait(f"{FOUND} && document.querySelector('#gate-stay').checked", SECONDS, "as stated")
    browser.press("r")
    browser.wait(NOTHING, SECONDS, "it is covered, and nothing is found any more")
    assert browser.evaluate("document.querySelectorAll('#overlay .left-over').length") == 0
    browser.wait(CAN_CONFIRM, JOB_SECONDS, "it can be confirmed")
    covered = browser.download(lambda: browser.press("Enter"), JOB_SECONDS)
    certificate = screen.save("Save certificate")
    assert "and proposed nothing in it outside of what a" in certificate.read_text("utf-8")
    assert len(screen.regions()) == 3
    browser.evaluate("() => document.querySelector('#canvas').focus()")
    browser.press("Control+z")
    assert len(screen.regions()) == 2  # one step
    for path in (image, covered, certificate, record):
        written = path.read_bytes()
        assert not [word for word in PLANTED if word.encode() in written], path.name
    assert hosted.asked_by_pages() == before
    assert browser.errors() == errors


def test_one_press_saves_once_it_was_read_and_another_does_not_wait(
    browser: Browser, opener: Opener, tmp_path: Path
) -> None:
    screen = opened(browser, opener, "file")
    screen.add(labelled(tmp_path / "label.jpg", LINES[:1]))
    screen.wait_shown(1200, 900)
    screen.mark(110, 110, 660, 120)
    browser.click("button", "Save image")
    browser.wait(ASKED, JOB_SECONDS, "the review asks")
    browser.wait(CAN_CONFIRM, JOB_SECONDS, "the finished image was on the screen")
    browser.download(lambda: browser.press("Enter"), JOB_SECONDS)
    certificate = screen.save("Save certificate").read_text("utf-8")
    assert "- Programs looked at the finished picture, and proposed nothing in it" in certificate
    screen.mark(900, 700, 60, 60)
    browser.click("button", "Save image")
    browser.wait(f"{ASKED} || document.querySelector('#gate').hidden", JOB_SECONDS, "it is made")
    # All is stated already: it only waits for the finders, and says how not to.
    browser.wait(f"{SAYS} === 'Save without waiting'", JOB_SECONDS, "it is read")
    browser.download(lambda: browser.click("button", "Save without waiting"), JOB_SECONDS)
    certificate = screen.save("Save certificate").read_text("utf-8")
    assert "What programs looked for" not in certificate
