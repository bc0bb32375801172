"""Each check of the audit, in each format, fails for a planted leak of its kind: none is idle.

The other tests here try each check in many ways; this table is compared with the list of checks and
of codings, so that none is added without a test.
"""

import struct
from collections.abc import Callable

import numpy as np
import pytest
from pixelseal.core.audit.facts.checks import CHECKS
from pixelseal.core.base import given_codecs
from pixelseal.core.encode import EncodeSettings, encode, write_pages
from pixelseal.core.pixels.raster import Raster

from tests.builders import jpeg as jpeg_builder
from tests.builders import png as png_builder
from tests.builders.containers import riff_chunk, webp
from tests.core.audit.outputs import CODINGS, SENTINEL, SIZE, burned, expected, failures
from tests.core.support import file_of, photo

ALL = {**CODINGS, "avif": EncodeSettings("avif", 85, "4:4:4")}
# Nothing of the kind can be in such a file: it has no tables of a camera's, or no alpha at all.
NOT_THERE = {
    ("no-alpha", "jpeg"): "a JPEG has one or three components; another number is 'structure'",
    ("constant-tables", "png"): "its coding has no tables but those of its Deflate stream",
    ("constant-tables", "tiff"): "the same",
    ("constant-tables", "webp-lossless"): "its tables are those of its picture's codes",
    ("constant-tables", "webp-lossy"): "its steps come from the standard's own table by number",
}


def bad_start(file: bytes) -> bytes:
    return b"X" + file[1:]


def behind(file: bytes) -> bytes:
    return file + SENTINEL


def second_riff(file: bytes) -> bytes:
    return webp(file[12:], file[12:])


def alpha_riff(file: bytes) -> bytes:
    return webp(riff_chunk(b"ALPH", SENTINEL), file[12:])


def alpha_bit(file: bytes) -> bytes:
    return file[:24] + bytes((file[24] | 0x10,)) + file[25:]


def camera_tables(_file: bytes) -> bytes:
    own = [[min(255, 3 + 2 * i) for i in range(64)], [min(255, 5 + 3 * i) for i in range(64)]]
    return file_of(burned().pixels, "JPEG", qtables=own, subsampling=2, optimize=True)


def animation(file: bytes) -> bytes:
    return png_builder.with_chunks(file, png_builder.chunk(b"acTL", bytes(8)))


def with_alpha(_file: bytes) -> bytes:
    pixels = burned().pixels
    return file_of(np.dstack([pixels, np.full(pixels.shape[:2], 255, np.uint8)]), "PNG")


def two_pages(_file: bytes) -> bytes:
    return write_pages([burned(), burned()], 2)


def extra_samples(file: bytes) -> bytes:
    """The tag of planar samples, which all TIFFs have, made into that of extra ones."""
    at = 10 + 12 * 11
    assert file[at : at + 2] == struct.pack("<H", 284)
    return file[:at] + struct.pack("<H", 338) + file[at + 2 :]


def second_unit(file: bytes) -> bytes:
    """One more unit behind an AVIF's frame, all lengths made right."""
    more = b"\x7a" + bytes([len(SENTINEL)]) + SENTINEL
    start, length = file.index(b"mdat") + 4, file.index(b"iloc") + 4 + 14 + 4
    payload = file[start:] + more
    head = file[:length] + struct.pack(">I", len(payload)) + file[length + 4 : start - 8]
    return head + struct.pack(">I", 8 + len(payload)) + b"mdat" + payload


def alpha_property(file: bytes) -> bytes:
    at = file.index(b"pixi")
    return file[:at] + b"auxC" + file[at + 4 :]


def another_configuration(file: bytes) -> bytes:
    at = file.index(b"av1C") + 5
    return file[:at] + bytes((file[at] ^ 1,)) + file[at + 1 :]


LEAKS: dict[tuple[str, str], Callable[[bytes], bytes]] = {
    **{("structure", name): bad_start for name in ALL},
    **{("nothing-else", name): behind for name in ALL},
    ("one-picture", "jpeg"): lambda file: file * 2,
    ("one-picture", "png"): animation,
    ("one-picture", "tiff"): two_pages,
    ("one-picture", "webp-lossy"): second_riff,
    ("one-picture", "webp-lossless"): second_riff,
    ("one-picture", "avif"): second_unit,
    ("no-alpha", "png"): with_alpha,
    ("no-alpha", "tiff"): extra_samples,
    ("no-alpha", "webp-lossy"): alpha_riff,
    ("no-alpha", "webp-lossless"): alpha_bit,
    ("no-alpha", "avif"): alpha_property,
    ("constant-tables", "jpeg"): camera_tables,
    ("constant-tables", "avif"): another_configuration,
}
# What these look at is not in the container: another picture, source or expectation is given.
BY_CONTENT = ("size", "burned", "source-bytes", "source-texts")


def wanted_of(name: str, **changes: object):
    if name == "avif":
        return expected("jpeg", format="avif", **changes)
    return expected(name, **changes)


@pytest.fixture(scope="module", params=ALL)
def clean(request: pytest.FixtureRequest) -> tuple[str, bytes]:
    name = str(request.param)
    if name == "avif" and name not in given_codecs._encoders:
        pytest.skip("this Python writes no AVIF")
    return name, encode(burned(), ALL[name])


def test_the_table_has_every_check_and_every_coding() -> None:
    container = {(check, name) for check in CHECKS if check not in BY_CONTENT for name in ALL}
    assert set(LEAKS) | set(NOT_THERE) == container
    assert not set(LEAKS) & set(NOT_THERE)


@pytest.mark.parametrize("check", [check for check in CHECKS if check not in BY_CONTENT])
def test_a_leak_in_the_container_fails_its_check(check: str, clean: tuple[str, bytes]) -> None:
    name, file = clean
    assert failures(file, wanted_of(name)) == set()
    if (check, name) in LEAKS:
        assert check in failures(LEAKS[check, name](file), wanted_of(name))


def test_a_leak_in_the_content_fails_its_check(clean: tuple[str, bytes]) -> None:
    name, file = clean
    assert failures(file, wanted_of(name, height=SIZE[1] + 1)) >= {"size"}
    open_picture = encode(Raster(photo(*SIZE)), ALL[name])
    assert failures(open_picture, wanted_of(name)) == {"burned"}
    middle = len(file) * 3 // 4  # in each of these the picture's data
    run = file[middle - 80 : middle]
    source = jpeg_builder.with_segments(
        file_of(photo(*SIZE), "JPEG"), jpeg_builder.segment(0xFE, b"abc" + run)
    )
    assert failures(file, wanted_of(name), source) == {"source-bytes"}
    text = file[middle : middle + 12].decode("latin-1")
    assert failures(file, wanted_of(name), texts=(text,)) == {"source-texts"}
