"""A JPEG of several scans that lost some of its data is refused, though it has an end mark."""

import re
import subprocess
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from pixelseal.core.base.errors import SourceRefused
from pixelseal.core.decode.decode import decode
from pixelseal.core.source import examine

from tests.builders.pictures import encoded, picture
from tests.core.support import needs_tool, photo

PHOTO = Image.fromarray(photo(200, 133))
COMPLETE = {
    "4:2:0": encoded("jpeg", PHOTO, progressive=True, quality=85),
    "4:4:4": encoded("jpeg", picture(97, 61), progressive=True, subsampling=0),
    "coarse": encoded("jpeg", PHOTO, progressive=True, quality=20),
    "gray": encoded("jpeg", PHOTO.convert("L"), progressive=True),
    "cmyk": encoded("jpeg", PHOTO.convert("CMYK"), progressive=True),
    "restarts": encoded("jpeg", PHOTO, progressive=True, restart_marker_blocks=3),
    "flat": encoded("jpeg", Image.new("RGB", (90, 70), "navy"), progressive=True),
    "one block": encoded("jpeg", Image.new("L", (3, 5), 9), progressive=True),
}
_SOS = re.compile(rb"\xff\xda")
_END = re.compile(rb"\xff[\x01-\xcf\xd8-\xfe]")


def scans(data: bytes) -> list[tuple[int, int]]:
    """Where the coded data of each scan begins and ends."""
    starts = [at.end() + int.from_bytes(data[at.end() :][:2], "big") for at in _SOS.finditer(data)]
    found = [(start, _END.search(data, start)) for start in starts]
    return [(start, end.start()) for start, end in found if end]


def code(data: bytes) -> str:
    try:
        decode(data, examine(data).first)
    except SourceRefused as refused:
        return refused.code
    return ""


@pytest.mark.parametrize("name", COMPLETE)
def test_a_complete_picture_is_opened(name: str) -> None:
    data = COMPLETE[name]
    assert code(data) == ""
    # Before each marker fill bytes may stand (T.81, B.1.1.2).
    start, end = scans(data)[0]
    assert code(data[:end] + b"\xff\xff" + data[end:]) == ""
    assert code(data[:-2] + b"\xff" + data[-2:]) == ""
    assert start < end


@pytest.mark.parametrize("lost", [5, 30, 300])
@pytest.mark.parametrize("name", COMPLETE)
def test_a_scan_that_lost_its_end_is_found_whichever_it_is(name: str, lost: int) -> None:
    data = COMPLETE[name]
    for start, end in scans(data):
        rest = data[start:end]
        if len(rest) > lost + 1 and b"\xff" not in rest[-lost - 2 :]:
            damaged = data[: end - lost] + data[end:]
            assert code(damaged) == "file-truncated", (start, end)


def test_a_loss_in_the_middle_of_a_scan_is_found() -> None:
    data = COMPLETE["4:2:0"]
    for start, end in scans(data)[:2]:
        middle = (start + end) // 2
        assert code(data[:middle] + data[middle + 40 :]) == "file-truncated"


def test_the_same_file_is_refused_again() -> None:
    data = COMPLETE["4:2:0"]
    (_start, end), *_others = scans(data)
    damaged = data[: end - 20] + data[end:]
    assert [code(damaged), code(data), code(damaged), code(data)] == ["file-truncated", ""] * 2


@needs_tool("jpegtran")
def test_a_sequential_picture_of_several_scans_is_checked_too(tmp_path: Path) -> None:
    script, source = tmp_path / "scans.txt", tmp_path / "one.jpg"
    script.write_text("0;\n1;\n2;\n")
    source.write_bytes(encoded("jpeg", PHOTO, quality=85))
    asked = ["jpegtran", "-scans", str(script), str(source)]
    data = subprocess.run(asked, capture_output=True, check=True).stdout
    assert len(scans(data)) == 3 and code(data) == ""
    one, several = (
        decode(file, examine(file).first).held() for file in (source.read_bytes(), data)
    )
    assert np.array_equal(one.pixels, several.pixels)
    for _start, end in scans(data):
        assert code(data[: end - 9] + data[end:]) == "file-truncated"
