"""What is covered reaches no byte of any output, from any kind of source, at edges, 1 pixel small.

`test_covered_content` and `test_covered_shapes` try sizes, turns and shapes; here are the kinds of
source and output that they leave out, and the marks that are smaller than a block or end with the
picture.
"""

import io

import numpy as np
import pytest
from PIL import Image
from pixelseal.core.base import given_codecs
from pixelseal.core.base.pixel_box import PixelBox
from pixelseal.core.masks import mask
from pixelseal.core.source import examine
from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.recipe import Recipe
from pixelseal.model.recipe.region import Blur, Fill, Keep, Mosaic, Output, Region
from pixelseal.model.recipe.shapes import Brush, Ellipse, Polygon

from tests.builders.wide import wide_png
from tests.core.support import photo, redact, shown

SIZE = (53, 41)
OUTPUTS = [("jpeg", 75), ("png", "source"), ("tiff", "source"), ("webp", "source"), ("webp", 60)]
OUTPUTS += [("avif", 60), ("same", "source")]


def jpeg(pixels, mode="RGB", **options):
    stream = io.BytesIO()
    Image.fromarray(pixels).convert(mode).save(stream, "JPEG", quality=70, **options)
    return stream.getvalue()


def palette_gif(pixels):
    stream = io.BytesIO()
    Image.fromarray(pixels[:, :, 0] & 0xF0).save(stream, "GIF")
    return stream.getvalue()


def plain(format, **options):
    def write(pixels):
        stream = io.BytesIO()
        Image.fromarray(pixels).save(stream, format, **options)
        return stream.getvalue()

    return write


SOURCES = {
    "JPEG, gray": lambda pixels: jpeg(pixels, "L"),
    "JPEG, CMYK": lambda pixels: jpeg(pixels, "CMYK"),
    "JPEG, progressive": lambda pixels: jpeg(pixels, progressive=True, subsampling=2),
    "JPEG, in intervals": lambda pixels: jpeg(pixels, restart_marker_blocks=2, subsampling=1),
    "JPEG, own tables": lambda pixels: jpeg(pixels, qtables=[[40] * 64, [90] * 64], subsampling=2),
    "PNG of 16 bits": lambda pixels: wide_png(pixels.astype(np.uint16) * 257 + 5),
    "PNG": plain("PNG"),
    "TIFF": plain("TIFF"),
    "BMP": plain("BMP"),
    "GIF": palette_gif,
    "WebP, lossless": plain("WEBP", lossless=True, exact=True),
}
# Smaller than a block, in the corner where blocks and the picture end, and across an edge.
MARKS = {
    "a pixel": Rectangle(17, 9, 1, 1),
    "a pixel before a block's edge": Rectangle(15, 15, 1, 1),
    "the last pixel": Rectangle(52, 40, 1, 1),
    "the first pixel": Rectangle(0, 0, 1, 1),
    "a row at the lower edge": Rectangle(-5, 40, 80, 9),
    "a column at the right edge": Rectangle(52, -3, 20, 60),
    "an ellipse across a corner": Ellipse(40, 30, 30, 30),
    "a polygon": Polygon([(3, 3), (30, 8), (11, 33)]),
    "a stroke off the picture": Brush([(-4, 20), (60, 25)], 3),
    "all": Rectangle(0, 0, 53, 41),
}


def two(source, changed):
    """Files that differ where `changed` is set, and nowhere else before they were coded."""
    first = photo(*SIZE, 6)
    noise = np.random.default_rng(8).integers(0, 2, first.shape, np.uint8) * 255
    second = np.where(changed[:, :, np.newaxis], noise, first)
    return [SOURCES[source](np.ascontiguousarray(pixels)) for pixels in (first, second)]


def outputs_of(files, regions, keep, format, quality):
    asked = Recipe(regions, keep=keep, output=Output(format, quality))
    return [redact(file, asked).output for file in files]


def skip_unless_written(format):
    if format == "avif" and "avif" not in given_codecs._encoders:
        pytest.skip("this Python writes no AVIF")


@pytest.mark.parametrize("source", SOURCES)
def test_a_mark_of_any_place_reaches_no_byte(source):
    for name, shape in MARKS.items():
        files = two(source, mask(shape, PixelBox(0, 0, *SIZE)))
        assert files[0] != files[1] or name == "a pixel", name
        first, second = outputs_of(files, [Region(shape, Fill("#8090a0"))], [], "same", "source")
        assert first == second, name


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize(("format", "quality"), OUTPUTS)
def test_no_kind_of_output_tells(source, format, quality):
    skip_unless_written(format)
    for shape in (MARKS["a pixel before a block's edge"], MARKS["an ellipse across a corner"]):
        files = two(source, mask(shape, PixelBox(0, 0, *SIZE)))
        first, second = outputs_of(files, [Region(shape, Fill("#000000"))], [], format, quality)
        assert first == second


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize("format", ["jpeg", "webp", "avif", "png"])
def test_no_kind_of_output_tells_what_was_not_kept(source, format):
    skip_unless_written(format)
    keep = Ellipse(-6, -4, 62, 48)
    lost = ~mask(keep, PixelBox(0, 0, *SIZE), inner=True)
    first, second = outputs_of(two(source, lost), [], [Keep(keep, "#102030")], format, "source")
    assert first == second


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize("method", [Mosaic(32), Blur(32)])
def test_a_mosaic_at_an_edge_is_told_by_its_own_place_alone(source, method):
    shape = Rectangle(30, 20, 40, 40).clipped(*SIZE)
    changed = mask(shape, PixelBox(0, 0, *SIZE))
    files = two(source, changed)
    first, second = outputs_of(files, [Region(shape, method, "Q")], [], "png", "source")
    grid = examine(files[0]).first.mcu if examine(files[0]).first.lossy else (1, 1)
    left, top = 30 // grid[0] * grid[0] - 1, 20 // grid[1] * grid[1] - 1
    outside = np.ones(SIZE[::-1], bool)
    outside[top:, left:] = False
    assert np.array_equal(shown(first)[outside], shown(second)[outside])
