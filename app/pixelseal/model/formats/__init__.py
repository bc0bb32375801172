"""The only table of formats, with queries. Opens nothing and writes nothing.

Names, extensions, whether a format is opened or written, its largest size and its rim are defined
here (docs/adr/0033-one-table.md). How a format is parsed and written stays in the rooms that do it.
"""

from pixelseal.model.formats.row import Format, Reading, Writing
from pixelseal.model.formats.table import ROWS

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: MicroPython has no such module
    from typing import TypeVar

    Given = TypeVar("Given")

__all__ = [
    "GIVEN",
    "OF_PAGES",
    "READ",
    "WRITTEN",
    "Format",
    "Reading",
    "Writing",
    "for_each",
    "named",
    "writing",
]

READ = ROWS  # a format that is written is opened as well: the audit reads what was written
WRITTEN = tuple([row for row in ROWS if row.writing])
# The one whose files can hold all pages of a source together.
(OF_PAGES,) = [row.name for row in WRITTEN if row.writing and row.writing.pages]
GIVEN = tuple([row for row in ROWS if row.given])  # whose codecs are registered

_by_name = {row.name: row for row in ROWS}


def named(name: str) -> Format:
    """The row of that name; KeyError for any other text."""
    return _by_name[name]


def writing(name: str) -> Writing:
    """How files of that format are written; KeyError if none are."""
    found = named(name).writing
    if found is None:
        raise KeyError(name)
    return found


def for_each(rows: "tuple[Format, ...]", given: "dict[str, Given]") -> "dict[str, Given]":
    """`given`, by name, which must have exactly these rows; else ValueError when its module loads.

    So a table of functions cannot fall behind the table of formats.
    """
    wrong = {row.name for row in rows} ^ set(given)
    if wrong:
        raise ValueError("not the formats of the table: " + ", ".join(sorted(wrong)))
    return given
