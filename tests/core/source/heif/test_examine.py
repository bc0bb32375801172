"""HEIC and AVIF: what is taken, refused and named, before any decoder sees the file."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pixelseal.core.base import given_codecs
from pixelseal.core.base.errors import SourceRefused
from pixelseal.core.base.given_codecs import Decoded
from pixelseal.core.source import examine

from tests.builders import bmff
from tests.builders.bmff import AV1C, HEVC, HVCC, Item, heif, ispe, pixi
from tests.core.source.outcomes import found, refusal

PLAIN = (ispe(16, 7), pixi(8, 8, 8), AV1C)
HEIC = Item(b"hvc1", HEVC, (ispe(16, 7), pixi(8, 8, 8), HVCC))


@pytest.fixture(autouse=True)
def any_decoder(monkeypatch: pytest.MonkeyPatch) -> None:
    """Examining must not depend on which codecs this Python has."""
    fake = {name: lambda data, wide: Decoded(1, 1, 1, b"\0") for name in given_codecs.NAMES}
    monkeypatch.setattr(given_codecs, "_decoders", fake)


def grid(columns: int, rows: int, width: int, height: int) -> bytes:
    return struct.pack(">BBBBHH", 0, 0, rows - 1, columns - 1, width, height)


def test_a_plain_avif_and_heic_are_taken() -> None:
    avif = examine(heif())
    assert (avif.format, avif.first.width, avif.first.height, avif.first.orientation) == (
        "avif",
        16,
        7,
        1,
    )
    assert (avif.first.lossy, avif.first.mcu, avif.first.sampling, avif.findings) == (
        True,
        (64, 64),
        "4:4:4",
        (),
    )
    heic = examine(heif(HEIC, brand=b"heic"))
    assert (heic.format, heic.first.sampling, heic.first.bits) == ("heic", "4:2:0", 8)


def test_the_kind_is_that_of_the_picture_not_of_the_brand() -> None:
    assert examine(heif(brand=b"mif1")).format == "avif"
    assert examine(heif(HEIC, brand=b"avif")).format == "heic"


@pytest.mark.parametrize("brand", [b"avif", b"heic"])
def test_without_a_decoder_the_file_is_refused_by_name(
    monkeypatch: pytest.MonkeyPatch, brand: bytes
) -> None:
    monkeypatch.setattr(given_codecs, "_decoders", {})
    with pytest.raises(SourceRefused) as refused:
        examine(heif(brand=brand))
    assert refused.value.code == "format-unsupported"
    assert refused.value.values == {"format": brand.decode().upper()}


# As ISO/IEC 23008-12 and libavif's own table have it: quarter turns, mirror, orientation of EXIF.
@pytest.mark.parametrize(
    ("turns", "orientation"),
    [
        ((), 1),
        ((bmff.irot(1),), 8),
        ((bmff.irot(2),), 3),
        ((bmff.irot(3),), 6),
        ((bmff.imir(0),), 4),
        ((bmff.imir(1),), 2),
        ((bmff.irot(1), bmff.imir(0)), 5),
        ((bmff.irot(1), bmff.imir(1)), 7),
        ((bmff.irot(2), bmff.imir(0)), 2),
        ((bmff.irot(2), bmff.imir(1)), 4),
        ((bmff.irot(3), bmff.imir(0)), 7),
        ((bmff.irot(3), bmff.imir(1)), 5),
    ],
)
def test_turns_become_an_orientation(turns: tuple[bmff.Property, ...], orientation: int) -> None:
    source = examine(heif(Item(properties=(*PLAIN, *turns))))
    assert source.first.orientation == orientation
    assert source.first.upright_width == (7 if orientation >= 5 else 16)


def test_turns_out_of_order_are_refused() -> None:
    assert refusal(heif(Item(properties=(*PLAIN, bmff.imir(1), bmff.irot(1))))) == "file-damaged"


def test_exif_orientation_counts_for_nothing() -> None:
    exif = bytes(4) + b"MM\0*\0\0\0\x08\0\1\x01\x12\0\3\0\0\0\1\0\6\0\0\0\0\0\0"
    source = examine(heif(Item(), Item(b"Exif", exif, (), ((b"cdsc", (1,)),))))
    assert source.first.orientation == 1


def test_a_crop_from_the_corner_is_taken_in_heic_alone() -> None:
    crop = bmff.clap(14, 1, 6, 1, -2, 2, -1, 2)
    heic = Item(b"hvc1", HEVC, (*HEIC.properties, crop))
    source = examine(heif(heic, brand=b"heic"))
    assert (source.first.width, source.first.height) == (14, 6)
    assert refusal(heif(Item(properties=(*PLAIN, crop)))) == "format-unsupported"
    middle = Item(b"hvc1", HEVC, (*HEIC.properties, bmff.clap(14, 1, 6, 1, 0, 1, 0, 1)))
    assert refusal(heif(middle, brand=b"heic")) == "format-unsupported"


def test_tiles_make_one_picture() -> None:
    tile = Item(properties=(ispe(64, 96), AV1C), hidden=True)
    whole = Item(
        b"grid", grid(2, 1, 100, 90), (ispe(100, 90), pixi(8, 8, 8)), ((b"dimg", (1, 2)),),
        in_meta=True,
    )  # fmt: skip
    source = examine(heif(tile, tile, whole, primary=3))
    assert (source.format, source.first.width, source.first.height) == ("avif", 100, 90)
    # One row of tiles, and two columns that end with a block: the usual grid holds.
    assert source.first.mcu == (64, 64)
    odd = Item(properties=(ispe(60, 96), AV1C), hidden=True)
    assert examine(heif(odd, odd, whole, primary=3)).first.mcu == (60, 64)


@pytest.mark.parametrize(
    "size", [(3, 1, 100, 90), (2, 1, 129, 90), (2, 1, 60, 90), (2, 2, 100, 90)]
)
def test_tiles_that_do_not_fit_the_picture_are_refused(size: tuple[int, int, int, int]) -> None:
    tile = Item(properties=(ispe(64, 96), AV1C), hidden=True)
    whole = Item(b"grid", grid(*size), (ispe(*size[2:]),), ((b"dimg", (1, 2)),))
    assert refusal(heif(tile, tile, whole, primary=3)) == "file-damaged"


def test_pictures_that_stand_by_themselves_are_pages_the_primary_first() -> None:
    other = Item(properties=(ispe(9, 5), pixi(8, 8, 8), AV1C, bmff.irot(1)))
    source = examine(heif(Item(), other, Item(hidden=True), primary=2))
    assert [(source.pages[n - 1].width, source.pages[n - 1].orientation) for n in (1, 2)] == [
        (9, 8),
        (16, 1),
    ]
    assert len(source.pages) == 2
    assert refusal(heif(*[Item()] * 501)) == "too-many-pages"


def test_a_damaged_second_picture_is_not_passed_over() -> None:
    assert refusal(heif(Item(), Item(data=bmff.AV1[:-1]))) == "file-truncated"


def test_frames_are_never_one() -> None:
    assert refusal(heif(after=bmff.movie(5))) == "animated"
    one = examine(heif(after=bmff.movie(1)))
    assert "motion-video" in found(one)


def test_dependent_pictures_are_named_and_are_no_pages() -> None:
    kinds = found(
        examine(
            heif(
                Item(),
                Item(references=((b"thmb", (1,)),)),
                Item(
                    properties=(*PLAIN, bmff.auxc(b"urn:com:apple:photo:2020:aux:hdrgainmap\0")),
                    references=((b"auxl", (1,)),),
                ),
                Item(
                    properties=(*PLAIN, bmff.auxc(b"urn:mpeg:hevc:2015:auxid:2\0")),
                    references=((b"auxl", (1,)),),
                ),
                Item(
                    properties=(*PLAIN, bmff.auxc(b"urn:com:apple:photo:2018:aux:matte\0")),
                    references=((b"auxl", (1,)),),
                ),
                Item(b"tmap", b"\0", (), ((b"dimg", (1, 3)),)),
            )
        )
    )
    assert {"thumbnail", "gain-map", "depth-map", "second-picture"} <= kinds.keys()


def test_transparency_is_told() -> None:
    alpha = Item(properties=(*PLAIN, bmff.auxc(bmff.ALPHA)), references=((b"auxl", (1,)),))
    source = examine(heif(Item(), alpha))
    assert source.first.alpha and "alpha" in found(source)


def test_what_the_file_carries_is_named() -> None:
    sentinel = b"SENTINEL-PATIENT-0042"
    exif = bytes(4) + b"MM\0*\0\0\0\x08\0\1\x01\x3b\0\2\0\0\0\x16\0\0\0\x1a\0\0\0\0" + sentinel
    xmp = b"<x:xmpmeta xmlns:dc='d'><rdf:li dc:creator='" + sentinel + b"'/></x:xmpmeta>"
    c2pa = bytes.fromhex("d8fec3d61b0e483c92975828877ec481") + b"claim"
    source = examine(
        heif(
            Item(properties=(*PLAIN, (b"udes", bytes(4) + b"en\0" + sentinel + b"\0\0\0"))),
            Item(b"Exif", exif + b"\0", (), ((b"cdsc", (1,)),)),
            Item(b"mime", xmp, (), ((b"cdsc", (1,)),), content_type=b"application/rdf+xml"),
            Item(b"mime", b"PRIVATE-NOTE-0815", (), content_type=b"text/plain"),
            before=(bmff.box(b"uuid", c2pa), bmff.box(b"free", b"FREE-BYTES-0815")),
            spare=b"UNREFERENCED-0815",
            after=b"\0\0TRAILER",
        )
    )
    kinds = found(source)
    for kind in (
        *("author-name", "xmp", "description", "content-credentials", "unknown-segment"),
        *("stray-bytes", "trailing-bytes"),
    ):
        assert kind in kinds, kind
    texts = "\n".join(source.texts)
    for text in (sentinel.decode(), "PRIVATE-NOTE-0815", "FREE-BYTES-0815", "UNREFERENCED-0815"):
        assert text in texts, text


def test_wide_colour_is_told_by_a_profile_and_bright_colour_is_refused() -> None:
    assert examine(heif(Item(properties=(*PLAIN, bmff.nclx(1, 13))))).first.profile == b""
    assert (
        examine(heif(Item(properties=(*PLAIN, bmff.nclx(12, 13))))).first.profile[36:40] == b"acsp"
    )
    both = (*PLAIN, bmff.nclx(12, 13), (b"colr", b"profICC-BYTES"))
    assert examine(heif(Item(properties=both))).first.profile == b"ICC-BYTES"
    assert refusal(heif(Item(properties=(*PLAIN, bmff.nclx(9, 16))))) == "format-unsupported"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (heif(Item(b"j2k1")), "format-unsupported"),
        (heif(Item(b"iden", b"", (ispe(16, 7),))), "format-unsupported"),
        (heif(Item(properties=(ispe(0, 7), AV1C))), "zero-size"),
        (heif(Item(properties=(ispe(30_000, 30_000), AV1C))), "too-many-pixels"),
        (heif(Item(properties=(ispe(40_000, 7), AV1C))), "side-too-long"),
        (heif(Item(properties=(AV1C,))), "file-damaged"),
        (heif(Item(data=b"")), "file-damaged"),
        (heif(Item(properties=(ispe(16, 7), (b"pixi", bytes(6)), AV1C))), "file-damaged"),
        (heif(Item(data=bmff.AV1[:-1])), "file-truncated"),
        (heif(Item(data=bmff.AV1[:12])), "file-damaged"),
        (heif(Item(b"hvc1", HEVC[:-1], HEIC.properties), brand=b"heic"), "file-truncated"),
        (heif(Item(b"hvc1", HEVC, PLAIN), brand=b"heic"), "file-damaged"),
        (heif(primary=9), "file-damaged"),
        (heif(handler=b"vide"), "file-damaged"),
        (heif(shift=1 << 20), "file-truncated"),
        (heif(before=(bmff.box(b"moof"),)), "format-unsupported"),
        (heif(in_meta=(bmff.full(b"pitm", b"\0\1"),)), "file-damaged"),
        (heif()[:40], "file-truncated"),
    ],
)
def test_what_is_not_whole_is_refused(data: bytes, code: str) -> None:
    assert refusal(data) == code


def test_every_cut_is_refused() -> None:
    whole = heif(Item(), Item(b"Exif", bytes(20), (), ((b"cdsc", (1,)),)))
    for end in range(12, len(whole)):
        assert refusal(whole[:end]) in ("file-truncated", "file-damaged"), end


@given(st.data())
def test_whatever_the_bytes_the_outcome_is_a_source_or_a_code(data: st.DataObject) -> None:
    whole = bytearray(
        heif(
            Item(properties=(*PLAIN, bmff.irot(1))),
            Item(references=((b"thmb", (1,)),)),
            Item(b"mime", b"<x/>", (), content_type=b"application/rdf+xml"),
        )
    )
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(12, len(whole) - 1))
        whole[at] = data.draw(st.sampled_from([0, 1, 2, 127, 128, 255]) | st.integers(0, 255))
    try:
        source = examine(bytes(whole))
    except SourceRefused as refused:
        assert not refused.sentence.startswith("Something went wrong")
    else:
        assert source.first.width > 0 and source.first.height > 0
