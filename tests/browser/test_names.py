"""Names chosen where one saves: at random, by number, from a table; shown on each tile."""

import zipfile
from pathlib import Path

import pytest
from PIL import Image

from .conftest import Opener
from .drivers import Browser
from .product import CHOOSE, Screen

pytestmark = pytest.mark.browser

TITLES = "[...document.querySelectorAll('.image-button')].map(e => e.title)"
NOW = "document.querySelector('#names-now').textContent"
OUTCOME = "text => document.querySelector('#names-outcome').textContent.startsWith(text)"


def photos(folder: Path, *names: str) -> list[Path]:
    paths = [folder / name for name in names]
    for number, path in enumerate(paths):
        Image.new("RGB", (60, 40), (len(names), 20 * number, 160)).save(path)
    return paths


def names_on_tiles(browser: Browser) -> dict[str, str]:
    """Source name -> output name, as the tiles tell."""
    told = browser.evaluate(TITLES)
    return dict(title.split(", saved as ") for title in told)


def images_in(path: Path) -> list[str]:
    with zipfile.ZipFile(path) as archive:
        return [name for name in archive.namelist() if name.startswith("images/")]


def test_numbers_are_shown_saved_and_taken_back(
    browser: Browser, opener: Opener, tmp_path: Path
) -> None:
    screen: Screen = opener(browser, "hosted")
    screen.add(*photos(tmp_path, "Roe 1.png", "Roe 2.png", "Roe 3.png"))
    screen.wait_states(["ready"] * 3)
    at_random = names_on_tiles(browser)
    assert all(name.startswith("image-") for name in at_random.values())
    assert browser.evaluate(NOW) == f"Saved as {at_random['Roe 1.png']}"
    browser.evaluate("() => { document.querySelector('#names').open = true; }")
    browser.evaluate(CHOOSE, "#names-kind", "numbered")
    browser.fill("textbox", "Prefix", "a b")
    browser.click("button", "Use")
    browser.wait(OUTCOME, 60, "no name begins like this", "Names cannot begin like this")
    assert names_on_tiles(browser) == at_random
    browser.fill("textbox", "Prefix", "study")
    browser.press("Enter")
    browser.wait(OUTCOME, 60, "they are numbered", "3 images are numbered")
    numbered = names_on_tiles(browser)
    assert sorted(numbered.values()) == ["study-001", "study-002", "study-003"]
    assert browser.evaluate(NOW) == f"Saved as {numbered['Roe 1.png']}"
    alternate = "document.querySelector('#alternate-id').value"
    assert browser.evaluate(alternate) == numbered["Roe 1.png"]
    # What is opened later is shuffled among them.
    screen.add(*photos(tmp_path, "Roe 4.png"))
    screen.wait_states(["ready"] * 4)
    assert sorted(names_on_tiles(browser).values())[-1] == "study-004"
    saved = screen.save("Save all")
    assert images_in(saved) == [f"images/study-00{number}.png" for number in range(1, 5)]
    assert b"Roe" not in saved.read_bytes()
    # What was saved keeps its name; the link table ties it to its source.
    screen.add(*photos(tmp_path, "Roe 5.png"))
    screen.wait_states(["saved"] * 4 + ["ready"])
    browser.evaluate(CHOOSE, "#names-kind", "random")
    browser.wait(OUTCOME, 60, "they are random", "The images have random names")
    kept = names_on_tiles(browser)
    assert kept.pop("Roe 5.png").startswith("image-")
    assert sorted(kept.values()) == [f"study-00{number}" for number in range(1, 5)]


def test_a_prefix_made_from_a_name_is_asked_about_and_a_table_is_one_press_away(
    browser: Browser, opener: Opener, tmp_path: Path
) -> None:
    screen: Screen = opener(browser, "hosted")
    screen.add(*photos(tmp_path, "Roe 1.png", "plain.png"))
    screen.wait_states(["ready"] * 2)
    at_random = names_on_tiles(browser)
    browser.evaluate("() => { document.querySelector('#names').open = true; }")
    browser.evaluate(CHOOSE, "#names-kind", "numbered")
    browser.fill("textbox", "Prefix", "roe")
    browser.click("button", "Use")
    browser.wait("document.querySelector('#ask').open", 60, "it asks")
    browser.click("button", "Go back")
    browser.wait("!document.querySelector('#ask').open", 60, "it is answered")
    assert names_on_tiles(browser) == at_random
    browser.evaluate(CHOOSE, "#names-kind", "table")
    browser.click("button", "Add a table …")
    focused = "document.activeElement === document.querySelector('#ids-text')"
    browser.wait(
        f"document.querySelector('#project').open && {focused}", 60, "a table is asked for"
    )
    browser.write("plain.png, K-9")
    browser.click("button", "Use this table")
    used = "document.querySelector('#ids-outcome').dataset.kind === 'done'"
    browser.wait(used, 60, "the table is used")
    browser.click("button", "Close")
    assert names_on_tiles(browser) == {**at_random, "plain.png": "K-9"}
    assert browser.evaluate("document.querySelector('#names-kind').value") == "table"


def test_a_prefix_that_was_only_typed_is_used(
    browser: Browser, opener: Opener, tmp_path: Path
) -> None:
    screen: Screen = opener(browser, "hosted")
    screen.add(*photos(tmp_path, "Roe 1.png", "Roe 2.png"))
    screen.wait_states(["ready"] * 2)
    browser.evaluate("() => { document.querySelector('#names').open = true; }")
    browser.evaluate(CHOOSE, "#names-kind", "numbered")
    # Without a prefix nothing is saved under names that nobody chose.
    browser.click("button", "Save all")
    browser.wait("document.querySelector('#ask').open", 60, "it asks")
    browser.click("button", "Go back")
    browser.wait(OUTCOME, 60, "it says what is missing", "Names by number were chosen")
    browser.fill("textbox", "Prefix", "study")
    saved = screen.save("Save all")
    assert images_in(saved) == ["images/study-001.png", "images/study-002.png"]
    assert sorted(names_on_tiles(browser).values()) == ["study-001", "study-002"]
