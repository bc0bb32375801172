"""PNG: every chunk, checksum and row is there; what else rides along is named."""

import struct
import zlib

import pytest
from pixelseal.core.base import limits
from pixelseal.core.decode.decode import decode
from pixelseal.core.source import examine

from tests.builders import png, tiff
from tests.builders.pictures import encoded, picture
from tests.core.source.outcomes import found, refusal

PLAIN = encoded("png")


@pytest.mark.parametrize(
    ("mode", "channels", "bits", "alpha"),
    [
        ("1", "gray", 1, False),
        ("L", "gray", 8, False),
        ("LA", "gray", 8, True),
        ("I;16", "gray", 16, False),
        ("P", "palette", 8, False),
        ("RGB", "rgb", 8, False),
        ("RGBA", "rgb", 8, True),
    ],
)
def test_facts_of_each_kind(mode: str, channels: str, bits: int, alpha: bool) -> None:
    image = picture(mode="L").convert("I").convert("I;16") if mode == "I;16" else picture(mode=mode)
    source = examine(encoded("png", image))
    assert (source.first.channels, source.first.bits, source.first.alpha) == (channels, bits, alpha)
    assert (source.first.width, source.first.height, source.first.lossy, source.first.mcu) == (
        61,
        47,
        False,
        (1, 1),
    )


def test_colour_key_counts_as_alpha() -> None:
    keyed = png.with_chunks(PLAIN, png.chunk(b"tRNS", bytes(6)))
    assert examine(keyed).first.alpha


@pytest.mark.parametrize("width", range(1, 10))
def test_interlaced_rows_are_counted_by_pass(width: int) -> None:
    height = 5
    passes = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2),
              (0, 1, 1, 2))  # fmt: skip
    needed = 0
    for column, row, across, down in passes:
        columns, rows = len(range(column, width, across)), len(range(row, height, down))
        needed += rows * (columns + 1) if columns else 0
    head = png.SIGNATURE + png.header(width, height, 8, 0, 1)
    assert refusal(head + png.rows(bytes(needed)) + png.end()) == "accepted"
    assert refusal(head + png.rows(bytes(needed - 1)) + png.end()) == "file-truncated"


def test_a_wrong_checksum_on_the_end_alone_leaves_no_doubt_about_the_picture() -> None:
    data = encoded("png", picture(40, 30))
    wrong = data[:-1] + bytes((data[-1] ^ 1,))
    source = examine(wrong)
    assert {finding.kind for finding in source.findings} == {"note-checksum"}
    shown, sound = (decode(file, examine(file).first).held().pixels for file in (wrong, data))
    assert (shown == sound).all()
    # With data it is no end that anybody writes.
    longer = png.chunk(b"IEND", b"abc")
    assert refusal(data[:-12] + longer[:-1] + bytes((longer[-1] ^ 1,))) == "file-damaged"


@pytest.mark.parametrize("place", ["header", "rows", "colour"])
def test_wrong_checksum_is_damage(place: str) -> None:
    data = bytearray(png.small(png.chunk(b"gAMA", bytes((0, 0, 177, 143)))))
    name = {"header": b"IHDR", "rows": b"IDAT", "colour": b"gAMA"}[place]
    at = data.index(name)
    length = int.from_bytes(data[at - 4 : at], "big")
    data[at + 4 + length] ^= 1
    assert refusal(bytes(data)) == "file-damaged"


@pytest.mark.parametrize(
    "header",
    [
        png.header(4, 3, 3),
        png.header(4, 3, 16, 3),
        png.header(4, 3, 8, 1),
        png.header(4, 3, 8, 2, 2),
        png.header(4, 3, 0, 2),
        png.header(4, 3, 8, 9),
    ],
)
def test_header_that_means_nothing_is_damage(header: bytes) -> None:
    assert refusal(png.SIGNATURE + header + png.rows(bytes(99)) + png.end()) == "file-damaged"


