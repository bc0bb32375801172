"""The one form of a JSON value by RFC 8785 (JSON Canonicalization Scheme). Knows no meaning of it.

As far as our values need it: objects, arrays, strings, integers, true, false, null. A number with a
fraction or an exponent is refused, so that no rule about how to write one is needed.
"""

import json
import sys

from pixelseal.model.recipe import canonical

LARGEST = 2**53 - 1  # RFC 7493, 2.2: beyond it not every reader keeps an integer as it is

_MICROPYTHON = sys.implementation.name == "micropython"


def dump(value: "object") -> str:
    """The canonical text of `value`; encoded as UTF-8 it is what is hashed.

    ValueError: a number that is no integer, or beyond ±LARGEST; half of a surrogate pair; a key
    that is no string; a value that JSON does not have.
    """
    if value is None:
        return "null"
    if value is True or value is False:
        return "true" if value else "false"
    if isinstance(value, str):
        return string(value)
    if isinstance(value, int):
        if not -LARGEST <= value <= LARGEST:
            raise ValueError("an integer beyond what every reader keeps")
        return str(value)
    if isinstance(value, dict):
        rows = [string(key) + ":" + dump(value[key]) for key in _sorted(value)]
        return "{" + ",".join(rows) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ",".join([dump(row) for row in value]) + "]"
    raise ValueError("not a value of canonical JSON")


def load(untrusted_text: str, most: int) -> "object":
    """The value of a text that is canonical; ValueError for any other, or beyond `most` characters.

    A key that stands twice, blanks, another order, another way to write a character: none of it is
    what `dump` writes, so each text has one value and each value one text.
    """
    value = canonical.load(untrusted_text, most)
    try:
        if dump(value) == untrusted_text:
            return value
    except RuntimeError:  # RecursionError, which MicroPython does not name
        pass
    raise ValueError("not canonical")


def string(text: "object") -> str:
    """A string with its quotation marks; ValueError for what is no string of Unicode characters."""
    if not isinstance(text, str):
        raise ValueError("not a string")
    if _has_half(text):
        raise ValueError("half of a surrogate pair")
    if not _MICROPYTHON:
        return json.dumps(text, ensure_ascii=False)
    found = json.dumps(text)
    # MicroPython writes these two with their numbers (RFC 8785, 3.2.2.2 has the short forms).
    if "\b" in text or "\f" in text:
        found = '"' + "".join([_SHORT.get(c, json.dumps(c)[1:-1]) for c in text]) + '"'
    return found


_SHORT = {"\b": "\\b", "\f": "\\f"}


def _has_half(text: str) -> bool:
    if not _MICROPYTHON:
        try:
            text.encode()
        except UnicodeEncodeError:
            return True
        return False
    # There a half is encoded as if it were a character: U+D800 to U+DFFF begin with ED A0 to ED BF.
    data = text.encode()
    return b"\xed" in data and any(0xD800 <= ord(c) < 0xE000 for c in text)


def _sorted(value: "dict[str, object]") -> "list[str]":
    """The keys in the order of their UTF-16 code units (3.2.3), not of their code points."""
    keys = list(value)
    for key in keys:
        if not isinstance(key, str):
            raise ValueError("not a string")
    # Code units and code points have the same order up to U+FFFF.
    beyond = any(len(key) != len(key.encode()) for key in keys if not _has_half(key))
    return sorted(keys, key=_units) if beyond else sorted(keys)


def _units(key: str) -> "tuple[int, ...]":
    found: "list[int]" = []
    for character in key:
        code = ord(character)
        if code < 0x10000:
            found.append(code)
        else:
            code -= 0x10000
            found += [0xD800 + (code >> 10), 0xDC00 + (code & 0x3FF)]
    return tuple(found)
