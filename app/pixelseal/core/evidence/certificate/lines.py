"""The lines of a certificate that is read, one after the other. Knows no wording.

`Altered` is raised at the first line that cannot be there.
"""

import re
from typing import NoReturn

from pixelseal.core.evidence.certificate.model import Altered

COUNT = r"([1-9]\d{0,11})"  # counted things are listed only if there is at least one


def pattern(line: str, *groups: str) -> str:
    """A pattern for the line: placeholders become groups; surplus groups are left out."""
    parts = line.split("{}")
    blanks = [*groups[: len(parts) - 1], ""]
    return "".join(re.escape(part) + group for part, group in zip(parts, blanks, strict=True))


class Lines:
    """Takes the lines one after the other."""

    def __init__(self, lines: list[str]) -> None:
        self.lines, self.at = lines, 0

    @property
    def line(self) -> str:
        """The next line."""
        return self.lines[self.at] if self.at < len(self.lines) else self.no()

    def take(self, pattern: str) -> tuple[str, ...]:
        """The groups of the next line, which must match."""
        return self.maybe(pattern) or self.no()

    def maybe(self, pattern: str) -> tuple[str, ...]:
        """The groups of the next line, which is consumed if it matches; else ()."""
        found = re.fullmatch(pattern, self.line, re.ASCII)
        self.at += 1 if found else 0
        return found.groups() if found else ()

    def skip(self, *lines: str) -> bool:
        """True, and consumed, if these are the next lines. After the first the others must be."""
        if self.line != lines[0]:
            return False
        self.expect(*lines)
        return True

    def expect(self, *lines: str) -> None:
        """Consume exactly these lines."""
        for line in lines:
            if self.line != line:
                self.no()
            self.at += 1

    def one_of(self, lines: dict[str, str]) -> str:
        """The key of the next line."""
        found = next((key for key, line in lines.items() if line == self.line), None)
        if found is None:
            self.no()
        self.at += 1
        return found

    def hold(self, fits: bool) -> None:
        """Reject the line just consumed unless it fits the others."""
        if not fits:
            raise Altered(self.at)

    def no(self) -> NoReturn:
        """Reject the next line."""
        raise Altered(self.at + 1)
