"""What a person does with thousands of images, and the page's longest task meanwhile.

Small images: what is measured is the page's own work, which does not depend on their pixels.
"""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

from PIL import Image

from app.build.places import DIST
from tests.browser.drivers import LAUNCHERS, Browser, Unsupported
from tests.browser.product import ASKED, CAN_ACCEPT, CAN_CONFIRM, CHOOSE, JOB_SECONDS, Screen

from .longest_task import Longest, as_text, measured
from .table import Row

# Milliseconds: what a browser calls a long task.
LONG = 50.0
WINDOW = (1440, 900)
SECONDS = JOB_SECONDS
Act = tuple[str, Callable[[], object]]

_READY = "!document.querySelector('#save-all').disabled"
_SCROLL = """async () => {
  const row = document.querySelector('#images-row');
  for (let place = 0; place < 60; place++) {
    row.scrollLeft += 1500;
    await new Promise(requestAnimationFrame);
  }
  row.scrollLeft = 0;
  await new Promise(requestAnimationFrame);
}"""
_COUNT = """(name, n) => [...document.querySelector('#filter').options]
  .some(one => one.value === name && one.textContent.endsWith(`(${n})`))"""
_CHOSEN = "n => document.querySelector('#chosen-count').textContent.startsWith(`${n} `)"
_NONE = "!document.querySelector('#chosen').checkVisibility()"
_SAID = "text => document.querySelector('#said').textContent.includes(text)"
_IDLE = "!document.querySelector('#series-stop')?.checkVisibility()"
_BUSY = "document.querySelector('#series-stop').checkVisibility()"
_PROJECT = "document.querySelector('#project-outcome').dataset.kind === 'done'"
_FOCUS = "id => document.querySelector(id).focus()"
_PRESS = "id => document.querySelector(id).click()"
_FIRST = "() => document.querySelector('#images .image-button').focus()"
_STATE = """async () => {
  for (const one of document.querySelectorAll('#gate-statements-all input')) {
    if (one.checkVisibility() && !one.checked) one.click();
    await new Promise(done => setTimeout(done, 0));
  }
}"""
_CLOSED = "document.querySelector('#work').hidden"
_STOPPED = "document.querySelector('#run-close').checkVisibility()"
_BEGUN = "document.querySelector('#run-cancel').checkVisibility() || " + _STOPPED


def rows(name: str, folder: Path, count: int) -> list[Row]:
    """A row for each act; a second one for its processor time where the browser tells it."""
    found = []
    browser = LAUNCHERS[name](folder / f"{name}-thousands")
    try:
        browser.set_viewport(*WINDOW)
        browser.open((DIST / "pixelseal.html").as_uri())
        screen = Screen(browser, "file")
        screen.wait_sealed()
        screen.wait_engine()
        for what, act in acts(screen, folder, count):
            longest = measured(browser, act)
            print(f"  {what}: {longest.wall:.0f} ms {as_text(longest.parts)}", flush=True)
            found += _rows(f"{count:,} images: {what}, longest task", name, longest)
    finally:
        browser.close()
    return found


def _rows(what: str, name: str, longest: Longest) -> list[Row]:
    row = Row(what, name, longest.wall, LONG, "a long task", "ms", 1.0)
    if longest.processor is None:
        return [row]
    where = f"{name}, processor time"
    return [row, Row(what, where, longest.processor, LONG, "a long task", "ms", 1.0)]


