"""What any shape covers, what is not kept, what is cut off: none of it reaches a byte outside.

Each test makes two sources that differ only in what is removed, and compares what comes out.
"""

import sys

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pixelseal.core.base.errors import RecipeRefused
from pixelseal.core.base.pixel_box import PixelBox
from pixelseal.core.cover.plan import grown, plan
from pixelseal.core.masks import filled, mask
from pixelseal.core.source import Page, examine
from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.recipe import Recipe
from pixelseal.model.recipe.region import Blur, Crop, Fill, Keep, Mosaic, Output, Region
from pixelseal.model.recipe.shapes import Brush, Ellipse, Polygon

from tests.builders.sampled_jpeg import sampled_jpeg
from tests.core.cover.test_covered_content import exif_with_orientation
from tests.core.support import SUBSAMPLINGS, examples, file_of, photo, redact, shown

PLACES = st.integers(-8, 80)
SIDES = st.integers(2, 60)
POINTS = st.tuples(PLACES, PLACES)
SHAPES = st.one_of(
    st.builds(Rectangle, PLACES, PLACES, SIDES, SIDES),
    st.builds(Ellipse, PLACES, PLACES, SIDES, SIDES),
    st.lists(POINTS, min_size=3, max_size=6)
    .filter(lambda p: len({x for x, _ in p}) > 1 and len({y for _, y in p}) > 1)
    .map(Polygon),
    st.builds(Brush, st.lists(POINTS, min_size=1, max_size=4), st.integers(1, 24)),
)
SIZES = st.tuples(st.integers(17, 72), st.integers(17, 72))
SOURCES = [("JPEG", sampling) for sampling in SUBSAMPLINGS] + [
    (format, "") for format in ("PNG", "TIFF", "TIFF-JPEG", "BMP", "WEBP")
]
every_source = pytest.mark.parametrize("format, sampling", SOURCES)


def stored(pixels, turn):
    """The upright picture as a camera would store it under that orientation."""
    return {
        1: pixels,
        2: np.fliplr(pixels),
        3: np.rot90(pixels, 2),
        4: np.flipud(pixels),
        5: pixels.swapaxes(0, 1),
        6: np.rot90(pixels, 1),
        7: np.rot90(pixels, 2).swapaxes(0, 1),
        8: np.rot90(pixels, -1),
    }[turn].copy()


def written(pixels, format, sampling, turn):
    if format == "JPEG":
        exif = exif_with_orientation(turn)
        picture = stored(pixels, turn)
        return file_of(picture, "JPEG", quality=70, subsampling=SUBSAMPLINGS[sampling], exif=exif)
    if format == "TIFF-JPEG":
        if sys.platform == "emscripten":
            pytest.skip("the page's libtiff cannot write JPEG, so there is no file to try")
        return file_of(pixels, "TIFF", compression="jpeg", quality=70)
    return file_of(pixels, format, **({"lossless": True} if format == "WEBP" else {}))


def two_sources(size, changed, format, sampling, turn, seed):
    """Files of two upright pictures that differ exactly in the pixels marked."""
    first = photo(*size, seed)
    noise = np.random.default_rng(seed + 1).integers(0, 2, (*first.shape[:2], 3)) * 255
    second = np.where(changed[:, :, np.newaxis], noise, first).astype(np.uint8)
    return [written(pixels, format, sampling, turn) for pixels in (first, second)]


def touched(shape, size):
    return mask(shape, PixelBox(0, 0, *size))


@every_source
@settings(max_examples=examples(25), deadline=None)
@given(SIZES, st.lists(SHAPES, min_size=1, max_size=3), st.integers(1, 8), st.integers(0, 99))
def test_filled_content_reaches_no_byte(format, sampling, size, shapes, turn, seed):
    shapes = [shape for shape in shapes if touched(shape, size).any()]
    changed = np.any([touched(shape, size) for shape in shapes] or [np.zeros(size[::-1])], axis=0)
    asked = Recipe([Region(shape, Fill("#336699")) for shape in shapes])
    sources = two_sources(size, changed, format, sampling, turn, seed)
    first, second = (redact(source, asked).output for source in sources)
    assert first == second


@every_source
@settings(max_examples=examples(25), deadline=None)
@given(SIZES, st.lists(SHAPES, min_size=1, max_size=2), st.integers(1, 8), st.integers(0, 99))
def test_what_is_not_kept_reaches_no_byte(format, sampling, size, shapes, turn, seed):
    window = PixelBox(0, 0, *size)
    lost = ~np.any([mask(shape, window, inner=True) for shape in shapes], axis=0)
    sources = two_sources(size, lost, format, sampling, turn, seed)
    asked = Recipe(keep=[Keep(shape, "#102030") for shape in shapes])
    outputs = []
    for source in sources:
        try:
            outputs.append(redact(source, asked).output)
        except RecipeRefused as refused:
            outputs.append(refused.code)
    assert outputs[0] == outputs[1]
    if outputs[0] == "keep-too-small":
        facts = examine(sources[0]).first
        boxes = [(x, y, x + 1, y + 1) for y, x in np.argwhere(lost)]
        assert filled(grown(np.array(boxes, np.int32), facts), window).all()
    elif not isinstance(outputs[0], bytes):
        assert outputs[0] == "region-outside"


