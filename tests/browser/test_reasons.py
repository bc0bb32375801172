"""Several reasons on one region: chips by pointer, finger and keyboard, in file and evidence."""

from pathlib import Path

import pytest

from .conftest import Opener
from .drivers import Browser
from .product import ASKED, CHOOSE, JOB_SECONDS, Screen, with_photo

pytestmark = pytest.mark.browser

ON = "[...document.querySelectorAll('#reasons-short [aria-pressed=true]')].map(e => e.textContent)"
GIVEN = f"names => JSON.stringify({ON}) === JSON.stringify(names)"
BOX_IS_OPEN = """text => [...document.querySelectorAll('#gate-statements-alone li')]
  .some(e => e.checkVisibility() && e.textContent === text && !e.querySelector('input').checked)"""
CHIP = "document.activeElement.textContent"


@pytest.fixture
def opened(browser: Browser, opener: Opener, tmp_path: Path) -> Screen:
    screen = with_photo(opener(browser, "hosted"), tmp_path)
    screen.mark(60, 60, 160, 120)
    return screen


def given(screen: Screen, *names: str) -> None:
    """Wait until these chips of the short list are on, and no other."""
    screen.browser.wait(GIVEN, 60, f"the chips say {names}", list(names))


def said(screen: Screen, part: str) -> None:
    screen.browser.wait(
        "part => document.querySelector('#said').textContent.includes(part)", 60, part, part
    )


def test_several_reasons_by_pointer_are_in_recipe_certificate_and_checklist(opened: Screen) -> None:
    browser = opened.browser
    given(opened)
    for name in ("Face", "Name", "Patient number"):
        browser.click("button", name)
    given(opened, "Face", "Name", "Patient number")
    said(opened, "Region 1: A · Name, H · Medical record number, Q · Face")
    browser.click("button", "Name")
    given(opened, "Face", "Patient number")
    browser.click("button", "Undo")
    given(opened, "Face", "Name", "Patient number")
    recipe = opened.save_recipe()
    assert recipe["pixelseal"] == "recipe/2"
    assert recipe["regions"][0]["reasons"] == ["A", "H", "Q"]
    assert "Name, Medical record number, Face" in opened.regions()[0]
    browser.click("button", "Save certificate")
    browser.wait(ASKED, 60, "the review asks")
    for told in (
        "Besides what is covered, no face or part of one can be seen",
        "Besides what is covered, no writing, number or code that leads to a person can be seen",
    ):
        browser.wait(BOX_IS_OPEN, 60, "a cover answers for nothing beside it", told)
    certificate = browser.download(opened.pass_gate, JOB_SECONDS).read_text("ascii")
    assert certificate.startswith("Pixelseal certificate, version 3\n")
    assert certificate.count(": 1\n") >= 4  # the region, and its three reasons
    # What a person said of the finished picture, and not what a region's reason implies.
    assert '- Answered "cannot be seen in the finished picture": A, B' in certificate
    assert '- Answered "was covered"' not in certificate


def test_the_letters_are_in_the_details_and_what_was_given_there_is_seen_above(
    opened: Screen,
) -> None:
    browser = opened.browser
    assert not browser.find("button", "M · Device or serial number")
    browser.evaluate("() => document.querySelector('#reasons-all summary').click()")
    browser.wait(
        "document.querySelectorAll('#reasons-letters .chip').length === 19", 60, "all are there"
    )
    browser.click("button", "M · Device or serial number")
    browser.wait(
        "document.querySelector('#reasons-letters [data-reason=M]').ariaPressed === 'true'",
        60,
        "it is on in the details as well",
    )
    browser.evaluate("() => document.querySelector('#reasons-all summary').click()")
    given(opened, "M · Device or serial number")
    browser.click("button", "M · Device or serial number")
    given(opened)
    # It stays where it was, to be given again.
    browser.click("button", "M · Device or serial number")
    given(opened, "M · Device or serial number")


def test_chips_by_keyboard_keep_the_focus(opened: Screen) -> None:
    browser = opened.browser
    browser.evaluate("() => document.querySelector('#reasons-short .chip').focus()")
    browser.press(" ")
    given(opened, "Face")
    assert browser.evaluate(CHIP) == "Face"
    browser.press("Tab", "Enter")
    given(opened, "Face", "Name")
    assert browser.evaluate(CHIP) == "Name"
    browser.press("Enter")
    given(opened, "Face")
    assert browser.evaluate(CHIP) == "Name"
    browser.evaluate("() => document.querySelector('#canvas').focus()")
    browser.press("Shift+C", "Shift+Q")
    given(opened, "Date or age")
    browser.press("Shift+Z")
    given(opened)


@pytest.mark.sends("touch")
def test_chips_by_touch(opened: Screen) -> None:
    browser = opened.browser
    for name in ("Face", "Tattoo, scar or code"):
        x, y = browser.aim("button", name)
        browser.pointer([("move", x, y), ("down",), ("up",)], "touch")
    given(opened, "Face", "Tattoo, scar or code")
    sizes = browser.evaluate(
        "[...document.querySelectorAll('#reasons-short .chip')]"
        ".map(e => e.getBoundingClientRect()).map(r => [r.width, r.height])"
    )
    assert all(width >= 44 and height >= 44 for width, height in sizes)


def test_a_reason_that_forbids_a_mosaic_fills_the_region_and_says_so(opened: Screen) -> None:
    browser = opened.browser
    browser.click("button", "Face")
    browser.evaluate(CHOOSE, "#method-kind", "mosaic")
    browser.wait("document.querySelector('#method-strength-field').hidden === false", 60, "mosaic")
    browser.click("button", "Name")
    browser.wait(
        "document.querySelector('#method-kind').value === 'fill'", JOB_SECONDS, "it is a fill"
    )
    said(opened, "It is filled now")
    given(opened, "Face", "Name")


def test_another_region_has_chips_of_its_own(opened: Screen) -> None:
    browser = opened.browser
    browser.click("button", "Face")
    given(opened, "Face")
    opened.mark(300, 60, 120, 90)
    given(opened)
    browser.click("button", "Date or age")
    given(opened, "Date or age")
    browser.evaluate("() => document.querySelector('#regions .region-name').click()")
    given(opened, "Face")
