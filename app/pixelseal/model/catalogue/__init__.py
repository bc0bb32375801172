"""All text for people, by key, in each language. Decides nothing and keeps no state.

A language is a package of tables, key -> text. A text has named placeholders, `{name}`; one that
depends on a number is a dict of forms, one for each result of the language's `plural` for the value
`count` (and `zero`, if zero has its own text). `*strong*`,
`_stressed_` and `` `key` `` are the only markup (`pieces`). Every language has the same keys and
placeholders. An unknown language is a ValueError, not a silent answer in another one.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: MicroPython has no such module
    from typing import Any

ENGLISH = "en"
SPANISH = "es"
# (code, the language's own name), in the order of the menu.
LANGUAGES = ((ENGLISH, "English"), (SPANISH, "Español"))

_MARKS = {"*": "strong", "_": "em", "`": "kbd"}
_tables: "dict[str, dict[str, str | dict[str, str]]]" = {}
_whole: "dict[str, object]" = {}  # those of `_tables` for which every table was read


def table(language: str) -> "dict[str, str | dict[str, str]]":
    """All texts of a language, by key."""
    texts = _read(language)
    if _whole.get(language) is not texts:
        for part in _package(language).parts():
            texts.update(part)
        _whole[language] = texts
    return texts


def has(language: str, key: str) -> bool:
    """True if there is a text for that key."""
    return _found(language, key) is not None


def beside(language: str, key: str, known: str) -> bool:
    """True if there is a text for `key` in the table of `known`: no later table is read for it."""
    for part in _package(language).parts():
        if known in part:
            return key in part
    return False


def _read(language: str) -> "dict[str, str | dict[str, str]]":
    """The texts of the tables that were read so far; ValueError for an unknown language."""
    if language not in _tables:
        _package(language)
        _tables[language] = {}
    return _tables[language]


def _found(language: str, key: str) -> "str | dict[str, str] | None":
    """The text for a key; tables are read only until one has it."""
    texts = _read(language)
    if key not in texts and _whole.get(language) is not texts:
        for part in _package(language).parts():
            if key in part:
                texts.update(part)
                break
    return texts.get(key)


def _package(language: str) -> "Any":
    """The tables and the plural rule of a language; ValueError for an unknown one."""
    if language == ENGLISH:
        from pixelseal.model.catalogue import en

        return en
    if language == SPANISH:
        from pixelseal.model.catalogue import es

        return es
    raise ValueError("not a language of the catalogue")


def text(language: str, key: str, values: "dict[str, int | str]") -> str:
    """The text for `key`, placeholders filled; KeyError for unknown keys and missing values."""
    found = _found(language, key)
    if found is None:
        raise KeyError(key)
    if isinstance(found, dict):
        count = int(values["count"])
        nought = count == 0 and "zero" in found
        found = found["zero" if nought else _package(language).plural(count)]
    return found.format(**values)


def chosen(wanted: "list[str]") -> str:
    """The first supported language among a browser's, such as "es-MX"; else English."""
    codes = [pair[0] for pair in LANGUAGES]
    for name in wanted:
        code = name.lower().replace("_", "-").split("-")[0]
        if code in codes:
            return code
    return ENGLISH


def pieces(text: str) -> "list[tuple[str, str]]":
    """(element, text) for the parts of a text with markup; the element of plain text is ""."""
    found, rest = [], text
    while rest:
        starts = [place for place in (rest.find(mark) for mark in _MARKS) if place >= 0]
        if not starts:
            found.append(("", rest))
            break
        start = min(starts)
        mark = rest[start]
        end = rest.index(mark, start + 1)
        if start:
            found.append(("", rest[:start]))
        found.append((_MARKS[mark], rest[start + 1 : end]))
        rest = rest[end + 1 :]
    return found
