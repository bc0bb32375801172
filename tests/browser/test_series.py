"""Regions copied to other images: proposed, looked at, confirmed by button, key and touch."""

import zipfile
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from .conftest import Opener
from .drivers import Browser
from .product import JOB_SECONDS, Screen, shapes
from .test_layout import USUAL, narrow

pytestmark = pytest.mark.browser

SAID = "text => document.querySelector('#said').textContent.includes(text)"
SEEN = "document.querySelector('#looked-text').textContent.startsWith('The whole picture')"
HANDLED = "marked|made"  # the review may have made it ahead
DASHED = "getComputedStyle(document.querySelector('#overlay .proposed')).strokeDasharray !== 'none'"


@pytest.fixture
def copied(browser: Browser, opener: Opener, tmp_path: Path) -> Screen:
    """Four images; the first one's region was copied to the three others as far as it fits."""
    paths = []
    for number, size in enumerate(((300, 200), (300, 200), (600, 400), (200, 300))):
        paths.append(tmp_path / f"{number}.png")
        Image.new("RGB", size, (200, 160, 90)).save(paths[-1])
    screen = opener(browser, "hosted")
    screen.add(*paths)
    screen.wait_states(["ready"] * 4)
    screen.wait_shown(300, 200)
    screen.mark(30, 30, 60, 60)
    browser.evaluate("() => document.querySelector('#images [aria-current]').focus()")
    browser.press("Control+a")
    browser.click("button", "Copy regions to the 3 chosen")
    screen.wait_states(["marked", "proposed", "proposed", "ready"])
    browser.wait(SAID, 60, "what was done is said", "1 of them has another size: scaled.")
    # What is said by itself, a moment after the image was last moved, takes nothing away.
    browser.wait(SEEN, 60, "all was seen")
    assert browser.evaluate(SAID, "1 of them has another size: scaled.")
    return screen


def test_each_image_is_confirmed_by_itself_and_only_then_saved(copied: Screen) -> None:
    browser = copied.browser
    assert browser.evaluate("document.querySelector('#chosen-count').textContent") == "1 chosen"
    browser.click("button", "Next")
    browser.wait(DASHED, 60, "the proposal is drawn dashed")
    copied.wait_shown(300, 200)
    copied.wait_judged()
    assert browser.evaluate("document.querySelector('#save-image').disabled")
    archive = copied.save("Save all")
    with zipfile.ZipFile(archive) as opened:
        assert len([name for name in opened.namelist() if name.startswith("images/")]) == 2
    # The review went through the images: back to the second.
    browser.evaluate("() => document.querySelectorAll('.image-button')[1].click()")
    copied.wait_shown(300, 200)
    copied.wait_judged()
    browser.click("button", "Confirm")
    copied.wait_states(["saved", HANDLED, "proposed", "saved"])
    # It goes on to the one that still waits; a step back there is none of this one.
    assert browser.evaluate(SAID, "This is the last image to confirm.")
    copied.wait_shown(600, 400)
    browser.click("button", "Previous")
    browser.press("Control+z")
    copied.wait_states(["saved", "proposed", "proposed", "saved"])
    copied.wait_shown(300, 200)
    copied.wait_judged()
    browser.evaluate("() => document.querySelector('#canvas').focus()")
    browser.press("Enter")
    copied.wait_states(["saved", HANDLED, "proposed", "saved"])
    copied.wait_shown(600, 400)
    copied.wait_judged()
    assert browser.evaluate("document.activeElement.id") == "canvas"
    browser.press("Enter")
    copied.wait_states(["saved", HANDLED, HANDLED, "saved"])
    assert browser.evaluate(SAID, "No image is left to confirm.")
    browser.wait("() => !document.querySelector('#save-image').disabled", JOB_SECONDS, "savable")
    with Image.open(copied.save("Save image")) as picture:
        pixels = np.asarray(picture.convert("RGB"))
    assert pixels[64:176, 64:176].max() == 0 and pixels[200:, :].min() > 0


def test_nothing_is_confirmed_while_the_picture_is_not_on_the_screen(copied: Screen) -> None:
    browser = copied.browser
    browser.click("button", "Next")
    copied.wait_shown(300, 200)
    copied.wait_judged()
    browser.evaluate(
        "() => { document.querySelector('#picture').hidden = true; "
        "document.querySelector('#confirm-proposals').click(); }"
    )
    browser.wait(SAID, 60, "why is said", "not on the screen yet")
    copied.wait_states(["marked", "proposed", "proposed", "ready"])


def test_discarding_leaves_the_image_as_it_was(copied: Screen) -> None:
    browser = copied.browser
    browser.click("button", "Next")
    copied.wait_shown(300, 200)
    copied.wait_judged()
    if "touch" in browser.kinds:
        at = browser.aim("button", "Discard")
        browser.drag([at, at], "touch")
    else:
        browser.click("button", "Discard")
    copied.wait_states(["marked", "ready", "proposed", "ready"])
    assert not copied.regions()


MET = "place => document.querySelectorAll('#images > li')[place].dataset.met === 'yes'"
BOX = """() => {
  const {left, top, width, height} = document.querySelector('#canvas').getBoundingClientRect();
  return [left, top, width, height].map(Math.round);
}"""
PLACE = "document.querySelector('#picture').style.transform"


