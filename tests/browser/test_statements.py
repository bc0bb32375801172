"""A statement about an image does not outlive what it was about; keys move nothing by accident."""

from pathlib import Path

import pytest

from .conftest import Opener
from .drivers import Browser
from .photos import clinical_photo
from .product import ASKED, CAN_CONFIRM, CHOOSE, JOB_SECONDS, Screen, shapes, with_photo

pytestmark = pytest.mark.browser

FOCUSED = "document.activeElement.id || document.activeElement.tagName"
OFFERED = "['save-all', 'save-folder'].some(n => document.getElementById(n).checkVisibility())"
WHY = "document.activeElement.getAttribute('aria-label') || ''"
BOX = (110, 290, 280, 110)


@pytest.fixture
def marked(browser: Browser, opener: Opener, tmp_path: Path) -> Screen:
    screen = with_photo(opener(browser, "hosted"), tmp_path)
    screen.mark(*BOX)
    screen.wait_states(["marked"])
    return screen


def on_canvas(screen: Screen, *keys: str) -> None:
    screen.browser.evaluate("() => document.querySelector('#canvas').focus()")
    screen.browser.press(*keys)


def wait_focus(screen: Screen, name: str) -> None:
    screen.browser.wait(f"name => ({FOCUSED}) === name", 60, f"the focus is on {name}", name)


def test_after_saving_an_arrow_key_moves_no_region_and_a_moved_one_is_asked_about(
    marked: Screen,
) -> None:
    browser = marked.browser
    before = shapes(marked.save_recipe())
    on_canvas(marked, ".")
    browser.download(lambda: (browser.press("Control+s"), marked.pass_gate()), JOB_SECONDS)
    wait_focus(marked, "canvas")
    browser.press("ArrowLeft", "ArrowDown", "Shift+ArrowLeft")
    assert shapes(marked.save_recipe()) == before
    marked.wait_states(["saved"])
    # Moved on purpose, it uncovers what was covered: every statement is asked for again.
    on_canvas(marked, ".")
    on_canvas(marked, "Shift+ArrowDown")
    marked.wait_states(["marked"])
    lapsed = "document.querySelector('#answers-lapsed').textContent"
    assert "18 answers no longer count" in browser.evaluate(lapsed)
    browser.press("Control+s")
    browser.wait(ASKED, 60, "the gate asks")
    kinds = """[...document.querySelectorAll('#gate-statements-alone input')]
      .filter(e => e.checkVisibility()).map(e => e.id)"""
    asked = ["gate-looked", "gate-face", "gate-writing", "gate-unique"]
    assert browser.evaluate(kinds) == asked
    browser.click("button", "Back to the editor")
    wait_focus(marked, "canvas")
    browser.press("Control+z")
    marked.wait_states(["saved"])
    assert browser.evaluate("document.querySelector('#answers-lapsed').hidden")


def test_whoever_looks_in_the_review_moves_no_region(marked: Screen) -> None:
    browser = marked.browser
    before = shapes(marked.save_recipe())
    on_canvas(marked, ".")
    browser.click("button", "Save image")
    browser.wait(ASKED, 60, "the review asks")
    browser.wait("!document.querySelector('#gate-next-part').disabled", JOB_SECONDS, "it is made")
    browser.click("button", "Look closer")
    browser.press("ArrowLeft", "Shift+ArrowDown", "n", "Delete", "Control+z")
    browser.evaluate("() => document.querySelector('#canvas').focus()")
    browser.press("ArrowLeft", "Shift+ArrowDown", "Delete", "Control+z", "Escape")
    browser.wait(f"!({ASKED})", 60, "the review is left")
    assert shapes(marked.save_recipe()) == before


def test_answers_can_be_given_again_in_one_go(marked: Screen) -> None:
    browser = marked.browser
    marked.open_tab("Check")
    browser.click("button", "The 18 not answered cannot be seen in the finished picture")
    on_canvas(marked, ".", "Delete")
    browser.wait("!document.querySelector('#answer-again').hidden", 60, "they are offered")
    browser.click("button", "They are still true as things are now: give the 18 answers again")
    browser.wait("document.querySelector('#answer-again').hidden", 60, "they are given")
    lead = browser.evaluate("document.querySelector('#checklist-lead').textContent")
    assert lead == "Checklist: all 18 answered"


