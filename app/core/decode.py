"""Bytes of a checked file to upright pixels in sRGB. Carries no metadata and no profile.

Only pixels leave this module. Colours go to sRGB by the file's profile before anything is blended
or turned (docs/colour.md); transparency goes over white.
"""

from app.core import codecs, colour
from app.core.by_pillow import read_picture
from app.core.canvas import composed
from app.core.cut import frame_file, page_file
from app.core.errors import SourceRefused
from app.core.icc.convert import NO_PROFILE, conversion
from app.core.icc.lab import lab_to_srgb
from app.core.orientation import upright
from app.core.picture import Picture
from app.core.raster import Pixels, Raster
from app.core.rows import Rows
from app.core.source.examine import examine
from app.core.source.model import Frame, Source


def decode(untrusted_data: bytes, source: Source, page: int = 1) -> Raster:
    """One page of a file that `app.core.source.examine` passed: upright, opaque, sRGB or gray.

    `source` is that of the file, `page` counts from 1.

    SourceRefused: file-damaged, format-unsupported.
    """
    try:
        shown = source.page(page)
        rows, outcome = _finished(_stored(untrusted_data, shown), shown.profile)
        pixels = upright(rows.whole(), codecs.orientation_left(shown))
        if pixels.shape[:2] != (shown.upright_height, shown.upright_width):
            raise SourceRefused("file-damaged")
    except (SourceRefused, MemoryError):
        raise
    except Exception as error:
        # Pillow's parsers raise whatever a broken file drives them into (OSError, SyntaxError,
        # struct.error, KeyError, warnings made errors ...); each means the same for the person.
        raise SourceRefused("file-damaged") from error
    return Raster(pixels, outcome)


def _stored(untrusted_data: bytes, page: Source) -> Picture:
    """The page's pixels as they are stored; a decoder is shown no other picture of the file."""
    if page.format in codecs.NAMES:
        return codecs.read_picture(page_file(untrusted_data, page), page)
    if page.frames:

        def read(frame: Frame) -> Picture:
            return read_picture(frame_file(untrusted_data, page.format, frame), page.format)

        return composed(page, read)
    return read_picture(page_file(untrusted_data, page), page.format)


def reread(output: bytes, format: str) -> Rows:
    """The pixels of an output of ours as any reader would show them, for the audit.

    Raises whatever the decoder raises; an output that cannot be read is a failed audit.
    """
    read = codecs.reread if format in codecs.NAMES else read_picture
    return _finished(read(output, format), b"")[0]


def reread_page(output: bytes, page: int) -> Rows:
    """As `reread`, one page, counted from 1, of a TIFF of ours."""
    shown = examine(output, page).page(page)
    return _finished(read_picture(page_file(output, shown), "tiff"), b"")[0]


def _finished(picture: Picture, untrusted_profile: bytes) -> tuple[Rows, str]:
    """Opaque stored pixels in sRGB or gray, and what became of the profile."""
    shape: tuple[int, ...] = (picture.height, picture.width)
    if picture.space != "gray":
        shape = (*shape, 3)
    if picture.space == "lab":  # states its colours by itself
        prepared = None
    else:
        prepared = conversion(untrusted_profile or None, picture.space, picture.bits)

    def read(top: int, bottom: int) -> Pixels:
        samples, alpha = picture.rows(top, bottom)
        band = prepared.apply(samples) if prepared else lab_to_srgb(samples, "signed")
        return band if alpha is None else colour.over_white(band, alpha)

    return Rows(shape, picture.bits, read), prepared.outcome if prepared else NO_PROFILE
