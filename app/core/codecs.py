"""Where codecs that the engine does not bring itself are handed in. Holds no codec.

AVIF and HEIC: in the browser parts of the page (app.worker), on the command line Pillow and
pillow-heif (app.cli.codecs). The engine sees one decoder and one encoder a format; where none is
registered, files of that format are refused by name.
"""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from app.core.errors import RecipeRefused, SourceRefused
from app.core.picture import Picture
from app.core.raster import Pixels
from app.core.source.model import Source

# Format -> the name that people know. Of each file the decoder gives the primary picture.
NAMES = {"avif": "AVIF", "heic": "HEIC"}
# libheif turns, mirrors and crops by itself; libavif gives the pixels as they are stored.
_TURNED_BY_DECODER = frozenset(("heic",))


class Decoded(NamedTuple):
    """Samples, row by row without gaps: 1 (gray), 3 (RGB) or 4 (RGB, alpha) a pixel.

    With more than 8 `bits` a sample has two bytes, the lower first, and runs to 2**bits - 1.
    """

    width: int
    height: int
    channels: int
    samples: bytes
    premultiplied: bool = False
    bits: int = 8


class Encoding(NamedTuple):
    """RGB samples to encode, 8 bits each; `quality` 1..100, `sampling` '4:4:4' or '4:2:0'."""

    width: int
    height: int
    samples: bytes
    quality: int
    sampling: str


# A file, and whether more than 8 bits a sample are wanted if the decoder has them. It may raise
# whatever it likes at a broken file, MemoryError where memory is short.
Decoder = Callable[[bytes, bool], Decoded]
Encoder = Callable[[Encoding], bytes]

_decoders: dict[str, Decoder] = {}
_encoders: dict[str, Encoder] = {}
_missing: dict[str, str] = {}


def register(format: str, decoder: Decoder | None, encoder: Encoder | None = None) -> None:
    """Make these the codecs of `format`; None takes one away."""
    _missing.pop(format, None)
    _decoders.pop(format, None)
    _encoders.pop(format, None)
    if decoder is not None:
        _decoders[format] = decoder
    if encoder is not None:
        _encoders[format] = encoder


def missing(format: str, code: str) -> None:
    """Refuse files of `format` by this code: there is a decoder, and it says how to get it."""
    _missing[format] = code


def can_decode(format: str) -> bool:
    """True if there is a decoder for a format of `NAMES`."""
    return format in _decoders


def require(format: str) -> None:
    """Raise format-unsupported, or the code of `missing`, for one of `NAMES` without a decoder."""
    if format in NAMES and format not in _decoders:
        raise SourceRefused(_missing.get(format, "format-unsupported"), format=NAMES[format])


def read_picture(untrusted_data: bytes, source: Source) -> Picture:
    """The samples of a file that `examine` passed, stored or upright as `orientation_left` says.

    Raises format-unsupported, and whatever the decoder raises.
    """
    require(source.format)
    picture = _picture(_decoders[source.format](untrusted_data, source.bits > 8))
    if source.channels != "gray" or picture.space == "gray":
        return picture

    def gray(top: int, bottom: int) -> tuple[Pixels, Pixels | None]:
        samples, alpha = picture.rows(top, bottom)
        return samples[:, :, 0], alpha

    return picture._replace(space="gray", rows=gray)  # by a decoder that knows colour alone


def orientation_left(source: Source) -> int:
    """The orientation that `read_picture` has not applied already."""
    return 1 if source.format in _TURNED_BY_DECODER else source.orientation


def reread(output: bytes, format: str) -> Picture:
    """The samples of an output of ours; raises whatever the decoder raises."""
    return _picture(_decoders[format](output, False))


def encode(format: str, encoding: Encoding) -> bytes:
    """A file as the encoder makes it. RecipeRefused: output-unsupported without an encoder."""
    if format not in _encoders:
        raise RecipeRefused("output-unsupported", format=NAMES[format])
    return _encoders[format](encoding)


def _picture(decoded: Decoded) -> Picture:
    width, height, channels = decoded[:3]
    deep = decoded.bits > 8
    stored: Pixels = np.frombuffer(decoded.samples, "<u2" if deep else np.uint8)
    stored = stored.reshape((height, width) if channels == 1 else (height, width, channels))
    full, space = (1 << decoded.bits) - 1, "gray" if channels == 1 else "rgb"
    opaque = channels != 4 or bool((stored[:, :, 3] == full).all())

    def rows(top: int, bottom: int) -> tuple[Pixels, Pixels | None]:
        band = _in_sixteen_bits(stored[top:bottom], full) if deep else stored[top:bottom]
        if channels != 4:
            return band, None
        samples, alpha = band[:, :, :3], band[:, :, 3]
        if opaque:
            return samples, None
        return _unmultiplied(samples, alpha) if decoded.premultiplied else samples, alpha

    return Picture(width, height, space, 16 if deep else 8, rows)


def _in_sixteen_bits(samples: Pixels, full: int) -> Pixels:
    """Samples of 0..full as 0..65535, rounded."""
    return ((samples.astype(np.uint32) * 65535 + full // 2) // full).astype(np.uint16)


def _unmultiplied(samples: Pixels, alpha: Pixels) -> Pixels:
    full, dtype = int(np.iinfo(samples.dtype).max), samples.dtype
    opacity = np.maximum(alpha[:, :, np.newaxis], 1).astype(np.uint64)
    whole = (samples.astype(np.uint64) * full + opacity // 2) // opacity
    unmultiplied: Pixels = np.minimum(whole, full).astype(dtype)
    return unmultiplied
