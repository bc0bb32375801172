"""What is settled before work begins: kept in the project, and shown beside the checklist."""

from pathlib import Path

import pytest
from pixelseal.model.project import project_text

from .conftest import Opener
from .drivers import Browser
from .process import part
from .product import with_photo

pytestmark = pytest.mark.browser

SAYS = "document.querySelector('#{}').textContent"
_TYPE = """([name, value]) => { const field = document.querySelector('#' + name);
field.value = value; field.dispatchEvent(new Event('change', {bubbles: true})); }"""


def test_what_is_settled_is_in_the_project_and_what_was_seen_stands_beside_its_question(
    browser: Browser, opener: Opener, tmp_path: Path
) -> None:
    screen = opener(browser, "file")
    screen.wait_sealed()
    with_photo(screen, tmp_path)
    screen.wait_states(["ready"])
    part(screen, "preparation")
    browser.click("button", "Add a person")
    browser.evaluate(
        """() => { const name = document.querySelector('#prep-people input'); name.value = 'J. Doe';
        name.dispatchEvent(new Event('change', {bubbles: true})); }"""
    )
    browser.evaluate(_TYPE, ["prep-purpose", "See roe-face.jpg"])
    browser.wait(f"{SAYS.format('prep-outcome')}.startsWith('This was not taken')", 60, "refused")
    browser.evaluate(_TYPE, ["prep-purpose", "A registry of moles"])
    browser.evaluate(_TYPE, ["prep-basis", "safe-harbor"])
    browser.evaluate("() => document.querySelector('#prep-visible-A').click()")
    browser.wait("document.querySelector('#prep-assessed').checked", 60, "it is assessed")
    save = "() => document.querySelector('#prep-save').click()"
    kept = browser.download(lambda: browser.evaluate(save), 60)
    reading = project_text.read(kept.read_text("utf-8"))
    (entry,) = reading
    assert entry.assessed is not None and entry.assessed.visible == ("A",)
    assert reading.settled is not None and reading.settled.purpose == "A registry of moles"
    assert reading.settled.people == (("preparer", "J. Doe"),)

    browser.evaluate("() => document.querySelector('#process-close').click()")
    browser.evaluate("() => { document.querySelector('#checklist').open = true; }")
    seen = """[...document.querySelectorAll('#answers p')].filter(
        (p) => !p.hidden && p.textContent.startsWith('Assessed')).length"""
    browser.wait(f"{seen} === 1", 60, "its question shows that it was assessed")
    answer = "document.querySelector('#answers select').value"
    assert browser.evaluate(answer) == "", "it answers nothing by itself"
