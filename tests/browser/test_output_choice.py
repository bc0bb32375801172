"""A person chooses what the clean image is written as, for one image and for all."""

from pathlib import Path

import pytest
from PIL import Image

from .conftest import Opener
from .drivers import Browser
from .photos import HEIGHT, WIDTH
from .product import CHOOSE, Screen, with_photo

pytestmark = pytest.mark.browser

OUTPUT = "document.querySelector('#output-format').value"


@pytest.fixture
def two(browser: Browser, opener: Opener, tmp_path: Path) -> Screen:
    """A photo and a small picture, the photo on the screen."""
    screen = with_photo(opener(browser, "hosted"), tmp_path)
    Image.new("RGB", (60, 40), (9, 90, 120)).save(tmp_path / "second.png")
    screen.add(tmp_path / "second.png")
    screen.wait_states(["ready", "ready"])
    screen.browser.click("button", "Previous")  # what was added last is on the screen
    screen.wait_shown(WIDTH, HEIGHT)
    screen.mark(60, 60, 120, 80)
    return screen


def test_the_chosen_format_is_what_is_saved(two: Screen) -> None:
    browser = two.browser
    own = browser.evaluate("document.querySelector('#output-format').selectedOptions[0].text")
    assert own == "Like the photo (JPEG)"
    browser.evaluate(CHOOSE, "#output-format", "png")
    assert two.save_recipe()["output"] == {"format": "png", "quality": "source"}
    with Image.open(two.save("Save image")) as saved:
        assert saved.format == "PNG"
    # Another choice afterwards makes another file, and never the one before under a new name.
    browser.evaluate(CHOOSE, "#output-format", "webp")
    browser.evaluate(CHOOSE, "#output-quality", "40")
    assert two.save_recipe()["output"] == {"format": "webp", "quality": 40}
    with Image.open(two.save("Save image")) as saved:
        assert saved.format == "WEBP"


def test_one_choice_is_given_to_all_that_are_open(two: Screen) -> None:
    browser = two.browser
    browser.evaluate(CHOOSE, "#output-format", "tiff")
    browser.click("button", "The same for all 2")
    browser.wait("document.querySelector('#output-for-all').hidden", 60, "all have it")
    browser.click("button", "Next")
    browser.wait(f"{OUTPUT} === 'tiff'", 60, "the other one as well")
    browser.evaluate(CHOOSE, "#output-format", "same")
    browser.click("button", "Previous")
    browser.wait(f"{OUTPUT} === 'tiff'", 60, "the first one keeps it")
