"""A clean output of each coding, what it must be, and what the audit finds wrong. Tests nothing."""

from collections.abc import Callable

import numpy as np
from pixelseal.core.audit import Covered, Expected, Traces, audit
from pixelseal.core.decode.decode import reread
from pixelseal.core.encode import EncodeSettings, encode
from pixelseal.core.pixels.raster import Raster

from tests.builders import png as png_builder
from tests.core.support import photo

SENTINEL = b"SENTINEL-Jane-Roe-MRN-0042-1961-07-14-left-hand-ward-7-and-more-of-it-here"
SIZE = (96, 64)
BOX = (16, 16, 64, 48)
BLACK = (0, 0, 0)
CODINGS = {
    "jpeg": EncodeSettings("jpeg", 90, "4:2:0"),
    "png": EncodeSettings("png", 0, ""),
    "webp-lossless": EncodeSettings("webp", 0, ""),
    "webp-lossy": EncodeSettings("webp", 90, ""),
    "tiff": EncodeSettings("tiff", 0, ""),
}


def burned(gray: bool = False) -> Raster:
    pixels = photo(*SIZE)
    pixels = np.ascontiguousarray(pixels[:, :, 0]) if gray else pixels
    pixels[BOX[1] : BOX[3], BOX[0] : BOX[2]] = 0
    return Raster(pixels)


def output(name: str, gray: bool = False) -> bytes:
    return encode(burned(gray), CODINGS[name])


def expected(name: str, gray: bool = False, **changes: object) -> Expected:
    coding = CODINGS[name]
    facts = {"format": coding.format, "width": SIZE[0], "height": SIZE[1], "gray": gray, "bits": 8}
    covers = (Covered((BOX,), BLACK),)
    return Expected(**{**facts, "lossy": coding.lossy, "covers": covers, **changes})


def failures(file: bytes, wanted: Expected, source: bytes = b"", texts: tuple[str, ...] = ()):
    report = audit(file, wanted, lambda data: reread(data, wanted.format), Traces(source, texts))
    return {check.id for check in report.checks if not check.passed}


def recompressed(change: Callable[[bytes], bytes]) -> bytes:
    """The PNG with its row data changed before compression."""
    pixels = burned().pixels
    rows = b"".join(b"\0" + row.tobytes() for row in pixels)
    header = png_builder.header(*SIZE)
    return b"\x89PNG\r\n\x1a\n" + header + change(rows) + png_builder.end()
