"""The colours that a PNG states by numbers are brought to sRGB as LittleCMS does by a profile."""

import io
import struct
import zlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms, features
from pixelseal.core import engine
from pixelseal.core.base.errors import SourceRefused
from pixelseal.core.decode.decode import decode
from pixelseal.core.icc.convert import CONVERTED, NO_PROFILE
from pixelseal.core.source import examine

from tests.builders import icc, png
from tests.builders.wide import wide_png
from tests.core.icc.delta_e import delta_e, of_srgb
from tests.core.icc.whole_picture import to_srgb
from tests.core.support import file_of, photo, recipe, redact, shown

PIXELS = photo(40, 24)
PLAIN = file_of(PIXELS, "PNG")
SRGB_CURVE = icc.para(3, 2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
P3 = icc.rgb(icc.DISPLAY_P3, SRGB_CURVE)
BT2020 = ((0.708, 0.292), (0.17, 0.797), (0.131, 0.046))
ICCP = png.chunk(b"iCCP", b"name\0\0" + zlib.compress(icc.rgb(icc.ADOBE_RGB, icc.gamma(2.2))))
SRGB = png.chunk(b"sRGB", b"\0")


def cicp(primaries: int, transfer: int, matrix: int = 0, full: int = 1) -> bytes:
    return png.chunk(b"cICP", bytes((primaries, transfer, matrix, full)))


def gama(value: float) -> bytes:
    return png.chunk(b"gAMA", struct.pack(">I", round(value * 100_000)))


def chrm(*primaries: tuple[float, float], white: tuple[float, float] = icc.D65) -> bytes:
    numbers = [round(part * 100_000) for pair in (white, *primaries) for part in pair]
    return png.chunk(b"cHRM", struct.pack(">8I", *numbers))


def converted(*chunks: bytes):
    file = png.with_chunks(PLAIN, *chunks)
    return decode(file, examine(file).first).pixels


STATED = {
    "cICP Display P3": ((cicp(12, 13),), P3),
    "cICP BT.2020": ((cicp(9, 1),), icc.rgb(BT2020, SRGB_CURVE)),
    "cICP linear sRGB": ((cicp(1, 8),), icc.rgb(icc.SRGB, icc.gamma(1.0))),
    "Adobe RGB": (
        (gama(1 / 2.19921875), chrm(*icc.ADOBE_RGB)),
        icc.rgb(icc.ADOBE_RGB, icc.gamma(2.19921875)),
    ),
    "gAMA alone": ((gama(1 / 1.8),), icc.rgb(icc.SRGB, icc.gamma(1.8))),
    "cHRM alone": ((chrm(*icc.DISPLAY_P3),), P3),
}


@pytest.mark.parametrize("name", STATED)
def test_stated_colours_are_converted_as_by_a_profile(name):
    chunks, profile = STATED[name]
    if not features.check("littlecms2"):
        pytest.skip("this Pillow has no LittleCMS")
    source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
    srgb = ImageCms.createProfile("sRGB")
    wanted = ImageCms.profileToProfile(Image.fromarray(PIXELS), source, srgb, renderingIntent=0)
    apart = delta_e(of_srgb(converted(*chunks)), of_srgb(np.asarray(wanted)))
    assert apart.mean() <= 1 and apart.max() <= 3
    assert np.abs(converted(*chunks).astype(int) - PIXELS).max() > 8  # it makes a difference here


@pytest.mark.parametrize(
    ("chunks", "by"),
    [
        ((cicp(12, 13), ICCP, SRGB, gama(1.0), chrm(*icc.ADOBE_RGB)), (cicp(12, 13),)),
        ((ICCP, SRGB, gama(1.0), chrm(*icc.DISPLAY_P3)), (ICCP,)),
        ((SRGB, gama(1.0), chrm(*icc.DISPLAY_P3)), ()),
        ((gama(1.0), gama(0.5)), (gama(1.0),)),
        # Code points that are unknown, unspecified or of no RGB picture: what follows counts.
        ((cicp(2, 2), ICCP), (ICCP,)),
        ((cicp(12, 13, matrix=1), ICCP), (ICCP,)),
        ((png.chunk(b"cICP", b"\x0c\x0d"), ICCP), (ICCP,)),
    ],
)
def test_what_is_told_better_counts_alone(chunks, by):
    assert np.array_equal(converted(*chunks), converted(*by))


@pytest.mark.parametrize(
    "chunks",
    [
        (SRGB,),
        (cicp(1, 13),),
        (gama(0.45455),),
        (gama(0.45455), chrm(*icc.SRGB)),
        (gama(0),),
        (gama(40_000),),
        (chrm((0, 0), (0, 0), (0, 0)),),
        (chrm(*icc.SRGB, white=(0, 0)),),
        (chrm((0.3, 0.3), (0.3, 0.3), (0.3, 0.3)),),
    ],
)
def test_srgb_and_numbers_that_are_none_leave_the_samples_as_they_are(chunks):
    file = png.with_chunks(PLAIN, *chunks)
    assert np.array_equal(converted(*chunks), PIXELS)
    assert engine.inspect(file).to_dict()["colours"] in (NO_PROFILE, "was-srgb", "unusable")


@pytest.mark.parametrize(("transfer", "name"), [(16, "PQ"), (18, "HLG")])
def test_colours_of_bright_screens_are_refused_by_name(transfer, name):
    with pytest.raises(SourceRefused) as refused:
        examine(png.with_chunks(PLAIN, cicp(9, transfer)))
    assert refused.value.code == "format-unsupported" and name in refused.value.sentence
    with pytest.raises(SourceRefused) as refused:
        examine(png.with_chunks(PLAIN, cicp(9, 1, full=0)))
    assert refused.value.code == "format-unsupported"


def test_gray_and_sixteen_bits_follow_the_curve():
    gray = PIXELS[:, :, 0]
    file = png.with_chunks(file_of(gray, "PNG"), gama(1.0))
    linear = gray / 255
    wanted = np.where(linear <= 0.0031308, linear * 12.92, 1.055 * linear ** (1 / 2.4) - 0.055)
    assert np.abs(decode(file, examine(file).first).pixels - wanted * 255).max() <= 1
    wide = PIXELS.astype(np.uint16) * 257
    by_number = wide_png(wide, False, cicp(12, 13))
    pixels = decode(by_number, examine(by_number).first).pixels
    assert pixels.dtype == np.uint16
    assert np.abs(pixels.astype(int) - to_srgb(wide, P3).pixels).max() <= 65


def test_the_output_states_no_colour_and_the_screen_shows_what_comes_out():
    file = png.with_chunks(PLAIN, gama(1.0), chrm(*icc.DISPLAY_P3))
    told = engine.inspect(file).to_dict()
    assert told["colours"] == CONVERTED and not examine(file).first.browser_may_show
    done = redact(file, recipe((0, 0, 4, 4)))
    assert b"gAMA" not in done.output and b"cHRM" not in done.output
    assert np.array_equal(shown(done.output)[4:], converted(gama(1.0), chrm(*icc.DISPLAY_P3))[4:])


@given(
    st.binary(min_size=4, max_size=4),
    st.binary(min_size=4, max_size=4),
    st.binary(min_size=32, max_size=32),
)
def test_any_bytes_are_an_answer_or_a_refusal(code_points, gamma, chromaticities):
    chunks = [(b"cICP", code_points), (b"gAMA", gamma), (b"cHRM", chromaticities)]
    file = png.with_chunks(PLAIN, *(png.chunk(*row) for row in chunks))
    try:
        assert decode(file, examine(file).first).pixels.shape == PIXELS.shape
    except SourceRefused as refused:
        assert refused.code == "format-unsupported"
