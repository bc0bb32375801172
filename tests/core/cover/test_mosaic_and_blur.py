"""Mosaic and blur reveal at most 22.7 bits, and nothing beyond the cells of docs/regions.md, 4."""

import sys
from fractions import Fraction
from math import log2

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageFont
from pixelseal.core.base.errors import RecipeRefused
from pixelseal.core.base.pixel_box import PixelBox
from pixelseal.core.cover import cells
from pixelseal.core.masks import mask
from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.methods import CELLS_ACROSS, least
from pixelseal.model.recipe.recipe import Recipe
from pixelseal.model.recipe.region import Blur, Fill, Mosaic, Output, Region
from pixelseal.model.recipe.shapes import Brush, Ellipse

from tests.core.support import examples, file_of, photo, redact, shown

SIZE = (150, 130)
SHAPES = [Rectangle(10, 12, 120, 97), Ellipse(5, 3, 120, 120), Brush([(30, 30), (99, 80)], 37)]
METHODS = [Mosaic, Blur]
# That other interpreters make the same bytes is shown by the tests before it.
slow_in_wasm = pytest.mark.skipif(
    sys.platform == "emscripten", reason="thousands of pictures take minutes inside Pyodide"
)
LEVELS = (48, 101, 154, 207)


def softened(pixels, shape, method, format="PNG", **options):
    """The output's pixels, lossless, of a picture under one mosaic or blur."""
    asked = Recipe([Region(shape, method, "Q")], output=Output("png"))
    return shown(redact(file_of(pixels, format, **options), asked).output)


