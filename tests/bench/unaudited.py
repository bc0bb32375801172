"""The row without the audit: decode, cover, encode and hash, for which no page can be asked."""

import json
from pathlib import Path

from app.build.places import DIST
from tests.browser.drivers import LAUNCHERS

from . import heap, pages, samples
from .table import Row
from .table import row as row_of

MEGAPIXELS = 12
_PYTHON = """
import hashlib, time
from pixelseal.core.cover.burn import burn
from pixelseal.core.decode.decode import decode
from pixelseal.core.encode import settings_for, encode
from pixelseal.core.source import examine
from pixelseal.core.redaction import planned_page

def job():
    found = examine(data, 1)
    _page, _fitted, planned = planned_page(parsed, found, 1)
    coding = settings_for(parsed.output, found.pages[0])
    raster, _painted = burn(decode(data, found.pages[0]), planned)
    hashlib.sha256(encode(raster, coding)).hexdigest()

times = []
for turn in range(rounds + 1):
    start = time.perf_counter()
    job()
    times.append(1000 * (time.perf_counter() - start))
print(json.dumps(times[1:]))
"""


def times(photo: Path, box: dict[str, int], folder: Path, rounds: int) -> list[float]:
    """Milliseconds of each round, in Pyodide under node."""
    lines = heap.run(f"rounds = {rounds}" + _PYTHON, photo, box, folder)
    return [float(one) for one in json.loads(lines[-2])]


def row(photo: Path, folder: Path, rounds: int) -> Row:
    """The engine's own steps in Pyodide under node, whose compiler is Chromium's, beside a canvas.

    The canvas is timed before and after.
    """
    box = samples.box(MEGAPIXELS)
    browser = LAUNCHERS["chromium"](folder / "chromium-unaudited")
    try:
        pages.boot(browser, (DIST / "pixelseal.html").as_uri())
        pages.choose(browser, photo)
        pages.by_canvas(browser, box)
        canvas = [pages.by_canvas(browser, box) for _round in range(rounds)]
        ours = times(photo, box, folder, rounds)
        canvas += [pages.by_canvas(browser, box) for _round in range(rounds)]
    finally:
        browser.close()
    what = f"{MEGAPIXELS}-MP JPEG, without the audit"
    beside = [float(time) for time in canvas]
    return row_of(what, "node", ours, beside, "canvas, Chromium", 1.6)
