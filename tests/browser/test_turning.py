"""A picture that was turned or mirrored: what is seen is what is covered, and what comes out."""

import io
import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.builders.pictures import encoded
from tests.builders.turned import corners, turned_jpegs, turned_pngs

from .conftest import Opener
from .drivers import Browser
from .marked import found, judged, painted
from .product import JOB_SECONDS, Screen
from .seen import is_red
from .test_layout import narrow

pytestmark = pytest.mark.browser

TURNED = "document.querySelector('#picture').style.transform.includes('matrix')"
SAID = "text => document.querySelector('#said').textContent.includes(text)"
LOOKED_TEXT = "document.querySelector('#looked-text').textContent"
LISTED = "n => document.querySelectorAll('#regions > li').length === n"


@pytest.fixture
def screen(browser: Browser, opener: Opener) -> Screen:
    opened = opener(browser, "hosted")
    opened.wait_engine()
    return opened


def opened_with(screen: Screen, folder: Path, name: str, data: bytes, shown: str) -> Browser:
    (folder / name).write_bytes(data)
    screen.add(folder / name)
    assert judged(screen.browser) == shown
    return screen.browser


def cover_red(browser: Browser, shot: Path, count: int) -> None:
    """Drag over what is red on the screen."""
    box = found(browser, shot)
    assert box is not None
    left, top, right, bottom = box
    browser.drag([(left - 2, top - 2), ((left + right) / 2, bottom), (right + 2, bottom + 2)])
    browser.wait(LISTED, 60, "the region is listed", count)


def quarters(file: bytes) -> list[str]:
    """The colours of a picture's corners, from the top left clockwise; black is "black"."""
    with Image.open(io.BytesIO(file)) as image:
        pixels = np.asarray(image.convert("RGB")).astype(int)
    places = ((8, 8), (8, -9), (-9, -9), (-9, 8))
    names = []
    for at in places:
        red, green, blue = pixels[at] > 128
        known = {(1, 0, 0): "red", (0, 1, 0): "green", (0, 0, 1): "blue", (1, 1, 0): "yellow"}
        names.append(known.get((int(red), int(green), int(blue)), "black"))
    return names


def on_screen(browser: Browser, shot: Path) -> list[str]:
    """The colours of the corners of the picture as the screen shows it."""
    _canvas, lies, ratio = painted(browser)
    browser.screenshot(shot)
    with Image.open(shot) as image:
        part = image.crop(tuple(round(side * ratio) for side in lies))
    return quarters(encoded("PNG", part.convert("RGB")))


FILES = {
    "same": ("photo.jpg", lambda: turned_jpegs(6, (240, 160))["jpeg-short-6.jpg"], "same"),
    "drawn": ("late.png", lambda: turned_pngs(6, (240, 160))["png-late-6.png"], "drawn"),
}


@pytest.mark.parametrize("which", FILES)
def test_what_was_marked_before_and_after_a_turn_is_gone(
    which: str, screen: Screen, tmp_path: Path
):
    name, made, shown = FILES[which]
    browser, shot = opened_with(screen, tmp_path, name, made(), shown), tmp_path / "shot.png"
    before = on_screen(browser, shot)
    assert "red" in before
    browser.click("button", "Turn right")
    browser.wait(TURNED, 60, "the picture is turned")
    assert on_screen(browser, shot) == before[-1:] + before[:-1]
    cover_red(browser, shot, 1)
    after = ["black" if colour == "red" else colour for colour in on_screen(browser, shot)]
    for key, said in (("x", "Mirrored"), ("Shift+T", "Turned left"), ("t", "Turned right")):
        browser.press(key)
        browser.wait(SAID, 60, "what was done is said", said)
        assert found(browser, shot) is None, "the mark did not go with the picture"
    mirrored = [after[1], after[0], after[3], after[2]]
    assert on_screen(browser, shot) == mirrored
    output = screen.save("Save image").read_bytes()
    assert quarters(output) == mirrored
    assert not is_red(output).any()
    certificate = screen.save("Save certificate").read_text("ascii")
    assert "- The picture was turned." in certificate
    assert "- The picture was mirrored: left and right are exchanged." in certificate


def test_a_turn_is_undone_like_everything(screen: Screen, tmp_path: Path):
    name, made, shown = FILES["same"]
    browser, shot = opened_with(screen, tmp_path, name, made(), shown), tmp_path / "shot.png"
    cover_red(browser, shot, 1)
    before, lay = screen.save_recipe(), on_screen(browser, shot)
    assert before["pixelseal"] == "recipe/1"
    browser.click("button", "Turn left")
    browser.wait(SAID, 60, "what was done is said", "Turned left; 1 mark went with it")
    turned = screen.save_recipe()
    assert turned["turn"] == [{"mirror": False, "page": 1, "quarter_turns": 3}]
    assert turned["image"] == {
        "width": before["image"]["height"],
        "height": before["image"]["width"],
    }
    browser.click("button", "Undo")
    browser.wait(f"!{TURNED}", 60, "the picture lies as before")
    assert (screen.save_recipe(), on_screen(browser, shot)) == (before, lay)
    browser.click("button", "Redo")
    browser.wait(TURNED, 60, "the picture is turned")
    assert screen.save_recipe() == turned
    # A recipe turns the picture of another person at work, too.
    recipe = tmp_path / "turned.recipe.json"
    recipe.write_text(json.dumps(turned))
    browser.click("button", "Undo")
    browser.wait(f"!{TURNED}", 60, "the picture lies as before")
    screen.add(recipe)
    browser.wait(TURNED, 60, "the recipe turns the picture")
    assert screen.save_recipe() == turned


