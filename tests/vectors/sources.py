"""Draws the small synthetic sources of the vectors. They are kept as files: encoders differ.

python -m tests.vectors.sources rewrites them; do so only to add one. deep.avif (the picture of
deep.heic, 10 bits per sample, 4:4:4, quality 70) was made by the page's own encoder through its
`bitDepth`: no Python here writes one.
"""

import io

import numpy as np
import pillow_heif
from PIL import Image

from tests.core.support import file_of, photo
from tests.vectors.table import FOLDER

SIZE = (83, 61)
# Of HEIC and AVIF, whose grid of 64 pixels and rim a box grows to: some of the picture must stay.
LARGE = (150, 110)


def _turned(orientation: int, **options: object) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = orientation
    return file_of(photo(*SIZE), "JPEG", exif=exif.tobytes(), **options)


def _palette() -> bytes:
    stream = io.BytesIO()
    image = Image.fromarray(photo(*SIZE)).quantize(32)
    image.save(stream, "PNG", transparency=3)
    return stream.getvalue()


def _heic(pixels: np.ndarray, mode: str) -> bytes:
    """A HEIC of these samples; of 16 bits per sample, HEVC keeps the upper 10."""
    pillow_heif.options.SAVE_HDR_TO_12_BIT = False
    file, stream = pillow_heif.HeifFile(), io.BytesIO()
    file.add_frombytes(mode, LARGE, pixels.tobytes())
    file.save(stream, quality=70)
    return stream.getvalue()


def drawn() -> dict[str, bytes]:
    """File name -> bytes."""
    pixels = photo(*SIZE)
    alpha = np.dstack([pixels, np.full(SIZE[::-1], 140, np.uint8)])
    large = photo(*LARGE)
    deep = large.astype(np.uint16) << 8 | np.roll(large, 3, axis=1)
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
        "colour.heic": _heic(large, "RGB"),
        "deep.heic": _heic(deep, "RGB;16"),
        "colour.avif": file_of(large, "AVIF", quality=80, subsampling="4:2:0"),
        "still.gif": file_of(pixels[:, :, 0], "GIF"),
    }


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, data in drawn().items():
        if not (FOLDER / name).exists():
            (FOLDER / name).write_bytes(data)
