"""A certificate's text in another language, paragraph by paragraph. Checks no certificate.

Only the English counts (docs/certificate.md, 5). What is no paragraph of a certificate is refused:
a translation of half of it would say something else.
"""

from pixelseal.model import catalogue, reasons
from pixelseal.model.catalogue.es import certificate as spanish
from pixelseal.model.errors import PixelsealError

_CHECK, _MOST = "check-", 16_384  # of characters in a paragraph
_LANGUAGES = {"es": spanish}
# Languages into which a certificate can be translated.
LANGUAGES = tuple(sorted(_LANGUAGES))
MAX_TEXT = 1024 * 1024  # characters; the longest certificate has about half of it


class NotTranslated(PixelsealError):
    """``certificate-not-translated`` with `paragraph`: one that no certificate has, from 1."""


def paragraphs(text: str) -> "list[str]":
    """The certificate's paragraphs, "" for each blank line; a continuation begins with blanks."""
    found: "list[str]" = []
    for line in text.replace("\r\n", "\n").rstrip("\n").split("\n"):
        if line[:2] == "  " and found and found[-1]:
            found[-1] += " " + line.strip()
        else:
            found.append(line)
    return found


def translated(text: str, language: str) -> "list[tuple[str, str]]":
    """Each paragraph in English and in that language; NotTranslated where one is unknown."""
    rows = []
    for place, english in enumerate(paragraphs(text)):
        other = _translated(english, language) if english else ""
        if other is None:
            raise NotTranslated("certificate-not-translated", paragraph=place + 1)
        rows.append((english, other))
    return rows


def as_text(name: str, text: str, language: str, version: str) -> str:
    """The translation as a file of its own, which says that it is one."""
    head = str(_LANGUAGES[language].HEAD).format(name=name, version=version)
    lines = [other for _english, other in translated(text, language)]
    return head + "\n\n" + "\n".join(lines) + "\n"


def _translated(english: str, language: str) -> "str | None":
    if len(english) > _MOST:
        return None
    words = _LANGUAGES[language]
    one = english
    for single, several in words.ONE:
        one = one.replace(single, several)
    for template, other in words.PARAGRAPHS:
        for text in (english, one):
            values = _values(text, template)
            if values is not None:
                return _of_one(str(other).format(*values), words.ONE_THERE)
    return _of_catalogue(english, language)


def _of_one(text: str, pairs: "tuple[tuple[str, str], ...]") -> str:
    """The text with what is said of one in the singular."""
    for several, single in pairs:
        text = text.replace(several, single)
    return text


def _of_catalogue(english: str, language: str) -> "str | None":
    """A check, or a letter with its meaning and perhaps a count."""
    table = catalogue.table(catalogue.ENGLISH)
    id, _colon, sentence = english[2:].partition(": ")
    if english[:2] == "- " and sentence:
        for key in table:
            if key.startswith(_CHECK + id) and table[key] == sentence:
                return "- {}: {}".format(id, catalogue.text(language, key, {}))
    if english[:3] == "- (" and english[4:6] == ") " and english[3] in reasons.LETTERS:
        letter = english[3]
        meaning = reasons.meaning(letter, catalogue.ENGLISH)
        rest = english[6 + len(meaning) :]
        if english[6:].startswith(meaning) and (not rest or rest[:2] == ": "):
            return "- ({}) {}{}".format(letter, reasons.meaning(letter, language), rest)
    return None


def _values(text: str, template: str) -> "list[str] | None":
    """What stands in the template's places, None if the text does not fit it."""
    pieces = template.split("{}")
    if not text.startswith(pieces[0]):
        return None
    at, found = len(pieces[0]), []
    for place, piece in enumerate(pieces[1:], 1):
        last = place == len(pieces) - 1
        end = len(text) - len(piece) if last else text.find(piece, at)
        if end < at or text[end : end + len(piece)] != piece:
            return None
        found.append(text[at:end])
        at = end + len(piece)
    return found if at == len(text) else None