def images(folder: Path, count: int) -> list[Path]:
    """So many small pictures, no two alike."""
    paths = [folder / f"{place:04}.png" for place in range(count)]
    for place, path in enumerate(paths):
        if not path.exists():
            colour = (place % 256, place // 256, 90)
            Image.new("RGB", (24, 16), colour).save(path)
    return paths


def acts(screen: Screen, folder: Path, count: int) -> Iterator[Act]:
    """What is done, one after the other: (its name, doing it)."""
    browser, paths = screen.browser, images(folder, count)
    many = count - 1

    def wait(script: str, what: str, *args: object) -> None:
        browser.wait(script, SECONDS, what, *args)

    def press(button: str) -> None:
        browser.evaluate(_PRESS, button)

    yield "drop them", lambda: (_drop(browser, screen, paths), wait(_COUNT, "open", "all", count))
    yield "examine all", lambda: wait(_READY, "all are examined")
    screen.wait_judged()
    yield "mark", lambda: screen.mark(4, 4, 8, 8)
    yield "the next image and back", lambda: browser.press("PageDown", "PageUp")
    yield "scroll the strip", lambda: browser.evaluate(_SCROLL)
    browser.evaluate(_FIRST)
    yield "choose a range by Shift", lambda: browser.press("Shift+End")
    wait(_CHOSEN, "the range is chosen", count)
    yield "choose none", lambda: (press("#choose-none"), wait(_NONE, "none is chosen"))
    yield (
        "choose all",
        lambda: (press("#choose-all"), wait(_CHOSEN, "all are chosen", count)),
    )
    browser.press("PageUp")
    screen.wait_judged()
    yield (
        "copy a mark to all",
        lambda: (press("#copy-regions"), wait(_COUNT, "it is on all", "proposed", many)),
    )
    browser.press("PageDown")
    screen.wait_judged()

    def confirm() -> None:
        browser.evaluate(_FOCUS, "#canvas")
        browser.press("Enter")
        wait(_COUNT, "it is confirmed", "proposed", many - 1)

    yield "confirm one, and go on", confirm
    yield "undo it", lambda: (browser.press("PageUp"), browser.press("Control+z"))
    yield "list what waits", lambda: browser.evaluate(CHOOSE, "#filter", "proposed")
    yield "list all", lambda: browser.evaluate(CHOOSE, "#filter", "all")
    press("#choose-all")
    wait(_CHOSEN, "all are chosen", count)
    yield (
        "confirm what was seen of all",
        lambda: (press("#confirm-chosen"), wait(_SAID, "it says so", "not"), wait(_IDLE, "done")),
    )
    press("#choose-all")
    wait(_CHOSEN, "all are chosen", count)
    browser.evaluate(_FOCUS, "#canvas")
    yield (
        "turn all",
        lambda: (browser.press("t"), wait(_SAID, "it says so", "too"), wait(_IDLE, "all are")),
    )
    yield (
        "turn all, and stop",
        lambda: (
            browser.press("t"),
            wait(_BUSY, "it can be stopped"),
            press("#series-stop"),
            wait(_SAID, "it says where it stopped", "Stopped"),
        ),
    )
    yield "undo a turn", lambda: browser.press("Control+z")
    browser.evaluate(CHOOSE, "#output-format", "png")
    yield "another output for all", lambda: press("#output-for-all")
    yield "choose another language", lambda: browser.evaluate(CHOOSE, "#language", "es")
    browser.evaluate(CHOOSE, "#language", "en")
    yield from _project(screen, folder, wait)
    yield from _review(browser, wait)
    press("#choose-all")
    wait(_CHOSEN, "all are chosen", count)
    yield "close all", lambda: (press("#close-chosen"), _agree(browser), wait(_CLOSED, "closed"))


def _drop(browser: Browser, screen: Screen, paths: list[Path]) -> None:
    try:
        browser.drop(paths)
    except Unsupported:
        screen.add(*paths)


def _agree(browser: Browser) -> None:
    asked = "document.querySelector('#ask').open || document.querySelector('#work').hidden"
    browser.wait(asked, SECONDS, "it asks first")
    browser.evaluate("""() => {
      if (document.querySelector('#ask').open) document.querySelector('#ask-yes').click();
    }""")


def _project(screen: Screen, folder: Path, wait: Callable[..., None]) -> Iterator[Act]:
    browser = screen.browser
    kept: list[Path] = []
    browser.evaluate(_PRESS, "#open-project")

    def save() -> None:
        def pressed() -> None:
            browser.evaluate(_PRESS, "#save-project")

        kept.append(browser.download(pressed, SECONDS))
        wait(_PROJECT, "it is saved")

    yield "save the project", save
    # Every second image gets its work from the file: the other half is as it was saved.
    project = json.loads(kept[0].read_text("utf-8"))
    for entry in project["images"][::2]:
        entry["recipe"]["regions"] = []
    path = folder / "project.json"
    rows = ",\n".join(json.dumps(entry) for entry in project["images"])
    head = {key: value for key, value in project.items() if key != "images"}
    path.write_text(json.dumps(head)[:-1] + ', "images": [\n' + rows + "\n]}\n", "utf-8")

    def restore() -> None:
        browser.evaluate("() => { document.querySelector('#project-outcome').dataset.kind = ''; }")
        browser.set_files("Open a project", [path])
        asked_or_done = "document.querySelector('#ask').open || " + _PROJECT
        wait(asked_or_done, "it asks about other work, or is done")
        _agree_if_asked(browser)
        wait(_PROJECT, "it is open")

    yield "open the project", restore
    browser.evaluate(_PRESS, "#project-close")


def _agree_if_asked(browser: Browser) -> None:
    browser.evaluate("""() => {
      if (document.querySelector('#ask').open) document.querySelector('#ask-yes').click();
    }""")


def _review(browser: Browser, wait: Callable[..., None]) -> Iterator[Act]:
    def press(button: str) -> None:
        browser.evaluate(_PRESS, button)

    yield "open the review of all", lambda: (press("#save-all"), wait(ASKED, "the review asks"))
    wait(CAN_ACCEPT, "the finished picture was on the screen")
    yield (
        "accept one, and go on",
        lambda: (browser.press("Enter"), wait(CAN_ACCEPT, "the next is there")),
    )
    yield (
        "state for all",
        lambda: browser.evaluate(_STATE),
    )
    wait(CAN_CONFIRM, "it can be saved")
    yield "begin to save", lambda: (press("#gate-save"), wait(_BEGUN, "the run has begun"))
    yield (
        "stop the run",
        lambda: (press("#run-cancel"), wait(_STOPPED, "it has ended")),
    )
    press("#run-close")
