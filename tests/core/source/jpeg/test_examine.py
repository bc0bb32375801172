"""JPEG: only whole 8-bit pictures pass, with the right grid, tables and orientation."""

import io
import struct

import numpy as np
import pytest
from PIL import Image
from pixelseal.core.base import limits
from pixelseal.core.decode.decode import decode
from pixelseal.core.source import examine

from tests.builders import arithmetic_jpeg, jpeg, tiff
from tests.builders.pictures import encoded, picture
from tests.core.source.outcomes import found, refusal
from tests.core.support import recipe, redact

PHOTO = encoded("jpeg", quality=85)


@pytest.mark.parametrize(
    ("subsampling", "name", "mcu"),
    [(0, "4:4:4", (8, 8)), (1, "4:2:2", (16, 8)), (2, "4:2:0", (16, 16))],
)
def test_grid_follows_the_sampling_factors(
    subsampling: int, name: str, mcu: tuple[int, int]
) -> None:
    source = examine(encoded("jpeg", subsampling=subsampling))
    assert (source.first.sampling, source.first.mcu, source.first.lossy) == (name, mcu, True)


def test_tall_sampling_has_a_tall_grid() -> None:
    # 4:4:0 is what a camera writes when it turns a 4:2:2 picture; here only the header says so.
    start, _ = jpeg.find_segment(PHOTO, 0xC0)
    assert PHOTO[start + 11] == 0x22
    turned = jpeg.with_frame_bytes(PHOTO, 7, b"\x12")
    assert examine(turned).first.mcu == (8, 16)
    assert examine(turned).first.sampling == "4:4:0"


def test_gray_and_cmyk_are_told_apart() -> None:
    gray, cmyk = (examine(encoded("jpeg", picture(mode=mode))) for mode in ("L", "CMYK"))
    assert (gray.first.channels, gray.first.sampling, gray.first.mcu) == ("gray", "gray", (8, 8))
    assert cmyk.first.channels == "cmyk"


def test_quantisation_tables_are_in_natural_order() -> None:
    for quality in (40, 90):
        data = encoded("jpeg", quality=quality)
        tables = Image.open(io.BytesIO(data)).quantization  # Pillow gives them in natural order
        assert examine(data).first.quant == tuple(tuple(tables[slot]) for slot in sorted(tables))


def test_progressive_picture_passes() -> None:
    assert examine(encoded("jpeg", progressive=True)).first.width == 61


@pytest.mark.parametrize("interval", [{"restart_marker_rows": 1}, {"restart_marker_blocks": 3}])
def test_restart_markers_must_be_in_step(interval: dict[str, int]) -> None:
    data = encoded("jpeg", **interval)
    assert refusal(data) == "accepted"
    scan = jpeg.find_segment(data, 0xDA)[1]
    first, second = data.index(b"\xff\xd0", scan), data.index(b"\xff\xd1", scan)
    # One interval lost: a decoder would fill its place with grey.
    assert refusal(data[:first] + data[second:]) == "file-damaged"


@pytest.mark.parametrize(
    ("marker", "code"),
    [
        (0xC3, "jpeg-lossless"),
        (0xC7, "jpeg-lossless"),
        (0xCB, "jpeg-lossless"),
        (0xC5, "format-unsupported"),
        (0xCD, "format-unsupported"),
        (0xF7, "format-unsupported"),
    ],
)
def test_other_codings_are_refused_by_name(marker: int, code: str) -> None:
    assert refusal(jpeg.with_frame_marker(PHOTO, marker)) == code


@pytest.mark.parametrize("coding", ["SEQUENTIAL", "PROGRESSIVE"])
def test_arithmetic_codes_are_decoded_as_huffman_codes_are(coding: str) -> None:
    data, usual = getattr(arithmetic_jpeg, coding), arithmetic_jpeg.HUFFMAN
    source, wanted = examine(data).first, examine(usual).first
    assert (source.mcu, source.sampling, source.quant) == (
        wanted.mcu,
        "4:2:0",
        wanted.quant,
    )
    assert wanted.browser_may_show and not source.browser_may_show
    shown = [decode(file, facts).held().pixels for file, facts in ((data, source), (usual, wanted))]
    assert np.array_equal(*shown)
    asked = recipe((8, 4, 13, 9))
    assert redact(data, asked).output == redact(usual, asked).output


