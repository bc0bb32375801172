"""WebP, GIF and BMP: whole containers pass, animations and odd codings are refused by name."""

import io
import struct

import pytest
from PIL import Image
from pixelseal.core.source import examine

from tests.builders import containers, tiff
from tests.builders.pictures import encoded, picture
from tests.core.source.outcomes import found, refusal

WEBP = encoded("webp", quality=80)
GIF = encoded("gif", picture(mode="P"))


def _animated(format: str) -> bytes:
    stream = io.BytesIO()
    frames = [picture(mode="RGB"), picture().rotate(180), picture().rotate(90)]
    frames[0].save(stream, format=format, save_all=True, append_images=frames[1:])
    return stream.getvalue()


@pytest.mark.parametrize("format", ["webp", "gif", "png"])
def test_frames_are_pages(format: str) -> None:
    source = examine(_animated(format))
    assert len(source.pages) == 3 and not source.first.browser_may_show
    assert {(page.width, page.height) for page in source.pages[1:]} <= {(61, 47)}


def test_lossy_webp_has_a_grid_and_lossless_has_none() -> None:
    lossy, lossless = examine(WEBP), examine(encoded("webp", lossless=True))
    assert (lossy.first.lossy, lossy.first.mcu, lossy.first.width, lossy.first.height) == (
        True,
        (16, 16),
        61,
        47,
    )
    assert (lossless.first.lossy, lossless.first.mcu, lossless.first.width) == (False, (1, 1), 61)


@pytest.mark.parametrize("lossless", [False, True])
def test_webp_alpha(lossless: bool) -> None:
    image = picture(mode="RGBA")
    image.putalpha(image.getchannel("R"))
    assert examine(encoded("webp", image, lossless=lossless)).first.alpha
    assert not examine(encoded("webp", picture(), lossless=lossless)).first.alpha


def test_webp_metadata_and_trailer() -> None:
    exif = containers.riff_chunk(b"EXIF", tiff.orientation_block(3))
    private = containers.riff_chunk(b"PRIV", b"ward 7 bed 12")
    credentials = containers.riff_chunk(b"C2PA", bytes(9))
    data = containers.extended_webp(WEBP, 61, 47, 8, exif, private, credentials) + b"trailer!"
    source = examine(data)
    assert source.first.orientation == 3 and not source.first.browser_may_show
    kinds = found(source)
    assert kinds["trailing-bytes"] == ["8 bytes"]
    assert {"unknown-segment", "content-credentials"} <= set(kinds)
    assert "ward 7 bed 12" in source.texts


def test_webp_canvas_must_be_the_picture() -> None:
    assert refusal(containers.extended_webp(WEBP, 62, 47, 0)) == "file-damaged"


def test_webp_with_two_pictures_is_damage() -> None:
    assert refusal(containers.webp(WEBP[12:], WEBP[12:])) == "file-damaged"


def test_webp_without_a_picture_and_with_a_short_one() -> None:
    assert refusal(containers.webp(containers.riff_chunk(b"EXIF", b"x"))) == "file-truncated"
    body = WEBP[20:]
    assert refusal(containers.webp(containers.riff_chunk(b"VP8 ", body[:40]))) == "file-truncated"


@pytest.mark.parametrize("size", [(61, 47), (1, 1), (500, 400)])
@pytest.mark.parametrize("mode", ["P", "1", "L"])
def test_gif_data_of_an_encoder_is_whole(size: tuple[int, int], mode: str) -> None:
    source = examine(encoded("gif", picture(*size, mode=mode)))
    assert (source.first.width, source.first.height, source.first.channels) == (*size, "palette")


def test_gif_data_that_ends_early_is_a_truncation_though_its_blocks_are_whole() -> None:
    start = GIF.rindex(b"\x08", 0, 13 + 768 + 40)
    first_block = GIF[start + 1]
    cut = GIF[: start + 2 + first_block] + b"\x00;"
    assert refusal(cut) == "file-truncated"


