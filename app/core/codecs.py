"""Where codecs that the engine does not bring itself are handed in. Holds no codec.

AVIF and HEIC: in the browser parts of the page (app.worker), on the command line Pillow and
pillow-heif (app.cli.codecs). The engine sees one decoder and one encoder a format; where none is
registered, files of that format are refused by name.
"""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from app.core import colour
from app.core.errors import RecipeRefused, SourceRefused
from app.core.icc.convert import to_srgb
from app.core.orientation import upright
from app.core.raster import Pixels
from app.core.source.model import Source

# Format -> the name that people know. Of each file the decoder gives the primary picture.
NAMES = {"avif": "AVIF", "heic": "HEIC"}
# libheif turns, mirrors and crops by itself; libavif gives the pixels as they are stored.
_TURNED_BY_DECODER = frozenset(("heic",))


class Decoded(NamedTuple):
    """8-bit samples, row by row without gaps: 1 (gray), 3 (RGB) or 4 (RGB, alpha) a pixel."""

    width: int
    height: int
    channels: int
    samples: bytes
    premultiplied: bool = False


class Encoding(NamedTuple):
    """RGB samples to encode, 8 bits each; `quality` 1..100, `sampling` '4:4:4' or '4:2:0'."""

    width: int
    height: int
    samples: bytes
    quality: int
    sampling: str


# A decoder may raise whatever it likes at a broken file, MemoryError where memory is short.
Decoder = Callable[[bytes], Decoded]
Encoder = Callable[[Encoding], bytes]

_decoders: dict[str, Decoder] = {}
_encoders: dict[str, Encoder] = {}


def register(format: str, decoder: Decoder | None, encoder: Encoder | None = None) -> None:
    """Make these the codecs of `format`; None takes one away."""
    _decoders.pop(format, None)
    _encoders.pop(format, None)
    if decoder is not None:
        _decoders[format] = decoder
    if encoder is not None:
        _encoders[format] = encoder


def can_decode(format: str) -> bool:
    """True if there is a decoder for a format of `NAMES`."""
    return format in _decoders


def require(format: str) -> None:
    """Raise format-unsupported for a format of `NAMES` without a decoder."""
    if format in NAMES and format not in _decoders:
        raise SourceRefused("format-unsupported", format=NAMES[format])


def decode(untrusted_data: bytes, source: Source) -> Pixels:
    """Upright, opaque pixels, gray (H, W) or sRGB (H, W, 3), of a file that `examine` passed.

    Raises format-unsupported, file-damaged where the size is another than the file states, and
    whatever the decoder raises.
    """
    require(source.format)
    pixels = _opaque(_decoders[source.format](untrusted_data))
    if source.format not in _TURNED_BY_DECODER:
        pixels = upright(pixels, source.orientation)
    if pixels.shape[:2] != (source.upright_height, source.upright_width):
        raise SourceRefused("file-damaged")
    if source.channels == "gray" and pixels.ndim == 3:
        pixels = np.ascontiguousarray(pixels[:, :, 0])  # a decoder that knows colour alone
    converted: Pixels = to_srgb(pixels, source.profile or None).pixels
    # Decoders hand in bytes, which cannot be painted on.
    if not converted.flags.writeable:
        converted = converted.copy()
    return converted


def reread(output: bytes, format: str) -> Pixels:
    """The pixels of an output of ours; raises whatever the decoder raises."""
    return _opaque(_decoders[format](output))


def encode(format: str, encoding: Encoding) -> bytes:
    """A file as the encoder makes it. RecipeRefused: output-unsupported without an encoder."""
    if format not in _encoders:
        raise RecipeRefused("output-unsupported", format=NAMES[format])
    return _encoders[format](encoding)


def _opaque(decoded: Decoded) -> Pixels:
    width, height, channels = decoded[:3]
    shape = (height, width) if channels == 1 else (height, width, channels)
    pixels: Pixels = np.frombuffer(decoded.samples, np.uint8).reshape(shape)
    if channels != 4:
        return pixels
    if decoded.premultiplied:
        covered = pixels[:, :, :3].astype(np.uint16) + (255 - pixels[:, :, 3:].astype(np.uint16))
        return np.minimum(covered, 255).astype(np.uint8)
    opaque = np.empty((height, width, 3), np.uint8)
    for top in range(0, height, 256):  # band by band: the arithmetic needs 32 bits a sample
        band = pixels[top : top + 256]
        opaque[top : top + 256] = colour.over_white(band[:, :, :3], band[:, :, 3])
    return opaque
