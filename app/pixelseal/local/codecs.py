"""Registers native codecs: AVIF with Pillow, HEIC with pillow-heif if it is installed."""

import importlib
import io
from typing import Any

import numpy as np
from PIL import Image, features
from pixelseal.core.base import given_codecs
from pixelseal.core.base.given_codecs import Decoded, Encoding

# libaom's speed, 0 (slow) to 10: the browser's encoder uses the same (docs/formats/avif.md).
AVIF_SPEED = 9


def register() -> None:
    """Register what this Python has; for what it lacks, refusals say what to install."""
    if features.check("avif"):
        given_codecs.register("avif", _decode_avif, _encode_avif)
    else:
        given_codecs.missing("avif", "avif-not-installed")
    try:
        heif: Any = importlib.import_module("pillow_heif")
    except ImportError:
        given_codecs.missing("heic", "heic-not-installed")
        return
    # Only the picture itself: dependent pictures are reported by our own parser, never decoded.
    heif.options.AUX_IMAGES = heif.options.DEPTH_IMAGES = heif.options.THUMBNAILS = False

    def decode_heic(untrusted_data: bytes, wide: bool) -> Decoded:
        kept = {"convert_hdr_to_8bit": not wide, "hdr_to_16bit": False}
        file = heif.open_heif(io.BytesIO(untrusted_data), **kept)
        image = file[file.primary_index]
        samples = np.ascontiguousarray(np.asarray(image))
        channels = samples.shape[2] if samples.ndim == 3 else 1
        size = samples.shape[1], samples.shape[0]
        kind, _, depth = image.mode.partition(";")  # "RGB", or "RGB;10"
        data = samples.astype("<u2").tobytes() if depth else samples.tobytes()
        return Decoded(*size, channels, data, kind == "RGBa", int(depth or 8))

    given_codecs.register("heic", decode_heic)


def _decode_avif(untrusted_data: bytes, _wide: bool) -> Decoded:
    """Always 8 bits per sample: Pillow has no images with more (docs/formats/avif.md)."""
    with Image.open(io.BytesIO(untrusted_data), formats=["AVIF"]) as image:
        image.load()
        mode = {"L": "L", "RGB": "RGB"}.get(image.mode, "RGBA")
        pixels = image if image.mode == mode else image.convert(mode)
        return Decoded(*pixels.size, len(mode), pixels.tobytes())


def _encode_avif(encoding: Encoding) -> bytes:
    """Written as Pillow's `save` does, without its image: that is two more copies of all pixels."""
    library: Any = importlib.import_module("PIL._avif")
    encoder = library.AvifEncoder(
        (encoding.width, encoding.height),
        encoding.sampling,
        encoding.quality,
        AVIF_SPEED,
        1,  # thread
        "aom",
        "full",  # range
        *(0, 0),  # the tiles' rows and columns, as powers of two, which it may choose
        False,  # alpha is not multiplied: there is none
        True,
        *(b"", b"", 1, b""),  # profile, Exif, orientation, XMP
        None,  # other options
    )
    encoder.add(encoding.pixels, 0, (encoding.width, encoding.height), "RGB", True)
    made = encoder.finish()
    if not isinstance(made, bytes):
        raise OSError("libavif wrote no picture")
    return made
