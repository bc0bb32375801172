"""A project of many images, saved and opened: the page's longest task on the way. Checks no file.

`python -m tests.bench.project --count 2000`: Chromium, small pictures, one region each. Tasks are
those that the Long Tasks API lists, of 50 ms and more; none listed is what is wanted.
"""

import argparse
import tempfile
from pathlib import Path

from PIL import Image

from app.build import bundle
from app.build.places import DIST
from tests.browser.drivers import LAUNCHERS, Browser
from tests.browser.product import Screen, recipe
from tests.browser.server import serve

SECONDS = 1800
COUNT = "text => [...document.querySelector('#filter').options].some(o => o.textContent === text)"
OUTCOME = "document.querySelector('#project-outcome')"
SAID = f"() => {OUTCOME}.dataset.kind === 'done'"
WATCH = """() => {
  window.longTasks = [];
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) window.longTasks.push(Math.round(task.duration));
  }).observe({type: 'longtask'});
}"""
# The observer hears of a task behind its end.
TAKEN = """async () => {
  await new Promise((done) => setTimeout(done, 500));
  return window.longTasks.splice(0).sort((a, b) => b - a);
}"""


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
    browser.evaluate(WATCH)
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
        browser = LAUNCHERS["chromium"](folder / "chromium")
        try:
            screen = opened(browser, site.url, paths, folder, True)
            browser.click("button", "Project")
            browser.evaluate(TAKEN)
            saved = screen.save("Save project (private)")
            browser.wait(SAID, SECONDS, "it was saved")
            print(f"saving {count} images: tasks of 50 ms and more: {browser.evaluate(TAKEN)}")
            kept = saved.rename(folder / "project.json")
            opened(browser, site.url, paths, folder, False)
            browser.click("button", "Project")
            browser.evaluate(TAKEN)
            browser.set_files("Open a project", [kept])
            browser.wait(SAID, SECONDS, "it was opened")
            print(f"opening it: tasks of 50 ms and more: {browser.evaluate(TAKEN)}")
        finally:
            browser.close()


if __name__ == "__main__":
    main()
