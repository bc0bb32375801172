"""The log in the page: begun, saved, opened again, and a line that was touched is named."""

from pathlib import Path

import pytest
from pixelseal.model.process import log

from .conftest import Opener
from .drivers import Browser
from .process import part

pytestmark = pytest.mark.browser

SAYS = "document.querySelector('#{}').textContent"
LINES = "document.querySelectorAll('#log-lines li').length"


@pytest.fixture
def opened(browser: Browser, opener: Opener) -> Browser:
    """The log's part of the dialog Process, in a page from a file."""
    return part(opener(browser, "file"), "log")


def begun(browser: Browser) -> None:
    """Begin a log with one line by hand."""
    browser.click("button", "Begin a log")
    browser.wait("document.querySelector('#log-add-part').checkVisibility()", 60, "a log is open")
    browser.evaluate(
        """() => { const event = document.querySelector('#log-event'); event.value = 'imported';
        event.dispatchEvent(new Event('change', {bubbles: true}));
        const [who, images] = document.querySelectorAll('#log-facts input');
        who.value = 'J. Doe'; images.value = '3'; }"""
    )
    browser.click("button", "Add to the log")
    browser.wait(f"{LINES} === 2", 60, "the line is shown")


def test_a_log_is_kept_and_continued_and_shows_who_touched_it(
    opened: Browser, tmp_path: Path
) -> None:
    browser = opened
    begun(browser)
    head = browser.evaluate(SAYS.format("log-head-now"))
    kept = browser.download(lambda: browser.click("button", "Save log"), 60)
    text = kept.read_text("utf-8")
    assert [line.head for line in log.read(text)][-1] == head

    touched = tmp_path / "touched.jsonl"
    touched.write_text(text.replace("J. Doe", "J. Roe"), "utf-8", newline="\n")
    browser.set_files("Open a log", [touched])
    browser.wait(f"{SAYS.format('log-outcome')}.includes('Line 2 is not as')", 60, "it is named")
    assert browser.evaluate(SAYS.format("log-head-now")) == head

    browser.set_files("Open a log", [kept])
    browser.wait(f"{SAYS.format('log-outcome')} === 'Whole: 2 lines.'", 60, "it is whole")
    table = browser.download(lambda: browser.click("button", "As a table (CSV)"), 60)
    assert '"imported"' in table.read_text("utf-8-sig") and '"J. Doe"' in table.read_text(
        "utf-8-sig"
    )


def test_what_no_log_may_hold_is_refused_where_it_stands(opened: Browser) -> None:
    browser = opened
    begun(browser)
    browser.evaluate(
        "() => { document.querySelector('#log-facts input').value = 'smith-face.jpg'; }"
    )
    browser.click("button", "Add to the log")
    said = SAYS.format("log-add-outcome")
    browser.wait(f"{said}.startsWith('This cannot stand in the log')", 60, "it is refused")
    assert browser.evaluate(LINES) == 2
