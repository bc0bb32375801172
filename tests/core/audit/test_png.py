"""Each check of a PNG's container catches a planted leak of its kind."""

import io
import zlib

import numpy as np
import pytest
from PIL import Image
from pixelseal.core.audit.facts.parsed_output import Broken, ParsedOutput
from pixelseal.core.audit.png import parse as parse_png
from pixelseal.core.audit.tiff import parse as parse_tiff
from pixelseal.core.encode import encode
from pixelseal.core.pixels.raster import Raster

from tests.builders import png as png_builder
from tests.core.audit.outputs import (
    CODINGS,
    SENTINEL,
    burned,
    expected,
    failures,
    output,
    recompressed,
)
from tests.core.support import file_of, shown


def broken_by(file):
    """The check at which a PNG can be followed no further."""
    with pytest.raises(Broken) as broken:
        parse_png(file, ParsedOutput())
    return broken.value.check


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
