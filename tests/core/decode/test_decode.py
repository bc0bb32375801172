"""Every kind of pixel comes out upright, opaque and in the right colour, or is refused."""

import io
import sys

import numpy as np
import pytest
from PIL import Image
from pixelseal.core.base.errors import SourceRefused
from pixelseal.core.decode.decode import decode
from pixelseal.core.source import examine

from tests.builders import png as png_builder
from tests.builders import tiff as tiff_builder
from tests.core.cover.test_covered_content import exif_with_orientation
from tests.core.support import file_of, photo, recipe, redact, shown

GRAY = photo(40, 30)[:, :, 0]


def pixels_of(file: bytes):
    return decode(file, examine(file).first).pixels


def saved(image: Image.Image, format: str, **options: object) -> bytes:
    stream = io.BytesIO()
    image.save(stream, format, **options)
    return stream.getvalue()


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "TIFF"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_each_orientation_lands_upright(format, orientation):
    # A white corner block on black: its place after turning is known by hand.
    stored = np.zeros((32, 48, 3), np.uint8)
    stored[:16, :16] = 255
    options: dict[str, object] = {"exif": exif_with_orientation(orientation)}
    if format == "TIFF":
        options = {"tiffinfo": {274: orientation}}
    if format == "WEBP":
        options["lossless"] = True
    upright = pixels_of(file_of(stored, format, **options))
    corners = {
        (row, column): bool(upright[row, column].min() > 200)
        for row in (0, -1)
        for column in (0, -1)
    }
    white = {
        1: (0, 0),
        2: (0, -1),
        3: (-1, -1),
        4: (-1, 0),
        5: (0, 0),
        6: (0, -1),
        7: (-1, -1),
        8: (-1, 0),
    }[orientation]
    assert upright.shape[:2] == ((48, 32) if orientation >= 5 else (32, 48))
    assert corners == {corner: corner == white for corner in corners}


def test_an_orientation_in_xmp_alone_is_ignored_as_browsers_do():
    xmp = (
        b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf'
        b'-syntax-ns#"><rdf:Description xmlns:tiff="http://ns.adobe.com/tiff/1.0/" '
        b'tiff:Orientation="6"/></rdf:RDF></x:xmpmeta>'
    )
    for format, options in (("JPEG", {"xmp": xmp}), ("TIFF", {"tiffinfo": {700: xmp}})):
        assert pixels_of(file_of(photo(40, 24), format, **options)).shape[:2] == (24, 40)


@pytest.mark.parametrize("mode", ["RGBA", "LA", "PA"])
def test_what_lay_under_alpha_zero_is_white_and_not_revealed(mode):
    secret = photo(30, 20)
    alpha = np.full((20, 30), 255, np.uint8)
    alpha[:, :15] = 0
    image = Image.fromarray(np.dstack([secret, alpha]), "RGBA")
    file = saved(image.quantize(64) if mode == "PA" else image.convert(mode), "PNG")
    upright = pixels_of(file)
    assert (upright[:, :15] == 255).all()
    assert not (upright[:, 15:] == 255).all()


def test_half_transparency_is_blended_over_white():
    image = Image.new("RGBA", (4, 4), (0, 100, 200, 128))
    assert pixels_of(saved(image, "PNG"))[0, 0].tolist() == [127, 177, 227]


@pytest.mark.parametrize("mode, key", [("L", 7), ("RGB", (10, 20, 30)), ("1", 0)])
def test_a_transparent_colour_becomes_white(mode, key):
    image = Image.new(mode, (6, 4), key)
    image.putpixel((0, 0), 0 if mode == "RGB" else 255 if mode == "1" else 9)
    upright = pixels_of(saved(image, "PNG", transparency=key))
    assert (upright[1:] == 255).all()


def test_a_transparent_gray_of_two_bits_is_scaled_like_its_pixels():
    # PNG 11.3.1.1: the key is a sample of the file's own depth. 0b01_10_11_01 is one row of four.
    header = png_builder.header(4, 1, depth=2, colour=0)
    key = png_builder.chunk(b"tRNS", b"\0\x02")
    file = (
        b"\x89PNG\r\n\x1a\n"
        + header
        + key
        + png_builder.rows(b"\0" + bytes([0b01101101]))
        + png_builder.end()
    )
    assert pixels_of(file).tolist() == [[85, 255, 255, 85]]


def test_cmyk_comes_out_in_its_colours_also_where_adobe_inverts_it():
    red = Image.new("CMYK", (16, 16), (0, 255, 255, 0))
    for file in (saved(red, "JPEG", quality=95), saved(red, "TIFF")):
        r, g, b = pixels_of(file)[8, 8].tolist()
        assert r > 240 and g < 15 and b < 15


