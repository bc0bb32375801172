"""Saving where the browser lets the page write: a folder, and one ZIP as a stream, read back.

Chromium alone has the pickers. Its automation cannot work their dialogs, so each is answered with
a folder or file of the browser's own, whose handles are of the same kind.
"""

import base64
import hashlib
import io
import zipfile
from pathlib import Path

import pytest

from .conftest import Opener
from .photos import bad_files, one_of_each
from .product import JOB_SECONDS, Screen, held_by_sums, recipe

pytestmark = pytest.mark.browser

BOX = (40, 32, 80, 64)
PICK_FOLDER = """() => {
  window.showDirectoryPicker = async () => navigator.storage.getDirectory();
}"""
# A file that is longer than what will be written, and holds what must not be left behind.
PICK_FILE = """async () => {
  const root = await navigator.storage.getDirectory();
  const file = await root.getFileHandle('old.zip', {create: true});
  const writer = await file.createWritable();
  await writer.write('Roe-older-picture'.repeat(500000));
  await writer.close();
  window.showSaveFilePicker = async () => file;
  // The sources say that they are large; what is read back says the truth.
  const real = Object.getOwnPropertyDescriptor(Blob.prototype, 'size').get;
  Object.defineProperty(File.prototype, 'size', {
    get() { return this.name.endsWith('.zip') ? real.call(this) : 100e6; },
  });
}"""
FILES = """async () => {
  const found = {};
  const walk = async (folder, path) => {
    for await (const [name, handle] of folder.entries()) {
      if (handle.kind === 'directory') await walk(handle, path + name + '/');
      else {
        const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
        found[path + name] = btoa(Array.from(bytes, (b) => String.fromCharCode(b)).join(''));
      }
    }
  };
  await walk(await navigator.storage.getDirectory(), '');
  return found;
}"""
ENDED = "() => document.querySelector('#run-close').checkVisibility()"
NOT_OFFERED = "!document.querySelector('#run-private').checkVisibility()"
OUTCOME = "document.querySelector('#run-text').textContent"


def _opened(screen: Screen, folder: Path) -> int:
    """Open a good picture in each format and the bad files; return how many are good."""
    good, bad = one_of_each(folder / "good"), bad_files(folder / "bad")
    asked = recipe(folder / "same.json", [BOX], {"format": "same"})
    screen.add(*(one.path for one in bad), *good, asked)
    screen.wait_states(["refused"] * len(bad) + ["marked"] * len(good))
    return len(good)


def _saved(screen: Screen, button: str) -> dict[str, bytes]:
    """Press the button; return what lies in the browser's folder once it is all done."""
    screen.press_save(button)
    screen.browser.wait(ENDED, JOB_SECONDS, "the run has ended")
    found = screen.browser.evaluate(FILES)
    return {name: base64.b64decode(text) for name, text in found.items()}


def _held_against_certificates(files: dict[str, bytes]) -> int:
    """Compare all with its checksum, each image with its certificate; return how many images."""
    (top,) = {name.rpartition("SHA256SUMS")[0] for name in files if name.endswith("SHA256SUMS")}
    files = {name.removeprefix(top): data for name, data in files.items()}
    held_by_sums(files)
    images = {name: data for name, data in files.items() if "images/" in name}
    for name, data in images.items():
        stem = name.replace("images/", "certificates/").rpartition(".")[0]
        text = files[f"{stem}.certificate.txt"].decode("ascii")
        assert f"SHA-256: {hashlib.sha256(data).hexdigest()}\n" in text
    assert len(files) == 2 * len(images)
    return len(images)


def test_a_folder_holds_images_and_certificates_and_was_read_back(
    launch, opener: Opener, tmp_path: Path
) -> None:
    screen = opener(launch("chromium"), "hosted")
    good = _opened(screen, tmp_path)
    screen.browser.evaluate(PICK_FOLDER)
    files = _saved(screen, "Save to a folder")
    assert _held_against_certificates(files) == good
    assert len({name.split("/")[0] for name in files}) == 1
    outcome = screen.browser.evaluate(OUTCOME)
    assert outcome.startswith(f"Saved {good} of {good + 4} images"), outcome
    # What is private lies beside it, in a folder of its own.
    (shared,) = {name.split("/")[0] for name in files}
    screen.browser.click("button", f"Save private records of all ({good})")
    screen.browser.wait(NOT_OFFERED, JOB_SECONDS, "the private records are saved")
    found = screen.browser.evaluate(FILES)
    top = f"{shared}-private/"
    added = {name: base64.b64decode(found[name]) for name in found if name not in files}
    assert all(name.startswith(top) for name in added)
    private = {name.removeprefix(top): data for name, data in added.items()}
    held_by_sums(private)
    assert {"PRIVATE.txt", "link-table.csv", "project.json"} < set(private)
    assert len(private) == good + 3


def test_a_zip_is_streamed_into_the_chosen_file_and_nothing_older_is_left_in_it(
    launch, opener: Opener, tmp_path: Path
) -> None:
    screen = opener(launch("chromium"), "hosted")
    good = _opened(screen, tmp_path)
    screen.browser.evaluate(PICK_FILE)
    written = _saved(screen, "Save all")["old.zip"]
    assert b"Roe-older-picture" not in written
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        assert archive.testzip() is None and len(written) < 500_000
        files = {name: archive.read(name) for name in archive.namelist()}
    assert _held_against_certificates(files) == good
    assert "old.zip" in screen.browser.evaluate(OUTCOME)
