"""Many photos saved in one run: how much memory the browser takes meanwhile. Times little.

`python -m tests.bench.many --count 500`: Chromium, 12-megapixel JPEGs, one ZIP as a stream or by
download. The bound is docs/saving.md's: what is held does not grow with the number of images.
"""

import argparse
import contextlib
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from app.build import bundle
from app.build.places import DIST
from tests.browser.drivers import LAUNCHERS, Browser
from tests.browser.product import Screen, recipe
from tests.browser.server import serve

from . import samples
from .table import Row

SECONDS = 7200
DISTINCT = 5  # photos, opened over and over
COMPARED = 100  # images at either end of the run
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

    def __init__(self, profile: Path) -> None:
        super().__init__(daemon=True)
        self.profile = profile
        self.samples: list[tuple[float, int]] = []
        self.ended = threading.Event()

    def run(self) -> None:
        while not self.ended.wait(1):
            self.samples.append((time.monotonic(), held(self.profile)))

    def most(self, start: float, end: float) -> int:
        """The largest sample between two moments."""
        return max((size for at, size in self.samples if start <= at <= end), default=0)


def held(profile: Path) -> int:
    """Bytes that all processes of the Chromium with that profile hold (proportional set size)."""
    parents, commands = {}, {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            status = (folder / "status").read_text("utf-8", "replace")
            commands[folder.name] = (folder / "cmdline").read_bytes()
        except OSError:
            continue  # it has ended
        parents[folder.name] = status.split("PPid:\t", 1)[1].split("\n", 1)[0]
    mine = {pid for pid, command in commands.items() if str(profile).encode() in command}
    while more := {pid for pid, parent in parents.items() if parent in mine} - mine:
        mine |= more
    total = 0
    for pid in mine:
        with contextlib.suppress(OSError):
            for line in Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").splitlines():
                if line.startswith("Pss:"):
                    total += int(line.split()[1]) * 1024
    return total


def opened(browser: Browser, count: int, folder: Path) -> Screen:
    """The page with that many photos, all marked by a recipe and looked into."""
    photos = [samples.photo(12, folder, number) for number in range(DISTINCT)]
    paths = [folder / f"image-{number:04}.jpg" for number in range(count)]
    for number, path in enumerate(paths):
        path.hardlink_to(photos[number % DISTINCT])
    box = samples.box(12)
    place = (box["x"], box["y"], box["width"], box["height"])
    screen = Screen(browser, "hosted")
    screen.wait_sealed()
    screen.wait_engine()
    screen.add(*paths, recipe(folder / "recipe.json", [place], {"format": "same"}))
    browser.wait(COUNT, SECONDS, "all were looked into", f"Marked, not saved ({count})")
    return screen


@dataclass(frozen=True)
class Run:
    """One run: what the page said at its end, seconds, and samples of bytes by moment."""

    said: str
    before: int
    start: float
    end: float
    memory: Memory

    def most(self, begin: float, end: float) -> int:
        """The most bytes held between two shares of the run's time, from 0 to 1."""
        length = self.end - self.start
        return self.memory.most(self.start + begin * length, self.start + end * length)


def run(count: int, into: str) -> Run:
    """Open so many photos in Chromium, all marked, and save them all."""
    with tempfile.TemporaryDirectory() as scratch, serve(DIST / "site", "/some/path/") as site:
        folder = Path(scratch)
        profile = folder / "chromium"
        browser = LAUNCHERS["chromium"](profile)
        try:
            browser.open(site.url)
            screen = opened(browser, count, folder)
            browser.evaluate(STREAM if into == "stream" else DOWNLOAD)
            memory = Memory(profile)
            before, start = held(profile), time.monotonic()
            memory.start()
            screen.press_save("Save all")
            browser.wait(DONE, SECONDS, "the run has ended")
            end = time.monotonic()
            memory.ended.set()
            return Run(str(browser.evaluate(TEXT)), before, start, end, memory)
        finally:
            browser.close()


def row(count: int) -> Row:
    """What is held at most while the last hundred are made, beside the first hundred.

    An image takes as long as any other: a hundredth of the time is a hundredth of the images.
    """
    done = run(count, "stream")
    share = min(0.5, COMPARED / count)
    what = f"{count} x 12-MP JPEG saved, memory of the last {round(share * count)}"
    first, last = float(done.most(0, share)), float(done.most(1 - share, 1))
    return Row(what, "chromium, hosted", last, first, "the first as many", "bytes", 1.1)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="tests.bench.many", description=__doc__)
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--into", choices=("stream", "download"), default="stream")
    options = parser.parse_args()
    bundle.ensure()
    done = run(options.count, options.into)
    print(done.said)
    seconds = done.end - done.start
    print(f"{options.count} photos of 12 megapixels, {options.into}: {seconds:.0f} s")
    print(f"before: {done.before / 1e6:.0f} MB; most by tenths of the run, MB:")
    parts = [done.most(n / 10, (n + 1) / 10) for n in range(10)]
    print(" ".join(f"{part / 1e6:.0f}" for part in parts))


if __name__ == "__main__":
    main()
