"""Strict JSON in and canonical JSON out. Knows nothing of what the JSON means."""

import json
import sys

from pixelseal.model.json_pairs import joined

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: MicroPython has no such module
    from collections.abc import Callable

MAX_TEXT = 4 * 1024 * 1024  # characters; a recipe of 10,000 regions takes about 3 million

_MICROPYTHON = sys.implementation.name == "micropython"
_lent: "list[Callable[[str], bool]]" = []


def _unique(pairs: "list[tuple[str, object]]") -> "dict[str, object]":
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found


def lend(is_json: "Callable[[str], bool]") -> None:
    """Have each text that MicroPython is to parse looked at by another parser first.

    Its own passes over missing commas and colons, and takes numbers as keys and line feeds in texts
    (findings/micropython-json-takes-what-is-none.sh): one file would have two answers.
    """
    _lent.append(is_json)


def load(untrusted: "str | bytes", limit: int = MAX_TEXT) -> "object":
    """Parse JSON (RFC 8259) in UTF-8; ValueError if invalid, too long, or with duplicate keys.

    MicroPython's parser cannot report duplicate keys; there the last one wins.
    """
    untrusted_text = untrusted if isinstance(untrusted, str) else untrusted.decode("utf-8")
    if len(untrusted_text) > limit:
        raise ValueError("too long")
    text = untrusted_text[1:] if untrusted_text[:1] == "\ufeff" else untrusted_text
    try:
        if _MICROPYTHON:
            if _lent and not _lent[0](text):
                raise ValueError
            return json.loads(joined(text))
        return json.loads(text, object_pairs_hook=_unique)
    except RuntimeError:  # RecursionError, which MicroPython does not name
        raise ValueError("nested too deep") from None


def _string(text: str) -> str:
    # MicroPython's json does not escape non-ASCII, CPython's does: escape it here, for both.
    out = ['"']
    for character in text:
        code = ord(character)
        if character in '"\\':
            out.append("\\" + character)
        elif 32 <= code < 127:
            out.append(character)
        elif code < 0x10000:
            out.append(f"\\u{code:04x}")
        else:
            code -= 0x10000
            high, low = 0xD800 + (code >> 10), 0xDC00 + (code & 0x3FF)
            out.append(f"\\u{high:04x}\\u{low:04x}")
    out.append('"')
    return "".join(out)


class Once:
    """A value that is part of many texts and does not change: `dump` writes it out only once."""

    def __init__(self, value: "object") -> None:
        self.value = value
        self._texts: dict[int, str] = {}  # by the indent at which it stands

    def __eq__(self, other: "object") -> bool:
        return isinstance(other, Once) and self.value == other.value

    def text(self, indent: int) -> str:
        """The value's JSON at that indent."""
        if indent not in self._texts:
            self._texts[indent] = dump(self.value, indent)
        return self._texts[indent]


def dump(value: "object", indent: int = 0) -> str:
    """`value` as JSON with sorted keys and two spaces of indent; the same on every Python.

    A list of integers is written on one line, because there are many points, and so is one of
    strings.
    Takes dicts with string keys, lists, tuples, strings, integers, booleans, None and `Once`;
    anything else is a TypeError.
    """
    inner, outer = "  " * (indent + 1), "  " * indent
    if value is None:
        return "null"
    if value is True or value is False:
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return _string(value)
    if isinstance(value, dict):
        rows = [inner + _string(key) + ": " + dump(value[key], indent + 1) for key in sorted(value)]
        return "{\n" + ",\n".join(rows) + "\n" + outer + "}" if rows else "{}"
    if isinstance(value, (list, tuple)):
        if value and all(type(item) is int for item in value):
            return "[" + ", ".join([str(item) for item in value]) + "]"
        if value and all(isinstance(item, str) for item in value):
            return "[" + ", ".join([_string(item) for item in value]) + "]"
        rows = [inner + dump(item, indent + 1) for item in value]
        return "[\n" + ",\n".join(rows) + "\n" + outer + "]" if rows else "[]"
    if isinstance(value, Once):
        return value.text(indent)
    raise TypeError("not for canonical JSON")
