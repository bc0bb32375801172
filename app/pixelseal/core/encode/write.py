"""Pixels to JPEG, PNG and WebP bytes, from a new image that has nothing but pixels.

By Pillow, or for JPEG by the registered codec (pixelseal.core.codecs.jpeg).

The image given to the encoder is made by `Image.frombytes`, so its `info` is empty: Pillow copies
comments, profiles and tags from `info` into what it writes, whatever it is asked to do.
"""

import io
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import numpy as np
from PIL import Image, ImageFile
from pixelseal.core.base import limits
from pixelseal.core.base.arrays import Pixels
from pixelseal.core.base.errors import EngineFault, RecipeRefused
from pixelseal.core.codecs import jpeg
from pixelseal.core.encode import ijg_tables
from pixelseal.core.encode.avif import write_avif
from pixelseal.core.encode.jpeg_bands import RESTART_INTERVAL, bands, joined
from pixelseal.core.encode.png import write_png
from pixelseal.core.encode.quality_search import search_quality
from pixelseal.core.encode.settings import EncodeSettings
from pixelseal.core.encode.tiff import write_tiff, write_tiff_pages
from pixelseal.core.pixels.banded_raster import AnyRaster
from pixelseal.core.pixels.raster import Raster
from pixelseal.model import formats

_TIFF_BYTES = 2**32 - 2**24  # offsets have 32 bits; the margin holds directory and Deflate's growth

# zlib strategies (zlib.h). Measured on a 2-megapixel photo in wasm: level 6 with the default
# strategy 0.73 s and 1.42 MB; run lengths only, after PNG's filters, 0.14 s and 1.37 MB.
_Z_RLE = 3
# libwebp efforts, same photo: lossless 0/50 0.3 s and 1.16 MB, 4/50 1.2 s and 0.96 MB;
# lossy method 2 0.24 s and 124 kB, method 4 0.54 s and 125 kB.
_WEBP_LOSSLESS: dict[str, Any] = {"lossless": True, "method": 0, "quality": 50}
_WEBP_LOSSY_METHOD = 2
# Most bytes per pixel of any baseline JPEG: three samples, each stuffed and escaped.
_JPEG_BYTES_PER_PIXEL = 12


def encode(raster: AnyRaster, settings: EncodeSettings) -> bytes:
    """The picture as a file. RecipeRefused: output-too-large, webp-not-written."""
    writing = formats.writing(settings.format)
    if max(raster.width, raster.height) > writing.longest_side:
        raise _too_large(settings.format)
    if not writing.deep:
        raster = raster.in_eight_bits()
    if not writing.gray:
        raster = raster.in_colour()
    return _WRITERS[settings.format](raster, settings)


def _too_large(format: str) -> RecipeRefused:
    limit = formats.writing(format).longest_side
    return RecipeRefused("output-too-large", format=formats.named(format).label, limit=limit)


def _write_avif(raster: AnyRaster, settings: EncodeSettings) -> bytes:
    return write_avif(_in_one(raster, settings).held(), settings.quality, settings.sampling)


