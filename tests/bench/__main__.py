"""Runs the benchmark: `python3 build.py bench`. Leave the machine idle meanwhile."""

import argparse
import re
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PIL import Image

from app.build import bundle, vendor
from app.build.places import DIST, ROOT
from tests.browser.drivers import BINARIES, LAUNCHERS
from tests.browser.server import serve

from . import (
    batch,
    bounded,
    frames,
    large,
    many,
    many_pages,
    native,
    pages,
    plot,
    samples,
    thousands,
    unaudited,
)
from .stock import stock_site
from .table import Row, merged, read, row, table, write
from .unwatched import Unwatched

RESULTS = ROOT / "bench" / "results.json"
PLOT = ROOT / "docs" / "images" / "time-by-pixels.svg"
# The marks of our page: images can be opened; the engine is ready.
_OURS = ("pixelseal-open", "pixelseal-engine-ready")
# The elements of the saved file that hold the parts which only some files need.
_OPTIONAL = re.compile(rb'<script[^>]*data-part="pixelseal-part-[^>]*>.*?</script>', re.DOTALL)
DEFAULT_BROWSERS = ("chromium", "firefox")


def main() -> None:
    """Measure, print the table, write RESULTS: rows that were not measured now stay there."""
    parser = argparse.ArgumentParser(prog="build.py bench", description=__doc__)
    parser.add_argument("--browser", action="append", choices=sorted(LAUNCHERS))
    parser.add_argument("--rounds", type=int, default=3, help="counted rounds, default %(default)s")
    parser.add_argument("--megapixels", type=int, action="append", choices=sorted(samples.SIZES))
    parser.add_argument("--no-usual", action="store_true", help="only what the options add")
    parser.add_argument("--frames", action="store_true", help="panning and zooming, too")
    parser.add_argument("--large", action="store_true", help="what grows, too; takes minutes")
    parser.add_argument("--bounded", action="store_true", help="many regions, frames, memory")
    parser.add_argument("--pages", action="store_true", help="a page of many, and of few")
    parser.add_argument("--find", action="store_true", help="what the finders find; takes minutes")
    parser.add_argument("--batch", type=int, metavar="N", help="N photos beside a canvas loop")
    parser.add_argument("--many", type=int, metavar="N", help="acts on N images, longest tasks")
    parser.add_argument("--flat", type=int, metavar="N", help="memory while N photos are saved")
    parser.add_argument("--finders", type=int, metavar="N", help="their time; memory over N photos")
    options = parser.parse_args()
    bundle.ensure()
    wanted = [name for name in options.browser or DEFAULT_BROWSERS if _installed(name)]
    sizes = options.megapixels or [12, 48]
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        rows = (
            []
            if options.no_usual
            else _usual(wanted, sizes, folder, options.rounds, options.frames)
        )
        if options.bounded:
            _say("What is bounded by pixels")
            rows += bounded.rows(samples.photo(12, folder), folder, options.rounds)
        if options.pages:
            _say("Pages of files of many")
            rows += many_pages.rows(options.rounds)
        if options.find:
            from tests.accuracy import measuring  # needs what only the finders need

            _say("What the finders find")
            rows += measuring.rows(folder)
        if options.batch:
            for name in wanted:
                _say(f"{options.batch} images in {name}")
                rows += batch.rows(name, samples.photo(12, folder), folder, options.batch)
        if options.many:
            for name in wanted:
                _say(f"What is done with {options.many} images in {name}")
                rows += thousands.rows(name, folder, options.many)
        if options.flat:
            _say(f"Memory while {options.flat} images are saved")
            rows.append(many.row(options.flat))
        if options.finders:
            rows += _finders(wanted, folder, options.rounds, options.finders)
        if options.large:
            rows += _large(wanted, folder)
    print(table(rows))
    rows = merged(read(RESULTS), rows)
    write(rows, RESULTS)
    plot.write(rows, PLOT)


def _usual(
    wanted: Sequence[str], sizes: list[int], folder: Path, rounds: int, moved: bool
) -> list[Row]:
    rows = _sizes()
    photos = {size: samples.photo(size, folder) for size in sizes}
    for name in wanted:
        rows += _browser(name, photos, folder, rounds, moved)
    if 12 in photos and BINARIES["chromium"]():
        _say("Without the audit, in Pyodide under node")
        rows.append(unaudited.row(photos[12], folder, rounds))
    for size, path in photos.items():
        _say(f"{size} megapixels on CPython")
        found = native.job(path, size, rounds)
        what = f"{size}-MP JPEG, all checks"
        rows.append(row(what, "CPython", found["engine"], found["pillow"], "Pillow alone"))
    return rows


def _finders(wanted: Sequence[str], folder: Path, rounds: int, photos: int) -> list[Row]:
    from . import behind, finding  # need what only the finders need

    labelled = finding.photo(folder)
    rows = []
    for name in wanted:
        _say(f"All finders in {name}")
        rows += finding.rows(name, labelled, folder, rounds)
    if "chromium" in wanted:
        _say(f"{photos} photos found behind the person")
        rows += behind.rows(labelled, samples.photo(12, folder), folder, photos, rounds)
    _say(f"Memory while {photos} photos are looked at")
    return rows + finding.held(labelled, folder, photos)


def _large(wanted: Sequence[str], folder: Path) -> list[Row]:
    photo = samples.photo(12, folder)
    rows = []
    for name in wanted:
        _say(f"Up to 500 megapixels in {name}")
        rows += large.rows(name, photo, folder)
    _say("The engine's heap")
    return rows + large.heaps(photo, folder)


def _browser(
    name: str, photos: dict[int, Path], folder: Path, rounds: int, moved: bool
) -> list[Row]:
    stock = folder / f"stock-{name}"
    stock_site(vendor.fetch(), stock)
    single = (DIST / "pixelseal.html").as_uri()
    smallest = min(photos)
    with serve(DIST / "site", "/some/path/") as site, serve(stock) as plain:
        opener = (Unwatched if name == "chromium" else LAUNCHERS[name])(folder / f"{name}-opening")
        try:
            rows = _boots(opener, name, site.url, single, plain.url, rounds)
            rows.append(_to_picture(opener, name, single, stock, photos[smallest], rounds))
        finally:
            opener.close()
        browser = LAUNCHERS[name](folder / name)
        try:
            if moved:
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


def _sizes() -> list[Row]:
    saved = (DIST / "pixelseal.html").read_bytes()
    optional = sum(len(part) for part in _OPTIONAL.findall(saved))
    rows = []
    for what, size, names, limit in (
        ("saved file", len(saved), ("engine", "heif", "avif"), None),
        ("saved file without HEIC and AVIF", len(saved) - optional, ("engine",), 16e6),
    ):
        paths = [path for name in names for path in (DIST / "site").glob(f"{name}-*.pack")]
        packs = float(sum(path.stat().st_size for path in paths))
        beside = "its packs, gzipped"
        rows.append(Row(what, "disk", float(size), packs, beside, "bytes", None, limit))
    return rows


def _installed(name: str) -> bool:
    if BINARIES[name]():
        return True
    print(f"{name} is not installed and was left out.", file=sys.stderr)
    return False


def _say(text: str) -> None:
    print(text + " …", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
