"""Takes the pictures of the README from the built page: `python -m tests.browser.pictures`.

Not a test. Run it after `python3 build.py bundle`, in an environment that has Playwright.
"""

from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.builders.sample import HEIGHT, WIDTH, WRISTBAND, sample_photo

TREE = Path(__file__).resolve().parents[2]
FOLDER = TREE / "docs" / "images"
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
# name, width, height (CSS pixels), theme
SIZES = (
    ("editor-light", 1440, 900, "light"),
    ("editor-dark", 1440, 900, "dark"),
    ("tablet-light", 820, 1180, "light"),
    ("phone-dark", 360, 740, "dark"),
)


def main() -> None:
    """Write one PNG for each of SIZES."""
    FOLDER.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        for name, width, height, theme in SIZES:
            _take(browser, FOLDER / f"{name}.png", width, height, theme)
        browser.close()


def _take(browser: Browser, path: Path, width: int, height: int, theme: str) -> None:
    page = browser.new_page(
        viewport={"width": width, "height": height},
        color_scheme="dark" if theme == "dark" else "light",
        accept_downloads=True,
    )
    page.goto((TREE / "dist" / "pixelseal.html").as_uri())
    page.locator("#seal[data-state=sealed]").wait_for()
    photo = {"name": "IMG_0001.jpg", "mimeType": "image/jpeg", "buffer": sample_photo()}
    page.get_by_label("Add images").set_input_files(photo)
    page.locator("#findings li").first.wait_for(state="attached", timeout=90_000)
    _mark(page)
    page.locator("#reasons-short [data-reason=H]").click()
    with page.expect_download(timeout=90_000):
        page.get_by_role("button", name="Save image").click()
    page.evaluate("() => scrollTo(0, 0)")
    page.screenshot(path=path)
    page.close()


def _mark(page: Page) -> None:
    box = page.locator("#picture").bounding_box()
    assert box is not None
    x, y, width, height = WRISTBAND
    scale_x, scale_y = box["width"] / WIDTH, box["height"] / HEIGHT
    left, top = box["x"] + x * scale_x, box["y"] + y * scale_y
    page.mouse.move(left, top)
    page.mouse.down()
    page.mouse.move(left + width * scale_x, top + height * scale_y, steps=8)
    page.mouse.up()


if __name__ == "__main__":
    main()
