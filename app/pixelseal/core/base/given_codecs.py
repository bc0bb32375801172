"""The registry of codecs that the engine does not include. Holds no codec of its own.

AVIF and HEIC are registered in the browser by pixelseal.worker, and elsewhere, with Pillow and
pillow-heif, by pixelseal.local.codecs. There is one decoder and one encoder per format; files of a
format without a decoder are refused by its name.
"""

from collections.abc import Callable
from typing import NamedTuple

from pixelseal.core.base.arrays import Pixels
from pixelseal.core.base.errors import RecipeRefused, SourceRefused
from pixelseal.model import formats

# Format -> the name that people know. A decoder returns a file's primary picture.
NAMES = {row.name: row.label for row in formats.GIVEN}


class Decoded(NamedTuple):
    """Samples, row by row without padding: 1 (grey), 3 (RGB) or 4 (RGB, alpha) per pixel.

    With more than 8 `bits`, each sample has two bytes, the lower first, and goes to 2**bits - 1.
    """

    width: int
    height: int
    channels: int
    samples: bytes
    premultiplied: bool = False
    bits: int = 8


class Encoding(NamedTuple):
    """RGB pixels (H, W, 3) to encode, 8 bits per sample, in one piece of memory.

    `quality` 1..100, `sampling` '4:4:4' or '4:2:0'.
    """

    width: int
    height: int
    pixels: Pixels
    quality: int
    sampling: str


# A file, and whether more than 8 bits per sample are wanted if the decoder has them. It may raise
# any exception for a damaged file, and MemoryError when memory runs out.
Decoder = Callable[[bytes, bool], Decoded]
Encoder = Callable[[Encoding], bytes]

_decoders: dict[str, Decoder] = {}
_encoders: dict[str, Encoder] = {}
_missing: dict[str, str] = {}


def register(format: str, decoder: Decoder | None, encoder: Encoder | None = None) -> None:
    """Register the codecs of `format`; None removes one."""
    _missing.pop(format, None)
    _decoders.pop(format, None)
    _encoders.pop(format, None)
    if decoder is not None:
        _decoders[format] = decoder
    if encoder is not None:
        _encoders[format] = encoder


def missing(format: str, code: str) -> None:
    """Refuse files of `format` with this code, whose sentence says how to get the decoder."""
    _missing[format] = code


def require(format: str) -> None:
    """Raise format-unsupported, or the code of `missing`, for one of `NAMES` without a decoder."""
    if format in NAMES and format not in _decoders:
        raise SourceRefused(_missing.get(format, "format-unsupported"), format=NAMES[format])


def decoder(format: str) -> Decoder:
    """The decoder of a format of `NAMES`; raises format-unsupported without one."""
    require(format)
    return _decoders[format]


def encoder(format: str) -> Encoder:
    """The encoder of a format of `NAMES`. RecipeRefused: output-unsupported without one."""
    if format not in _encoders:
        raise RecipeRefused("output-unsupported", format=NAMES[format])
    return _encoders[format]
