"""HEIC and AVIF come out upright, opaque and in sRGB, whoever decodes them."""

import io
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from pixelseal.core import engine
from pixelseal.core.base import given_codecs
from pixelseal.core.base.arrays import Pixels
from pixelseal.core.base.errors import SourceRefused
from pixelseal.core.base.given_codecs import Decoded, Encoding
from pixelseal.core.base.orientation import upright
from pixelseal.core.codecs import heic_avif
from pixelseal.core.decode.decode import decode, reread
from pixelseal.core.source import examine
from pixelseal.local.codecs import AVIF_SPEED

from tests.builders import bmff
from tests.builders.bmff import AV1C, Item, heif, ispe, pixi
from tests.core.support import photo, recipe, redact, shown
from tests.vectors.table import sources

LARGE = (150, 110)  # of the vectors' HEIC and AVIF (tests/vectors/sources.py)

SQUARE = (ispe(2, 1), pixi(8, 8, 8), AV1C)


def fake(monkeypatch: pytest.MonkeyPatch, decoded: Decoded) -> None:
    monkeypatch.setattr(
        given_codecs, "_decoders", dict.fromkeys(given_codecs.NAMES, lambda data, wide: decoded)
    )


def picture(*properties: bmff.Property, **other: object) -> bytes:
    return heif(Item(properties=(*SQUARE, *properties)), **other)


def pixels_of(data: bytes) -> Pixels:
    return decode(data, examine(data).first).pixels


def test_an_avif_is_turned_here_and_a_heic_by_its_decoder(monkeypatch: pytest.MonkeyPatch) -> None:
    fake(monkeypatch, Decoded(2, 1, 3, bytes([1, 2, 3, 4, 5, 6])))
    # A quarter turn anticlockwise: what was at the right is at the top.
    assert pixels_of(picture(bmff.irot(1))).tolist() == [[[4, 5, 6]], [[1, 2, 3]]]
    fake(monkeypatch, Decoded(1, 2, 3, bytes([1, 2, 3, 4, 5, 6])))
    turned = (ispe(2, 1), pixi(8, 8, 8), bmff.HVCC, bmff.irot(1))
    heic = heif(Item(b"hvc1", bmff.HEVC, turned), brand=b"heic")
    assert pixels_of(heic).tolist() == [[[1, 2, 3]], [[4, 5, 6]]]


@pytest.mark.parametrize("turned", range(1, 9))
@pytest.mark.parametrize("brand", [b"avif", b"heic"])
def test_what_a_recipe_turns_is_turned_once_whoever_turned_the_file(
    monkeypatch: pytest.MonkeyPatch, brand: bytes, turned: int
) -> None:
    coding = (b"av01", bmff.AV1, AV1C) if brand == b"avif" else (b"hvc1", bmff.HEVC, bmff.HVCC)
    properties = (ispe(2, 3), pixi(8, 8, 8), coding[2], bmff.irot(1))
    data = heif(Item(coding[0], coding[1], properties), brand=brand)
    samples = bytes(range(18))
    # As stored, or turned already as libheif does.
    size = (2, 3) if brand == b"avif" else (3, 2)
    fake(monkeypatch, Decoded(*size, 3, samples))
    page = examine(data).first
    upright_one = decode(data, page).pixels
    assert np.array_equal(decode(data, page.lying(turned)).pixels, upright(upright_one, turned))


def test_a_decoder_that_gives_another_size_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    fake(monkeypatch, Decoded(1, 1, 3, bytes(3)))
    with pytest.raises(SourceRefused) as refused:
        pixels_of(picture())
    assert refused.value.code == "file-damaged"


def test_a_decoder_that_fails_is_a_damaged_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(data: bytes, wide: bool) -> Decoded:
        raise ValueError("SENTINEL")

    monkeypatch.setattr(given_codecs, "_decoders", {"avif": broken})
    with pytest.raises(SourceRefused) as refused:
        pixels_of(picture())
    assert refused.value.code == "file-damaged" and "SENTINEL" not in refused.value.sentence


