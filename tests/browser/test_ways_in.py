"""Folders chosen and dropped, pasted pictures, the camera; and leaving with unsaved marks."""

from pathlib import Path

import pytest
from PIL import Image
from pixelseal.model.formats import READ

from .conftest import CARRIERS, Opener
from .drivers import Browser
from .product import JOB_SECONDS, with_photo

pytestmark = pytest.mark.browser

SAID = "document.querySelector('#refusals-text').textContent"
NAMES = "[...document.querySelectorAll('#images .image-name')].map(e => e.textContent)"
PASTE = """async () => {
  const canvas = new OffscreenCanvas(40, 30);
  canvas.getContext('2d').fillRect(0, 0, 40, 30);
  const transfer = new DataTransfer();
  transfer.items.add(new File([await canvas.convertToBlob()], 'image.png', {type: 'image/png'}));
  // A ClipboardEvent made by a script loses its files in Firefox.
  const event = new Event('paste', {bubbles: true, cancelable: true});
  Object.defineProperty(event, 'clipboardData', {value: transfer});
  document.body.dispatchEvent(event);
}"""
# Automation of Firefox and WebKit can drop no folder, and a script can make no FileSystemEntry:
# these are made by hand as the File and Directory Entries API has them, as strict about `this`, in
# portions of which the last is empty, with a file that cannot be read and an item that is gone.
DROP_ENTRIES = """async () => {
  const canvas = new OffscreenCanvas(24, 16);
  canvas.getContext('2d').fillRect(0, 0, 24, 16);
  const blob = await canvas.convertToBlob();
  const file = (name) => ({
    isFile: true, isDirectory: false, name,
    file(done, failed) {
      if (this.name !== name) throw new TypeError('Illegal invocation');
      if (name.startsWith('gone')) failed(new DOMException('gone', 'NotFoundError'));
      else done(new File([blob], name));
    },
  });
  const folder = (name, children) => ({
    isFile: false, isDirectory: true, name,
    createReader() {
      const portions = children.map((child) => [child]).concat([[]]);
      const reader = {
        readEntries(done) {
          if (this !== reader) throw new TypeError('Illegal invocation');
          done(portions.shift());
        },
      };
      return reader;
    },
  });
  const roe = folder('Roe', [
    file('b.jpg'), folder('second', [file('a.png')]), file('letter.txt'), file('.hidden.jpg'),
    file('gone.jpg'),
  ]);
  const item = (entry, real) => (
    { kind: 'file', webkitGetAsEntry: () => entry, getAsFile: () => real });
  const items = [
    item(roe, null), item(null, null), item(file('c.png'), new File([blob], 'c.png')),
    { kind: 'string' },
  ];
  const event = new Event('drop', {bubbles: true, cancelable: true});
  Object.defineProperty(event, 'dataTransfer', {value: {items}});
  document.body.dispatchEvent(event);
  return event.defaultPrevented;
}"""
# Chromium takes the handles where it has them; without them, its entries, which are real ones.
NO_HANDLES = "() => { delete DataTransferItem.prototype.getAsFileSystemHandle; }"
ASKS = """() => {
  const event = new Event('beforeunload', {cancelable: true});
  window.dispatchEvent(event);
  return event.defaultPrevented;
}"""


def _folder(tmp_path: Path) -> Path:
    folder = tmp_path / "Roe"
    (folder / "second").mkdir(parents=True)
    for name in ("b.jpg", "second/a.png"):
        Image.new("RGB", (24, 16), (200, 90, 160)).save(folder / name)
    (folder / "letter.txt").write_text("no image")
    (folder / ".hidden.jpg").write_text("no image")
    return folder


def _opened(browser: Browser) -> None:
    browser.wait(f'JSON.stringify({NAMES}) === \'["b.jpg","a.png"]\'', JOB_SECONDS, "both images")
    assert browser.evaluate(SAID) == (
        "2 images of the folder were opened. Skipped: 1 hidden file or folder, "
        "1 file that is not an image."
    )


@pytest.mark.parametrize("carrier", CARRIERS)
def test_a_dropped_folder_opens_its_images(
    launch, opener: Opener, carrier: str, tmp_path: Path
) -> None:
    browser = launch("chromium")
    opener(browser, carrier)
    browser.drop([_folder(tmp_path)])
    _opened(browser)


def test_a_dropped_folder_is_read_by_its_entries_where_there_are_no_handles(
    launch, opener: Opener, tmp_path: Path
) -> None:
    browser = launch("chromium")
    opener(browser, "hosted")
    browser.evaluate(NO_HANDLES)
    browser.drop([_folder(tmp_path)])
    _opened(browser)


def test_every_browser_reads_the_entries_of_a_dropped_folder(
    browser: Browser, opener: Opener
) -> None:
    screen = opener(browser, "hosted")
    assert browser.evaluate(DROP_ENTRIES)
    screen.wait_states(["ready"] * 3)
    assert browser.evaluate(NAMES) == ["c.png", "b.jpg", "a.png"]
    assert browser.evaluate(SAID) == (
        "2 images of the folder were opened. Skipped: 1 hidden file or folder, "
        "1 file that is not an image, 1 that cannot be read."
    )


def test_a_chosen_folder_opens_its_images(launch, opener: Opener, tmp_path: Path) -> None:
    browser = launch("chromium")
    screen = opener(browser, "hosted")
    browser.set_files("Add a folder", [_folder(tmp_path)])
    screen.wait_states(["ready"] * 2)
    _opened(browser)


def test_every_browser_can_choose_a_folder_and_takes_what_is_pasted(
    browser: Browser, opener: Opener
) -> None:
    screen = opener(browser, "hosted")
    shown = "document.querySelector('#add-folder').parentElement.checkVisibility()"
    assert browser.evaluate(shown) and browser.find("file", "Add a folder")
    offered = browser.evaluate("document.querySelector('#add-images').accept")
    assert {f".{ending}" for row in READ for ending in row.endings} < set(offered.split(","))
    browser.evaluate(PASTE)
    screen.wait_shown(40, 30)
    screen.wait_states(["ready"])


def test_leaving_asks_while_marks_are_in_no_saved_image(
    browser: Browser, opener: Opener, tmp_path: Path
) -> None:
    screen = with_photo(opener(browser, "hosted"), tmp_path)
    screen.wait_states(["ready"])
    assert not browser.evaluate(ASKS)
    screen.mark(60, 60, 150, 90)
    assert browser.evaluate(ASKS)
    screen.save("Save image")
    screen.wait_states(["saved"])
    assert not browser.evaluate(ASKS)
