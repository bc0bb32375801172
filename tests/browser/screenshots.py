"""Takes the pictures in docs/images: `python -m tests.browser.screenshots`. Tests nothing.

Chromium, the page as one file, drawn photos only (tests/builders/sample.py): no person is in them.
"""

import io
import tempfile
from pathlib import Path

from PIL import Image

from app.build import bundle
from app.build.places import DIST, ROOT
from tests.builders.sample import HEIGHT, WIDTH, sample_photo

from .drivers import LAUNCHERS, Browser
from .product import ASKED, CAN_ACCEPT, JOB_SECONDS, Screen

IMAGES = ROOT / "docs" / "images"
DESKTOP, LAPTOP, TABLET, PHONE = (1440, 900), (1280, 720), (820, 1180), (360, 740)
THEMES = ("light", "dark")
TILES = """() => [...document.querySelectorAll('#images .thumb')].slice(0, 4)
  .every(one => one.querySelector('img:not([hidden])'))"""
# What the wristband of the sample says: x, y, width, height, and the letter of its identifier.
MARKS = (
    ((375, 550, 75, 430), "A"),
    ((450, 655, 130, 320), "H"),
    ((475, 395, 105, 255), "H"),
)
SETTLED = """async () => {
  document.activeElement?.blur();
  scrollTo(0, 0);
  for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);
  await Promise.all(document.getAnimations().map(one => one.finished));
}"""


def photos(folder: Path) -> list[Path]:
    """Four drawn photos, as of one visit with the camera in the hand, and one that is cut off."""
    with Image.open(io.BytesIO(sample_photo())) as opened:
        drawn = opened.convert("RGB")
    paths = [folder / f"visit-{number}.jpg" for number in range(1, 6)]
    paths[0].write_bytes(sample_photo())
    for place, path in enumerate(paths[1:4], 1):
        part = (12 * place, 9 * place, WIDTH - 20 * place, HEIGHT - 15 * place)
        drawn.resize((WIDTH, HEIGHT), Image.Resampling.BICUBIC, part).save(path, quality=90)
    paths[4].write_bytes(sample_photo()[:-1000])
    return paths


def shoot(
    browser: Browser, name: str, size: tuple[int, int], themes: tuple[str, ...] = THEMES
) -> None:
    """Write the page as it is, once in each theme."""
    browser.set_viewport(*size)
    for theme in themes:
        browser.color_scheme(theme)
        browser.evaluate(SETTLED)
        path = IMAGES / f"{name}-{theme}.png"
        browser.screenshot(path)
        with Image.open(path) as picture:
            # Few colours are in them: a third of the size, and no difference that anyone sees.
            few = picture.convert("RGB").quantize(256, Image.Quantize.MAXCOVERAGE, 3)
        few.save(path, optimize=True)
        print(path.relative_to(ROOT))
    browser.color_scheme("light")
    browser.set_viewport(*DESKTOP)


def take(screen: Screen, folder: Path) -> None:
    """Go through the page and take each picture on the way."""
    browser = screen.browser
    paths = photos(folder)
    screen.wait_engine()
    screen.add(*paths)
    screen.wait_states(["ready"] * 4 + ["refused"])
    browser.wait(TILES, JOB_SECONDS, "the tiles have their pictures")
    for box, letter in MARKS:
        browser.evaluate("() => document.querySelector('#canvas').focus()")
        browser.press("Escape")  # the next one may begin close to what is selected
        screen.mark(*box)
        browser.evaluate("() => document.querySelector('#canvas').focus()")
        browser.press(f"Shift+{letter}")
    shoot(browser, "editor", DESKTOP)
    shoot(browser, "laptop", LAPTOP)
    shoot(browser, "phone", PHONE)
    browser.evaluate("() => document.querySelector('#images [aria-current]').focus()")
    browser.press("Shift+ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight")
    browser.click("button", "Copy regions to the 3 chosen")
    browser.click("button", "Next")
    browser.wait("!document.querySelector('#proposals').hidden", 60, "what was proposed")
    shoot(browser, "tablet", TABLET)
    browser.click("button", "Confirm")
    browser.click("button", "Save all")
    browser.wait(ASKED, 60, "the review asks")
    browser.wait(CAN_ACCEPT, JOB_SECONDS, "the finished image is shown")
    shoot(browser, "review", DESKTOP)
    browser.download(screen.pass_gate, JOB_SECONDS)
    browser.wait("document.querySelector('#run-close').checkVisibility()", JOB_SECONDS, "the end")
    shoot(browser, "run", DESKTOP, ("dark",))


def main() -> None:
    """Build the page if it is old, take the pictures."""
    bundle.ensure()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        browser = LAUNCHERS["chromium"](folder / "chromium")
        try:
            browser.set_viewport(*DESKTOP)
            browser.open((DIST / "pixelseal.html").as_uri())
            screen = Screen(browser, "file")
            screen.wait_sealed()
            take(screen, folder)
        finally:
            browser.close()


if __name__ == "__main__":
    main()
