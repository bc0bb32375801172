"""Whatever the bytes are: a File or a refusal with a code, in bounded memory. Never a crash."""

import random
import struct
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pixelseal.core.source import examine
from pixelseal.core.source.sniff import sniff

from tests.builders import bmff, jpeg, tiff
from tests.builders.pictures import FORMATS, NOT_WRITTEN, encoded, picture
from tests.core.source.outcomes import refusal

SOUND = {
    **{format: encoded(format) for format in FORMATS},
    "progressive": encoded("jpeg", progressive=True),
    "restarts": encoded("jpeg", restart_marker_rows=1),
    "lzw": encoded("tiff", compression="tiff_lzw"),
    "packbits": encoded("tiff", compression="packbits"),
    "fax": encoded("tiff", picture(mode="1"), compression="group4"),
    **({} if NOT_WRITTEN else {"jpeg-in-tiff": encoded("tiff", compression="jpeg")}),
    "lossless-webp": encoded("webp", lossless=True),
    "exif": jpeg.with_segments(encoded("jpeg"), jpeg.exif(tiff.tiff(tiff.gps_ifd()))),
    "bigtiff": tiff.tiff(tiff.gray_page((bytes(48),)), big=True),
}
# What may be said of a file that was cut off. A cut inside a TIFF can hit its directory, which
# stands at the end; a cut inside the signature leaves nothing that could be told.
# Bytes at the end without which nothing of the picture lacks: EOI, IEND, a trailer, what fills up a
# last row.
NEEDLESS = {"jpeg": 2, "progressive": 2, "restarts": 2, "exif": 2, "bmp": 1, "png": 12, "gif": 1}
CUT_CODES = {"file-truncated", "file-damaged", "tiff-short-strips", "not-an-image"}


@pytest.mark.parametrize("name", SOUND)
def test_the_files_to_be_broken_are_sound(name: str) -> None:
    assert refusal(SOUND[name]) == "accepted"


@pytest.mark.parametrize("name", SOUND)
@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.95])
def test_cut_files_are_refused(name: str, share: float) -> None:
    data = SOUND[name]
    assert refusal(data[: int(len(data) * share)]) in CUT_CODES


@pytest.mark.parametrize("name", SOUND)
def test_no_cut_at_all_passes(name: str) -> None:
    data = SOUND[name][: len(SOUND[name]) - NEEDLESS.get(name, 0)]
    cuts = range(len(data)) if len(data) < 2000 else random.Random(7).sample(range(len(data)), 300)
    for cut in cuts:
        assert refusal(data[:cut]) != "accepted", cut


def test_last_byte_counts() -> None:
    for name, data in SOUND.items():
        needed = len(data) - NEEDLESS.get(name, 0)
        assert refusal(data[: needed - 1]) in CUT_CODES, name
        assert all(refusal(data[:end]) == "accepted" for end in range(needed, len(data))), name


@given(st.binary(max_size=400))
def test_random_bytes(data: bytes) -> None:
    refusal(data)


@given(
    st.sampled_from(sorted(SOUND)),
    st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), min_size=1, max_size=6),
)
def test_changed_bytes(name: str, changes: list[tuple[float, int]]) -> None:
    data = bytearray(SOUND[name])
    for place, value in changes:
        data[int(place * len(data))] = value
    refusal(bytes(data))


@given(st.sampled_from(sorted(SOUND)), st.data())
def test_changed_heads(name: str, draw: st.DataObject) -> None:
    """Most structure stands in the first bytes: hit these harder."""
    data = bytearray(SOUND[name])
    for _ in range(draw.draw(st.integers(1, 4))):
        place = draw.draw(st.integers(0, min(len(data), 160) - 1))
        data[place] = draw.draw(st.sampled_from((0, 1, 0x7F, 0x80, 0xFE, 0xFF, data[place] ^ 1)))
    refusal(bytes(data))


@given(st.sampled_from(sorted(SOUND)), st.floats(0, 1), st.floats(0, 1), st.binary(max_size=40))
def test_spliced_files(name: str, start: float, end: float, put_in: bytes) -> None:
    data = SOUND[name]
    first, last = sorted((int(start * len(data)), int(end * len(data))))
    refusal(data[:first] + put_in + data[last:])


