"""A picture's colours are converted to sRGB by the profile in its file, whatever the format."""

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
from pixelseal.core.icc import convert, transform
from pixelseal.core.icc.convert import CONVERTED, NO_PROFILE, UNUSABLE, WAS_SRGB, conversion
from pixelseal.core.source import examine

from tests.builders import icc, png
from tests.builders.wide import wide_png, wide_tiff
from tests.core.icc import kinds
from tests.core.icc.delta_e import delta_e, of_srgb
from tests.core.icc.whole_picture import to_srgb
from tests.core.support import BUILD, file_of, photo, recipe, redact, shown

P3 = icc.rgb(icc.DISPLAY_P3, icc.para(3, 2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045))
BROKEN = P3[:200]
PIXELS = photo(40, 24)
# Formats that hold a profile, and what Pillow is told to keep the samples as they are.
LOSSLESS = {"PNG": {}, "WEBP": {"lossless": True}, "TIFF": {}}


def pixels_of(file: bytes):
    return decode(file, examine(file).first).pixels


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
    codes = [row["value"] for row in told["findings"] if row["kind"] == "colour-profile-unusable"]
    assert codes == (["profile-damaged"] if outcome == UNUSABLE else [])


def _pages(*profiles):
    """A TIFF of one page a profile, b"" for none."""
    pages = [Image.fromarray(PIXELS) for _ in profiles]
    for page, profile in zip(pages, profiles, strict=True):
        page.encoderinfo = {"icc_profile": profile}
    stream = io.BytesIO()
    pages[0].save(
        stream, "TIFF", save_all=True, append_images=pages[1:], icc_profile=profiles[0] or None
    )
    return stream.getvalue()


def _why(findings):
    return [row["value"] for row in findings if row["kind"] == "colour-profile-unusable"]


def test_why_a_profile_cannot_be_used_is_told_and_kept_for_each_page():
    """Whoever wonders about the colours reads the code in the private record, years later."""
    press = icc.profile("CMYK", {}, connection="Lab ")
    file = _pages(P3, BROKEN, press, BROKEN)
    assert _why(engine.inspect(file).findings()) == ["profile-damaged", "profile-space"]
    for page, codes in ((1, []), (2, ["profile-damaged"]), (3, ["profile-space"])):
        done = engine.redact(file, recipe((0, 0, 4, 4)), label="x", build=BUILD, page=page)
        assert _why(done.record_facts["findings"]) == codes
        assert done.record_facts["colours"] == [UNUSABLE if codes else CONVERTED]
    done = engine.redact_together(file, recipe((0, 0, 4, 4)), label="x", build=BUILD)
    assert _why(done.record_facts["findings"]) == ["profile-damaged", "profile-space"]
    assert done.record_facts["colours"] == [CONVERTED, UNUSABLE, UNUSABLE, UNUSABLE]


def test_a_file_of_hundreds_of_profiles_is_looked_into_quickly(monkeypatch):
    asked = _counted(monkeypatch)
    file = _pages(*(BROKEN + bytes([n]) for n in range(40)))
    assert _why(engine.inspect(file).findings()) == ["profile-damaged"]
    assert len(asked) <= 16


def _counted(monkeypatch):
    """The profiles that are prepared from here on, in order."""
    asked = []

    def counting(profile, space):
        asked.append(profile)
        return transform.transform_of(profile, space)

    monkeypatch.setattr(convert, "transform_of", counting)
    convert._prepared.cache_clear()
    return asked


def test_a_profile_is_prepared_once_for_all_that_is_done_with_its_file(monkeypatch):
    asked = _counted(monkeypatch)
    file = _pages(P3, P3, P3)
    inspected = engine.inspect(file)
    assert inspected.to_dict()["colours"] == CONVERTED and not _why(inspected.findings())
    for page in (1, 2, 3):
        assert engine.preview(file, page) is not None
        engine.redact(file, recipe((0, 0, 4, 4)), label="x", build=BUILD, page=page)
    engine.redact_together(file, recipe((0, 0, 4, 4)), label="x", build=BUILD)
    assert asked == [P3]


def test_what_is_remembered_of_one_picture_does_not_reach_another():
    """Two pages share what their profile gives, and not the colours that were met."""
    table = kinds.rgb()["lut8Type"]
    first, second = (conversion(table, "rgb", 8) for _ in range(2))
    whole = first.apply(PIXELS)
    assert first._strip is not second._strip
    assert np.array_equal(second.apply(PIXELS[::-1])[::-1], whole)


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
            raster = decode(data, source.first)
        except SourceRefused:
            continue
        if source.format in given_codecs.NAMES or source.first.alpha:
            continue
        if raster.colours not in (CONVERTED, WAS_SRGB):
            continue
        with Image.open(io.BytesIO(data)) as image:
            if image.mode not in ("RGB", "CMYK"):
                continue
            profile = ImageCms.ImageCmsProfile(io.BytesIO(source.first.profile))
            sure = ImageCms.profileToProfile(
                image, profile, ImageCms.createProfile("sRGB"), outputMode="RGB", flags=0x0100
            )
        assert source.first.orientation == 1, path.name
        differences = delta_e(of_srgb(np.asarray(sure)), of_srgb(raster.pixels))
        assert differences.mean() <= 1 and np.percentile(differences, 99.9) <= 3, path.name
        converted += 1
    assert converted >= 8
