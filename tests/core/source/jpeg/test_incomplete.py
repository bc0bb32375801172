"""JPEGs that omit what a decoder can do without: opened if the picture is complete."""

import io
import random
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageFile
from pixelseal.core.audit.jpeg import huffman
from pixelseal.core.base.arrays import Pixels
from pixelseal.core.base.errors import SourceRefused
from pixelseal.core.decode.decode import decode
from pixelseal.core.decode.mend_jpeg import mended
from pixelseal.core.source import examine
from pixelseal.core.source.jpeg import frame
from pixelseal.core.source.jpeg.frame import read_stream
from pixelseal.core.source.jpeg.implied_tables import IMPLIED_TABLES
from pixelseal.core.source.jpeg.walk import scan_end
from pixelseal.core.source.jpeg.walk_progressive import progressive_end

from tests.builders import arithmetic_jpeg, jpeg, tiff
from tests.builders.pictures import encoded, picture
from tests.builders.sampled_jpeg import sampled_jpeg
from tests.core.source.outcomes import found, refusal
from tests.core.support import needs_tool, photo, recipe, redact, shown

PHOTO = encoded("jpeg", quality=85)
TRAILER = b"\0\0\1\x09\x0f\0\0\0Panorama_Shot_I" + bytes(90) + b"SEFHe\0\0\0\2\0\0\0SEFT"


def decoded(data: bytes) -> Pixels:
    return decode(data, examine(data).first).held().pixels


def same_output(data: bytes, usual: bytes) -> bool:
    asked = recipe((8, 4, 13, 9))
    return redact(data, asked).output == redact(usual, asked).output


SEQUENTIAL = {
    "4:2:0": PHOTO,
    "4:4:4": encoded("jpeg", quality=95, subsampling=0),
    "gray": encoded("jpeg", picture(mode="L")),
    "cmyk": encoded("jpeg", picture(mode="CMYK")),
    "optimised": encoded("jpeg", optimize=True),
    "restarts": encoded("jpeg", restart_marker_blocks=3),
    "unusual sampling": sampled_jpeg(photo(61, 47), 3, 1),
    "wide": encoded("jpeg", picture(700, 5), quality=100),
}


PROGRESSIVE = {
    "progressive 4:2:0": encoded("jpeg", progressive=True, quality=85),
    "progressive 4:4:4": encoded("jpeg", picture(97, 61), progressive=True, subsampling=0),
    "progressive, fine": encoded("jpeg", Image.fromarray(photo(200, 133)), progressive=True,
                                 quality=98),
    "progressive, coarse": encoded("jpeg", Image.fromarray(photo(200, 133)), progressive=True,
                                   quality=20),
    "progressive gray": encoded("jpeg", picture(mode="L"), progressive=True),
    "progressive cmyk": encoded("jpeg", picture(mode="CMYK"), progressive=True),
    "progressive restarts": encoded("jpeg", progressive=True, restart_marker_blocks=3),
}  # fmt: skip
COMPLETE = SEQUENTIAL | PROGRESSIVE


@pytest.mark.parametrize("name", COMPLETE)
def test_a_complete_picture_without_an_end_mark_is_opened_and_told(name: str) -> None:
    data = COMPLETE[name]
    for after in (b"", TRAILER, b"\xff", b"\xff\xd8\xff\xe0", b"\xff\xe1\xff\xff"):
        unended = data[:-2] + after
        assert found(examine(unended))["note-no-end"] == [""], after
        assert np.array_equal(decoded(unended), decoded(data)), after
    assert same_output(data[:-2], data)
    kinds = found(examine(data[:-2] + TRAILER))
    assert kinds["trailing-bytes"] == [f"{len(TRAILER)} bytes"]
    assert "note-no-end" not in found(examine(data))


def test_a_scan_is_walked_once_and_few_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    walks = []
    monkeypatch.setattr(frame, "_walked", {})
    monkeypatch.setattr(frame, "scan_end", lambda *given: walks.append(1) or scan_end(*given))
    assert same_output(PHOTO[:-2], PHOTO)
    assert examine(PHOTO[:-2]) == examine(PHOTO[:-2])
    assert len(walks) == 1
    for more in range(40):
        assert refusal(PHOTO[:-2] + bytes(1 + more)) == "accepted"
    assert len(walks) == 41 and len(frame._walked) == 16


