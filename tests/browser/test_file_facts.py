"""The tab *File*: what goes when one saves stands apart from what is told of the file itself."""

import io
from pathlib import Path

import pytest
from PIL import Image

from tests.builders.jpeg import without_tables
from tests.core.support import photo

from .product import JOB_SECONDS, Screen

pytestmark = pytest.mark.browser

LEAD = "document.querySelector('#carries-lead').textContent"
# Heading of the notes, "" while it is hidden; then the rows of both lists, and which are gone.
TOLD = """(() => {
  const title = document.querySelector('#file-notes-title');
  const rows = list => [...document.querySelectorAll(`#${list} > li`)];
  const text = row => row.querySelector('.finding-what').textContent;
  return [title.hidden ? '' : title.textContent, rows('findings').map(text),
    rows('file-notes').map(text), document.querySelectorAll('li.finding.gone').length];
})()"""
COMMENT = "A written comment"
TABLES = "The file omits its code tables: the standard ones were used"


def commented() -> bytes:
    stream = io.BytesIO()
    Image.fromarray(photo(320, 240)).save(stream, "JPEG", comment=b"Jane Doe")
    return stream.getvalue()


def test_only_what_goes_stands_under_the_words_that_it_goes(ready: Screen, tmp_path: Path) -> None:
    browser = ready.browser
    (tmp_path / "a.jpg").write_bytes(without_tables(commented()))
    ready.add(tmp_path / "a.jpg")
    ready.wait_states(["ready"])
    ready.wait_shown(320, 240)
    assert "will be gone" in browser.evaluate(LEAD)
    assert browser.evaluate(TOLD) == ["About the file itself", [COMMENT], [TABLES], 0]
    assert browser.evaluate("document.querySelector('#tab-file').textContent") == "File: 1 finding"
    ready.mark(40, 40, 100, 60)
    browser.click("button", "Result")
    browser.wait(f"{LEAD}.startsWith('All of this is gone')", JOB_SECONDS, "it is made")
    assert browser.evaluate(TOLD) == ["About the file itself", [COMMENT], [TABLES], 1]


def test_without_notes_there_is_no_heading_for_them(ready: Screen, tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(commented())
    ready.add(tmp_path / "a.jpg")
    ready.wait_states(["ready"])
    assert ready.browser.evaluate(TOLD) == ["", [COMMENT], [], 0]