def witness(pixels, shape, method):
    """The colours of the whole picture as docs/regions.md says, pixel by pixel in fractions."""
    height, width = pixels.shape[:2]
    n = method.strength
    shape_mask = mask(shape, PixelBox(0, 0, width, height))
    frame = shape.frame().clipped(width, height)
    columns, rows = max(1, frame.width // n), max(1, frame.height // n)

    def place(x, y):
        column = min(max((x - frame.x) // n, 0), columns - 1)
        return min(max((y - frame.y) // n, 0), rows - 1), column

    members = {}
    for y, x in np.argwhere(shape_mask):
        members.setdefault(place(x, y), []).append(pixels[y, x].astype(int).tolist())

    def mean(colours):
        return [sum(c[i] for c in colours) // len(colours) for i in range(3)]

    def luma(colour):
        return (77 * colour[0] + 150 * colour[1] + 29 * colour[2]) // 256

    whole = mean([c for colours in members.values() for c in colours])
    red, blue = (
        min((-48, -24, 0, 24, 48), key=lambda t: (abs(whole[i] - luma(whole) - t), t))
        for i in (0, 2)
    )
    tint = (red, -((77 * red + 29 * blue) // 150), blue)
    value = {
        (r, c): LEVELS[luma(mean(members[r, c])) // 64] if (r, c) in members else 154
        for r in range(rows)
        for c in range(columns)
    }

    def at(x, y):
        if isinstance(method, Mosaic):
            return value[place(x, y)]
        # Straight lines between the cells' middles.
        u = min(max(Fraction(2 * (x - frame.x) + 1, 2 * n) - Fraction(1, 2), 0), columns - 1)
        v = min(max(Fraction(2 * (y - frame.y) + 1, 2 * n) - Fraction(1, 2), 0), rows - 1)
        (i, f), (j, g) = ((int(p), p - int(p)) for p in (u, v))
        i2, j2 = min(i + 1, columns - 1), min(j + 1, rows - 1)
        upper = value[j, i] * (1 - f) + value[j, i2] * f
        lower = value[j2, i] * (1 - f) + value[j2, i2] * f
        return int(upper * (1 - g) + lower * g + Fraction(1, 2))

    made = pixels.copy()
    for y, x in np.argwhere(shape_mask):
        made[y, x] = [at(int(x), int(y)) + t for t in tint]
    return made


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("strength", [40, 61])
def test_every_pixel_is_what_the_document_says(method, shape, strength):
    pixels = photo(*SIZE, strength) // 2 + np.array([90, 40, 0], np.uint8)
    made = softened(pixels, shape, method(strength))
    assert np.array_equal(made, witness(pixels, shape, method(strength)))


@pytest.mark.parametrize("method", METHODS)
def test_gray_and_sixteen_bits_hold_the_same_values(method):
    gray = photo(*SIZE)[:, :, 0]
    for shape in SHAPES:
        narrow = softened(gray, shape, method(40))
        wide = softened(gray.astype(np.uint16) * 257, shape, method(40))
        assert narrow.ndim == wide.ndim == 2 and np.array_equal(wide, narrow.astype(int) * 257)
        colour = softened(np.repeat(gray[:, :, np.newaxis], 3, axis=2), shape, method(40))
        assert np.array_equal(colour[:, :, 0], narrow)


@pytest.mark.parametrize("method", METHODS)
@settings(max_examples=examples(12), deadline=None)
@given(st.sampled_from(SHAPES), st.integers(0, 10**6))
def test_other_content_with_the_same_coarse_values_gives_the_same_output(method, shape, seed):
    pixels = photo(*SIZE, 3)
    frame = shape.frame()
    within = mask(shape, PixelBox(0, 0, *SIZE))
    # Shuffle the covered pixels of each cell among themselves: another picture, the same means.
    other, rng = pixels.copy(), np.random.default_rng(seed)
    y, x = np.nonzero(within)
    cell = np.minimum((x - frame.x) // 40, frame.width // 40 - 1) + 10 * np.minimum(
        (y - frame.y) // 40, frame.height // 40 - 1
    )
    for number in np.unique(cell):
        inside = np.flatnonzero(cell == number)
        mixed = rng.permutation(inside)
        other[y[inside], x[inside]] = pixels[y[mixed], x[mixed]]
    assert (other != pixels).any()
    asked = Recipe([Region(shape, method(40), "Q")])
    outputs = [redact(file_of(p, "PNG"), asked).output for p in (pixels, other)]
    assert outputs[0] == outputs[1]


@given(st.integers(1, 5000), st.integers(1, 5000))
def test_at_the_least_strength_there_are_never_more_than_22_bits(width, height):
    step = least(width, height)
    count = max(1, width // step) * max(1, height // step)
    bits = count * log2(len(cells.BRIGHTNESSES)) + 2 * log2(len(cells.TINTS))
    assert bits <= 22.7 < log2(10**8)
    if max(width, height) > 3 * min(width, height):
        assert bits <= 10.7
    assert CELLS_ACROSS == 3


@pytest.mark.parametrize("method", METHODS)
def test_a_region_has_one_tint_of_25(method):
    shape, found = Rectangle(0, 0, 100, 100), set()
    rng = np.random.default_rng(1)
    for _ in range(80):
        # Pictures of all kinds: noise around any level, in any colour.
        level = rng.integers(0, 256, (3, 3, 3)).repeat(34, axis=0).repeat(34, axis=1)[:100, :100]
        made = softened(
            np.clip(level + rng.normal(0, 30, level.shape), 0, 255).astype(np.uint8),
            shape,
            method(34),
        )
        nodes = made[17:100:34, 17:100:34] if isinstance(method(1), Blur) else made[::34, ::34]
        nodes = nodes.reshape(-1, 3).astype(int)
        tints = {tuple(node - node[0]) for node in nodes}
        assert len(tints) == 1
        found.add(next(iter(tints)))
    assert len(found) <= 25


def test_a_lossy_source_has_its_grown_rim_filled_from_the_nearest_cell():
    pixels = photo(128, 128)
    made = softened(
        pixels, Rectangle(40, 40, 50, 50), Mosaic(50), "JPEG", quality=80, subsampling=2
    )
    # 4:2:0: blocks of 16, and a pixel more; all of one cell.
    assert len(np.unique(made[31:97, 31:97].reshape(-1, 3), axis=0)) == 1


# -- a number of eight digits, at the least strength -------------------------------------------


def numbered(number, height, margin):
    """A label with an 8-digit number as an attacker would set it: font and place known."""
    font = ImageFont.load_default(size=height)
    width = int(font.getlength("0" * 8)) + 2 * margin
    image = Image.new("RGB", (width, height + 2 * margin), (250, 250, 245))
    draw = ImageDraw.Draw(image)
    draw.text((margin, margin), f"{number:08d}", (20, 20, 30), font=font, anchor="lt")
    return np.asarray(image)


@slow_in_wasm
@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("height, margin", [(14, 2), (32, 4), (80, 6), (120, 8), (24, 60)])
def test_a_number_under_the_least_strength_is_one_of_many(method, height, margin):
    rng = np.random.default_rng(height)
    candidates = rng.integers(0, 10**8, 120)
    pictures = [numbered(int(number), height, margin) for number in candidates]
    shape = Rectangle(0, 0, pictures[0].shape[1], pictures[0].shape[0])
    strength = least(shape.width, shape.height)
    asked = Recipe([Region(shape, method(strength))], output=Output("png"))
    seen = {}
    for number, picture in zip(candidates, pictures, strict=True):
        seen.setdefault(redact(file_of(picture, "PNG"), asked).output, []).append(int(number))
    # Even who tries every number with the right font and place is left with most of them.
    assert max(map(len, seen.values())) >= 40
    assert sum(len(group) for group in seen.values() if len(group) < 5) <= 12


@slow_in_wasm
def test_the_same_number_under_a_classic_mosaic_would_be_read():
    # The test above means something only if these templates do read a mosaic that is too fine.
    pictures = [numbered(int(n), 32, 4) for n in np.random.default_rng(32).integers(0, 10**8, 400)]
    small = {
        tuple(np.asarray(Image.fromarray(p).reduce(8)).astype(int).reshape(-1).tolist())
        for p in pictures
    }
    assert len(small) == 400


# -- the engine refuses, whoever asks ----------------------------------------------------------


@pytest.mark.parametrize(
    "method, reason, code",
    [
        (Mosaic(49), "Q", "method-too-weak"),
        (Blur(49), None, "method-too-weak"),
        (Mosaic(400), "A", "method-not-for-text"),
        (Blur(400), "R", "method-not-for-text"),
        (Blur(400), "P", "method-not-for-text"),
    ],
)
def test_the_engine_refuses_what_could_be_read_back(method, reason, code):
    source = file_of(photo(150, 100), "PNG")
    asked = Recipe(
        [Region(Rectangle(0, 0, 4, 4)), Region(Rectangle(0, 0, 900, 90), method, reason)]
    )
    with pytest.raises(RecipeRefused) as refused:
        redact(source, asked)
    assert refused.value.code == code and refused.value.values["region"] == 2
    assert code == "method-not-for-text" or refused.value.values["least"] == 50


def test_the_certificate_names_mosaic_and_blur_for_what_they_are():
    face = Rectangle(0, 0, 90, 90)
    regions = [Region(face, Mosaic(40), "Q"), Region(face, Blur(40), "Q"), Region(face, Blur(40))]
    text = redact(
        file_of(photo(150, 100), "PNG"), Recipe([*regions, Region(face, Fill())])
    ).certificate
    assert "- Regions covered with the solid colour #000000: 1\n" in text
    assert "- Regions under a mosaic, which can sometimes be reversed: 1\n" in text
    assert "- Regions blurred, which can sometimes be reversed: 2\n" in text
    assert "mirrors and photos on a wall: 2\n- No reason given: 2\n" in text
