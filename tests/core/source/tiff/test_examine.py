"""TIFF: pages are counted, and every strip and tile holds the pixels that it declares."""

import struct
import zlib

import pytest
from pixelseal.core.base import limits
from pixelseal.core.base.errors import SourceRefused
from pixelseal.core.source import examine
from pixelseal.core.source.tiff.data import packbits_length

from tests.builders import tiff
from tests.builders.pictures import encoded, picture
from tests.builders.tiff import ASCII, LONG, SHORT, UNDEFINED, Ifd, gray_page
from tests.core.source.outcomes import found, refusal

ROWS = bytes(range(48))  # an 8 x 6 grey picture
HALVES = (ROWS[:24], ROWS[24:])


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("big", [False, True])
def test_facts_in_both_byte_orders_and_sizes(order: str, big: bool) -> None:
    source = examine(tiff.tiff(gray_page(HALVES), order=order, big=big))
    assert (source.first.width, source.first.height, source.first.bits, source.first.channels) == (
        8,
        6,
        8,
        "gray",
    )
    assert (len(source.pages), source.first.lossy, source.first.browser_may_show) == (
        1,
        False,
        False,
    )


@pytest.mark.parametrize("compression", ["raw", "tiff_lzw", "packbits", "group3", "group4"])
@pytest.mark.parametrize("size", [(61, 47), (1, 1), (700, 300), (2600, 3)])
def test_what_an_encoder_writes_is_whole(compression: str, size: tuple[int, int]) -> None:
    mode = "1" if compression.startswith("group") else "RGB"
    image = picture(*size, mode=mode)
    source = examine(encoded("tiff", image, compression=compression))
    assert (source.first.width, source.first.height) == size


def _cut_strips(data: bytes, keep: float) -> bytes:
    """The file with its strip byte counts lowered to a share of what they were."""
    at = int.from_bytes(data[4:8], "little")
    out = bytearray(data)
    for place in range(at + 2, at + 2 + 12 * int.from_bytes(data[at : at + 2], "little"), 12):
        tag, kind, count = struct.unpack_from("<HHI", data, place)
        if tag == 279:
            code, size = ("H", 2) if kind == SHORT else ("I", 4)
            start = place + 8
            if count * size > 4:
                start = int.from_bytes(data[place + 8 : place + 12], "little")
            for index in range(count):
                (old,) = struct.unpack_from("<" + code, data, start + index * size)
                struct.pack_into("<" + code, out, start + index * size, int(old * keep))
    return bytes(out)


@pytest.mark.parametrize("compression", ["raw", "tiff_lzw", "packbits", "group4", "jpeg"])
@pytest.mark.parametrize("keep", [0.3, 0.6, 0.95])
def test_strips_shorter_than_declared_are_refused(compression: str, keep: float) -> None:
    mode = "1" if compression == "group4" else "RGB"
    data = encoded("tiff", picture(300, 200, mode=mode), compression=compression)
    assert refusal(data) == "accepted"
    assert refusal(_cut_strips(data, keep)) in ("tiff-short-strips", "file-truncated")


@pytest.mark.parametrize("compression", [8, 32946])
def test_deflate_strips(compression: int) -> None:
    whole = tuple(zlib.compress(half) for half in HALVES)
    assert refusal(tiff.tiff(gray_page(whole, compression=compression))) == "accepted"
    short = (whole[0], zlib.compress(HALVES[1][:-1]))
    assert refusal(tiff.tiff(gray_page(short, compression=compression))) == "tiff-short-strips"
    cut = (whole[0], whole[1][:-5])
    assert refusal(tiff.tiff(gray_page(cut, compression=compression))) == "tiff-short-strips"
    flood = (whole[0], zlib.compress(bytes(64 * 1024 * 1024)))
    assert refusal(tiff.tiff(gray_page(flood, compression=compression))) == "expands-too-much"


def test_packbits_is_counted() -> None:
    assert packbits_length(b"\x02abc\xfe\x00\x80\x00z", 99) == 3 + 3 + 1
    assert packbits_length(b"\x7fonly a few", 99) == 10
    assert packbits_length(b"\x81", 99) == 0


def test_first_lzw_code_must_clear_the_table() -> None:
    assert refusal(tiff.tiff(gray_page((b"\x00\x01" + bytes(60),), compression=5))) == (
        "format-unsupported"
    )
    assert refusal(tiff.tiff(gray_page((b"\x40" + bytes(60),), compression=5))) == "file-damaged"


def test_lzw_code_outside_the_table_is_damage() -> None:
    # A clear code, then code 300, before anything was put into the table.
    bits = f"{256:09b}{300:09b}".ljust(32, "0")
    strip = int(bits, 2).to_bytes(4, "big")
    assert refusal(tiff.tiff(gray_page((strip,), compression=5))) == "file-damaged"


