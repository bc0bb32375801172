"""A picture that is worked on in bands comes out as one that is held. Bounds are lowered for it."""

import zlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from pixelseal.core import engine
from pixelseal.core.audit.jpeg import scan
from pixelseal.core.audit.jpeg.huffman import STANDARD
from pixelseal.core.base import limits
from pixelseal.core.base.errors import RecipeRefused, SourceRefused
from pixelseal.core.base.pixel_box import PixelBox
from pixelseal.core.decode.decode import decode
from pixelseal.core.encode import EncodeSettings, encode, jpeg_bands
from pixelseal.core.pixels.banded_raster import BandedRaster
from pixelseal.core.pixels.raster import Raster
from pixelseal.core.source import examine
from pixelseal.model.recipe.recipe import parse_object

from tests.builders import jpeg as jpeg_builder
from tests.builders.tiff import LONG, SHORT, Ifd, tiff
from tests.core.audit.outputs import expected, failures
from tests.core.support import BUILD, LABEL, file_of, photo, shown

SIZE = (150, 120)


def lower(patch: pytest.MonkeyPatch) -> None:
    """Have every picture worked on in bands."""
    patch.setattr(limits, "PIXELS_HELD_MOST", 6000)
    patch.setattr(scan, "_CODED_AT_ONCE", 6000)
    patch.setattr(jpeg_bands, "_BAND_PIXELS", 4000)


