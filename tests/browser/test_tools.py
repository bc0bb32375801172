"""Each tool in the page: drawn by hand, drawn by keyboard, and what the engine makes of them."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from .conftest import Opener
from .drivers import Browser
from .photos import HEIGHT, WIDTH
from .product import CHOOSE, JOB_SECONDS, Screen, with_photo

pytestmark = pytest.mark.browser

EXACT = "['x', 'y', 'width', 'height'].map(n => +document.querySelector('#exact-' + n).value)"
ZOOM = "parseInt(document.querySelector('#zoom-level').textContent)"
LEFT = "document.querySelector('#picture').getBoundingClientRect().left"
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


def draw_with_every_tool(screen: Screen, kind: str) -> dict[str, Any]:
    """Draw an ellipse, a stroke, a polygon, a crop and an area to keep; return the recipe."""
    browser = screen.browser
    browser.click("button", "Ellipse")
    screen.mark(60, 60, 120, 80, kind)
    browser.click("button", "Brush")
    browser.drag(points(screen, (60, 220), (120, 240), (200, 220)), kind)
    browser.wait(COUNT, 60, "the stroke is listed", 2)
    browser.click("button", "Polygon")
    for corner in points(screen, (60, 300), (160, 300), (160, 380), (60, 300)):
        browser.drag([corner, corner], kind)  # the last one closes it
    browser.wait(COUNT, 60, "the polygon is listed", 3)
    browser.click("button", "Crop")
    screen.mark(20, 20, WIDTH - 60, HEIGHT - 60, kind)
    browser.click("button", "Keep only this area")
    screen.mark(80, 80, WIDTH - 200, HEIGHT - 200, kind)  # beyond the reach of the crop
    recipe = screen.save_recipe()
    assert kinds(recipe) == ["ellipse", "brush", "polygon"]
    assert len(recipe["crop"]) == len(recipe["keep"]) == 1
    return recipe


def exact(screen: Screen) -> list[int]:
    """x, y, width and height of the selected region, as the panel has them."""
    return list(screen.browser.evaluate(EXACT))


def near(found: list[int], *wanted: int) -> bool:
    """True if all are as wanted, to the pixels that a CSS pixel of the screen may stand for."""
    return all(abs(one - other) <= 3 for one, other in zip(found, wanted, strict=True))


def move_and_size(screen: Screen, kind: str) -> None:
    """Draw a rectangle, move it by its inside and size it by a corner."""
    browser = screen.browser
    browser.click("button", "Rectangle")
    screen.mark(120, 440, 160, 120, kind)
    assert near(exact(screen), 120, 440, 160, 120)
    browser.drag(points(screen, (200, 500), (220, 520), (260, 540)), kind)
    browser.wait(f"{EXACT}[0] > 170", 60, "it was moved")
    assert near(exact(screen), 180, 480, 160, 120)
    browser.drag(points(screen, (340, 600), (360, 620), (380, 630)), kind)
    browser.wait(f"{EXACT}[2] > 190", 60, "it was sized")
    assert near(exact(screen), 180, 480, 200, 150)


def test_every_tool_draws_by_mouse(opened: Screen) -> None:
    browser = opened.browser
    recipe = draw_with_every_tool(opened, "mouse")
    browser.wait(
        "() => document.querySelectorAll('.growth.edge').length === 3",
        JOB_SECONDS,
        "the engine told how far each of them grows",
    )
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


@pytest.mark.sends("touch")
def test_every_tool_draws_moves_and_sizes_by_touch(opened: Screen) -> None:
    browser = opened.browser
    draw_with_every_tool(opened, "touch")
    move_and_size(opened, "touch")
    before, zoom = opened.save_recipe(), browser.evaluate(ZOOM)
    browser.click("button", "Brush")
    (a, b, c, d) = points(opened, (250, 300), (350, 300), (150, 350), (450, 350))
    browser.pinch((a, b), (c, d))
    browser.wait(f"zoom => {ZOOM} > zoom", 60, "two fingers zoom", zoom)
    assert opened.save_recipe() == before, "two fingers painted"


def test_what_was_marked_is_edited_by_mouse_and_by_keyboard(opened: Screen) -> None:
    browser = opened.browser
    whole = browser.evaluate(ZOOM)
    browser.set_viewport(1280, 760)
    browser.wait(f"whole => {ZOOM} < whole", 60, "a smaller window fits it smaller", whole)
    browser.set_viewport(1280, 900)
    browser.wait(f"whole => {ZOOM} === whole", 60, "as before", whole)
    move_and_size(opened, "mouse")
    opened.mark(60, 60, 80, 80)
    browser.click("button", "Select")
    browser.drag(points(opened, (280, 540), (280, 540)), "mouse")
    assert near(exact(opened), 180, 480, 200, 150)
    browser.evaluate("() => { document.querySelector('#exact').open = true; }")
    browser.fill("spinbutton", "x", "64")
    browser.press("Tab")
    x, y, width, height = exact(opened)
    assert x == 64
    # Beside all regions this tool moves the picture, and nothing else.
    before, left = opened.save_recipe(), browser.evaluate(LEFT)
    browser.drag(points(opened, (450, 300), (470, 300), (490, 300)), "mouse")
    browser.wait(f"left => {LEFT} > left", 60, "the picture moved", left)
    assert opened.save_recipe() == before
    browser.click("button", "Zoom in")
    browser.click("button", "100 %")
    browser.wait(f"{ZOOM} === 100", 60, "full size")
    browser.evaluate("() => document.querySelector('#canvas').focus()")
    browser.press("-", "-")
    browser.wait(f"{ZOOM} < 80", 60, "zoomed out")
    browser.press("Control+d", "Shift+ArrowDown", "ArrowLeft")
    browser.wait(COUNT, 60, "the copy is listed", 3)
    moved = exact(opened)
    assert moved[2:] == [width, height] and moved[:2] != [x, y]
    browser.press("Control+z", "Control+z")  # a step for each nudge
    placed = exact(opened)
    assert [moved[0] + 1, moved[1] - 10] == placed[:2]
    browser.press("Delete")
    browser.wait(COUNT, 60, "the copy is gone", 2)
    browser.press(",")
    assert opened.save_recipe() == before
    browser.press("Control+z", "Control+Shift+z")
    browser.wait(COUNT, 60, "taken back and done again", 2)
    assert opened.save_recipe() == before


def test_the_keyboard_draws_gives_reasons_and_learns_of_the_gates(opened: Screen) -> None:
    browser = opened.browser
    browser.click("button", "Fit")
    browser.evaluate("() => document.querySelector('#canvas').focus()")
    browser.press("e", "n", "b", "n", "Shift+Q")
    browser.wait(COUNT, 60, "both are listed", 2)
    browser.evaluate(CHOOSE, "#method-kind", "mosaic")
    browser.wait(
        "() => document.querySelector('#method-note').textContent.includes('reversed')",
        60,
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
    assert recipe["regions"][1]["reasons"] == ["H", "Q"]
    assert recipe["regions"][1]["method"] == {"kind": "fill", "colour": "#000000"}
    browser.evaluate("() => document.querySelector('#canvas').focus()")
    browser.press("p", "n", "k", "n", "c", "n")
    browser.wait(COUNT, 60, "all are listed", 5)
    recipe = opened.save_recipe()
    assert kinds(recipe) == ["ellipse", "brush", "polygon"]
    assert len(recipe["crop"]) == len(recipe["keep"]) == 1
