"""Alternate IDs: a table pasted and dropped, what the page says about it, and the link table."""

import csv
import hashlib
import io
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from .conftest import Opener
from .drivers import Browser
from .product import Screen

pytestmark = pytest.mark.browser

OUTCOME = "id => document.querySelector(id).textContent"


def photos(folder: Path, *names: str) -> list[Path]:
    paths = [folder / name for name in names]
    for number, path in enumerate(paths):
        Image.new("RGB", (60, 40), (number, 90, 160)).save(path)
    return paths


def paste(screen: Screen, table: str, kind: str) -> str:
    """Put a table into the dialog's field and use it; what the page says then."""
    browser = screen.browser
    browser.evaluate("text => { document.querySelector('#ids-text').value = text; }", table)
    browser.click("button", "Use this table")
    told = "kind => document.querySelector('#ids-outcome').dataset.kind === kind"
    browser.wait(told, 60, f"the table is {kind}", kind)
    return str(browser.evaluate(OUTCOME, "#ids-outcome"))


def test_an_id_typed_by_hand_is_told_what_it_looks_like(
    browser: Browser, opener: Opener, tmp_path: Path
) -> None:
    screen = opener(browser, "hosted")
    screen.add(*photos(tmp_path, "Roe front.png", "plain.png"))
    screen.wait_states(["ready"] * 2)
    hint = "name => document.querySelector('#alternate-help').className.includes(name)"
    browser.fill("textbox", "Alternate ID", "Roe-1")
    browser.wait(hint, 60, "the ID looks made from the name", "derived")
    browser.fill("textbox", "Alternate ID", "K 71")
    browser.wait(hint, 60, "the ID cannot stand", "wrong")
    # The next image has nothing to do with what was typed wrongly here.
    browser.click("button", "Next")
    browser.wait(
        "document.querySelector('#alternate-id').value === '' && "
        "document.querySelector('#alternate-id').getAttribute('aria-invalid') === 'false'",
        60,
        "the field is the next image's",
    )
    browser.click("button", "Previous")
    browser.wait("document.querySelector('#alternate-id').value === 'K'", 60, "the last good ID")


def test_a_table_names_what_is_saved_and_the_link_table_ties_it_back(
    browser: Browser, opener: Opener, tmp_path: Path
) -> None:
    paths = photos(tmp_path, "Roe front.png", "Roe back.png", "plain.png")
    table = tmp_path / "ids.csv"
    table.write_text("Roe front.png,K-71\nnot here.png,K-72\n", "utf-8")
    screen = opener(browser, "hosted")
    screen.add(*paths, table)
    screen.wait_states(["ready"] * 3)
    notice = browser.evaluate(OUTCOME, "#refusals-text")
    assert notice.startswith("1 image has its ID. 1 row names an image that is not open")
    assert "2 images are not in the table" in notice
    browser.click("button", "Project")
    refused = paste(screen, "Roe back.png,K-7\nplain.png,K-7", "refused")
    assert "Lines 1 and 2" in refused
    # Made from the name: asked about, and not used.
    browser.evaluate(
        "() => { document.querySelector('#ids-text').value = 'Roe back.png,Roe-2'; "
        "document.querySelector('#ids-use').click(); }"
    )
    browser.click("button", "Go back")
    assert paste(screen, "Roe back.png;K-73\r\n", "done").startswith("1 image has its ID.")
    links = screen.save("Save link table (private)")
    assert links.name.startswith("private-link-table-")
    text = links.read_bytes().decode("utf-8")
    assert text.startswith("\ufeff"), "without it spreadsheets take the names for Latin-1"
    rows = list(csv.reader(io.StringIO(text[1:], newline="")))
    digests = [hashlib.sha256(path.read_bytes()).hexdigest() for path in paths]
    assert rows[1:3] == [
        ["K-71", "Roe front.png", digests[0]],
        ["K-73", "Roe back.png", digests[1]],
    ]
    assert rows[3][0].startswith("image-") and rows[3][1:] == ["plain.png", digests[2]]
    browser.click("button", "Close")
    zip_file = screen.save("Save all")
    with zipfile.ZipFile(zip_file) as archive:
        names = archive.namelist()
    assert {"images/K-71.png", "images/K-73.png"} <= set(names) and len(names) == 7
    assert not [name for name in names if "link" in name]
    assert b"Roe" not in zip_file.read_bytes()