def test_chosen_images_are_confirmed_where_they_were_looked_at(copied: Screen) -> None:
    browser = copied.browser
    browser.click("button", "Choose all")
    browser.click("button", "Next")
    copied.wait_shown(300, 200)
    browser.wait(MET, 60, "the tile tells that it was shown", 1)
    browser.click("button", "Confirm chosen")
    copied.wait_states(["marked", "marked", "proposed", "ready"])
    said = "Confirmed on 1 image. Not confirmed, because it was not on the screen as a whole: 2.png"
    assert browser.evaluate(SAID, said)
    chosen = "[...document.querySelectorAll('.image-choose')].map(e => +e.checked).join('')"
    assert browser.evaluate(chosen) == "1011"
    browser.click("button", "Next")
    copied.wait_shown(600, 400)
    browser.wait(MET, 60, "so was the other", 2)
    browser.click("button", "Confirm chosen")
    copied.wait_states(["marked", "marked", "marked", "ready"])
    assert not browser.evaluate("document.querySelector('#confirm-chosen').checkVisibility()")
    # Undone where it was done.
    browser.press("Control+z")
    copied.wait_states(["marked", "marked", "proposed", "ready"])


def test_what_is_out_of_sight_is_shown_before_it_is_confirmed(copied: Screen) -> None:
    browser = copied.browser
    copied.wait_judged()
    browser.evaluate("() => document.querySelector('#canvas').focus()")
    # At 32 times its size the next image is seen at the same place, far from its proposal.
    browser.press("Escape", *["="] * 16, *["Shift+ArrowRight"] * 40, *["Shift+ArrowDown"] * 30)
    zoomed = browser.evaluate(PLACE)
    browser.press("PageDown")
    copied.wait_judged()
    browser.wait(f"place => {PLACE} === place", 60, "the picture lies where the other lay", zoomed)
    browser.press("Enter")
    browser.wait(SAID, 60, "why is said", "Part of it was out of sight.")
    copied.wait_states(["marked", "proposed", "proposed", "ready"])
    browser.press("Enter")
    copied.wait_states(["marked", "marked", "proposed", "ready"])


def test_the_picture_stays_where_it_is_whatever_is_asked_beside_it(copied: Screen) -> None:
    browser = copied.browser
    try:
        for size in ((1440, 900), (1280, 720), (820, 1180), (360, 740)):
            browser.set_viewport(*narrow(browser, size))
            browser.click("button", "Choose none")
            boxes = {}
            for name, button in (
                ("marked", "Next"), ("proposed", "Next"), ("other", "Next"), ("ready", "Previous"),
            ):  # fmt: skip
                boxes[name] = browser.evaluate(BOX)
                if size[0] > 700:
                    browser.click("button", button)
                else:  # a phone has no such buttons
                    browser.evaluate("() => document.querySelector('#canvas').focus()")
                    browser.press("PageDown" if button == "Next" else "PageUp")
            assert len(set(map(tuple, boxes.values()))) == 1, (size, boxes)
            for _ in range(2):
                browser.press("PageUp")
            if size[0] > 700:  # choosing does not move it either
                browser.click("button", "Choose all")
                assert browser.evaluate(BOX) == boxes["marked"], size
            else:
                browser.click("button", "Choose all")
    finally:
        browser.set_viewport(*USUAL)


def test_what_a_phone_s_sheet_lies_over_is_not_on_the_screen(copied: Screen) -> None:
    browser = copied.browser
    try:
        browser.set_viewport(*narrow(browser, (360, 740)))
        browser.click("button", "More")
        # With its choices the sheet is as high as a sheet gets.
        browser.evaluate("() => { document.querySelector('#save-choices').open = true; }")
        browser.evaluate("() => document.querySelector('#canvas').focus()")
        browser.press("PageDown")
        copied.wait_shown(300, 200)
        copied.wait_judged()
        browser.press("Enter")
        browser.wait(SAID, 60, "why is said", "Part of it was out of sight.")
        copied.wait_states(["marked", "proposed", "proposed", "ready"])
        browser.evaluate("() => document.querySelector('#close-sheet').click()")
        browser.wait(MET, 60, "now it was shown", 1)
        browser.evaluate("() => document.querySelector('#canvas').focus()")
        browser.press("Enter")
        copied.wait_states(["marked", "marked", "proposed", "ready"])
    finally:
        browser.set_viewport(*USUAL)


@pytest.mark.parametrize("kind", ["mouse", pytest.param("touch", marks=pytest.mark.sends("touch"))])
def test_a_proposal_is_moved_and_sized_before_it_is_confirmed(copied: Screen, kind: str) -> None:
    browser = copied.browser
    browser.click("button", "Next")
    copied.wait_shown(300, 200)
    copied.wait_judged()
    browser.evaluate("() => document.querySelector('#canvas').focus()")
    browser.press("v")
    left, top = browser.evaluate(
        "() => { const {left, top} = document.querySelector('#picture').getBoundingClientRect();"
        " return [left, top]; }"
    )
    # Shown at 100 %: from the middle of the proposal, and then from its corner.
    for start, end in (((60, 60), (110, 80)), ((140, 110), (180, 130))):
        path = [(left + x, top + y) for x, y in (start, end)]
        browser.drag([path[0], path[1], path[1]], kind)
    browser.press("Enter")
    copied.wait_states(["marked", "marked", "proposed", "ready"])
    browser.click("button", "Previous")
    ((x, y, width, height),) = shapes(copied.save_recipe())
    assert abs(x - 80) <= 1 and abs(y - 50) <= 1
    assert abs(width - 100) <= 2 and abs(height - 80) <= 2
