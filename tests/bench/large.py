"""Rows on what grows: up to 500 megapixels and 500 MB, many images, and the page meanwhile."""

from pathlib import Path

from app.build.places import DIST
from tests.browser.drivers import LAUNCHERS

from . import heap, pages, samples
from .table import Row

# Width and height of pictures by megapixels; what time a megapixel takes should be the same in all.
GROWING = {1: (1152, 864), 12: (4000, 3000), 48: (8000, 6000), 108: (12000, 9000),
           500: (25000, 20000)}  # fmt: skip
TIFF_SIDE = 13_000
# Milliseconds: what a browser calls a long task of the page's own thread.
LONG_TASK = 50.0
_COMPARED = 12


def rows(name: str, photo: Path, folder: Path, count: int) -> list[Row]:
    """All rows of one browser; `photo` has 12 megapixels. Takes minutes."""
    files = {
        f"{size}-MP JPEG": (samples.repeated(photo, *side, folder / f"repeated-{size}.jpg"), *side)
        for size, side in GROWING.items()
    }
    tiff = samples.repeated(photo, TIFF_SIDE, TIFF_SIDE, folder / "repeated.tif")
    files["500-MB TIFF"] = (tiff, TIFF_SIDE, TIFF_SIDE)
    found, a_megapixel = [], {}
    for what, (path, width, height) in files.items():
        ours, canvas = _once(name, path, width, height, folder)
        found.append(Row(f"{what}, all checks", name, ours, canvas, "canvas", "ms", None))
        a_megapixel[what] = ours / (width * height / 1e6)
    usual = a_megapixel[f"{_COMPARED}-MP JPEG"]
    for what, time in a_megapixel.items():
        beside = f"{_COMPARED}-MP JPEG"
        found.append(Row(f"{what}, a megapixel", name, time, usual, beside, "ms", None))
    found += _many(name, photo, folder, count)
    return found


def heaps(photo: Path, folder: Path) -> list[Row]:
    """How large the engine's heap grows, in Pyodide under node."""
    found = []
    for what, width, height, ending in (
        ("500-MP JPEG", *GROWING[500], "jpg"),
        ("500-MB TIFF", TIFF_SIDE, TIFF_SIDE, "tif"),
    ):
        path = samples.repeated(photo, width, height, folder / f"heap.{ending}")
        grown = heap.grown(path, samples.box_of(width, height), folder)
        bound = 5.0 * width * height + 300e6
        name = "5 bytes a pixel + 300 MB"
        found.append(Row(f"{what}, engine's heap", "node", grown, bound, name, "bytes", 1.0))
    return found


def _once(
    name: str, path: Path, width: int, height: int, folder: Path
) -> tuple[float, float | None]:
    """Milliseconds of ours and of the canvas way, each in a browser of its own."""
    box, found = samples.box_of(width, height), []
    for way in (pages.by_canvas, pages.by_engine):
        browser = LAUNCHERS[name](folder / f"{name}-{path.stem}-{way.__name__}")
        try:
            pages.boot(browser, (DIST / "pixelseal.html").as_uri())
            pages.choose(browser, path)
            if width * height < 50_000_000:  # the first one compiles
                way(browser, box)
            found.append(way(browser, box))
        finally:
            browser.close()
    return found[1] or 0.0, found[0]


def _many(name: str, photo: Path, folder: Path, count: int) -> list[Row]:
    box = samples.box(_COMPARED)
    browser = LAUNCHERS[name](folder / f"{name}-many")
    try:
        pages.boot(browser, (DIST / "pixelseal.html").as_uri())
        pages.choose(browser, photo)
        pages.many(browser, box, 2)  # all engines are up
        canvas, ours = pages.many(browser, box, count)
        what = f"{count} x {_COMPARED}-MP JPEG, an image"
        found = [Row(what, name, ours, canvas, "canvas, one by one", "ms", 1.0)]
        if name == "chromium":  # the others do not tell
            longest = pages.long_tasks(browser, box)
            what = "longest task of the page meanwhile"
            found.append(Row(what, name, longest, LONG_TASK, "a long task", "ms", 1.0))
        return found
    finally:
        browser.close()
