"""A page that the recipe turns: the same pixels at other places, covered where the person saw them.

Whatever is true of a picture must be true of it turned; and what a source's coding spreads around a
region must be covered along the source's grid, however that lies once the picture is turned.
"""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from pixelseal.core.base import limits
from pixelseal.core.base.errors import RecipeRefused
from pixelseal.core.base.orientation import upright
from pixelseal.core.base.pixel_box import PixelBox
from pixelseal.core.decode.decode import decode
from pixelseal.core.engine import redact_together
from pixelseal.core.masks import mask
from pixelseal.core.source import examine
from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.orientation import reversed_of, size_of
from pixelseal.model.recipe.recipe import Recipe
from pixelseal.model.recipe.region import Blur, Crop, Fill, Keep, Mosaic, Output, Region
from pixelseal.model.recipe.turn import turn_to

from tests.core.cover.test_covered_content import exif_with_orientation
from tests.core.cover.test_covered_shapes import PLACES, SHAPES, SIDES, SIZES
from tests.core.support import BUILD, LABEL, SUBSAMPLINGS, examples, file_of, photo, redact, shown

LYING = st.integers(1, 8)
every_lying = pytest.mark.parametrize("turned", range(1, 9))


def stored(pixels, orientation):
    """The upright picture as a camera would store it under that orientation."""
    return upright(pixels, reversed_of(orientation))


def jpeg(pixels, orientation, sampling="4:2:0"):
    exif = exif_with_orientation(orientation)
    options = {"quality": 75, "subsampling": SUBSAMPLINGS[sampling], "exif": exif}
    return file_of(stored(pixels, orientation), "JPEG", **options)


def outcome(source, asked):
    try:
        return redact(source, asked).output
    except RecipeRefused as refused:
        return refused.code


@given(SIZES, SHAPES, LYING)
def test_a_shape_touches_and_holds_the_same_pixels_turned(size, shape, turned):
    window, there = PixelBox(0, 0, *size), PixelBox(0, 0, *size_of(size, turned))
    other = shape.turned(turned, size)
    for inner in (False, True):
        wanted = upright(mask(shape, window, inner=inner), turned)
        assert np.array_equal(mask(other, there, inner=inner), wanted)


@settings(max_examples=examples(60), deadline=None)
@given(SIZES, st.lists(SHAPES, min_size=1, max_size=3), SHAPES, LYING, st.booleans())
def test_turning_and_covering_give_the_same_in_either_order(size, shapes, area, turned, kept):
    pixels = photo(*size, 3)
    source = file_of(pixels, "PNG")
    crop = Rectangle(2, 3, size[0] - 5, size[1] - 4)

    def asked(by):
        return Recipe(
            [Region(shape.turned(by, size), Fill("#336699")) for shape in shapes],
            size_of(size, by),
            keep=[Keep(area.turned(by, size), "#102030")] if kept else (),
            crop=[Crop(crop.turned(by, size))],
            turn=[turn_to(by)] if by > 1 else (),
        )

    first, turned_too = outcome(source, asked(1)), outcome(source, asked(turned))
    if isinstance(first, str):
        assert turned_too == first
    else:
        assert np.array_equal(shown(turned_too), upright(shown(first), turned))


@pytest.mark.parametrize("format", ["PNG", "TIFF", "BMP", "WEBP", "GIF"])
@every_lying
def test_a_lossless_source_keeps_every_pixel_when_it_is_turned(format, turned):
    pixels = photo(37, 22, 5)
    pixels = pixels[:, :, 0] if format == "GIF" else pixels
    source = file_of(pixels, format, **({"lossless": True} if format == "WEBP" else {}))
    done = redact(source, Recipe(turn=[turn_to(turned)] if turned > 1 else ()))
    found = shown(done.output)
    found = found[:, :, 0] if format == "GIF" and found.ndim == 3 else found
    assert np.array_equal(found, upright(pixels, turned))


@pytest.mark.parametrize("orientation, turned", tuple(itertools.product(range(1, 9), range(1, 9))))
def test_every_orientation_of_a_file_is_turned_further(orientation, turned):
    pixels = photo(40, 26, 1)
    box = Rectangle(3, 4, 20, 6)
    source = jpeg(pixels, orientation)
    asked = Recipe([Region(box, Fill("#c81414"))], output=Output("png"))
    plain = shown(redact(source, asked).output)
    size = size_of((40, 26), turned)
    again = Recipe(
        [Region(box.turned(turned, (40, 26)), Fill("#c81414"))],
        size,
        Output("png"),
        turn=[turn_to(turned)],
    )
    done = redact(source, again)
    assert np.array_equal(shown(done.output), upright(plain, turned))
    assert done.report.passed


