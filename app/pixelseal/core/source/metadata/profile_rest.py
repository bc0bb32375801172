"""Finds whether a matrix profile holds anything besides its colours, texts and date. Names nothing.

A profile that is known by its texts can still hold a name elsewhere: in another language, in a tag
of its own, in the header's spare bytes or between two tags. Here every byte is accounted for.
ICC.1:2022 sections 7 (header, tag table, padding), 9 and 10 (tags and their types).
"""

import hashlib
import itertools
import struct
from collections.abc import Callable

_HEAD = 128
_TAGS = 4 + _HEAD
_TAGS_MOST = 24
_PADDING_MOST = 3  # to the next multiple of four (7.3.1)

# The values of the header's signatures in such profiles: of the colour management module, of the
# platform, of manufacturer and model, and of the creator.
_NONE = bytes(4)
_MODULES = frozenset((_NONE, b"lcms", b"Lino", b"ADBE", b"appl"))
_PLATFORMS = frozenset((_NONE, b"APPL", b"MSFT", b"SUNW", b"SGI ", b"*nix"))
_DEVICES = frozenset(
    (bytes(8), b"IEC sRGB", b"APPL" + _NONE, b"GOOG" + _NONE, b"none" + _NONE)
)  # fmt: skip
_CREATORS = frozenset((_NONE, b"lcms", b"HP  ", b"ADBE", b"appl", b"GOOG"))
_WHITE = bytes.fromhex("0000f6d6 00010000 0000d32d")  # D50, as every profile's header has it
_LANGUAGES = frozenset((_NONE, b"enUS", b"en\0\0"))
# Of the sRGB profile of 1998, which alone has such tags: whole elements.
_FIXED = {
    b"view": "76696577000000000013a4fe00145f2e0010cf140003edcc0004130b00035c9e00000001",
    b"lumi": "58595a2000000000004c09560050000000571fe7",
    b"meas": "6d6561730000000000000001000000000000000000000000000000000000028f00000002",
    b"tech": "736967200000000043525420",
}
_COLOUR_MOST = 4 << 16  # of s15Fixed16 numbers: no colorant, matrix or curve has larger ones
_PARAMETERS = (1, 3, 4, 5, 7)  # of a curve, by the number of its function (10.18)


def holds_only_colours_and_texts(untrusted_profile: bytes) -> bool:
    """True if what a reader of its texts and date finds is all that the profile says.

    Of each tag with texts, only the first is read: here all its texts must be the same.
    """
    data = untrusted_profile
    count = int.from_bytes(data[_HEAD:_TAGS], "big")
    if not 0 < count <= _TAGS_MOST or len(data) < _TAGS + 12 * count or not _plain_head(data):
        return False
    entries = list(struct.iter_unpack(">4sII", data[_TAGS : _TAGS + 12 * count]))
    if len({signature for signature, _start, _size in entries}) < count:
        return False
    if not _covered(data, _TAGS + 12 * count, [(start, size) for _tag, start, size in entries]):
        return False
    return all(_plain_element(tag, data[start : start + size]) for tag, start, size in entries)


def _plain_head(data: bytes) -> bool:
    return (
        int.from_bytes(data[:4], "big") == len(data)
        and data[4:8] in _MODULES
        and data[8] in (2, 4)
        and data[9] & 0x0F == 0
        and data[9] <= 0x40
        and data[10:12] == bytes(2)
        and data[12:24] == b"mntrRGB XYZ "
        and data[36:40] == b"acsp"
        and data[40:44] in _PLATFORMS
        and data[44:48] == _NONE
        and data[48:56] in _DEVICES
        and data[56:64] == bytes(8)
        and int.from_bytes(data[64:68], "big") < 4
        and data[68:80] == _WHITE
        and data[80:84] in _CREATORS
        and data[84:100] in (bytes(16), _digest(data))
        and data[100:_HEAD] == bytes(28)
    )


def _digest(data: bytes) -> bytes:
    """The profile's ID (7.2.18): the MD5 of all but its flags, its intent and the ID."""
    masked = bytearray(data)
    masked[44:48], masked[64:68], masked[84:100] = bytes(4), bytes(4), bytes(16)
    return hashlib.md5(masked, usedforsecurity=False).digest()


