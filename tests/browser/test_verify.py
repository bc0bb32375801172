"""Verify with several files: a row for each, in words, and green only if all are unchanged."""

import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest
from pixelseal.core import engine

from tests.core.support import file_of, photo, recipe

from .conftest import Opener
from .drivers import Browser
from .product import CHOOSE, JOB_SECONDS, Screen

pytestmark = pytest.mark.browser

TEXT = "document.querySelector('#verify').textContent"
# What is chosen in the two fields, dropped on the dialog in one go, the certificates first.
DROP = """() => {
  const fields = ['#verify-certificate', '#verify-image'];
  const transfer = new DataTransfer();
  for (const field of fields)
    for (const file of document.querySelector(field).files) transfer.items.add(file);
  const event = new Event('drop', {bubbles: true, cancelable: true});
  Object.defineProperty(event, 'dataTransfer', {value: transfer});
  document.querySelector('#verify').dispatchEvent(event);
}"""


@dataclass(frozen=True)
class Shared:
    """Images and certificates as they are passed on."""

    images: list[Path]
    certificates: list[Path]

    @property
    def names(self) -> list[tuple[str, str]]:
        """The rows where all is well."""
        pairs = zip(self.images, self.certificates, strict=True)
        return [("unchanged", f"{image.name} · {paper.name}") for image, paper in pairs]


@pytest.fixture
def shared(tmp_path: Path) -> Shared:
    """Outputs of three formats with their certificates."""
    images, certificates = [], []
    for number, format in enumerate(("jpeg", "png", "webp")):
        asked = recipe((8, 8, 16, 16), format=format)
        source = file_of(photo(64, 48, number), "PNG")
        done = engine.redact(source, asked, label=f"study-{number}", build="source")
        images.append(tmp_path / done.name)
        certificates.append(tmp_path / f"study-{number}.certificate.txt")
        images[-1].write_bytes(done.output)
        certificates[-1].write_text(done.certificate, "ascii", newline="\n")
    return Shared(images, certificates)


@pytest.fixture
def opened(browser: Browser, opener: Opener) -> Screen:
    return opener(browser, "hosted")


def test_many_are_unchanged_and_it_says_what_that_shows(opened: Screen, shared: Shared) -> None:
    assert opened.verify_all(shared.images, shared.certificates) == ("unchanged", shared.names)
    said = opened.browser.evaluate(TEXT)
    assert "3 unchanged. Compared: the file's SHA-256" in said
    assert said.count("anyone could have typed it") == 1


def test_each_file_dropped_at_once_has_a_row_and_one_that_is_not_well_is_never_green(
    opened: Screen, shared: Shared, tmp_path: Path
) -> None:
    browser = opened.browser
    shared.images[0].write_bytes(shared.images[0].read_bytes() + b"\0")
    text = shared.certificates[1].read_text("ascii")
    forged = text.replace("- size: The picture", "- size: FAILED. The picture")
    shared.certificates[1].write_text(forged, "ascii", newline="\n")
    stray, letter = tmp_path / "stray.png", tmp_path / "letter.txt"
    stray.write_bytes(file_of(photo(20, 20), "PNG"))
    letter.write_text("Dear J. Doe", "ascii")
    browser.click("button", "Verify")
    browser.set_files("Image files", [*shared.images, stray])
    browser.set_files("Certificate files", [*shared.certificates, letter])
    browser.evaluate(DROP)
    status, rows = opened.verdicts()
    assert status == "mixed"
    (name0, name1, name2), papers = [p.name for p in shared.images], shared.certificates
    assert sorted(rows) == sorted(
        [
            ("changed", f"{name0} · {papers[0].name}"),
            ("certificate-altered", f"{name1} · {papers[1].name}"),
            ("unchanged", f"{name2} · {papers[2].name}"),
            ("no-certificate", "stray.png"),
            ("not-a-certificate", "letter.txt"),
        ]
    )
    line = forged.split("FAILED")[0].count("\n") + 1
    said = browser.evaluate(TEXT)
    assert "Not all are unchanged" in said and f"line {line} cannot" in said
    assert "1 unchanged, 1 changed, 1 altered certificate" in said
    # "All agree" is not said of the rows that do not.
    assert ". For those that are unchanged, these were compared: the file's SHA-256" in said
    assert "Compared:" not in said
    browser.click("button", "Close")


def test_it_is_said_in_spanish_too(opened: Screen, shared: Shared) -> None:
    browser = opened.browser
    browser.evaluate(CHOOSE, "#language", "es")
    browser.click("button", "Verificar")
    browser.set_files("Archivos de imagen", shared.images[:1])
    browser.set_files("Archivos de certificado", shared.certificates[:1])
    browser.click("button", "Comparar", JOB_SECONDS)
    assert opened.verdicts() == ("unchanged", shared.names[:1])
    assert "El certificado en sí no está firmado" in browser.evaluate(TEXT)
    browser.click("button", "Cerrar")


def test_a_zip_is_compared_file_by_file_and_a_damaged_one_has_a_row(
    opened: Screen, shared: Shared, tmp_path: Path
) -> None:
    whole, stored, damaged = (tmp_path / f"{name}.zip" for name in ("whole", "stored", "damaged"))
    for path, method in ((whole, zipfile.ZIP_DEFLATED), (stored, zipfile.ZIP_STORED)):
        with zipfile.ZipFile(path, "w", method) as made:
            for file in [*shared.images, *shared.certificates]:
                made.write(file, f"study/{file.name}")
    data = bytearray(whole.read_bytes())
    data[len(data) // 8] ^= 1
    damaged.write_bytes(data)
    browser = opened.browser
    browser.click("button", "Verify")
    for path in (whole, stored):
        browser.set_files("Image files", [path])
        browser.click("button", "Compare", JOB_SECONDS)
        assert opened.verdicts() == ("unchanged", shared.names)
    browser.set_files("Image files", [whole, damaged])
    browser.click("button", "Compare", JOB_SECONDS)
    status, rows = opened.verdicts()
    assert (status, sorted(rows)) == ("mixed", sorted([*shared.names, ("not-read", "damaged.zip")]))
    assert "This ZIP is damaged" in browser.evaluate(TEXT)
    browser.click("button", "Close")


def test_a_certificate_can_be_read_in_spanish_beside_its_english(
    opened: Screen, shared: Shared
) -> None:
    browser = opened.browser
    browser.evaluate(CHOOSE, "#language", "es")
    browser.click("button", "Verificar")
    fields = [
        browser.evaluate(f"document.querySelector('#{name}').closest('label').textContent.trim()")
        for name in ("verify-image", "verify-certificate")
    ]
    browser.set_files(fields[0], shared.images[:1])
    browser.set_files(fields[1], shared.certificates[:1])
    browser.evaluate("() => document.querySelector('#verify-check').click()")
    opened.verdicts()
    browser.evaluate("() => { document.querySelector('#verify .translation').open = true; }")
    read = "document.querySelector('#verify .in-two')?.textContent ?? ''"
    browser.wait(f"({read}).includes('Lo que se hizo')", 60, "it is there in Spanish")
    assert "What was done" in browser.evaluate(read)
    button = "Guardar traducción"
    saved = browser.download(lambda: browser.click("button", button), JOB_SECONDS)
    assert saved.read_text("utf-8").startswith("Traducción al español. Solo cuenta el texto inglés")
