"""Outputs are as good as the source, no larger than they need be, and never silently cut."""

import io

import numpy as np
import pytest
from PIL import Image, ImageOps
from pixelseal.core.base.errors import RecipeRefused
from pixelseal.core.encode import EncodeSettings, encode, ijg_tables
from pixelseal.core.encode.settings import held_quality
from pixelseal.core.pixels.raster import Raster

from tests.core.support import SUBSAMPLINGS, file_of, photo, recipe, redact, shown


def decibels(first, second) -> float:
    error = np.mean((first.astype(np.float64) - second) ** 2)
    return float("inf") if error == 0 else 10 * np.log10(255**2 / error)


@pytest.mark.parametrize("quality", [50, 75, 90, 95])
@pytest.mark.parametrize("sampling", SUBSAMPLINGS)
def test_a_standard_jpeg_keeps_its_quality_outside_the_regions(quality, sampling):
    options = {"quality": quality, "subsampling": SUBSAMPLINGS[sampling], "optimize": True}
    source = file_of(photo(320, 240), "JPEG", **options)
    done = redact(source, recipe((0, 0, 48, 48)))
    before, after = shown(source)[80:], shown(done.output)[80:]
    assert decibels(before, after) >= 45
    assert len(done.output) <= 1.5 * len(source)


def test_the_quality_is_read_from_the_sources_own_tables():
    for quality in ijg_tables.QUALITIES:
        tables = ijg_tables.tables(quality)
        # Neighbouring qualities may share one pair of tables: then the highest of them is meant.
        assert ijg_tables.tables(held_quality(tables)) == tables
    finer = tuple(tuple(step + 1 for step in table) for table in ijg_tables.tables(80))
    assert held_quality(finer) < 80


