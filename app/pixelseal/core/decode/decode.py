"""Bytes of a checked file to upright pixels in sRGB. Carries no metadata and no profile.

Only pixels leave this module. Colours are converted to sRGB by the file's profile before anything
is blended or rotated (docs/colour.md); transparency is blended over white.
"""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from pixelseal.core.base import given_codecs, limits
from pixelseal.core.base.arrays import Pixels
from pixelseal.core.base.errors import SourceRefused
from pixelseal.core.base.orientation import stored_boxes, turns, upright
from pixelseal.core.base.pixel_box import PixelBox
from pixelseal.core.codecs import heic_avif, jpeg
from pixelseal.core.decode.animation import AnimationCanvas
from pixelseal.core.decode.page_file import frame_file, page_file
from pixelseal.core.decode.pillow import read_picture, read_tiff
from pixelseal.core.decode.scan_ends import read_complete
from pixelseal.core.icc.convert import NO_PROFILE, conversion
from pixelseal.core.icc.lab import lab_to_srgb
from pixelseal.core.pixels import flatten
from pixelseal.core.pixels.banded_raster import AnyRaster, BandedRaster
from pixelseal.core.pixels.picture import Picture
from pixelseal.core.pixels.raster import Raster
from pixelseal.core.pixels.row_reader import RowReader
from pixelseal.core.source.facts.page import AnimationFrame, Page
from pixelseal.core.source.facts.tiff_layout import TiffLayout
from pixelseal.core.source.tiff.examine import layouts_of

_Finish = Callable[[Pixels, Pixels | None], Pixels]


def decode(untrusted_data: bytes, page: Page, canvas: AnimationCanvas | None = None) -> AnyRaster:
    """One page of an examined file: upright, opaque, sRGB or grey.

    `page` is one of the file's. A large picture is held as its decoder holds it, or not at all, if
    it can be read in parts. `canvas` is that of the previous page of an animation; without one all
    frames that the page needs are decoded.

    SourceRefused: file-damaged, format-unsupported.
    """
    try:
        picture = _stored(untrusted_data, page, canvas or AnimationCanvas())
        orientation = heic_avif.orientation_left(page)
        large = picture.width * picture.height > limits.PIXELS_HELD_MOST
        if large and (picture.area or not turns(orientation)):
            return _large(picture, page, orientation)
        rows, outcome = _finished(picture, page.profile)
        pixels = upright(rows.whole(), orientation)
        if pixels.shape[:2] != (page.upright_height, page.upright_width):
            raise SourceRefused("file-damaged")
    except (SourceRefused, MemoryError):
        raise
    except Exception as error:
        # Pillow's parsers raise all kinds of errors for a damaged file (OSError, SyntaxError,
        # struct.error, KeyError, warnings turned into errors ...); they all mean the same to the
        # person.
        raise SourceRefused("file-damaged") from error
    return Raster(pixels, outcome)


def _large(picture: Picture, page: Page, orientation: int) -> BandedRaster:
    """The picture, of which boxes are decoded, converted and rotated on request."""
    finish, outcome = _finish(picture, page.profile)
    width, height = picture.width, picture.height
    size = (height, width) if turns(orientation) else (width, height)
    if size != (page.upright_width, page.upright_height):
        raise SourceRefused("file-damaged")

    def read(box: PixelBox) -> Pixels:
        boxes = np.array([box], np.int32)
        left, top, right, bottom = stored_boxes(boxes, orientation, width, height)[0].tolist()
        try:
            if picture.area:
                return upright(finish(*picture.area(left, top, right, bottom)), orientation)
            samples, alpha = picture.rows(top, bottom)
            alpha = None if alpha is None else alpha[:, left:right]
            return upright(finish(samples[:, left:right], alpha), orientation)
        except (SourceRefused, MemoryError):
            raise
        except Exception as error:
            raise SourceRefused("file-damaged") from error

    return BandedRaster(*size, picture.space == "gray", picture.bits, outcome, read)


def _stored(untrusted_data: bytes, page: Page, canvas: AnimationCanvas) -> Picture:
    """The page's pixels as stored; the decoder gets no other picture of the file."""
    if page.format in given_codecs.NAMES:
        return heic_avif.read_picture(page_file(untrusted_data, page), page)
    if page.frames:

        def read(frame: AnimationFrame) -> Picture:
            return read_picture(frame_file(untrusted_data, page.format, frame), page.format)

        return canvas.showing(page, read)
    if isinstance(page.place, TiffLayout):
        layout = page.place
        there = replace(layout, height=layout.height - layout.missing)
        return _with_white_rows(read_tiff(untrusted_data, there), layout.missing)
    untrusted_file = page_file(untrusted_data, page)
    codec = jpeg.decoder_for(page)

    def read_file(untrusted: bytes) -> Picture:
        return (
            jpeg.read_picture(untrusted, codec) if codec else read_picture(untrusted, page.format)
        )

    if page.format != "jpeg":
        return read_file(untrusted_file)
    return read_complete(untrusted_file, read_file)


def _with_white_rows(picture: Picture, missing: int) -> Picture:
    """The picture, with that many white rows below it; only grey pictures have any."""
    if not missing:
        return picture

    def rows(top: int, bottom: int) -> tuple[Pixels, None]:
        there = max(top, min(bottom, picture.height))
        white = np.full((bottom - there, picture.width), 255, np.uint8)
        return np.concatenate([picture.rows(top, there)[0], white]) if there > top else white, None

    return Picture(picture.width, picture.height + missing, picture.space, picture.bits, rows)


def reread(output: bytes, format: str) -> RowReader:
    """The pixels of one of our outputs as any reader would show them, for the audit.

    Raises whatever the decoder raises; an output that cannot be read is a failed audit.
    """
    if format == "tiff":
        return reread_pages(output)(1)
    read = heic_avif.reread if format in given_codecs.NAMES else read_picture
    return _finished(read(output, format), b"")[0]


def reread_pages(output: bytes) -> Callable[[int], RowReader]:
    """As `reread`: a function for each page, counted from 1, of one of our TIFFs, opened once."""
    layouts = layouts_of(output)
    return lambda page: _finished(read_tiff(output, layouts[page - 1]), b"")[0]


def _finished(picture: Picture, untrusted_profile: bytes) -> tuple[RowReader, str]:
    """Opaque stored pixels in sRGB or grey, and the outcome of the profile."""
    shape: tuple[int, ...] = (picture.height, picture.width)
    if picture.space != "gray":
        shape = (*shape, 3)
    finish, outcome = _finish(picture, untrusted_profile)
    return RowReader(shape, picture.bits, lambda top, end: finish(*picture.rows(top, end))), outcome


def _finish(picture: Picture, untrusted_profile: bytes) -> tuple[_Finish, str]:
    """A function from samples to opaque sRGB or grey, and the outcome of the profile."""
    if picture.space == "lab":  # defines its colours by itself
        prepared = None
    else:
        prepared = conversion(untrusted_profile or None, picture.space, picture.bits)

    def finish(samples: Pixels, alpha: Pixels | None) -> Pixels:
        band = prepared.apply(samples) if prepared else lab_to_srgb(samples, "signed")
        return band if alpha is None else flatten.over_white(band, alpha)

    return finish, prepared.outcome if prepared else NO_PROFILE
