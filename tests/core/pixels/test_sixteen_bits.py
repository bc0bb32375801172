"""Pictures with 16 bits per sample keep every bit, from PNG and TIFF to PNG and TIFF."""

import io

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from pixelseal.core.decode.decode import decode, reread
from pixelseal.core.encode import EncodeSettings, encode
from pixelseal.core.pixels.raster import Raster
from pixelseal.core.source import examine

from tests.builders import png
from tests.builders.wide import wide_png, wide_tiff
from tests.core.support import examples, needs_tool, recipe, redact, run

CODINGS = (1, 5, 8, 32773)
SIZES = st.tuples(st.integers(1, 19), st.integers(1, 19))


def noise(height: int, width: int, channels: int, seed: int = 0) -> np.ndarray:
    rng = np.random.default_rng(seed)
    # Smooth upper bytes and busy lower ones: a decoder that drops either is found out.
    slope = np.arange(height * width * channels).reshape(height, width, channels) * 97
    return (slope + rng.integers(0, 256, slope.shape)).astype(np.uint16)


def pixels_of(file: bytes):
    return decode(file, examine(file).first).pixels


def over_white(samples: np.ndarray) -> np.ndarray:
    """A reference in plain integers of any length."""
    colours, alpha = samples[..., :-1].astype(object), samples[..., -1:].astype(object)
    blended = (colours * alpha + 65535 * (65535 - alpha) + 32767) // 65535
    return (
        blended.astype(np.uint16).squeeze(axis=2)
        if blended.shape[2] == 1
        else (blended.astype(np.uint16))
    )


@settings(max_examples=examples(60), deadline=None)
@given(SIZES, st.integers(1, 4), st.booleans(), st.integers(0, 99))
def test_every_kind_of_sixteen_bit_png_is_read_exactly(size, channels, interlaced, seed):
    samples = noise(*size, channels, seed)
    shown = pixels_of(wide_png(samples, interlaced, seed=seed))
    wanted = (
        over_white(samples)
        if channels in (2, 4)
        else samples.squeeze(axis=2)
        if (channels == 1)
        else samples
    )
    assert shown.dtype == np.uint16 and np.array_equal(shown, wanted)


@settings(max_examples=examples(60), deadline=None)
@given(
    SIZES,
    st.sampled_from(CODINGS),
    st.booleans(),
    st.sampled_from("<>"),
    st.sampled_from([None, (16, 16), (32, 16)]),
    st.integers(1, 9),
)
def test_every_layout_of_sixteen_bit_tiff_is_read_exactly(
    size, compression, differenced, order, tile, rows
):
    samples = noise(*size, 3)
    file = wide_tiff(
        samples, compression=compression, differenced=differenced, order=order, tile=tile,
        rows=rows, big=order == ">",
    )  # fmt: skip
    assert np.array_equal(pixels_of(file), samples)


def test_sixteen_bit_tiff_of_every_colour_kind():
    gray = noise(9, 7, 1)
    assert np.array_equal(pixels_of(wide_tiff(gray)), gray[:, :, 0])
    assert np.array_equal(pixels_of(wide_tiff(gray, photometric=0)), 65535 - gray[:, :, 0])
    four = noise(9, 7, 4)
    assert np.array_equal(pixels_of(wide_tiff(four, extra=2)), over_white(four))
    assert np.array_equal(pixels_of(wide_tiff(four, extra=0)), four[:, :, :3])
    four[:, :, :3] = np.minimum(four[:, :, :3], four[:, :, 3:])  # premultiplied
    blended = four[:, :, :3].astype(int) + 65535 - four[:, :, 3:]
    shown = pixels_of(wide_tiff(four, extra=1)).astype(int)
    assert np.abs(shown - blended).max() <= 1
    inks = noise(9, 7, 4)
    light = 65535 - inks.astype(np.int64)
    wanted = light[:, :, :3] * light[:, :, 3:] / 65535
    assert np.abs(pixels_of(wide_tiff(inks, photometric=5)) - wanted).max() <= 1


def test_a_transparent_colour_is_compared_in_all_sixteen_bits():
    samples = noise(4, 5, 3)
    samples[1, 2] = (0x1234, 0x5678, 0x9ABC)
    samples[1, 3] = (0x1235, 0x5678, 0x9ABC)
    key = png.chunk(b"tRNS", bytes.fromhex("123456789abc"))
    shown = pixels_of(wide_png(samples, False, key))
    assert (shown[1, 2] == 65535).all() and np.array_equal(shown[1, 3], samples[1, 3])


@settings(max_examples=examples(40), deadline=None)
@given(SIZES, st.integers(0, 99))
def test_sixteen_bit_colour_is_written_exactly(size, seed):
    pixels = noise(*size, 3, seed)
    for format in ("png", "tiff"):
        file = encode(Raster(pixels), EncodeSettings(format, 0, ""))
        assert np.array_equal(reread(file, format).whole(), pixels)
    with Image.open(io.BytesIO(encode(Raster(pixels), EncodeSettings("png", 0, "")))) as image:
        assert np.array_equal(np.asarray(image), pixels >> 8)  # another reader's upper bytes


def test_many_bands_are_one_picture():
    pixels = noise(700, 400, 3)
    assert np.array_equal(
        reread(encode(Raster(pixels), EncodeSettings("png", 0, "")), "png").whole(), pixels
    )


@pytest.mark.parametrize("format", ["same", "png", "tiff"])
@pytest.mark.parametrize("build", [wide_png, wide_tiff])
def test_a_redacted_picture_keeps_sixteen_bits_and_covers_both_bytes(build, format):
    samples = noise(40, 30, 3)
    done = redact(build(samples), recipe((4, 6, 10, 12), format=format, colour="#12ab00"))
    kind = {"jpg": "jpeg", "tif": "tiff"}.get(done.extension, done.extension)
    assert kind == (format if format != "same" else "png" if build is wide_png else "tiff")
    shown = reread(done.output, kind).whole()
    assert (shown[6:18, 4:14] == np.array([0x1212, 0xABAB, 0])).all()
    samples[6:18, 4:14] = shown[6:18, 4:14]
    assert np.array_equal(shown, samples)


@needs_tool("pngcheck")
def test_pngcheck_finds_nothing_to_object(tmp_path):
    path = tmp_path / "wide.png"
    path.write_bytes(encode(Raster(noise(50, 40, 3)), EncodeSettings("png", 0, "")))
    assert run("pngcheck", str(path)).startswith("OK")
