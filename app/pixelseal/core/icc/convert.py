"""Converts pictures from device colours to sRGB, in strips. The only entry point of this package.

Relative to white (perceptual where the profile has a table for it), black to black, clipped to
sRGB. docs/colour.md says what comes out; docs/adr/0007-colour.md why.
"""

import functools
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from pixelseal.core.icc.cmyk import plain_strip
from pixelseal.core.icc.colour_cache import ColourCache
from pixelseal.core.icc.connection_space import (
    LUMINANCE,
    Codes,
    Plane,
    encoding_table,
    fetch,
    mixed,
)
from pixelseal.core.icc.errors import ProfileUnusable
from pixelseal.core.icc.lut import LutModel
from pixelseal.core.icc.transform import CHANNELS, Transform, is_srgb, transform_of

NO_PROFILE = "no-profile"  # the samples were taken as they are; CMYK by the plain formula
WAS_SRGB = "was-srgb"  # the profile changes nothing that shows: the samples were taken as they are
CONVERTED = "converted"
UNUSABLE = "unusable"  # as without a profile; `code` says why

# Pixels at a time: about 20 planes of 8 bytes each, which fit into a processor's cache.
_STRIP_PIXELS = 1 << 14

# (n, channels) samples to (n, 3), or (n, 1) to (n, 1).
_Strip = Callable[[Codes], Codes]


@dataclass(frozen=True)
class Conversion:
    """How to convert all samples of a picture, prepared once.

    `outcome` is one of the constants above; `code` is that of ProfileUnusable or ''.
    """

    space: str
    bits: int
    outcome: str
    code: str = ""
    _strip: _Strip | None = field(default=None, repr=False)

    def apply(self, pixels: Codes, out: Codes | None = None) -> Codes:
        """Grey (H, W), RGB (H, W, 3) or CMYK (H, W, 4; 0 is no ink) to grey or sRGB (H, W, 3).

        `out` receives the result and may be `pixels` itself if the shapes agree; without it a new
        array is returned, or `pixels` if there is nothing to do. At most 20 MB more are used,
        whatever the size. ValueError: samples of another kind than prepared for.
        """
        _check(pixels, self.space, self.bits)
        if self._strip is None:
            if out is not None and out is not pixels:
                out[...] = pixels
            return pixels if out is None else out
        if out is None:
            shape = pixels.shape if self.space == "gray" else (*pixels.shape[:2], 3)
            out = np.empty(shape, pixels.dtype)
        width = max(1, pixels.shape[1])
        rows = max(1, _STRIP_PIXELS // width)
        for top in range(0, pixels.shape[0], rows):
            for left in range(0, width, _STRIP_PIXELS):
                part = np.s_[top : top + rows, left : left + _STRIP_PIXELS]
                strip = pixels[part]
                out[part] = self._strip(strip.reshape(-1, CHANNELS[self.space])).reshape(
                    out[part].shape
                )
        return out


def conversion(untrusted_profile: bytes | None, space: str, bits: int) -> Conversion:
    """Prepare for samples of `space` ('gray', 'rgb', 'cmyk'), 8 or 16 bits each. Never raises
    because of a profile: an unusable one gives a Conversion that leaves grey and RGB as they are.
    """
    default = plain_strip if space == "cmyk" else None
    if untrusted_profile is None:
        return Conversion(space, bits, NO_PROFILE, _strip=default)
    made = _prepared(untrusted_profile, space, bits)
    if made.outcome == UNUSABLE:
        return Conversion(space, bits, UNUSABLE, made.code, default)
    # The colours of a picture are cached only for that picture.
    strip = ColourCache(made.strip, CHANNELS[space]) if made.strip and made.costly else made.strip
    return Conversion(space, bits, made.outcome, _strip=strip)


def outcome(untrusted_profile: bytes | None, space: str, bits: int) -> tuple[str, str]:
    """What `conversion` will do, for callers that convert nothing: (outcome, code or '')."""
    if untrusted_profile is None:
        return NO_PROFILE, ""
    made = _prepared(untrusted_profile, space, bits)
    return made.outcome, made.code


class _Prepared(NamedTuple):
    """What a profile gives for samples of one kind; nothing of it changes any more."""

    outcome: str
    code: str = ""
    strip: _Strip | None = None
    costly: bool = False  # worth caching the colours that occurred


# Each page of a file asks for its profile, and so does whatever reports on it. Two are held, as a
# file may have grey pages as well: with the largest tables that is about 100 MB.
@functools.lru_cache(maxsize=2)
def _prepared(untrusted_profile: bytes, space: str, bits: int) -> _Prepared:
    try:
        chosen = transform_of(untrusted_profile, space)
    except ProfileUnusable as unusable:
        return _Prepared(UNUSABLE, unusable.code)
    if is_srgb(chosen, space):
        return _Prepared(WAS_SRGB)
    if space == "gray":
        return _Prepared(CONVERTED, strip=_gray_strip(chosen, bits))
    costly = bits == 8 and isinstance(chosen.model, LutModel)
    return _Prepared(CONVERTED, strip=_colour_strip(chosen, bits), costly=costly)


def _check(pixels: Codes, space: str, bits: int) -> None:
    if space not in CHANNELS or pixels.dtype != (np.uint8 if bits == 8 else np.uint16):
        raise ValueError("not gray, RGB or CMYK samples of 8 or 16 bits")
    if pixels.shape[2:] != (() if space == "gray" else (CHANNELS[space],)):
        raise ValueError("not samples of the prepared space")


def encode(plane: Plane, black: float, bits: int) -> Codes:
    """Linear sRGB, with `black` becoming 0, to samples; clipped."""
    table = encoding_table(bits)
    scale = (len(table) - 1) / (1 - black)
    place = plane * np.float32(scale)
    place += np.float32(0.5 - black * scale)
    return fetch(table, place.astype(np.intp))


def _gray_strip(chosen: Transform, bits: int) -> _Strip:
    """Grey has few codes, so a table does. Of a tinted grey only the luminance is kept."""
    codes = np.arange(1 << bits, dtype=np.uint8 if bits == 8 else np.uint16)
    planes = chosen.model.reader(1 << bits)([codes] * CHANNELS[chosen.space])
    table = encode(mixed(planes, LUMINANCE), chosen.luminance, bits)
    return lambda strip: fetch(table, strip)


def _colour_strip(chosen: Transform, bits: int) -> _Strip:
    read = chosen.model.reader(1 << bits)
    channels = CHANNELS[chosen.space]

    def convert(strip: Codes) -> Codes:
        planes = read([strip[:, channel] for channel in range(channels)])
        rgb = np.empty((len(strip), 3), strip.dtype)
        for channel, (plane, black) in enumerate(zip(planes, chosen.black, strict=True)):
            rgb[:, channel] = encode(plane, black, bits)
        return rgb

    return convert