def test_the_focus_comes_back_after_each_way_of_saving(marked: Screen, tmp_path: Path) -> None:
    browser = marked.browser
    assert not browser.evaluate(OFFERED), "one image is not offered as all"
    marked.add(clinical_photo(tmp_path / "another.jpg"))
    marked.wait_states(["marked", "ready"])
    browser.wait(OFFERED, 60, "two are")
    browser.evaluate("() => document.querySelector('#images button').click()")
    browser.wait("document.querySelectorAll('#regions > li').length === 1", 60, "the first one")
    for name in ("save-image", "save-certificate", "save-record", "save-all"):
        browser.evaluate("name => document.querySelector('#' + name).focus()", name)
        if name == "save-all":
            browser.download(lambda: (browser.press("Enter"), marked.pass_gate()), JOB_SECONDS)
        elif name == "save-image":
            browser.download(lambda: (browser.press("Enter"), _if_asked(marked)), JOB_SECONDS)
        else:
            browser.download(lambda: browser.press("Enter"), JOB_SECONDS)
        wait_focus(marked, name)


def _if_asked(screen: Screen) -> None:
    saved = "document.querySelector('#images > li').dataset.state === 'saved'"
    screen.browser.wait(f"{ASKED} || {saved}", JOB_SECONDS, "the review asks, or has no need to")
    if screen.browser.evaluate(ASKED):
        screen.pass_gate()


def test_a_reason_that_is_missing_is_asked_for_and_not_answered_by_the_press(
    marked: Screen,
) -> None:
    browser = marked.browser
    browser.click("button", "Save image")
    browser.wait(ASKED, JOB_SECONDS, "the review asks")
    browser.wait(CAN_CONFIRM, JOB_SECONDS, "the finished image was on the screen")
    says = "document.querySelector('#gate-both-states').innerText"
    assert browser.evaluate(says) == "I looked, and see nothing else of this"
    browser.evaluate("() => { document.querySelector('#checklist').open = true; }")
    browser.wait("document.querySelectorAll('#answers select').length === 18", 60, "the list")
    browser.evaluate(CHOOSE, '[aria-label^="Answer for Q "]', "kept")
    browser.wait(f"({WHY}).startsWith('Why it is kept: Q ')", 60, "the reason's field")
    for button in ("#gate-save", "#gate-both"):
        # Closed again, as by whoever chose and forgot.
        browser.evaluate("() => { document.querySelector('#checklist').open = false; }")
        browser.evaluate("() => document.querySelector('#gate').focus()")
        browser.evaluate("name => document.querySelector(name).click()", button)
        browser.wait(f"({WHY}).startsWith('Why it is kept: Q ')", 60, "the focus is in the field")
        missing = browser.evaluate("document.querySelector('#gate-missing').textContent")
        assert missing.startswith("Not yet: write why it is kept") and "Q · " in missing
        assert browser.evaluate(ASKED)
    browser.write("they agreed")
    # What was typed counts, though the focus is still in the field.
    browser.download(lambda: browser.press("Control+s"), JOB_SECONDS)
    certificate = marked.save("Save certificate").read_text("utf-8")
    assert '"was kept, for a reason that the private record holds": Q\n' in certificate
    assert "Not answered" not in certificate


def test_a_letter_acts_on_the_review_and_not_where_one_types_or_chooses(marked: Screen) -> None:
    browser = marked.browser
    browser.click("button", "Save image")
    browser.wait(ASKED, JOB_SECONDS, "the review asks")
    browser.wait(CAN_CONFIRM, JOB_SECONDS, "the finished image was on the screen")
    browser.evaluate("() => { document.querySelector('#checklist').open = true; }")
    browser.wait("document.querySelectorAll('#answers select').length === 18", 60, "the list")
    focus = "name => { const one = document.querySelector(name); one.focus(); return one.id; }"
    for name in ("#answers select", "#gate-face", "#open-help"):
        browser.evaluate(focus, name)
        browser.press("e")
        assert browser.evaluate(ASKED), name
    browser.evaluate(focus, "#gate-outlines")
    browser.press("o")
    pressed = "document.querySelector('#gate-outlines').getAttribute('aria-pressed')"
    assert browser.evaluate(pressed) == "true"
    browser.evaluate(focus, "#gate")
    browser.press("e")
    browser.wait(f"!({ASKED})", 60, "the review is left")
