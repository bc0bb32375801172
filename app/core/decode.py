"""Bytes of a checked file to upright pixels in sRGB. Carries no metadata and no profile.

Only pixels leave this module. Colours go to sRGB by the file's profile before anything is blended
or turned (docs/colour.md); transparency goes over white.
"""

import numpy as np

from app.core import codecs, colour
from app.core.by_pillow import read_picture
from app.core.errors import SourceRefused
from app.core.icc.convert import NO_PROFILE, conversion
from app.core.icc.lab import lab_to_srgb
from app.core.orientation import upright
from app.core.picture import Picture
from app.core.raster import Pixels, Raster
from app.core.source.model import Source

_BAND_PIXELS = 1 << 20  # pixels made ready at a time, so that no second whole picture is held


def decode(untrusted_data: bytes, source: Source) -> Raster:
    """The picture of a file that `app.core.source.examine` passed: upright, opaque, sRGB or gray.

    SourceRefused: file-damaged, format-unsupported.
    """
    try:
        if source.format in codecs.NAMES:
            picture = codecs.read_picture(untrusted_data, source)
        else:
            picture = read_picture(untrusted_data, source.format)
        pixels, outcome = _finished(picture, source.profile)
        pixels = upright(pixels, codecs.orientation_left(source))
        if pixels.shape[:2] != (source.upright_height, source.upright_width):
            raise SourceRefused("file-damaged")
    except (SourceRefused, MemoryError):
        raise
    except Exception as error:
        # Pillow's parsers raise whatever a broken file drives them into (OSError, SyntaxError,
        # struct.error, KeyError, warnings made errors ...); each means the same for the person.
        raise SourceRefused("file-damaged") from error
    return Raster(pixels, outcome)


def reread(output: bytes, format: str) -> Pixels:
    """The pixels of an output of ours as any reader would show them, for the audit.

    Raises whatever the decoder raises; an output that cannot be read is a failed audit.
    """
    read = codecs.reread if format in codecs.NAMES else read_picture
    return _finished(read(output, format), b"")[0]


def _finished(picture: Picture, untrusted_profile: bytes) -> tuple[Pixels, str]:
    """Opaque stored pixels in sRGB or gray, and what became of the profile."""
    shape: tuple[int, ...] = (picture.height, picture.width)
    if picture.space != "gray":
        shape = (*shape, 3)
    pixels = np.empty(shape, np.uint8 if picture.bits == 8 else np.uint16)
    if picture.space == "lab":  # states its colours by itself
        prepared = None
    else:
        prepared = conversion(untrusted_profile or None, picture.space, picture.bits)
    rows = max(1, _BAND_PIXELS // picture.width)
    for top in range(0, picture.height, rows):
        samples, alpha = picture.rows(top, min(top + rows, picture.height))
        band = prepared.apply(samples) if prepared else lab_to_srgb(samples, "signed")
        pixels[top : top + rows] = band if alpha is None else colour.over_white(band, alpha)
    return pixels, prepared.outcome if prepared else NO_PROFILE
