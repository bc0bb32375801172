"""Rows of a large TIFF page, a few strips or rows of tiles at a time. Decodes nothing.

Some rows are turned into a small TIFF, with the fields that describe the samples' layout, which is
read like any other. TIFF 6.0 sections 3 to 9 and 15.
"""

from array import array
from collections.abc import Callable
from dataclasses import replace

import numpy as np
from pixelseal.core.base import limits
from pixelseal.core.base.arrays import Pixels
from pixelseal.core.decode.tiff_unpack import small_tiff
from pixelseal.core.pixels.picture import Picture
from pixelseal.core.source.facts.tiff_layout import NONE, TiffLayout

Part = tuple[int, int, Picture]  # first row, row after the last, and what was decoded of them


def read_in_parts(
    untrusted: bytes, page: TiffLayout, read: Callable[[bytes], Picture]
) -> Picture | None:
    """The picture, of which `read` decodes small files; None if it must be read at once.

    For files that `pixelseal.core.source.examine` passed; its rows raise what the parsers raise.
    """
    if page.width * page.height <= limits.PIXELS_HELD_MOST or not page.in_parts:
        return None
    if page.compression == NONE and not page.tiled:
        page = _by_rows(page)

    def decoded(top: int, bottom: int) -> Part:
        first, last = top // page.segment[1], -(-bottom // page.segment[1])
        across = -(-page.width // page.segment[0])
        part = replace(
            page,
            height=min(last * page.segment[1], page.height) - first * page.segment[1],
            offsets=page.offsets[first * across : last * across],
            counts=page.counts[first * across : last * across],
        )
        start = first * page.segment[1]
        return start, start + part.height, read(small_tiff(untrusted, part))

    held = decoded(0, 1)
    kind = held[2]

    def rows(top: int, bottom: int) -> tuple[Pixels, Pixels | None]:
        nonlocal held
        if not held[0] <= top <= bottom <= held[1]:
            held = decoded(top, bottom)
        first, _last, part = held
        return part.rows(top - first, bottom - first)

    return Picture(page.width, page.height, kind.space, kind.bits, rows)


def _by_rows(page: TiffLayout) -> TiffLayout:
    """The same page with a strip for each row, which need not be coded together."""
    row_bytes = page.width * page.samples
    strip_rows = page.segment[1]
    row = np.arange(page.height)
    offsets = np.array(page.offsets, np.int64)[row // strip_rows] + row % strip_rows * row_bytes
    return replace(
        page,
        segment=(page.width, 1),
        offsets=array("Q", offsets.tobytes()),
        counts=array("Q", [row_bytes]) * page.height,
    )
