"""From a line of writing that was read to the reasons to cover it. Keeps no text.

The letters are those of 45 CFR 164.514(b)(2)(i); the labels stand in `labels`. Nothing is too
garbled: what follows no rule is a name or other writing, (A).
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from pixelseal.core.find import dates, lookalikes
from pixelseal.core.find.dates import Span
from pixelseal.core.find.labels import LABELS, NO_NAMES

# A line on a label has fewer; the rest of a longer one is not looked at, and time stays bounded.
LONGEST = 400

_OTHER = "A"
_EMAIL = re.compile(
    r"[\w.+\-]{1,64}\s?(?:@|\(at\)|\(a\)|©|®)\s?[\w\-]{1,63}(?:\s?[.,]\s?[a-z][\w\-]{1,62}){1,4}"
    r"|[\w.+\-]{2,64}[@©®][a-z][\w\-]{3,63}",
    re.IGNORECASE,
)
_WEB = re.compile(
    r"(?:https?[:;]?//?|www[.,])\S{3,200}"
    r"|(?<![\w.@])[a-z0-9\-]{2,40}\.(?:com|org|net|edu|gov|nhs\.uk|co\.uk|es|cat|gal|eus)(?!\w)",
    re.IGNORECASE,
)
_IP = re.compile(r"(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])")
_GAP = r"[\s.\-]{0,2}"
_PHONES = re.compile(
    r"(?<![\w+])(?:"
    rf"(?:\+|00){_GAP}\d{{1,3}}(?:[\s.\-()]{{0,2}}\d){{6,12}}"  # international
    rf"|\(\d{{2,5}}\){_GAP}\d{{3,4}}{_GAP}\d{{3,4}}"  # (555) 010-0199
    r"|\d{3}[\s.\-]\d{3}[\s.\-]\d{4}"  # 555-010-0199
    r"|\d{3}[\-]\d{4}"  # 555-0199
    r"|0\d{2,4}[\s\-]\d{3,4}[\s\-]?\d{3,4}"  # 020 7946 0018, 07700 900123
    r"|07\d{9}|[67]\d{8}"  # mobile numbers of Britain and Spain
    r"|[6-9]\d{2}[\s.\-]\d{3}[\s.\-]\d{3}|[6-9]\d{2}[\s.\-]\d{2}[\s.\-]\d{2}[\s.\-]\d{2}"
    r"|9\d[\s.\-]\d{3}[\s.\-]\d{2}[\s.\-]\d{2}"  # 91 123 45 67
    r")(?!\w)"
)
_NHS = re.compile(r"(?<!\w)\d{3}[\s\-]?\d{3}[\s\-]?\d{4}(?!\w)")
_DNI = re.compile(r"(?<!\w)([XYZ]?)[\s\-]?(\d{7,8})[\s\-]?([A-Z])(?!\w)")
_DNI_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE"
_SSN = re.compile(r"(?<![\w\-])\d{3}-\d{2}-\d{4}(?![\w\-])")
_WORD = re.compile(r"[^\W\d_]{2,40}")
_BEHIND = re.compile(r"[\s.:;,#=*\-_/)>]{0,8}(?:n[o.]{0,2}[\s.:#]{1,3})?")
_TOKEN = re.compile(r"\s{0,2}(\S{1,30})")
_MOST_DIGITS = 13
_UNITS = "kg cm mm ml mg hr bp rr pm am of de la el en no id yr to dr mr ms st rx dx hb by at in on"


def reasons(text: str) -> tuple[str, ...]:
    """The letters that a line of writing calls for, in their order; never none.

    :param text: as it was read, of any length and in any state.
    """
    text = text[:LONGEST]
    line = _Line(text)
    line.take("F", (match.span() for match in _EMAIL.finditer(text)))
    line.take("N", (match.span() for match in _WEB.finditer(text)))
    line.take("O", (match.span() for match in _IP.finditer(text) if _is_address(match)))
    line.take("G", (match.span() for match in _SSN.finditer(lookalikes.digits(text))))
    line.take("C", dates.found(text))
    for letter, spans in _labelled(line):
        line.take(letter, spans)
    line.take("H", _numbers(line.left()))
    line.take("C", dates.compact(line.left()))
    line.take("D", (match.span() for match in _PHONES.finditer(lookalikes.digits(line.left()))))
    if not line.letters or _names_somebody(line.left()):
        line.letters.add(_OTHER)
    return tuple(sorted(line.letters))


class _Line:
    """A line, what of it has been accounted for, and the letters for that."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.letters: set[str] = set()
        self._taken = [False] * len(text)

    def take(self, letter: str, spans: Iterator[Span] | list[Span]) -> None:
        """Account for the spans that nothing else has begun; a later rule sees blanks there."""
        for start, end in spans:
            if not any(self._taken[start:end]):
                self.letters.add(letter)
                self.blank(start, end)

    def blank(self, start: int, end: int) -> None:
        """Account for a span that says nothing by itself."""
        self._taken[start:end] = [True] * (end - start)

    def left(self) -> str:
        """The text with blanks (`_`, which is in no rule) for what is accounted for."""
        pairs = zip(self.text, self._taken, strict=True)
        return "".join("_" if taken else character for character, taken in pairs)