@every_source
@settings(max_examples=examples(25), deadline=None)
@given(SIZES, st.builds(Rectangle, PLACES, PLACES, SIDES, SIDES), st.integers(1, 8), st.booleans())
def test_what_is_cut_off_reaches_no_byte(format, sampling, size, shape, turn, marked):
    cut = ~touched(shape, size)
    sources = two_sources(size, cut, format, sampling, turn, 7)
    regions = [Region(Ellipse(0, 0, *size), Mosaic(64))] if marked else []
    asked = Recipe(regions, crop=[Crop(shape)])
    outputs = []
    for source in sources:
        try:
            outputs.append(redact(source, asked).output)
        except RecipeRefused as refused:
            outputs.append(refused.code)
    assert outputs[0] == outputs[1]
    assert isinstance(outputs[0], bytes) or outputs[0] in ("crop-too-small", "region-outside")


@every_source
@settings(max_examples=examples(25), deadline=None)
@given(SIZES, SHAPES, st.integers(1, 8), st.sampled_from([Mosaic(32), Blur(32)]))
def test_mosaic_and_blur_keep_their_content_within(format, sampling, size, shape, turn, method):
    shape = shape.clipped(*size)
    if shape is None or max(shape.width, shape.height) > 96 or not touched(shape, size).any():
        return
    changed = touched(shape, size)
    sources = two_sources(size, changed, format, sampling, turn, 5)
    asked = Recipe([Region(shape, method, "Q")], output=Output("png"))
    first, second = (shown(redact(source, asked).output) for source in sources)
    facts = examine(sources[0]).first
    covered = filled(plan(asked.fitted(*size), facts).soft[0].runs, PixelBox(0, 0, *size))
    assert np.array_equal(first[~covered], second[~covered])
    assert (covered | ~changed).all()


@every_source
def test_what_a_fill_covers_does_not_colour_a_mosaic_around_it(format, sampling):
    size, name = (96, 80), Rectangle(30, 30, 40, 12)
    sources = two_sources(size, touched(name, size), format, sampling, 1, 3)
    for method in (Mosaic(40), Blur(40)):
        face = Region(Ellipse(4, 4, 90, 72), method, "Q")
        for regions in ([face, Region(name)], [Region(name), face]):
            first, second = (redact(source, Recipe(regions)) for source in sources)
            assert first.output == second.output
            # The fill lies over the mosaic, wherever it stands.
            assert shown(first.output)[32:40, 36:64].max() < 40


@settings(deadline=None)
@given(SIZES, SHAPES, st.sampled_from([(8, 8), (16, 8), (16, 16), (32, 8)]), st.integers(1, 8))
def test_any_shape_grows_to_every_block_it_touches_and_one_pixel(size, shape, grid, turn):
    marks = touched(shape, size)
    if not marks.any():
        return
    width, height = size if turn < 5 else size[::-1]
    facts = {"format": "jpeg", "width": width, "height": height, "orientation": turn}
    source = Page(**facts, lossy=True, mcu=grid)
    runs = plan(Recipe([Region(shape)]).fitted(*size), source).fills[0][0]
    found = stored(filled(runs, PixelBox(0, 0, *size)), turn)
    # Witness: block by block on the stored picture.
    wanted = np.zeros((height + 2, width + 2), bool)
    inner = stored(marks, turn)
    for top in range(0, height, grid[1]):
        for left in range(0, width, grid[0]):
            if inner[top : top + grid[1], left : left + grid[0]].any():
                # In the wider array one pixel up and left, and one down and right.
                wanted[top : top + grid[1] + 2, left : left + grid[0] + 2] = True
    assert np.array_equal(found, wanted[1:-1, 1:-1])


def test_a_tight_ellipse_keep_and_crop_would_have_leaked():
    # The tests above mean something only if these sources really bleed beyond the edge.
    size = (72, 72)
    inside = touched(Ellipse(20, 21, 33, 30), size)
    for changed in (inside, ~inside):
        first, second = two_sources(size, changed, "JPEG", "4:2:0", 1, 3)
        assert (shown(first) != shown(second)).any(axis=2)[~changed].any()


def test_a_crop_of_a_lossless_source_is_exact_and_of_a_lossy_one_ends_at_the_grid():
    pixels = photo(100, 80)
    asked = Recipe(crop=[Crop(Rectangle(10, 20, 70, 60))], output=Output("png"))
    exact = shown(redact(file_of(pixels, "PNG"), asked).output)
    assert np.array_equal(exact, pixels[20:80, 10:80])
    source = file_of(pixels, "JPEG", quality=80, subsampling=2)
    # Left: 10 lies in the block to 16, and a pixel more. Right: 80 begins a block, a pixel less.
    # Top: 20 lies in the block to 32, and a pixel more. The bottom edge is the picture's own.
    assert np.array_equal(shown(redact(source, asked).output), shown(source)[33:80, 17:79])


@pytest.mark.parametrize("across, down", [(1, 2), (4, 1), (4, 2), (2, 4)])
@pytest.mark.parametrize(
    "shape",
    [
        Rectangle(37, 21, 9, 30),
        Ellipse(10, 9, 50, 61),
        Polygon([(9, 9), (70, 40), (30, 70)]),
        Brush([(20, 20), (60, 70)], 9),
    ],
)
def test_samplings_that_common_encoders_never_write(across, down, shape):
    size = (90, 80)
    first = photo(*size, 4)
    second = np.where(touched(shape, size)[:, :, np.newaxis], 255 - first, first)
    sources = [sampled_jpeg(pixels, across, down) for pixels in (first, second)]
    assert examine(sources[0]).first.mcu == (8 * across, 8 * down)
    assert np.abs(shown(sources[0]).astype(int) - first).mean() < 20
    for asked in (Recipe([Region(shape)]), Recipe([Region(shape, Fill("#ffffff"))])):
        outputs = [redact(source, asked).output for source in sources]
        assert outputs[0] == outputs[1]
