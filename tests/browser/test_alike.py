"""Ordinary photos are found alike, in pieces, and as the element on the screen shows them."""

import base64
import io
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tests.builders.sample import sample_photo
from tests.core.support import photo

from .marked import CURRENT, judged
from .product import Screen

pytestmark = pytest.mark.browser


def test_ordinary_photos_are_shown_by_the_browser_itself(ready: Screen, tmp_path: Path) -> None:
    """Nobody waits for the engine to draw what it found to be the same."""
    names = {"a.jpg": "JPEG", "b.png": "PNG", "c.webp": "WEBP", "d.bmp": "BMP"}
    with Image.open(io.BytesIO(sample_photo())) as drawn:
        for name, kind in names.items():
            drawn.save(tmp_path / name, kind, quality=88)
        drawn.save(tmp_path / "e.jpg", progressive=True, subsampling=0)
        drawn.convert("L").save(tmp_path / "f.jpg")
        drawn.resize((2400, 1800)).save(tmp_path / "g.jpg", subsampling=2)
        drawn.resize((2400, 1800)).save(tmp_path / "h.webp", quality=85)
    shown = {}
    for path in sorted(tmp_path.iterdir()):
        ready.add(path)
        here = f"name => {CURRENT}?.textContent.includes(name)"
        ready.browser.wait(here, 60, "it is on the screen", path.name)
        shown[path.name] = judged(ready.browser)
    assert shown == dict.fromkeys(shown, "same")


# Pixels of an image element that a step of the page's reads, the most of all steps so far: to read
# any of it, Chromium decodes the whole element. And pixels that leave a canvas at a time.
READ = """() => { window.read = { element: 0, canvas: 0 };
  const element = one => { if (one instanceof HTMLImageElement)
    read.element = Math.max(read.element, one.naturalWidth * one.naturalHeight); };
  const pages = OffscreenCanvasRenderingContext2D.prototype;
  const [draw, data, bitmap] = [pages.drawImage, pages.getImageData, window.createImageBitmap];
  pages.drawImage = function (one, ...more) { element(one); draw.call(this, one, ...more); };
  pages.getImageData = function (...box) {
    read.canvas = Math.max(read.canvas, box[2] * box[3]); return data.apply(this, box); };
  window.createImageBitmap = (one, ...more) => {
    if (one instanceof HTMLImageElement) read.canvas = one.naturalWidth * one.naturalHeight;
    element(one); return bitmap(one, ...more); }; }"""
SIZE = (2400, 1800)
PIECE = 300_000  # pixels


KINDS: dict[str, dict[str, Any]] = {
    "a.jpg": {"quality": 90, "subsampling": 2},
    "b.jpg": {"progressive": True, "quality": 90},
    "c.png": {},
    "d.webp": {"quality": 85},
    "e.bmp": {},
}
READ_OF_NEXT = (
    "() => { const before = { ...read }; read.element = read.canvas = 0; return before; }"
)


def test_the_page_reads_a_photo_in_pieces(ready: Screen, tmp_path: Path) -> None:
    """The page is never blocked for it, however many pixels the photo has."""
    browser = ready.browser
    browser.evaluate(READ)
    picture = Image.fromarray(photo(*SIZE))
    for name, how in KINDS.items():
        picture.save(tmp_path / name, **how)
        ready.add(tmp_path / name)
        here = f"name => {CURRENT}?.textContent.includes(name)"
        browser.wait(here, 60, "it is on the screen", name)
        assert judged(browser) == "same", name
        read = browser.evaluate(READ_OF_NEXT)
        if browser.name == "chromium":
            assert 0 < read["element"] <= PIECE, name  # its first rows
        if browser.name != "firefox":  # which has what it decoded at hand
            assert 0 < read["canvas"] <= PIECE, name


# A browser whose image elements show a JPEG as it is here, whatever else it decodes of the file.
OTHERWISE = """coded => { const address = URL.createObjectURL.bind(URL);
  const bytes = Uint8Array.from(atob(coded), letter => letter.charCodeAt(0));
  const other = new Blob([bytes], { type: 'image/jpeg' });
  URL.createObjectURL = blob => address(blob.type === 'image/jpeg' ? other : blob); }"""


@pytest.mark.parametrize("size", [(800, 600), (2000, 1500)])
def test_it_is_the_element_on_the_screen_that_is_compared(
    ready: Screen, size: tuple[int, int], tmp_path: Path
) -> None:
    """A large picture is decoded beside the page in Chromium, and held to its element."""
    with Image.open(io.BytesIO(sample_photo())) as photo:
        upright = photo.resize(size)
    file, turned = tmp_path / "photo.jpg", io.BytesIO()
    upright.save(file, quality=80)
    upright.rotate(180).save(turned, "JPEG", quality=80)
    coded = base64.b64encode(turned.getvalue()).decode()
    ready.browser.evaluate(OTHERWISE, coded)
    ready.add(file)
    assert judged(ready.browser) == "drawn"
