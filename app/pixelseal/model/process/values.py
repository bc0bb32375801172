"""Checks of single values that log, package and receipt have in common. Raises nothing."""

from pixelseal.model import days
from pixelseal.model.recipe.checks import DIGITS
from pixelseal.model.typed_text import MAX_TEXT, has_hash, is_line, is_text
from pixelseal.model.zip_stream import shared

__all__ = [
    "MAX_TEXT",
    "is_count",
    "is_digest",
    "is_image",
    "is_line",
    "is_moment",
    "is_text",
    "may_be_saved_name",
]

MAX_COUNT = 1_000_000

_HEX = DIGITS + "abcdef"


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


def may_be_saved_name(typed: str) -> bool:
    """False for the name of an image that is likelier a source's: a hash, or without any digit.

    A neutral name has digits, and so have the IDs of any series; a person's name has none.
    """
    return any(c in DIGITS for c in typed) and not has_hash(typed.lower())


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
