"""Checks of single values in a recipe's JSON. Knows no recipe."""

from pixelseal.model.errors import RecipeRefused

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: MicroPython has no such module
    from typing import Any

MAX_COORDINATE = 1_000_000  # pixels; above the longest side of any format that is opened
MAX_PAGE = 100_000

DIGITS = "0123456789"
ALPHANUMERIC = DIGITS + "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


def keys(
    untrusted: "object", where: str, must: "tuple[str, ...]", may: "tuple[str, ...]" = ()
) -> "dict[str, object]":
    """An object that has all of `must` and no key beyond those and `may`."""
    if not isinstance(untrusted, dict):
        raise RecipeRefused("recipe-wrong-type", key=where or "recipe")
    prefix = where + "." if where else ""
    for key in sorted(untrusted):
        if key not in must and key not in may:
            raise RecipeRefused("recipe-unknown-key", key=prefix + _shown(key))
    for key in must:
        if key not in untrusted:
            raise RecipeRefused("recipe-wrong-type", key=prefix + key)
    return untrusted


def _shown(untrusted_key: str) -> str:
    # A sentence may name the key, but never carry free text from a file.
    if len(untrusted_key) <= 32 and all(c in ALPHANUMERIC + "_-" for c in untrusted_key):
        return untrusted_key
    return "?"


def integer(untrusted: "object", where: str, low: int, high: int) -> int:
    """An integer from `low` to `high`."""
    # `type`, not isinstance: True is an int in Python but not a number in JSON.
    if type(untrusted) is not int:
        raise RecipeRefused("recipe-wrong-type", key=where)
    if not low <= untrusted <= high:
        raise RecipeRefused("recipe-out-of-range", key=where)
    return untrusted


def whole(value: "Any") -> "Any":
    """A NumPy integer as a plain integer; anything else as it is, to be checked."""
    if isinstance(value, (int, str)) or value is None:
        return value
    index = getattr(value, "__index__", None)
    try:
        return value if index is None else index()
    except TypeError:  # an array of several
        return value


def pair(value: "Any") -> "Any":
    """A tuple's numbers as `whole` gives them; anything else as it is, to be checked."""
    return tuple([whole(one) for one in value]) if isinstance(value, tuple) else value


def kind(value: "object", where: str, wanted: type) -> None:
    """RecipeRefused if a value made in Python is not of the wanted class."""
    if not isinstance(value, wanted):
        raise RecipeRefused("recipe-wrong-type", key=where)


def sequence(given: "Any", name: str) -> "tuple[Any, ...]":
    """What a caller gave, as a tuple; TypeError, in our words, if it is no sequence."""
    try:
        return tuple(given)
    except TypeError:
        raise TypeError(f"{name} is a sequence, not {type(given).__name__}") from None


def choice(untrusted: "object", where: str, allowed: "tuple[str, ...]") -> str:
    """One of the allowed strings."""
    if not isinstance(untrusted, str):
        raise RecipeRefused("recipe-wrong-type", key=where)
    if untrusted not in allowed:
        raise RecipeRefused("recipe-out-of-range", key=where)
    return untrusted


def rows(untrusted: "object", where: str, least: int, most: int) -> "list[object]":
    """A list of `least` to `most` entries."""
    if not isinstance(untrusted, list):
        raise RecipeRefused("recipe-wrong-type", key=where)
    if not least <= len(untrusted) <= most:
        raise RecipeRefused("recipe-out-of-range", key=where)
    return untrusted


def colour(untrusted: "object", where: str) -> str:
    """A colour "#rrggbb", in lower case."""
    if not isinstance(untrusted, str):
        raise RecipeRefused("recipe-wrong-type", key=where)
    digits = untrusted[1:].lower()
    hexadecimal = all(c in DIGITS + "abcdef" for c in digits)
    if len(untrusted) != 7 or untrusted[0] != "#" or not hexadecimal:
        raise RecipeRefused("recipe-out-of-range", key=where)
    return "#" + digits


def is_plain(character: str) -> bool:
    """True for no control character, and no lone surrogate, which UTF-8 cannot write."""
    code = ord(character)
    return 32 <= code < 127 or (code >= 160 and not 0xD800 <= code < 0xE000)


def page(untrusted: "object", where: str) -> int:
    """A page's number, from 1."""
    return integer(untrusted, where, 1, MAX_PAGE)
