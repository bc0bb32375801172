"""What is known about a file before it is decoded. Reads nothing and decides nothing."""

from dataclasses import dataclass

from pixelseal.core.source.facts.page import Page
from pixelseal.model.messages import sentence


@dataclass(frozen=True)
class Finding:
    """One thing that the file carries besides its picture.

    `kind` is a stable code; the catalogue holds its sentence as `finding-<kind>`.
    `identifier` is a letter A..R of 45 CFR 164.514(b)(2)(i), or ''.
    `where` names the place in the file ("Exif", "XMP", "after the end"), from a fixed set.
    `value` is bounded plain text to show (control characters removed, at most 200 characters).
    """

    kind: str
    identifier: str
    where: str
    value: str

    @property
    def sentence(self) -> str:
        """The finding in plain words."""
        return sentence("finding-" + self.kind, {})


@dataclass(frozen=True, kw_only=True)
class File:
    """The checked facts of a file whose structure is valid: its `size` in bytes, and its pages.

    `findings` are what it carries besides its pictures, on whichever page. `texts` are metadata
    values found in it (at least 6 characters each), for the audit to look for later.
    """

    size: int
    pages: tuple[Page, ...]
    findings: tuple[Finding, ...] = ()
    texts: tuple[str, ...] = ()

    @property
    def format(self) -> str:
        """The format of the file, which all its pages have."""
        return self.pages[0].format

    @property
    def first(self) -> Page:
        """The first page, or the only one."""
        return self.pages[0]
