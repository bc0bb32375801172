"""Each check of an output's container catches a planted leak of its kind, in every format."""

import io
import struct
import zlib

import numpy as np
import pytest
from PIL import Image
from pixelseal.core.audit import Traces, audit, audit_pages
from pixelseal.core.audit.facts.parsed_output import Broken, ParsedOutput
from pixelseal.core.audit.png import parse as parse_png
from pixelseal.core.audit.tiff import parse as parse_tiff
from pixelseal.core.audit.webp.examine import parse as parse_webp
from pixelseal.core.decode.decode import reread, reread_pages
from pixelseal.core.encode import EncodeSettings, encode, write_pages
from pixelseal.core.pixels.raster import Raster

from tests.builders import jpeg as jpeg_builder
from tests.builders import png as png_builder
from tests.builders.containers import riff_chunk, webp
from tests.core.audit.outputs import (
    CODINGS,
    SENTINEL,
    SIZE,
    burned,
    expected,
    failures,
    output,
    recompressed,
)
from tests.core.support import file_of, photo, shown


def broken_by(file):
    """The check at which a PNG can be followed no further."""
    with pytest.raises(Broken) as broken:
        parse_png(file, ParsedOutput())
    return broken.value.check


@pytest.mark.parametrize("name", CODINGS)
@pytest.mark.parametrize("gray", [False, True])
def test_a_clean_output_passes_every_check(name, gray):
    assert failures(output(name, gray), expected(name, gray)) == set()


# -- the container ----------------------------------------------------------------------------


@pytest.mark.parametrize("name", CODINGS)
@pytest.mark.parametrize("extra", [b"\0", SENTINEL])
def test_bytes_after_the_end(name, extra):
    assert "nothing-else" in failures(output(name) + extra, expected(name))


