"""The items of a HEIF file, as read from its meta box. Reads no bytes, decides nothing.

Together with the file's bytes this is all that a decoder needs: no box is read again. An item is a
picture, a part of one, or metadata (ISO/IEC 14496-12, 8.11; ISO/IEC 23008-12, 9.3).
"""

from dataclasses import dataclass, field
from typing import NamedTuple

from pixelseal.core.base.errors import SourceRefused

# Types of an auxiliary picture that is the transparency of another.
_ALPHA = (b"urn:mpeg:mpegB:cicp:systems:auxiliary:alpha", b"urn:mpeg:hevc:2015:auxid:1")


class Property(NamedTuple):
    """A property of an item: its type, content, and whether a reader must understand it."""

    kind: bytes
    body: bytes
    essential: bool


@dataclass(eq=False)
class Item:
    """One item. `extents` are (start, end) in the file, in the item's order."""

    id: int
    kind: bytes = b""
    hidden: bool = False
    name: str = ""
    content_type: str = ""
    properties: list[Property] = field(default_factory=list)
    extents: list[tuple[int, int]] = field(default_factory=list)

    def find(self, kind: bytes) -> bytes | None:
        """The content of the first property of that kind."""
        return next((row.body for row in self.properties if row.kind == kind), None)

    def data(self, file: bytes) -> bytes:
        """The item's bytes, its extents joined."""
        return b"".join(file[start:end] for start, end in self.extents)

    @property
    def is_alpha(self) -> bool:
        """True for an auxiliary picture that is the transparency of another."""
        return (self.find(b"auxC") or b"")[4:].split(b"\0")[0] in _ALPHA


@dataclass(eq=False)
class Items:
    """All items of a file; `references` are (kind, from, to) in the file's order."""

    primary: int = 0
    by_id: dict[int, Item] = field(default_factory=dict)
    references: list[tuple[bytes, int, tuple[int, ...]]] = field(default_factory=list)
    _from: dict[tuple[bytes, int], list[tuple[int, ...]]] = field(default_factory=dict)
    _to: dict[tuple[bytes, int], dict[int, None]] = field(default_factory=dict)

    def refer(self, kind: bytes, source: int, targets: tuple[int, ...]) -> None:
        """Add a reference of that kind from item `source` to items `targets`."""
        self.references.append((kind, source, targets))
        self._from.setdefault((kind, source), []).append(targets)
        for target in targets:
            self._to.setdefault((kind, target), {})[source] = None

    def pointing_at(self, kind: bytes, id: int) -> list[Item]:
        """The items with a reference of that kind to item `id`."""
        return [self.by_id[one] for one in self._to.get((kind, id), {}) if one in self.by_id]

    def targets(self, kind: bytes, id: int) -> list[tuple[int, ...]]:
        """The numbers of the items in each reference of that kind from item `id`."""
        return self._from.get((kind, id), [])

    def made_from(self, id: int) -> tuple[int, ...]:
        """The numbers of the items from which item `id` is derived; file-damaged."""
        rows = self.targets(b"dimg", id)
        if len(rows) > 1:
            raise SourceRefused("file-damaged")
        return rows[0] if rows else ()
