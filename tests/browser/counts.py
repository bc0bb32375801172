"""Counts what a person does for a piece of work, by driving the page as one: `build.py counts`.

Each click, each drag and each key counts as one action, files that are dropped together as one.
Nothing is done in another way, so a count cannot be smaller than what the page asks for. Writes
docs/counts.md; tests/browser/test_counts.py holds the small ones.
"""

import argparse
import datetime
import json
import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from pixelseal import __version__

from app.build import bundle
from app.build.places import DIST, ROOT
from tests.bench import longest_task, samples, thousands

from .drivers import LAUNCHERS, Browser
from .hand import ACCEPTED, Worker, opened, photos
from .product import ASKED, BOTH, CAN_ACCEPT, CAN_CONFIRM, COUNTED, JOB_SECONDS
from .test_layout import SHARE, SHARES

PAGE = ROOT / "docs" / "counts.md"
RESULTS = ROOT / "bench" / "counts.json"
WINDOW, PHONE = (1440, 900), (360, 740)
PHONE_SAVES = "Save"  # the button in a phone's bar
REPEATS_PER_SECOND = 30  # of a held key, as desktop systems are usually set
MIXED, TRIPOD, LOOKED_AT = 12, 200, 40
THOUSANDS = 2000
TRIPOD_SIZE = (1152, 864)
SEEN = "document.querySelector('#gate-level').textContent.endsWith('at full size.')"
# No automation repeats a held key: events as it sends them, at that rate. Milliseconds it took.
HOLD = f"""async () => {{
  const start = performance.now();
  while (!({SEEN})) {{
    document.activeElement.dispatchEvent(new KeyboardEvent('keydown',
      {{ key: ' ', repeat: true, bubbles: true, cancelable: true }}));
    await new Promise(done => setTimeout(done, 1000 / {REPEATS_PER_SECOND}));
  }}
  return performance.now() - start;
}}"""


Opened = Callable[[], AbstractContextManager[Worker]]


