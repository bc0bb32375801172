"""The longest task of the page's own thread while a person works on thousands of images.

For tests/browser/counts.py; tests nothing: how long a task takes depends on the machine.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from PIL import Image

from .product import CHOOSE, JOB_SECONDS, Screen

COUNT = 2000
# Chromium names each task of more than 50 ms; in a task after the next paint it has named all.
WATCH = """() => {
  window.tasks = [];
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) window.tasks.push(entry.duration);
  }).observe({ type: 'longtask' });
}"""
RESTED = """async () => {
  for (let quiet = 0; quiet < 30;) {
    const before = window.tasks.length;
    await new Promise(done => requestAnimationFrame(() => setTimeout(done, 0)));
    quiet = window.tasks.length === before ? quiet + 1 : 0;
  }
  return Math.max(0, ...window.tasks.splice(0));
}"""
SCROLL = """async () => {
  const row = document.querySelector('#images-row');
  for (let place = 0; place < 60; place++) {
    row.scrollLeft += 1500;
    await new Promise(requestAnimationFrame);
  }
  row.scrollLeft = 0;
}"""
PROPOSED = """n => [...document.querySelector('#filter').options]
  .some(one => one.value === 'proposed' && one.textContent.endsWith(`(${n})`))"""


def measured(screen: Screen, folder: Path) -> Iterator[tuple[str, str]]:
    """(what was done, the longest task in words) for each step."""
    browser = screen.browser
    paths = [folder / f"{place:04}.png" for place in range(COUNT)]
    for place, path in enumerate(paths):
        Image.new("RGB", (24, 16), (place % 256, place // 256, 90)).save(path)
    browser.evaluate(WATCH)

    def longest(act: Callable[[], object]) -> str:
        act()
        found = float(browser.evaluate(RESTED))
        return f"{found:.0f} ms" if found else "under 50 ms"

    def examine() -> None:
        screen.add(*paths)
        ready = "!document.querySelector('#save-all').disabled"
        browser.wait(ready, 2 * JOB_SECONDS, "all are examined")

    yield "open and examine", longest(examine)
    screen.wait_judged()
    screen.mark(4, 4, 8, 8)
    yield "the next image", longest(lambda: browser.press("PageDown", "PageUp"))
    yield "scroll the strip", longest(lambda: browser.evaluate(SCROLL))
    yield "choose all", longest(lambda: browser.click("button", "Choose all"))

    def copy() -> None:
        browser.click("button", f"Copy regions to the {COUNT - 1:,} chosen".replace(",", ""))
        browser.wait(PROPOSED, JOB_SECONDS, "it is on all others", COUNT - 1)

    yield "copy a region to all", longest(copy)
    browser.press("PageDown")
    screen.wait_judged()

    def confirm() -> None:
        browser.evaluate("() => document.querySelector('#canvas').focus()")
        browser.press("Enter")
        browser.wait(PROPOSED, JOB_SECONDS, "it is confirmed", COUNT - 2)

    yield "confirm, and go on to the next", longest(confirm)
    yield "list what waits", longest(lambda: browser.evaluate(CHOOSE, "#filter", "proposed"))
    yield "list all", longest(lambda: browser.evaluate(CHOOSE, "#filter", "all"))
