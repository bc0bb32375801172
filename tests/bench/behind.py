"""What it costs a person that a set is searched behind them: the page's longest task, and a batch.

Chromium, the saved file with finders, photos of 12 megapixels.
"""

import time
from collections.abc import Callable
from pathlib import Path

from app.build.places import DIST
from tests.browser import found
from tests.browser.drivers import LAUNCHERS, Browser
from tests.browser.product import ASKED, CAN_CONFIRM, LISTED, Screen, recipe

from . import samples
from .longest_task import Longest, as_text, measured
from .many import COUNT, DONE, SECONDS
from .table import Row, row

LONG = 50.0  # milliseconds: what a browser calls a long task
SAVING = 1.15  # times a batch without finders
MARKED = 10  # images that a person marks meanwhile
_SWITCH = "() => document.querySelector('#find-all').click()"
_FINDING = "document.querySelector('#finding').checkVisibility()"
_TICK = """() => document.querySelectorAll('#gate input[type=checkbox]').forEach(
  one => { if (one.checkVisibility() && !one.checked) one.click(); })"""


def rows(labelled: Path, plain: Path, folder: Path, count: int, rounds: int) -> list[Row]:
    """The longest tasks while `count` photos are searched, and while they are saved; the batch."""
    browser = LAUNCHERS["chromium"](folder / "chromium-behind")
    try:
        found_rows = _tasks(f"{count} photos found behind, one marks", _marking(
            _opened(browser, _copies(labelled, folder, count)), count))  # fmt: skip
        with_them, without = [], []
        longest = Longest(0.0, 0.0)
        for _round in range(rounds):
            for times, on in ((without, False), (with_them, True)):
                screen = _opened(browser, _copies(plain, folder, count), on)
                seconds, told = _saved(screen, folder, count, on)
                times.append(1000 * seconds)
                if on and told.wall > longest.wall:
                    longest = told
        found_rows += _tasks(f"{count} photos found behind, one saves", longest)
    finally:
        browser.close()
    what = f"{count} photos saved while they are to be searched"
    return [*found_rows, row(what, "chromium", with_them, without, "switched off", SAVING)]


def _tasks(what: str, longest: Longest) -> list[Row]:
    print(f"  {what}: {longest.wall:.0f} ms {as_text(longest.parts)}", flush=True)
    what += ", longest task"
    tasks = [Row(what, "chromium", longest.wall, LONG, "a long task", "ms", 1.0)]
    if longest.processor is not None:
        where = "chromium, processor time"
        tasks.append(Row(what, where, longest.processor, LONG, "a long task", "ms", 1.0))
    return tasks


def _copies(photo: Path, folder: Path, count: int) -> list[Path]:
    paths = [folder / f"{photo.stem}-{number:04}.jpg" for number in range(count)]
    for path in paths:
        if not path.exists():
            path.hardlink_to(photo)
    return paths


def _opened(
    browser: Browser, paths: list[Path], searched: bool = True
) -> tuple[Screen, list[Path]]:
    """The page, before the photos are open."""
    browser.open((DIST / "pixelseal-find.html").as_uri())
    screen = Screen(browser, "file")
    screen.wait_sealed()
    screen.wait_engine()
    found.wait(screen)
    if not searched:
        browser.evaluate(_SWITCH)
    return screen, paths


def _marking(opened: tuple[Screen, list[Path]], count: int) -> Longest:
    """A person marks one image after the other while all are searched, until the last one is."""
    screen, paths = opened
    browser = screen.browser

    def act() -> None:
        screen.add(*paths)
        browser.wait(_FINDING, SECONDS, "the set is searched")
        for _image in range(min(count, MARKED)):
            screen.mark(2000, 2000, 400, 300)
            browser.press("Escape", "PageDown")
        browser.wait(f"!{_FINDING}", SECONDS, "all are searched")

    return measured(browser, act)


def _saved(
    opened: tuple[Screen, list[Path]], folder: Path, count: int, searched: bool
) -> tuple[float, Longest]:
    """Seconds from the press that saves all until they are saved; the longest task meanwhile."""
    screen, paths = opened
    browser = screen.browser
    box = samples.box(12)
    place = (box["x"], box["y"], box["width"], box["height"])
    screen.add(*paths, recipe(folder / "recipe.json", [place], {"format": "same"}))
    browser.wait(COUNT, SECONDS, "all were looked into", f"Marked, not saved ({count})")
    if searched:
        browser.wait(_FINDING, SECONDS, "the set is searched")
    browser.click("button", "Save all")
    browser.wait(ASKED, SECONDS, "the review asks")
    browser.wait(LISTED, SECONDS, "all that was never shown is listed")
    browser.evaluate(_TICK)
    browser.wait(CAN_CONFIRM, SECONDS, "it can be confirmed")
    label = browser.evaluate("document.querySelector('#gate-save').textContent")
    times: list[float] = []

    def act() -> None:
        start = time.perf_counter()
        browser.click("button", label)
        browser.wait(DONE, SECONDS, "the run has ended")
        times.append(time.perf_counter() - start)

    longest = measured(browser, _in_a_file(screen, act))
    return times[0], longest


def _in_a_file(screen: Screen, act: Callable[[], None]) -> Callable[[], object]:
    return lambda: screen.browser.download(act, SECONDS)