def _covered(data: bytes, start: int, pieces: list[tuple[int, int]]) -> bool:
    """Whether the pieces, which may be shared but not overlap, leave nothing but padding."""
    at = start
    for begin, size in sorted(set(pieces)):
        if not 0 <= begin - at <= _PADDING_MOST or any(data[at:begin]):
            return False
        at = begin + size
    return 0 <= len(data) - at <= _PADDING_MOST and not any(data[at:])


def _plain_element(tag: bytes, element: bytes) -> bool:
    if tag in _FIXED:
        return element == bytes.fromhex(_FIXED[tag])
    check = _CHECKS.get((_KIND.get(tag, b""), element[:4]))
    return check is not None and element[4:8] == _NONE and check(element)


def _numbers(element: bytes) -> bool:
    """Colorants and white points, of three numbers; the matrix to D50, of nine."""
    values = [abs(value) for (value,) in struct.iter_unpack(">i", element[8:])]
    return len(values) == (3 if element[:1] == b"X" else 9) and max(values) <= _COLOUR_MOST


def _chromaticities(element: bytes) -> bool:
    if len(element) != 36 or element[8:10] != b"\0\3" or int.from_bytes(element[10:12], "big") > 4:
        return False
    largest: int = max(struct.unpack(">6I", element[12:]))
    return largest <= 1 << 16


def _function(element: bytes) -> bool:
    function = int.from_bytes(element[8:10], "big")
    if function >= len(_PARAMETERS) or element[10:12] != bytes(2):
        return False
    if len(element) != 12 + 4 * _PARAMETERS[function]:
        return False
    return all(abs(value) <= _COLOUR_MOST for (value,) in struct.iter_unpack(">i", element[12:]))


def _curve(element: bytes) -> bool:
    """A curve that rises from 0 to 1, or one exponent: words do neither."""
    count = int.from_bytes(element[8:12], "big")
    if len(element) != 12 + 2 * count:
        return False
    values = [value for (value,) in struct.iter_unpack(">H", element[12:])]
    if count < 2:
        return not values or values[0] <= 4 << 8
    rises = all(a <= b for a, b in itertools.pairwise(values))
    return rises and values[0] == 0 and values[-1] == 0xFFFF


def _text(element: bytes) -> bool:
    return 0 not in element[8:].rstrip(b"\0")


def _description(element: bytes) -> bool:
    """Version 2: text, perhaps the same in a script of the Macintosh; none in Unicode."""
    length = int.from_bytes(element[8:12], "big")
    text, rest = element[12 : 12 + length], element[12 + length :]
    if len(text) != length or 0 in text.rstrip(b"\0"):
        return False
    return rest.rstrip(b"\0") in (b"", (bytes(10) + bytes((length & 0xFF,)) + text).rstrip(b"\0"))


def _languages(element: bytes) -> bool:
    """Version 4: the same text in all languages, and nothing between or behind the texts."""
    if len(element) < 28:
        return False
    count, step = struct.unpack_from(">II", element, 8)
    if not 0 < count <= _TAGS_MOST or step != 12 or len(element) < 16 + 12 * count:
        return False
    records = list(struct.iter_unpack(">4sII", element[16 : 16 + 12 * count]))
    texts = {element[start : start + size] for _language, size, start in records}
    return (
        len(texts) == 1
        and all(language in _LANGUAGES for language, _size, _start in records)
        and _covered(element, 16 + 12 * count, [(start, size) for _name, size, start in records])
    )


_COLOURS, _CURVES, _WORDS = b"colours", b"curves", b"words"
_KIND = {
    **dict.fromkeys((b"wtpt", b"bkpt", b"rXYZ", b"gXYZ", b"bXYZ", b"chad", b"chrm"), _COLOURS),
    **dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), _CURVES),
    **dict.fromkeys((b"desc", b"cprt", b"dmnd", b"dmdd", b"vued"), _WORDS),
}
_CHECKS: dict[tuple[bytes, bytes], Callable[[bytes], bool]] = {
    (_COLOURS, b"XYZ "): _numbers,
    (_COLOURS, b"sf32"): _numbers,
    (_COLOURS, b"chrm"): _chromaticities,
    (_CURVES, b"para"): _function,
    (_CURVES, b"curv"): _curve,
    (_WORDS, b"text"): _text,
    (_WORDS, b"desc"): _description,
    (_WORDS, b"mluc"): _languages,
}
