"""No byte before an output's coded picture can change unless the picture changes with it.

Every such byte takes every value (in codes that are slow to follow, one other). What the audit lets
pass must show another picture: whatever else could be told there would be told unseen.
"""

import functools
import sys
from collections.abc import Iterator

import numpy as np
import pytest
from pixelseal.core.audit import Expected, run, tiff
from pixelseal.core.audit.facts.parsed_output import ParsedOutput
from pixelseal.core.audit.jpeg import scan
from pixelseal.core.base import given_codecs
from pixelseal.core.base.arrays import Pixels
from pixelseal.core.decode.decode import reread
from pixelseal.core.encode import EncodeSettings, encode, write_pages
from pixelseal.core.pixels.raster import Raster

from tests.builders import png
from tests.core.audit.outputs import failures
from tests.core.support import photo

SIZE = (24, 16)
GRAY, DEEP = "gray", "deep"
# The coding, the picture's kind, and how many bytes of the coded picture are looked at, too: the
# headers of zlib, VP8L and VP8, and those of AV1 up to the strengths of its filters.
CASES: dict[str, tuple[EncodeSettings, set[str], int]] = {
    "jpeg": (EncodeSettings("jpeg", 90, "4:2:0"), set(), 0),
    "png": (EncodeSettings("png", 0, ""), set(), 2),
    "png-gray-deep": (EncodeSettings("png", 0, ""), {GRAY, DEEP}, 2),
    "tiff": (EncodeSettings("tiff", 0, ""), set(), 2),
    "tiff-gray-deep": (EncodeSettings("tiff", 0, ""), {GRAY, DEEP}, 2),
    "webp-lossless": (EncodeSettings("webp", 0, ""), set(), 5),
    "webp-lossy": (EncodeSettings("webp", 90, ""), set(), 10),
    "avif": (EncodeSettings("avif", 85, "4:4:4"), set(), 17),
    "avif-halved": (EncodeSettings("avif", 85, "4:2:0"), set(), 17),
}
# Places, counted from the coded picture's start, and how many values may stand there unseen.
UNSEEN = {
    # A last byte of zero can be the picture's or the padding of one that is a byte shorter.
    ("webp-lossless", -4): 1,
    # Blocks of 64 or 128 pixels: encoders choose by the picture's size, and both hold a small one.
    ("avif", 7): 1,
    ("avif-halved", 7): 1,
}
# Of a kind that another one stands for: a bit of each byte at a time.
ALIKE = ("png-gray-deep", "tiff-gray-deep", "avif-halved")
# Inside Pyodide all values would take minutes.
SLOW = sys.platform == "emscripten"


def picture(kind: set[str]) -> Raster:
    pixels = photo(*SIZE)
    if GRAY in kind:
        pixels = np.ascontiguousarray(pixels[:, :, 0])
    return Raster(pixels.astype(np.uint16) * 257 + 3 if DEEP in kind else pixels)


@functools.cache
def clean(name: str) -> tuple[bytes, Expected]:
    coding, kind, _ = CASES[name]
    if coding.format == "avif" and "avif" not in given_codecs._encoders:
        pytest.skip("this Python writes no AVIF")
    raster = picture(kind)
    expected = Expected(coding.format, *SIZE, raster.gray, raster.bits, coding.lossy, ())
    return encode(raster, coding), expected


def parsed_of(file: bytes, format: str) -> ParsedOutput:
    parsed = ParsedOutput()
    run.OUTPUTS[format].parse(file, parsed)
    return parsed


def header_bytes(name: str) -> list[int]:
    """Places outside of the coded picture, and its own header."""
    file, expected = clean(name)
    ranges = parsed_of(file, expected.format).picture
    within = {at for start, end in ranges for at in range(start + CASES[name][2], end)}
    return [at for at in range(len(file)) if at not in within]


def changed(file: bytes, at: int, values: list[int]) -> Iterator[bytes]:
    for value in values:
        if value != file[at]:
            yield file[:at] + bytes((value,)) + file[at + 1 :]


