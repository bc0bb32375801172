"""Rows cut out of an output JPEG show what the whole picture shows there."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pixelseal.core.audit import Covered, Traces, audit
from pixelseal.core.audit.facts.parsed_output import ParsedOutput
from pixelseal.core.audit.jpeg import examine
from pixelseal.core.audit.pixels.partial_decode import PartialDecode
from pixelseal.core.decode.decode import reread
from pixelseal.core.encode import EncodeSettings, encode
from pixelseal.core.pixels.raster import Raster

from tests.core.audit.outputs import expected, failures
from tests.core.support import photo, shown


def parsed_of(file: bytes) -> ParsedOutput:
    parsed = ParsedOutput()
    examine.parse(file, parsed)
    assert parsed.cut and not parsed.faults
    return parsed


@given(
    st.sampled_from(["4:4:4", "4:2:2", "4:2:0", "gray"]),
    st.sampled_from([(1, 1), (75, 300), (130, 257), (128, 512), (40, 700)]),
    st.data(),
)
def test_any_rows_are_those_of_the_whole(sampling: str, size: tuple[int, int], data):
    pixels = photo(*size)
    if sampling == "gray":
        pixels, sampling = np.ascontiguousarray(pixels[:, :, 0]), "4:2:0"
    file = encode(Raster(pixels), EncodeSettings("jpeg", 90, sampling))
    parsed = parsed_of(file)
    # What is said to be asked for is a hint: it changes how much is decoded at once, and no pixel.
    rows = st.integers(0, size[1])
    spans = np.array(data.draw(st.lists(st.tuples(rows, rows), max_size=3)), np.int32)
    parts = PartialDecode(
        parsed, parsed.cut, lambda part: reread(part, "jpeg"), spans.reshape(-1, 2)
    )
    whole = reread(file, "jpeg").whole()
    for _ in range(4):
        top = data.draw(st.integers(0, size[1] - 1))
        bottom = data.draw(st.integers(top + 1, size[1]))
        assert np.array_equal(parts[top:bottom], whole[top:bottom])
        first, last, part = parsed.cut(top, bottom)
        assert first <= top and bottom <= last
        assert shown(part).shape[0] == last - first


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_pixel_left_uncovered_far_down_is_found(place: int):
    # The picture is read in parts; what is wrong lies in the first, a middle and the last one.
    width, height = 640, 9000
    pixels = np.zeros((height, width), np.uint8)
    wanted = expected(
        "jpeg",
        gray=True,
        width=width,
        height=height,
        covers=(Covered(((0, 0, width, height),), (0, 0, 0)),),
    )
    coding = EncodeSettings("jpeg", 90, "4:2:0")
    assert failures(encode(Raster(pixels), coding), wanted) == set()
    top = place * (height // 2 - 20)
    pixels[top : top + 9, 300:309] = 255
    assert failures(encode(Raster(pixels), coding), wanted) == {"burned"}


def test_a_part_that_cannot_be_decoded_fails():
    file = encode(Raster(photo(96, 64)), EncodeSettings("jpeg", 90, "4:2:0"))
    wanted = expected("jpeg")

    def broken(_part: bytes):
        raise OSError("no such codec")

    report = audit(file, wanted, broken, Traces(b"", ()))
    assert [check.id for check in report.checks if not check.passed] == ["burned"]