@lru_cache(maxsize=1)
def _patterns() -> list[tuple[re.Pattern[str], str]]:
    """A pattern for each label, the longest first; matched against `lookalikes.letters`."""
    found: dict[str, str] = {}
    for row in LABELS:
        for label in (*row.english, *row.spanish):
            words = [_word(word) for word in label.split()]
            found.setdefault(r"[\s.:\-_/]{0,3}".join(words), row.letter)
    longest = sorted(found, key=lambda pattern: (-len(pattern), pattern))
    return [(re.compile(pattern), found[pattern]) for pattern in longest]


def _word(word: str) -> str:
    folded = lookalikes.letters(word)
    if folded == "no":
        return r"(?:n[\s.]?[or]?[.\s]?|num\.?|#)"  # N.º, No., Nr and # are one word
    if word.isupper() and word.isalpha():
        return r"\.?\s?".join(map(re.escape, folded))  # M.R.N.
    return re.escape(folded)


def _labelled(line: _Line) -> Iterator[tuple[str, list[Span]]]:
    text, letters = line.text, lookalikes.letters(line.text)
    places: list[tuple[int, int, str]] = []
    covered = [False] * len(text)
    for pattern, letter in _patterns():
        for match in pattern.finditer(letters):
            start, end = match.span()
            if _bounded(text, start, end) and not any(covered[start:end]):
                covered[start:end] = [True] * (end - start)
                places.append((start, end, letter))
    places.sort()
    for place, (start, end, letter) in enumerate(places):
        stop = places[place + 1][0] if place + 1 < len(places) else len(text)
        first, last = _value(line.left(), end, stop, letter)
        if last > first:
            yield letter, [(first, last)]
        elif letter == "C" and "_" in line.left()[end : end + 12]:
            line.blank(start, end)  # its date was found already
        if last > first:
            line.blank(start, end)


def _bounded(text: str, start: int, end: int) -> bool:
    """No part of a longer word, but `MaleDOB` and `DOB12` have lost a space."""
    digits = lookalikes.count(text[start:end])
    if text[start].isdigit() or 3 * digits > end - start:
        return False  # look-alikes: the number itself
    before = text[start - 1 : start]
    glued = before.isalpha() and not (before.islower() and text[start].isupper())
    after = text[end : end + 1]
    longer = after.isalpha() and text[end - 1].isalpha()
    return not glued and not (longer and not (text[end - 1].islower() and after.isupper()))


def _value(text: str, start: int, stop: int, letter: str) -> Span:
    """Where the number behind a label is; an empty span without one."""
    gap = _BEHIND.match(text, start, stop)
    first = last = gap.end() if gap else start
    number = ""
    while token := _TOKEN.match(text, last, stop):
        folded = lookalikes.digits(token.group(1))
        month = letter == "C" and lookalikes.letters(token.group(1)).strip(".,-") in dates.MONTHS
        prefix = last == first and len(folded) <= 4 and folded.isalnum() and not number
        if not (month or prefix or _is_number(folded)):
            break
        if lookalikes.count(number + folded) > _MOST_DIGITS and number:
            break
        number += folded
        last = token.end(1)
    fewest = {"C": 2, "D": 5, "E": 5}.get(letter, 3)
    return (first, last) if lookalikes.count(number) >= fewest else (first, first)


def _is_number(token: str) -> bool:
    digits = lookalikes.count(token)
    return digits > 0 and 2 * digits >= sum(map(str.isalnum, token)) and "_" not in token


def _numbers(text: str) -> Iterator[Span]:
    """Numbers that need no label, since their check digit is right: NHS, DNI and NIE."""
    for match in _NHS.finditer(text):
        digits = [int(sign) for sign in match.group() if sign in "0123456789"]
        weighed = sum((10 - place) * digit for place, digit in enumerate(digits[:9]))
        if len(digits) == 10 and (11 - weighed % 11) % 11 == digits[9]:
            yield match.span()
    for match in _DNI.finditer(text):
        prefix = str("XYZ".index(match.group(1))) if match.group(1) else ""
        if _DNI_LETTERS[int(prefix + match.group(2)) % 23] == match.group(3):
            yield match.span()


def _is_address(match: re.Match[str]) -> bool:
    return all(int(part) < 256 for part in match.group().split("."))


@lru_cache(maxsize=1)
def _no_names() -> frozenset[str]:
    words = {word for row in LABELS for one in (*row.english, *row.spanish) for word in one.split()}
    words |= set(_UNITS.split())
    return frozenset(map(lookalikes.letters, words | set(NO_NAMES))) | dates.MONTHS


def _names_somebody(text: str) -> bool:
    """Whether a word is left that no label or form has: short ones only if they begin large."""
    return any(
        (len(word) > 2 or word[0].isupper()) and lookalikes.letters(word) not in _no_names()
        for word in _WORD.findall(text)
    )
