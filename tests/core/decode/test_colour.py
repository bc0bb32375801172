"""A picture's colours are brought to sRGB by the profile in its file, whatever the format."""

import io
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageCms, features
from pixelseal.core import engine
from pixelseal.core.base import given_codecs
from pixelseal.core.base.errors import SourceRefused
from pixelseal.core.decode.decode import decode
from pixelseal.core.icc.convert import CONVERTED, NO_PROFILE, UNUSABLE, WAS_SRGB, to_srgb
from pixelseal.core.source import examine

from tests.builders import icc, png
from tests.builders.wide import wide_png, wide_tiff
from tests.core.icc.delta_e import delta_e, of_srgb
from tests.core.support import file_of, photo, recipe, redact, shown

P3 = icc.rgb(icc.DISPLAY_P3, icc.para(3, 2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045))
BROKEN = P3[:200]
PIXELS = photo(40, 24)
# Formats that hold a profile, and what Pillow is told to keep the samples as they are.
LOSSLESS = {"PNG": {}, "WEBP": {"lossless": True}, "TIFF": {}}


def pixels_of(file: bytes):
    return decode(file, examine(file)).pixels


@pytest.mark.parametrize("format", LOSSLESS)
def test_the_profile_of_each_format_is_applied(format):
    file = file_of(PIXELS, format, icc_profile=P3, **LOSSLESS[format])
    assert engine.inspect(file).to_dict()["colours"] == CONVERTED
    wanted = to_srgb(PIXELS, P3).pixels
    assert np.abs(wanted.astype(int) - PIXELS).max() > 20  # it does make a difference here
    assert np.array_equal(pixels_of(file), wanted)
    done = redact(file, recipe((0, 0, 4, 4)))
    assert np.array_equal(shown(done.output)[4:], wanted[4:])


def test_a_profile_in_many_jpeg_segments_is_put_together():
    long = P3 + bytes(150_000)  # three segments of at most 65,519 bytes
    file = file_of(PIXELS, "JPEG", icc_profile=long, quality=95)
    plain = shown(file)
    assert file.count(b"ICC_PROFILE\0") == 3
    assert np.array_equal(pixels_of(file), to_srgb(plain, P3).pixels)


def test_sixteen_bits_are_converted_with_sixteen_bits():
    wide = PIXELS.astype(np.uint16) * 256 + 77
    packed = png.chunk(b"iCCP", b"name\0\0" + zlib.compress(P3))
    wanted = to_srgb(wide, P3).pixels
    assert np.array_equal(pixels_of(wide_png(wide, False, packed)), wanted)
    assert len(np.unique(wanted & 255)) > 100
    assert np.array_equal(pixels_of(wide_tiff(wide, profile=P3)), wanted)


def test_see_through_pixels_are_converted_before_they_are_blended():
    four = np.dstack([PIXELS, np.full(PIXELS.shape[:2], 128, np.uint8)])
    file = file_of(four, "PNG", icc_profile=P3)
    colours = to_srgb(PIXELS, P3).pixels.astype(int)
    assert np.abs(pixels_of(file) - (colours * 128 + 255 * 127) / 255).max() <= 0.5


@pytest.mark.parametrize("profile, outcome", [(BROKEN, UNUSABLE), (b"", NO_PROFILE)])
def test_without_a_usable_profile_the_samples_stay(profile, outcome):
    file = file_of(PIXELS, "PNG", **({"icc_profile": profile} if profile else {}))
    assert np.array_equal(pixels_of(file), PIXELS)
    told = engine.inspect(file).to_dict()
    assert told["colours"] == outcome
    kinds = [row["kind"] for row in told["findings"]]
    assert ("colour-profile-unusable" in kinds) == (outcome == UNUSABLE)


def test_a_gray_picture_stays_gray_through_its_profile():
    gray = PIXELS[:, :, 0]
    profile = icc.gray(icc.gamma(1.8))
    for format in ("PNG", "TIFF"):
        shown_gray = pixels_of(file_of(gray, format, icc_profile=profile))
        assert np.array_equal(shown_gray, to_srgb(gray, profile).pixels)
        assert shown_gray.ndim == 2 and not np.array_equal(shown_gray, gray)


def test_no_output_carries_a_profile():
    for format in ("JPEG", "PNG", "WEBP", "TIFF"):
        done = redact(file_of(PIXELS, format, icc_profile=P3), recipe((0, 0, 4, 4)))
        with Image.open(io.BytesIO(done.output)) as image:
            assert "icc_profile" not in image.info


@pytest.mark.skipif(not features.check("littlecms2"), reason="this Pillow has no LittleCMS")
def test_real_files_come_out_as_littlecms_shows_them(corpus: Path):
    converted = 0
    for path in sorted(corpus.iterdir()):
        data = path.read_bytes()
        try:
            source = examine(data)
            raster = decode(data, source)
        except SourceRefused:
            continue
        if source.format in given_codecs.NAMES or source.alpha:
            continue
        if raster.colours not in (CONVERTED, WAS_SRGB):
            continue
        with Image.open(io.BytesIO(data)) as image:
            if image.mode not in ("RGB", "CMYK"):
                continue
            profile = ImageCms.ImageCmsProfile(io.BytesIO(source.profile))
            sure = ImageCms.profileToProfile(
                image, profile, ImageCms.createProfile("sRGB"), outputMode="RGB", flags=0x0100
            )
        assert source.orientation == 1, path.name
        differences = delta_e(of_srgb(np.asarray(sure)), of_srgb(raster.pixels))
        assert differences.mean() <= 1 and np.percentile(differences, 99.9) <= 3, path.name
        converted += 1
    assert converted >= 8
