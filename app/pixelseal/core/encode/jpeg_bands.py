"""Joins a large JPEG from files of its bands. Encodes nothing.

An encoder that optimises Huffman tables holds all coefficients of a picture, and Pillow holds all
its pixels. A large picture is coded band by band instead, with the tables of T.81, annex K.3: every
band then has the same header except for its height, and restart intervals are coded independently
(E.1.4), so that their data can be concatenated.
"""

import io
import math
import struct
from collections.abc import Iterable, Iterator

import numpy as np
from pixelseal.core.base.pixel_box import PixelBox
from pixelseal.core.pixels.banded_raster import AnyRaster
from pixelseal.core.pixels.raster import Raster

# MCUs from one restart marker to the next (about 1 % of the file). The audit walks all intervals
# at once, to the last bit; without them a photo of 12 megapixels would cost it seconds.
RESTART_INTERVAL = 8
_BAND_PIXELS = 1 << 22
_FRAME, _SCAN, _RESTART, _END = b"\xff\xc0", b"\xff\xda", 0xD0, b"\xff\xd9"
_HEIGHT = 5  # of a frame header, from its marker on: marker, length, precision (T.81, B.2.2)
_GRIDS = {"4:4:4": (8, 8), "4:2:2": (16, 8), "4:2:0": (16, 16)}  # an MCU's width and height


def bands(raster: AnyRaster, sampling: str) -> Iterator[Raster]:
    """The picture in bands of complete restart intervals, made one by one."""
    wide, tall = (8, 8) if raster.gray else _GRIDS[sampling]
    # A row of MCUs begins an interval after every so many rows.
    step = tall * (RESTART_INTERVAL // math.gcd(RESTART_INTERVAL, -(-raster.width // wide)))
    rows = max(_BAND_PIXELS // raster.width // step, 1) * step
    for top in range(0, raster.height, rows):
        bottom = min(top + rows, raster.height)
        yield Raster(raster.part(PixelBox(0, top, raster.width, bottom)))


def joined(files: Iterable[bytes]) -> bytes:
    """The JPEG whose bands these are, from top to bottom."""
    whole = io.BytesIO()  # its bytes are passed on; joining parts would hold them twice
    place = height = intervals = 0
    for file in files:
        at = _segment(file, _FRAME)[0] + _HEIGHT
        start = _segment(file, _SCAN)[1]
        height += int.from_bytes(file[at : at + 2], "big")
        if intervals:
            whole.write(bytes([0xFF, _RESTART + (intervals - 1) % 8]))
        else:
            place = at
            whole.write(file[:start])
        scan, count = _renumbered(file[start : -len(_END)], intervals)
        whole.write(scan)
        intervals += count
    whole.write(_END)
    whole.seek(place)
    whole.write(struct.pack(">H", height))
    return whole.getvalue()


def _segment(file: bytes, marker: bytes) -> tuple[int, int]:
    """The start and end of the first segment of that kind."""
    at = 2
    while True:
        end = at + 2 + int.from_bytes(file[at + 2 : at + 4], "big")
        if file[at : at + 2] == marker:
            return at, end
        at = end


def _renumbered(scan: bytes, before: int) -> tuple[bytes, int]:
    """The data with its restart markers renumbered from that many intervals; and its intervals."""
    data = np.frombuffer(scan, np.uint8).copy()
    escapes = np.flatnonzero(data[:-1] == 0xFF) + 1
    markers = escapes[data[escapes] & 0xF8 == _RESTART]
    data[markers] = (np.arange(len(markers)) + before) % 8 + _RESTART
    return data.tobytes(), len(markers) + 1
