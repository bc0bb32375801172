"""What a person typed for others to read: one line, that names no source. Raises nothing.

It is without what a hash or the name of a source's file looks like (docs/log.md, 2.1).
"""

from pixelseal.model import formats
from pixelseal.model.recipe.checks import DIGITS

MAX_TEXT = 200  # characters

_HEX = DIGITS + "abcdef"
_LONGEST_HEX = 31  # digits in a row: one more is an MD5, the shortest hash of a file in use
_ENDINGS = tuple(["." + ending for row in formats.READ for ending in row.endings])
# Unicode's line and paragraph separators, the marks, embeddings, overrides and isolates of a
# text's direction (UAX #9, 2), and the byte order mark.
_UNSEEN = (
    "\u2028\u2029\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
)


def is_text(untrusted: "object", most: int = MAX_TEXT) -> bool:
    """True for a text of 1 to `most` characters that reads as it is and names no source."""
    return is_line(untrusted, most) and not _names_a_source(str(untrusted).lower())


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


def has_hash(lower: str) -> bool:
    """True for a text in lower case with as many hexadecimal digits in a row as a hash has."""
    run = 0
    for character in lower if len(lower) > _LONGEST_HEX else "":
        run = run + 1 if character in _HEX else 0
        if run > _LONGEST_HEX:
            return True
    return False


def _names_a_source(lower: str) -> bool:
    return has_hash(lower) or any(
        word.strip(".,;:!?()[]\"'").endswith(_ENDINGS) for word in lower.split(" ")
    )
