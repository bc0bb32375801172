"""TIFFs that omit or distort what the picture does not depend on; and those that hide pictures."""

import struct
import zlib

import numpy as np
import pytest
from pixelseal.core.base.arrays import Pixels
from pixelseal.core.decode.decode import decode
from pixelseal.core.source import examine

from tests.builders import tiff
from tests.builders.pictures import picture
from tests.builders.tiff import ASCII, LONG, RATIONAL, SHORT, Ifd, gray_page
from tests.core.source.outcomes import found, refusal
from tests.core.support import recipe, redact

ROWS = bytes(range(48))  # an 8 x 6 grey picture
FAX = picture(200, 120, mode="1")


def decoded(data: bytes, page: int = 1) -> Pixels:
    return decode(data, examine(data).pages[page - 1]).held().pixels


def same_output(data: bytes, usual: bytes) -> bool:
    asked = recipe((1, 1, 3, 2))
    return redact(data, asked).output == redact(usual, asked).output


@pytest.mark.parametrize("compression", ["raw", "tiff_lzw", "packbits", "group3", "group4"])
@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("strips", [1, 3])
def test_byte_counts_of_zero_are_found_by_following(
    compression: str, order: str, strips: int
) -> None:
    mode = "1" if compression.startswith("group") else "L"
    page, usual = tiff.coded_page(picture(200, 120, mode=mode), compression, strips)
    page.tags[279] = (LONG, [0] * strips)
    data = tiff.tiff(page, order=order)
    assert found(examine(data))["note-byte-counts"] == [""]
    assert np.array_equal(decoded(data), usual)
    at = data.rindex(struct.pack(order + "HH", 279, LONG))
    without = data[:at] + struct.pack(order + "H", 280) + data[at + 2 :]
    assert np.array_equal(decoded(without), usual)


def test_a_strip_without_a_count_that_holds_too_little_is_refused() -> None:
    page = gray_page((ROWS[:40],), t279=(LONG, [0]))
    assert refusal(tiff.tiff(page)) == "tiff-short-strips"
    deflated = gray_page((zlib.compress(ROWS)[:-9],), compression=8, t279=(LONG, [0]))
    assert refusal(tiff.tiff(deflated)) == "tiff-short-strips"


@pytest.mark.parametrize("compression", ["group3", "group4"])
@pytest.mark.parametrize("white_is_zero", [False, True])
def test_last_rows_of_a_fax_that_did_not_come_are_white(
    compression: str, white_is_zero: bool
) -> None:
    page, usual = tiff.coded_page(FAX, compression, 1)
    page.tags[262] = (SHORT, [0 if white_is_zero else 1])
    usual = 255 - usual if white_is_zero else usual
    for missing in (1, 2):
        page.tags[257] = page.tags[278] = (LONG, [120 + missing])
        data = tiff.tiff(page)
        source = examine(data)
        assert found(source)["note-last-rows"] == [f"{missing} / {120 + missing}"]
        shown = decoded(data)
        assert np.array_equal(shown[:120], usual) and (shown[120:] == 255).all()
        assert redact(data, recipe((0, 0, 9, 9))).output
    page.tags[257] = page.tags[278] = (LONG, [123])
    assert refusal(tiff.tiff(page)) == "tiff-short-strips"


def test_a_fax_of_two_pages_keeps_its_rows_apart() -> None:
    short, usual = tiff.coded_page(FAX, "group4", 1)
    short.tags[257] = short.tags[278] = (LONG, [121])
    whole, _ = tiff.coded_page(FAX, "group4", 1)
    data = tiff.tiff(whole, short)
    assert np.array_equal(decoded(data), usual)
    assert np.array_equal(decoded(data, 2)[:120], usual)
    assert (decoded(data, 2)[120] == 255).all()


def test_rows_missing_in_a_strip_that_is_not_the_last_are_refused() -> None:
    page, _ = tiff.coded_page(FAX, "group4", 3)
    page.strips = (page.strips[0][:-60], *page.strips[1:])
    assert refusal(tiff.tiff(page)) == "tiff-short-strips"


