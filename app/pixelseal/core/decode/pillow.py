"""One picture of a checked file to samples, by Pillow. Trusts no header and keeps no metadata.

Lazy decoding (`draft`, `thumbnail`, `seek`) is never used: it is vulnerable in the Pillow that we
run on. Pillow holds 48-bit colour with 8 bits per sample: such a PNG is read twice, once for the
upper and once for the lower bytes.
"""

import contextlib
import io
import warnings
from collections.abc import Iterator
from typing import Any

import numpy as np
from PIL import Image, ImageFile, TiffImagePlugin, _webp
from pixelseal.core.base import limits
from pixelseal.core.base.arrays import Pixels
from pixelseal.core.base.errors import SourceRefused
from pixelseal.core.decode.bmp_fields import read_fields
from pixelseal.core.decode.tiff_16bit import read_wide
from pixelseal.core.decode.tiff_rows import read_in_parts
from pixelseal.core.decode.tiff_unpack import small_tiff
from pixelseal.core.pixels.picture import Area, Picture, of_area, see_through_where
from pixelseal.core.source.facts.tiff_layout import DEFLATES, JPEG, TiffLayout

Image.MAX_IMAGE_PIXELS = limits.PIXELS_MOST
ImageFile.LOAD_TRUNCATED_IMAGES = False

_PNG_DEPTH, _PNG_COLOUR = 24, 25  # bytes of the header, which is the first chunk
_GRAY_ALPHA = 4
_Box = tuple[int, int, int, int]  # left, top, right, bottom
# Pillow's modes -> the space of their samples, and the mode in which these are read.
_PLAIN = {
    "1": ("gray", "L"),
    "L": ("gray", "L"),
    "RGB": ("rgb", "RGB"),
    "RGBX": ("rgb", "RGB"),
    "YCbCr": ("rgb", "RGB"),
    "P": ("rgb", "RGB"),
    "CMYK": ("cmyk", "CMYK"),
    "LAB": ("lab", "LAB"),
}
_WITH_ALPHA = {
    "LA": ("gray", "LA"),
    "La": ("gray", "LA"),
    "RGBA": ("rgb", "RGBA"),
    "RGBa": ("rgb", "RGBA"),
    "PA": ("rgb", "RGBA"),
}


