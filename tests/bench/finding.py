"""All finders on a 12-megapixel photo: the page's worker beside one thread of the command line.

Also what the worker holds while it looks at many photos.
"""

import time
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont
from pixelseal.core import engine
from pixelseal.local import finders

from app.build.places import DIST
from tests.browser import found
from tests.browser.drivers import LAUNCHERS, Browser
from tests.browser.product import Screen

from . import many, samples
from .table import Row, row

TARGET = 2.0  # times the command line, on the same photo within the same minute
HELD = 600e6  # bytes that the worker may hold
FLAT = 1.15  # what it holds at the end, beside what it held after the first photos
FIRST = 10
_TIMED = """async () => {
  const file = document.querySelector('#test-file').files[0];
  const args = JSON.stringify({page: 1, turn: {}});
  const start = performance.now();
  await pixelseal.find(args, file);
  return performance.now() - start;
}"""
LINES = ("Maria Jansen", "DOB 12.03.1961", "MRN 4711-0815", "Ward 7B", "Tel. 0151 2345678")


def photo(folder: Path) -> Path:
    """A drawn photo of 12 megapixels with a white label of five lines on it."""
    path = samples.photo(12, folder)
    with Image.open(path) as image:
        picture = image.convert("RGB")
    draw = ImageDraw.Draw(picture)
    draw.rectangle((500, 500, 1500, 600 + 120 * len(LINES)), fill="white")
    for number, line in enumerate(LINES):
        draw.text((540, 540 + 120 * number), line, "black", ImageFont.load_default(80))
    labelled = folder / "labelled.jpg"
    picture.save(labelled, quality=90)
    return labelled


def rows(name: str, path: Path, folder: Path, rounds: int) -> list[Row]:
    """Milliseconds in one browser and natively, in turn; the first of each is not counted."""
    ours, baseline = [], []
    browser = LAUNCHERS[name](folder / f"{name}-finding")
    try:
        screen = _opened(browser, path)
        for turn in range(rounds + 1):
            here, there = _natively(path), float(screen.browser.evaluate(_TIMED, timeout=900))
            if turn:
                ours.append(there)
                baseline.append(here)
    finally:
        browser.close()
    what = "12-MP photo, all finders"
    return [row(what, name, ours, baseline, "command line, one thread", TARGET)]


def held(path: Path, folder: Path, count: int) -> list[Row]:
    """Bytes that Chromium holds more while `count` photos are looked at, than before the first."""
    browser = LAUNCHERS["chromium"](folder / "chromium-held")
    try:
        screen = _opened(browser, path)
        screen.wait_engine()
        before = many.held(browser.profile)
        most = []
        for _photo in range(count):
            screen.browser.evaluate(_TIMED, timeout=900)
            most.append(many.held(browser.profile) - before)
    finally:
        browser.close()
    early, late = max(most[:FIRST]), max(most[-FIRST:])
    what, beside = f"finders' worker, {count} photos of 12 MP", f"after the first {FIRST}"
    return [Row(what, "chromium", float(late), float(early), beside, "bytes", FLAT, HELD)]


def _opened(browser: Browser, path: Path) -> Screen:
    browser.open((DIST / "pixelseal-find.html").as_uri())
    screen = Screen(browser, "file")
    screen.wait_sealed()
    found.choose(screen, path)
    found.wait(screen)
    return screen


def _natively(path: Path) -> float:
    lent = finders.finders()
    start = time.perf_counter()
    finders.finished(engine.find(path.read_bytes(), lent))
    return 1000 * (time.perf_counter() - start)
