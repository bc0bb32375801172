"""Dates in a line that was read: every usual form of English and Spanish. Knows no label."""

import re
from collections.abc import Iterator

from pixelseal.core.find import lookalikes

Span = tuple[int, int]

_NAMES = (
    "january february march april may june july august september october november december "
    "enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre "
    "diciembre jan feb mar apr may jun jul aug sep sept oct nov dec ene abr ago set dic"
)
_MONTHS = _NAMES.split()
_MONTH = re.compile(
    "|".join(sorted({lookalikes.letters(name) for name in _MONTHS}, key=len, reverse=True))
)
MONTHS = frozenset(map(lookalikes.letters, _MONTHS))

_SEPARATOR = r"\s?[/.,\-–|]\s?"
# Three numbers; a year of four digits may have the time right behind it.
_THREE = re.compile(
    rf"(?<!\d)(?<!\d[/.\-])(\d{{1,4}})({_SEPARATOR})(\d{{1,2}}){_SEPARATOR}"
    r"((?:19|20)\d\d(?=\d\d?[:.]\d\d)|\d{1,4}(?!\d))"
)
_SPACED = re.compile(r"(?<![\d.])(\d\d)\s{1,2}(\d\d)\s{1,2}((?:19|20)\d\d)(?!\d)")
_MONTH_YEAR = re.compile(r"(?<![\d/.\-])(0?[1-9]|1[0-2])\s?[/\-]\s?((?:19|20)\d\d)(?![\d/\-])")
_YEAR_MONTH = re.compile(r"(?<![\d/.\-])((?:19|20)\d\d)\s?[/\-]\s?(0[1-9]|1[0-2])(?![\d/\-])")
_COMPACT = re.compile(r"(?<![\w])((?:19|20)\d\d)(\d\d)(\d\d)(?![\w])")
_DAY_BEFORE = re.compile(
    r"(?<!\d)(\d\d?)\s?(?:st|nd|rd|th|o|\.)?[\s.,/\-–]{0,3}(?:de|of)?\s{0,2}\Z"
)
_AFTER = re.compile(
    r"[.,]?[\s.,/\-–']{0,3}(?:del?)?\s{0,2}"
    r"(?:(\d\d?)(?:st|nd|rd|th)?(?:[\s,.]{1,3}((?:19|20)\d\d))?(?!\d)|((?:19|20)\d\d)(?!\d\d\d))"
)
# Ages over 89 count as dates: 45 CFR 164.514(b)(2)(i)(C).
_AGE = re.compile(
    r"(?<![a-z])(?:aged?|edad)[\s:.]{0,4}(?:9\d|1[0-2]\d)(?!\d)"
    r"|(?<![\d.,/])(?:9\d|1[0-2]\d)\s?(?:years?|yrs?|y/?o|y|anos|a)(?![a-z])"
)


def found(text: str) -> Iterator[Span]:
    """Where there are dates, and ages over 89; they may overlap."""
    folded = lookalikes.digits(text)
    for match in _THREE.finditer(folded):
        first, second, third = match.group(1), match.group(3), match.group(4)
        if _is_date(first, second, third) and _is_read(text, match):
            yield match.span()
    for match in _SPACED.finditer(folded):
        if _is_date(*match.groups()) and _is_read(text, match):
            yield match.span()
    for pattern in (_MONTH_YEAR, _YEAR_MONTH):
        for match in pattern.finditer(folded):
            if _is_read(text, match):
                yield match.span()
    yield from _named(text, folded)
    for match in _AGE.finditer(lookalikes.plain(folded)):
        yield match.span()


def compact(text: str) -> Iterator[Span]:
    """Where there are eight digits that can be a date, year first: a number, if a label says so."""
    for match in _COMPACT.finditer(text):
        if _is_date(*match.groups()):
            yield match.span()


def _named(text: str, folded: str) -> Iterator[Span]:
    # Digits are digits in `plain`, and letters in `letters`: each finds its part.
    plain = lookalikes.plain(folded)
    for match in _MONTH.finditer(lookalikes.letters(text)):
        start, end = match.span()
        if not _stands_alone(text, plain, start, end):
            continue
        before = _DAY_BEFORE.search(plain[max(0, start - 12) : start])
        after = _AFTER.match(plain[end : end + 20])
        if before and 1 <= int(before.group(1)) <= 31:
            start -= len(plain[max(0, start - 12) : start]) - before.start()
        elif not after or (after.group(1) and not 1 <= int(after.group(1)) <= 31):
            continue
        yield start, end + (after.end() if after else 0)


def _stands_alone(text: str, plain: str, start: int, end: int) -> bool:
    glued = start and text[start - 1].isalpha() and plain[start - 2 : start] != "de"
    longer = text[end : end + 1].isalpha() and plain[end : end + 2] != "de"
    return not glued and not longer


def _is_date(first: str, second: str, third: str) -> bool:
    if len(first) == 4:
        return 1900 <= int(first) < 2100 and _is_day(second, third)
    year = len(third) == 2 or (len(third) == 4 and 1900 <= int(third) < 2100)
    return len(first) < 3 and year and (_is_day(first, second) or _is_day(second, first))


def _is_day(month: str, day: str) -> bool:
    return 1 <= int(month) <= 12 and 1 <= int(day) <= 31


def _is_read(text: str, match: re.Match[str]) -> bool:
    """Half of its digits at least were read as digits: else it is a word of look-alikes."""
    return 2 * lookalikes.count(text[slice(*match.span())]) >= lookalikes.count(match.group())
