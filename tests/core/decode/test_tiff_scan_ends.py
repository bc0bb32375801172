"""A JPEG stream inside a TIFF that lost some of its data is refused as the same file alone is."""

import io
import re

import pytest
from PIL import Image
from pixelseal.core.base.errors import SourceRefused
from pixelseal.core.decode.decode import decode
from pixelseal.core.source import examine

from tests.builders.pictures import encoded
from tests.builders.tiff import LONG, SHORT, UNDEFINED, Ifd, tiff
from tests.core.support import photo

PHOTO = Image.fromarray(photo(192, 128))
PHOTOMETRIC = {"L": 1, "RGB": 6, "CMYK": 5}
EOI = b"\xff\xd9"


def code(data: bytes) -> str:
    try:
        decode(data, examine(data).first).held()
    except SourceRefused as refused:
        return refused.code
    return ""


def held(*streams: bytes, tiled: bool = False, tables: bytes = b"", mode: str = "RGB") -> bytes:
    """A TIFF of these streams: strips below, or tiles beside each other."""
    with Image.open(io.BytesIO(streams[0])) as image:
        width, height = image.size
    across, down = (len(streams), 1) if tiled else (1, len(streams))
    channels = len(mode)
    fields = {
        256: (LONG, [width * across]),
        257: (LONG, [height * down]),
        258: (SHORT, [8] * channels),
        259: (SHORT, [7]),
        262: (SHORT, [PHOTOMETRIC[mode]]),
        277: (SHORT, [channels]),
    }
    if tiled:
        fields |= {322: (LONG, [width]), 323: (LONG, [height])}
    else:
        fields[278] = (LONG, [height])
    if mode == "RGB":
        fields[530] = (SHORT, [2, 2])
    if tables:
        fields[347] = (UNDEFINED, tables)
    return tiff(Ifd(fields, strips=streams, tiled=tiled))


def without_tables(stream: bytes) -> tuple[bytes, bytes]:
    """(tables, stream without them), as Technical Note 2 has them."""
    tables, kept, at = [], [], 2
    while stream[at + 1] != 0xDA:
        end = at + 2 + int.from_bytes(stream[at + 2 : at + 4], "big")
        (tables if stream[at + 1] in (0xC4, 0xDB) else kept).append(stream[at:end])
        at = end
    return b"\xff\xd8" + b"".join(tables) + EOI, b"\xff\xd8" + b"".join(kept) + stream[at:]


BASELINE = {
    mode: encoded("jpeg", PHOTO.convert(mode), quality=80, subsampling=2 if mode == "RGB" else 0)
    for mode in PHOTOMETRIC
}
PROGRESSIVE = encoded("jpeg", PHOTO, quality=80, subsampling=2, progressive=True)


@pytest.mark.parametrize("tiled", [False, True])
@pytest.mark.parametrize("mode", PHOTOMETRIC)
def test_a_sequential_stream_cut_in_half_is_found(mode: str, tiled: bool) -> None:
    whole = BASELINE[mode]
    half = whole[: len(whole) // 2] + EOI
    assert code(half) == "file-truncated"
    assert code(held(whole, whole, tiled=tiled, mode=mode)) == ""
    for streams in ((whole, half), (half, whole), (half,)):
        assert code(held(*streams, tiled=tiled, mode=mode)) == "file-truncated"


def test_it_is_found_with_tables_of_their_own() -> None:
    tables, whole = without_tables(BASELINE["RGB"])
    assert code(held(whole, whole, tables=tables)) == ""
    half = whole[: len(whole) // 2] + EOI
    assert code(held(whole, half, tables=tables)) == "file-truncated"


@pytest.mark.parametrize("tiled", [False, True])
@pytest.mark.parametrize("lost", [2, 6, 12])
def test_a_scan_of_a_progressive_stream_that_lost_its_end_gives_the_same_answer(
    lost: int, tiled: bool
) -> None:
    whole = PROGRESSIVE
    ends = [at.start() for at in re.finditer(rb"\xff[\xc4\xd9\xda]", whole)]
    ends = ends[[whole[at + 1] for at in ends].index(0xDA) + 1 :]
    assert code(held(whole, whole, tiled=tiled)) == ""
    answers = []
    for end in ends:
        damaged = whole[: end - lost] + whole[end:]
        alone = code(damaged)
        assert code(held(damaged, whole, tiled=tiled)) == alone
        assert code(held(whole, damaged, tiled=tiled)) == alone
        answers.append(alone)
    assert "file-truncated" in answers


def test_strips_that_were_half_overwritten_with_zeros_are_found() -> None:
    data = bytearray(encoded("tiff", PHOTO.resize((600, 500)), compression="jpeg", quality=80))
    assert code(bytes(data)) == ""
    with Image.open(io.BytesIO(data)) as image:
        strips = list(zip(image.tag_v2[273], image.tag_v2[279], strict=True))
    offset, count = strips[-1]
    data[offset + count // 2 : offset + count - 2] = bytes(count - 2 - count // 2)
    assert code(bytes(data)) in ("file-truncated", "file-damaged")
