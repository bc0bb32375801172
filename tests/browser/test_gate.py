"""The looking gate: an image is saved only after it was seen at full size, or that was stated.

By mouse and by keyboard alone; what the certificate and the record then say.
"""

import io
import json
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from tests.core.support import photo

from .conftest import Opener
from .drivers import Browser
from .product import (
    ASKED,
    BOTH,
    CAN_ACCEPT,
    CAN_CONFIRM,
    CHOOSE,
    COUNTED,
    JOB_SECONDS,
    LISTED,
    Screen,
    with_photo,
)
from .test_keyboard import tab_to

pytestmark = pytest.mark.browser

SEEN = "- The whole picture was on the screen at full size."
STATED = "- A person stated that they looked at the whole picture."
NEVER = "- The page never showed the whole picture."
CONFIRMS = "document.querySelector('#gate-save').textContent"
SEEN_ALL = "All of it was on your screen at full size."
LEVEL = "document.querySelector('#gate-level').textContent"
FINISHED = """(() => { const o = document.querySelector('#output');
  return !o.hidden && o.complete && document.querySelector('#picture').hidden; })()"""
# A key that is held repeats, and no automation of the three does that.
HELD = """() => { window.held = setInterval(() => document.activeElement.dispatchEvent(
  new KeyboardEvent('keydown', { key: ' ', repeat: true, bubbles: true, cancelable: true })), 20);
}"""
PRESSED_EARLY = """text => {
  window.pressed = 0;
  const level = document.querySelector('#gate-level');
  new MutationObserver(() => {
    if (level.textContent !== text) return;
    window.pressed += 1;
    document.activeElement.dispatchEvent(
      new KeyboardEvent('keydown', { key: ' ', bubbles: true, cancelable: true }));
  }).observe(level, { childList: true, characterData: true, subtree: true });
}"""
LOOKED_TEXT = "document.querySelector('#looked-text').textContent"
USUAL = (1280, 900)

CARDS = "document.querySelectorAll('#images > li').length"


@pytest.fixture
def opened(browser: Browser, opener: Opener, tmp_path: Path) -> Screen:
    screen = with_photo(opener(browser, "hosted"), tmp_path)
    screen.mark(110, 290, 280, 110)
    screen.wait_states(["marked"])
    return screen


def saved_text(screen: Screen, button: str) -> str:
    """What a button saves without a question."""
    saved = screen.browser.download(lambda: screen.browser.click("button", button), JOB_SECONDS)
    return saved.read_text("utf-8")


def test_seeing_every_part_and_answering_saves_without_a_question(opened: Screen) -> None:
    browser = opened.browser
    opened.open_tab("Check")
    for _ in range(40):
        if browser.evaluate("document.querySelector('#show-unseen').hidden"):
            break
        before = browser.evaluate(LOOKED_TEXT)
        browser.click("button", "Show the next part")
        browser.wait("text => " + LOOKED_TEXT + " !== text", 60, "more was seen", before)
    assert browser.evaluate(LOOKED_TEXT) == "The whole picture was on your screen at full size."
    browser.evaluate("() => document.querySelector('#canvas').focus()")
    browser.press(".", "Shift+A")  # what is covered answers for nothing beside it
    browser.evaluate("() => { document.querySelector('#checklist').open = true; }")
    browser.wait("document.querySelectorAll('#answers select').length === 18", 60, "the list")
    browser.evaluate(CHOOSE, '[aria-label^="Answer for C "]', "kept")
    browser.wait("!!document.querySelector('.answer-why:not([hidden])')", 60, "the reason's field")
    browser.fill("textbox", "Why it is kept: C · Date or age", "only the year")
    browser.press("Tab")
    browser.click("button", "The 17 not answered cannot be seen in the finished picture")
    certificate = saved_text(opened, "Save certificate")
    assert SEEN in certificate
    assert '"cannot be seen in the finished picture": A, B, D' in certificate
    assert "(A) Names" in certificate and "only the year" not in certificate
    assert '"was kept, for a reason that the private record holds": C\n' in certificate
    assert "Not answered" not in certificate
    record = json.loads(saved_text(opened, "Save private record"))
    assert record["review"]["checklist"]["C"] == {"answer": "kept", "why": "only the year"}
    assert record["review"]["looked"] == "screen"
    # A cover that goes bares what was not seen.
    browser.evaluate("() => document.querySelector('#canvas').focus()")
    browser.press(".", "Delete")
    browser.wait("text => " + LOOKED_TEXT + " !== text", 60, "less was seen", SEEN)
    assert not browser.evaluate("document.querySelector('#show-unseen').hidden")


