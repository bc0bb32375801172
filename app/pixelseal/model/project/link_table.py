"""The link table, from alternate IDs to sources, as CSV (docs/alternate-ids.md, 4).

Private: the only file that links what is shared to its origin. Saves nothing itself.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: MicroPython has no such module
    from collections.abc import Iterator

HEADER = ("Alternate ID", "Source name", "Source SHA-256")
LONGEST = 255  # characters of a name, as in the private record
# Spreadsheets take a cell that starts like this for a formula, even in quotes; in Chinese and
# Japanese also if the sign is of full width.
_FORMULA = "=+-@\t\r\uff1d\uff0b\uff0d\uff20"


def lines(rows: "list[tuple[str, str, str]]") -> "Iterator[str]":
    """RFC 4180 lines of (alternate ID, source name, SHA-256 in hexadecimal), as they are sorted.

    The first begins with a byte order mark, without which spreadsheets assume Latin-1. Control
    characters are removed from the untrusted name, and a formula gets an apostrophe in front.
    """
    yield "\ufeff" + ",".join(['"' + title + '"' for title in HEADER]) + "\r\n"
    for alternate, untrusted_name, digest in rows:
        cells = (cell(alternate), cell(untrusted_name), digest)
        yield ",".join(['"' + cell.replace('"', '""') + '"' for cell in cells]) + "\r\n"


def cell(untrusted: str) -> str:
    """A text as the content of a cell, not yet in quotes: of one line, and never a formula.

    Nor where a semicolon separates, as in many countries: there quotes around a whole cell do not
    count, and what stands behind a semicolon is a cell of its own.
    """
    # Control characters of Unicode's C0 and C1, and the two that break lines.
    kept = [c for c in untrusted[:LONGEST] if not (ord(c) < 32 or 127 <= ord(c) < 160)]
    text = "".join([c for c in kept if c not in "\u2028\u2029"])
    return ";".join([_harmless(piece) for piece in text.split(";")])


def _harmless(piece: str) -> str:
    begins = piece.lstrip(' "')[:1]
    return "'" + piece if begins and begins in _FORMULA else piece
