"""The states of the page, one after the other, for what looks at all of them; no test.

Each is left as it was reached, and does not depend on the size of the window.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from PIL import Image

from .drivers import Browser
from .photos import HEIGHT, SOURCE_NAME, WIDTH, clinical_photo
from .product import ASKED, CAN_ACCEPT, CAN_CONFIRM, CHOOSE, JOB_SECONDS, Screen

MANY = 12
# A browser that can share files, without an app to share them with.
CAN_SHARE = "() => { navigator.canShare = () => true; navigator.share = async () => {}; }"
OPEN = "(name, open) => { document.querySelector(name).open = open; }"
# What a phone has in sheets, and a larger window beside the picture.
SHEETS = ("rail", "panel", "menu", "list")
SHEET = "(name, shown) => { document.body.dataset[name] = shown ? 'yes' : 'no'; }"
DIALOGS = ("help", "verify", "project", "process", "proof")


def work(folder: Path) -> list[Path]:
    """A photo that says much about a person, and smaller pictures."""
    paths = [clinical_photo(folder / SOURCE_NAME)]
    for number in range(1, MANY):
        paths.append(folder / f"{number} of a series with a name that is long.png")
        Image.new("RGB", (WIDTH, HEIGHT), (18 * number, 90, 120)).save(paths[-1])
    return paths


def add(browser: Browser, *photos: Path) -> None:
    """Choose files, in whatever language the page is."""
    browser.set_files(browser.evaluate("document.querySelector('#add span').textContent"), photos)


def dialogs(browser: Browser) -> Iterator[str]:
    """Each dialog of the header, open."""
    for name in DIALOGS:
        browser.evaluate(f"() => document.querySelector('#open-{name}').click()")
        yield name
        browser.press("Escape")


def one_photo(screen: Screen, photo: Path) -> Iterator[str]:
    """A photo with a region that is chosen, each tab, the choices of the save card, its review."""
    browser = screen.browser
    add(browser, photo)
    screen.wait_shown(WIDTH, HEIGHT)
    screen.wait_states(["ready"])
    yield "one photo"
    screen.mark(60, 60, 120, 80)
    browser.press("Shift+Q")
    for name in ("#reasons-all", "#exact"):
        browser.evaluate(OPEN, name, True)
    yield "a region"
    for name in ("#reasons-all", "#exact"):
        browser.evaluate(OPEN, name, False)
    browser.evaluate("() => document.querySelector('#tab-file').click()")
    browser.evaluate(OPEN, "#letters", True)
    yield "file"
    browser.evaluate("() => document.querySelector('#tab-check').click()")
    browser.evaluate(OPEN, "#checklist", True)
    browser.wait("document.querySelectorAll('#answers li').length === 18", 60, "the checklist")
    yield "check"
    browser.evaluate(OPEN, "#checklist", False)
    browser.evaluate("() => document.querySelector('#tab-marks').click()")
    browser.evaluate(CHOOSE, "#output-format", "jpeg")
    browser.evaluate(OPEN, "#names", True)
    browser.evaluate(CHOOSE, "#names-kind", "numbered")
    yield "save card"
    browser.evaluate(CHOOSE, "#names-kind", "random")
    browser.evaluate(OPEN, "#names", False)
    browser.evaluate(CHOOSE, "#output-format", "same")
    browser.evaluate("() => document.querySelector('#save-image').click()")
    browser.wait(ASKED, JOB_SECONDS, "the review asks")
    browser.wait(CAN_CONFIRM, JOB_SECONDS, "the finished image was on the screen")
    yield "review of one"
    browser.press("Escape")


def many_photos(screen: Screen, photos: list[Path]) -> Iterator[str]:
    """Twelve photos, some chosen, with proposals, their review, and what a run says."""
    browser = screen.browser
    add(browser, *photos)
    browser.wait(f"document.querySelectorAll('#images > li').length === {MANY}", 60, "all are open")
    browser.wait("!document.querySelector('#save-all').disabled", JOB_SECONDS, "all are examined")
    yield "many photos"
    browser.evaluate("() => document.querySelector('#images button').click()")
    browser.evaluate("() => document.querySelector('#choose-all').click()")
    able = "!document.querySelector('#copy-regions').disabled"
    browser.wait(able, JOB_SECONDS, "its regions can be copied")
    browser.evaluate("() => document.querySelector('#copy-regions').click()")
    yield "all chosen"
    browser.evaluate("() => document.querySelector('#next').click()")
    browser.wait("!document.querySelector('#proposals').hidden", 60, "what is proposed")
    yield "proposals"
    browser.evaluate("() => document.querySelector('#save-all').click()")
    browser.wait(ASKED, JOB_SECONDS, "the review asks")
    browser.wait(CAN_ACCEPT, JOB_SECONDS, "the finished image was on the screen")
    yield "review of several"
    browser.evaluate("() => document.querySelector('#gate-accept').click()")
    accepted = "/^1\\D/.test(document.querySelector('#review-count').textContent)"
    browser.wait(accepted, 60, "one is accepted")
    browser.wait(CAN_ACCEPT, JOB_SECONDS, "the next was on the screen")
    yield "one accepted"
    browser.download(
        lambda: browser.evaluate("() => document.querySelector('#gate-save').click()"), JOB_SECONDS
    )
    browser.wait("document.querySelector('#run-close').checkVisibility()", JOB_SECONDS, "the end")
    yield "a run"


def all_states(screen: Screen, folder: Path) -> Iterator[str]:
    """Each state of the page in turn; the page is fresh and its engine ready."""
    browser = screen.browser
    browser.evaluate(CAN_SHARE)
    photos = work(folder)
    yield "empty"
    yield from dialogs(browser)
    yield from one_photo(screen, photos[0])
    yield from many_photos(screen, photos[1:])


def in_sheets(browser: Browser, look: Callable[[], list[str]]) -> list[str]:
    """What is found in the window, and with each sheet in turn, as a phone shows them."""
    found = look()
    if browser.evaluate("document.querySelector('#open-menu').checkVisibility()"):
        for name in SHEETS:
            browser.evaluate(SHEET, name, True)
            found += [f"[{name}] {line}" for line in look()]
            browser.evaluate(SHEET, name, False)
    return found
