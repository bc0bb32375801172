"""Writes pixels as BMP, for the screen alone: as fast as copying. Never an output.

BMP (Windows 3 header, BITMAPINFOHEADER): rows from the top (negative height), each padded to four
bytes; 24 bits blue-green-red, or 8 bits with a grey palette.
"""

import struct

import numpy as np
from pixelseal.core.pixels.raster import Raster

_FILE = struct.Struct("<2sIHHI")
_INFO = struct.Struct("<IiiHHIIiiII")
_GRAYS = b"".join(bytes((level, level, level, 0)) for level in range(256))


def write_bmp(raster: Raster) -> bytes:
    """The raster, which must have 8 bits per sample, as a BMP file."""
    height, width = raster.pixels.shape[:2]
    palette = _GRAYS if raster.gray else b""
    start = _FILE.size + _INFO.size + len(palette)
    length = width if raster.gray else width * 3
    line = -(-length // 4) * 4
    head = _FILE.pack(b"BM", start + height * line, 0, 0, start)
    bits = 8 if raster.gray else 24
    head += _INFO.pack(_INFO.size, width, -height, 1, bits, 0, height * line, 0, 0, 0, 0)
    file = np.zeros(start + height * line, np.uint8)
    file[:start] = np.frombuffer(head + palette, np.uint8)
    rows = file[start:].reshape(height, line)
    if raster.gray:
        rows[:, :length] = raster.pixels
    else:
        for channel in range(3):
            rows[:, 2 - channel : length : 3] = raster.pixels[:, :, channel]
    return file.tobytes()
