"""Characters beyond U+FFFF that JSON escapes as a surrogate pair. Parses nothing else of JSON."""

import sys

_MICROPYTHON = sys.implementation.name == "micropython"


def joined(text: str) -> str:
    """JSON text with each escaped pair (RFC 8259, section 7) replaced by the character itself.

    MicroPython 1.27 decodes such a pair to two halves, which changes a name: CPython's writer, and
    ours, escape every non-ASCII character.
    """
    if not _MICROPYTHON or "\\u" not in text:
        return text
    out, done = [], 0
    place = text.find("\\")
    while place >= 0:
        code = _pair(text[place : place + 12])
        if code:
            out.append(text[done:place])
            out.append(chr(code))
            done = place + 12
        # An escape has two characters at least: the second may be a backslash that escapes nothing.
        place = text.find("\\", place + (12 if code else 2))
    out.append(text[done:])
    return "".join(out)


def _pair(escapes: str) -> int:
    """The code point of two escapes that form a surrogate pair; 0 for anything else."""
    if len(escapes) != 12 or escapes[1] != "u" or escapes[6:8] != "\\u":
        return 0
    try:
        high, low = int(escapes[2:6], 16), int(escapes[8:], 16)
    except ValueError:
        return 0
    if not (0xD800 <= high < 0xDC00 <= low < 0xE000):
        return 0
    return 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00)
