"""The audit of an AVIF: each planted leak is caught, and no byte before the frame can change."""

import struct

import pytest
from pixelseal.core.audit.avif.examine import parse
from pixelseal.core.audit.facts.parsed_output import Broken, ParsedOutput
from pixelseal.core.base import given_codecs
from pixelseal.core.encode import EncodeSettings, encode

from tests.builders import bmff
from tests.builders.bmff import Item, heif
from tests.core.audit.outputs import SENTINEL, burned, expected, failures

CODINGS = {
    "4:2:0": EncodeSettings("avif", 85, "4:2:0"),
    "4:4:4": EncodeSettings("avif", 85, "4:4:4"),
}
WANTED = expected("jpeg", format="avif")


@pytest.fixture(scope="module")
def clean() -> bytes:
    if "avif" not in given_codecs._encoders:
        pytest.skip("this Python writes no AVIF")
    return encode(burned(), CODINGS["4:4:4"])


def faults(file: bytes) -> set[str]:
    """The container checks that fail, without decoding."""
    parsed = ParsedOutput()
    try:
        parse(file, parsed)
    except Broken as broken:
        return {broken.check}
    return {check for check, _ in parsed.faults}


def with_payload(clean: bytes, change: bytes, at: int | None = None) -> bytes:
    """The file with bytes put into its coded picture (at its end), all lengths made right."""
    start = clean.index(b"mdat") + 4
    payload = clean[start:]
    at = len(payload) if at is None else at
    payload = payload[:at] + change + payload[at:]
    length = clean.index(b"iloc") + 4 + 14 + 4
    head = clean[:length] + struct.pack(">I", len(payload)) + clean[length + 4 : start - 8]
    return head + struct.pack(">I", 8 + len(payload)) + b"mdat" + payload


@pytest.mark.parametrize("sampling", CODINGS)
@pytest.mark.parametrize("gray", [False, True])
def test_a_clean_output_passes_every_check(clean: bytes, sampling: str, gray: bool) -> None:
    output = encode(burned(gray), CODINGS[sampling])
    assert failures(output, expected("jpeg", gray, format="avif")) == set()


def test_no_bit_before_the_frame_can_change_unseen(clean: bytes) -> None:
    # Inside the sequence header six bits name tools and one the chroma steps: the decoder needs
    # them as they are, and a changed one shows in the picture, which is not looked at here.
    header = clean.index(b"mdat") + 4 + 2
    size = clean[header + 1]
    parsed = ParsedOutput()
    parse(clean, parsed)
    unseen = []
    for at in range(header + 2 + size):
        for bit in range(8):
            changed = bytearray(clean)
            changed[at] ^= 1 << bit
            other = ParsedOutput()
            try:
                parse(bytes(changed), other)
            except Broken:
                continue
            same = (other.width, other.height) == (parsed.width, parsed.height)
            if same and not other.faults:
                unseen.append(at)
    assert len(unseen) <= 7 and all(at >= header + 2 for at in unseen)


def test_every_prefix_is_refused(clean: bytes) -> None:
    for length in range(0, len(clean), max(1, len(clean) // 60)):
        assert failures(clean[:length], WANTED), length


@pytest.mark.parametrize("extra", [b"\0", SENTINEL, b"\0\0\0\x08free", bmff.box(b"uuid", SENTINEL)])
def test_bytes_after_the_end(clean: bytes, extra: bytes) -> None:
    assert "nothing-else" in failures(clean + extra, WANTED)


@pytest.mark.parametrize("box", [b"free", b"uuid", b"moov", b"skip"])
def test_a_box_before_the_others(clean: bytes, box: bytes) -> None:
    assert faults(clean[:28] + bmff.box(box, SENTINEL) + clean[28:]) == {"structure"}


@pytest.mark.parametrize(
    "unit",
    [
        b"\x2a" + bytes([len(SENTINEL)]) + SENTINEL,  # metadata
        b"\x7a" + bytes([len(SENTINEL)]) + SENTINEL,  # padding
        b"\x12\0",  # another delimiter
        SENTINEL,
    ],
)
def test_a_unit_beside_the_frame(clean: bytes, unit: bytes) -> None:
    assert faults(with_payload(clean, unit)) == {"one-picture"}
    assert faults(with_payload(clean, unit, at=2)) <= {"structure"} != set()


def test_lengths_that_need_fewer_bytes(clean: bytes) -> None:
    header = clean.index(b"mdat") + 4 + 3
    size = clean[header]
    longer = with_payload(clean, b"\0", at=header + 1 - clean.index(b"mdat") - 4)
    changed = bytearray(longer)
    changed[changed.index(b"mdat") + 4 + 3] = size | 0x80
    assert faults(bytes(changed)) == {"nothing-else"}


def test_files_of_the_usual_encoders_are_refused_as_they_come() -> None:
    plain = (bmff.ispe(16, 7), bmff.pixi(8, 8, 8), bmff.AV1C, bmff.nclx(1, 13))
    alpha = Item(properties=(*plain, bmff.auxc(bmff.ALPHA)), references=((b"auxl", (1,)),))
    exif = Item(b"Exif", bytes(4) + SENTINEL, (), ((b"cdsc", (1,)),))
    xmp = Item(b"mime", SENTINEL, (), ((b"cdsc", (1,)),), content_type=b"application/rdf+xml")
    profile = Item(properties=(*plain[:3], (b"colr", b"prof" + SENTINEL)))
    named = Item(properties=plain, name=SENTINEL[:20])
    for items in ((alpha,), (exif,), (xmp,), (profile,), (named,), (Item(properties=plain),) * 2):
        assert faults(heif(*items))


def test_a_covered_area_that_is_not_covered(clean: bytes) -> None:
    raster = burned()
    raster.pixels[20:44, 20:60] = 200
    assert failures(encode(raster, CODINGS["4:4:4"]), WANTED) == {"burned"}


def test_another_size(clean: bytes) -> None:
    assert "size" in failures(clean, expected("jpeg", format="avif", width=95))


def test_a_run_of_the_source_beside_its_picture_is_found_and_its_picture_is_left_out(
    clean: bytes,
) -> None:
    start = clean.index(b"mdat") + 60
    run = clean[start : start + 200]
    text = Item(b"mime", run, (), content_type=b"text/plain")
    assert failures(clean, WANTED, heif(Item(), text)) == {"source-bytes"}
    assert failures(clean, WANTED, heif(Item(data=bmff.AV1 + run))) == set()
