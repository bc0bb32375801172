"""A table of alternate IDs: CSV text in, IDs for file names out (docs/alternate-ids.md).

Names are only compared and counted; nothing is ever derived from them.
"""

from pixelseal.model.errors import PixelsealError
from pixelseal.model.recipe.recipe import is_alternate_id

MAX_TEXT = 1024 * 1024  # characters
MAX_BYTES = (
    4 * MAX_TEXT
)  # no character takes more in UTF-8: what is cut off here is too long anyway
MAX_ROWS = 10_000
MAX_NAME = 255  # characters; no file system here allows more
SEPARATORS = (",", ";", "\t")


class IdTableError(PixelsealError):
    """A table that is refused: a code of model.messages and the values for its sentence."""


def parse(untrusted_text: str, most: int = MAX_ROWS, longest: int = MAX_TEXT) -> "dict[str, str]":
    """Source name in lower case -> alternate ID; IdTableError names the line, never its text.

    At most so many rows and characters.
    """
    if len(untrusted_text) > longest:
        raise IdTableError("ids-too-many", limit=most)
    if "\ufffd" in untrusted_text or "\0" in untrusted_text:
        raise IdTableError("ids-encoding")  # as decoded from Latin-1 or UTF-16
    text = untrusted_text[1:] if untrusted_text[:1] == "\ufeff" else untrusted_text
    rows = _rows(text, _separator(text))
    found: "dict[str, str]" = {}
    names: "dict[str, int]" = {}  # where each stands
    ids: "dict[str, int]" = {}
    for place, (line, cells) in enumerate(rows):
        if len(cells) != 2 or not 1 <= len(cells[0]) <= MAX_NAME:
            raise IdTableError("ids-two-columns", line=line)
        name, alternate = cells[0].lower(), cells[1]
        if place == 0 and _is_header(name, alternate):
            continue
        if not is_alternate_id(alternate):
            raise IdTableError("ids-not-an-id", line=line)
        if name in names:
            raise IdTableError("ids-name-twice", line=line, first=names[name])
        # Two names that differ only in case are the same file on many systems.
        if alternate.lower() in ids:
            raise IdTableError("ids-id-twice", line=line, first=ids[alternate.lower()])
        if len(found) == most:
            raise IdTableError("ids-too-many", limit=most)
        names[name] = ids[alternate.lower()] = line
        found[name] = alternate
    if not found:
        raise IdTableError("ids-empty")
    return found


def _is_header(name: str, alternate: str) -> bool:
    title = alternate.lower().replace("_", " ").replace("-", " ")
    return "." not in name and title in ("id", "alternate id", "alternateid", "label")


def _separator(text: str) -> str:
    first = text.lstrip("\r\n").split("\n")[0]
    counts = [first.count(separator) for separator in SEPARATORS]
    return SEPARATORS[counts.index(max(counts))]


def _rows(text: str, separator: str) -> "list[tuple[int, list[str]]]":
    rows = []
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for number, line in enumerate(lines):
        if line.strip():
            rows.append((number + 1, _cells(line, separator, number + 1)))
    return rows


def _cells(line: str, separator: str, number: int) -> "list[str]":
    # A name or an ID never spans lines, so that an unclosed quote is found at once.
    cells, cell, place, quoted, was_quoted = [], [], 0, False, False
    while place < len(line):
        character = line[place]
        place += 1
        if quoted:
            if character != '"':
                cell.append(character)
            elif line[place : place + 1] == '"':
                cell.append('"')
                place += 1
            else:
                quoted = False
        elif character == separator:
            cells.append("".join(cell).strip())
            cell, was_quoted = [], False
        elif character == '"' and not "".join(cell).strip() and not was_quoted:
            cell, quoted, was_quoted = [], True, True
        elif character == '"' or (was_quoted and character != " "):
            raise IdTableError("ids-quotes", line=number)
        else:
            cell.append(character)
    if quoted:
        raise IdTableError("ids-quotes", line=number)
    cells.append("".join(cell).strip())
    return cells


def _stem(name: str) -> str:
    return name.rsplit(".", 1)[0] if "." in name[1:] else name


class Match:
    """Which image gets which ID: `ids` in the order of the names, None for no ID."""

    def __init__(self, ids: "list[str | None]", unused: int, doubtful: int) -> None:
        self.ids = ids
        self.unused = unused  # rows that match no name
        self.doubtful = doubtful  # names with matching rows, but no unique match


def match(table: "dict[str, str]", names: "list[str]") -> Match:
    """The ID for each name.

    Case is ignored. A name without its extension matches only if row and name are unambiguous. A
    row for two open files of one name matches neither: two images must not share an ID.
    """
    lowered = [name.lower() for name in names]
    by_stem: "dict[str, list[str]]" = {}
    alike: "dict[str, int]" = {}  # how many there are
    stems: "dict[str, int]" = {}
    for name in table:
        by_stem.setdefault(_stem(name), []).append(name)
    for name in lowered:
        alike[name] = alike.get(name, 0) + 1
        stems[_stem(name)] = stems.get(_stem(name), 0) + 1
    found: "list[str | None]" = []
    used: "set[str]" = set()
    doubtful = 0
    for name in lowered:
        rows = [name] if name in table else _near(by_stem, name)
        sole = alike[name] == 1 if name in table else stems[_stem(name)] == 1
        if len(rows) == 1 and sole:
            used.add(rows[0])
            found.append(table[rows[0]])
        else:
            used.update(rows)
            doubtful += 1 if rows else 0
            found.append(None)
    return Match(found, len(table) - len(used), doubtful)


def _near(by_stem: "dict[str, list[str]]", name: str) -> "list[str]":
    # Only if one side omits the extension: "a.png" is not "a.jpg".
    rows = by_stem.get(_stem(name), [])
    return [row for row in rows if row == _stem(row) or name == _stem(name)]