def test_the_tiles_of_a_large_picture_and_its_result_lie_as_it_does(screen: Screen, tmp_path: Path):
    pixels = np.full((700, 5000, 3), 128, np.uint8)
    pixels[300:400, 2400:2450] = (220, 20, 20)
    data = encoded("TIFF", Image.fromarray(pixels))
    browser = opened_with(screen, tmp_path, "long.tif", data, "drawn")
    shot = tmp_path / "shot.png"
    browser.evaluate("document.querySelector('#canvas').focus()")
    browser.press("t", "1")
    tiled = "[...document.querySelectorAll('#picture-tiles img')].some(i => i.naturalWidth)"
    browser.wait(tiled, JOB_SECONDS, "tiles are shown")
    cover_red(browser, shot, 1)
    assert found(browser, shot) is None
    output = screen.save("Save image").read_bytes()
    assert not is_red(output).any()
    with Image.open(io.BytesIO(output)) as image:
        assert image.size == (700, 5000)
        black = np.asarray(image.convert("RGB")).max(axis=2) == 0
    down, across = np.argwhere(black).min(axis=0).tolist()
    # What was 2,400 from the left and 300 from the top is so far from the top and from the right.
    assert 2390 <= down <= 2400 and 290 <= across <= 300
    browser.click("button", "Result")
    browser.wait("!document.querySelector('#output').hidden", JOB_SECONDS, "the result is shown")
    assert found(browser, shot) is None


def test_a_mark_by_touch_on_a_phone_goes_with_the_picture(screen: Screen, tmp_path: Path):
    name, made, shown = FILES["same"]
    browser, shot = screen.browser, tmp_path / "shot.png"
    browser.set_viewport(*narrow(browser, (360, 740)))
    opened_with(screen, tmp_path, name, made(), shown)
    browser.click("button", "Cover")
    for button in ("Turn left", "Turn right", "Mirror"):
        browser.aim("button", button)
    left, top, right, bottom = found(browser, shot)
    kind = "touch" if "touch" in browser.kinds else "mouse"
    browser.drag([(left - 2, top - 2), (left + 9, bottom), (right + 2, bottom + 2)], kind)
    browser.wait(LISTED, 60, "the region is listed", 1)
    browser.click("button", "Turn right")
    browser.wait(TURNED, 60, "the picture is turned")
    assert found(browser, shot) is None
    browser.set_viewport(1280, 720)
    assert not is_red(screen.save("Save image").read_bytes()).any()


def test_the_tools_fit_a_small_laptop_without_scrolling(screen: Screen, tmp_path: Path):
    name, made, shown = FILES["same"]
    browser = opened_with(screen, tmp_path, name, made(), shown)
    browser.set_viewport(1280, 720)
    browser.wait("innerWidth === 1280", 60, "the window has that size")
    heights = browser.evaluate("[rail.scrollHeight, rail.clientHeight]")
    assert heights[0] <= heights[1]


def test_the_tile_in_the_strip_lies_as_the_picture_does(screen: Screen, tmp_path: Path):
    name, made, shown = FILES["same"]
    browser = opened_with(screen, tmp_path, name, made(), shown)
    before = browser.evaluate(
        "() => { const r = document.querySelector('.thumb img').getBoundingClientRect();"
        " return [r.width, r.height]; }"
    )
    browser.click("button", "Turn right")
    browser.wait(
        "document.querySelector('.thumb').dataset.turned === 'across'", 60, "the tile is turned"
    )
    after = browser.evaluate(
        "() => { const r = document.querySelector('.thumb img').getBoundingClientRect();"
        " return [r.width, r.height]; }"
    )
    assert after == pytest.approx(before, abs=1)  # it fills its frame, as it did


def test_what_was_seen_of_a_turned_picture_counts_and_stays_seen(screen: Screen, tmp_path: Path):
    data = encoded("JPEG", corners(1500, 700), quality=90)
    browser = opened_with(screen, tmp_path, "wide.jpg", data, "same")
    browser.evaluate("document.querySelector('#canvas').focus()")
    browser.press("t")
    for _part in range(12):
        said = browser.evaluate(LOOKED_TEXT)
        if "whole picture" in said:
            break
        browser.press("l")
        browser.wait(f"before => {LOOKED_TEXT} !== before", 60, "more of it was seen", said)
    for key in ("Shift+T", "x"):
        browser.press(key)
        assert "whole picture" in browser.evaluate(LOOKED_TEXT)
