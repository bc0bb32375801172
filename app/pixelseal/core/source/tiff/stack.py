"""Detects a stack of pictures in one TIFF directory. Opens none of them.

ImageJ (ij.io.TiffEncoder) states `images=` in the description and writes the slices after the first
one; MetaMorph counts its planes by the tag UIC2; SGI's tag ImageDepth makes strips hold several.
"""

import re

from pixelseal.core.base.errors import SourceRefused
from pixelseal.core.source.facts.tiff_layout import TiffLayout
from pixelseal.core.source.metadata.ifd import Directory, TiffBytes

_DESCRIPTION, _IMAGE_DEPTH, _PLANES = 270, 32997, 33629
_IMAGEJ = re.compile(rb"ImageJ=[^\0]*?\bimages=(\d{1,9})\b")


def refuse_deep(tiff: TiffBytes, directory: Directory) -> None:
    """Raise tiff-stack for a directory whose strips hold more than one picture."""
    depth = tiff.integer(directory.entries.get(_IMAGE_DEPTH), 1)
    if depth > 1:
        raise SourceRefused("tiff-stack", images=depth)


def _unused(tiff: TiffBytes, pages: list[tuple[Directory, TiffLayout]]) -> int:
    """Bytes of the file that no page refers to, at least."""
    used = tiff.header_size
    for directory, page in pages:
        used += directory.end - directory.start + sum(page.counts)
        used += sum(entry.size for entry in directory.entries.values())
    return len(tiff.data) - used


def refuse_stack(tiff: TiffBytes, pages: list[tuple[Directory, TiffLayout]]) -> None:
    """Raise tiff-stack if more pictures are stated than pages exist, and there is room for one.

    A copy of one slice often keeps the description, although no data follows.
    """
    stated, first = 0, pages[0][0]
    description = first.entries.get(_DESCRIPTION)
    found = _IMAGEJ.match(tiff.raw(description)) if description else None
    if found:
        stated = int(found[1])
    if _PLANES in first.entries:
        stated = max(stated, first.entries[_PLANES].count)
    if stated > len(pages) and _unused(tiff, pages) >= sum(pages[0][1].counts):
        raise SourceRefused("tiff-stack", images=stated)