def _write_webp(raster: AnyRaster, settings: EncodeSettings) -> bytes:
    raster = _in_one(raster, settings)
    most = limits.WEBP_LOSSY_MOST if settings.lossy else limits.WEBP_LOSSLESS_WRITTEN_MOST
    if raster.width * raster.height > most:
        raise RecipeRefused("webp-not-written", limit_mp=most // 1_000_000)
    image = _image(raster.held())
    if settings.lossy:
        return _save(image, "WEBP", quality=settings.quality, method=_WEBP_LOSSY_METHOD)
    return _save(image, "WEBP", **_WEBP_LOSSLESS)


def _in_one(raster: AnyRaster, settings: EncodeSettings) -> AnyRaster:
    """The raster, if its encoder can take the entire picture at once."""
    if raster.width * raster.height > limits.PIXELS_WHOLE_MOST:
        raise _too_large(settings.format)
    return raster


def _write_tiff(raster: AnyRaster, settings: EncodeSettings) -> bytes:
    if _bytes(raster) > _TIFF_BYTES:
        raise _too_large(settings.format)
    return write_tiff(raster)


def _write_png(raster: AnyRaster, settings: EncodeSettings) -> bytes:
    if _is_large(raster) or (raster.bits == 16 and not raster.gray):
        return write_png(raster)
    return _save(_image(raster.held()), "PNG", compress_type=_Z_RLE)


def _write_jpeg(raster: AnyRaster, settings: EncodeSettings) -> bytes:
    def write(picture: AnyRaster, quality: int) -> bytes:
        asked = settings._replace(quality=quality)
        codec = jpeg.registered()
        if codec:
            return _by_codec(codec, picture, asked)
        if _is_large(picture):
            return joined(
                _jpeg(_image(band), asked, optimize=False)
                for band in bands(picture, settings.sampling)
            )
        return _jpeg(_image(picture.held()), asked)

    if settings.holding:
        return search_quality(raster, settings.quality, write, _read)
    return write(raster, settings.quality)


def _is_large(raster: AnyRaster) -> bool:
    """True if it is written in bands, which must not depend on how it was read."""
    return raster.width * raster.height > limits.PIXELS_HELD_MOST


def _bytes(raster: AnyRaster) -> int:
    return raster.width * raster.height * (1 if raster.gray else 3) * raster.bits // 8


def write_pages(rasters: Iterable[AnyRaster], count: int) -> bytes:
    """`count` pictures as one TIFF. RecipeRefused: output-too-large."""
    return write_tiff_pages(_bounded(rasters), count)


def _bounded(rasters: Iterable[AnyRaster]) -> Iterator[AnyRaster]:
    size = 0
    for raster in rasters:
        size += _bytes(raster)
        if size > _TIFF_BYTES:
            raise _too_large("tiff")
        yield raster


def _image(raster: Raster) -> Image.Image:
    """A Pillow image of these pixels and nothing else."""
    if raster.bits == 16 and not raster.gray:
        raise EngineFault("engine-fault")  # Pillow has no such image
    mode = "RGB" if not raster.gray else "I;16" if raster.bits == 16 else "L"
    data: Any = memoryview(np.ascontiguousarray(raster.pixels)).cast("B")  # type: ignore[arg-type]
    image = Image.frombytes(mode, (raster.width, raster.height), data)
    if image.info:
        raise EngineFault("engine-fault")
    return image


def _by_codec(codec: jpeg.JpegCodec, picture: AnyRaster, settings: EncodeSettings) -> bytes:
    sampling = "gray" if picture.gray else settings.sampling
    tables = ijg_tables.tables(settings.quality)[: 1 if picture.gray else 2]
    asked = jpeg.JpegSettings(picture.width, picture.height, sampling, tables, RESTART_INTERVAL)
    if _is_large(picture):
        # Its pixels are made again each time; and without a codec the same tables are used.
        made = bands(picture, settings.sampling)
        return codec.encode(asked, lambda: (band.pixels for band in made), best=False)
    whole = np.ascontiguousarray(picture.held().pixels)
    return codec.encode(asked, lambda: (whole,), best=True)


def _read(file: bytes) -> Pixels:
    codec = jpeg.registered()
    if codec:
        return codec.decode(file)
    with Image.open(io.BytesIO(file), formats=["jpeg"]) as image:
        return np.asarray(image)


def _save(image: Image.Image, format: str, **options: Any) -> bytes:
    file = io.BytesIO()
    image.save(file, format, **options)
    return file.getvalue()


def _jpeg(image: Image.Image, settings: EncodeSettings, optimize: bool = True) -> bytes:
    # Full tables, not a quality number: libjpeg 9 (in wasm) scales its own chroma table, whose
    # first step is 16 where T.81 has 17.
    tables = ijg_tables.tables(settings.quality)
    options: dict[str, Any] = {"qtables": tables[:1], "optimize": optimize}
    options["restart_marker_blocks"] = RESTART_INTERVAL
    if image.mode == "RGB":
        options |= {"qtables": tables, "subsampling": settings.sampling}
    try:
        return _save(image, "JPEG", **options)
    except OSError:
        # With optimised Huffman tables the encoder needs the entire output in one buffer, which
        # Pillow assumes to be 1 or 2 bytes per pixel: too little for noise. Then set its size and
        # try again.
        usual = ImageFile.MAXBLOCK
        ImageFile.MAXBLOCK = max(usual, image.width * image.height * _JPEG_BYTES_PER_PIXEL)
        try:
            return _save(image, "JPEG", **options)
        finally:
            ImageFile.MAXBLOCK = usual


_WRITERS: dict[str, Callable[[AnyRaster, EncodeSettings], bytes]] = formats.for_each(
    formats.WRITTEN,
    {
        "jpeg": _write_jpeg,
        "png": _write_png,
        "webp": _write_webp,
        "avif": _write_avif,
        "tiff": _write_tiff,
    },
)