def test_one_press_states_what_its_words_say_and_gives_image_and_certificate(
    opened: Screen,
) -> None:
    """Drop, drag, save, confirm: four actions for the image and its certificate."""
    browser = opened.browser
    browser.click("button", "Save image")
    browser.wait(ASKED, 60, "the review asks")
    browser.wait(CAN_CONFIRM, JOB_SECONDS, "the finished image was on the screen")
    assert browser.evaluate(FINISHED)  # and not the picture that was marked on
    assert browser.evaluate(CONFIRMS) == "Save – I looked, and see nothing else of this"
    archive = browser.download(lambda: browser.click("button", browser.evaluate(BOTH)))
    with zipfile.ZipFile(archive) as held:
        (name,) = [name for name in held.namelist() if name.startswith("certificates/")]
        certificate = held.read(name).decode()
        assert any(name.startswith("images/") for name in held.namelist())
    assert STATED in certificate and '"cannot be seen in the finished picture": A, B' in certificate
    opened.wait_states(["saved"])
    assert browser.evaluate("document.activeElement.id") == "save-image"
    record = json.loads(saved_text(opened, "Save private record"))
    assert record["review"]["given"] == "together" and record["review"]["shown"] == "whole"


def test_every_box_ticked_is_said_box_by_box_and_going_back_says_nothing(opened: Screen) -> None:
    browser = opened.browser
    browser.click("button", "Save certificate")
    browser.wait(ASKED, 60, "the review asks")
    browser.wait(CAN_CONFIRM, JOB_SECONDS, "the finished image was on the screen")
    browser.click("checkbox", "No face, or part of one, can be seen")
    rest = "Save – I looked, and see nothing else of what is not ticked"
    assert browser.evaluate(CONFIRMS) == rest
    browser.click("button", "Back to the editor")
    browser.wait(f"!({ASKED})", 60, "the review is left")
    certificate = opened.save("Save certificate").read_text("utf-8")
    assert STATED in certificate and '"cannot be seen in the finished picture": A, B' in certificate
    # Stated once, it stays valid; the image is not made again for the other files.
    assert STATED in saved_text(opened, "Save certificate")
    record = json.loads(saved_text(opened, "Save private record"))
    assert record["review"]["given"] == "singly"


def test_the_keyboard_alone_looks_states_and_saves(opened: Screen) -> None:
    browser = opened.browser
    tab_to(opened, "canvas")
    browser.press("Control+s")
    browser.wait(ASKED, 60, "the review asks")
    browser.wait(CAN_CONFIRM, JOB_SECONDS, "the finished image was on the screen")
    # Each press of the space bar goes to a part that was not seen; it counts once it was still.
    for _ in range(40):
        if browser.evaluate(LEVEL) == SEEN_ALL:
            break
        browser.press(" ")
        browser.wait(COUNTED, 60, "more was seen")
    assert browser.evaluate(LEVEL) == SEEN_ALL
    assert browser.evaluate(CONFIRMS) == "Save – I see nothing else of this"
    image = browser.download(lambda: browser.press("Enter"), JOB_SECONDS)
    assert image.read_bytes()[:2] == b"\xff\xd8"
    browser.wait("document.activeElement.id === 'canvas'", 60, "the next arrow key goes on")
    assert SEEN in saved_text(opened, "Save certificate")


def test_a_space_bar_that_is_pressed_too_early_leaves_the_whole_image_on_the_screen(
    opened: Screen,
) -> None:
    """Or all of it would be gone through part by part, and could still not be saved."""
    browser = opened.browser
    browser.evaluate(PRESSED_EARLY, "The finished image is not on your screen yet.")
    browser.click("button", "Save image")
    browser.wait(ASKED, 60, "the review asks")
    browser.wait("window.pressed > 0", JOB_SECONDS, "the key was pressed")
    browser.wait(CAN_CONFIRM, 60, "the finished image was on the screen")