def _palette_page(scale: int, bits: int = 8) -> Ifd:
    values = [(entry * 37 + part * 91) % 256 for part in range(3) for entry in range(1 << bits)]
    page = gray_page((ROWS,), t262=(SHORT, [3]))
    page.tags[320] = (SHORT, [value * scale for value in values])
    return page


@pytest.mark.parametrize("big", [False, True])
def test_a_colour_map_of_eight_bits_shows_its_colours(big: bool) -> None:
    usual, narrow = (tiff.tiff(_palette_page(scale), big=big) for scale in (256, 1))
    assert np.array_equal(decoded(narrow), decoded(usual)) and decoded(narrow).max() > 200
    assert same_output(narrow, usual)
    assert "note-palette" in found(examine(narrow)) and "note-palette" not in found(examine(usual))


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("big", [False, True])
@pytest.mark.parametrize("compression", ["raw", "tiff_lzw", "packbits", "group3", "group4"])
def test_every_byte_order_and_size_is_decoded_alike(
    compression: str, big: bool, order: str
) -> None:
    mode = "1" if compression.startswith("group") else "RGB"
    page, usual = tiff.coded_page(picture(mode=mode), compression, 2)
    assert np.array_equal(decoded(tiff.tiff(page, order=order, big=big)), usual)


@pytest.mark.parametrize("big", [False, True])
def test_reversed_bits_stay_reversed_in_a_rewritten_file(big: bool) -> None:
    page, usual = tiff.coded_page(FAX, "group4", 1)
    reverse = bytes(int(f"{value:08b}"[::-1], 2) for value in range(256))
    page.strips = tuple(strip.translate(reverse) for strip in page.strips)
    page.tags[266] = (SHORT, [2])
    assert np.array_equal(decoded(tiff.tiff(page, order=">", big=big)), usual)


def test_more_pages_than_are_taken_are_named_as_that() -> None:
    assert refusal(tiff.tiff(*[gray_page((ROWS,))] * 500)) == "accepted"
    assert refusal(tiff.tiff(*[gray_page((ROWS,))] * 501)) == "too-many-pages"
    preview = gray_page((ROWS,), t254=(LONG, [1]))
    both = [gray_page((ROWS,)), preview] * 260
    assert refusal(tiff.tiff(*both)) == "accepted"
    assert refusal(tiff.tiff(both[0], *[preview] * 1000)) == "expands-too-much"


def _stack(images: int, behind: bytes = b"") -> bytes:
    text = f"ImageJ=1.52i\nimages={images}\nslices={images}\n".encode() + b"\0"
    return tiff.tiff(gray_page((ROWS,), t270=(ASCII, text))) + behind


def test_a_stack_in_one_directory_is_refused_with_what_to_do() -> None:
    assert refusal(_stack(3, ROWS * 2)) == "tiff-stack"
    # One slice saved from a stack, its description left as it was: nothing is left out.
    assert refusal(_stack(3)) == "accepted"
    metamorph = gray_page((ROWS,), t33629=(LONG, [1, 2, 3]))
    assert refusal(tiff.tiff(metamorph) + ROWS * 2) == "tiff-stack"
    deep = gray_page((ROWS, ROWS), t278=(LONG, [6]), t32997=(LONG, [2]))
    assert refusal(tiff.tiff(deep)) == "tiff-stack"


def test_a_stack_with_a_directory_a_slice_is_its_pages() -> None:
    text = b"ImageJ=1.52i\nimages=2\n\0"
    data = tiff.tiff(gray_page((ROWS,), t270=(ASCII, text)), gray_page((ROWS,)))
    assert len(examine(data).pages) == 2


def test_uneven_resolution_is_said() -> None:
    def with_resolution(across: int, down: int) -> dict[str, list[str]]:
        page = gray_page((ROWS,), t282=(RATIONAL, [(across, 1)]), t283=(RATIONAL, [(down, 1)]))
        return found(examine(tiff.tiff(page)))

    assert with_resolution(204, 98)["note-uneven-resolution"] == ["204 × 98"]
    for across, down in ((200, 200), (204, 203), (0, 98)):
        assert "note-uneven-resolution" not in with_resolution(across, down)