def read_picture(untrusted_data: bytes, format: str) -> Picture:
    """The stored picture of a file that holds one, and is no TIFF.

    Raises whatever Pillow's parsers raise for a damaged file; SourceRefused: format-unsupported.
    """
    with _untold_warnings():
        if format == "webp":
            return _webp_picture(untrusted_data)
        if format == "png" and untrusted_data[_PNG_DEPTH] == 16 and untrusted_data[_PNG_COLOUR]:
            return _wide_png(untrusted_data)
        own = read_fields(untrusted_data) if format == "bmp" else None
        if own:
            return own
        image = _loaded(untrusted_data, format)
        # The transparent colour of a PNG has the file's depth; its pixels are scaled to 8 bits.
        depth = min(untrusted_data[_PNG_DEPTH], 8) if format == "png" else 8
        return _picture(image, 255 // ((1 << depth) - 1))


def _webp_picture(untrusted_webp: bytes) -> Picture:
    """The one picture of a WebP, from libwebp's own decoder.

    Pillow's image keeps that decoder, with two canvases in it, and a copy of its output: 16 bytes
    per pixel for as long as the image lives. Only 4 are kept here.
    """
    decoder = _webp.WebPAnimDecoder(untrusted_webp)
    (width, height), _loop, _background, frames, mode = decoder.get_info()
    given = decoder.get_next()
    if frames != 1 or given is None:
        raise ValueError("not one picture that can be decoded")
    del decoder
    pixels = np.frombuffer(given[0], np.uint8).reshape(height, width, 4)

    def area(left: int, top: int, right: int, bottom: int) -> tuple[Pixels, Pixels | None]:
        part = pixels[top:bottom, left:right]
        return part[:, :, :3], part[:, :, 3] if mode == "RGBA" else None

    return of_area(width, height, "rgb", 8, area)


def read_tiff(untrusted_data: bytes, layout: TiffLayout) -> Picture:
    """The stored picture of one page of a TIFF with that layout. Raises as `read_picture` does."""
    with _untold_warnings():
        if layout.bits == 16:
            return read_wide(untrusted_data, layout)
        parts = read_in_parts(untrusted_data, layout, _first_of_tiff)
        if parts is None and not _reads_alike(untrusted_data, layout):
            untrusted_data = small_tiff(untrusted_data, layout)
        return parts or _first_of_tiff(untrusted_data)


def _reads_alike(untrusted_tiff: bytes, layout: TiffLayout) -> bool:
    """True where Pillow finds the page by itself, and finds little else: no copy is made of it.

    Otherwise it would get the entire file for one page in hundreds.
    """
    # Pillow mistakes a big-endian BigTIFF for a TIFF.
    odd = layout.narrow_map or not layout.counted or (layout.big and layout.order == ">")
    unpacked = layout.compression not in (JPEG, *DEFLATES)
    most = 2 * sum(layout.counts) >= len(untrusted_tiff)
    return layout.leads and not layout.missing and most and unpacked and not odd


def _first_of_tiff(untrusted_tiff: bytes) -> Picture:
    """The first page, of up to 8 bits per sample."""
    return _picture(_loaded(untrusted_tiff, "tiff"), 1)


@contextlib.contextmanager
def _untold_warnings() -> Iterator[None]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # their texts quote the file
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        yield


def _loaded(untrusted_data: bytes, format: str, rawmode: str = "") -> Image.Image:
    """The decoded image; `rawmode` tells the decoder to take other bytes of each pixel."""
    with Image.open(io.BytesIO(untrusted_data), formats=[format]) as image:
        if isinstance(image, TiffImagePlugin.TiffImageFile):
            # Its load_end rotates the picture by tag 274 or by XMP; rotating is our job.
            image.load_end = lambda: None  # type: ignore[method-assign]
        if rawmode:
            image.tile = [tile._replace(args=rawmode) for tile in image.tile]
        image.load()
        return image


def _picture(image: Image.Image, key_scale: int) -> Picture:
    mode, key = image.mode, image.info.get("transparency")
    if mode == "I;16":
        return _of(image, "gray", 16, _wide_gray_area(image, key))
    if mode == "P" and key is not None:
        mode = "PA"
    if mode in _WITH_ALPHA:
        space, taken = _WITH_ALPHA[mode]
        return _of(image, space, 8, _alpha_area(image, taken))
    if mode not in _PLAIN:
        raise SourceRefused("format-unsupported", format="gray-32-bit")
    space, taken = _PLAIN[mode]
    if isinstance(key, int):
        key = (min(key * (key_scale if mode == "L" else 1), 255),)
    return _of(image, space, 8, _plain_area(image, taken, key))


def _of(image: Image.Image, space: str, bits: int, area: Area) -> Picture:
    # Not `image.size`: Pillow rotates that by a TIFF's orientation.
    width, height = image.im.size
    return of_area(width, height, space, bits, area)


def _samples(image: Image.Image, box: _Box, mode: str) -> Pixels:
    """A box of an image in that mode, uint8 (h, w, channels)."""
    strip = image.crop(box)
    if strip.mode != mode:
        strip = strip.convert(mode)
    return np.frombuffer(strip.tobytes(), np.uint8).reshape(strip.height, strip.width, -1)


def _plain_area(image: Image.Image, mode: str, key: tuple[int, ...] | None) -> Area:
    def area(*box: Any) -> tuple[Pixels, Pixels | None]:
        samples = _samples(image, box, mode)
        samples = samples[:, :, 0] if mode == "L" else samples
        return samples, None if key is None else see_through_where(samples, key)

    return area


def _alpha_area(image: Image.Image, mode: str) -> Area:
    def area(*box: Any) -> tuple[Pixels, Pixels | None]:
        samples = _samples(image, box, mode)
        return samples[:, :, 0] if mode == "LA" else samples[:, :, :3], samples[:, :, -1]

    return area


def _wide_gray_area(image: Image.Image, key: int | None) -> Area:
    def area(*box: Any) -> tuple[Pixels, Pixels | None]:
        strip = image.crop(box)
        gray = np.frombuffer(strip.tobytes(), "<u2").reshape(strip.height, strip.width)
        return gray, None if key is None else see_through_where(gray, (int(key),))

    return area


def _wide_png(untrusted_data: bytes) -> Picture:
    """RGB, RGBA or grey and alpha with 16 bits per sample (PNG table 11.1), exactly."""
    if untrusted_data[_PNG_COLOUR] == _GRAY_ALPHA:
        # A pixel has four bytes, as in RGBA with 8 bits: read as such, all of them are kept.
        image = _loaded(untrusted_data, "png", "RGBA")

        def gray(*box: Any) -> tuple[Pixels, Pixels | None]:
            both = _joined(image, image, box)
            return both[:, :, 0], both[:, :, 1]

        return _of(image, "gray", 16, gray)
    high = _loaded(untrusted_data, "png")
    low = _loaded(untrusted_data, "png", f"{high.mode};16L")
    key = high.info.get("transparency")

    def area(*box: Any) -> tuple[Pixels, Pixels | None]:
        samples = _joined(high, low, box)
        if samples.shape[2] == 4:
            return samples[:, :, :3], samples[:, :, 3]
        return samples, None if key is None else see_through_where(samples, key)

    return _of(high, "rgb", 16, area)


def _joined(high: Image.Image, low: Image.Image, box: _Box) -> Pixels:
    """16-bit samples of two images that hold their upper and lower bytes.

    One image given twice holds both, alternating.
    """
    upper = _samples(high, box, high.mode)
    if high is low:
        return upper.view(">u2").astype(np.uint16)
    lower = _samples(low, box, low.mode)
    return upper.astype(np.uint16) << 8 | lower