@pytest.mark.parametrize("sampling", SUBSAMPLINGS)
@settings(max_examples=examples(40), deadline=None)
@given(SIZES, st.lists(SHAPES, min_size=1, max_size=3), LYING, LYING, st.integers(0, 99))
def test_what_was_in_a_jpeg_under_a_region_reaches_no_byte_of_the_turned(
    sampling, size, shapes, orientation, turned, seed
):
    """The regions are drawn on the turned picture, and the source's grid lies turned in it."""
    there = size_of(size, turned)
    window = PixelBox(0, 0, *there)
    shapes = [shape for shape in shapes if mask(shape, window).any()]
    if not shapes:
        return
    changed = np.any([mask(shape, window) for shape in shapes], axis=0)
    changed = upright(changed, reversed_of(turned))
    first = photo(*size, seed)
    noise = np.random.default_rng(seed + 1).integers(0, 2, first.shape) * 255
    second = np.where(changed[:, :, np.newaxis], noise, first).astype(np.uint8)
    asked = Recipe(
        [Region(shape, Fill("#336699")) for shape in shapes], there, turn=[turn_to(turned)]
    )
    one, other = (redact(jpeg(each, orientation, sampling), asked) for each in (first, second))
    assert (one.output, one.certificate) == (other.output, other.certificate)
    assert one.report.passed


@pytest.mark.parametrize("sampling", SUBSAMPLINGS)
@settings(max_examples=examples(40), deadline=None)
@given(SIZES, st.builds(Rectangle, PLACES, PLACES, SIDES, SIDES), LYING, LYING, st.booleans())
def test_what_is_cut_off_or_not_kept_reaches_no_byte_of_the_turned(
    sampling, size, shape, orientation, turned, cut
):
    there = size_of(size, turned)
    lost = upright(~mask(shape, PixelBox(0, 0, *there)), reversed_of(turned))
    first = photo(*size, 7)
    noise = np.random.default_rng(8).integers(0, 2, first.shape) * 255
    second = np.where(lost[:, :, np.newaxis], noise, first).astype(np.uint8)
    parts = {"crop": [Crop(shape)]} if cut else {"keep": [Keep(shape)]}
    asked = Recipe(turn=[turn_to(turned)], **parts)
    one, other = (outcome(jpeg(each, orientation, sampling), asked) for each in (first, second))
    assert one == other


@every_lying
@pytest.mark.parametrize("method", [Mosaic(40), Blur(40)])
def test_a_mosaic_of_a_turned_picture_stays_within_its_cover(turned, method):
    size = (96, 70)
    pixels, box = photo(*size, 2), Rectangle(10, 12, 60, 40)
    there = box.turned(turned, size)
    asked = Recipe([Region(there, method, "Q")], turn=[turn_to(turned)])
    found = shown(redact(file_of(pixels, "PNG"), asked).output)
    outside = ~mask(there, PixelBox(0, 0, *size_of(size, turned)))
    assert np.array_equal(found[outside], upright(pixels, turned)[outside])
    assert not np.array_equal(found, upright(pixels, turned))


@every_lying
@pytest.mark.parametrize("format", ["PNG", "JPEG"])
def test_a_large_picture_that_is_read_in_parts_is_turned_alike(format, turned, monkeypatch):
    pixels = photo(60, 44, 6)
    source = file_of(pixels, "PNG") if format == "PNG" else jpeg(pixels, 6)
    page = examine(source).first.lying(turned)
    whole = decode(source, page).held().pixels
    monkeypatch.setattr(limits, "PIXELS_HELD_MOST", 500)
    large = decode(source, page)
    height, width = whole.shape[:2]
    assert (large.width, large.height) == (width, height)
    for box in (PixelBox(0, 0, width, height), PixelBox(5, 7, 30, 19)):
        part = whole[box.top : box.bottom, box.left : box.right]
        assert np.array_equal(large.part(box), part)


def test_the_certificate_and_the_record_say_how_the_picture_came_to_lie():
    source = jpeg(photo(48, 32), 6)
    done = redact(source, Recipe(turn=[turn_to(8)]))
    assert (done.record_facts["output"]["width"], done.record_facts["output"]["height"]) == (32, 48)
    assert (done.record_facts["source"]["width"], done.record_facts["source"]["height"]) == (48, 32)
    assert done.record_facts["recipe"].value["turn"] == [
        {"page": 1, "quarter_turns": 3, "mirror": False}
    ]
    assert "- The picture was turned." in done.certificate.split("\n")
    assert "mirrored" not in done.certificate
    mirrored = redact(source, Recipe(turn=[turn_to(2)])).certificate
    assert "- The picture was mirrored: left and right are exchanged." in mirrored.split("\n")
    assert "turned" not in mirrored
    assert "turned" not in redact(source, Recipe()).certificate


def test_a_recipe_for_another_way_of_lying_is_refused():
    source = file_of(photo(48, 32), "PNG")
    with pytest.raises(RecipeRefused) as refused:
        redact(source, Recipe(image=(48, 32), turn=[turn_to(6)]))
    assert refused.value.code == "recipe-size-mismatch"
    assert refused.value.values == {"width": 32, "height": 48}


def test_each_page_of_a_file_is_turned_by_itself():
    pages = [photo(30, 20, 1), photo(24, 18, 2)]
    source = file_of(pages[0], "TIFF", save_all=True, append_images=[Image.fromarray(pages[1])])
    asked = Recipe([Region(Rectangle(1, 2, 5, 6), page=2)], turn=[turn_to(6, 2)])
    done = redact_together(source, asked, label=LABEL, build=BUILD)
    found = examine(done.output).pages
    assert [(page.width, page.height) for page in found] == [(30, 20), (18, 24)]
    assert done.report.passed