def one_photo(worker: Worker, megapixels: int = 12, save: str = "Save image") -> int:
    """Image and certificate of one photo with a face: drop, drag, save, confirm."""
    width, height = samples.SIZES[megapixels]
    worker.screen.add(samples.photo(megapixels, worker.folder))
    worker.shown((width, height))
    worker.screen.mark(width // 3, height // 3, width // 5, height // 4)
    worker.review(save, CAN_CONFIRM)
    both = str(worker.screen.browser.evaluate(BOTH))
    saved = worker.hand.download(lambda: worker.hand.click("button", both), JOB_SECONDS)
    assert saved.suffix == ".zip"
    return worker.hand.actions


def mixed(worker: Worker, count: int = MIXED) -> int:
    """Photos of different sizes with a mark each, looked at, all saved."""
    sizes = [(900 + 40 * place, 1300 - 50 * place) for place in range(count)]
    worker.screen.add(*photos(worker.folder, sizes))
    for place, size in enumerate(sizes):
        if place:
            worker.hand.press("PageDown")
        worker.shown(size)
        worker.screen.mark(200, 200, 200, 150)
    worker.review("Save all", CAN_ACCEPT)
    worker.accept_all(count)
    return worker.hand.actions


def tripod(worker: Worker, count: int = TRIPOD) -> int:
    """Photos from a tripod with one label each: marked once, each looked at, all saved."""
    screen, hand = worker.screen, worker.hand
    screen.add(*photos(worker.folder, [TRIPOD_SIZE] * count))
    hand.wait("!document.querySelector('#save-all').disabled", JOB_SECONDS, "all are examined")
    worker.shown(TRIPOD_SIZE)
    screen.mark(100, 100, 300, 90)
    hand.click("button", "Choose all")
    hand.click("button", f"Copy regions to the {count - 1} chosen")
    worker.review("Save all", CAN_ACCEPT)
    worker.accept_all(count)
    return hand.actions


@dataclass(frozen=True)
class Looking:
    """What it takes to look at one photo entirely at full size."""

    presses: int
    held: float  # seconds with the key held instead


def looking(worker: Worker, megapixels: int) -> Looking:
    """By presses of the key for the next part, and by holding it, in the review of one photo."""
    worker.screen.add(samples.photo(megapixels, worker.folder))
    worker.shown(samples.SIZES[megapixels])
    worker.review("Save image", CAN_CONFIRM)
    before = worker.hand.actions
    while not worker.hand.evaluate(SEEN):
        worker.hand.press(" ")
        worker.hand.wait(COUNTED, JOB_SECONDS, "more was seen")
    presses = worker.hand.actions - before
    # Another picture of that size, of which nothing was seen.
    worker.hand.press("Escape")
    worker.screen.add(samples.photo(megapixels, worker.folder, 1))
    worker.hand.wait(f"!({ASKED})", JOB_SECONDS, "the review is left")
    worker.shown(samples.SIZES[megapixels])
    worker.review("Save image", CAN_CONFIRM)
    return Looking(presses, worker.hand.evaluate(HOLD, timeout=JOB_SECONDS) / 1000)


def looking_at_many(worker: Worker, count: int = LOOKED_AT) -> Looking:
    """All of each of many photos of 12 megapixels; a held key and Enter for each."""
    source = samples.photo(12, worker.folder).read_bytes()
    paths = [worker.folder / f"many-{place:02}.jpg" for place in range(count)]
    for path in paths:
        path.write_bytes(source)
    worker.screen.add(*paths)
    ready = "!document.querySelector('#save-all').disabled"
    worker.hand.wait(ready, JOB_SECONDS, "all are examined")
    worker.review("Save all", "true")
    start, held = worker.hand.actions, 0
    began = worker.hand.evaluate("performance.now()")
    for place in range(1, count + 1):
        worker.hand.wait(CAN_ACCEPT, JOB_SECONDS, "the finished picture was on the screen")
        worker.hand.evaluate(HOLD, timeout=JOB_SECONDS)
        held += 1
        worker.hand.press("Enter")
        worker.hand.wait(ACCEPTED, JOB_SECONDS, "it is accepted", place)
    seconds = (worker.hand.evaluate("performance.now()") - began) / 1000
    return Looking(worker.hand.actions - start + held, seconds)


def shares(browser: Browser) -> list[float]:
    """The share of the window that is picture, at each size, with fourteen photos open."""
    found = []
    for size, _least in SHARES:
        browser.set_viewport(*size)
        found.append(float(browser.evaluate(SHARE)))
    browser.set_viewport(*WINDOW)
    return found


Row = tuple[str, str, str]  # what is done, what was measured, the target


def _few(open_page: Opened) -> Iterator[Row]:
    with open_page() as worker:
        yield "one photo, one face: image and certificate", f"{one_photo(worker)} actions", "4"
    with open_page() as worker:
        worker.hand.set_viewport(*PHONE)
        said = f"the same on a phone, {PHONE[0]} × {PHONE[1]}"
        yield said, f"{one_photo(worker, save=PHONE_SAVES)} actions", "4"
        worker.hand.set_viewport(*WINDOW)
    with open_page() as worker:
        yield f"{MIXED} mixed photos, a mark each", f"{mixed(worker)} actions", ""


def _series(open_page: Opened) -> Iterator[Row]:
    with open_page() as worker:
        said = f"{TRIPOD} photos from a tripod, a label each"
        yield said, f"{tripod(worker)} actions", "≤ 220"


def _one_looked_at(open_page: Opened) -> Iterator[Row]:
    for megapixels in (12, 48):
        with open_page() as worker:
            found = looking(worker, megapixels)
        said = f"{megapixels} megapixels seen entirely at full size"
        yield f"{said}, by presses", f"{found.presses} presses", ""
        yield f"{said}, with the key held", f"{found.held:.0f} s", ""


def _many_looked_at(open_page: Opened) -> Iterator[Row]:
    with open_page() as worker:
        many = looking_at_many(worker)
        said = f"{LOOKED_AT} photos of 12 megapixels, each seen entirely, with the key held"
        yield said, f"{many.presses} actions, {many.held / 60:.1f} min", "10 min"


def _shares(open_page: Opened) -> Iterator[Row]:
    with open_page() as worker:
        worker.screen.add(*photos(worker.folder, [TRIPOD_SIZE] * 14))
        worker.shown(TRIPOD_SIZE)
        for (size, least), share in zip(SHARES, shares(worker.hand), strict=True):
            said = f"share of a window of {size[0]} × {size[1]} that is picture"
            yield said, f"{share:.0%}", f"≥ {least:.0%}"


def _tasks(open_page: Opened) -> Iterator[Row]:
    with open_page() as worker:
        for said, act in thousands.acts(worker.screen, worker.folder, THOUSANDS):
            task = longest_task.measured(worker.hand, act).wall
            yield f"longest task with {THOUSANDS:,} images: {said}", f"{task:.0f} ms", "50 ms"


PARTS = {
    "few": _few,
    "series": _series,
    "look": _one_looked_at,
    "look-many": _many_looked_at,
    "shares": _shares,
    "tasks": _tasks,
}


HEAD = """# What a person has to do

Counted by `python3 build.py counts`, which drives the page as a person would: each click, each drag
and each key is one action, files that are dropped together are one. {browser}, {window} but where a
size is named, {cores}. Times and tasks depend on the machine and on what else it is doing; counts
do not. A row stays until it is measured again (`-- --only PART`: {parts}).

| | measured | target | version, day |
|---|---|---|---|
"""
FOOT = """
A held key repeats {repeats} times a second, and goes on only once a part was still on the screen
for a quarter of a second: the time follows from what counts as seen ([review](review.md)), not from
the keyboard.

**Beside it.** The figure to beat for one photo was 5 actions with
[image-scrubber](https://github.com/everestpipkin/image-scrubber), as a survey before this work
counted them; this script does not drive that page. It saves an image alone, without a certificate,
and has one image at a time.
"""


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure all parts or some, and write the page from what is known now."""
    parser = argparse.ArgumentParser(prog="build.py counts", description=__doc__.split("\n")[0])
    parser.add_argument("--only", nargs="*", choices=PARTS, default=list(PARTS), metavar="PART")
    options = parser.parse_args(arguments)
    bundle.ensure()
    address = (DIST / "pixelseal.html").as_uri()
    known = json.loads(RESULTS.read_text("utf-8")) if RESULTS.exists() else {}
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        browser = LAUNCHERS["chromium"](folder / "chromium")
        try:
            browser.set_viewport(*WINDOW)
            name = browser.evaluate("'Chromium ' + navigator.userAgent.match(/Chrome.([0-9]+)/)[1]")
            day = datetime.datetime.now(datetime.UTC).date().isoformat()
            for part in options.only:
                known[part] = []
                for row in PARTS[part](lambda: opened(browser, address, folder)):
                    print(" | ".join(row), flush=True)
                    known[part].append([*row, f"{__version__}, {day}"])
                RESULTS.write_text(json.dumps(known, indent=1, ensure_ascii=False) + "\n", "utf-8")
        finally:
            browser.close()
    head = HEAD.format(
        browser=name,
        window=f"{WINDOW[0]} × {WINDOW[1]}",
        cores=f"{os.cpu_count()} cores",
        parts=", ".join(f"`{part}`" for part in PARTS),
    )
    table = ["| " + " | ".join(row) + " |\n" for part in PARTS for row in known.get(part, [])]
    PAGE.write_text(head + "".join(table) + FOOT.format(repeats=REPEATS_PER_SECOND), "utf-8")


if __name__ == "__main__":
    main()