def test_sizes_out_of_bounds() -> None:
    def sized(width: int, height: int) -> bytes:
        return png.SIGNATURE + png.header(width, height) + png.rows(b"") + png.end()

    assert refusal(sized(0, 3)) == "zero-size"
    assert refusal(sized(3, 0)) == "zero-size"
    assert refusal(sized(2**31 - 1, 2**31 - 1)) == "too-many-pixels"
    assert refusal(sized(2**32 - 1, 1)) == "too-many-pixels"
    assert refusal(sized(1, 2_000_000)) == "side-too-long"


def test_missing_rows_are_a_truncation_even_where_the_stream_ends_well() -> None:
    assert refusal(png.small(data=bytes(26))) == "file-truncated"


def test_rows_cut_before_the_stream_ends_are_a_truncation() -> None:
    stream = zlib.compress(b"".join(b"\x00" + bytes(range(12)) for _ in range(3)))
    for cut in range(1, len(stream)):
        data = png.SIGNATURE + png.header(4, 3) + png.chunk(b"IDAT", stream[:cut]) + png.end()
        assert refusal(data) == "file-truncated"


def test_surplus_rows_and_bytes_are_named_and_a_flood_is_refused() -> None:
    surplus = png.small(data=bytes(39) + b"more rows than the header says")
    assert found(examine(surplus))["surplus-data"] == ["30 bytes"]
    stream = zlib.compress(bytes(39)) + b"left behind by a cropping tool"
    cropped = png.SIGNATURE + png.header(4, 3) + png.chunk(b"IDAT", stream) + png.end()
    assert found(examine(cropped))["surplus-data"] == ["30 bytes"]
    flood = png.small(data=bytes(64 * 1024 * 1024))
    assert refusal(flood) == "expands-too-much"


def test_rows_after_another_chunk_are_surplus() -> None:
    late = png.small(after_rows=(png.chunk(b"tEXt", b"a\x00b"), png.chunk(b"IDAT", b"hidden")))
    assert found(examine(late))["surplus-data"] == ["6 bytes"]


def control(width: int = 4, height: int = 3, left: int = 0, after: int = 0) -> bytes:
    numbers = struct.pack(">IIIIIHHBB", 0, width, height, left, 0, 1, 10, after, 0)
    return png.chunk(b"fcTL", numbers)


def test_what_counts_are_the_frames_that_are_there() -> None:
    count = png.chunk(b"acTL", struct.pack(">II", 3, 0))
    frame = png.chunk(b"fdAT", struct.pack(">I", 1) + zlib.compress(bytes(39)))
    assert len(examine(png.small(count)).pages) == 1
    assert len(examine(png.small(count, control())).pages) == 1
    assert len(examine(png.small(control(), after_rows=(control(), frame))).pages) == 2
    # The picture for readers that know no animation is a page of its own.
    assert len(examine(png.small(count, after_rows=(control(), frame))).pages) == 2


def test_all_frames_together_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    frame = png.chunk(b"fdAT", struct.pack(">I", 1) + zlib.compress(bytes(39)))
    file = png.small(control(), after_rows=(control(), frame) * 3)
    monkeypatch.setattr(limits, "PIXELS_OF_PAGES_MOST", 4 * 3 * 4)
    assert refusal(file) == "accepted"
    monkeypatch.setattr(limits, "PIXELS_OF_PAGES_MOST", 4 * 3 * 4 - 1)
    assert refusal(file) == "too-many-pixels"
    monkeypatch.setattr(limits, "PAGES_MOST", 3)
    assert refusal(file) == "too-many-pages"


