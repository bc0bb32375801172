"""What the colour engine promises beside accuracy: grey stays grey, and sRGB stays as it is."""

import tracemalloc

import numpy as np
import pytest
from PIL import Image
from pixelseal.core.icc.connection_space import FROM_CONNECTION
from pixelseal.core.icc.convert import (
    CONVERTED,
    NO_PROFILE,
    UNUSABLE,
    WAS_SRGB,
    conversion,
)

from tests.builders import icc
from tests.core.icc.whole_picture import to_srgb

from . import kinds

DEPTHS = [np.uint8, np.uint16]
MATRICES = [name for name in kinds.rgb() if "lut" not in name and "table" not in name]


def noise(shape: tuple[int, ...], dtype: type) -> np.ndarray:
    return np.random.default_rng(3).integers(0, np.iinfo(dtype).max, shape, dtype, endpoint=True)


@pytest.mark.parametrize("dtype", DEPTHS)
@pytest.mark.parametrize("name", kinds.srgb())
def test_srgb_comes_through_bit_for_bit(name: str, dtype: type) -> None:
    pixels = noise((40, 50, 3), dtype)
    converted = to_srgb(pixels, kinds.srgb()[name])
    assert (converted.outcome, converted.code) == (WAS_SRGB, "")
    np.testing.assert_array_equal(converted.pixels, pixels)


@pytest.mark.parametrize("dtype", DEPTHS)
def test_gray_with_the_curve_of_srgb_comes_through_bit_for_bit(dtype: type) -> None:
    pixels = noise((40, 50), dtype)
    for profile in (icc.gray(icc.SRGB_CURVE), icc.rgb(icc.SRGB, icc.SRGB_CURVE)):
        converted = to_srgb(pixels, profile)
        assert converted.outcome == WAS_SRGB
        np.testing.assert_array_equal(converted.pixels, pixels)


@pytest.mark.parametrize("name", kinds.rgb())
def test_a_profile_that_is_not_srgb_is_never_taken_for_it(name: str) -> None:
    assert conversion(kinds.rgb()[name], "rgb", 8).outcome == CONVERTED


@pytest.mark.parametrize("dtype", DEPTHS)
@pytest.mark.parametrize("name", MATRICES)
def test_gray_stays_gray_and_in_order(name: str, dtype: type) -> None:
    full = int(np.iinfo(dtype).max)
    ramp = np.repeat(np.arange(full + 1, dtype=dtype)[np.newaxis, :, np.newaxis], 3, axis=2)
    pixels = to_srgb(ramp, kinds.rgb()[name]).pixels.astype(int)
    assert (pixels == pixels[:, :, :1]).all()
    assert (np.diff(pixels[0, :, 0]) >= 0).all()
    assert pixels[0, -1].tolist() == [full] * 3
    assert pixels[0, 0].tolist() == [0] * 3


@pytest.mark.parametrize("dtype", DEPTHS)
@pytest.mark.parametrize("name", kinds.gray())
def test_a_gray_picture_stays_one_channel_and_in_order(name: str, dtype: type) -> None:
    full = int(np.iinfo(dtype).max)
    ramp = np.arange(full + 1, dtype=dtype)[np.newaxis]
    pixels = to_srgb(ramp, kinds.gray()[name]).pixels.astype(int)
    assert pixels.shape == ramp.shape
    assert (np.diff(pixels[0]) >= 0).all()
    assert (pixels[0, 0], pixels[0, -1]) == (0, full)


@pytest.mark.parametrize("name", MATRICES)
def test_a_gray_picture_with_a_colour_profile(name: str) -> None:
    ramp = np.arange(256, dtype=np.uint8)[np.newaxis]
    colour = to_srgb(np.repeat(ramp[:, :, np.newaxis], 3, axis=2), kinds.rgb()[name]).pixels
    np.testing.assert_array_equal(to_srgb(ramp, kinds.rgb()[name]).pixels, colour[:, :, 0])


@pytest.mark.parametrize("name", kinds.every())
def test_sixteen_bits_agree_with_eight(name: str) -> None:
    space, profile = kinds.every()[name]
    channels = {"gray": 1, "rgb": 3, "cmyk": 4}[space]
    eight = noise((60, 50) if channels == 1 else (60, 50, channels), np.uint8)
    wide = to_srgb(eight.astype(np.uint16) * 257, profile).pixels
    narrow = to_srgb(eight, profile).pixels
    assert wide.dtype == np.uint16
    assert np.abs(wide / 257 - narrow).max() < 0.6


def test_sixteen_bits_are_right_to_a_few_steps() -> None:
    pixels = noise((50, 50, 3), np.uint16)
    profile = icc.rgb(icc.ADOBE_RGB, icc.gamma(563 / 256))
    linear = (pixels.reshape(-1, 3) / 65535) ** (563 / 256)
    matrix = np.linalg.inv(icc.to_d50(icc.SRGB, icc.D65)) @ icc.to_d50(icc.ADOBE_RGB, icc.D65)
    expected = icc.srgb_coded(linear @ matrix.T).reshape(pixels.shape) * 65535
    # Colourants are rounded to 1 / 65536 in a profile; the curve is steepest, 12.92, in the dark.
    assert np.abs(to_srgb(pixels, profile).pixels - expected).max() < 60
    assert np.abs(to_srgb(pixels, profile).pixels - expected).mean() < 1


