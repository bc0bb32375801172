"""Reads the texts, the date and the device from a colour profile. Converts no colour.

ICC.1:2010 section 7.2 (header), 10.13 (multiLocalizedUnicode); ICC.1:1998 6.5.17 (description).
"""

import struct

from pixelseal.core.base import limits
from pixelseal.core.icc.limits import PROFILE_BYTES_MOST
from pixelseal.core.source.facts.notes import Notes
from pixelseal.core.source.facts.text import decode
from pixelseal.core.source.metadata.profile_rest import holds_only_colours_and_texts
from pixelseal.core.source.metadata.published_profiles import is_built_in, is_published

_WHERE = "ICC profile"
_TAGS_MOST = 100
# Tag signatures whose value is text (ICC.1:2010 section 9): description first.
_TEXT_TAGS = (b"desc", b"cprt", b"dmnd", b"dmdd", b"vued", b"targ", b"dscm")


def bounded(untrusted: bytes) -> bytes:
    """A profile to keep for the conversion, cut off if it is too long to be usable anyway."""
    return untrusted[: PROFILE_BYTES_MOST + 1]


def read_icc(untrusted: bytes, notes: Notes) -> None:
    """Note that there is a profile, its name, its date and its other texts. Never refuses."""
    profile = untrusted[: limits.METADATA_BYTES_MOST]
    if len(profile) < 132 or profile[36:40] != b"acsp":
        notes.add("colour-profile", _WHERE)
        notes.add("metadata-unreadable", _WHERE)
        return
    texts = {tag: text.strip("\x00 ") for tag, text in _texts(profile).items()}
    name = texts.pop(b"desc", "")
    others = [text for text in texts.values() if text]
    notes.add("colour-profile", _WHERE, name)
    date = struct.unpack_from(">6H", profile, 24)
    all_read = holds_only_colours_and_texts(untrusted)
    published = all_read and is_published(name, date, others)
    built_in = all_read and is_built_in(name, others)
    for value in others:
        if published or built_in:
            notes.text(value)  # but must not be found in the output
        else:
            notes.add("profile-text", _WHERE, value)
    if published:
        return
    year, month, day, hour, minute, second = date
    if 1 <= month <= 12 and 1 <= day <= 31 and 1900 <= year <= 2200:
        notes.show(
            "profile-date", _WHERE, f"{year}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}"
        )


def _texts(profile: bytes) -> dict[bytes, str]:
    """Text by tag signature, for the tags that hold text."""
    count = min(int.from_bytes(profile[128:132], "big"), _TAGS_MOST)
    texts = {}
    for index in range(count):
        entry = profile[132 + 12 * index : 144 + 12 * index]
        if len(entry) < 12:
            break
        start, size = struct.unpack(">II", entry[4:])
        if entry[:4] in _TEXT_TAGS:
            texts[entry[:4]] = _text_of(profile[start : start + size])
    return texts


def _text_of(element: bytes) -> str:
    """The text of a tag element: 'text', 'desc' (version 2) or 'mluc' (version 4)."""
    if element[:4] == b"text":
        return decode(element[8:]).rstrip("\x00")
    if element[:4] == b"desc":
        length = int.from_bytes(element[8:12], "big")
        return decode(element[12 : 12 + length]).rstrip("\x00")
    if element[:4] == b"mluc" and len(element) >= 28:
        length, start = struct.unpack_from(">II", element, 20)
        return element[start : start + length].decode("utf-16-be", "replace")
    return ""
