"""Opens a file's bytes: tells the format, checks it whole, lists what it carries. Decodes nothing.

This runs before any decoder sees the file (docs/formats). Whatever the bytes are, the outcome is
a Source or a SourceRefused with a stable code.
"""

from collections.abc import Callable

from app.core import codecs, limits
from app.core.errors import SourceRefused
from app.core.source.bmp import examine_bmp
from app.core.source.bounds import check_size
from app.core.source.gif import examine_gif
from app.core.source.heif import examine_heif
from app.core.source.jpeg import examine_jpeg
from app.core.source.model import Source
from app.core.source.png import examine_png
from app.core.source.sniff import sniff
from app.core.source.tiff import examine_tiff
from app.core.source.webp import examine_webp

_EXAMINERS: dict[str, Callable[[bytes], Source]] = {
    "avif": examine_heif,
    "bmp": examine_bmp,
    "gif": examine_gif,
    "heic": examine_heif,
    "jpeg": examine_jpeg,
    "png": examine_png,
    "webp": examine_webp,
}


def examine(data: bytes, page: int | None = None) -> Source:
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
    codecs.require(name)
    source = examine_tiff(data, page) if name == "tiff" else _EXAMINERS[name](data)
    codecs.require(source.format)  # what the first bytes call HEIC can hold AV1
    for shown in (source, *source.further):
        if not shown.in_parts:
            check_size(shown.width, shown.height, pixels_most=limits.PIXELS_WHOLE_MOST)
    return source
