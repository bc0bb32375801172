"""Checks of single values that log, package and receipt have in common. Raises nothing.

Texts are what a person typed for others to read: short, of one line, and without what a hash or the
name of a source's file looks like (docs/log.md, 2.1).
"""

from pixelseal.model import days, formats
from pixelseal.model.recipe.checks import DIGITS
from pixelseal.model.zip_stream import shared

MAX_COUNT = 1_000_000
MAX_TEXT = 200  # characters

_HEX = DIGITS + "abcdef"
_LONGEST_HEX = 31  # digits in a row: one more is an MD5, the shortest hash of a file in use
_ENDINGS = tuple(["." + ending for row in formats.READ for ending in row.endings])
# Unicode's line and paragraph separators, the marks, embeddings, overrides and isolates of a
# text's direction (UAX #9, 2), and the byte order mark.
_UNSEEN = (
    "\u2028\u2029\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
)


def is_text(untrusted: "object") -> bool:
    """True for a text of 1 to 200 characters that reads as it is and names no source."""
    return is_line(untrusted, MAX_TEXT) and not _names_a_source(str(untrusted).lower())


def is_line(untrusted: "object", most: int) -> bool:
    """True for one line of 1 to `most` characters that reads as it is, whatever it says."""
    if not isinstance(untrusted, str) or not 1 <= len(untrusted) <= most:
        return False
    if untrusted[0] == " " or untrusted[-1] == " " or "  " in untrusted:
        return False
    for character in untrusted:
        code = ord(character)
        if code < 32 or 127 <= code < 160 or 0xD800 <= code < 0xE000 or character in _UNSEEN:
            return False
    return True


def _names_a_source(lower: str) -> bool:
    run = 0
    for character in lower if len(lower) > _LONGEST_HEX else "":
        run = run + 1 if character in _HEX else 0
        if run > _LONGEST_HEX:
            return True
    return any(word.strip(".,;:!?()[]\"'").endswith(_ENDINGS) for word in lower.split(" "))


def is_count(untrusted: "object") -> bool:
    """True for a whole number from 0 to a million; True and False are none."""
    return type(untrusted) is int and 0 <= untrusted <= MAX_COUNT


def is_digest(untrusted: "object", length: int = 64) -> bool:
    """True for that many hexadecimal digits in lower case: by default a SHA-256."""
    # All of it is stripped: ten times as fast in MicroPython as digit by digit.
    return isinstance(untrusted, str) and len(untrusted) == length and not untrusted.strip(_HEX)


def is_image(untrusted: "object") -> bool:
    """True for the name of an image as it is saved (docs/saving.md)."""
    return isinstance(untrusted, str) and shared("images/" + untrusted)


def is_moment(untrusted: "object") -> bool:
    """True for a moment of the years 1970 to 9999, "2026-11-29T21:40:00Z" (ISO 8601, UTC)."""
    if not isinstance(untrusted, str) or len(untrusted) != 20:
        return False
    if not days.is_day(untrusted[:10]) or untrusted[:4] < "1970":
        return False
    for character, wanted in zip(untrusted[10:], "T00:00:00Z"):
        if (character not in DIGITS) if wanted == "0" else (character != wanted):
            return False
    hour, minute, second = int(untrusted[11:13]), int(untrusted[14:16]), int(untrusted[17:19])
    return hour < 24 and minute < 60 and second < 60
