"""Examines a file's bytes: format, structure, and what it carries. Decodes nothing.

This runs before any decoder sees the file (docs/formats). Whatever the bytes are, the outcome is
a File or a SourceRefused with a stable code.
"""

from collections.abc import Callable

from pixelseal.core.base import given_codecs, limits
from pixelseal.core.base.errors import SourceRefused
from pixelseal.core.source.bmp import examine_bmp
from pixelseal.core.source.facts.bounds import check_size
from pixelseal.core.source.facts.file import File
from pixelseal.core.source.gif import examine_gif
from pixelseal.core.source.heif.examine import examine_heif
from pixelseal.core.source.jpeg.examine import examine_jpeg
from pixelseal.core.source.png.examine import examine_png
from pixelseal.core.source.sniff import sniff
from pixelseal.core.source.tiff.examine import examine_tiff
from pixelseal.core.source.webp import examine_webp
from pixelseal.model import formats

_EXAMINERS: dict[str, Callable[[bytes], File]] = formats.for_each(
    formats.READ,
    {
        "avif": examine_heif,
        "bmp": examine_bmp,
        "gif": examine_gif,
        "heic": examine_heif,
        "jpeg": examine_jpeg,
        "png": examine_png,
        "webp": examine_webp,
        "tiff": examine_tiff,
    },
)


def examine(data: bytes, page: int | None = None) -> File:
    """The checked facts of an image file; raises SourceRefused for any other bytes.

    `page` is the only one that will be decoded, where that is known: the picture data of the other
    pages of a TIFF, which can be hundreds of scans, is then not followed again for each of them.
    """
    if not data:
        raise SourceRefused("empty-file")
    if len(data) > limits.FILE_BYTES_MOST:
        raise SourceRefused("too-many-bytes", limit_mb=limits.FILE_BYTES_MOST // limits.MEGABYTE)
    name, taken = sniff(data)
    if not name:
        raise SourceRefused("not-an-image")
    if not taken:
        raise SourceRefused("format-unsupported", format=name)
    given_codecs.require(name)
    file = examine_tiff(data, page) if name == "tiff" else _EXAMINERS[name](data)
    given_codecs.require(file.format)  # a file whose first bytes say HEIC can contain AV1
    longest = formats.named(file.format).reading.longest_side
    for shown in file.pages:
        check_size(shown.width, shown.height, longest)
        if not shown.in_parts:
            check_size(shown.width, shown.height, pixels_most=limits.PIXELS_WHOLE_MOST)
    return file
