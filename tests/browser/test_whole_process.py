"""A set from preparation to receipt by three people, each time in a browser that knows nothing.

All that they have of each other is files. What leaves the first person's hands is searched for all
that was planted in the originals.
"""

import hashlib
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import bagit
import pytest
from PIL import Image
from pixelseal.model.process import log, receipt, validation

from tests.core.support import photo

from .conftest import Opener, need
from .drivers import LAUNCHERS, Browser
from .photos import HEIGHT, LABEL, SENTINELS, SOURCE_NAME, WIDTH, clinical_photo
from .process import part
from .product import JOB_SECONDS, Screen

pytestmark = pytest.mark.browser

SAYS = "document.querySelector('#{}').textContent"
TAB = "name => document.querySelector('#process-tab-' + name).click()"
TYPE = """fields => { for (const [name, text] of Object.entries(fields)) {
  const field = document.querySelector('#' + name);
  field.value = text;
  field.dispatchEvent(new Event('change', {bubbles: true})); } }"""
SHOWN = """() => !document.querySelector('#validate-image').hidden
  && document.querySelector('#validate-certificate').textContent !== ''"""
SECRETS = (*SENTINELS, SOURCE_NAME.encode(), b"Jane Roe", b"MRN 0042")


def says(browser: Browser, name: str, text: str) -> None:
    """Wait until the element says so."""
    browser.wait(f"{SAYS.format(name)}.includes({text!r})", JOB_SECONDS, f"{name} says {text}")


def kept(browser: Browser, button: str, folder: Path) -> Path:
    """Press a button that saves a file; the file, where the next person takes it from."""
    saved = browser.download(lambda: browser.click("button", button), JOB_SECONDS)
    path = folder / saved.name
    path.write_bytes(saved.read_bytes())
    return path


@contextmanager
def person(name: str, opener: Opener, profile: Path, carrier: str) -> Iterator[Screen]:
    """The page in a browser that was never used, and is not used again."""
    browser = LAUNCHERS[name](profile)
    try:
        yield opener(browser, carrier)
    finally:
        browser.close()


def made(screen: Screen, sources: list[Path], folder: Path) -> tuple[Path, Path, Path]:
    """The first person prepares, begins a log, saves two images: ZIP, log, private records."""
    browser = part(screen, "preparation")
    browser.evaluate(TYPE, {"prep-purpose": "A registry of moles", "prep-basis": "safe-harbor"})
    browser.evaluate(TAB, "log")
    browser.click("button", "Begin a log")
    says(browser, "log-outcome", "begun")
    book = kept(browser, "Save log", folder)
    browser.click("button", "Close")
    screen.add(*sources)
    screen.wait_shown(WIDTH, HEIGHT)
    screen.wait_states(["ready", "ready"])
    screen.mark(*LABEL)
    saved = screen.save("Save all")
    clean = folder / "clean.zip"
    clean.write_bytes(saved.read_bytes())
    return clean, book, kept(browser, "Save private records of all (2)", folder)


def validated(screen: Screen, clean: Path, folder: Path) -> Path:
    """A second person, who has the results alone, accepts both."""
    browser = part(screen, "validate")
    browser.set_files("Choose images and certificates, or a ZIP", [clean])
    browser.click("button", "Look at 2 images, one after another", JOB_SECONDS)
    for done in range(2):
        browser.wait(SHOWN, JOB_SECONDS, "an image beside its certificate")
        says(browser, "validate-left", f"{done} accepted")
        browser.press("a")
    says(browser, "validate-left", "2 accepted, 0 sent back, 0 left")
    browser.evaluate(TYPE, {"validate-who": "B. Person", "validate-role": "Privacy officer"})
    return kept(browser, "Save validation", folder)


