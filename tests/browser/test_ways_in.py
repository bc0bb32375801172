"""Folders chosen and dropped, pasted pictures, the camera; and leaving with unsaved marks."""

from pathlib import Path

import pytest
from PIL import Image

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
        "2 images of the folder were opened. Passed over: 1 hidden file or folder, "
        "1 file that is no image."
    )


@pytest.mark.parametrize("carrier", CARRIERS)
def test_a_dropped_folder_opens_its_images(
    launch, opener: Opener, carrier: str, tmp_path: Path
) -> None:
    browser = launch("chromium")
    opener(browser, carrier)
    browser.drop([_folder(tmp_path)])
    _opened(browser)


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
    screen.save("Save all")
    screen.wait_states(["saved"])
    assert not browser.evaluate(ASKS)
