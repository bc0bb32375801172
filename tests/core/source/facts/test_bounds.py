"""Each bound on a file is exact: a file at the bound is accepted, one beyond it gets its code."""

import io
import struct
import zlib
from collections.abc import Callable

import pytest
from pixelseal.core.base import limits
from pixelseal.core.base.errors import SourceRefused
from pixelseal.core.source.facts.bounds import check_pages, check_size

from tests.builders import png
from tests.builders.bmff import Item, heif
from tests.builders.pictures import encoded, picture
from tests.core.source.outcomes import refusal
from tests.core.support import can_decode


def frames(count: int) -> bytes:
    stream = io.BytesIO()
    first, *more = (picture(9, 7).rotate(90 * turn) for turn in range(count))
    first.save(stream, "GIF", save_all=True, append_images=more)
    return stream.getvalue()


def pages(count: int) -> bytes:
    stream = io.BytesIO()
    first, *more = (picture(8, 8) for _ in range(count))
    first.save(stream, "TIFF", save_all=True, append_images=more)
    return stream.getvalue()


def progressive() -> bytes:
    return encoded("jpeg", progressive=True)


def texts(count: int, size: int) -> bytes:
    body = b"Comment\0\0" + zlib.compress(b"x" * size)
    return png.small(*[png.chunk(b"zTXt", body)] * count)


def surplus(size: int) -> bytes:
    plain = b"".join(b"\0" + bytes(range(12)) for _ in range(3))
    return png.small(data=plain + bytes(size))


def strips(count: int) -> bytes:
    return encoded("tiff", picture(8, count), tiffinfo={278: 1})


def pieces(file: bytes, kind: bytes) -> int:
    return file.count(kind)


def segments(file: bytes) -> int:
    """Steps of the walk over a JPEG: its segments, and the end."""
    at, steps = 2, 1
    while file[at + 1] != 0xD9:
        at += 2 + struct.unpack_from(">H", file, at + 2)[0]
        while not (file[at] == 0xFF and file[at + 1] not in (0, *range(0xD0, 0xD8))):
            at += 1
        steps += 1
    return steps


def tables(file: bytes) -> int:
    """Quantisation and Huffman tables, of which Pillow writes one a segment."""
    return file.count(b"\xff\xdb") + file.count(b"\xff\xc4")


def avif(count: int) -> bytes:
    return heif(*[Item() for _ in range(count)])


# (the bound, what it bounds in the file that is built, that file, the code beyond it).
CASES: list[tuple[str, int, Callable[[], bytes], str]] = [
    ("FILE_BYTES_MOST", len(encoded("png")), lambda: encoded("png"), "too-many-bytes"),
    ("PIXELS_WHOLE_MOST", 61 * 47, progressive, "too-many-pixels"),
    ("PAGES_MOST", 3, lambda: frames(3), "too-many-pages"),
    ("PAGES_MOST", 3, lambda: pages(3), "too-many-pages"),
    ("PIXELS_OF_PAGES_MOST", 3 * 63, lambda: frames(3), "too-many-pixels"),
    ("PIXELS_OF_PAGES_MOST", 3 * 64, lambda: pages(3), "too-many-pixels"),
    ("JPEG_SIDE_MOST", 61, progressive, "side-too-long"),
    ("JPEG_SCANS_MOST", pieces(progressive(), b"\xff\xda"), progressive, "expands-too-much"),
    ("JPEG_SEGMENTS_MOST", segments(progressive()), progressive, "expands-too-much"),
    ("JPEG_TABLES_MOST", tables(progressive()), progressive, "expands-too-much"),
    ("WEBP_CHUNKS_MOST", 4, lambda: encoded("webp", exif=b"Exif\0\0II*\0"), "file-damaged"),
    ("GIF_BLOCKS_MOST", 3 + 2 + 1, lambda: frames(3), "file-damaged"),
    ("PNG_CHUNKS_MOST", 5, lambda: texts(2, 9), "file-damaged"),
    ("INFLATED_METADATA_MOST", 999, lambda: texts(1, 999), "expands-too-much"),
    ("INFLATED_METADATA_SUM_MOST", 3 * 999, lambda: texts(3, 999), "expands-too-much"),
    ("SURPLUS_MOST", 777, lambda: surplus(777), "expands-too-much"),
    ("STRIPS_MOST", 12, lambda: strips(12), "expands-too-much"),
    ("IFDS_MOST", 4, lambda: pages(4), "expands-too-much"),
    ("HEIF_SIDE_MOST", 16, lambda: avif(1), "side-too-long"),
    ("HEIF_ITEMS_MOST", 3, lambda: avif(3), "file-damaged"),
]


@pytest.mark.parametrize(("name", "held", "file", "code"), CASES)
def test_a_bound_is_met_and_not_passed(name, held, file, code, monkeypatch):
    if name.startswith("HEIF") and not can_decode("avif"):
        pytest.skip("this Python has no AVIF codec")
    data = file()
    monkeypatch.setattr(limits, name, held)
    assert refusal(data) == "accepted"
    monkeypatch.setattr(limits, name, held - 1)
    assert refusal(data) == code


def code_of(check: Callable[..., None], *sizes: int) -> str:
    try:
        check(*sizes)
    except SourceRefused as refused:
        return refused.code
    return ""


def test_pixels_and_sides_at_their_edges():
    for pixels, side in ((limits.PIXELS_MOST, limits.SIDE_MOST), (180_000_000, 32_768)):
        width = 10_000
        assert code_of(check_size, width, pixels // width, side, pixels) == ""
        over = pixels // width + 1
        assert code_of(check_size, width, over, side, pixels) == "too-many-pixels"
        assert code_of(check_size, side, 1, side, pixels) == ""
        assert code_of(check_size, 1, side + 1, side, pixels) == "side-too-long"
    for size in ((0, 1), (1, 0), (-1, 5)):
        assert code_of(check_size, *size) == "zero-size"
    # As the files say it, before any memory is taken.
    assert code_of(check_size, 2**32 - 1, 2**32 - 1) == "too-many-pixels"


def test_pages_at_their_edges():
    most, pixels = limits.PAGES_MOST, limits.PIXELS_OF_PAGES_MOST
    assert code_of(check_pages, most, pixels) == ""
    assert code_of(check_pages, most + 1, 1) == "too-many-pages"
    assert code_of(check_pages, 1, pixels + 1) == "too-many-pixels"
