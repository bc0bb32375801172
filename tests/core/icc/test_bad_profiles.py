"""A profile is untrusted: it is refused with a code or gives colours, in bounded memory."""

import struct
import tracemalloc
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pixelseal.core.icc import limits
from pixelseal.core.icc.convert import CONVERTED, UNUSABLE, WAS_SRGB, conversion
from pixelseal.model import catalogue

from tests.builders import icc
from tests.core.icc.whole_picture import to_srgb
from tests.core.support import examples

from . import kinds

CODES = {
    *("profile-too-large", "profile-damaged", "profile-class", "profile-space", "profile-pcs"),
    *("profile-tag-missing", "profile-curve", "profile-lut", "profile-implausible"),
}
SOUND = icc.rgb(icc.DISPLAY_P3, icc.SRGB_CURVE)
LAB = {"connection": "Lab "}


def spliced(data: bytes, offset: int, new: bytes) -> bytes:
    return data[:offset] + new + data[offset + len(new) :]


def with_curve(curve: bytes) -> bytes:
    return icc.rgb(icc.DISPLAY_P3, curve)


def with_table(element: bytes, space: str = "RGB ") -> bytes:
    return icc.profile(space, {"A2B0": element}, connection="Lab ")


def table(channels: int = 3) -> np.ndarray:
    return np.linspace(0, 1, 3**channels)[:, np.newaxis].repeat(3, axis=1)


def mft(offset: int, new: bytes, channels: int = 3) -> bytes:
    element = icc.mft(table(channels), channels, 3, wide=True)
    return with_table(spliced(element, offset, new), "RGB " if channels == 3 else "CMYK")


def mab(offset: int, new: bytes) -> bytes:
    element = icc.mab(a=[icc.curv([])] * 3, table=table(), grid=(3, 3, 3))
    return with_table(spliced(element, offset, new))


def test_every_code_has_words_in_both_languages():
    for language in ("en", "es"):
        assert {key for key in catalogue.table(language) if key.startswith("profile-")} == CODES


FLAT = {name: icc.xyz((0.2, 0.2, 0.2)) for name in ("rXYZ", "gXYZ", "bXYZ")}
HUGE = struct.pack(">I", 0xFFFFFFFF)

BAD: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", "profile-damaged"),
    "a header alone": (SOUND[:128], "profile-damaged"),
    "no signature": (spliced(SOUND, 36, b"nope"), "profile-damaged"),
    "more than is read": (SOUND + bytes(limits.PROFILE_BYTES_MOST), "profile-too-large"),
    "ICC.2": (spliced(SOUND, 8, b"\x05"), "profile-class"),
    "a device link": (spliced(SOUND, 12, b"link"), "profile-class"),
    "named colours": (spliced(SOUND, 12, b"nmcl"), "profile-class"),
    "Lab as a device": (spliced(SOUND, 16, b"Lab "), "profile-space"),
    "six inks": (spliced(SOUND, 16, b"6CLR"), "profile-space"),
    "CMYK for RGB samples": (kinds.cmyk()["lutAToBType"], "profile-space"),
    "gray for RGB samples": (icc.gray(icc.gamma(2.2)), "profile-space"),
    "no connection space": (spliced(SOUND, 20, b"RGB "), "profile-pcs"),
    "a matrix to Lab": (spliced(SOUND, 20, b"Lab "), "profile-pcs"),
    "four billion tags": (spliced(SOUND, 128, HUGE), "profile-damaged"),
    "a tag table past the end": (spliced(SOUND, 128, b"\0\0\0\x64")[:700], "profile-damaged"),
    "cut off": (SOUND[:330], "profile-tag-missing"),
    "no tags": (icc.profile("RGB ", {}), "profile-tag-missing"),
    "a press without a table": (icc.profile("CMYK", {}, **LAB), "profile-space"),
    "a colorant that is none": (
        icc.rgb(icc.SRGB, icc.SRGB_CURVE, extra={"rXYZ": icc.curv([1, 2, 3, 4])}),
        "profile-damaged",
    ),
    "a curve of a kind that is not": (with_curve(b"what" + bytes(20)), "profile-curve"),
    "a curve of four billion entries": (
        with_curve(b"curv" + bytes(4) + HUGE + bytes(20)),
        "profile-curve",
    ),
    "a curve past its end": (
        with_curve(struct.pack(">4sII", b"curv", 0, 99) + bytes(20)),
        "profile-curve",
    ),
    "an exponent of 0": (with_curve(icc.curv([0])), "profile-curve"),
    "an exponent of 100": (with_curve(icc.curv([25_600])), "profile-curve"),
    "a negative exponent": (with_curve(icc.para(0, -1.0)), "profile-curve"),
    "function 9": (with_curve(icc.para(9, 1.0, 1.0)), "profile-curve"),
    "too few parameters": (with_curve(icc.para(4, 2.4, 1.0)), "profile-curve"),
    "a division by 0": (with_curve(icc.para(1, 2.4, 0.0, 0.1)), "profile-curve"),
    "white is black": (
        icc.rgb(icc.SRGB, icc.SRGB_CURVE, extra={**FLAT, "gXYZ": icc.xyz((0, -0.3, 0))}),
        "profile-implausible",
    ),
    "weights of thousands": (
        icc.rgb(icc.SRGB, icc.SRGB_CURVE, extra={"rXYZ": icc.xyz((9000, 1, 1))}),
        "profile-implausible",
    ),
    "all is black": (with_curve(icc.curv([0, 0])), "profile-implausible"),
    "a table of an unknown kind": (with_table(b"mpet" + bytes(60)), "profile-lut"),
    "a table that is too short": (with_table(b"mft2" + bytes(20)), "profile-lut"),
    "a table of other inputs": (mft(8, b"\x04"), "profile-lut"),
    "a table of other outputs": (mft(9, b"\x04"), "profile-lut"),
    "a grid of one point": (mft(10, b"\x01"), "profile-lut"),
    "a grid of 255 points": (mft(10, b"\xff"), "profile-lut"),
    "a matrix before the table": (mft(12, struct.pack(">i", 1)), "profile-lut"),
    "curves of one entry": (mft(48, struct.pack(">2H", 1, 1)), "profile-lut"),
    "curves of 65,535 entries": (mft(48, struct.pack(">2H", 65535, 2)), "profile-lut"),
    "an 8-bit table to XYZ": (
        icc.profile("RGB ", {"A2B0": icc.mft(table(), 3, 3, wide=False)}),
        "profile-lut",
    ),
    "no last curves": (mab(12, bytes(4)), "profile-lut"),
    "last curves at the end of the world": (mab(12, HUGE), "profile-curve"),
    "a matrix past the end": (mab(16, HUGE), "profile-lut"),
    "a table past the end": (mab(24, HUGE), "profile-lut"),
    "first curves in the header": (mab(28, struct.pack(">I", 1)), "profile-curve"),
    "numbers of 3 bytes": (mab(32 + 36 + 16, b"\x03"), "profile-lut"),
    "a grid of no points": (mab(32 + 36, bytes(3)), "profile-lut"),
}


