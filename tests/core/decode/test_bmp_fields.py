"""BMP whose colours lie where masks say: every layout is read, or refused before it is opened."""

import struct

import numpy as np
import pytest
from pixelseal.core.base.arrays import Pixels
from pixelseal.core.decode.decode import decode
from pixelseal.core.source import examine

from tests.builders import containers
from tests.core.source.outcomes import found, refusal
from tests.core.support import file_of, photo, recipe, redact

X4R4G4B4 = (0xF00, 0xF0, 0xF)
A2R10G10B10 = (0x3FF00000, 0xFFC00, 0x3FF, 0xC0000000)
PLAIN = (0xFF0000, 0xFF00, 0xFF)
WITH_ALPHA = (*PLAIN, 0xFF000000)


def decoded(data: bytes) -> Pixels:
    return decode(data, examine(data).first).held().pixels


def test_four_bits_a_colour_are_all_levels_of_them() -> None:
    rows = [[level * 0x111 for level in range(16)], [0xF00, 0x0F0, 0x00F, *[0xF000] * 13]]
    shown = decoded(containers.field_bmp(rows, 16, X4R4G4B4, 3))
    assert [tuple(pixel) for pixel in shown[0]] == [(17 * level,) * 3 for level in range(16)]
    assert shown[1, :4].tolist() == [[255, 0, 0], [0, 255, 0], [0, 0, 255], [0, 0, 0]]


def test_ten_bits_a_colour_are_rounded_to_eight() -> None:
    white, dark, clear = 0xFFFFFFFF, 3 << 30 | 2 << 20 | 3 << 10 | 1023, 0x3FF
    shown = decoded(containers.field_bmp([[white, dark, clear]], 32, A2R10G10B10, 3))
    assert shown.tolist() == [[[255] * 3, [0, 1, 255], [255] * 3]]  # see-through is white


@pytest.mark.parametrize("compression", [3, 6])
@pytest.mark.parametrize("masks", [WITH_ALPHA, (0xFF, 0xFF0000, 0xFF00, 0xFF000000)])
def test_alpha_fields_show_what_they_let_through(masks: tuple[int, ...], compression: int) -> None:
    red, alpha = masks[0], masks[3]
    half = alpha & 0x80808080
    data = containers.field_bmp([[red | alpha, half, red]], 32, masks, compression)
    assert decoded(data).tolist() == [[[255, 0, 0], [127] * 3, [255] * 3]]
    assert "alpha" in found(examine(data))


def test_rows_from_the_bottom_are_turned() -> None:
    data = bytearray(containers.field_bmp([[0xF00], [0x00F]], 16, X4R4G4B4, 3))
    struct.pack_into("<i", data, 22, 2)
    assert decoded(bytes(data)).tolist() == [[[0, 0, 255]], [[255, 0, 0]]]


@pytest.mark.parametrize(
    "masks",
    [(0xF00, 0xFF0, 0xF), (0xA00, 0xF0, 0xF), (0, 0xF0, 0xF), (0xF0000, 0xF0, 0xF), (0, 0, 0)],
)
def test_masks_that_mean_nothing_are_refused(masks: tuple[int, ...]) -> None:
    assert refusal(containers.field_bmp([[0]], 16, masks, 3)) == "file-damaged"


def test_what_fills_up_the_last_row_may_be_missing() -> None:
    usual = file_of(photo(61, 47), "BMP")
    assert found(examine(usual[:-1]))["note-sizes"] == [""]
    for missing in (1, 61 * 3 % 4 and 4 - 61 * 3 % 4):
        assert np.array_equal(decoded(usual[:-missing]), decoded(usual))
    asked = recipe((3, 3, 9, 9))
    assert redact(usual[:-1], asked).output == redact(usual, asked).output
    assert refusal(usual[:-2]) == "file-truncated"


def test_a_wrong_size_of_the_file_is_told_and_nothing_else() -> None:
    data = bytearray(file_of(photo(8, 8), "BMP"))
    struct.pack_into("<I", data, 2, 77)
    assert found(examine(bytes(data))) == {"note-sizes": [""]}
