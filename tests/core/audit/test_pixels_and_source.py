"""The audit catches content left under a cover, and what else the source held, in any coding."""

import io
import zlib

import numpy as np
import pytest
from PIL import Image
from pixelseal.core.audit import Covered, Traces, audit
from pixelseal.core.audit.residue.ranges import picture_ranges
from pixelseal.core.decode.decode import reread
from pixelseal.core.encode import encode
from pixelseal.core.pixels.raster import Raster
from pixelseal.core.source import examine

from tests.builders import jpeg as jpeg_builder
from tests.builders import png as png_builder
from tests.core.audit.outputs import (
    BLACK,
    BOX,
    CODINGS,
    SENTINEL,
    SIZE,
    burned,
    expected,
    failures,
    output,
    recompressed,
)
from tests.core.support import file_of, photo


@pytest.mark.parametrize("name", CODINGS)
def test_another_size_or_kind(name):
    assert "size" in failures(output(name), expected(name, width=SIZE[0] + 1))
    assert "size" in failures(output(name), expected(name, bits=16))


@pytest.mark.parametrize("name", CODINGS)
@pytest.mark.parametrize("residue", [40, 255])
def test_content_left_in_a_covered_area(name, residue):
    raster = burned()
    raster.pixels[30:36, 30:40] = residue
    file = encode(raster, CODINGS[name])
    assert failures(file, expected(name)) == {"burned"}


@pytest.mark.parametrize("name", ["png", "tiff", "webp-lossless", "jpeg"])
def test_the_faintest_residue(name):
    # A marker at less than 100 % opacity: two levels where nothing should be.
    raster = burned()
    raster.pixels[24:40:2, 24:56] = 2
    assert failures(encode(raster, CODINGS[name]), expected(name)) == {"burned"}


@pytest.mark.parametrize("name", CODINGS)
def test_another_colour_than_the_one_stated(name):
    wanted = expected(name, covers=(Covered((BOX,), (120, 0, 0)),))
    assert failures(output(name), wanted) == {"burned"}


def test_a_later_region_lies_over_an_earlier_one():
    raster = burned()
    raster.pixels[32:48, 32:64] = (255, 255, 255)
    covers = (Covered((BOX,), BLACK), Covered(((32, 32, 64, 48),), (255, 255, 255)))
    for name in CODINGS:
        file = encode(Raster(raster.pixels.copy()), CODINGS[name])
        assert failures(file, expected(name, covers=covers)) == set()
        assert failures(file, expected(name, covers=covers[::-1])) == {"burned"}


def test_the_report_claims_no_more_than_was_compared():
    tiny = (Covered(((20, 20, 24, 24),), BLACK),)
    said = {}
    for name, covers in (("png", tiny), ("jpeg", None), ("jpeg", tiny), ("jpeg", ())):
        changes = {} if covers is None else {"covers": covers}
        wanted = expected(name, **changes)
        report = audit(output(name), wanted, lambda d, n=name: reread(d, n), Traces(b"", ()))
        said[name, covers] = next(c.sentence for c in report.checks if c.id == "burned")
    assert len(set(said.values())) == 4
    assert "too small to be compared" in said["jpeg", tiny]


@pytest.mark.parametrize("name", CODINGS)
def test_areas_that_a_crop_cut_off_are_not_called_too_small(name):
    wanted = expected(name, covers=(Covered((), BLACK),))
    report = audit(output(name), wanted, lambda d: reread(d, wanted.format), Traces(b"", ()))
    (said,) = [check for check in report.checks if check.id == "burned"]
    assert (said.passed, said.case) == (True, "none")


def test_an_output_that_cannot_be_read_back():
    def broken(_: bytes):
        raise OSError

    report = audit(output("png"), expected("png"), broken, Traces(b"", ()))
    assert report.first_failure == "burned"


# -- what else the source held ----------------------------------------------------------------


def hidden_in_rows(secret: bytes) -> bytes:
    """A PNG, by all rules, whose compressed picture holds the secret as it stands."""
    pixels = burned().pixels.copy()
    room = pixels[60:].reshape(-1)
    room[: len(secret)] = np.frombuffer(secret, np.uint8)

    def change(_):
        rows = b"".join(b"\0" + row.tobytes() for row in pixels)
        return png_builder.chunk(b"IDAT", zlib.compress(rows, 0))

    return recompressed(change)


def test_a_run_of_the_sources_metadata_in_the_picture_data():
    planted = hidden_in_rows(SENTINEL)
    source = jpeg_builder.with_segments(
        file_of(photo(*SIZE), "JPEG"), jpeg_builder.segment(0xFE, b"abc" + SENTINEL)
    )
    assert failures(planted, expected("png"), source) == {"source-bytes"}
    behind = file_of(photo(*SIZE), "JPEG") + SENTINEL
    assert failures(planted, expected("png"), behind) == {"source-bytes"}


def test_the_sources_own_picture_data_is_no_leak():
    # A second pass over an output of ours: the same pixels give the same coded bytes.
    for name in CODINGS:
        assert failures(output(name), expected(name), source=output(name)) == set()


def test_the_picture_data_of_a_gif_is_told_from_the_rest():
    images = [Image.fromarray(photo(40, 30, seed)).quantize(32) for seed in range(3)]
    file = io.BytesIO()
    images[0].save(file, "GIF", save_all=True, append_images=images[1:], comment=b"Jane Roe " * 40)
    data = file.getvalue()
    ranges, frames = picture_ranges(data), [page.frames[-1] for page in examine(data).pages[:3]]
    # Each range is the sub-blocks of a frame, to its end.
    assert [end + 1 for _start, end in ranges] == [frame.own[-1][1] for frame in frames]
    assert all(data[start - 1] in range(2, 9) for start, _end in ranges)
    assert not any(b"Jane" in data[start:end] for start, end in ranges)
    assert picture_ranges(data[:-9]) == []  # what cannot be followed is all looked at


@pytest.mark.parametrize("encoding", ["utf-8", "latin-1", "utf-16-le", "utf-16-be"])
def test_a_text_of_the_sources_metadata(encoding):
    planted = hidden_in_rows("Jane Roë".encode(encoding))
    assert failures(planted, expected("png"), texts=("Jane Roë",)) == {"source-texts"}
    assert failures(planted, expected("png"), texts=("John Doe", "ab")) == set()


def test_the_report_names_every_check_once_and_says_what_failed():
    report = audit(
        output("png") + b"x", expected("png"), lambda d: reread(d, "png"), Traces(b"", ())
    )
    ids = [check.id for check in report.checks]
    assert len(set(ids)) == len(ids) == 9
    assert not report.passed and report.first_failure == "nothing-else"
    assert report.to_dict()["passed"] is False
    assert report.to_text().count("FAIL  ") == 1
