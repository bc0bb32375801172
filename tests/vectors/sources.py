"""Draws the small synthetic sources of the vectors. They are kept as files: encoders differ.

python -m tests.vectors.sources writes them anew; do so only to add one.
"""

import io
from pathlib import Path

import numpy as np
from PIL import Image

from tests.core.support import file_of, photo

FOLDER = Path(__file__).with_name("sources")
SIZE = (83, 61)


def _turned(orientation: int, **options: object) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = orientation
    return file_of(photo(*SIZE), "JPEG", exif=exif.tobytes(), **options)


def _palette() -> bytes:
    stream = io.BytesIO()
    image = Image.fromarray(photo(*SIZE)).quantize(32)
    image.save(stream, "PNG", transparency=3)
    return stream.getvalue()


def drawn() -> dict[str, bytes]:
    """File name -> bytes."""
    pixels = photo(*SIZE)
    alpha = np.dstack([pixels, np.full(SIZE[::-1], 140, np.uint8)])
    wide = (pixels[:, :, 0].astype(np.uint16) << 8) + pixels[:, :, 1]
    return {
        "turned.jpg": _turned(6, quality=85, subsampling=2),
        "full-chroma.jpg": file_of(pixels, "JPEG", quality=90, subsampling=0),
        "progressive.jpg": file_of(pixels, "JPEG", quality=70, progressive=True),
        "gray.jpg": file_of(pixels[:, :, 0], "JPEG", quality=80),
        "colour.png": file_of(pixels, "PNG"),
        "alpha.png": file_of(alpha, "PNG"),
        "palette.png": _palette(),
        "wide-gray.png": file_of(wide, "PNG"),
        "lossy.webp": file_of(pixels, "WEBP", quality=80),
        "lossless.webp": file_of(pixels, "WEBP", lossless=True),
        "lzw.tif": file_of(pixels, "TIFF", compression="tiff_lzw"),
        "plain.bmp": file_of(pixels, "BMP"),
        "still.gif": file_of(pixels[:, :, 0], "GIF"),
    }


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, data in drawn().items():
        if not (FOLDER / name).exists():
            (FOLDER / name).write_bytes(data)
