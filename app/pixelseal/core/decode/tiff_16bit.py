"""A page of a TIFF with 16 bits per sample to samples, exactly. Reads nothing else of it.

Pillow holds 48-bit colour with 8 bits per sample. So it, and zlib, only decode strips and tiles to
plain bytes; the samples are assembled from these here. TIFF 6.0 sections 3 to 9, 13
to 16 and 18.
"""

import io
from collections.abc import Iterator

import numpy as np
from PIL import Image
from pixelseal.core.base import limits
from pixelseal.core.base.arrays import Pixels
from pixelseal.core.base.errors import SourceRefused
from pixelseal.core.decode.tiff_unpack import inflated, pieces, simple_tiff
from pixelseal.core.pixels.picture import Picture, of_arrays
from pixelseal.core.source.facts import tiff_layout as tags
from pixelseal.core.source.facts.tiff_layout import TiffLayout

_FULL = 65535
_WHITE_IS_ZERO = 0
_ASSOCIATED = 1  # ExtraSamples: colours are premultiplied
_COLOURS = {"gray": 1, "rgb": 3, "cmyk": 4}
_BYTES_AT_ONCE = 1 << 25


def read_wide(untrusted: bytes, page: TiffLayout) -> Picture:
    """The picture; for files that `pixelseal.core.source.examine` passed."""
    samples = _assembled(untrusted, page)
    colours = _COLOURS[page.channels]
    alpha = samples[:, :, colours] if page.alpha else None
    picture = samples[:, :, 0] if colours == 1 else samples[:, :, :colours]
    if page.field(tags.PHOTOMETRIC, _WHITE_IS_ZERO) == _WHITE_IS_ZERO:
        np.subtract(_FULL, picture, out=picture)
    if alpha is not None and page.field(tags.EXTRA_SAMPLES, 0) == _ASSOCIATED:
        _undo_association(picture, alpha)
    return of_arrays(picture, alpha, page.channels)


def _assembled(untrusted: bytes, page: TiffLayout) -> Pixels:
    """All samples, uint16 (height, width, samples per pixel)."""
    differenced = page.field(tags.PREDICTOR, 1) == 2
    whole = np.empty((page.height, page.width, page.samples), np.uint16)
    columns, rows = page.segment
    across = -(-page.width // columns)
    for number, piece in enumerate(_decoded(untrusted, page)):
        shaped = np.frombuffer(piece, page.order + "u2").reshape(-1, columns, page.samples)
        if differenced:
            # Each sample less the one to its left, modulo 65536 (section 14).
            shaped = np.add.accumulate(shaped.astype(np.uint16), axis=1, dtype=np.uint16)
        top, left = number // across * rows, number % across * columns
        height, width = min(rows, page.height - top), min(columns, page.width - left)
        whole[top : top + height, left : left + width] = shaped[:height, :width]
    return whole


def _decoded(untrusted: bytes, page: TiffLayout) -> Iterator[bytes]:
    """The bytes of each strip or tile, decoded."""
    row_bytes = page.segment[0] * page.samples * 2
    found = pieces(untrusted, page)
    if page.compression in tags.DEFLATES or page.compression == tags.NONE:
        for data, _, rows in found:
            size = rows * row_bytes
            yield inflated(data, size) if page.compression in tags.DEFLATES else data[:size]
        return
    all_pieces = list(found)
    step = max(1, _BYTES_AT_ONCE // (page.segment[1] * row_bytes))
    for first in range(0, len(all_pieces), step):
        group = all_pieces[first : first + step]
        yield from _by_libtiff([data for data, _, _ in group], page, [row[2] for row in group])


def _by_libtiff(strips: list[bytes], page: TiffLayout, rows: list[int]) -> Iterator[bytes]:
    """Strips in LZW or PackBits, decoded as those of a grey picture of bytes.

    For these codings a tile is like a strip of its width.
    """
    row_bytes = page.segment[0] * page.samples * 2
    if row_bytes * sum(rows) > limits.PIXELS_WHOLE_MOST:
        raise SourceRefused("format-unsupported", format="tiff-long-lzw")
    fields: dict[int, tuple[int, ...]] = {
        tags.WIDTH: (row_bytes,),
        tags.HEIGHT: (sum(rows),),
        tags.BITS: (8,),
        tags.COMPRESSION: (page.compression,),
        tags.PHOTOMETRIC: (1,),
        tags.SAMPLES: (1,),
        tags.ROWS_PER_STRIP: (rows[0],),
    }
    file = simple_tiff(fields, strips, "<", tags.STRIP_OFFSETS, tags.STRIP_COUNTS)
    with Image.open(io.BytesIO(file), formats=["tiff"]) as image:
        decoded = image.tobytes()
    at = 0
    for count in rows:
        yield decoded[at : at + count * row_bytes]
        at += count * row_bytes


def _undo_association(picture: Pixels, alpha: Pixels) -> None:
    """Divide premultiplied colours by their alpha, in place, row by row."""
    for row, opacity in zip(picture, alpha, strict=True):
        part = np.maximum(opacity, 1).astype(np.uint32)
        part = part[:, np.newaxis] if row.ndim == 2 else part
        row[...] = np.minimum((row.astype(np.uint32) * _FULL + part // 2) // part, _FULL)
