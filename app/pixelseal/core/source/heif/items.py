"""Reads the items of a HEIF file: their types, where their bytes are, how they are related.

ISO/IEC 14496-12, 8.11 (meta, iloc, iinf, iref, pitm) and ISO/IEC 23008-12, 9.3 (properties).
Decides nothing about pictures: `picture` does.
"""

from pixelseal.core.base import limits
from pixelseal.core.base.errors import SourceRefused
from pixelseal.core.source.facts.bounds import damaged_unless
from pixelseal.core.source.facts.heif_items import Item, Items, Property
from pixelseal.core.source.heif.boxes import Fields, IsoBox, boxes


def read_items(file: bytes, meta: IsoBox) -> tuple[Items, list[IsoBox]]:
    """The items that the file's meta box lists, and the other boxes in it.

    Raises file-damaged, file-truncated.
    """
    found: dict[bytes, IsoBox] = {}
    items, others = Items(), []
    for box in boxes(file, meta.start + 4, meta.end):
        if box.kind in (b"hdlr", b"pitm", b"iinf", b"iloc", b"iref", b"iprp", b"idat"):
            damaged_unless(box.kind not in found)
            found[box.kind] = box
        else:
            others.append(box)
    damaged_unless({b"hdlr", b"pitm", b"iinf", b"iloc", b"iprp"} <= found.keys())
    handler = found[b"hdlr"].body(file)
    damaged_unless(handler[8:12] == b"pict")
    others.append(found[b"hdlr"])
    pitm = found[b"pitm"].body(file)
    width = 2 if pitm[:1] == b"\0" else 4
    damaged_unless(len(pitm) == 4 + width)
    items.primary = int.from_bytes(pitm[4:], "big")
    _read_infos(file, found[b"iinf"], items)
    _read_places(file, found[b"iloc"], found.get(b"idat"), items)
    if b"iref" in found:
        _read_references(file, found[b"iref"], items)
    _read_properties(file, found[b"iprp"], items)
    damaged_unless(items.primary in items.by_id)
    return items, others


def _read_infos(file: bytes, iinf: IsoBox, items: Items) -> None:
    count_bytes = 2 if file[iinf.start : iinf.start + 1] == b"\0" else 4
    for box in boxes(file, iinf.start + 4 + count_bytes, iinf.end):
        damaged_unless(box.kind == b"infe" and len(items.by_id) < limits.HEIF_ITEMS_MOST)
        fields = Fields(box.body(file))
        version, flags = fields.number(1), fields.number(3)
        damaged_unless(version in (2, 3))
        item = Item(fields.number(2 if version == 2 else 4), hidden=bool(flags & 1))
        damaged_unless(fields.number(2) == 0)  # protected items cannot be read
        item.kind, item.name = fields.take(4), fields.string()
        if item.kind == b"mime":
            item.content_type = fields.string()
        damaged_unless(item.id not in items.by_id)
        items.by_id[item.id] = item


def _read_places(file: bytes, iloc: IsoBox, idat: IsoBox | None, items: Items) -> None:
    """Extents within the file (method 0) or within the meta box's own data (method 1)."""
    fields = Fields(iloc.body(file))
    version = fields.number(4) >> 24
    damaged_unless(version <= 2)
    sizes = fields.number(2)
    offset_size, length_size, base_size = sizes >> 12, sizes >> 8 & 15, sizes >> 4 & 15
    index_size = sizes & 15 if version else 0
    damaged_unless({offset_size, length_size, base_size, index_size} <= {0, 4, 8})
    id_size = 4 if version == 2 else 2
    left = limits.HEIF_EXTENTS_MOST
    for _ in range(fields.number(id_size)):
        item = items.by_id.get(fields.number(id_size))
        method = fields.number(2) & 15 if version else 0
        damaged_unless(fields.number(2) == 0)  # data in another file
        base, count = fields.number(base_size), fields.number(2)
        left -= count
        # Method 2 builds an item from other items' bytes; no camera or phone uses it.
        damaged_unless(item is not None and not item.extents and method in (0, 1) and left >= 0)
        start, end = (0, len(file)) if method == 0 else (idat.start, idat.end) if idat else (0, 0)
        for _ in range(count):
            fields.number(index_size)
            at, length = start + base + fields.number(offset_size), fields.number(length_size)
            length = length or end - at  # 0 means everything
            if at > end or at + length > end:
                raise SourceRefused("file-truncated")
            assert item is not None
            item.extents.append((at, at + length))


def _read_references(file: bytes, iref: IsoBox, items: Items) -> None:
    id_size = 2 if file[iref.start : iref.start + 1] == b"\0" else 4
    left = limits.HEIF_EXTENTS_MOST
    for box in boxes(file, iref.start + 4, iref.end):
        fields = Fields(box.body(file))
        source, count = fields.number(id_size), fields.number(2)
        left -= count
        damaged_unless(left >= 0)
        targets = tuple(fields.number(id_size) for _ in range(count))
        damaged_unless(len(items.references) < limits.HEIF_ITEMS_MOST)
        items.refer(box.kind, source, targets)


def _read_properties(file: bytes, iprp: IsoBox, items: Items) -> None:
    parts = list(boxes(file, iprp.start, iprp.end))
    damaged_unless(bool(parts) and parts[0].kind == b"ipco")
    known = list(boxes(file, parts[0].start, parts[0].end))
    held: dict[int, bytes] = {}  # a property's content is held once, however many items have it
    left = limits.HEIF_EXTENTS_MOST
    for part in parts[1:]:
        damaged_unless(part.kind == b"ipma")
        fields = Fields(part.body(file))
        head = fields.number(4)
        id_size, wide = 4 if head >> 24 else 2, bool(head & 1)
        for _ in range(fields.number(4)):
            item, count = items.by_id.get(fields.number(id_size)), fields.number(1)
            left -= count
            damaged_unless(left >= 0)
            for _ in range(count):
                link = fields.number(2 if wide else 1)
                essential = bool(link >> (15 if wide else 7))
                index = link & (0x7FFF if wide else 0x7F)
                damaged_unless(index <= len(known))
                if item is not None and index:
                    box = known[index - 1]
                    if index not in held:
                        held[index] = box.body(file)
                    item.properties.append(Property(box.kind, held[index], essential))
            # No more have room in one list, and an item has one (23008-12, 9.3.1).
            damaged_unless(item is None or len(item.properties) < 256)