@pytest.mark.parametrize("offset", [2**31, 2**32, 2**63 - 1, 2**64 - 1])
def test_offsets_beyond_any_address(offset: int) -> None:
    data = SOUND["bigtiff"]
    assert refusal(data[:8] + offset.to_bytes(8, "little") + data[16:]) == "file-truncated"
    for place in range(16, len(data) - 8, 4):
        refusal(data[:place] + offset.to_bytes(8, "little") + data[place + 8 :])


@given(st.binary(max_size=300))
def test_random_exif_never_refuses(block: bytes) -> None:
    data = jpeg.with_segments(SOUND["jpeg"], jpeg.exif(b"II*\x00\x08\x00\x00\x00" + block))
    assert examine(data).first.width == 61


@given(st.binary(max_size=300))
def test_random_metadata_never_refuses(block: bytes) -> None:
    for segment in (
        jpeg.xmp(block),
        jpeg.photoshop(block),
        jpeg.photoshop(b"8BIM" + block),
        jpeg.photoshop(jpeg.resource(0x0404, b"\x1c\x02" + block)),
        jpeg.segment(0xE2, b"ICC_PROFILE\x00\x01\x01" + block),
        jpeg.segment(0xE2, b"MPF\x00II*\x00" + block),
        jpeg.segment(0xE0, b"JFIF\x00" + block),
        jpeg.segment(0xEB, b"JP" + block),
    ):
        assert examine(jpeg.with_segments(SOUND["jpeg"], segment)).first.width == 61


@given(st.binary(max_size=64))
def test_sniffing_random_heads(head: bytes) -> None:
    name, taken = sniff(head)
    assert name or not taken


PROFILE = bytes(1_000_000)


def _one_profile_for_all_pages(pages: int, step: int = 0) -> bytes:
    """A TIFF whose pages all refer to one profile, or each to one that begins `step` later."""
    told = {"t34675": (tiff.UNDEFINED, bytes(8))}
    data = bytearray(tiff.tiff(*(tiff.gray_page((bytes(48),), **told) for _ in range(pages))))
    place, start = 0, len(data)
    for number in range(pages):
        place = data.index(struct.pack("<HHI", 34675, 7, 8), place)
        at = start + number * step
        struct.pack_into("<HHII", data, place, 34675, 7, len(PROFILE), at)
        place += 12
    return bytes(data) + PROFILE + bytes(step * pages)


def _peak(file: bytes) -> tuple[int, int, int]:
    """(pages, bytes of the profile, most bytes held while the file was examined)."""
    tracemalloc.start()
    source = examine(file)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return len(source.pages), len(source.pages[-1].profile), peak


def test_a_profile_that_all_pages_share_is_held_once() -> None:
    """16 MB and 500 pages were 8 GB: the page's worker died of one file."""
    found = _peak(_one_profile_for_all_pages(100))
    assert found[:2] == (100, len(PROFILE)) and found[2] < 8 * len(PROFILE)
    item = bmff.Item(properties=(*bmff.Item().properties, (b"colr", b"prof" + PROFILE)))
    found = _peak(bmff.heif(*[item] * 100))
    assert found[:2] == (100, len(PROFILE)) and found[2] < 8 * len(PROFILE)


def test_profiles_that_overlap_are_no_way_around() -> None:
    assert refusal(_one_profile_for_all_pages(100, step=1)) == "expands-too-much"


def test_memory_stays_small_for_headers_that_promise_much() -> None:
    wide = tiff.gray_page((bytes(48),), width=100_000, height=1_700)
    bombs = [
        tiff.tiff(wide),
        jpeg.with_frame_bytes(SOUND["jpeg"], 1, b"\x30\x00\x30\x00"),
        SOUND["gif"][:6] + b"\x00\x30\x00\x30" + SOUND["gif"][10:],
        SOUND["bmp"][:18] + b"\x00\x30\x00\x00\x00\x30\x00\x00" + SOUND["bmp"][26:],
    ]
    tracemalloc.start()
    for bomb in bombs:
        refusal(bomb)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    # The tables by which a scan without an end is followed take 9 MB, whatever was promised.
    assert peak < 16 * 1024 * 1024
