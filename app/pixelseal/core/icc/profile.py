"""Reads the header and tag table of an untrusted ICC profile. Interprets no tag.

ICC.1:2022, 7.2 (header) and 7.3 (tag table); version 2 profiles (ICC.1:2001-04) have the same.
"""

import struct
from collections.abc import Mapping
from dataclasses import dataclass

from pixelseal.core.icc import limits
from pixelseal.core.icc.errors import ProfileUnusable

_HEADER_BYTES = 128
_ENTRY_BYTES = 12
# Table 18, profile classes that lead from device colours to the connection space.
_CLASSES = frozenset({b"scnr", b"mntr", b"prtr", b"spac"})
_SPACES = {b"GRAY": "gray", b"RGB ": "rgb", b"CMYK": "cmyk"}
_CONNECTIONS = {b"XYZ ": "xyz", b"Lab ": "lab"}
# The tags that lead from device colours to the connection space (9.2).
_USED = frozenset(b"rXYZ gXYZ bXYZ rTRC gTRC bTRC kTRC A2B0 A2B1".split())


@dataclass(frozen=True)
class Profile:
    """A profile whose parts are where it says: device `space`, connection space, tags by name."""

    version: int  # 2 or 4
    space: str  # 'gray', 'rgb', 'cmyk'
    connection: str  # 'xyz', 'lab'
    tags: Mapping[bytes, bytes]

    def tag(self, name: bytes) -> bytes:
        """The bytes of a tag, its type signature first. ProfileUnusable: profile-tag-missing."""
        if name not in self.tags:
            raise ProfileUnusable("profile-tag-missing")
        return self.tags[name]


def parse(untrusted: bytes) -> Profile:
    """Check the header and cut out the tags.

    A tag that extends past the end is left out: it is missed only if it is needed.
    ProfileUnusable: profile-too-large, -damaged, -class, -space, -pcs.
    """
    if len(untrusted) > limits.PROFILE_BYTES_MOST:
        raise ProfileUnusable("profile-too-large")
    if len(untrusted) < _HEADER_BYTES + 4 or untrusted[36:40] != b"acsp":
        raise ProfileUnusable("profile-damaged")
    if untrusted[8] > 4:  # iccMAX (ICC.2), whose tags are others
        raise ProfileUnusable("profile-class")
    if untrusted[12:16] not in _CLASSES:
        raise ProfileUnusable("profile-class")
    if untrusted[16:20] not in _SPACES:
        raise ProfileUnusable("profile-space")
    if untrusted[20:24] not in _CONNECTIONS:
        raise ProfileUnusable("profile-pcs")
    return Profile(
        version=4 if untrusted[8] == 4 else 2,
        space=_SPACES[untrusted[16:20]],
        connection=_CONNECTIONS[untrusted[20:24]],
        tags=_tags(untrusted),
    )


def _tags(untrusted: bytes) -> dict[bytes, bytes]:
    count = int.from_bytes(untrusted[_HEADER_BYTES : _HEADER_BYTES + 4], "big")
    start = _HEADER_BYTES + 4
    if count > limits.TAGS_MOST or start + count * _ENTRY_BYTES > len(untrusted):
        raise ProfileUnusable("profile-damaged")
    tags: dict[bytes, bytes] = {}
    # Several entries may share a range: cut out each range once, or 100 entries that span the file
    # would hold it 100 times.
    cut: dict[tuple[int, int], bytes] = {}
    for index in range(count):
        name, offset, size = struct.unpack_from(">4sII", untrusted, start + index * _ENTRY_BYTES)
        if name not in _USED or name in tags or size < 8 or offset + size > len(untrusted):
            continue
        tags[name] = cut.setdefault((offset, size), untrusted[offset : offset + size])
    return tags