def test_what_lay_under_transparency_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    fake(monkeypatch, Decoded(2, 1, 4, bytes([9, 9, 9, 0, 10, 20, 30, 255])))
    assert pixels_of(picture()).tolist() == [[[255, 255, 255], [10, 20, 30]]]
    fake(monkeypatch, Decoded(2, 1, 4, bytes([0, 0, 0, 0, 5, 10, 15, 128]), premultiplied=True))
    assert pixels_of(picture()).tolist() == [[[255, 255, 255], [132, 137, 142]]]


def deep(*rows: tuple[int, ...]) -> bytes:
    return np.array(rows, "<u2").tobytes()


def test_more_than_eight_bits_are_asked_for_and_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def decoder(data: bytes, wide: bool) -> Decoded:
        asked.append(wide)
        if not wide:
            return Decoded(2, 1, 3, bytes(6))
        return Decoded(2, 1, 3, deep((0, 1, 512), (1022, 1023, 4)), bits=10)

    monkeypatch.setattr(given_codecs, "_decoders", {"avif": decoder})
    assert pixels_of(picture()).dtype == np.uint8
    pixels = pixels_of(heif(Item(properties=(ispe(2, 1), pixi(10, 10, 10), AV1C))))
    assert asked == [False, True] and pixels.dtype == np.uint16
    # A tenth bit is 65535 / 1023 of the whole: black and white stay what they are.
    assert pixels.tolist() == [[[0, 64, 32800], [65471, 65535, 256]]]


def test_deep_pictures_are_blended_in_sixteen_bits(monkeypatch: pytest.MonkeyPatch) -> None:
    file = heif(Item(properties=(ispe(2, 1), pixi(12, 12, 12), AV1C)))
    see_through = deep((9, 9, 9, 0), (10, 20, 30, 4095))
    fake(monkeypatch, Decoded(2, 1, 4, see_through, bits=12))
    assert pixels_of(file).tolist() == [[[65535] * 3, [160, 320, 480]]]
    half = deep((0, 0, 0, 0), (1000, 2000, 0, 2048))
    fake(monkeypatch, Decoded(2, 1, 4, half, premultiplied=True, bits=12))
    wanted = np.array([1000, 2000, 0]) / 4095 * 65535 + 65535 * (1 - 2048 / 4095)
    assert np.abs(pixels_of(file)[0, 1] - wanted).max() <= 1


@pytest.mark.parametrize(
    ("properties", "bits"),
    [
        ((pixi(10, 10, 10), AV1C), 10),
        ((AV1C,), 8),
        (((b"av1C", bytes.fromhex("81204000")),), 10),
        (((b"av1C", bytes.fromhex("81206000")),), 12),
    ],
)
def test_the_depth_is_stated_or_that_of_the_coding(properties, bits, needs_avif) -> None:
    assert examine(heif(Item(properties=(ispe(16, 7), *properties)))).first.bits == bits


def test_a_heic_of_ten_bits_keeps_them_in_a_png_and_a_tiff(needs_heic: None) -> None:
    data = sources()["deep.heic"]
    source = examine(data)
    assert source.first.bits == 10
    pixels = decode(data, source.first).pixels
    assert pixels.dtype == np.uint16
    # More values than 8 bits could tell apart, and none between two of 10.
    assert len(np.unique(pixels)) > 300
    tenths = pixels * (1023 / 65535)
    assert np.abs(tenths - np.rint(tenths)).max() < 0.01
    for format, kind in (("png", "png"), ("tiff", "tiff"), ("same", "jpeg")):
        done = redact(data, recipe((4, 4, 8, 8), format=format))
        written = reread(done.output, kind).whole()
        assert written.dtype == (np.uint8 if kind == "jpeg" else np.uint16)
        if kind != "jpeg":
            left, top, right, bottom = done.record_facts["burned"][0]
            assert not written[top:bottom, left:right].any()
            assert np.array_equal(written[:, right:], pixels[:, right:])


