"""A tile shows an image that nobody opened as the engine reads it, or what kind of file it is."""

import io
import re
from pathlib import Path

import pytest
from PIL import Image
from pixelseal.core import engine

from tests.builders.pictures import encoded
from tests.builders.turned import corners, turned_jpegs

from .conftest import Opener
from .drivers import Browser
from .photos import clinical_photo
from .product import ASKED, JOB_SECONDS, Screen
from .seen import Box, box_of, is_red

pytestmark = pytest.mark.browser

PLACED = """(list, place) => { const one = document.querySelectorAll(list + ' .thumb')[place];
  one.scrollIntoView({block: 'nearest', inline: 'nearest'});
  const r = one.getBoundingClientRect(), c = getComputedStyle(one).backgroundColor;
  return [[r.left, r.top, r.right, r.bottom], innerWidth, c]; }"""
DRAWN = """(list, places) => places.every(place => {
  const image = document.querySelectorAll(list + ' .thumb')[place]?.querySelector('img');
  return !!image && !image.hidden && image.complete && image.naturalWidth > 0; })"""
# What the tile says in the place of a picture: browsers tell it resolved, or how it is found.
SAID = """(place) => { const one = document.querySelectorAll('#images .thumb')[place];
  const said = getComputedStyle(one, '::before').content;
  return said.includes('attr(data-kind)') ? one.dataset.kind : said; }"""
LISTS = {"strip": "#images", "review": "#review-images"}


def _unlike() -> dict[str, bytes]:
    """Files that browsers turn otherwise than the engine, or cannot show."""
    turned = turned_jpegs(3) | {f"square-{k}": v for k, v in turned_jpegs(6, (160, 160)).items()}
    names = ("jpeg-long-3.jpg", "jpeg-xmp-first-3.jpg", "square-jpeg-long-6.jpg")
    files = {name: turned[name] for name in names}
    # The box that chooses an image lies over the upper left of its tile.
    files["scan.tif"] = encoded("TIFF", corners().rotate(180))
    return files


def _red(file: bytes) -> Box:
    """Where the engine's picture is red, in parts of its width and height."""
    drawn = engine.preview(file)
    assert drawn is not None
    with Image.open(io.BytesIO(drawn.whole)) as image:
        width, height = image.size
    box = box_of(is_red, drawn.whole, (0, 0, width, height), 1)
    assert box is not None
    return box[0] / width, box[1] / height, box[2] / width, box[3] / height


def _shown(browser: Browser, chosen: str, place: int, shape: float, path: Path) -> Box | None:
    """The same in the tile at that place of a list, whose picture has that width by its height."""
    (left, top, right, bottom), wide, _colour = browser.evaluate(PLACED, chosen, place)
    browser.screenshot(path)
    with Image.open(path) as image:
        ratio = image.width / wide
    width, height = right - left, bottom - top
    if width > height * shape:
        left, right = left + (width - height * shape) / 2, right - (width - height * shape) / 2
    else:
        top, bottom = top + (height - width / shape) / 2, bottom - (height - width / shape) / 2
    red = box_of(is_red, path.read_bytes(), (left, top, right, bottom), ratio)
    if red is None:
        return None
    across, down = right - left, bottom - top
    return (
        (red[0] - left) / across,
        (red[1] - top) / down,
        (red[2] - left) / across,
        (red[3] - top) / down,
    )


@pytest.fixture
def opened(browser: Browser, opener: Opener, tmp_path: Path) -> Screen:
    """A photo on the screen, and files beside it that nobody opened."""
    paths = [clinical_photo(tmp_path / "photo.jpg")]
    for name, file in _unlike().items():
        paths.append(tmp_path / name)
        paths[-1].write_bytes(file)
    screen = opener(browser, "hosted")
    screen.add(*paths)
    screen.wait_states(["ready"] * len(paths))
    return screen


@pytest.mark.parametrize("where", sorted(LISTS))
def test_a_tile_of_what_nobody_opened_lies_as_the_engine_reads_it(
    opened: Screen, where: str, tmp_path: Path
) -> None:
    browser, files, chosen = opened.browser, _unlike(), LISTS[where]
    if where == "review":
        opened.mark(20, 20, 200, 100)
        browser.click("button", "Save all")
        browser.wait(ASKED, JOB_SECONDS, "the review asks")
        names = "[...document.querySelectorAll('#review-images .review-name')].length"
        browser.wait(f"{names} === {len(files) + 1}", 60, "all are listed")
    titles = browser.evaluate(
        "chosen => [...document.querySelectorAll(chosen + ' .cut-name')].map(e => e.textContent)",
        chosen,
    )
    places = {name: titles.index(name) for name in files}
    browser.wait(DRAWN, JOB_SECONDS, "each has a picture", chosen, list(places.values()))
    wrong = []
    for name, place in places.items():
        shape = 1.0 if name.startswith("square") else 240 / 160
        there = _shown(browser, chosen, place, shape, tmp_path / "shot.png")
        wanted = _red(files[name])
        if there is None or max(abs(a - b) for a, b in zip(there, wanted, strict=True)) > 0.12:
            wrong.append((name, there, wanted))
    assert wrong == []


def test_a_tile_without_a_picture_names_the_kind_of_file_and_is_not_black(
    browser: Browser, opener: Opener, tmp_path: Path
) -> None:
    """One that would take the engine too long while nobody waits for it."""
    large = tmp_path / "large.png"
    Image.new("1", (8200, 8200), 1).save(large)
    if browser.name == "chromium":  # the others cannot change it while they run
        browser.color_scheme("dark")
    try:
        screen = opener(browser, "hosted")
        screen.add(
            clinical_photo(tmp_path / "photo.jpg"), large, clinical_photo(tmp_path / "b.jpg")
        )
        screen.wait_states(["ready"] * 3)
        browser.wait(DRAWN, JOB_SECONDS, "the others are drawn", "#images", [0, 2])
        browser.wait(f"() => ({SAID})(1).includes('PNG')", 60, "its kind is said")
        assert not browser.evaluate(DRAWN, "#images", [1])
        _box, _wide, colour = browser.evaluate(PLACED, "#images", 1)
        assert max(int(one) for one in re.findall(r"\d+", colour)[:3]) > 40
    finally:
        if browser.name == "chromium":
            browser.color_scheme("light")
