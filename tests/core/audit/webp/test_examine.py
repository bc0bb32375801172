"""Each check of a WebP's container catches a planted leak of its kind."""

import struct

import numpy as np
import pytest
from pixelseal.core.audit import Traces, audit
from pixelseal.core.audit.facts.parsed_output import ParsedOutput
from pixelseal.core.audit.webp.examine import parse as parse_webp
from pixelseal.core.decode.decode import reread
from pixelseal.core.encode import encode
from pixelseal.core.pixels.raster import Raster

from tests.builders.containers import riff_chunk, webp
from tests.core.audit.outputs import (
    CODINGS,
    SENTINEL,
    SIZE,
    burned,
    expected,
    failures,
    output,
)
from tests.core.support import file_of, shown


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
