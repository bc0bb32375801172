"""The proof of the seal: every way out is tried, each is refused, and the page works afterwards.

The witness for a hosted page is its server's log. What a browser leaves unexplained stands in
UNCLEAR: equality tells when one begins to explain it, too.
"""

import hashlib
from pathlib import Path

import pytest

from .conftest import Opener
from .drivers import Browser
from .product import Screen, with_photo
from .server import Server

pytestmark = pytest.mark.browser

OUTCOMES = """(() => Object.fromEntries([...document.querySelectorAll('#proof-ways > li')].map(
  (row, place) => [pixelseal.ways.names()[place], row.dataset.shown])))()"""
UNCLEAR: dict[str, set[str]] = {
    "chromium": set(),
    "firefox": {"preload", "worker"},
    "webkit": {"leave", "worker-fetch", "worker-import"},
}
SAYS = "document.querySelector('#{}').textContent"
SAID = "document.querySelector('#proof-outcome').dataset.kind === '{}'"
THROUGH = """() => {
  const { attempt } = pixelseal.ways;
  const through = { outcome: 'open', words: '<b>event: load</b>', directive: '', uri: '' };
  pixelseal.ways.attempt = (name) => name === 'image' ? Promise.resolve(through) : attempt(name);
}"""
# What the page holds, and how far back it can go.
SEEN = "document.querySelector('main').textContent + history.length + document.body.children.length"


def opened(screen: Screen) -> None:
    """Open the proof by the seal, with the keyboard."""
    screen.wait_sealed()
    seal = "document.querySelector('#open-proof')"
    screen.browser.wait(f"{seal}.checkVisibility()", 300, "the seal can be pressed")
    screen.browser.evaluate(f"() => {seal}.focus()")
    screen.browser.press("Enter")
    screen.browser.wait("document.querySelector('#proof')?.open", 60, "the proof is open")


def test_every_way_out_is_refused_before_the_eyes_of_the_person(
    screen: Screen, hosted: Server, tmp_path: Path
) -> None:
    browser = screen.browser
    opened(screen)
    before, seen = hosted.asked_by_pages(), browser.evaluate(SEEN)
    browser.wait(f"{SAYS.format('proof-requests')} === '0'", 60, "nothing was asked for")
    browser.click("button", "Try it")
    browser.wait(SAID.format("done"), 120, "all are tried")
    found = browser.evaluate(OUTCOMES)
    assert len(found) == 27
    assert {name for name, shown in found.items() if shown == "unclear"} == UNCLEAR[browser.name]
    assert set(found.values()) <= {"good", "unclear"}
    refused = len(found) - len(UNCLEAR[browser.name])
    assert browser.evaluate(SAYS.format("proof-outcome")).startswith(f"{refused} of 27 were")
    browser.wait(f"{SAYS.format('proof-requests')} === '0'", 60, "nothing was asked for")
    assert int(browser.evaluate(SAYS.format("proof-refusals"))) >= 15
    assert hosted.asked_by_pages() == before
    assert browser.evaluate(SEEN) == seen, "an attempt left something in the page"
    browser.press("Escape")
    with_photo(screen, tmp_path)
    screen.wait_engine()
    screen.mark(60, 60, 120, 80)
    assert screen.save("Save image").stat().st_size > 0


def test_what_gets_through_is_shown_as_just_that(browser: Browser, opener: Opener) -> None:
    """A page whose policy is gone cannot be made here; an answer that says so can."""
    opened(opener(browser, "file"))
    browser.evaluate(THROUGH)
    browser.click("button", "Try it")
    browser.wait(SAID.format("refused"), 120, "one got through")
    assert browser.evaluate(OUTCOMES)["image"] == "bad"
    row = browser.evaluate("document.querySelector('.way[data-shown=bad]').textContent")
    assert "NOT REFUSED" in row and "<b>event: load</b>" in row
    assert "1 did not fail as it should" in browser.evaluate(SAYS.format("proof-outcome"))


def test_a_saved_file_is_compared_with_what_was_published(
    browser: Browser, opener: Opener, tmp_path: Path
) -> None:
    opened(opener(browser, "file"))
    kept = tmp_path / "pixelseal.html"
    kept.write_text("<!doctype html>", "utf-8")
    line = f"{hashlib.sha256(kept.read_bytes()).hexdigest()}  pixelseal.html"
    put = """text => { const field = document.querySelector('#proof-sum'); field.value = text;
      field.dispatchEvent(new Event('input', {bubbles: true})); }"""
    browser.set_files("Choose the saved file", [kept])
    browser.evaluate(put, line)
    browser.wait(f"{SAYS.format('proof-file-outcome')}.includes('It is the one')", 60, "same")
    browser.evaluate(put, "0" * 64)
    browser.wait(f"{SAYS.format('proof-file-outcome')}.includes('not the one')", 60, "another")
