"""A project of many images, saved and opened: the longest tasks on the way. Checks no file.

`python -m tests.bench.project --count 2000`: Chromium, small pictures, one region each. Of each
task of the page's main thread the processor's time is counted, out of the browser's own trace:
another program that runs meanwhile makes no task longer.
"""

import argparse
import tempfile
from pathlib import Path
from typing import Any

from PIL import Image

from app.build import bundle
from app.build.places import DIST
from tests.browser.drivers import Browser
from tests.browser.drivers.chromium import Chromium
from tests.browser.product import Screen, recipe
from tests.browser.server import serve

SECONDS = 1800
COUNT = "text => [...document.querySelector('#filter').options].some(o => o.textContent === text)"
OUTCOME = "document.querySelector('#project-outcome')"
SAID = f"() => {OUTCOME}.dataset.kind === 'done'"
LISTED = 8


class Trace:
    """Watches a Chromium while it is entered; `longest` has the longest tasks, in ms."""

    def __init__(self, browser: Chromium) -> None:
        self._cdp = browser._cdp
        self._page = browser._page
        self._events: list[dict[str, Any]] = []
        self._ended = False
        self.longest: list[int] = []
        self._cdp.on("Tracing.dataCollected", lambda data: self._events.extend(data["value"]))
        self._cdp.on("Tracing.tracingComplete", lambda _data: self._end())

    def _end(self) -> None:
        self._ended = True

    def __enter__(self) -> "Trace":
        how = {"categories": "toplevel,__metadata", "transferMode": "ReportEvents"}
        self._cdp.send("Tracing.start", how)
        return self

    def __exit__(self, *_error: object) -> None:
        self._cdp.send("Tracing.end")
        while not self._ended:
            self._page.wait_for_timeout(50)
        main = {
            (event["pid"], event["tid"])
            for event in self._events
            if event["name"] == "thread_name" and event["args"]["name"] == "CrRendererMain"
        }
        tasks = [
            event["tdur"] / 1000
            for event in self._events
            if (event["pid"], event["tid"]) in main
            and event["name"].endswith("RunTask")
            and "tdur" in event
        ]
        self.longest = sorted((round(task) for task in tasks), reverse=True)[:LISTED]


def opened(browser: Browser, address: str, paths: list[Path], folder: Path, marked: bool) -> Screen:
    """The page with these images, looked into; with a region on each where they are `marked`."""
    browser.open(address)
    screen = Screen(browser, "hosted")
    screen.wait_sealed()
    screen.wait_engine()
    asked = [recipe(folder / "recipe.json", [(4, 4, 12, 8)], {"format": "same"})] if marked else []
    screen.add(*paths, *asked)
    name = "Marked, not saved" if marked else "Nothing marked"
    browser.wait(COUNT, SECONDS, "all were looked into", f"{name} ({len(paths)})")
    return screen


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="tests.bench.project", description=__doc__)
    parser.add_argument("--count", type=int, default=2000)
    count = parser.parse_args().count
    bundle.ensure()
    with tempfile.TemporaryDirectory() as scratch, serve(DIST / "site", "/some/path/") as site:
        folder = Path(scratch)
        paths = [folder / f"{number:05}.png" for number in range(count)]
        for number, path in enumerate(paths):
            Image.new("RGB", (24, 16), (number % 256, number // 256, 9)).save(path)
        browser = Chromium(folder / "chromium")
        try:
            screen = opened(browser, site.url, paths, folder, True)
            browser.click("button", "Project")
            with Trace(browser) as saving:
                saved = screen.save("Save project (private)")
                browser.wait(SAID, SECONDS, "it was saved")
            print(f"saving {count} images, longest tasks, ms: {saving.longest}", flush=True)
            kept = saved.rename(folder / "project.json")
            opened(browser, site.url, paths, folder, False)
            browser.click("button", "Project")
            with Trace(browser) as opening:
                browser.set_files("Open a project", [kept])
                browser.wait(SAID, SECONDS, "it was opened")
            print(f"opening it, longest tasks, ms: {opening.longest}")
        finally:
            browser.close()


if __name__ == "__main__":
    main()
