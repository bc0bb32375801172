"""Bytes of a checked file to upright pixels, by Pillow. Trusts no header and carries no metadata.

Only pixels leave this module: Pillow's image object, and all that it remembers of the file, dies
here. Lazy decoding (`draft`, `thumbnail`, `seek`) is never used: it has holes in the Pillow that we
run on. Depth: gray keeps 16 bits; Pillow reads 48-bit colour with 8 bits a sample, and so do we.
"""

import io
import warnings
from collections.abc import Callable

import numpy as np
from PIL import Image, ImageFile, TiffImagePlugin

from app.core import colour, limits
from app.core.errors import SourceRefused
from app.core.orientation import upright
from app.core.raster import Pixels, Raster
from app.core.source.model import Source
from app.core.unpack_tiff import unpacked

Image.MAX_IMAGE_PIXELS = limits.PIXELS_MOST
ImageFile.LOAD_TRUNCATED_IMAGES = False

_STRIP_SAMPLES = 1 << 20  # pixels copied at a time, so that no second whole picture is held


def decode(untrusted_data: bytes, source: Source) -> Raster:
    """The picture of a file that `app.core.source.examine` passed: upright, opaque, sRGB or gray.

    SourceRefused: file-damaged, format-unsupported.
    """
    try:
        pixels = _read(untrusted_data, source.format, source)
    except (SourceRefused, MemoryError):
        raise
    except Exception as error:
        # Pillow's parsers raise whatever a broken file drives them into (OSError, SyntaxError,
        # struct.error, KeyError, warnings made errors ...); each means the same for the person.
        raise SourceRefused("file-damaged") from error
    return Raster(upright(pixels, source.orientation))


def reread(output: bytes, format: str) -> Pixels:
    """The pixels of an output of ours as any reader would show them, for the audit.

    Raises whatever Pillow raises; an output that cannot be read is a failed audit.
    """
    return _read(output, format, None)


def _read(untrusted_data: bytes, format: str, source: Source | None) -> Pixels:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # their texts quote the file
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        if format == "tiff":
            untrusted_data = unpacked(untrusted_data)
        with Image.open(io.BytesIO(untrusted_data), formats=[format]) as image:
            if isinstance(image, TiffImagePlugin.TiffImageFile):
                # Its load_end turns the picture by tag 274 or by XMP; turning is our job.
                image.load_end = lambda: None  # type: ignore[method-assign]
            image.load()
            if source is not None and image.im.size != (source.width, source.height):
                raise SourceRefused("file-damaged")
            # A GIF's bits are those of its palette; its samples always come as 8.
            bits = 8 if source is None or source.format == "gif" else source.bits
            return _pixels(image, bits)


def _pixels(image: Image.Image, bits: int) -> Pixels:
    width, height = image.im.size
    convert, shape, dtype = _converter(image, bits)
    pixels = np.empty((height, width, *shape), dtype)
    rows = max(1, _STRIP_SAMPLES // width)
    for top in range(0, height, rows):
        bottom = min(top + rows, height)
        pixels[top:bottom] = convert(image.crop((0, top, width, bottom)))
    return pixels


_Convert = Callable[[Image.Image], Pixels]


def _converter(image: Image.Image, bits: int) -> tuple[_Convert, tuple[int, ...], type]:
    """How strips of this image become samples: a function, the shape of a pixel, and its type."""
    mode, key = image.mode, image.info.get("transparency")
    if mode in ("P", "PA"):
        if mode == "PA" or key is not None:
            return _rgba, (3,), np.uint8
        return lambda strip: _samples(strip.convert("RGB")), (3,), np.uint8
    if mode in ("1", "L"):
        if key is not None:
            scale = 255 // ((1 << min(bits, 8)) - 1) if mode == "L" else 1
            gray_key = (min(int(key) * scale, 255),)
            return lambda strip: colour.white_where(_gray(strip), gray_key), (), np.uint8
        return _gray, (), np.uint8
    if mode in ("LA", "La"):
        return _gray_alpha, (), np.uint8
    if mode == "RGB" and key is not None:
        # With 48-bit colour the key has 16 bits and the samples their upper 8.
        rgb_key = tuple(int(part) >> (8 if bits == 16 else 0) for part in key)
        return lambda strip: colour.white_where(_samples(strip), rgb_key), (3,), np.uint8
    if mode in ("RGBA", "RGBa"):
        return _rgba, (3,), np.uint8
    if mode in ("RGB", "RGBX", "CMYK", "YCbCr"):
        return lambda strip: _samples(strip.convert("RGB")), (3,), np.uint8
    if mode == "LAB":
        return lambda strip: colour.lab_to_srgb(_samples(strip)), (3,), np.uint8
    if mode in ("I;16", "I;16L", "I;16B"):
        return _wide_gray(image, bits), (), np.uint16
    raise SourceRefused("format-unsupported", format="32-bit or floating-point gray image")


def _samples(strip: Image.Image) -> Pixels:
    return np.frombuffer(strip.tobytes(), np.uint8).reshape(strip.height, strip.width, -1)


def _gray(strip: Image.Image) -> Pixels:
    return _samples(strip.convert("L"))[:, :, 0]


def _gray_alpha(strip: Image.Image) -> Pixels:
    both = _samples(strip.convert("LA"))
    return colour.over_white(both[:, :, 0], both[:, :, 1])


def _rgba(strip: Image.Image) -> Pixels:
    four = _samples(strip.convert("RGBA"))
    return colour.over_white(four[:, :, :3], four[:, :, 3])


def _wide_gray(image: Image.Image, bits: int) -> _Convert:
    order = ">u2" if image.mode == "I;16B" else "<u2"
    key = image.info.get("transparency")
    # TIFF 6.0, PhotometricInterpretation 0 (white is zero): Pillow inverts 8 bits, but not 16.
    inverted = (
        isinstance(image, TiffImagePlugin.TiffImageFile)
        and image.tag_v2.get(TiffImagePlugin.PHOTOMETRIC_INTERPRETATION) == 0
    )
    full = (1 << bits) - 1 if 8 < bits < 16 else 65535

    def convert(strip: Image.Image) -> Pixels:
        gray = np.frombuffer(strip.tobytes(), order).reshape(strip.height, strip.width)
        if key is not None:
            gray = colour.white_where(gray, (int(key),))
        if full != 65535:  # 12-bit samples: scale to the full range, never clip
            gray = (np.minimum(gray, full).astype(np.uint32) * 65535 // full).astype(np.uint16)
        return 65535 - gray if inverted else gray.astype(np.uint16)

    return convert
