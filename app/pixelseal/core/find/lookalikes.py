"""Characters that optical reading takes for one another. Knows nothing of dates or labels.

Both foldings keep the length of a text, so that what is found in a folded text has the same place
in the text as it was read.
"""

import re
import unicodedata

# What is taken for a digit, and the digit that was printed.
_DIGITS = str.maketrans("OoQlISsZzB", "0001155228")
# One or two such letters between other signs. Longer runs are words: the B of DOB is no 8.
_FOLDED = re.compile(r"(?<![^\W\d_])[OoQlISsZzB]{1,2}(?![^\W\d_])")
# One sign for each group of look-alikes, so that JuIio, Ju1io and Julio are one word.
_LETTERS = str.maketrans("i1|!]0582", "lllllosbz")
_SIGNS = str.maketrans("º°ª№", "ooan")


def digits(text: str) -> str:
    """The text with each letter that must be a digit as that digit: 1Z/O3/l96l is 12/03/1961."""
    return _FOLDED.sub(lambda found: found.group().translate(_DIGITS), text)


def plain(text: str) -> str:
    """The text in lower case and without accents."""
    return "".join(map(_plain, text.translate(_SIGNS)))


def letters(text: str) -> str:
    """The text as `plain` has it, with one sign for each group of look-alikes."""
    return plain(text).translate(_LETTERS)


def count(text: str) -> int:
    """How many digits it has; signs that are no ASCII digits do not count."""
    return sum(character in "0123456789" for character in text)


def _plain(character: str) -> str:
    if character.isascii():
        return character.lower()
    # A fraction or a ligature becomes several characters: the first keeps the place.
    return unicodedata.normalize("NFKD", character)[:1].lower()[:1] or character
