"""Access to the HEIC and AVIF codecs: files to samples and back. Holds no codec.

The decoders and encoders are registered in `pixelseal.core.base.given_codecs`.
"""

import numpy as np
from pixelseal.core.base import given_codecs
from pixelseal.core.base.arrays import Pixels
from pixelseal.core.base.given_codecs import Decoded, Encoding
from pixelseal.core.pixels.picture import Picture
from pixelseal.core.source.facts.page import Page

# libheif rotates, mirrors and crops by itself, as the file states; libavif returns the pixels as
# stored.
_TURNED_BY_DECODER = frozenset(("heic",))


def read_picture(untrusted_data: bytes, page: Page) -> Picture:
    """The samples of an examined file, stored or upright as `orientation_left` says.

    Raises format-unsupported, and whatever the decoder raises.
    """
    picture = _picture(given_codecs.decoder(page.format)(untrusted_data, page.bits > 8))
    if page.channels != "gray" or picture.space == "gray":
        return picture

    def gray(top: int, bottom: int) -> tuple[Pixels, Pixels | None]:
        samples, alpha = picture.rows(top, bottom)
        return samples[:, :, 0], alpha

    return picture._replace(space="gray", rows=gray)  # by a decoder that always returns colour


def orientation_left(page: Page) -> int:
    """The orientation that `read_picture` has not applied."""
    return page.turned if page.format in _TURNED_BY_DECODER else page.orientation


def reread(output: bytes, format: str) -> Picture:
    """The samples of one of our outputs; raises whatever the decoder raises."""
    return _picture(given_codecs.decoder(format)(output, False))


def encode(format: str, encoding: Encoding) -> bytes:
    """A file as the encoder writes it. RecipeRefused: output-unsupported without an encoder."""
    return given_codecs.encoder(format)(encoding)


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
