"""Rows on what grows: up to 500 megapixels and 500 MB, and the engine's heap. Times nothing."""

from collections.abc import Callable
from pathlib import Path
from statistics import median

from app.build.places import DIST
from tests.browser.drivers import LAUNCHERS

from . import heap, pages, samples
from .table import Row

# Width and height of pictures by megapixels; the time per megapixel should be the same for all.
GROWING = {1: (1152, 864), 12: (4000, 3000), 48: (8000, 6000), 108: (12000, 9000),
           500: (25000, 20000)}  # fmt: skip
TIFF_SIDE = 13_000
COMPARED = 12
ROUNDS = 5  # of the small ones, which are over before the machine has come to rest


def rows(name: str, photo: Path, folder: Path) -> list[Row]:
    """All rows of one browser; `photo` has 12 megapixels. Takes minutes."""
    files = {
        f"{size}-MP JPEG": (samples.repeated(photo, *side, folder / f"repeated-{size}.jpg"), *side)
        for size, side in GROWING.items()
    }
    tiff = samples.repeated(photo, TIFF_SIDE, TIFF_SIDE, folder / "repeated.tif")
    files["500-MB TIFF"] = (tiff, TIFF_SIDE, TIFF_SIDE)
    found, per_megapixel = [], {}
    for what, (path, width, height) in files.items():
        ours, canvas = _once(name, path, width, height, folder)
        plainly = None if isinstance(canvas, str) else canvas
        failure = canvas if isinstance(canvas, str) else ""
        found.append(
            Row(
                f"growth: {what}, all checks",
                name,
                ours,
                plainly,
                "canvas",
                "ms",
                None,
                failure=failure,
            )
        )
        per_megapixel[what] = ours / (width * height / 1e6)
    usual = per_megapixel[f"{COMPARED}-MP JPEG"]
    for what, time in per_megapixel.items():
        beside = f"{COMPARED}-MP JPEG"
        found.append(Row(f"growth: {what}, per megapixel", name, time, usual, beside, "ms", None))
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
        name = "5 bytes per pixel + 300 MB"
        found.append(Row(f"{what}, engine's heap", "node", grown, bound, name, "bytes", 1.0))
    return found


def _once(
    name: str, path: Path, width: int, height: int, folder: Path
) -> tuple[float, float | str]:
    """Milliseconds of ours and of the canvas way, or what that fails with.

    Each in a browser of its own.
    """
    box = samples.box_of(width, height)
    small = width * height < 50_000_000

    def timed(way: Callable[[pages.Browser, dict[str, int]], float | str]) -> float | str:
        browser = LAUNCHERS[name](folder / f"{name}-{path.stem}-{way.__name__}")
        try:
            pages.boot(browser, (DIST / "pixelseal.html").as_uri())
            pages.choose(browser, path)
            if not small:
                return way(browser, box)
            way(browser, box)  # compiles
            return median(float(way(browser, box)) for _round in range(ROUNDS))
        finally:
            browser.close()

    canvas = timed(pages.by_canvas)
    return float(timed(pages.by_engine)), canvas
