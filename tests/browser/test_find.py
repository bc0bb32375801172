"""The page finds what the command line finds, with the seal on; a broken finder costs nothing."""

import importlib.util
from pathlib import Path
from typing import Any

import pytest

from .conftest import Opener
from .drivers import Browser
from .found import choose, find, labelled, opened
from .photos import HEIGHT, WIDTH, clinical_photo
from .product import JOB_SECONDS
from .server import Server

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not all(importlib.util.find_spec(name) for name in ("onnxruntime", "zxingcpp")),
        reason="onnxruntime and zxing-cpp are not installed here",
    ),
]
LINES = ("Name: Maria Jansen", "DOB: 12.03.1961", "MRN 4711-0815")
CODE = "MRN4711"
VIOLATIONS = """() => { window.refused = [];
  document.addEventListener('securitypolicyviolation', (event) => {
    window.refused.push(event.blockedURI + ' ' + event.violatedDirective); }); }"""
# Ways to die, as in test_crash.py; the next requests to find meet the death.
DEATHS = {
    "the interpreter breaks": ("real.call(this, null)", "finders-failed"),
    "the worker is gone": (
        "(this.dispatchEvent(new ErrorEvent('error')), this.terminate())",
        "finders-failed",
    ),
    "no memory is left": (
        "this.dispatchEvent(new MessageEvent('message', {data: {fatal: 'out-of-memory'}}))",
        "out-of-memory",
    ),
}
SABOTAGE = """(times) => {
  const real = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (message, transfer) {
    if (message.op !== 'find') return real.call(this, message, transfer);
    times -= 1;
    if (!times) Worker.prototype.postMessage = real;
    return %s;
  };
}"""


def natively(path: Path, turns: int = 0) -> list[dict[str, Any]]:
    """What the command line's finders find, as the page says it."""
    from pixelseal.core import engine
    from pixelseal.local import finders
    from pixelseal.model import protocol
    from pixelseal.model.recipe.turn import Turn

    finding = engine.find(path.read_bytes(), finders.finders(), 1, Turn(turns))
    return [protocol.found(*row) for row in finders.finished(finding)]


def same(found: list[dict[str, Any]], other: list[dict[str, Any]]) -> bool:
    """True if they have the same boxes to a pixel; the last digits of floats differ by runtime."""
    one, two = (
        sorted((row["kind"], row["reasons"], row["box"]) for row in rows) for rows in (found, other)
    )
    return [row[:2] for row in one] == [row[:2] for row in two] and all(
        abs(side - other_side) <= 1
        for (_, _, box), (_, _, other_box) in zip(one, two, strict=True)
        for side, other_side in zip(box, other_box, strict=True)
    )


def test_the_same_boxes_as_on_the_command_line_and_nothing_asked_of_the_host(
    browser: Browser, opener: Opener, hosted: Server, tmp_path: Path
) -> None:
    path = labelled(tmp_path / "label.jpg", LINES, CODE)
    screen = opened(browser, opener, "hosted")  # the tests below are of the saved file
    browser.evaluate(VIOLATIONS)
    before, errors = hosted.asked_by_pages(), browser.errors()
    choose(screen, path)
    (upright,), (turned,) = find(screen), find(screen, turns=1)
    assert "code" not in upright, upright
    assert "code" not in turned, turned
    assert same(upright["found"], natively(path)), (upright["found"], natively(path))
    assert same(turned["found"], natively(path, turns=1))
    assert {row["kind"] for row in upright["found"]} == {"writing", "code"}
    assert [name for name, _version in upright["finders"]] == [
        "CenterFace",
        "PP-OCRv6 detection",
        "PP-OCRv6 recognition",
        "ZXing-C++",
    ]
    # Nothing that was read is in the answer.
    assert not [word for word in ("Maria", "Jansen", "4711", "1961") if word in str(upright)]
    assert browser.evaluate("window.refused") == []
    assert hosted.asked_by_pages() == before
    assert browser.errors() == errors  # those of the seal itself


def test_a_finder_that_dies_costs_its_proposals_alone(
    browser: Browser, opener: Opener, tmp_path: Path
) -> None:
    screen = opened(browser, opener, "file")
    screen.add(clinical_photo(tmp_path / "photo.jpg"))
    screen.wait_shown(WIDTH, HEIGHT)
    screen.mark(60, 60, 150, 90)
    screen.wait_engine()
    path = labelled(tmp_path / "label.jpg", LINES[:1])
    expected = natively(path)
    choose(screen, path)
    for how, code in DEATHS.values():
        browser.evaluate(SABOTAGE % how, 2)  # a second worker is asked what killed the first
        (failed,) = find(screen)
        assert failed["code"] == code
        assert browser.evaluate("pixelseal.engine") == "ready"
        assert len(screen.regions()) == 1
        browser.evaluate(SABOTAGE % how, 1)
        (again,) = find(screen)
        assert same(again["found"], expected)
    assert screen.save("Save image").stat().st_size


def test_cancelled_requests_end_at_once_and_later_ones_are_answered(
    browser: Browser, opener: Opener, tmp_path: Path
) -> None:
    screen = opened(browser, opener, "file")
    path = labelled(tmp_path / "label.jpg", LINES[:1])
    choose(screen, path)
    (first,) = find(screen)
    stopped = find(screen, times=3, stop=True)
    assert [row.get("code") for row in stopped] == ["cancelled"] * 3
    assert find(screen) == [first]


def test_a_page_without_them_says_so_and_a_hosted_one_can_load_them(
    browser: Browser, opener: Opener, site: Server, tmp_path: Path
) -> None:
    screen = opener(browser, "file")
    screen.wait_engine()
    code = "pixelseal.find('{}', new Blob([])).catch((e) => JSON.parse(e.message).code)"
    assert browser.evaluate("pixelseal.finders") == "absent"
    assert browser.evaluate(code) == "finders-missing"
    browser.open(site.url)
    screen.wait_sealed()
    browser.wait("pixelseal.finders === 'loadable'", 60, "they can be loaded")
    assert not [event for event in site.requests() if "/find-" in event.path]
    browser.evaluate("() => { setTimeout(() => pixelseal.loadFinders()); }")
    browser.wait("pixelseal.finders === 'there'", 300, "the page has them")
    asked = [event for event in site.requests() if "/find-" in event.path]
    assert len(asked) == 1
    # Kept from then on: the next visit needs neither the address nor a request.
    browser.wait("pixelseal.kept", 60, "the browser keeps the page")
    browser.open(site.url)
    screen.wait_sealed()
    browser.wait("pixelseal.finders === 'there'", 60, "the page has them from the store")
    choose(screen, labelled(tmp_path / "label.jpg", LINES[:1]))
    (answer,) = find(screen)
    assert answer["found"]
    assert [event for event in site.requests() if "/find-" in event.path] == asked


def test_a_page_that_fetched_them_saves_itself_with_them(
    browser: Browser, opener: Opener, product: Path
) -> None:
    opened(browser, opener, "hosted")
    button = ("button", "Save offline copy", JOB_SECONDS)
    browser.wait("pixelseal.copyName === 'pixelseal-find.html'", 60, "it has them")
    copy = browser.download(lambda: browser.click(*button), JOB_SECONDS)
    assert copy.name == "pixelseal-find.html"
    assert copy.read_bytes() == (product / copy.name).read_bytes()