def natural(width: int, height: int):
    """A picture as cameras give it: texture in its light, little in its colours."""
    light = photo(width, height).mean(axis=2, keepdims=True)
    y, x = np.mgrid[0:height, 0:width]
    tint = np.stack([x * 40 / width, y * 20 / height, 30 - x * 30 / width], axis=2)
    pixels = np.clip(light + tint, 0, 255).astype(np.uint8)
    # No lens resolves single pixels.
    small = Image.fromarray(pixels).resize((width // 2, height // 2), Image.Resampling.BOX)
    return np.asarray(small.resize((width, height), Image.Resampling.BICUBIC))


def turned(pixels, orientation: int, **options: object) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = orientation
    return file_of(pixels, "JPEG", exif=exif.tobytes(), **options)


@pytest.mark.parametrize("orientation", [1, 2, 3, 6])
def test_a_photo_off_its_grid_keeps_its_quality(orientation):
    # Neither side is a multiple of the MCU, so turning moves every block of the grid.
    source = turned(natural(331, 245), orientation, quality=85, subsampling=2, optimize=True)
    done = redact(source, recipe((0, 0, 48, 48)))
    upright = np.asarray(ImageOps.exif_transpose(Image.open(io.BytesIO(source))))
    assert decibels(upright[80:], shown(done.output)[80:]) >= 45
    assert len(done.output) <= 1.5 * len(source)


def test_a_photo_with_tables_of_its_own_keeps_its_quality():
    own = [[3 + i // 3 for i in range(64)], [min(99, 4 + i) for i in range(64)]]
    source = file_of(natural(320, 240), "JPEG", qtables=own, subsampling=0, optimize=True)
    done = redact(source, recipe((0, 0, 48, 48)))
    assert decibels(shown(source)[80:], shown(done.output)[80:]) >= 45
    assert len(done.output) <= 1.5 * len(source)


def test_a_large_photo_is_measured_on_bands():
    pixels = np.tile(natural(320, 240), (6, 5, 1))[:-3, :-5]
    source = turned(pixels, 6, quality=85, subsampling=0, optimize=True)
    done = redact(source, recipe((0, 0, 48, 48)))
    upright = np.asarray(ImageOps.exif_transpose(Image.open(io.BytesIO(source))))
    assert decibels(upright[80:], shown(done.output)[80:]) >= 45
    assert len(done.output) <= 1.5 * len(source)


def test_what_cannot_be_kept_stays_within_the_bytes():
    # Noise in strong colours: resampling its chroma loses more than any quality can keep.
    noise = np.random.default_rng(0).integers(0, 256, (120, 160, 3), np.uint8)
    source = file_of(noise, "JPEG", quality=60, subsampling=2, optimize=True)
    done = redact(source, recipe((0, 0, 16, 16)))
    assert len(done.output) <= 1.5 * len(source)
    assert decibels(shown(source)[32:], shown(done.output)[32:]) > 25


def test_a_quality_that_was_asked_for_is_the_one_used():
    source = turned(photo(331, 245), 6, quality=80, subsampling=2)
    asked = redact(source, recipe((0, 0, 16, 16), quality=40))
    with Image.open(io.BytesIO(asked.output)) as image:
        assert image.quantization[0] == [ijg_tables.tables(40)[0][n] for n in range(64)]


def test_a_gray_picture_stays_gray_unless_the_fill_has_a_colour():
    gray = photo(64, 48)[:, :, 0]
    for format in ("PNG", "JPEG", "TIFF"):
        assert shown(redact(file_of(gray, format), recipe((8, 8, 16, 16))).output).ndim == 2
        red = redact(file_of(gray, format), recipe((8, 8, 16, 16), colour="#ff0000"))
        assert shown(red.output).ndim == 3


@pytest.mark.parametrize(
    "coding, shape",
    [
        (EncodeSettings("jpeg", 92, "4:4:4"), (1, 65_501)),
        (EncodeSettings("webp", 92, ""), (16_384, 1)),
        (EncodeSettings("webp", 0, ""), (1, 16_384)),
    ],
)
def test_a_picture_too_large_for_its_format_is_refused(coding, shape):
    with pytest.raises(RecipeRefused) as refused:
        encode(Raster(np.zeros(shape, np.uint8)), coding)
    assert refused.value.code == "output-too-large"
    assert str(refused.value.values["limit"]) in ("65500", "16383")


@pytest.mark.parametrize(
    "coding, shape",
    [
        (EncodeSettings("jpeg", 92, "4:4:4"), (1, 65_500)),
        (EncodeSettings("webp", 92, ""), (16_383, 1)),
        (EncodeSettings("tiff", 0, ""), (1, 65_600)),
        (EncodeSettings("png", 0, ""), (1, 1)),
    ],
)
def test_the_largest_and_the_smallest_are_written(coding, shape):
    assert shown(encode(Raster(np.zeros(shape, np.uint8)), coding)).shape[:2] == shape


@pytest.mark.parametrize("quality", [92, 100])
def test_noise_that_hardly_compresses_is_written(quality):
    noise = np.random.default_rng(0).integers(0, 256, (300, 300, 3)).astype(np.uint8)
    file = encode(Raster(noise), EncodeSettings("jpeg", quality, "4:4:4"))
    assert shown(file).shape == noise.shape


def test_asked_format_and_quality_are_obeyed():
    source = file_of(photo(64, 48), "PNG")
    starts = {"jpeg": b"\xff\xd8", "png": b"\x89PNG", "webp": b"RIFF", "tiff": b"II*\0"}
    for format, start in starts.items():
        assert redact(source, recipe((0, 0, 8, 8), format=format)).output.startswith(start)
    low, high = (
        len(redact(source, recipe((0, 0, 8, 8), format="jpeg", quality=q)).output) for q in (20, 95)
    )
    assert low < high


@pytest.mark.parametrize("format, ending", [("GIF", "png"), ("BMP", "png"), ("TIFF", "tif")])
def test_the_output_has_the_sources_format_or_png(format, ending):
    pixels = photo(40, 30)[:, :, 0]
    assert redact(file_of(pixels, format), recipe((0, 0, 8, 8))).extension == ending
