"""The looking gate: an image is saved only after it was seen at full size, or that was stated.

By mouse and by keyboard alone; what the certificate and the record then say.
"""

import json
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from tests.core.support import photo

from .conftest import Opener
from .drivers import Browser
from .product import JOB_SECONDS, Screen, with_photo
from .test_keyboard import tab_to

pytestmark = pytest.mark.browser

SEEN = "- The whole picture was on the screen at full size."
STATED = "- A person stated that they looked at the whole picture."
NEVER = "- The page never showed the whole picture."
ASKED = "document.querySelector('#gate').open"
LOOKED_TEXT = "document.querySelector('#looked-text').textContent"
ANSWER = """(letter, value) => {
  const field = document.querySelector(`[aria-label^="Answer for ${letter} "]`);
  field.value = value; field.dispatchEvent(new Event('change', {bubbles: true}));
}"""

CARDS = "document.querySelectorAll('#images > li').length"
LIST = """name => {
  const field = document.querySelector('#filter');
  field.value = name; field.dispatchEvent(new Event('change', {bubbles: true}));
}"""


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
    browser.press(".", "Shift+A")
    browser.evaluate("() => { document.querySelector('#checklist').open = true; }")
    browser.wait("document.querySelectorAll('#answers select').length === 18", 60, "the list")
    browser.evaluate(ANSWER, "C", "kept")
    browser.wait("!!document.querySelector('.answer-why:not([hidden])')", 60, "the reason's field")
    browser.fill("textbox", "Why it is kept: C · Date or age", "only the year")
    browser.press("Tab")
    browser.click("button", "The 16 not answered cannot be seen in the finished picture")
    certificate = saved_text(opened, "Save certificate")
    assert SEEN in certificate
    assert '"was covered": A\n' in certificate and "only the year" not in certificate
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


def test_the_gate_holds_until_each_statement_is_ticked(opened: Screen) -> None:
    browser = opened.browser
    browser.click("button", "Save certificate")
    browser.wait(ASKED, 60, "the gate asks")
    browser.click("button", "Save")
    assert browser.evaluate(ASKED)
    assert browser.evaluate("document.activeElement.id") == "gate-looked"
    assert "Tick each" in browser.evaluate("document.querySelector('#gate-missing').textContent")
    browser.click("button", "Go back")
    certificate = opened.save("Save certificate").read_text("utf-8")
    assert STATED in certificate and '"cannot be seen in the finished picture": A, B' in certificate
    # Stated once, it stays valid; the image is not made again for the other files.
    assert STATED in saved_text(opened, "Save certificate")


def test_the_keyboard_alone_looks_answers_and_saves(opened: Screen) -> None:
    browser = opened.browser
    tab_to(opened, "canvas")
    browser.press("l")
    browser.wait("document.querySelector('#zoom-level').textContent === '100 %'", 60, "100 %")
    browser.wait(LOOKED_TEXT + " !== 'Looked at: 0 % at full size.'", 60, "part of it was seen")
    browser.press("Control+s")
    browser.wait(ASKED, 60, "the gate asks")
    tab_to(opened, "gate-absent")
    browser.press(" ")
    browser.press("Shift+Tab", " ")
    image = browser.download(lambda: browser.press("Enter"), JOB_SECONDS)
    assert image.read_bytes()[:2] == b"\xff\xd8"


def test_many_images_are_let_through_by_one_statement(
    browser: Browser, opener: Opener, tmp_path: Path
) -> None:
    for name in ("a", "b", "c"):
        Image.fromarray(photo(64, 48)).save(tmp_path / f"{name}.png")
    screen = opener(browser, "hosted")
    screen.add(*(tmp_path / f"{name}.png" for name in "abc"))
    screen.wait_shown(64, 48)
    screen.wait_states(["ready"] * 3)
    # So small an image is whole on the screen as soon as it is shown.
    browser.wait(LOOKED_TEXT + ".includes('whole picture')", 60, "the first was seen")
    browser.evaluate(LIST, "unseen")
    browser.wait(CARDS + " === 2", 60, "the two that nobody looked at are listed")
    browser.evaluate(LIST, "all")
    browser.wait(CARDS + " === 3", 60, "all are listed")
    screen.open_tab("Check")
    browser.click("button", "The 18 not answered cannot be seen in the finished picture")
    browser.click("button", "Save all")
    browser.wait(ASKED, 60, "the gate asks")
    # The two that were never shown are named, with a tick each, and left out.
    title = browser.evaluate("document.querySelector('#gate-never-title').textContent")
    assert title == "2 images were never on your screen as a whole. They are left out."
    named = "[...document.querySelectorAll('#gate-never-list li')].map(e => e.textContent)"
    assert browser.evaluate(named) == ["b.png", "c.png"]
    save = "[...document.querySelectorAll('#gate-choices button')].at(-1).textContent"
    assert browser.evaluate(save) == "Save 1 image"
    browser.click("checkbox", "b.png")
    assert browser.evaluate(save) == "Save 2 images"
    browser.click("button", "Save 2 images")
    assert browser.evaluate(ASKED)  # nothing is marked on them: that is to be stated
    for name in ("bare", "absent"):
        browser.evaluate("id => document.querySelector('#gate-' + id).click()", name)
    saved = browser.download(lambda: browser.click("button", "Save 2 images"), JOB_SECONDS)
    assert saved.suffix == ".zip"
    with zipfile.ZipFile(saved) as archive:
        texts = [archive.read(n).decode() for n in archive.namelist() if n.startswith("cert")]
    assert sorted(NEVER in text for text in texts) == [False, True]
    assert sum(SEEN in text for text in texts) == 1


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
    browser.wait(ASKED, 60, "the gate asks")
    never = "document.querySelectorAll('#gate-never-list input')"
    assert browser.evaluate(never + ".length") == 119
    assert not browser.evaluate("[..." + never + "].some(e => e.checked)")
    # No other tick takes one of them in.
    browser.evaluate(
        "() => document.querySelectorAll('#gate-statements input').forEach(e => e.click())"
    )
    assert not browser.evaluate("[..." + never + "].some(e => e.checked)")
    last = "() => [...document.querySelectorAll('#gate-choices button')].at(-1).click()"
    saved = browser.download(lambda: browser.evaluate(last), JOB_SECONDS)
    with zipfile.ZipFile(saved) as archive:
        assert len([n for n in archive.namelist() if n.startswith("images/")]) == 1