def test_gif_tables_that_stay_full_are_followed() -> None:
    # All codes literal, no clear code after the first: the table fills and then stays.
    width, height = 100, 60
    codes, bits, filled = [256], [9], 258
    code_bits = 9
    for index in range(width * height):
        codes.append(index % 251)
        bits.append(code_bits)
        if index:
            filled += 1
        if filled == 1 << code_bits and code_bits < 12:
            code_bits += 1
    total = place = 0
    for code, width_of in zip(codes, bits, strict=True):
        total |= code << place
        place += width_of
    coded = total.to_bytes(-(-place // 8), "little")
    blocks = b"".join(
        bytes([len(coded[at : at + 255])]) + coded[at : at + 255]
        for at in range(0, len(coded), 255)
    )
    screen = struct.pack("<HHBBB", width, height, 0xF7, 0, 0) + bytes(768)
    frame = b"," + struct.pack("<HHHHB", 0, 0, width, height, 0) + b"\x08" + blocks + b"\x00;"
    data = b"GIF89a" + screen + frame
    assert Image.open(io.BytesIO(data)).convert("L").size == (width, height)
    assert examine(data).first.width == width


def test_gif_extensions_are_named() -> None:
    data = containers.with_gif_extension(GIF, containers.gif_extension(0xFE, b"taken in ward 7"))
    private = containers.gif_extension(0xFF, b"PRIVATE0001", b"serial 4711-0815")
    source = examine(containers.with_gif_extension(data, private) + b"after")
    kinds = found(source)
    assert kinds["comment"] == ["taken in ward 7"]
    assert kinds["trailing-bytes"] == ["5 bytes"]
    assert "unknown-segment" in kinds


def test_gif_credentials_are_named() -> None:
    credentials = containers.gif_extension(0xFF, b"C2PA_GIF\1\0\0", b"jumb c2pa".ljust(200, b"\0"))
    kinds = found(examine(containers.with_gif_extension(GIF, credentials)))
    assert "content-credentials" in kinds and "unknown-segment" not in kinds


def test_gif_smaller_than_its_screen_shows_what_lies_behind() -> None:
    wide = GIF[:6] + struct.pack("<HH", 100, 100) + GIF[10:]
    source = examine(wide)
    assert (source.first.width, source.first.height, source.first.alpha) == (100, 100, True)
    assert not source.first.browser_may_show


def test_gif_without_a_picture() -> None:
    assert refusal(GIF[: 13 + 768] + b";") == "file-truncated"


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA"])
def test_bmp_kinds(mode: str) -> None:
    source = examine(encoded("bmp", picture(mode=mode)))
    assert (source.first.width, source.first.height, source.first.lossy) == (61, 47, False)


def test_bmp_upside_down_rows_have_the_same_size() -> None:
    data = containers.bmp(3, -2, 24, 0, bytes(24))
    assert (examine(data).first.width, examine(data).first.height) == (3, 2)


@pytest.mark.parametrize(
    ("bits", "compression", "code"),
    [(8, 1, "format-unsupported"), (4, 2, "format-unsupported"), (24, 4, "format-unsupported"),
     (24, 5, "format-unsupported"), (24, 9, "file-damaged"), (23, 0, "file-damaged"),
     (24, 3, "file-damaged")],
)  # fmt: skip
def test_bmp_kinds_that_are_refused(bits: int, compression: int, code: str) -> None:
    assert refusal(containers.bmp(3, 2, bits, compression, bytes(99))) == code


def test_bmp_sizes() -> None:
    assert refusal(containers.bmp(0, 2, 24, 0, bytes(24))) == "zero-size"
    assert refusal(containers.bmp(60_000, 60_000, 24, 0, bytes(24))) == "too-many-pixels"
    assert refusal(containers.bmp(3, 2, 24, 0, bytes(20))) == "file-truncated"


def test_bmp_hidden_bytes_are_named() -> None:
    data = bytearray(containers.bmp(2, 2, 32, 0, bytes(range(16))))
    assert "surplus-data" in found(examine(bytes(data)))
    assert found(examine(bytes(data) + b"after"))["trailing-bytes"] == ["5 bytes"]
    struct.pack_into("<I", data, 10, 14 + 40 + 7)
    assert found(examine(bytes(data) + bytes(7)))["stray-bytes"] == ["7 bytes"]
