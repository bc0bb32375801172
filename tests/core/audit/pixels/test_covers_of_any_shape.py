"""The audit passes every shape and method as painted, and catches anything left under one."""

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pixelseal.core.audit import Covered, Ramp
from pixelseal.core.base import given_codecs
from pixelseal.core.cover.burn import burn
from pixelseal.core.cover.plan import plan
from pixelseal.core.encode import encode
from pixelseal.core.pixels.raster import Raster
from pixelseal.core.redaction import expected_of
from pixelseal.core.source import Page
from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.recipe import Recipe
from pixelseal.model.recipe.region import Blur, Crop, Fill, Keep, Mosaic, Output, Region
from pixelseal.model.recipe.shapes import Brush, Ellipse, Polygon

from tests.core.audit.outputs import CODINGS, expected, failures
from tests.core.support import examples, file_of, photo, redact

SIZE = (200, 176)
OVAL = Ellipse(16, 16, 160, 144)
COVERS = {
    "ellipse": Recipe([Region(OVAL, Fill("#1020c0"))]),
    "polygon": Recipe([Region(Polygon([(10, 10), (190, 20), (150, 170), (20, 150)]))]),
    "brush": Recipe([Region(Brush([(90, 30), (100, 150)], 90))]),
    "keep": Recipe(keep=[Keep(Ellipse(0, 0, 40, 40), "#ffffff")]),
    "mosaic": Recipe([Region(OVAL, Mosaic(64), "Q")]),
    "blur": Recipe([Region(OVAL, Blur(64), "Q")]),
    "crop": Recipe([Region(OVAL, Blur(64), "Q")], crop=[Crop(Rectangle(9, 13, 180, 140))]),
}
MIDDLE = (96, 88)  # covered by each of them, crop or not
every_coding = pytest.mark.parametrize("coding", CODINGS)
every_cover = pytest.mark.parametrize("cover", COVERS)


def painted(cover, seed=0):
    """The covered picture and what the audit is to expect."""
    source = Page(format="png", width=SIZE[0], height=SIZE[1])
    raster, rows = burn(Raster(photo(*SIZE, seed)), plan(COVERS[cover].fitted(*SIZE), source))
    return raster, expected_of(raster, CODINGS["png"], rows).covers


def told(coding, raster, covers):
    return expected(coding, width=raster.width, height=raster.height, covers=covers)


@every_coding
@every_cover
def test_what_was_painted_passes(coding, cover):
    raster, covers = painted(cover)
    assert failures(encode(raster, CODINGS[coding]), told(coding, raster, covers)) == set()


@every_coding
@every_cover
@pytest.mark.parametrize("residue", [80, 250])
def test_content_left_within_is_caught(coding, cover, residue):
    raster, covers = painted(cover)
    x, y = MIDDLE
    spot = raster.pixels[y : y + 20, x : x + 20]
    np.copyto(
        spot,
        np.where(spot < 128, spot.astype(int) + residue, spot.astype(int) - residue)
        .clip(0, 255)
        .astype(np.uint8),
    )
    assert failures(encode(raster, CODINGS[coding]), told(coding, raster, covers)) == {"burned"}


@pytest.mark.parametrize("coding", ["png", "tiff", "webp-lossless"])
@every_cover
def test_one_level_in_one_pixel_is_caught_where_nothing_is_lost(coding, cover):
    raster, covers = painted(cover)
    for y, x in (MIDDLE[::-1], (70, 110), (100, 60)):
        changed = Raster(raster.pixels.copy())
        changed.pixels[y, x, 1] ^= 1
        assert failures(encode(changed, CODINGS[coding]), told(coding, changed, covers)) == {
            "burned"
        }


@every_coding
def test_a_blur_that_was_never_made_is_caught(coding):
    _raster, covers = painted("blur")
    untouched = Raster(photo(*SIZE))
    assert failures(encode(untouched, CODINGS[coding]), told(coding, untouched, covers)) == {
        "burned"
    }


@every_coding
def test_a_true_blur_in_place_of_the_coarse_one_is_caught(coding):
    # A filter's output looks alike and holds what could be solved for.
    raster, covers = painted("blur")
    pixels = photo(*SIZE).astype(np.float64)
    for axis in (0, 1):
        kernel = np.ones(15) / 15
        pixels = np.apply_along_axis(np.convolve, axis, pixels, kernel, "same")
    held = covers[0]
    for left, top, right, bottom in np.asarray(held.boxes).tolist():
        raster.pixels[top:bottom, left:right] = pixels[top:bottom, left:right]
    assert failures(encode(raster, CODINGS[coding]), told(coding, raster, covers)) == {"burned"}


@pytest.mark.parametrize("coding", ["png", "jpeg"])
def test_a_ramp_of_other_cells_or_another_place_is_caught(coding):
    raster, covers = painted("blur")
    (ramp,) = covers[0].paints
    file = encode(raster, CODINGS[coding])
    brighter = tuple(tuple((r + 48, g + 48, b + 48) for r, g, b in row) for row in ramp.rows)
    wrong = [Ramp(ramp.left, ramp.top, ramp.step, brighter)]
    if coding == "png":
        wrong += [Ramp(ramp.left + 3, ramp.top, ramp.step, ramp.rows)]
        wrong += [Ramp(ramp.left, ramp.top, ramp.step + 5, ramp.rows)]
    for other in wrong:
        found = failures(file, told(coding, raster, (Covered(covers[0].boxes, other),)))
        assert found == {"burned"}


POINTS = st.tuples(st.integers(-20, 140), st.integers(-20, 140))
SHAPES = st.one_of(
    st.builds(Rectangle, *[st.integers(0, 90)] * 2, *[st.integers(1, 120)] * 2),
    st.builds(Ellipse, *[st.integers(0, 90)] * 2, *[st.integers(1, 120)] * 2),
    st.builds(Brush, st.lists(POINTS, min_size=1, max_size=4), st.integers(1, 60)),
)
REGIONS = st.builds(
    Region,
    SHAPES,
    st.sampled_from([Fill(), Fill("#ff0080"), Mosaic(54), Blur(54), Mosaic(90), Blur(200)]),
)


OUTPUTS = [
    ("jpeg", 1),
    ("jpeg", 10),
    ("jpeg", 30),
    ("jpeg", 95),
    ("webp", 1),
    ("webp", 80),
    ("png", 1),
]
if "avif" in given_codecs._encoders:
    OUTPUTS += [("avif", 10), ("avif", 85)]


@settings(max_examples=examples(60), deadline=None)
@given(
    st.lists(REGIONS, min_size=1, max_size=5),
    st.sampled_from(["JPEG", "PNG"]),
    st.sampled_from(OUTPUTS),
    st.integers(0, 50),
)
@example(
    # One level more than the tolerance for a flat block had allowed, where four colours meet.
    [
        Region(Rectangle(0, 0, 10, 10)),
        Region(Rectangle(0, 0, 98, 18), Mosaic(54), "Q"),
        Region(Rectangle(89, 0, 18, 14), Mosaic(54), "Q"),
    ],
    "PNG",
    ("jpeg", 30),
    0,
)
def test_no_recipe_is_withheld_by_mistake(regions, source, output, seed):
    wanted = [
        region
        for region in regions
        if (shape := region.shape.clipped(130, 120)) is not None
        and max(shape.width, shape.height) <= 160
        and shape.x < 100
        and shape.y < 100
        and shape.right > 8
        and shape.bottom > 8
    ]
    asked = Recipe(wanted, output=Output(*output))
    assert redact(file_of(photo(130, 120, seed), source), asked).report.passed