def strips_of(
    pixels, compression: int, rows: int, predictor: int = 1, tiled: bool = False
) -> bytes:
    """A TIFF of 8-bit RGB or grey in strips of so many rows, or in tiles of 32 by 16."""
    height, width = pixels.shape[:2]
    samples = 1 if pixels.ndim == 2 else 3
    across = 32 if tiled else width
    rows = 16 if tiled else rows
    planes = pixels.reshape(height, width, samples)
    padded = np.zeros((-(-height // rows) * rows, -(-width // across) * across, samples), np.uint8)
    padded[:height, :width] = planes
    pieces = []
    for top in range(0, height, rows):
        for left in range(0, width, across):
            bottom = top + rows if tiled else min(top + rows, height)
            piece = padded[top:bottom, left : left + across]
            if predictor == 2:
                piece = np.diff(piece, axis=1, prepend=np.zeros_like(piece[:, :1]))
            data = piece.tobytes()
            pieces.append(zlib.compress(data) if compression == 8 else data)
    tags = {
        256: (LONG, [width]),
        257: (LONG, [height]),
        258: (SHORT, [8] * samples),
        259: (SHORT, [compression]),
        262: (SHORT, [2 if samples == 3 else 1]),
        277: (SHORT, [samples]),
        317: (SHORT, [predictor]),
    }
    if tiled:
        tags |= {322: (SHORT, [across]), 323: (SHORT, [rows])}
    else:
        tags[278] = (LONG, [rows])
    return tiff(Ifd(tags, strips=tuple(pieces), tiled=tiled))


def turned(orientation: int) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = orientation
    options = {"quality": 88, "subsampling": 2, "exif": exif.tobytes()}
    return file_of(photo(*SIZE), "JPEG", **options)


def sources() -> dict[str, bytes]:
    pixels = photo(*SIZE)
    gray = np.ascontiguousarray(pixels[:, :, 0])
    see_through = np.dstack([pixels, gray])
    found = {f"jpeg-{n}": turned(n) for n in (1, 2, 3, 4, 5, 6, 7, 8)}
    return found | {
        "jpeg-gray": file_of(gray, "JPEG", quality=90),
        "jpeg-progressive": file_of(pixels, "JPEG", quality=90, progressive=True),
        "png": file_of(pixels, "PNG"),
        "png-gray": file_of(gray, "PNG"),
        "png-alpha": file_of(see_through, "PNG"),
        "bmp": file_of(pixels, "BMP"),
        "tiff": strips_of(pixels, 1, 7),
        "tiff-one-strip": strips_of(pixels, 1, 120),
        "tiff-gray": strips_of(gray, 1, 11),
        "tiff-deflate": strips_of(pixels, 8, 9, 2),
        "tiff-deflate-one-strip": strips_of(pixels, 8, 120),
        "tiff-tiles": strips_of(pixels, 1, 16, 1, True),
        "tiff-deflate-tiles": strips_of(pixels, 8, 16, 2, True),
    }


RECTANGLE = {"kind": "rectangle", "x": 20, "y": 30, "width": 60, "height": 50}
ELLIPSE = {"kind": "ellipse", "x": 4, "y": 6, "width": 100, "height": 90}
RECIPES = {
    "fill": [{"shape": RECTANGLE, "method": {"kind": "fill", "colour": "#0a60c0"}}],
    "soft": [
        {"shape": ELLIPSE, "method": {"kind": "blur", "radius": 40}},
        {"shape": RECTANGLE, "method": {"kind": "mosaic", "block": 40}},
    ],
    "crop": [{"shape": ELLIPSE}],
}


def asked_for(name: str, output: str):
    """A recipe; of a JPEG with its quality, which else is measured on samples of the picture."""
    asked = {"pixelseal": "recipe/1", "regions": RECIPES[name], "output": {"format": output}}
    if output == "jpeg":
        asked["output"]["quality"] = 85
    if name == "crop":
        asked["crop"] = [{"x": 10, "y": 6, "width": 130, "height": 100}]
    return parse_object(asked)


def outputs_of(name: str) -> tuple[str, ...]:
    if name in ("tiff", "jpeg-6", "png-gray"):
        return "png", "tiff", "jpeg"
    return ("jpeg" if name.startswith("jpeg") else "same",)


@pytest.mark.parametrize("asked", RECIPES)
@pytest.mark.parametrize("name", sources())
def test_bands_show_what_the_whole_shows(name: str, asked: str):
    source = sources()[name]
    for output in outputs_of(name):
        done = []
        for lowered in (False, True):
            with pytest.MonkeyPatch.context() as patch:
                if lowered:
                    lower(patch)
                recipe = asked_for(asked, output)
                done.append(engine.redact(source, recipe, label=LABEL, build=BUILD))
        whole, banded = done
        assert np.array_equal(shown(banded.output), shown(whole.output))
        assert banded.record_facts["burned"] == whole.record_facts["burned"]
        assert len(banded.output) < 1.3 * len(whole.output) + 2000


@pytest.mark.parametrize("name", ["jpeg-6", "png", "bmp", "tiff", "tiff-deflate", "tiff-tiles"])
def test_a_large_picture_is_not_held(name: str, monkeypatch: pytest.MonkeyPatch):
    lower(monkeypatch)
    source = sources()[name]
    assert isinstance(decode(source, examine(source).first), BandedRaster)


@given(
    st.integers(1, 90),
    st.integers(1, 90),
    st.sampled_from(["4:4:4", "4:2:2", "4:2:0"]),
    st.booleans(),
)
def test_joined_bands_are_one_picture(width: int, height: int, sampling: str, gray: bool):
    pixels = photo(width, height)
    pixels = np.ascontiguousarray(pixels[:, :, 0]) if gray else pixels
    facts = {"width": width, "height": height, "gray": gray, "covers": ()}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(jpeg_bands, "_BAND_PIXELS", 64)
        one = encode(Raster(pixels), EncodeSettings("jpeg", 85, sampling))
        patch.setattr(limits, "PIXELS_HELD_MOST", 0)
        patch.setattr(scan, "_CODED_AT_ONCE", 0)
        banded = encode(Raster(pixels), EncodeSettings("jpeg", 85, sampling))
        assert np.array_equal(shown(one), shown(banded))
        assert failures(banded, expected("jpeg", **facts)) == set()
        # Tables of its own tell of a large picture what need not be told.
        assert failures(one, expected("jpeg", **facts)) == {"constant-tables"}
    assert failures(banded, expected("jpeg", **facts)) == {"constant-tables"}


@pytest.mark.parametrize("number", [0, 1, 2, 3])
def test_the_standard_tables_are_those_that_pillow_writes(number: int):
    file = file_of(photo(40, 30), "JPEG", quality=85)
    counts, symbols = STANDARD[number]
    header = bytes([(number & 1) << 4 | number >> 1])
    assert jpeg_builder.segment(0xC4, header + counts + symbols) in file


def test_what_no_decoder_holds_once_is_taken_up_to_a_lower_bound(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(limits, "PIXELS_WHOLE_MOST", SIZE[0] * SIZE[1] - 1)
    taken = ("jpeg-1", "jpeg-6", "png", "bmp", "tiff", "tiff-deflate", "tiff-tiles")
    for name in taken:
        assert examine(sources()[name]).first.in_parts
    wide = file_of(photo(*SIZE)[:, :, 0].astype(np.uint16) * 257, "PNG")
    for source in (sources()["jpeg-progressive"], wide, file_of(photo(*SIZE), "WebP")):
        with pytest.raises(SourceRefused) as refused:
            examine(source)
        assert refused.value.code == "too-many-pixels"


def test_encoders_that_need_the_whole_picture_refuse_a_large_one(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(limits, "PIXELS_WHOLE_MOST", 99)
    for format in ("webp", "avif"):
        with pytest.raises(RecipeRefused) as refused:
            encode(Raster(photo(10, 10)), EncodeSettings(format, 90, "4:4:4"))
        assert refused.value.code == "output-too-large"


def test_painting_hides_what_was_there():
    pixels = photo(60, 40)
    large = BandedRaster(60, 40, False, 8, "", lambda b: pixels[b.top : b.bottom, b.left : b.right])
    large.paint(np.array([[5, 6, 30, 20]], np.int32), lambda _box: np.zeros(3, np.uint8))
    held = Raster(pixels.copy())
    held.paint(np.array([[5, 6, 30, 20]], np.int32), lambda _box: np.zeros(3, np.uint8))
    for box in (PixelBox(0, 0, 60, 40), PixelBox(10, 10, 12, 35), PixelBox(29, 19, 31, 21)):
        assert np.array_equal(large.part(box), held.part(box))
    cut = PixelBox(20, 10, 60, 40)
    assert np.array_equal(large.cropped(cut).held().pixels, held.cropped(cut).pixels)
    assert (pixels[6:20, 5:30] != 0).any()  # what it is made from is left alone
