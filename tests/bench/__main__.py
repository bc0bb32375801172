"""Runs the benchmark: `python3 build.py bench`. Nobody else should use the machine meanwhile."""

import argparse
import sys
import tempfile
from pathlib import Path

from PIL import Image

from app.build import bundle, vendor
from app.build.places import DIST, ROOT
from tests.browser.drivers import BINARIES, LAUNCHERS
from tests.browser.server import serve

from . import frames, large, native, pages, samples
from .stock import stock_site
from .table import Row, row, table, write

RESULTS = ROOT / "bench" / "results.json"
# The marks of our page: images can be opened; the engine is ready.
_OURS = ("pixelseal-sealed", "pixelseal-engine-ready")
DEFAULT_BROWSERS = ("chromium", "firefox")


def main() -> None:
    """Measure, print the table, write RESULTS."""
    parser = argparse.ArgumentParser(prog="build.py bench", description=__doc__)
    parser.add_argument("--browser", action="append", choices=sorted(LAUNCHERS))
    parser.add_argument("--rounds", type=int, default=3, help="counted rounds, default %(default)s")
    parser.add_argument("--megapixels", type=int, action="append", choices=sorted(samples.SIZES))
    parser.add_argument("--large", action="store_true", help="what grows, too; takes minutes")
    parser.add_argument("--images", type=int, default=100, help="of the batch, default %(default)s")
    options = parser.parse_args()
    bundle.ensure()
    wanted = options.browser or DEFAULT_BROWSERS
    sizes = options.megapixels or [12, 48]
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        rows = [_size()]
        photos = {size: samples.photo(size, folder) for size in sizes}
        for name in wanted:
            if BINARIES[name]():
                rows += _browser(name, photos, folder, options.rounds)
            else:
                print(f"{name} is not installed and was left out.", file=sys.stderr)
        if options.large:
            rows += _large(wanted, folder, options.images)
        for size, path in photos.items():
            _say(f"{size} megapixels on CPython")
            found = native.job(path, size, options.rounds)
            what = f"{size}-MP JPEG, all checks"
            rows.append(row(what, "CPython", found["engine"], found["pillow"], "Pillow alone"))
    print(table(rows))
    write(rows, RESULTS)


def _large(wanted: list[str] | tuple[str, ...], folder: Path, images: int) -> list[Row]:
    photo = samples.photo(12, folder)
    rows = []
    for name in wanted:
        _say(f"Up to 500 megapixels, and {images} images, in {name}")
        rows += large.rows(name, photo, folder, images)
    _say("The engine's heap")
    return rows + large.heaps(photo, folder)


def _browser(name: str, photos: dict[int, Path], folder: Path, rounds: int) -> list[Row]:
    stock = folder / f"stock-{name}"
    stock_site(vendor.fetch(), stock)
    single = (DIST / "pixelseal.html").as_uri()
    smallest = min(photos)
    with serve(DIST / "site", "/some/path/") as site, serve(stock) as plain:
        browser = LAUNCHERS[name](folder / name)
        try:
            rows = _boots(browser, name, site.url, single, plain.url, rounds)
            rows.append(_to_picture(browser, name, single, stock, photos[smallest], rounds))
            if max(photos) >= 48:
                rows += _frames(browser, name, single, stock, photos[max(photos)], rounds)
            for size, path in photos.items():
                _say(f"{size} megapixels in {name}")
                pages.boot(browser, single)
                found = pages.job(browser, path, size, rounds)
                what = f"{size}-MP JPEG, all checks"
                rows.append(row(what, name, found["engine"], found["canvas"], "canvas", 2.3))
        finally:
            browser.close()
    return rows


def _boots(
    browser: pages.Browser, name: str, hosted: str, single: str, plain: str, rounds: int
) -> list[Row]:
    _say(f"Opening the page in {name}")
    boots = {"hosted": [], "file": []}  # type: dict[str, list[dict[str, float]]]
    stock = []
    for _round in range(rounds):
        stock.append(pages.stock_boot(browser, plain + "stock.html"))
        boots["hosted"].append(pages.boot(browser, hosted))
        boots["file"].append(pages.boot(browser, single))
    rows = []
    for carrier, found in boots.items():
        place, baseline = f"{name}, {carrier}", "stock Pyodide"
        ready = [one["engine"] for one in found]
        target = 0.40 if carrier == "file" else None
        rows.append(row("sealed, markable", place, [o["markable"] for o in found], stock, baseline))
        rows.append(row("engine ready", place, ready, stock, baseline, target))
    return rows


def _to_picture(
    browser: pages.Browser, name: str, single: str, stock: Path, photo: Path, rounds: int
) -> Row:
    ours, baseline = [], []
    empty = (stock / "empty.html").as_uri()
    for _round in range(rounds):
        baseline.append(pages.to_picture(browser, empty, "empty-ready", "empty-ready", photo))
        ours.append(pages.to_picture(browser, single, *_OURS, photo))
    what = "opening to the photo on the screen"
    return row(what, f"{name}, file", ours, baseline, "empty page", 3.0, 1000.0)


def _frames(
    browser: pages.Browser, name: str, single: str, stock: Path, photo: Path, rounds: int
) -> list[Row]:
    _say(f"Panning and zooming in {name}")
    with Image.open(photo) as image:
        width, pixels = image.width, image.width * image.height
    empty = (stock / "empty.html").as_uri()
    rows = []
    for format, path in {"JPEG": photo, **frames.others(photo)}.items():
        moved = [frames.ours(browser, single, path, width) for _round in range(rounds)]
        plain = [frames.bare(browser, empty, photo) for _round in range(rounds)]
        for place, what in enumerate(("panning at 100 %", "zooming")):
            what = f"{what}, {round(pixels / 1e6)}-MP {format}, slow frame"
            mine, theirs = [one[place] for one in moved], [one[place] for one in plain]
            rows.append(row(what, f"{name}, file", mine, theirs, "bare image", None, frames.LIMIT))
    return rows


def _size() -> Row:
    size = float((DIST / "pixelseal.html").stat().st_size)
    parts = sum(path.stat().st_size for path in (DIST / "site").rglob("*.pack"))
    return Row("saved file", "disk", size, float(parts), "its packs, gzipped", "bytes", None)


def _say(text: str) -> None:
    print(text + " …", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
