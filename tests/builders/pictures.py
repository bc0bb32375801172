"""Plain sound files of every format, made by Pillow from one synthetic picture."""

import io
import sys

import pytest
from PIL import Image

# The page's libtiff was built without these; asking it to write them ends the interpreter.
NOT_WRITTEN = {"jpeg", "tiff_adobe_deflate"} if sys.platform == "emscripten" else set()

FORMATS = ("jpeg", "png", "webp", "tiff", "gif", "bmp")


def picture(width: int = 61, height: int = 47, mode: str = "RGB") -> Image.Image:
    """A picture without flat areas, so that truncated data shows; the same on every run."""
    noise = bytes(
        (x * 7 + y * 13 + x * y * 31) % 251 for y in range(height) for x in range(width * 3)
    )
    return Image.frombytes("RGB", (width, height), noise).convert(mode)


def encoded(format: str, image: Image.Image | None = None, **options: object) -> bytes:
    """The bytes of a picture as Pillow writes it in `format`."""
    if options.get("compression") in NOT_WRITTEN:
        pytest.skip(f"the page's Pillow cannot write TIFFs with {options['compression']}")
    stream = io.BytesIO()
    (image or picture()).save(stream, format=format, **options)
    return stream.getvalue()