def test_arithmetic_codes_that_are_cut_off_or_out_of_step_are_refused() -> None:
    for data in (arithmetic_jpeg.SEQUENTIAL, arithmetic_jpeg.PROGRESSIVE):
        for part in (2, 30, 60, 95):
            assert refusal(data[: len(data) * part // 100]) == "file-truncated"
        assert refusal(data[:-2]) == "file-truncated"
    data = arithmetic_jpeg.SEQUENTIAL
    first, second = data.index(b"\xff\xd0"), data.index(b"\xff\xd1")
    assert refusal(data[:first] + data[second:]) == "file-damaged"
    data = arithmetic_jpeg.PROGRESSIVE
    assert refusal(data[: data.rindex(b"\xff\xda")] + jpeg.EOI) == "file-truncated"


def test_arithmetic_codes_cannot_state_any_number_of_pixels(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    data = arithmetic_jpeg.PROGRESSIVE
    # The same bytes for a picture of 178 megapixels: its even areas would cost nothing.
    start = data.index(b"\xff\xca") + 5
    bomb = data[:start] + struct.pack(">HH", 2720, 65_500) + data[start + 4 :]
    assert refusal(bomb) == "expands-too-much"
    monkeypatch.setattr(limits, "ARITHMETIC_PIXELS_A_BYTE", 1)
    monkeypatch.setattr(limits, "ARITHMETIC_PIXELS_BESIDES", 40 * 24 - len(data))
    assert refusal(data) == "accepted"
    monkeypatch.setattr(limits, "ARITHMETIC_PIXELS_BESIDES", 40 * 24 - len(data) - 1)
    assert refusal(data) == "expands-too-much"


def test_twelve_bits_are_refused_by_name() -> None:
    extended = jpeg.with_frame_marker(PHOTO, 0xC1)
    assert refusal(jpeg.with_frame_bytes(extended, 0, b"\x0c")) == "jpeg-12-bit"


def test_end_marker_cannot_hide_that_nearly_all_data_is_gone() -> None:
    scan = jpeg.find_segment(PHOTO, 0xDA)[1]
    assert refusal(PHOTO[: scan + 8] + jpeg.EOI) == "file-truncated"


def test_progressive_picture_without_its_last_scans_is_refused() -> None:
    data = encoded("jpeg", progressive=True)
    last_scan = data.rindex(b"\xff\xda")
    assert refusal(data[:last_scan] + jpeg.EOI) == "file-truncated"


def test_scan_cannot_begin_before_its_tables() -> None:
    assert refusal(jpeg.without_segment(PHOTO, 0xC4)) == "file-damaged"
    assert refusal(jpeg.without_segment(PHOTO, 0xDB)) == "file-damaged"


def test_second_frame_header_is_refused() -> None:
    start, end = jpeg.find_segment(PHOTO, 0xC0)
    assert refusal(PHOTO[:end] + PHOTO[start:end] + PHOTO[end:]) == "file-damaged"


def test_pixel_bomb_is_refused_by_its_header() -> None:
    huge = jpeg.with_frame_bytes(PHOTO, 1, b"\xff\x00\xff\x00")
    assert refusal(huge) == "too-many-pixels"
    assert refusal(jpeg.with_frame_bytes(PHOTO, 1, b"\x00\x01\xff\xff")) == "side-too-long"
    # As many pixels as are allowed, in the data of a small picture.
    assert refusal(jpeg.with_frame_bytes(PHOTO, 1, b"\x30\x00\x30\x00")) == "file-truncated"


def test_zero_height_is_refused() -> None:
    assert refusal(jpeg.with_frame_bytes(PHOTO, 1, b"\x00\x00")) == "zero-size"


def test_flood_of_restart_markers_is_refused() -> None:
    scan = jpeg.find_segment(PHOTO, 0xDA)[1]
    assert refusal(PHOTO[:scan] + b"\xff\xd0" * 3_000_000 + PHOTO[scan:]) == "file-damaged"


def test_flood_of_tables_is_refused() -> None:
    start, end = jpeg.find_segment(PHOTO, 0xDB)
    flood = PHOTO[:start] + PHOTO[start:end] * 2_000 + PHOTO[end:]
    assert refusal(flood) == "expands-too-much"


def test_scan_bomb_is_refused() -> None:
    data = encoded("jpeg", picture(mode="L"), progressive=True)
    assert refusal(data) == "accepted"
    start, end = jpeg.find_segment(data, 0xDA)
    bomb = data[:start] + data[start:end] * 10_000
    assert refusal(bomb) in ("expands-too-much", "file-damaged", "file-truncated")


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("order", ["<", ">"])
def test_orientation_turns_the_upright_size(orientation: int, order: str) -> None:
    block = tiff.orientation_block(orientation, order)
    source = examine(jpeg.with_segments(PHOTO, jpeg.exif(block)))
    assert source.first.orientation == orientation
    upright = (source.first.upright_width, source.first.upright_height)
    assert upright == ((47, 61) if orientation >= 5 else (61, 47))
    assert source.first.browser_may_show


def test_orientation_in_xmp_alone_is_not_honoured() -> None:
    packet = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:Description tiff:Orientation="6"/>'
    assert examine(jpeg.with_segments(PHOTO, jpeg.xmp(packet))).first.orientation == 1


@pytest.mark.parametrize("orientation", [0, 9, 255])
def test_invalid_orientation_counts_as_upright(orientation: int) -> None:
    block = tiff.orientation_block(orientation)
    assert examine(jpeg.with_segments(PHOTO, jpeg.exif(block))).first.orientation == 1


def test_bytes_after_the_end_and_a_hidden_film_are_named() -> None:
    film = b"\x00\x00\x00\x18ftypmp42" + bytes(50)
    kinds = found(examine(PHOTO + film))
    assert kinds["trailing-bytes"] == ["62 bytes"]
    assert "motion-video" in kinds


def test_preview_pictures_are_named_and_several_views_are_pages() -> None:
    small = encoded("jpeg", picture(16, 16))
    with_gain_map = jpeg.multi_picture(PHOTO, [(0, small)])
    assert "second-picture" in found(examine(with_gain_map))
    with_preview = jpeg.multi_picture(PHOTO, [(0x010001, small)])
    assert "thumbnail" in found(examine(with_preview))
    for views in (0x020001, 0x020002, 0x020003):
        source = examine(jpeg.multi_picture(PHOTO, [(views, small), (0, small)]))
        assert (len(source.pages), source.pages[1].width) == (2, 16)
        assert "second-picture" in found(source)
    assert refusal(jpeg.multi_picture(PHOTO, [(0x020001, small[:-80])])) == "file-truncated"


def test_an_index_entry_inside_another_picture_is_no_page() -> None:
    small = encoded("jpeg", picture(16, 16))
    # A picture with another one in a comment, to which the index points as well.
    nested = jpeg.with_segments(PHOTO, jpeg.segment(0xFE, small))
    whole = jpeg.multi_picture(PHOTO, [(0x020001, nested), (0x020001, b"")])
    inside = whole.index(small)
    offset = whole.index(b"MPF\x00") + 4
    entry = struct.pack(">III", 0x020001, 0, whole.rindex(nested) + len(nested) - offset)
    assert whole.count(entry) == 1
    pointed = whole.replace(entry, struct.pack(">III", 0x020001, len(small), inside - offset))
    assert len(examine(pointed).pages) == 2


def test_index_of_pictures_that_are_gone_does_not_count() -> None:
    both = jpeg.multi_picture(PHOTO, [(0x020003, PHOTO)])
    assert refusal(both[: -len(PHOTO)]) == "accepted"


def test_segments_that_nobody_knows_are_named() -> None:
    data = jpeg.with_segments(PHOTO, jpeg.segment(0xE5, b"PRIVATE serial 4711-0815"))
    source = examine(data)
    assert "unknown-segment" in found(source)
    assert any("4711-0815" in text for text in source.texts)


def test_stray_bytes_between_segments_are_passed_over_and_named() -> None:
    start, _ = jpeg.find_segment(PHOTO, 0xDB)
    stray = PHOTO[:start] + b"stray" + PHOTO[start:]
    assert found(examine(stray))["stray-bytes"] == ["5 bytes"]
