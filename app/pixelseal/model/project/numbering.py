"""Alternate IDs of one prefix and a number each, in an order that reveals nothing. Draws no number.

The numbers are shuffled over the images, so that none tells when its photo was taken or opened
(docs/alternate-ids.md, 2).
"""

from pixelseal.model.recipe.checks import ALPHANUMERIC
from pixelseal.model.recipe.recipe import is_alternate_id

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: MicroPython has no such module
    from collections.abc import Callable

MAX_PREFIX = 40  # characters: with a number it is still an alternate ID
_LEAST_DIGITS = 3
_DRAW = 16  # hexadecimal digits for each: 64 bits


def is_prefix(text: str) -> bool:
    """True if IDs can begin so."""
    return len(text) <= MAX_PREFIX and is_alternate_id(_numbered(text, 1, _LEAST_DIGITS))


def numbered(prefix: str, count: int, taken: "Callable[[str], bool]") -> "list[str]":
    """So many IDs, numbered from 1, without those that are `taken`, a function of an ID."""
    found: "list[str]" = []
    number, digits = 0, max(_LEAST_DIGITS, len(str(count)))
    while len(found) < count:
        number += 1
        alternate = _numbered(prefix, number, digits)
        if not taken(alternate):
            found.append(alternate)
    return found


def shuffled(ids: "list[str]", drawn: str) -> "list[str]":
    """The same IDs in another order (Fisher and Yates), by random hexadecimal digits: 16 for each.

    Of 10,000 IDs no order is likelier than another by more than one part in 10**10.
    """
    found = list(ids)
    for last in range(len(found) - 1, 0, -1):
        other = int(drawn[last * _DRAW : last * _DRAW + _DRAW], 16) % (last + 1)
        found[last], found[other] = found[other], found[last]
    return found


def draws(count: int) -> int:
    """How many random bytes `shuffled` needs for so many IDs."""
    return count * _DRAW // 2


def _numbered(prefix: str, number: int, digits: int) -> str:
    between = "-" if prefix[-1:] in ALPHANUMERIC else ""
    text = str(number)
    return prefix + between + "0" * (digits - len(text)) + text
