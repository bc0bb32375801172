"""A package from hand to hand in the page: packed, received, touched, and its receipt sent back."""

import zipfile
from pathlib import Path

import bagit
import pytest
from pixelseal.core import engine

from tests.core.support import file_of, photo, recipe

from .conftest import Opener
from .drivers import Browser
from .process import part

pytestmark = pytest.mark.browser

SAYS = "document.querySelector('#{}').textContent"
FILL = """fields => { for (const [name, text] of Object.entries(fields))
  document.querySelector('#' + name).value = text; }"""
TAB = "name => document.querySelector('#process-tab-' + name).click()"
ROWS = """[...document.querySelectorAll('#receive-rows > li')]
  .map(row => [row.querySelector('strong').textContent,
               row.querySelector('.verdict-names').textContent])"""


@pytest.fixture
def pairs(tmp_path: Path) -> list[Path]:
    """Two images with their certificates."""
    found = []
    for number in (1, 2):
        source = file_of(photo(64, 48, number), "PNG")
        done = engine.redact(source, recipe((8, 8, 16, 16)), label=f"study-{number}", build="b")
        found += [tmp_path / done.name, tmp_path / f"study-{number}.certificate.txt"]
        found[-2].write_bytes(done.output)
        found[-1].write_text(done.certificate, "ascii", newline="\n")
    return found


def said(browser: Browser, name: str, text: str) -> None:
    browser.wait(f"{SAYS.format(name)}.includes({text!r})", 120, f"{name} says {text}")


def test_a_package_goes_from_hand_to_hand_and_one_touched_byte_is_named(
    browser: Browser, opener: Opener, pairs: list[Path], tmp_path: Path
) -> None:
    part(opener(browser, "file"), "log")
    browser.click("button", "Begin a log")
    said(browser, "log-outcome", "begun")
    browser.evaluate(TAB, "package")
    stray = tmp_path / "letter.txt"
    stray.write_text("Dear J. Doe", "ascii")
    browser.set_files("Choose files or a ZIP", [*pairs, stray])
    said(browser, "package-outcome", "1 file was refused")
    browser.set_files("Choose files or a ZIP", pairs)
    said(browser, "package-outcome", "2 images are unchanged")
    typed = {"to": "Registry", "method": "SFTP", "purpose": "Burns", "who": "J. Doe"}
    browser.evaluate(FILL, {f"package-{name}": text for name, text in typed.items()})
    sent = browser.download(lambda: browser.click("button", "Save package"), 120)
    said(browser, "package-packed", "The open log has a line")
    browser.click("button", "Note in the log that it was sent")
    with zipfile.ZipFile(sent) as package:
        package.extractall(tmp_path / "bag")
    (folder,) = (tmp_path / "bag").iterdir()
    assert bagit.Bag(str(folder)).is_valid()

    browser.evaluate(TAB, "receive")
    browser.set_files("Choose a package (ZIP)", [sent])
    said(browser, "receive-outcome", "7 complete, 0 missing, 0 changed, 0 added")
    said(browser, "receive-pairs", "2 unchanged")
    assert "To: Registry" in browser.evaluate(SAYS.format("receive-transfer"))
    browser.evaluate(FILL, {"receive-who": "A. Person"})
    came = browser.download(lambda: browser.click("button", "Save receipt"), 120)
    browser.set_files("Open a receipt", [came])
    said(browser, "receive-learned", "Confirmed")
    browser.evaluate(TAB, "log")
    lines = str(browser.evaluate(SAYS.format("log-lines")))
    assert all(event in lines for event in ("Packed", "Sent", "Received"))

    touched = tmp_path / "touched.zip"
    with zipfile.ZipFile(touched, "w") as made, zipfile.ZipFile(sent) as package:
        for name in package.namelist():
            data = package.read(name)
            made.writestr(name, data + b"\0" * name.endswith("study-2.png"))
    browser.evaluate(TAB, "receive")
    browser.set_files("Choose a package (ZIP)", [touched])
    said(browser, "receive-outcome", "6 complete, 0 missing, 1 changed, 0 added")
    assert browser.evaluate(ROWS)[0] == ["changed", "data/images/study-2.png"]
    said(browser, "receive-pairs", "1 unchanged, 1 changed")
