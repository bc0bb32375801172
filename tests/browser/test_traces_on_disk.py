"""After the browser is closed, only what was saved of a photo and its name is on the disk."""

from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import CARRIERS, Opener
from .drivers import LAUNCHERS, Browser
from .photos import HEIGHT, SENTINELS, SOURCE_NAME, WIDTH, clinical_photo
from .process import part
from .product import Screen, with_photo
from .traces import found_on_disk

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("name", sorted(LAUNCHERS))
def test_the_profile_holds_no_trace_of_the_photo(
    launch: Callable[[str], Browser], opener: Opener, tmp_path: Path, name: str
) -> None:
    browser = launch(name)
    for carrier in CARRIERS:
        screen = opener(browser, carrier)
        screen.add(clinical_photo(tmp_path / SOURCE_NAME))
        screen.wait_shown(WIDTH, HEIGHT)
        screen.mark(110, 290, 280, 110)
    screen.save("Save image")
    browser.close()
    assert any(path.is_file() for path in browser.profile.rglob("*"))
    assert found_on_disk(browser.profile, SENTINELS) == []


WRITTEN = b"SentinelInField"
CHOSEN = b"SentinelInPath"
# As if a person had written into each field there is, and chosen files under a path that tells.
WRITE = """text => {
  for (const field of document.querySelectorAll('input, textarea')) {
    if (!['text', 'password', 'textarea'].includes(field.type)) continue;
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }
  return [...document.querySelectorAll('input, textarea')].filter(f => f.value === text).length;
}"""
FIELDS = """[...document.querySelectorAll('input, textarea, select')].map(
  field => [field.id || field.className || field.type, field.getAttribute('autocomplete'),
            field.getAttribute('spellcheck')])"""


@pytest.mark.parametrize("name", sorted(LAUNCHERS))
def test_the_profile_holds_nothing_of_what_stood_in_the_fields(
    launch: Callable[[str], Browser], opener: Opener, tmp_path: Path, name: str
) -> None:
    browser = launch(name)
    folder = tmp_path / CHOSEN.decode()
    folder.mkdir()
    for carrier in CARRIERS:
        screen = opener(browser, carrier)
        screen.add(clinical_photo(folder / SOURCE_NAME))
        screen.wait_shown(WIDTH, HEIGHT)
        screen.mark(110, 290, 280, 110)
        part(screen, "sign")
        browser.press("Escape")
        browser.click("button", "Verify")
        browser.set_files("Image files", [folder / SOURCE_NAME])
        browser.set_files("Certificate files", [folder / SOURCE_NAME])
        assert browser.evaluate(WRITE, WRITTEN.decode()) >= 5
    browser.close()
    assert found_on_disk(browser.profile, (WRITTEN, CHOSEN, *SENTINELS)) == []


def test_no_field_of_the_page_is_kept_by_the_browser_or_spelled_by_it(
    ready: Screen, tmp_path: Path
) -> None:
    with_photo(ready, tmp_path)
    ready.mark(110, 290, 280, 110)
    ready.browser.click("button", "Save image", 300)
    ready.browser.wait("document.querySelector('#gate').checkVisibility()", 60, "the review asks")
    fields = ready.browser.evaluate(FIELDS)
    assert len(fields) > 20
    assert [one for one in fields if one[1:] != ["off", "false"]] == []