def test_a_held_space_bar_goes_on_only_once_a_part_counts_as_seen(opened: Screen) -> None:
    browser = opened.browser
    tab_to(opened, "canvas")
    browser.press("Control+s")
    browser.wait(ASKED, 60, "the review asks")
    browser.wait(CAN_CONFIRM, JOB_SECONDS, "the finished image was on the screen")
    browser.set_viewport(1024, 640)  # so that there are several parts
    browser.evaluate(HELD)
    seen = "document.querySelector('#gate-level').textContent.endsWith('at full size.')"
    try:
        browser.wait(seen, 60, "all of it was seen")
    finally:
        browser.evaluate("() => clearInterval(window.held)")
        browser.set_viewport(*USUAL)
    browser.press("Escape")
    browser.wait(f"!({ASKED})", 60, "the review is left")
    assert SEEN in opened.save("Save certificate").read_text("utf-8")


def _photos(folder: Path, names: str, size: tuple[int, int] = (64, 48)) -> list[Path]:
    for name in names:
        Image.fromarray(photo(*size)).save(folder / f"{name}.png")
    return [folder / f"{name}.png" for name in names]


def test_each_image_is_accepted_by_one_press_and_the_rest_is_left_out(
    browser: Browser, opener: Opener, tmp_path: Path
) -> None:
    screen = opener(browser, "hosted")
    screen.add(*_photos(tmp_path, "abc"))
    screen.wait_states(["ready"] * 3)
    screen.wait_shown(64, 48)
    browser.click("button", "Save all")
    browser.wait(ASKED, 60, "the review asks")
    assert browser.evaluate(CONFIRMS) == "Save none: nothing is accepted yet"
    for place in (1, 2):
        browser.wait(CAN_ACCEPT, JOB_SECONDS, "the finished image was on the screen")
        label = browser.evaluate("document.querySelector('#gate-accept').textContent")
        assert label == "Accept without marks – I see none of these"
        browser.press("Enter")
        accepted = f"document.querySelector('#review-count').textContent.startsWith('{place} of 3')"
        browser.wait(accepted, 60, "it is accepted")
    assert browser.evaluate(CONFIRMS) == "Save 2 images"
    left = browser.evaluate("document.querySelector('#gate-left-out').textContent")
    assert left == "1 is left out: it is not accepted."
    saved = browser.download(lambda: browser.click("button", "Save 2 images"), JOB_SECONDS)
    with zipfile.ZipFile(saved) as archive:
        texts = [archive.read(n).decode() for n in archive.namelist() if n.startswith("cert")]
    assert len(texts) == 2 and all(SEEN in text for text in texts)
    # What was accepted is, when the rest is saved.
    browser.click("button", "Save all")
    browser.wait(ASKED, 60, "the review asks")
    marks = "[...document.querySelectorAll('.review-mark')].map(e => e.textContent).sort().join()"
    browser.wait(marks + " === ',✓,✓'", 60, "two are accepted")
    browser.press("e")
    browser.wait(f"!({ASKED})", 60, "the review is left")
    browser.wait("document.activeElement.id === 'canvas'", 60, "the editor has the focus")


def test_a_label_copied_to_tripod_photos_is_confirmed_and_accepted_by_one_press_each(
    browser: Browser, opener: Opener, tmp_path: Path
) -> None:
    """Drop, drag, choose all, copy, save all, a press for each, save."""
    screen = opener(browser, "hosted")
    screen.add(*_photos(tmp_path, "abcd", (320, 240)))
    screen.wait_states(["ready"] * 4)
    screen.wait_shown(320, 240)
    screen.mark(40, 40, 100, 60)
    browser.evaluate("() => document.querySelector('#images [aria-current]').focus()")
    browser.press("Control+a")
    browser.click("button", "Copy regions to the 3 chosen")
    screen.wait_states(["marked"] + ["proposed"] * 3)
    browser.click("button", "Save all")
    browser.wait(ASKED, 60, "the review asks")
    for place in range(1, 5):
        browser.wait(CAN_ACCEPT, JOB_SECONDS, "the finished image was on the screen")
        browser.press("Enter")
        accepted = f"document.querySelector('#review-count').textContent.startsWith('{place} of 4')"
        browser.wait(accepted, 60, "it is accepted")
    browser.wait("document.activeElement.id === 'gate-save'", 60, "nothing is left but to save")
    saved = browser.download(lambda: browser.press("Enter"), JOB_SECONDS)
    with zipfile.ZipFile(saved) as archive:
        images = [archive.read(n) for n in archive.namelist() if n.startswith("images/")]
    assert len(images) == 4
    for image in images:
        with Image.open(io.BytesIO(image)) as found:
            assert found.convert("RGB").getpixel((90, 70)) == (0, 0, 0)