def test_frames_that_are_not_whole_are_refused() -> None:
    frame = png.chunk(b"fdAT", struct.pack(">I", 1) + zlib.compress(bytes(39)))
    short = png.chunk(b"fdAT", struct.pack(">I", 1) + zlib.compress(bytes(20)))
    assert refusal(png.small(after_rows=(frame,))) == "file-damaged"
    assert refusal(png.small(control(), control())) == "file-damaged"
    assert refusal(png.small(control(), after_rows=(control(),))) == "file-damaged"
    assert refusal(png.small(control(), after_rows=(control(), short))) == "file-truncated"
    assert refusal(png.small(control(), after_rows=(control(left=1), frame))) == "file-damaged"
    assert refusal(png.small(control(width=3))) == "file-damaged"
    assert refusal(png.small(control(after=3))) == "file-damaged"


def test_unknown_critical_chunk_is_refused_and_a_private_one_named() -> None:
    assert refusal(png.small(png.chunk(b"NEWC", b"x"))) == "file-damaged"
    private = examine(png.small(png.chunk(b"prVt", b"ward 7 bed 12")))
    assert "unknown-segment" in found(private)
    assert "ward 7 bed 12" in private.texts


def test_apple_variant_is_refused_by_name() -> None:
    data = png.SIGNATURE + png.chunk(b"CgBI", bytes(4)) + png.small()[8:]
    assert refusal(data) == "format-unsupported"


def test_palette_must_fit_its_depth() -> None:
    head = png.SIGNATURE + png.header(4, 3, 2, 3)
    tail = png.rows(bytes(6)) + png.end()
    assert refusal(head + png.chunk(b"PLTE", bytes(12)) + tail) == "accepted"
    assert refusal(head + png.chunk(b"PLTE", bytes(15)) + tail) == "file-damaged"
    assert refusal(head + tail) == "file-damaged"


def test_text_chunks_become_findings() -> None:
    data = png.small(
        png.chunk(b"tEXt", b"Author\x00Photographer Placeholder"),
        png.chunk(b"zTXt", b"Comment\x00\x00" + zlib.compress(b"seen in room twelve")),
        png.chunk(b"iTXt", b"Description\x00\x00\x00de\x00\x00" + "Übergröße".encode()),
        png.chunk(b"tIME", struct.pack(">HBBBBB", 2031, 2, 3, 4, 5, 6)),
        png.chunk(b"caBX", bytes(9)),
        png.chunk(b"pHYs", bytes(9)),
    )
    source = examine(data)
    kinds = found(source)
    assert kinds["author-name"] == ["Photographer Placeholder"]
    assert kinds["comment"] == ["seen in room twelve"]
    assert kinds["description"] == ["Übergröße"]
    assert kinds["capture-date"] == ["2031-02-03 04:05:06"]
    assert {"content-credentials", "technical-data"} <= set(kinds)
    assert {"Photographer Placeholder", "seen in room twelve"} <= set(source.texts)


def test_exif_chunk_gives_the_orientation() -> None:
    turned = png.with_chunks(PLAIN, png.chunk(b"eXIf", tiff.orientation_block(6)))
    source = examine(turned)
    assert (source.first.orientation, source.first.upright_width) == (6, 47)
    # Browsers differ on eXIf, so their own view of the file cannot be trusted.
    assert not source.first.browser_may_show
    assert examine(PLAIN).first.browser_may_show


@pytest.mark.parametrize("name", [b"zTXt", b"iCCP", b"iTXt"])
def test_inflating_metadata_is_refused(name: bytes) -> None:
    bomb = zlib.compress(bytes(200 * 1024 * 1024), 9)
    body = b"a\x00\x01\x00\x00\x00" + bomb if name == b"iTXt" else b"a\x00\x00" + bomb
    assert refusal(png.small(png.chunk(name, body))) == "expands-too-much"


def test_many_inflating_texts_are_refused_together() -> None:
    one = png.chunk(b"zTXt", b"a\x00\x00" + zlib.compress(bytes(1024 * 1024)))
    assert refusal(png.small(*[one] * 40)) == "expands-too-much"


def test_bytes_after_the_end_are_named() -> None:
    assert found(examine(PLAIN + b"zip archive"))["trailing-bytes"] == ["11 bytes"]
