"""A second person accepts one image and sends one back; the first sees it come up in the editor."""

import zipfile
from pathlib import Path

import pytest
from pixelseal.core import engine
from pixelseal.model.process import validation

from tests.core.support import file_of, photo, recipe

from .conftest import Opener
from .drivers import Browser
from .process import part
from .product import JOB_SECONDS, Screen, with_photo

pytestmark = pytest.mark.browser

NOTE = "The label at the top can still be read."
SAYS = "document.querySelector('#{}').textContent"
ROWS = """[...document.querySelectorAll('#validate-rows > li')].map(
  row => [row.dataset.verdict, row.querySelector('.verdict-names').textContent])"""
# Where a part of the picture is on the screen: from 1/4 to 1/2 of it.
CORNERS = """() => { const r = document.querySelector('#validate-image').getBoundingClientRect();
  return [4, 3, 2].map(part => [r.left + r.width / part, r.top + r.height / part]); }"""
SHOWN = """name => document.querySelector('#validate-name').textContent.endsWith(name)
  && !document.querySelector('#validate-image').hidden
  && document.querySelector('#validate-certificate').textContent.includes(name)"""


def _saved(screen: Screen, folder: Path) -> list[Path]:
    """An image that is saved by the page, with its certificate."""
    with_photo(screen, folder)
    screen.mark(40, 32, 80, 64)
    files = [screen.save("Save image"), screen.save("Save certificate")]
    kept = []
    for path in files:
        kept.append(folder / path.name)
        kept[-1].write_bytes(path.read_bytes())
    return kept


def _other(folder: Path) -> list[Path]:
    """An image that somebody else made, with its certificate."""
    asked = recipe((8, 8, 16, 16), format="png")
    done = engine.redact(file_of(photo(64, 48, 1), "PNG"), asked, label="a-study", build="source")
    image, certificate = folder / done.name, folder / "a-study.certificate.txt"
    image.write_bytes(done.output)
    certificate.write_text(done.certificate, "ascii", newline="\n")
    return [image, certificate]


def test_one_is_accepted_and_one_sent_back_and_that_comes_up_in_the_editor_with_its_place(
    browser: Browser, opener: Opener, tmp_path: Path
) -> None:
    screen = opener(browser, "file")
    screen.wait_sealed()
    own, other = _saved(screen, tmp_path), _other(tmp_path)
    stray = tmp_path / "letter.txt"
    stray.write_text("Dear J. Doe", "ascii")

    part(screen, "validate")
    packed = tmp_path / "saved.zip"
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(own[0], f"images/{own[0].name}")
        archive.write(own[1], f"certificates/{own[1].name}")
    browser.set_files("Choose images and certificates, or a ZIP", [packed, *other, stray])
    taken = "document.querySelectorAll('#validate-rows > li').length === 3"
    browser.wait(taken, JOB_SECONDS, "all is compared")
    assert sorted(browser.evaluate(ROWS)) == sorted(
        [
            ["not-a-certificate", stray.name],
            ["unchanged", f"{own[0].name} · {own[1].name}"],
            ["unchanged", f"{other[0].name} · {other[1].name}"],
        ]
    )
    assert "Left out: 1." in browser.evaluate(SAYS.format("validate-outcome"))

    browser.click("button", "Look at 2 images, one after another")
    browser.wait(SHOWN, JOB_SECONDS, "the first is shown beside its certificate", other[0].name)
    browser.press("a")
    browser.wait(SHOWN, JOB_SECONDS, "the next is shown", own[0].name)
    assert browser.evaluate(SAYS.format("validate-left")) == "1 accepted, 0 sent back, 1 left"
    browser.drag([tuple(point) for point in browser.evaluate(CORNERS)])
    browser.wait("document.activeElement.id === 'validate-note'", 60, "a note is asked for")
    browser.write(NOTE)
    browser.press("Enter")
    decided = SAYS.format("validate-left") + " === '1 accepted, 1 sent back, 0 left'"
    browser.wait(decided, 60, "both are decided about")

    browser.fill("textbox", "Your name", "B. Person")
    browser.fill("textbox", "Your role", "Privacy officer")
    kept = browser.download(lambda: browser.click("button", "Save validation"), 60)
    read = validation.parse(kept.read_text("utf-8"))
    decisions = {entry.image: (entry.decision, entry.note) for entry in read.entries}
    assert decisions == {other[0].name: ("accepted", None), own[0].name: ("sent-back", NOTE)}
    (mark,) = [entry.mark for entry in read.entries if entry.mark is not None]
    assert mark.width > 10 and mark.height > 10 and (read.who, read.own) == ("B. Person", False)

    browser.set_files("Open a validation", [kept])
    said = f"{SAYS.format('returned-text')}.includes({NOTE!r})"
    browser.wait(said, 60, "the note is shown in the editor")
    assert not browser.evaluate("document.querySelector('#process').open")
    browser.wait("document.querySelectorAll('#overlay .noted').length === 1", 60, "it is dashed")
    browser.click("button", "Dismiss the note")
    browser.wait("!document.querySelector('#returned').checkVisibility()", 60, "it is gone")