@pytest.mark.parametrize("name", SEQUENTIAL)
def test_the_walk_ends_where_the_scan_does(name: str) -> None:
    data = SEQUENTIAL[name]
    stream = read_stream(data)
    assert stream.frame
    start, header, tables = stream.coded[-1]
    assert scan_end(data, start, stream.frame, header, tables) == len(data) - 2


@pytest.mark.parametrize("name", PROGRESSIVE)
def test_each_scan_of_a_progressive_picture_ends_where_the_next_one_begins(name: str) -> None:
    """Each is the last one of the picture that those up to it make: all kinds of scans."""
    data = PROGRESSIVE[name]
    stream = read_stream(data)
    assert stream.frame and len(stream.coded) > 4
    for count in range(1, len(stream.coded) + 1):
        end = progressive_end(data, stream.coded[:count], stream.frame)
        assert end is not None and data[end] == 0xFF and data[end + 1] in (0xC4, 0xD9, 0xDA)


@pytest.mark.parametrize("name", COMPLETE)
def test_a_picture_cut_anywhere_stays_refused(name: str) -> None:
    data = COMPLETE[name][:-2]
    scan = jpeg.find_segment(data, 0xDA)[1]
    chance = random.Random(11)
    for cut in {1, 2, 3, *(chance.randrange(1, len(data) - scan) for _ in range(12))}:
        assert refusal(data[:-cut]) == "file-truncated", cut
        # A recovered file, the rest of which was never written.
        assert refusal(data[:-cut] + bytes(cut + 900)) in ("file-truncated", "file-damaged"), cut


def test_what_cannot_be_walked_stays_refused_without_an_end_mark() -> None:
    assert refusal(arithmetic_jpeg.SEQUENTIAL[:-2]) == "file-truncated"


def test_words_behind_a_picture_without_an_end_mark_are_known_to_the_audit() -> None:
    unended = PHOTO[:-2] + b"\0\0Surname Forename 1961" + bytes(9)
    assert any("Surname Forename" in text for text in examine(unended).texts)


@pytest.mark.parametrize("number", [1, 2, 9])
@pytest.mark.parametrize("interval", [{}, {"restart_marker_rows": 1}, {"restart_marker_blocks": 3}])
def test_restart_markers_behind_the_last_blocks_are_passed_over(
    interval: dict[str, int], number: int
) -> None:
    data = encoded("jpeg", **interval)
    surplus = jpeg.with_surplus_restarts(data, number)
    told = found(examine(surplus))
    assert told["stray-bytes"] == [f"{2 * number} bytes"]
    assert told["note-surplus-restarts"] == [""]
    assert "note-surplus-restarts" not in found(examine(data))
    assert np.array_equal(decoded(surplus), decoded(data))
    assert same_output(surplus, data)


def test_an_interval_that_is_missing_is_not_made_up_for_by_one_behind_the_end() -> None:
    data = encoded("jpeg", restart_marker_rows=1)
    scan = jpeg.find_segment(data, 0xDA)[1]
    last = max(data.rfind(bytes((0xFF, 0xD0 + turn)), scan) for turn in range(8))
    assert last > scan
    assert refusal(data[: last + 2] + jpeg.EOI) == "file-damaged"
    first, second = data.index(b"\xff\xd0", scan), data.index(b"\xff\xd1", scan)
    lost = jpeg.with_surplus_restarts(data[:first] + data[second:], 1)
    assert refusal(lost) == "file-damaged"


@pytest.mark.parametrize("name", [name for name in SEQUENTIAL if name not in ("restarts", "wide")])
def test_an_end_mark_behind_half_a_picture_makes_it_no_whole_one(name: str) -> None:
    data = SEQUENTIAL[name]
    scan = read_stream(data).first_scan
    for part in (0.3, 0.6, 0.9):
        cut = data[: scan + int((len(data) - scan) * part)].removesuffix(b"\xff") + jpeg.EOI
        with pytest.raises(SourceRefused) as refused:
            decoded(cut)
        assert refused.value.code == "file-truncated", part