@pytest.mark.parametrize("space", ["rgb", "cmyk"])
def test_a_colour_does_not_depend_on_its_neighbours(space: str) -> None:
    # More colours than are remembered, so that they displace one another.
    name, channels = {"rgb": ("rgb, lut8Type", 3), "cmyk": ("cmyk, lutAToBType", 4)}[space]
    profile = kinds.every()[name][1]
    pixels = noise((800, 800, channels), np.uint8)
    forth = to_srgb(pixels, profile).pixels
    back = to_srgb(pixels[::-1, ::-1], profile).pixels[::-1, ::-1]
    np.testing.assert_array_equal(forth, back)
    prepared = conversion(profile, space, 8)
    for y, x in ((0, 0), (17, 799), (799, 3)):
        alone = prepared.apply(np.ascontiguousarray(pixels[y : y + 1, x : x + 1]))
        np.testing.assert_array_equal(alone, forth[y : y + 1, x : x + 1])


@pytest.mark.parametrize("shape", [(1, 1), (1, 70_000), (70_000, 1), (3, 20_000)])
def test_any_shape_and_in_place(shape: tuple[int, int]) -> None:
    pixels = noise((*shape, 3), np.uint8)
    prepared = conversion(kinds.rgb()["Display P3"], "rgb", 8)
    expected = prepared.apply(pixels.reshape(-1, 1, 3)).reshape(pixels.shape)
    result = prepared.apply(pixels, out=pixels)
    assert result is pixels
    np.testing.assert_array_equal(pixels, expected)


@pytest.mark.parametrize("space", ["gray", "rgb", "cmyk"])
def test_memory_beside_the_pictures_is_bounded(space: str) -> None:
    name = {"gray": "gray, gamma 2.2", "rgb": "rgb, lut16Type with curves"}.get(space)
    profile = kinds.every()[name or "cmyk, lut16Type"][1]
    channels = () if space == "gray" else (3 if space == "rgb" else 4,)
    pixels = noise((1000, 1000, *channels), np.uint8)
    out = np.empty(pixels.shape if space == "gray" else (1000, 1000, 3), np.uint8)
    tracemalloc.start()
    try:
        conversion(profile, space, 8).apply(pixels, out)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 40 * 1024 * 1024


@pytest.mark.parametrize("dtype", DEPTHS)
def test_without_a_profile_samples_are_taken_as_they_are(dtype: type) -> None:
    for shape in ((20, 30), (20, 30, 3)):
        pixels = noise(shape, dtype)
        converted = to_srgb(pixels, None)
        assert converted.outcome == NO_PROFILE
        np.testing.assert_array_equal(converted.pixels, pixels)


def test_cmyk_without_a_profile_is_what_pillow_makes_of_it() -> None:
    pixels = noise((256, 256, 4), np.uint8)
    image = Image.frombytes("CMYK", (256, 256), pixels.tobytes())
    converted = to_srgb(pixels, None)
    assert converted.outcome == NO_PROFILE
    np.testing.assert_array_equal(converted.pixels, np.asarray(image.convert("RGB")))
    wide = to_srgb(pixels.astype(np.uint16) * 257, None).pixels
    assert np.abs(wide / 257 - converted.pixels).max() <= 1


@pytest.mark.parametrize("space", ["gray", "rgb", "cmyk"])
def test_an_unusable_profile_is_reported_and_the_picture_kept(space: str) -> None:
    channels = {"gray": (), "rgb": (3,), "cmyk": (4,)}[space]
    pixels = noise((20, 30, *channels), np.uint8)
    converted = to_srgb(pixels, b"no profile at all")
    assert (converted.outcome, converted.code) == (UNUSABLE, "profile-damaged")
    np.testing.assert_array_equal(converted.pixels, to_srgb(pixels, None).pixels)


def test_samples_of_another_kind_than_prepared_for_are_our_fault() -> None:
    prepared = conversion(None, "rgb", 8)
    for wrong in (np.zeros((2, 2), np.uint8), np.zeros((2, 2, 3), np.uint16)):
        with pytest.raises(ValueError, match="not "):
            prepared.apply(wrong)
    with pytest.raises(ValueError, match="not "):
        to_srgb(np.zeros((2, 2, 3), np.float32), None)


def test_the_matrix_follows_from_the_primaries() -> None:
    shares = np.diag(1 / icc.D50) @ icc.to_d50(icc.SRGB, icc.D65)
    weights = np.linalg.inv(shares)
    for row, (first, whole, third) in zip(weights, FROM_CONNECTION, strict=True):
        assert (first, third) == pytest.approx((row[0], row[2]), abs=1e-12)
        assert row.sum() == pytest.approx(whole, abs=1e-12)
