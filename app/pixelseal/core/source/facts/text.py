"""Makes text from a file safe to show and to search for. Interprets no format."""

import itertools
import re
import unicodedata

from pixelseal.core.base import limits

# Characters that could break a line, or hide or reverse the text around them (Unicode categories).
_HIDDEN = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))
_SPACES = re.compile(r"\s+")
# JPEG Huffman tables (T.81 annex K) read as text; every JPEG has them, so they identify nobody.
_TABLE_TEXT = ("CDEFGHIJ", "cdefghij", "&'()*")
_PRINTABLE_RUN = re.compile(rb"[\x20-\x7e]{8,120}")


def decode(untrusted_bytes: bytes) -> str:
    """Text from bytes of unstated encoding: UTF-8 where valid, else Latin-1."""
    untrusted_bytes = untrusted_bytes[: limits.METADATA_BYTES_MOST]
    try:
        return untrusted_bytes.decode("utf-8")
    except UnicodeDecodeError:
        return untrusted_bytes.decode("latin-1")


def plain(untrusted_text: str, longest: int = limits.VALUE_LONGEST) -> str:
    """One line of at most `longest` characters without control, format or private characters."""
    kept = [
        " " if unicodedata.category(char) in _HIDDEN else char
        for char in untrusted_text[: longest * 4]
    ]
    line = _SPACES.sub(" ", "".join(kept)).strip()
    return line if len(line) <= longest else line[: longest - 1] + "…"


def searchable(untrusted_text: str) -> list[str]:
    """The lines of a text that are distinct enough to be searched for in an output.

    Too short a text, or one of a few or evenly rising characters, occurs in pixels by chance.
    """
    found = []
    for line in re.split(r"[\x00-\x1f\x7f]+", untrusted_text[: limits.TEXT_SEARCHED]):
        line = line.strip()[: limits.TEXT_LONGEST]
        if len(line) < limits.TEXT_SHORTEST or len(set(line)) < 4:
            continue
        if any(table in line for table in _TABLE_TEXT):
            continue
        if len({ord(b) - ord(a) for a, b in itertools.pairwise(line)}) == 1:
            continue
        found.append(line)
        if len(found) >= limits.REPEATS_MOST:
            break
    return found


def printable_runs(untrusted_bytes: bytes) -> list[str]:
    """Runs of ASCII text inside a binary block, such as the serial number in a maker note."""
    found = []
    for match in _PRINTABLE_RUN.finditer(untrusted_bytes[: limits.METADATA_BYTES_MOST]):
        found.append(match.group().decode("ascii"))
        if len(found) >= limits.REPEATS_MOST * 2:
            break
    return found
