"""Many photos saved in one run: how much memory the browser takes on the way. Times little.

`python -m tests.bench.many --count 500`: Chromium, 12-megapixel JPEGs, one ZIP as a stream or by
download. The bound is docs/saving.md's: what is held does not grow with the number of images.
"""

import argparse
import tempfile
import threading
import time
from pathlib import Path

from app.build import bundle
from app.build.places import DIST
from tests.browser.drivers import LAUNCHERS, Browser
from tests.browser.product import Screen, recipe
from tests.browser.server import serve

from . import samples

SECONDS = 3600
STREAM = """async () => {
  const root = await navigator.storage.getDirectory();
  const file = await root.getFileHandle('many.zip', {create: true});
  window.showSaveFilePicker = async () => file;
}"""
DOWNLOAD = "() => { delete window.showSaveFilePicker; }"
DONE = "() => document.querySelector('#run-close').checkVisibility()"
COUNT = "text => [...document.querySelector('#filter').options].some(o => o.textContent === text)"
TEXT = "document.querySelector('#run-text').textContent"


class Memory(threading.Thread):
    """Samples once a second what Chromium holds: (moment, bytes)."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.samples: list[tuple[float, int]] = []
        self.ended = threading.Event()

    def run(self) -> None:
        while not self.ended.wait(1):
            self.samples.append((time.monotonic(), held()))

    def most(self, start: float, end: float) -> int:
        """The largest sample between two moments."""
        return max((size for at, size in self.samples if start <= at <= end), default=0)


def held() -> int:
    """Bytes that all processes of Chromium hold now (proportional set size); no other may run."""
    total = 0
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if b"chromium" in (folder / "cmdline").read_bytes().split(b"\0")[0]:
                for line in (folder / "smaps_rollup").read_text().splitlines():
                    if line.startswith("Pss:"):
                        total += int(line.split()[1]) * 1024
        except OSError:
            continue  # it has ended
    return total


def opened(browser: Browser, count: int, folder: Path) -> Screen:
    """The page with that many photos, all marked by a recipe and looked into."""
    photo = samples.photo(12, folder)
    paths = [folder / f"photo-12-{number:04}.jpg" for number in range(count)]
    for path in paths:
        path.hardlink_to(photo)
    box = samples.box(12)
    place = (box["x"], box["y"], box["width"], box["height"])
    screen = Screen(browser, "hosted")
    screen.wait_sealed()
    screen.wait_engine()
    screen.add(*paths, recipe(folder / "recipe.json", [place], {"format": "same"}))
    browser.wait(COUNT, SECONDS, "all were looked into", f"Marked, not saved ({count})")
    return screen


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="tests.bench.many", description=__doc__)
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--into", choices=("stream", "download"), default="stream")
    options = parser.parse_args()
    bundle.ensure()
    with tempfile.TemporaryDirectory() as scratch, serve(DIST / "site", "/some/path/") as site:
        folder = Path(scratch)
        browser = LAUNCHERS["chromium"](folder / "chromium")
        try:
            browser.open(site.url)
            screen = opened(browser, options.count, folder)
            browser.evaluate(STREAM if options.into == "stream" else DOWNLOAD)
            memory = Memory()
            before, start = held(), time.monotonic()
            memory.start()
            screen.press_save("Save all")
            browser.wait(DONE, SECONDS, "the run has ended")
            end = time.monotonic()
            memory.ended.set()
            print(browser.evaluate(TEXT))
        finally:
            browser.close()
    tenth = (end - start) / 10
    print(f"{options.count} photos of 12 megapixels, {options.into}: {end - start:.0f} s")
    print(f"before: {before / 1e6:.0f} MB; most by tenths of the run, MB:")
    parts = [memory.most(start + n * tenth, start + (n + 1) * tenth) for n in range(10)]
    print(" ".join(f"{part / 1e6:.0f}" for part in parts))


if __name__ == "__main__":
    main()