def test_one_set_of_statements_can_be_about_all_that_was_shown_and_names_take_in_the_rest(
    browser: Browser, opener: Opener, tmp_path: Path
) -> None:
    screen = opener(browser, "hosted")
    screen.add(*_photos(tmp_path, "abcd"))
    screen.wait_shown(64, 48)
    screen.wait_states(["ready"] * 4)
    # So small an image is whole on the screen as soon as it is shown.
    browser.wait(LOOKED_TEXT + ".includes('whole picture')", 60, "the first was seen")
    browser.evaluate(CHOOSE, "#filter", "unseen")
    browser.wait(CARDS + " === 3", 60, "the three that nobody looked at are listed")
    browser.evaluate(CHOOSE, "#filter", "all")
    browser.wait(CARDS + " === 4", 60, "all are listed")
    browser.click("button", "Save all")
    browser.wait(ASKED, 60, "the review asks")
    # It begins with the first that is not accepted, whatever the editor showed.
    place = browser.evaluate("document.querySelector('#gate-place').textContent")
    assert place == "1 of 4: b.png"
    browser.wait(CAN_ACCEPT, JOB_SECONDS, "it is on the screen")
    # The two that were never shown are named, with a tick each, and left out.
    title = browser.evaluate("document.querySelector('#gate-never-title').textContent")
    assert (
        title
        == "2 images were never on your screen as a whole. They are left out unless you tick them."
    )
    named = (
        "[...document.querySelectorAll('#gate-never-list li')]"
        ".filter(e => e.checkVisibility()).map(e => e.textContent)"
    )
    browser.wait(f"JSON.stringify({named}) === JSON.stringify(['c.png', 'd.png'])", 60, "by name")
    for name in ("bare", "face", "writing", "unique"):
        browser.evaluate("id => document.querySelector('#gate-' + id).click()", name)
    about = "document.querySelector('#gate-statements-all li:not([hidden]) summary').textContent"
    assert browser.evaluate(CONFIRMS) == "Save 2 images"
    assert browser.evaluate(about) == "The 2 images that it counts for"
    browser.click("checkbox", "c.png")
    browser.wait(CONFIRMS + " === 'Save 3 images'", 60, "it is taken in")
    assert browser.evaluate(about) == "The 3 images that it counts for"
    saved = browser.download(lambda: browser.click("button", "Save 3 images"), JOB_SECONDS)
    assert saved.suffix == ".zip"
    with zipfile.ZipFile(saved) as archive:
        texts = [archive.read(n).decode() for n in archive.namelist() if n.startswith("cert")]
    assert sorted(NEVER in text for text in texts) == [False, False, True]
    assert sum(SEEN in text for text in texts) == 2


def test_photos_that_nobody_opened_are_all_named_and_none_is_saved_unasked(
    browser: Browser, opener: Opener, tmp_path: Path
) -> None:
    for number in range(120):
        Image.new("RGB", (8, 8), (number, 0, 0)).save(tmp_path / f"{number:03}.png")
    screen = opener(browser, "hosted")
    screen.add(*(tmp_path / f"{number:03}.png" for number in range(120)))
    browser.wait("!document.querySelector('#save-all').disabled", JOB_SECONDS, "all looked into")
    browser.wait(LOOKED_TEXT + ".includes('whole picture')", 60, "the first was seen")
    browser.click("button", "Save all")
    browser.wait(ASKED, 60, "the review asks")
    browser.wait(LISTED, 60, "all of them are listed")
    browser.wait(CAN_ACCEPT, JOB_SECONDS, "the review shows the first of them")
    never = "document.querySelectorAll('#gate-never-list input')"
    assert browser.evaluate(never + ".length") == 119
    assert not browser.evaluate("[..." + never + "].some(e => e.checked)")
    # No other tick takes one of them in.
    browser.evaluate(
        "() => document.querySelectorAll('#gate-statements-all input').forEach(e => e.click())"
    )
    assert not browser.evaluate("[..." + never + "].some(e => e.checked)")
    saved = browser.download(screen.press_confirm, JOB_SECONDS)
    with zipfile.ZipFile(saved) as archive:
        # The one that the editor showed, and the one that the review did.
        assert len([n for n in archive.namelist() if n.startswith("images/")]) == 2
