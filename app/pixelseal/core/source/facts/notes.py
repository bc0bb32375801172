"""Collects findings and texts while a file is read, and limits them. Reads no format."""

from pixelseal.core.base import limits
from pixelseal.core.source.facts.file import File, Finding
from pixelseal.core.source.facts.page import Page
from pixelseal.core.source.facts.text import plain, searchable

# Finding kinds and the identifier (45 CFR 164.514(b)(2)(i)) that each can reveal, '' for none. A
# kind with `note-` is about the file itself, not something that it carries.
IDENTIFIER = {
    "alpha": "",
    "author-name": "A",
    "camera-model": "",
    "camera-serial": "M",
    "capture-date": "C",
    "colour-profile": "",
    "comment": "A",
    "contact": "F",
    "content-credentials": "N",
    "depth-map": "P",
    "description": "A",
    "document-id": "R",
    "face-regions": "P",
    "file-name": "R",
    "gain-map": "Q",
    "gps": "B",
    "iptc": "",
    "location": "B",
    "maker-note": "M",
    "metadata-unreadable": "",
    "more-findings": "",
    "motion-video": "Q",
    "note-byte-counts": "",
    "note-checksum": "",
    "note-implied-tables": "",
    "note-last-rows": "",
    "note-no-end": "",
    "note-palette": "",
    "note-short-segment": "",
    "note-sizes": "",
    "note-surplus-restarts": "",
    "note-uneven-resolution": "",
    "owner-name": "A",
    "person-name": "A",
    "photoshop-data": "",
    "profile-date": "C",
    "profile-text": "A",
    "second-picture": "Q",
    "software": "",
    "stray-bytes": "",
    "surplus-data": "",
    "technical-data": "",
    "thumbnail": "Q",
    "time-zone": "B",
    "trailing-bytes": "",
    "unique-id": "R",
    "unknown-segment": "",
    "web-link": "N",
    "xmp": "",
}


class Notes:
    """What was found in one file: each finding once, at most `limits.FINDINGS_MOST` of them."""

    def __init__(self) -> None:
        self._findings: dict[Finding, None] = {}
        self._texts: dict[str, None] = {}
        self._per_kind: dict[tuple[str, str], int] = {}
        self._bytes_left = limits.METADATA_SUM_MOST

    def add(self, kind: str, where: str, untrusted_value: str = "") -> None:
        """Note a finding of `kind` at `where`; the value is shown, limited, and kept as a text."""
        self.text(untrusted_value)
        self._store(kind, where, plain(untrusted_value))

    def count(self, kind: str, where: str, size: int) -> None:
        """Note a finding whose value is a count."""
        self.show(kind, where, f"{size:,} bytes")

    def show(self, kind: str, where: str, own_value: str) -> None:
        """Note a finding whose value is our own wording: it is not kept as a text of the file."""
        self._store(kind, where, own_value)

    def _store(self, kind: str, where: str, value: str) -> None:
        finding = Finding(kind, IDENTIFIER[kind], where, value)
        if finding in self._findings:
            return
        repeats = self._per_kind.get((kind, where), 0)
        if repeats >= limits.REPEATS_MOST or len(self._findings) >= limits.FINDINGS_MOST:
            self._findings[Finding("more-findings", "", "", "")] = None
            return
        self._per_kind[(kind, where)] = repeats + 1
        self._findings[finding] = None

    def may_read(self, size: int) -> bool:
        """Whether `size` more bytes of metadata may be read; if not, that becomes a finding."""
        self._bytes_left -= min(size, limits.METADATA_BYTES_MOST)
        if self._bytes_left < 0:
            self._findings[Finding("more-findings", "", "", "")] = None
        return self._bytes_left >= 0

    def text(self, untrusted_text: str) -> None:
        """Keep a metadata text for the audit's later search of the output."""
        if not untrusted_text or not self.may_read(min(len(untrusted_text), limits.TEXT_SEARCHED)):
            return
        for line in searchable(untrusted_text):
            if len(self._texts) < limits.TEXTS_MOST:
                self._texts[line] = None

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, in the order in which they were found."""
        return tuple(self._findings)

    @property
    def texts(self) -> tuple[str, ...]:
        """All texts, in the order in which they were found."""
        return tuple(self._texts)

    def file(self, data: bytes, pages: tuple[Page, ...]) -> File:
        """The facts of a file with these pages, and with all that was noted about it."""
        return File(size=len(data), pages=pages, findings=self.findings, texts=self.texts)