def passing(file: bytes, expected: Expected) -> bool:
    """True if the container's checks pass: they are quick, and nearly all that is changed fails."""

    def again(data: bytes) -> run.compare.Shown:
        return reread(data, expected.format)

    parsed, checks = run._container(file, expected.format, again)
    return all(check.passed for check in [*checks, run._size(parsed, expected)])


def told_unseen(name: str, files: Iterator[bytes]) -> int:
    """How many of the files pass the whole audit and show what the clean one shows."""
    file, expected = clean(name)
    shown = pixels(file, expected)
    passed = (other for other in files if passing(other, expected))
    kept = (other for other in passed if not failures(other, expected))
    return sum(np.array_equal(pixels(other, expected), shown) for other in kept)


def pixels(file: bytes, expected: Expected) -> Pixels:
    return np.asarray(reread(file, expected.format)[: expected.height])


def values_of(name: str, at: int, every: bool) -> list[int]:
    """What a byte becomes: anything, or where that would be slow what one bit of it makes."""
    byte = clean(name)[0][at]
    return list(range(256)) if every else [byte ^ 1 << bit for bit in range(8)]


@pytest.mark.parametrize("name", [name for name in CASES if name != "jpeg"])
def test_no_byte_before_the_picture_tells_anything(name: str) -> None:
    file, expected = clean(name)
    start = parsed_of(file, expected.format).picture[0][0]
    for at in header_bytes(name):
        # What stands in the picture itself is decoded before it fails.
        every = not SLOW and name not in ALIKE and at < start + 8
        files = changed(file, at, values_of(name, at, every))
        assert told_unseen(name, files) <= UNSEEN.get((name, at - start), 0), at - start


def test_no_byte_before_the_scan_of_a_jpeg_tells_anything(monkeypatch: pytest.MonkeyPatch) -> None:
    file, _ = clean("jpeg")
    codes = range(file.index(b"\xff\xc4"), file.index(b"\xff\xdd"))
    for at in codes:
        assert told_unseen("jpeg", changed(file, at, [file[at] ^ 1 << at % 8])) == 0, at
    # Nothing else needs the scan to be followed: sizes are compared with the expected ones.
    monkeypatch.setattr(scan, "walk", lambda *_: None)
    for at in set(header_bytes("jpeg")) - set(codes):
        assert told_unseen("jpeg", changed(file, at, values_of("jpeg", at, not SLOW))) == 0, at


def test_a_checksum_made_right_hides_nothing() -> None:
    for name in ("png", "png-gray-deep"):
        file, _ = clean(name)
        body = file[16:29]  # of IHDR
        for at in range(len(body)):
            headers = changed(body, at, list(range(256)))
            files = (file[:8] + png.chunk(b"IHDR", body) + file[33:] for body in headers)
            assert told_unseen(name, files) == 0
        data = file[41:-16]  # of IDAT
        for at in range(2):
            bodies = changed(data, at, list(range(256)))
            files = (file[:33] + png.chunk(b"IDAT", body) + file[-12:] for body in bodies)
            assert told_unseen(name, files) == 0


def test_no_byte_of_a_tiff_of_pages_tells_anything() -> None:
    rasters = [picture(set()), picture({GRAY}), picture({GRAY, DEEP})]
    wanted = [Expected("tiff", *SIZE, r.gray, r.bits, False, ()) for r in rasters]
    file = write_pages(rasters, len(rasters))

    def followed(data: bytes) -> list[ParsedOutput] | None:
        pages = [ParsedOutput() for _ in rasters]
        checks = run._followed(lambda: tiff.parse_pages(data, pages), pages)
        checks += [run._size(*pair) for pair in zip(pages, wanted, strict=True)]
        return pages if all(check.passed for check in checks) else None

    found = followed(file)
    assert found
    within = {at for page in found for start, end in page.picture for at in range(start + 2, end)}
    for at in set(range(len(file))) - within:
        values = [file[at] ^ 1 << bit for bit in range(8)]
        assert not any(followed(data) for data in changed(file, at, values)), at
