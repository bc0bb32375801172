"""Many photos through our queue compared with a canvas loop, and the page's longest task."""

from pathlib import Path

from app.build.places import DIST
from tests.browser.drivers import LAUNCHERS

from . import pages, samples
from .table import Row

# Milliseconds: what a browser calls a long task of the page's own thread.
LONG_TASK = 50.0
MEGAPIXELS = 12


def rows(name: str, photo: Path, folder: Path, count: int) -> list[Row]:
    """All rows of one browser; `photo` has 12 megapixels and is taken `count` times."""
    box = samples.box(MEGAPIXELS)
    browser = LAUNCHERS[name](folder / f"{name}-many")
    try:
        pages.boot(browser, (DIST / "pixelseal.html").as_uri())
        pages.choose(browser, photo)
        pages.many(browser, box, 2)  # all engines are up
        canvas, ours = pages.many(browser, box, count)
        what = f"{count} x {MEGAPIXELS}-MP JPEG, per image"
        found = [Row(what, name, ours, canvas, "canvas, one by one", "ms", 1.0)]
        if name == "chromium":  # other browsers do not report it
            longest = pages.long_tasks(browser, box)
            what = "longest task of the page meanwhile"
            found.append(Row(what, name, longest, LONG_TASK, "a long task", "ms", 1.0))
        return found
    finally:
        browser.close()