def test_lab_is_converted_and_not_refused_or_taken_for_rgb():
    # CIE L* 53.2, a* 80, b* 67 is near pure red; TIFF stores a* and b* as signed bytes.
    row = bytes([136, 80, 67]) * 4
    page = tiff_builder.Ifd(
        tags={
            256: (tiff_builder.SHORT, (4,)),
            257: (tiff_builder.SHORT, (1,)),
            258: (tiff_builder.SHORT, (8, 8, 8)),
            259: (tiff_builder.SHORT, (1,)),
            262: (tiff_builder.SHORT, (8,)),
            277: (tiff_builder.SHORT, (3,)),
            278: (tiff_builder.SHORT, (1,)),
        },
        strips=[row],
    )
    r, g, b = pixels_of(tiff_builder.tiff(page))[0, 0].tolist()
    assert r > 235 and g < 40 and b < 40


def test_sixteen_bit_gray_is_kept_and_scaled_not_clipped():
    wide = (GRAY.astype(np.uint16) * 257) ^ 0x55
    for format in ("PNG", "TIFF"):
        file = file_of(wide, format)
        assert np.array_equal(pixels_of(file), wide)
        held = shown(redact(file, recipe((0, 0, 4, 4))).output)
        assert held.dtype == np.uint16
        assert np.array_equal(held[4:], wide[4:]) and not held[:4, :4].any()
    narrow = shown(redact(file_of(wide, "PNG"), recipe((0, 0, 4, 4), format="webp")).output)
    assert np.abs(narrow[8:, 8:, 0].astype(int) - GRAY[8:, 8:]).max() <= 1


def test_one_bit_and_palette_pictures_come_out_right():
    bits = Image.fromarray(GRAY > 128)
    wanted = np.where(GRAY > 128, 255, 0)
    assert np.array_equal(pixels_of(saved(bits, "PNG")), wanted)
    for compression in ("raw", "group4", "packbits", "tiff_lzw"):
        assert np.array_equal(pixels_of(saved(bits, "TIFF", compression=compression)), wanted)
    palette = Image.fromarray(photo(40, 30)).quantize(32)
    for format in ("PNG", "GIF", "BMP", "TIFF"):
        assert np.array_equal(pixels_of(saved(palette, format)), np.asarray(palette.convert("RGB")))


@pytest.mark.skipif(sys.platform == "emscripten", reason="its libtiff cannot write Deflate files")
@pytest.mark.parametrize("mode", ["RGB", "L", "I;16", "RGBA", "P", "CMYK"])
@pytest.mark.parametrize("predictor", [1, 2])
def test_a_deflate_tiff_reads_the_same_where_libtiff_has_no_deflate(mode, predictor):
    image = Image.fromarray(GRAY.astype(np.uint16) * 250) if mode == "I;16" else None
    image = image or Image.fromarray(photo(40, 30)).convert(mode)
    plain = pixels_of(saved(image, "TIFF"))
    if predictor == 2 and mode == "P":
        predictor = 1
    packed = saved(image, "TIFF", compression="tiff_adobe_deflate", tiffinfo={317: predictor})
    assert np.array_equal(pixels_of(packed), plain)


@pytest.mark.parametrize("tiled", [False, True])
@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK", "YCbCr"])
def test_a_jpeg_tiff_reads_the_same_where_libtiff_has_no_jpeg(mode, tiled):
    # Technical Note 2: each strip or tile is a JPEG stream; photometric 1, 2, 5 and 6.
    image = Image.fromarray(photo(48, 32)).convert("RGB" if mode == "YCbCr" else mode)
    halves = [image.crop((0, top, 48, top + 16)) for top in (0, 16)]
    kept = {"subsampling": 0, "keep_rgb": mode == "RGB", "quality": 95}
    strips = [
        saved(half, "JPEG", **(kept if mode != "CMYK" else {"quality": 95})) for half in halves
    ]
    if mode == "CMYK":  # Pillow writes Adobe's inverted form; the TIFF's strips are plain
        plain = [Image.eval(half, lambda value: 255 - value) for half in halves]
        strips = [saved(half, "JPEG", quality=95) for half in plain]
    samples, photometric = {"RGB": (3, 2), "L": (1, 1), "CMYK": (4, 5), "YCbCr": (3, 6)}[mode]
    short = tiff_builder.SHORT
    tags = {
        256: (short, (48,)),
        257: (short, (32,)),
        258: (short, (8,) * samples),
        259: (short, (7,)),
        262: (short, (photometric,)),
        277: (short, (samples,)),
    }
    tags |= {322: (short, (48,)), 323: (short, (16,))} if tiled else {278: (short, (16,))}
    file = tiff_builder.tiff(tiff_builder.Ifd(tags=tags, strips=strips, tiled=tiled))
    wanted = np.asarray(image.convert("RGB" if samples > 1 else "L"))
    assert np.abs(pixels_of(file).astype(int) - wanted).mean() < 4


def test_a_deflate_tiff_of_our_own_is_read_everywhere():
    pixels = photo(300, 200)
    file = redact(file_of(pixels, "PNG"), recipe((0, 0, 1, 1), format="tiff")).output
    assert np.array_equal(pixels_of(file)[1:], pixels[1:])


def test_what_pillow_stumbles_over_is_a_refusal_with_a_code():
    file = bytearray(file_of(photo(40, 30), "GIF"))
    source = examine(bytes(file))
    with pytest.raises(SourceRefused) as refused:
        decode(bytes(file[:40]), source.first)
    assert refused.value.code == "file-damaged"
