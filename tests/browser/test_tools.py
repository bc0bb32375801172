"""Each tool in the page: drawn by hand, drawn by keyboard, and what the engine makes of them."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from .conftest import Opener
from .drivers import Browser
from .photos import HEIGHT, WIDTH
from .product import JOB_SECONDS, Screen, with_photo

pytestmark = pytest.mark.browser

COUNT = "n => document.querySelectorAll('#regions > li').length === n"


@pytest.fixture
def opened(browser: Browser, opener: Opener, tmp_path: Path) -> Screen:
    return with_photo(opener(browser, "hosted"), tmp_path)


def points(screen: Screen, *at: tuple[float, float]) -> list[tuple[float, float]]:
    """Screen positions of points given in pixels of the image."""
    left, top, scale = screen.browser.evaluate(
        "() => { const i = document.querySelector('#picture'), r = i.getBoundingClientRect(); "
        "return [r.left, r.top, r.width / i.naturalWidth]; }"
    )
    return [(left + x * scale, top + y * scale) for x, y in at]


def kinds(recipe: dict[str, Any]) -> list[str]:
    return [region["shape"]["kind"] for region in recipe["regions"]]


def test_every_tool_draws_by_hand(opened: Screen) -> None:
    browser = opened.browser
    browser.click("button", "Ellipse")
    opened.mark(60, 60, 120, 80)
    browser.click("button", "Brush")
    browser.drag(points(opened, (60, 220), (120, 240), (200, 220)), "mouse")
    browser.wait(COUNT, 10, "the stroke is listed", 2)
    browser.click("button", "Polygon")
    for corner in points(opened, (60, 300), (160, 300), (160, 380)):
        browser.drag([corner, corner], "mouse")
    browser.press("Enter")
    browser.wait(COUNT, 10, "the polygon is listed", 3)
    browser.wait(
        "() => document.querySelectorAll('.growth.edge').length === 3",
        JOB_SECONDS,
        "the engine told how far each of them grows",
    )
    browser.click("button", "Crop")
    opened.mark(20, 20, WIDTH - 60, HEIGHT - 60)
    browser.click("button", "Keep only this area")
    opened.mark(40, 40, WIDTH - 120, HEIGHT - 120)
    recipe = opened.save_recipe()
    assert kinds(recipe) == ["ellipse", "brush", "polygon"]
    assert len(recipe["crop"]) == len(recipe["keep"]) == 1
    image = opened.save("Save image")
    cut = recipe["crop"][0]
    with Image.open(image) as picture:
        pixels = np.asarray(picture.convert("RGB"))
    assert pixels.shape[1] <= cut["width"] and pixels.shape[0] <= cut["height"]
    # Around the area to keep, and in the middle of the ellipse.
    assert pixels[:8, :8].max() < 16
    assert pixels[100 - cut["y"], 120 - cut["x"]].max() < 16
    browser.press("Control+z", "Control+z", "Control+z", "Control+z", "Control+z")
    assert kinds(opened.save_recipe()) == []


def test_the_keyboard_draws_gives_reasons_and_learns_of_the_gates(opened: Screen) -> None:
    browser = opened.browser
    browser.click("button", "Fit")
    browser.evaluate("() => document.querySelector('#canvas').focus()")
    browser.press("e", "n", "b", "n", "Shift+Q")
    browser.wait(COUNT, 10, "both are listed", 2)
    browser.evaluate(
        "() => { const f = document.querySelector('#method-kind'); f.value = 'mosaic'; "
        "f.dispatchEvent(new Event('change', {bubbles: true})); }"
    )
    browser.wait(
        "() => document.querySelector('#method-note').textContent.includes('reversed')",
        10,
        "the mosaic's limits are told",
    )
    browser.evaluate("() => document.querySelector('#canvas').focus()")
    browser.press("Shift+H")
    browser.wait(
        "() => document.querySelector('#method-kind').value === 'fill' && "
        "document.querySelector('#method-note').textContent.includes('solid colour')",
        JOB_SECONDS,
        "the mosaic gave way to a fill, and why is told",
    )
    recipe = opened.save_recipe()
    assert kinds(recipe) == ["ellipse", "brush"]
    assert recipe["regions"][1]["reason"] == "H"
    assert recipe["regions"][1]["method"] == {"kind": "fill", "colour": "#000000"}
