"""Pictures with a label and a code on them, and asking the page what it finds; no test."""

from pathlib import Path
from typing import Any

import zxingcpp
from PIL import Image, ImageDraw, ImageFont

from .conftest import Opener
from .drivers import Browser
from .product import Screen

SECONDS = 300
# The photo, by way of a field that the page leaves alone.
FIELD = """() => {
  if (document.querySelector('#test-file')) return;
  const label = document.createElement('label');
  label.textContent = 'Test file';
  label.append(Object.assign(document.createElement('input'), { type: 'file', id: 'test-file' }));
  document.body.append(label);
}"""
FIND = """async (turns, times, stop) => {
  const file = document.querySelector('#test-file').files[0];
  const args = JSON.stringify({page: 1, turn: {quarter_turns: turns, mirror: false, page: 1}});
  const asked = [...Array(times).keys()].map(() => pixelseal.find(args, file));
  if (stop) setTimeout(() => pixelseal.stopFinding());
  const ended = await Promise.allSettled(asked);
  return ended.map(({reason, value}) => JSON.parse(reason ? reason.message : value.value));
}"""


def labelled(
    path: Path, lines: tuple[str, ...], code: str = "", at: tuple[int, int] = (120, 120)
) -> Path:
    """A photo of a grey cloth with a white label on it, its corner there, and a QR code."""
    picture = Image.new("RGB", (1200, 900), (96, 120, 128))
    draw = ImageDraw.Draw(picture)
    x, y = at
    draw.rectangle((x, y, x + 640, y + 30 + 70 * len(lines)), fill="white")
    font = ImageFont.load_default(40)
    for number, line in enumerate(lines):
        draw.text((x + 30, y + 20 + 70 * number), line, fill="black", font=font)
    if code:
        made = zxingcpp.create_barcode(code, zxingcpp.BarcodeFormat.QRCode)
        drawn = Image.fromarray(zxingcpp.write_barcode_to_image(made, scale=6))
        picture.paste(drawn.convert("RGB"), (820, 560))
    picture.save(path, quality=92)
    return path


def opened(browser: Browser, opener: Opener, carrier: str) -> Screen:
    """The page with its finders, sealed and there."""
    browser.open(opener.address(carrier, finders=True))
    screen = Screen(browser, carrier)
    screen.wait_sealed()
    wait(screen)
    return screen


def choose(screen: Screen, path: Path) -> None:
    """Take a file in hand for `find`; the page does not know of it."""
    screen.browser.evaluate(FIELD)
    screen.browser.set_files("Test file", [path])


def wait(screen: Screen) -> None:
    """Wait until the page knows that its finders are there."""
    screen.browser.wait("pixelseal.finders === 'there'", SECONDS, "the finders are there")


def find(
    screen: Screen, turns: int = 0, times: int = 1, stop: bool = False
) -> list[dict[str, Any]]:
    """What the page answers to so many requests at once: {found, finders}, or {code, values}.

    With `stop` they are cancelled at once.
    """
    wait(screen)
    return list(screen.browser.evaluate(FIND, turns, times, stop, timeout=SECONDS))