@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK"])
def test_a_picture_that_ends_in_middle_gray_by_itself_is_opened(mode: str) -> None:
    gray = Image.new("L", (70, 50), 128)
    gray.paste(Image.fromarray(photo(30, 20)).convert("L"), (3, 5))
    data = encoded("jpeg", gray.convert(mode), quality=85)
    assert decoded(data).shape[:2] == (50, 70)
    with pytest.raises(SourceRefused, match="file-truncated"):
        decoded(data[:-60].removesuffix(b"\xff") + jpeg.EOI)


def test_other_tables_than_the_standards_are_not_taken_for_them() -> None:
    bare = jpeg.without_tables(encoded("jpeg", optimize=True))
    assert refusal(bare) == "file-damaged"


@pytest.mark.parametrize("mode", ["RGB", "L"])
def test_the_standards_tables_apply_where_a_file_has_none(mode: str) -> None:
    usual = encoded("jpeg", picture(mode=mode), quality=85)
    bare = jpeg.without_tables(usual)
    assert found(examine(bare))["note-implied-tables"] == [""]
    assert np.array_equal(decoded(bare), decoded(usual))
    assert same_output(bare, usual)
    assert found(examine(bare[:-2])).keys() >= {"note-implied-tables", "note-no-end"}
    assert same_output(bare[:-2], usual)


def test_the_implied_tables_are_those_of_annex_k() -> None:
    slots = (b"\x00", b"\x10", b"\x01", b"\x11")
    assert (
        b"".join(
            slot + counts + symbols
            for slot, (counts, symbols) in zip(slots, huffman.STANDARD, strict=True)
        )
        == IMPLIED_TABLES
    )


def test_tables_are_implied_for_baseline_pictures_alone() -> None:
    assert refusal(jpeg.without_tables(encoded("jpeg", progressive=True))) == "file-damaged"
    assert refusal(jpeg.with_frame_marker(jpeg.without_tables(PHOTO), 0xC1)) == "file-damaged"


@pytest.mark.parametrize("body", [b"JFIF\0", b"JFIF\0\1", b"JFIF\0\1\2\0\0"])
@pytest.mark.parametrize("marker", [0xE0, 0xEE])
def test_a_head_too_short_to_be_one_costs_no_picture(body: bytes, marker: int) -> None:
    start, end = jpeg.find_segment(PHOTO, 0xE0)
    short = body if marker == 0xE0 else b"Adobe" + body[5:]
    data = PHOTO[:start] + jpeg.segment(marker, short) + PHOTO[end:]
    assert np.array_equal(decoded(data), decoded(PHOTO))
    assert same_output(data, PHOTO)
    assert found(examine(data))["note-short-segment"] == [""]  # and nobody is left to guess
    assert "note-short-segment" not in found(examine(PHOTO))


def test_a_whole_file_reaches_its_decoder_as_it_is() -> None:
    for data in (*SEQUENTIAL.values(), arithmetic_jpeg.SEQUENTIAL, arithmetic_jpeg.PROGRESSIVE):
        assert mended(data) is data


def test_strips_of_a_tiff_follow_the_same_rules() -> None:
    usual = jpeg.without_segment(PHOTO, 0xE0)
    for stream in (usual, usual[:-2], jpeg.without_tables(usual)):
        data = tiff.one_strip(stream, 61, 47)
        assert np.array_equal(decoded(data), decoded(tiff.one_strip(usual, 61, 47)))
    assert refusal(tiff.one_strip(usual[:-9], 61, 47)) == "file-truncated"


@pytest.mark.skipif(sys.platform == "emscripten", reason="Pillow's JPEG library is another there")
def test_pillow_reads_the_same_when_it_takes_incomplete_files(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    odd = [PHOTO[:-2] + TRAILER, jpeg.with_surplus_restarts(PHOTO, 2), jpeg.without_tables(PHOTO)]
    ours = [decoded(data) for data in odd]
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    for data, pixels in zip(odd, ours, strict=True):
        with Image.open(io.BytesIO(data)) as image:
            assert np.array_equal(pixels, np.asarray(image))


@needs_tool("djpeg")
def test_djpeg_reads_the_same(tmp_path: Path) -> None:
    for data in (PHOTO[:-2], jpeg.with_surplus_restarts(PHOTO, 2), jpeg.without_tables(PHOTO)):
        file = tmp_path / "odd.jpg"
        file.write_bytes(data)
        made = subprocess.run(["djpeg", "-bmp", file], capture_output=True, check=False).stdout
        assert np.array_equal(shown(made), decoded(data))
