"""Writes one picture of a checked HEIC or AVIF as a file of its own. Decodes nothing.

A decoder reads the list of all items before it reads a picture, so that one of many would cost more
than one of few. Coded data and properties are copied as they are.

ISO/IEC 14496-12, 8.11 (meta, iloc, iinf, iref, pitm) and ISO/IEC 23008-12, 9.3 (properties).
"""

import struct
from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

from pixelseal.core.base.iso_box import full_box, iso_box
from pixelseal.core.source.facts.heif_items import Item, Items
from pixelseal.core.source.facts.page import HeifItem

_BRANDS = {"heic": b"heic", "avif": b"avif"}
_HANDLER = bytes(4) + b"pict" + bytes(12) + b"\0"
_KEPT_REFERENCES = (b"dimg", b"auxl", b"prem")
_Range = tuple[int, int]


def heif_file(untrusted_data: bytes, format: str, place: HeifItem) -> bytes:
    """A file of that item, of what it is derived from, and of its transparency."""
    items = _parts(place.items, place.number)
    numbers = {item.id: number for number, item in enumerate(items, 1)}
    ranges = _merged(extent for item in items for extent in item.extents)
    brand = _BRANDS[format]
    head = iso_box(b"ftyp", brand, bytes(4), brand, b"mif1", b"miaf")
    boxes = [
        full_box(b"hdlr", _HANDLER),
        full_box(b"pitm", struct.pack(">H", numbers[place.number])),
        _infos(items),
        _references(place.items, numbers),
        _properties(items),
    ]
    length = len(full_box(b"meta", *boxes, _places(items, ranges, 0)))
    start = len(head) + length + len(iso_box(b"mdat"))
    meta = full_box(b"meta", *boxes, _places(items, ranges, start))
    return b"".join(
        [head, meta, iso_box(b"mdat", *(untrusted_data[begin:end] for begin, end in ranges))]
    )


def _parts(items: Items, first: int) -> list[Item]:
    """The picture, its tiles, the transparency of all these, and the tiles of that."""
    found, waiting = {first}, [first]
    while waiting:
        id = waiting.pop()
        alphas = [one.id for one in items.pointing_at(b"auxl", id) if one.is_alpha]
        for part in (*items.made_from(id), *alphas):
            if part not in found and part in items.by_id:
                found.add(part)
                waiting.append(part)
    return [items.by_id[id] for id in sorted(found)]


def _merged(extents: Iterable[_Range]) -> list[_Range]:
    """The bytes in any of these, each once: items may share some."""
    merged: list[_Range] = []
    for start, end in sorted(extents):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def _infos(items: list[Item]) -> bytes:
    infos = []
    for number, item in enumerate(items, 1):
        info = struct.pack(">HH", number, 0) + item.kind + b"\0"
        infos.append(full_box(b"infe", info, version=2, flags=item.hidden))
    return full_box(b"iinf", struct.pack(">H", len(items)), *infos)


def _places(items: list[Item], ranges: list[_Range], start: int) -> bytes:
    """Where each item's bytes lie if those of `ranges` follow each other from `start` on."""
    begins = [begin for begin, _ in ranges]
    moved = list(accumulate((end - begin for begin, end in ranges), initial=start))
    rows = []
    for number, item in enumerate(items, 1):
        # A length of 0 would mean everything.
        extents = [(begin, end) for begin, end in item.extents if begin < end]
        rows.append(struct.pack(">HHH", number, 0, len(extents)))
        for begin, end in extents:
            at = bisect_right(begins, begin) - 1
            rows.append(struct.pack(">II", moved[at] + begin - begins[at], end - begin))
    return full_box(b"iloc", b"\x44\x00", struct.pack(">H", len(items)), *rows)


def _references(items: Items, numbers: dict[int, int]) -> bytes:
    """The references between the items of this file, with their new numbers."""
    rows = []
    for id, number in numbers.items():
        for kind in _KEPT_REFERENCES:
            for targets in items.targets(kind, id):
                known = [numbers[target] for target in targets if target in numbers]
                if known:
                    rows.append(
                        iso_box(kind, struct.pack(f">HH{len(known)}H", number, len(known), *known))
                    )
    return full_box(b"iref", *rows) if rows else b""


def _properties(items: list[Item]) -> bytes:
    """The properties, each once, and which item has which; `uuid` ones have no standard meaning."""
    kept: dict[tuple[bytes, int], int] = {}  # by content, of which each is held once
    bodies, links = [], []
    for number, item in enumerate(items, 1):
        rows = [row for row in item.properties if row.kind != b"uuid"]
        links.append(struct.pack(">HB", number, len(rows)))
        for row in rows:
            key = row.kind, id(row.body)
            if key not in kept:
                kept[key] = len(kept) + 1
                bodies.append(iso_box(row.kind, row.body))
            links.append(struct.pack(">H", row.essential << 15 | kept[key]))
    count = struct.pack(">I", len(items))
    return iso_box(b"iprp", iso_box(b"ipco", *bodies), full_box(b"ipma", count, *links, flags=1))