def test_clear_codes_without_end_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "LZW_CLEARS_MOST", 500)
    clears = int(f"{256:09b}" * 8, 2).to_bytes(9, "big")
    page = gray_page((clears * 1_000,), width=400, height=300, compression=5)
    assert refusal(tiff.tiff(page)) == "expands-too-much"


def test_strips_that_lie_on_one_another_are_refused() -> None:
    stream = encoded("jpeg", picture(500, 400, mode="L"))
    page = gray_page((stream,), width=500, height=400, compression=7, t278=(LONG, [1]))
    page.tags[273] = (LONG, [8] * 400)
    page.tags[279] = (LONG, [len(stream)] * 400)
    assert refusal(tiff.tiff(page)) == "expands-too-much"


def test_large_fax_data_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "FAX_BYTES_MOST", 10)
    assert refusal(encoded("tiff", picture(mode="1"), compression="group4")) == "format-unsupported"


def test_strips_outside_the_file_are_a_truncation() -> None:
    data = tiff.tiff(gray_page((ROWS,), t273=(LONG, [10_000])))
    assert refusal(data) == "file-truncated"


def test_too_few_strips_for_the_height() -> None:
    short = gray_page(HALVES, t278=(LONG, [2]))
    assert refusal(tiff.tiff(short)) == "tiff-short-strips"


def test_tiles() -> None:
    tile = bytes(256)
    tags = {322: (SHORT, [16]), 323: (SHORT, [16])}
    page = gray_page((tile, tile), width=20, height=10)
    page.tags.update(tags)
    page.tiled = True
    assert examine(tiff.tiff(page)).first.width == 20
    page.strips = (tile, tile[:-1])
    assert refusal(tiff.tiff(page)) == "tiff-short-strips"


def test_separate_planes_each_need_their_strips() -> None:
    page = gray_page((ROWS, ROWS, ROWS), t262=(SHORT, [2]), t258=(SHORT, [8, 8, 8]))
    page.tags.update({277: (SHORT, [3]), 284: (SHORT, [2]), 278: (LONG, [6])})
    assert examine(tiff.tiff(page)).first.channels == "rgb"
    page.strips = (ROWS, ROWS)
    assert refusal(tiff.tiff(page)) == "tiff-short-strips"


@pytest.mark.parametrize("big", [False, True])
def test_each_page_has_its_own_facts_and_all_must_be_whole(big: bool) -> None:
    first = gray_page((ROWS,))
    second = gray_page((bytes(20),), 5, 4, t274=(SHORT, [6]))
    source = examine(tiff.tiff(first, second, big=big))
    assert len(source.pages) == 2
    sizes = [(page.upright_width, page.upright_height) for page in source.pages]
    assert sizes == [(8, 6), (4, 5)]
    second.strips = (bytes(19),)
    assert refusal(tiff.tiff(first, second, big=big)) == "tiff-short-strips"


def test_only_the_page_that_is_asked_for_needs_its_data() -> None:
    short = gray_page((bytes(47),))
    file = tiff.tiff(gray_page((ROWS,)), short)
    assert len(examine(file, 1).pages) == 2
    for page in (2, None):
        with pytest.raises(SourceRefused) as refused:
            examine(file, page)
        assert refused.value.code == "tiff-short-strips"


def test_pages_and_their_pixels_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    file = tiff.tiff(*[gray_page((ROWS,))] * 3)
    monkeypatch.setattr(limits, "PIXELS_OF_PAGES_MOST", 8 * 6 * 3)
    assert refusal(file) == "accepted"
    monkeypatch.setattr(limits, "PIXELS_OF_PAGES_MOST", 8 * 6 * 3 - 1)
    assert refusal(file) == "too-many-pixels"
    monkeypatch.setattr(limits, "PAGES_MOST", 2)
    assert refusal(file) == "too-many-pages"


@pytest.mark.parametrize("tag", [(254, 1), (254, 4), (255, 2)])
def test_reduced_pictures_and_masks_are_named_not_counted(tag: tuple[int, int]) -> None:
    small = gray_page((ROWS,))
    small.tags[tag[0]] = (LONG, [tag[1]])
    source = examine(tiff.tiff(gray_page((ROWS,)), small))
    assert len(source.pages) == 1
    assert "second-picture" in found(source)


def test_preview_that_stands_first_is_a_camera_raw() -> None:
    small = gray_page((ROWS,))
    small.tags[254] = (LONG, [1])
    assert refusal(tiff.tiff(small)) == "format-unsupported"


def test_pictures_behind_a_sub_directory_are_named() -> None:
    page = gray_page((ROWS,))
    page.children[330] = gray_page((ROWS,))
    assert "second-picture" in found(examine(tiff.tiff(page)))