@pytest.mark.parametrize("name", CODINGS)
def test_every_prefix_is_refused(name):
    whole = output(name)
    for length in range(0, len(whole), max(1, len(whole) // 60)):
        assert failures(whole[:length], expected(name)), length


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


@pytest.mark.parametrize("kind", [b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME", b"iCCP", b"prVt"])
@pytest.mark.parametrize("place", ["after header", "before end"])
def test_a_png_chunk_too_many(kind, place):
    file = output("png")
    chunk = png_builder.chunk(kind, SENTINEL)
    at = 33 if place == "after header" else len(file) - 12
    assert "structure" in failures(file[:at] + chunk + file[at:], expected("png"))


def test_an_animation_chunk():
    file = output("png")
    planted = png_builder.with_chunks(file, png_builder.chunk(b"acTL", bytes(8)))
    assert "one-picture" in failures(planted, expected("png"))


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_a_png_with_alpha_or_palette(mode):
    pixels = burned().pixels
    alpha = np.full(pixels.shape[:2], 255, np.uint8)
    image = Image.fromarray(np.dstack([pixels, alpha]), "RGBA")
    image = image.convert("RGB").quantize(64) if mode == "P" else image.convert(mode)
    file = file_of(np.asarray(image), "PNG") if mode != "P" else saved(image)
    assert "no-alpha" in failures(file, expected("png"))


def saved(image) -> bytes:
    stream = io.BytesIO()
    image.save(stream, "PNG")
    return stream.getvalue()


def test_surplus_rows_of_a_png():
    def change(rows):
        return png_builder.chunk(b"IDAT", zlib.compress(rows + SENTINEL, 1))

    assert broken_by(recompressed(change)) == "nothing-else"


def test_data_behind_the_compressed_stream_of_a_png():
    def change(rows):
        return png_builder.chunk(b"IDAT", zlib.compress(rows, 1) + SENTINEL)

    def two_chunks(rows):
        return png_builder.chunk(b"IDAT", zlib.compress(rows, 1)) + png_builder.chunk(
            b"IDAT", SENTINEL
        )

    assert broken_by(recompressed(change)) == "nothing-else"
    assert broken_by(recompressed(two_chunks)) == "nothing-else"


def test_a_wrong_checksum():
    file = bytearray(output("png"))
    file[30] ^= 1
    assert "structure" in failures(bytes(file), expected("png"))


@pytest.mark.parametrize("kind", [b"EXIF", b"XMP ", b"ICCP", b"ANMF", b"ALPH", b"PRIV"])
@pytest.mark.parametrize("name", ["webp-lossy", "webp-lossless"])
def test_a_webp_chunk_too_many(kind, name):
    picture = output(name)[12:]
    behind = webp(picture, riff_chunk(kind, SENTINEL))
    before = webp(riff_chunk(kind, SENTINEL), picture)
    assert failures(behind, expected(name)) & {"structure", "one-picture", "no-alpha"}
    assert failures(before, expected(name)) & {"structure", "one-picture", "no-alpha"}


def test_a_webp_of_two_pictures():
    picture = output("webp-lossy")[12:]
    assert "one-picture" in failures(webp(picture, picture), expected("webp-lossy"))


def test_a_webp_with_alpha():
    pixels = np.dstack([burned().pixels, np.full((SIZE[1], SIZE[0]), 200, np.uint8)])
    file = file_of(pixels, "WEBP", lossless=True)
    assert failures(file, expected("webp-lossless")) & {"no-alpha", "structure"}


def few_colours(number: int) -> Raster:
    """A burned picture of so many colours, black among them; the last in one pixel alone."""
    pixels = np.zeros((SIZE[1], SIZE[0], 3), np.uint8)
    pixels[:16] = (np.arange(SIZE[0]) % (number - 1) * 3)[:, np.newaxis]
    pixels[0, 0] = (255, 0, 0)
    return Raster(pixels)


@pytest.mark.parametrize("number", [3, 5, 17, 33])
def test_a_colour_table_of_a_lossless_webp_lists_no_colour_besides(number):
    raster, wanted = few_colours(number), expected("webp-lossless")
    file = encode(raster, CODINGS["webp-lossless"])
    parsed = ParsedOutput()
    parse_webp(file, parsed)
    assert parsed.table == number
    assert failures(file, wanted) == set()

    def without_red(data: bytes):  # as if no pixel had the last colour
        pixels = reread(data, "webp").whole()
        pixels[0, 0] = 0
        return pixels

    report = audit(file, wanted, without_red, Traces(b"", ()))
    assert report.first_failure == "no-alpha"


def test_a_wrong_riff_length_and_dirty_padding():
    file = output("webp-lossless")
    wrong = file[:4] + struct.pack("<I", len(file) + 8) + file[8:]
    assert "nothing-else" in failures(wrong, expected("webp-lossless"))
    odd = riff_chunk(b"VP8L", file[20 : 20 + 11])[:-1] + b"J"
    assert "nothing-else" in failures(webp(odd), expected("webp-lossless"))


def test_tiff_tags_pages_and_gaps():
    file = output("tiff")
    entries = struct.unpack_from("<H", file, 8)[0]
    next_at = 10 + 12 * entries
    second_page = file[:next_at] + struct.pack("<I", 8) + file[next_at + 4 :]
    assert "one-picture" in failures(second_page, expected("tiff"))
    software = bytearray(file)
    software[10 + 12 * 11 : 12 + 12 * 11] = struct.pack("<H", 305)
    assert "structure" in failures(bytes(software), expected("tiff"))
    beside = bytearray(file)
    beside[10 + 12 * 3 + 10] = 0x4A  # the unused half of Compression's field
    assert "nothing-else" in failures(bytes(beside), expected("tiff"))
    gap = file + SENTINEL
    assert "nothing-else" in failures(gap, expected("tiff"))


def pages_failures(file: bytes, count: int) -> set[str]:
    wanted = [expected("tiff")] * count
    report = audit_pages(file, wanted, reread_pages, Traces(b"", ()))
    return {check.id for check in report.checks if not check.passed}


def test_a_tiff_of_pages_holds_just_these_pages():
    one = burned()
    odd = Raster(np.zeros((9, 7), np.uint8))
    file = write_pages([one, one], 2)
    assert pages_failures(file, 2) == set()
    assert "one-picture" in pages_failures(file, 1)
    assert "one-picture" in pages_failures(file, 3)
    assert "nothing-else" in pages_failures(file + SENTINEL, 2)
    # Each page is read back: what stands open on the second is found.
    open_page = Raster(photo(*SIZE))
    assert pages_failures(write_pages([one, open_page], 2), 2) == {"burned"}
    assert "size" in pages_failures(write_pages([one, odd], 2), 2)


def test_the_byte_that_evens_a_directorys_place_holds_nothing():
    one = burned()
    for width in range(1, 40):
        first = Raster(np.full((5, width), 9, np.uint8))
        alone = encode(first, CODINGS["tiff"])
        if len(alone) % 2:
            break
    file = bytearray(write_pages([first, one], 2))
    wanted = [expected("tiff", width=width, height=5, gray=True, covers=()), expected("tiff")]
    for value, passes in ((0, True), (0x4A, False)):
        file[len(alone)] = value
        assert audit_pages(bytes(file), wanted, reread_pages, Traces(b"", ())).passed == passes


def test_pillows_own_tiff_is_not_ours():
    file = file_of(burned().pixels, "TIFF", compression="tiff_lzw", software="SENTINEL")
    assert "structure" in failures(file, expected("tiff"))


@pytest.mark.parametrize("name", ["webp-lossy", "webp-lossless"])
@pytest.mark.parametrize("secret", [SENTINEL, SENTINEL[:16]])
def test_bytes_behind_the_picture_within_its_chunk(name, secret):
    file = output(name)
    data = file[20 : 20 + int.from_bytes(file[16:20], "little")] + secret
    planted = webp(riff_chunk(file[12:16], data))
    assert (shown(planted) == shown(file)).all()
    assert failures(planted, expected(name)) == {"nothing-else"}


@pytest.mark.parametrize("secret", [SENTINEL, bytes(range(256)) * 100])
def test_bytes_behind_the_modes_of_a_lossy_webp(secret):
    file = output("webp-lossy")
    tag = int.from_bytes(file[20:23], "little")
    end = 30 + (tag >> 5)
    size = (end - 30 + len(secret)) << 5 | tag & 0x1F
    data = size.to_bytes(3, "little") + file[23:end] + secret + file[end:]
    assert failures(webp(riff_chunk(b"VP8 ", data)), expected("webp-lossy")) == {"nothing-else"}


@pytest.mark.parametrize("size", [(1, 1), (16, 16), (17, 300)])
def test_a_small_lossy_webp_needs_all_that_it_holds(size):
    file = encode(Raster(np.full((size[1], size[0], 3), 77, np.uint8)), CODINGS["webp-lossy"])
    facts = {"width": size[0], "height": size[1], "covers": ()}
    assert failures(file, expected("webp-lossy", **facts)) == set()


@pytest.mark.parametrize("lengths", [(10, 20), (20, 10, 20), (0,)])
def test_chunks_of_a_png_whose_lengths_count_something(lengths):
    def change(rows):
        data = zlib.compress(rows, 1)
        chunks = b""
        for length in lengths:
            chunks += png_builder.chunk(b"IDAT", data[:length])
            data = data[length:]
        return chunks + png_builder.chunk(b"IDAT", data)

    planted = recompressed(change)
    assert (shown(planted) == shown(output("png"))).all()
    assert "structure" in failures(planted, expected("png"))


@pytest.mark.parametrize(("level", "window"), [(9, 9), (1, 14), (5, 15), (9, 15)])
def test_a_compressed_stream_of_another_window_or_kind(level, window):
    def change(rows):
        packer = zlib.compressobj(level, zlib.DEFLATED, window)
        return png_builder.chunk(b"IDAT", packer.compress(rows) + packer.flush())

    assert broken_by(recompressed(change)) == "structure"
    file = output("tiff")
    if window == 15 and level != 5:  # 5 and TIFF's own are of one kind
        parsed = ParsedOutput()
        parse_tiff(file, parsed)
        strip = parsed.picture[0][0]
        header = zlib.compress(b"", level)[:2]
        assert "structure" in failures(file[:strip] + header + file[strip + 2 :], expected("tiff"))


def test_a_wrong_checksum_of_the_rows():
    # The checksum of the compressed stream: four bytes that some readers never look at.
    def change(rows):
        return png_builder.chunk(b"IDAT", zlib.compress(rows, 1)[:-4] + b"JANE")

    assert "structure" in failures(recompressed(change), expected("png"))
    file = output("tiff")
    assert failures(file[:-4] + b"JANE", expected("tiff"))


def test_an_empty_chunk_at_the_end_of_the_picture():
    file = output("png")
    planted = file[:-12] + png_builder.chunk(b"IDAT", b"") + file[-12:]
    assert failures(planted, expected("png")) & {"structure", "nothing-else"}


def test_a_large_picture_in_several_chunks_passes():
    pixels = np.random.default_rng(0).integers(0, 256, (300, 400, 3), np.uint8)
    facts = {"width": 400, "height": 300, "covers": ()}
    for name in ("png", "webp-lossy", "webp-lossless", "tiff"):
        file = encode(Raster(pixels.copy()), CODINGS[name])
        assert failures(file, expected(name, **facts)) == set()
    wide = encode(Raster(pixels.astype(np.uint16) * 257), CODINGS["png"])
    assert wide.count(b"IDAT") >= 1
    assert failures(wide, expected("png", bits=16, **facts)) == set()
