"""Reads the index of the further pictures that cameras put into a JPEG. Decodes none of them.

CIPA DC-007 (Multi-Picture Format): an APP2 segment with a TIFF structure, whose tag B002 lists
entries of 16 bytes. Panorama, disparity and multi-angle pictures are pictures in their own right
(pages); previews, gain maps and pictures of undefined type belong to the first and become findings.
"""

import struct

from pixelseal.core.source.facts.notes import Notes
from pixelseal.core.source.metadata.ifd import IfdError, TiffBytes

SIGNATURE = b"MPF\x00"
_ENTRIES = 0xB002
_ENTRY_SIZE = 16
_ENTRIES_MOST = 1_000
_TYPE_MASK = 0xFFFFFF
_PREVIEWS = (0x010001, 0x010002)  # large thumbnails, classes 1 and 2
_VIEWS = (0x020001, 0x020002, 0x020003)  # panorama, disparity, multi-angle


def read_index(data: bytes, start: int, size: int, notes: Notes) -> list[int]:
    """Where the further pictures in their own right begin; notes the dependent ones.

    The index lies at `start` (its TIFF header) with `size` bytes; entries that do not point to a
    JPEG inside `data` are left over from another file and ignored.
    """
    try:
        tiff = TiffBytes(data[start : start + size])
        entry = tiff.directory(tiff.first).entries.get(_ENTRIES)
    except IfdError:
        notes.add("metadata-unreadable", "MPF")
        return []
    if entry is None:
        return []
    views = []
    table = tiff.raw(entry)[: _ENTRIES_MOST * _ENTRY_SIZE]
    for at in range(0, len(table) - _ENTRY_SIZE + 1, _ENTRY_SIZE):
        attribute, length, offset = struct.unpack_from(tiff.order + "III", table, at)
        # Offset 0 is the first picture; others are relative to this index's TIFF header.
        if offset == 0 or data[start + offset : start + offset + 3] != b"\xff\xd8\xff":
            continue
        kind = attribute & _TYPE_MASK
        if kind in _VIEWS:
            views.append(start + offset)
        else:
            notes.count("thumbnail" if kind in _PREVIEWS else "second-picture", "MPF", length)
    return views