def packed(
    screen: Screen, clean: Path, checked: Path, book: Path, folder: Path
) -> tuple[Path, Path]:
    """The first person hands over what was accepted: the package, the log."""
    browser = part(screen, "log")
    browser.set_files("Open a log", [book])
    says(browser, "log-outcome", "Whole: 1 line.")
    browser.evaluate(TAB, "package")
    browser.set_files("Choose files or a ZIP", [clean])
    says(browser, "package-outcome", "2 images are unchanged")
    typed = {"to": "Registry", "method": "SFTP", "purpose": "A registry", "who": "A. Person"}
    browser.evaluate(TYPE, {f"package-{name}": text for name, text in typed.items()})
    browser.set_files("Take a validation", [checked])
    says(browser, "package-validated", "2 accepted, 0 sent back")
    bag = kept(browser, "Save package", folder)
    browser.evaluate(TAB, "log")
    return bag, kept(browser, "Save log", folder)


def received(screen: Screen, bag: Path, folder: Path) -> Path:
    """The recipient checks the package and writes a receipt."""
    browser = part(screen, "receive")
    browser.set_files("Choose a package (ZIP)", [bag])
    says(browser, "receive-outcome", "0 missing, 0 changed, 0 added")
    says(browser, "receive-pairs", "2 unchanged")
    browser.evaluate(TYPE, {"receive-who": "C. Person"})
    return kept(browser, "Save receipt", folder)


def learned(screen: Screen, bag: Path, came: Path, report_of: list[Path]) -> None:
    """The sender opens the receipt, and makes the report."""
    browser = part(screen, "receive")
    browser.set_files("Choose a package (ZIP)", [bag])
    says(browser, "receive-pairs", "2 unchanged")
    browser.set_files("Open a receipt", [came])
    says(browser, "receive-learned", "Confirmed")
    browser.evaluate(TAB, "report")
    browser.set_files("Choose files", report_of)
    says(browser, "report-taken", "2 chosen; project 1, validation 1, log 1")
    browser.click("button", "Make the report")
    for said in ("2 images were made.", "B. Person, Privacy officer", "A registry of moles"):
        says(browser, "report", said)


@pytest.mark.parametrize("name", sorted(LAUNCHERS))
def test_three_people_take_a_set_from_preparation_to_its_receipt(
    name: str, opener: Opener, tmp_path: Path
) -> None:
    need(name)
    sources = [clinical_photo(tmp_path / SOURCE_NAME), tmp_path / "Roe-file-name 2.png"]
    Image.fromarray(photo(WIDTH, HEIGHT)).save(sources[1])
    with person(name, opener, tmp_path / "first", "file") as screen:
        clean, begun, private = made(screen, sources, tmp_path)
    with person(name, opener, tmp_path / "second", "hosted") as screen:
        checked = validated(screen, clean, tmp_path)
    with person(name, opener, tmp_path / "again", "hosted") as screen:
        bag, book = packed(screen, clean, checked, begun, tmp_path)
    with person(name, opener, tmp_path / "third", "file") as screen:
        came = received(screen, bag, tmp_path)
    with zipfile.ZipFile(private) as records:
        records.extractall(tmp_path / "private")
    report_of = [checked, book, *(tmp_path / "private").rglob("*.json")]
    with person(name, opener, tmp_path / "last", "file") as screen:
        learned(screen, bag, came, report_of)

    assert [line.event for line in log.read(book.read_text("utf-8"))] == ["begun", "packed"]
    read = validation.parse(checked.read_text("utf-8"))
    assert [entry.decision for entry in read.entries] == ["accepted", "accepted"]
    assert len(receipt.parse(came.read_text("utf-8")).files) == 7
    with zipfile.ZipFile(bag) as package:
        package.extractall(tmp_path / "bag")
        left = [package.read(entry) for entry in package.namelist()]
    (folder,) = (tmp_path / "bag").iterdir()
    assert bagit.Bag(str(folder)).is_valid()
    hashes = [hashlib.sha256(path.read_bytes()).hexdigest().encode() for path in sources]
    left += [path.read_bytes() for path in (bag, came, checked, book)]
    for secret in (*SECRETS, *hashes):
        assert not any(secret in data for data in left), secret