@pytest.mark.parametrize("name", BAD)
def test_is_refused_by_its_code_and_the_picture_kept(name: str) -> None:
    profile, code = BAD[name]
    pixels = np.arange(60, dtype=np.uint8).reshape(4, 5, 3)
    converted = to_srgb(pixels, profile)
    assert (converted.outcome, converted.code) == (UNUSABLE, code)
    np.testing.assert_array_equal(converted.pixels, pixels)


def test_a_press_profile_without_a_table_is_refused() -> None:
    prepared = conversion(icc.profile("CMYK", {}, connection="Lab "), "cmyk", 8)
    assert (prepared.outcome, prepared.code) == (UNUSABLE, "profile-tag-missing")


def test_a_grid_of_four_billion_nodes_costs_nothing() -> None:
    profile = mft(10, b"\xff", channels=4)
    tracemalloc.start()
    try:
        prepared = conversion(profile, "cmyk", 8)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert prepared.code == "profile-lut"
    assert peak < 2_000_000


def test_a_hundred_tags_that_each_claim_the_whole_file_are_held_once() -> None:
    size = 4_000_000
    head = SOUND[:128] + struct.pack(">I", 100)
    names = [*(f"{c}TRC".encode() for c in "rgbk"), *(f"{c}XYZ".encode() for c in "rgb")]
    names += [b"A2B0", b"A2B1"] * 46
    table_bytes = b"".join(struct.pack(">4sII", name, 0, size) for name in names[:100])
    profile = (head + table_bytes).ljust(size, b"\0")
    tracemalloc.start()
    try:
        prepared = conversion(profile, "rgb", 8)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert prepared.outcome == UNUSABLE
    assert peak < 2 * size


def assert_sane(profile: bytes, space: str, channels: int) -> None:
    shape = (3, 5) if channels == 1 else (3, 5, channels)
    pixels = (np.arange(15 * channels) * 17 % 256).astype(np.uint8).reshape(shape)
    with np.errstate(over="raise", invalid="raise", divide="raise"):
        prepared = conversion(profile, space, 8)
        result = prepared.apply(pixels)
    assert result.dtype == np.uint8
    assert result.shape == ((3, 5) if channels == 1 else (3, 5, 3))
    if prepared.outcome == UNUSABLE:
        assert prepared.code in CODES
    else:
        assert prepared.outcome in (CONVERTED, WAS_SRGB)
        assert prepared.code == ""


EVERY = sorted(kinds.every().items())
CHANNELS = {"gray": 1, "rgb": 3, "cmyk": 4}
SPICE = st.sampled_from([b"\xff\xff\xff\xff", bytes(4), b"\x80\0\0\0", b"\0\0\0\x01", b"\x7f\xff"])


@given(st.binary(max_size=600), st.sampled_from(sorted(CHANNELS)))
def test_any_bytes(data: bytes, space: str) -> None:
    assert_sane(data, space, CHANNELS[space])


@given(st.data())
@settings(max_examples=examples(300))
def test_mutated_profiles(data: st.DataObject) -> None:
    _, (space, profile) = data.draw(st.sampled_from(EVERY))
    # The first bytes of header, table and elements decide; the numbers of a grid only colour.
    place = st.one_of(st.integers(0, 700), st.integers(0, len(profile) - 1))
    change: Callable[..., st.SearchStrategy[tuple[int, bytes]]] = st.tuples
    edits = data.draw(
        st.lists(change(place, st.one_of(SPICE, st.binary(min_size=1, max_size=4))), max_size=6)
    )
    for offset, new in edits:
        profile = spliced(profile, offset, new)
    profile = profile[: data.draw(st.one_of(st.just(len(profile)), place))]
    assert_sane(profile, space, CHANNELS[space])