def test_loop_of_pages_ends() -> None:
    assert refusal(tiff.tiff(gray_page((ROWS,)), loop=True)) == "file-damaged"


def test_tag_that_stands_twice_is_damage() -> None:
    data = bytearray(tiff.tiff(gray_page((ROWS,))))
    at = int.from_bytes(data[4:8], "little") + 2
    # The entries of width (256) and height (257) come first: call both width.
    struct.pack_into("<H", data, at + 12, 256)
    assert refusal(bytes(data)) == "file-damaged"


@pytest.mark.parametrize(
    ("tags", "code"),
    [
        ({259: (SHORT, [6])}, "format-unsupported"),
        ({259: (SHORT, [50_000])}, "format-unsupported"),
        ({259: (SHORT, [12_345])}, "format-unsupported"),
        ({339: (SHORT, [3]), 258: (SHORT, [32])}, "format-unsupported"),
        ({339: (SHORT, [2])}, "format-unsupported"),
        ({258: (SHORT, [7])}, "format-unsupported"),
        ({262: (SHORT, [32_803])}, "format-unsupported"),
        ({317: (SHORT, [3])}, "format-unsupported"),
        ({277: (SHORT, [2]), 258: (SHORT, [8, 8])}, "format-unsupported"),
        ({256: (LONG, [0])}, "zero-size"),
        ({256: (LONG, [2**32 - 1]), 257: (LONG, [2**32 - 1])}, "too-many-pixels"),
        ({256: (LONG, [100_000]), 257: (LONG, [100_000])}, "too-many-pixels"),
        ({256: (LONG, [13_000]), 257: (LONG, [13_000])}, "tiff-short-strips"),
    ],
)
def test_kinds_that_are_refused(tags: dict[int, tuple[int, list[int]]], code: str) -> None:
    page = gray_page((ROWS,))
    page.tags.update(tags)
    assert refusal(tiff.tiff(page)) == code


def test_jpeg_strips_give_the_grid() -> None:
    source = examine(encoded("tiff", picture(100, 90), compression="jpeg", quality=80))
    assert (source.first.lossy, source.first.sampling, source.first.mcu) == (True, "4:4:4", (8, 8))
    assert len(source.first.quant) == 1


def test_strips_that_cut_a_block_row_make_the_strip_the_grid() -> None:
    stream = encoded("jpeg", picture(16, 12, mode="L"))
    page = gray_page((stream, stream), width=16, height=24, compression=7)
    # Each strip of 12 rows restarts its 8-row blocks: no grid of 8 holds over the whole page.
    assert examine(tiff.tiff(page)).first.mcu == (8, 12)


def test_jpeg_strip_lower_than_its_rows_is_refused() -> None:
    low = encoded("jpeg", picture(16, 8, mode="L"))
    page = gray_page((low,), width=16, height=24, compression=7)
    assert refusal(tiff.tiff(page)) == "tiff-short-strips"


def test_lossless_jpeg_inside_is_refused() -> None:
    stream = encoded("jpeg", picture(16, 8, mode="L")).replace(b"\xff\xc0", b"\xff\xc3")
    page = gray_page((stream,), width=16, height=8, compression=7)
    assert refusal(tiff.tiff(page)) == "jpeg-lossless"


def test_orientation_and_blocks() -> None:
    page = gray_page((ROWS,))
    page.tags.update(
        {
            274: (SHORT, [8]),
            315: (ASCII, b"Photographer Placeholder\x00"),
            700: (UNDEFINED, b'<x a:CreateDate="2031-02-03T04:05:06"/>'),
            52_545: (UNDEFINED, bytes(30)),
            60_000: (ASCII, b"case number 0815/4711\x00"),
        }
    )
    page.children[34_853] = tiff.gps_ifd()
    source = examine(tiff.tiff(page))
    kinds = found(source)
    assert source.first.orientation == 8
    assert kinds["author-name"] == ["Photographer Placeholder"]
    assert kinds["gps"] == ["12.50000° N, 34.01000° E"]
    assert kinds["capture-date"] == ["2031:02:03", "2031-02-03T04:05:06"]
    assert {"content-credentials", "unknown-segment"} <= set(kinds)
    assert "case number 0815/4711" in source.texts


def test_bytes_that_no_tag_refers_to_are_named() -> None:
    data = tiff.tiff(gray_page((ROWS,)))
    assert "stray-bytes" not in found(examine(data))
    assert found(examine(data + b"zip archive"))["trailing-bytes"] == ["11 bytes"]


def test_directories_that_point_at_each_other_end() -> None:
    page = gray_page((ROWS,))
    page.children[34_665] = Ifd({34_665: (LONG, [8]), 330: (LONG, [8])})
    assert refusal(tiff.tiff(page)) == "accepted"
