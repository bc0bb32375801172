"""Marks on a picture of the browser's hold only once the engine has found it to be its own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.builders.sample import sample_photo
from tests.builders.turned import turned_jpegs

from .marked import STANDING, cover, found, painted
from .product import JOB_SECONDS, Screen
from .seen import is_red

pytestmark = pytest.mark.browser

HOLD = """held => { const ask = pixelseal.request; window.let = [];
  pixelseal.request = (op, ...more) => op !== held ? ask(op, ...more)
    : new Promise(done => window.let.push(() => done(ask(op, ...more)))); }"""
LET_GO = "window.let.splice(0).forEach(go => go())"


@pytest.fixture
def marking(ready: Screen, tmp_path: Path) -> Iterator[Callable[[int], None]]:
    """A function that opens a picture stored upside down, whose judging waits, and marks it."""
    ready.browser.evaluate(HOLD, "preview")
    file = tmp_path / "upside-down.jpg"

    def open_and_press(steps: int) -> None:
        file.write_bytes(turned_jpegs()["jpeg-long-3.jpg"])
        ready.add(file)
        wanted = f"{STANDING} === 'provisional' && window.let.length > 0"
        ready.browser.wait(wanted, 60, "the browser's picture is shown, and to be judged")
        box = found(ready.browser, tmp_path / "shot.png")
        assert box is not None
        left, top, right, bottom = box
        drag = [("move", left - 2, top - 2), ("down",), ("move", right, bottom),
                ("move", right + 2, bottom + 2), ("up",)]  # fmt: skip
        ready.browser.pointer(drag[:steps])

    yield open_and_press
    ready.browser.pointer([("up",)])


def _is_taken_back(ready: Screen, tmp_path: Path) -> None:
    browser = ready.browser
    browser.wait(f"{STANDING} === 'drawn'", JOB_SECONDS, "the engine's picture is shown")
    browser.pointer([("up",)])
    painted(browser)
    assert ready.regions() == []
    said = browser.evaluate(
        "(e => e.checkVisibility() && e.getAttribute('role') === 'alert' && e.textContent)"
        "(document.querySelector('#problem'))"
    )
    assert "was removed" in said
    cover(browser, tmp_path / "shot.png")
    assert not is_red(ready.save("Save image").read_bytes()).any()


def test_marks_on_a_picture_that_turns_out_to_be_another_are_taken_back_in_words(
    ready: Screen, marking: Callable[[int], None], tmp_path: Path
) -> None:
    marking(5)
    ready.browser.wait("document.querySelectorAll('#regions > li').length === 1", 60, "a region")
    ready.browser.evaluate(LET_GO)
    _is_taken_back(ready, tmp_path)


def test_a_drag_under_way_ends_with_the_picture_that_it_began_on(
    ready: Screen, marking: Callable[[int], None], tmp_path: Path
) -> None:
    marking(4)
    ready.browser.evaluate(LET_GO)
    _is_taken_back(ready, tmp_path)


UNLIKE = """() => { window.unlike = [];
  new MutationObserver(() => {
    const other = !picture.complete && !picture.hidden;
    unlike.push([other, document.querySelector('#canvas').dataset.picture]);
  }).observe(picture, { attributeFilter: ['src'] }); }"""


def test_nothing_can_be_marked_while_another_picture_is_on_its_way(
    ready: Screen, marking: Callable[[int], None]
) -> None:
    """Browsers show the picture before until the new one is there."""
    ready.browser.evaluate(UNLIKE)
    marking(1)
    ready.browser.evaluate(LET_GO)
    ready.browser.wait(f"{STANDING} === 'drawn'", JOB_SECONDS, "the engine's picture is shown")
    seen = ready.browser.evaluate("unlike")
    assert len(seen) == 2  # the browser's, then the engine's
    assert seen == [[False, "none"]] * 2


def test_saving_waits_until_the_picture_is_judged(
    ready: Screen, marking: Callable[[int], None]
) -> None:
    marking(5)
    browser = ready.browser
    browser.click("button", "Save image")
    painted(browser)
    assert not browser.evaluate("document.querySelector('#gate').checkVisibility()")
    browser.evaluate(LET_GO)
    browser.wait(f"{STANDING} === 'drawn'", JOB_SECONDS, "the engine's picture is shown")
    said = "document.querySelector('#said').textContent.includes('Not saved')"
    browser.wait(said, 60, "that nothing was saved is said")
    assert not browser.evaluate("document.querySelector('#gate').checkVisibility()")
    assert ready.tiles() and ready.regions() == []


def test_a_press_on_result_waits_until_the_picture_is_judged(ready: Screen, tmp_path: Path) -> None:
    browser = ready.browser
    browser.evaluate(HOLD, "preview")
    (tmp_path / "photo.jpg").write_bytes(sample_photo())
    ready.add(tmp_path / "photo.jpg")
    wanted = f"{STANDING} === 'provisional' && window.let.length > 0"
    browser.wait(wanted, 60, "the browser's picture is shown, and to be judged")
    ready.mark(40, 40, 80, 60, judged=False)
    browser.click("button", "Result")
    browser.evaluate(LET_GO)
    shown = "document.querySelector('#picture').hidden && output.naturalWidth > 0 && !output.hidden"
    browser.wait(shown, JOB_SECONDS, "what will be saved is shown")
