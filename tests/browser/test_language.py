"""Another language replaces every word at once; work, files and evidence stay."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pixelseal.model import catalogue

from .conftest import Opener
from .drivers import Browser
from .product import CHOOSE, JOB_SECONDS, Screen, with_photo

pytestmark = pytest.mark.browser

# Every text of the page, hidden ones too, and what stands in attributes that are read out.
TEXTS = """() => {
  const found = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const parent = walk.currentNode.parentElement;
    // What has a language of its own stands beside what is said in another.
    const own = parent.closest('[lang]') !== document.documentElement;
    if (!own && !parent.closest('script, noscript, style, #notices, #language, #said, #zoom-level,'
      + 'mpy-config'))
      found.push(walk.currentNode.textContent.trim());
  }
  for (const name of ['title', 'aria-label', 'placeholder'])
    for (const element of document.querySelectorAll(`[${name}]`))
      found.push(element.getAttribute(name));
  return found.filter(Boolean);
}"""
STATE = """() => ({
  regions: [...document.querySelectorAll('#regions > li')].map(row => [
    row.querySelector('button').textContent]),
  reasons: [...document.querySelectorAll('.chip[aria-pressed=true]')].map(e => e.dataset.reason),
  pressed: [...document.querySelectorAll('[aria-pressed=true]')].map(e => e.id || e.className),
  states: [...document.querySelectorAll('#images > li')].map(row => row.dataset.state),
  id: document.querySelector('#alternate-id').value,
})"""


def _all(text: Any) -> Iterator[str]:
    """A text's words as they stand in the page; what has blanks cannot be looked for."""
    for form in text.values() if isinstance(text, dict) else [text]:
        if "{" not in form:
            yield from (part.strip() for _tag, part in catalogue.pieces(form))


def _only(language: str, other: str) -> set[str]:
    """What one language says and the other does not."""
    here = {part for text in catalogue.table(language).values() for part in _all(text)}
    return here - {part for text in catalogue.table(other).values() for part in _all(text)}


@pytest.fixture
def opened(browser: Browser, opener: Opener, tmp_path: Path) -> Screen:
    screen = with_photo(opener(browser, "hosted"), tmp_path)
    screen.wait_engine()
    screen.mark(60, 60, 120, 80)
    browser.press("Shift+H")
    browser.fill("textbox", "Alternate ID", "study-7")
    screen.wait_states(["marked"])
    return screen


def test_every_word_changes_and_the_work_stays(opened: Screen) -> None:
    browser = opened.browser
    state, texts = browser.evaluate(STATE), browser.evaluate(TEXTS)
    assert len(_only("en", "es") & set(texts)) > 100
    browser.evaluate(CHOOSE, "#language", "es")
    browser.wait("document.documentElement.lang === 'es'", 60, "the page is in Spanish")
    browser.wait("document.querySelector('#said').textContent === 'Español'", 60, "it says so")
    spanish = browser.evaluate(TEXTS)
    assert not _only("en", "es") & set(spanish)
    assert len(spanish) == len(texts)
    assert browser.evaluate(STATE) == state
    browser.evaluate(CHOOSE, "#language", "en")
    browser.wait("document.documentElement.lang === 'en'", 60, "the page is in English")
    browser.wait("document.querySelector('#said').textContent === 'English'", 60, "it says so")
    assert browser.evaluate(TEXTS) == texts


def test_what_is_evidence_stays_in_english(opened: Screen) -> None:
    browser = opened.browser
    browser.evaluate(CHOOSE, "#language", "es")

    def save() -> None:
        browser.click("button", "Guardar certificado", JOB_SECONDS)
        opened.pass_gate()

    certificate = browser.download(save, JOB_SECONDS).read_text("ascii")
    assert "What was done" in certificate and "Medical record numbers" in certificate
    browser.wait(
        "text => [...document.querySelectorAll('#result-checks li')].some(e => "
        "e.textContent === text)",
        60,
        "the checks are told in Spanish",
        catalogue.text("es", "check-size", {}),
    )
    browser.evaluate(CHOOSE, "#language", "en")
