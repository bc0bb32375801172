"""Each check of a JPEG's container catches a planted leak of its kind."""

import pytest
from pixelseal.core.encode import EncodeSettings, encode

from tests.builders import jpeg as jpeg_builder
from tests.core.audit.outputs import (
    SENTINEL,
    burned,
    expected,
    failures,
    output,
)
from tests.core.support import file_of


@pytest.mark.parametrize(
    "marker, body",
    [
        (0xE1, b"Exif\0\0" + SENTINEL),
        (0xE1, b"http://ns.adobe.com/xap/1.0/\0" + SENTINEL),
        (0xE2, b"ICC_PROFILE\0\1\1" + SENTINEL),
        (0xED, b"Photoshop 3.0\0" + SENTINEL),
        (0xEB, b"JP" + SENTINEL),
        (0xEE, b"Adobe\0\x64\0\0\0\0\1"),
        (0xFE, SENTINEL),
        (0xDD, b"\0\4"),
    ],
)
@pytest.mark.parametrize("place", ["start", "before frame", "before scan"])
def test_a_jpeg_segment_too_many(marker, body, place):
    file = output("jpeg")
    at = {
        "start": 2,
        "before frame": jpeg_builder.find_segment(file, 0xC0)[0],
        "before scan": jpeg_builder.find_segment(file, 0xDA)[0],
    }[place]
    planted = file[:at] + jpeg_builder.segment(marker, body) + file[at:]
    assert "structure" in failures(planted, expected("jpeg"))


def test_a_thumbnail_in_the_jfif_header():
    file = bytearray(output("jpeg"))
    thumb = bytes(3 * 4)
    planted = file[:4] + (16 + len(thumb)).to_bytes(2, "big") + file[6:18] + b"\2\2" + thumb
    assert "structure" in failures(bytes(planted + file[20:]), expected("jpeg"))


def test_a_comment_between_the_bytes_of_the_scan():
    file = output("jpeg")
    planted = file[:-2] + jpeg_builder.segment(0xFE, SENTINEL) + file[-2:]
    assert "structure" in failures(planted, expected("jpeg"))


def test_a_second_jpeg_behind_the_first():
    assert "one-picture" in failures(output("jpeg") * 2, expected("jpeg"))


def test_the_tables_of_a_camera():
    own = [[min(255, 3 + 2 * i) for i in range(64)], [min(255, 5 + 3 * i) for i in range(64)]]
    file = file_of(burned().pixels, "JPEG", qtables=own, subsampling=2, optimize=True)
    assert "constant-tables" in failures(file, expected("jpeg"))


def test_standard_tables_of_two_different_qualities():
    low, high = output("jpeg"), encode(burned(), EncodeSettings("jpeg", 50, "4:2:0"))
    at = 20 + 69
    assert "constant-tables" in failures(
        low[:at] + high[at : at + 69] + low[at + 69 :], expected("jpeg")
    )


def test_a_huffman_table_with_room_to_hide_in():
    file = output("jpeg")
    start, end = jpeg_builder.find_segment(file, 0xC4)
    longer = file[start + 4 : end] + SENTINEL
    planted = file[:start] + jpeg_builder.segment(0xC4, longer) + file[end:]
    assert "nothing-else" in failures(planted, expected("jpeg"))


def test_a_lowered_height_that_hides_rows():
    file = output("jpeg")
    planted = jpeg_builder.with_frame_bytes(file, 1, (32).to_bytes(2, "big"))
    assert "size" in failures(planted, expected("jpeg"))