def test_an_avif_of_ten_bits_comes_as_deep_as_its_decoder_can(needs_avif: None) -> None:
    data = sources()["deep.avif"]
    source = examine(data)
    assert source.first.bits == 10
    pixels = decode(data, source.first).pixels
    # Pillow has no pictures of more than 8 bits in colour; the page's decoder has.
    in_page = sys.platform == "emscripten"
    assert pixels.dtype == (np.uint16 if in_page else np.uint8)
    scale = 257 if in_page else 1
    assert np.abs(pixels / scale - photo(*LARGE)).mean() < 6


def test_display_p3_by_code_points_becomes_srgb(monkeypatch: pytest.MonkeyPatch) -> None:
    fake(monkeypatch, Decoded(2, 1, 3, bytes([128, 128, 128, 200, 120, 100])))
    gray, skin = pixels_of(picture(bmff.nclx(12, 13)))[0].tolist()
    assert gray == [128, 128, 128]
    # As LittleCMS has it with the Display P3 profile of a phone.
    assert np.abs(np.array(skin) - [213, 115, 95]).max() <= 1


def test_avif_agrees_with_a_plain_reader(needs_avif: None) -> None:
    image = pytest.importorskip("PIL.features")
    if not image.check("avif"):
        pytest.skip("this Pillow writes no AVIF")
    from PIL import Image

    made = io.BytesIO()
    Image.fromarray(photo(90, 50)).save(made, "AVIF", quality=90)
    assert np.array_equal(pixels_of(made.getvalue()), shown(made.getvalue()))


def test_real_files_show_what_they_show_elsewhere(
    corpus: Path, needs_avif: None, needs_heic: None
) -> None:
    # Mean colours over white by avifdec and heif-convert's libraries, before any profile.
    wanted = {
        "libavif__circle_custom_properties.avif": (100, 60, (166, 169, 251)),
        "libavif__clop_irot_imor.avif": (34, 12, (214, 191, 214)),
        "libavif__paris_icc_exif_xmp.avif": (403, 302, (120, 130, 138)),
        "libavif__seine_sdr_gainmap_srgb.avif": (400, 300, (168, 168, 164)),
        "pillow_heif__RGBA_12__128x128.heif": (128, 128, (191, 170, 191)),
    }
    for name, (width, height, means) in wanted.items():
        pixels = pixels_of((corpus / name).read_bytes())
        assert pixels.shape == (height, width, 3), name
        scale = 257 if pixels.dtype == np.uint16 else 1
        assert np.abs(pixels.mean(axis=(0, 1)) / scale - means).max() < 1.5, name


def test_a_phone_photo_becomes_a_clean_jpeg(corpus: Path, needs_heic: None) -> None:
    data = (corpus / "pillow_heif__pug.heic").read_bytes()
    told = engine.inspect(data).to_dict()
    assert (told["format"], told["width"], told["height"]) == ("heic", 4032, 3024)
    assert {row["kind"] for row in told["findings"]} >= {"gps", "depth-map", "gain-map"}
    done = redact(data, recipe((1000, 1000, 300, 300)))
    assert done.extension == "jpg"
    assert not shown(done.output)[1010:1290, 1010:1290].any()


def test_a_truncated_phone_photo_is_refused(corpus: Path) -> None:
    with pytest.raises(SourceRefused):
        engine.preview((corpus / "pillow_heif__corrupted.hif").read_bytes())


@pytest.mark.skipif(sys.platform == "emscripten", reason="the page has an encoder of its own")
@pytest.mark.parametrize("sampling", ["4:2:0", "4:4:4"])
def test_an_avif_is_written_as_pillow_writes_it(sampling: str, needs_avif: None) -> None:
    pixels, file = photo(61, 47), io.BytesIO()
    options = {"quality": 70, "subsampling": sampling, "speed": AVIF_SPEED, "codec": "aom"}
    Image.fromarray(pixels).save(file, "AVIF", max_threads=1, **options)
    asked = Encoding(61, 47, pixels, 70, sampling)
    assert heic_avif.encode("avif", asked) == file.getvalue()
