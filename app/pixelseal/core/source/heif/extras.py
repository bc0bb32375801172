"""Notes what a HEIF file carries besides its picture. Refuses nothing; limits what it reads."""

from pixelseal.core.source.facts.heif_items import Item, Items
from pixelseal.core.source.facts.notes import Notes
from pixelseal.core.source.facts.text import printable_runs
from pixelseal.core.source.heif.boxes import IsoBox, box_at
from pixelseal.core.source.heif.picture import CODINGS, OTHER_PICTURES
from pixelseal.core.source.metadata.exif import read_exif
from pixelseal.core.source.metadata.icc_texts import read_icc
from pixelseal.core.source.metadata.xmp import read_xmp

# Content credentials in ISO files (C2PA 2.1, A.4).
C2PA = bytes.fromhex("d8fec3d61b0e483c92975828877ec481")
_ITEM = "HEIF item"
# Properties that say how the picture is coded or rotated, and nothing of its origin.
_PLAIN = frozenset(
    (
        *(b"ispe", b"pixi", b"hvcC", b"av1C", b"clap", b"irot", b"imir", b"pasp", b"auxC", b"colr"),
        *(b"a1op", b"a1lx", b"lsel", b"avcC", b"j2kH", b"jpgC", b"vvcC", b"tmap"),
    )
)
_LIGHT = (b"clli", b"mdcv", b"cclv", b"amve", b"ndwt", b"reve")  # brightness of the master display
# Parts of an auxiliary picture's type, and what such a picture is.
_AUXILIARY = (
    ("depth", "depth-map"),
    ("auxid:2", "depth-map"),
    ("gainmap", "gain-map"),
)


def is_picture(item: Item) -> bool:
    """True for an item that is a picture."""
    return item.kind in CODINGS or item.kind in OTHER_PICTURES


def note_items(file: bytes, items: Items, notes: Notes) -> None:
    """Note metadata items, dependent pictures, names and properties."""
    thumbnails = {source for kind, source, _ in items.references if kind == b"thmb"}
    auxiliaries = {source for kind, source, _ in items.references if kind == b"auxl"}
    profiles: set[int] = set()
    for item in items.by_id.values():
        notes.text(item.name)
        if item.id in thumbnails:
            notes.count("thumbnail", _ITEM, sum(end - start for start, end in item.extents))
        elif item.id in auxiliaries and not item.is_alpha:
            _note_auxiliary(item, notes)
        elif item.kind == b"tmap":
            notes.add("gain-map", _ITEM)
        elif not is_picture(item):
            _note_metadata(file, item, notes)
        _note_properties(item, profiles, notes)


def note_others(file: bytes, found: list[IsoBox], notes: Notes) -> None:
    """Note boxes that belong to no picture, inside the meta box or beside it."""
    for box in found:
        size = box.end - box.start
        body = file[box.start : box.end]
        if box.kind == b"hdlr":
            notes.text(body[24:].rstrip(b"\0").decode("utf-8", "replace"))
        elif box.uuid == C2PA:
            notes.count("content-credentials", "HEIF box", size)
        elif box.kind == b"mpvd":
            notes.count("motion-video", "HEIF box", size)
        elif box.kind in (b"free", b"skip"):
            if body.strip(b"\0"):
                notes.count("stray-bytes", "HEIF box", size)
                _keep_texts(body, notes)
        elif box.kind not in (b"dinf", b"grpl", b"ftyp", b"styp"):
            notes.count("unknown-segment", "HEIF box", size)
            _keep_texts(body, notes)


def note_unreferenced(file: bytes, mdat: list[IsoBox], items: Items, notes: Notes) -> None:
    """Note bytes of the data boxes that belong to no item."""
    taken = sorted(extent for item in items.by_id.values() for extent in item.extents)
    spare = 0
    for box in mdat:
        at = box.start
        for start, end in taken:
            if start >= box.end:
                break
            if start > at:
                spare += start - at
                _keep_texts(file[at:start], notes)
            at = max(at, end)
        if at < box.end:
            spare += box.end - at
            _keep_texts(file[at : box.end], notes)
    if spare:
        notes.count("stray-bytes", "HEIF data", spare)


def note_trailer(file: bytes, start: int, notes: Notes) -> None:
    """Note what follows the last box."""
    rest = file[start:]
    notes.count("trailing-bytes", "after the end", len(rest))
    at = rest.find(b"ftyp")
    if at >= 4 and box_at(rest, at - 4, len(rest)):
        notes.add("motion-video", "after the end")


def _keep_texts(untrusted: bytes, notes: Notes) -> None:
    for run in printable_runs(untrusted):
        notes.text(run)


def _note_auxiliary(item: Item, notes: Notes) -> None:
    untrusted_name = (item.find(b"auxC") or b"")[4:].split(b"\0")[0].decode("latin-1").lower()
    kinds = [kind for word, kind in _AUXILIARY if word in untrusted_name]
    notes.add(kinds[0] if kinds else "second-picture", _ITEM)


def _note_metadata(file: bytes, item: Item, notes: Notes) -> None:
    data = item.data(file)
    if item.kind == b"Exif":
        # ISO/IEC 23008-12, A.2.1: four bytes say how far away the TIFF header is.
        read_exif(data[4 + int.from_bytes(data[:4], "big") :], notes)
    elif item.kind == b"mime" and "rdf+xml" in item.content_type:
        read_xmp(data, notes)
    elif item.kind in (b"jumb", b"c2pa") or "c2pa" in item.content_type:
        notes.count("content-credentials", _ITEM, len(data))
    else:
        notes.count("unknown-segment", _ITEM, len(data))
        _keep_texts(data, notes)


def _note_properties(item: Item, profiles: set[int], notes: Notes) -> None:
    """Note what the item's properties say; `profiles` are those that were read for others."""
    for row in item.properties:
        if row.kind == b"colr" and row.body[:4] in (b"prof", b"rICC"):
            if id(row.body) not in profiles:
                read_icc(row.body[4:], notes)
            profiles.add(id(row.body))
        elif row.kind in _LIGHT:
            notes.add("technical-data", "HEIF property")
        elif row.kind == b"udes":
            for untrusted_text in row.body[4:].split(b"\0"):
                if untrusted_text:
                    notes.add(
                        "description", "HEIF property", untrusted_text.decode("utf-8", "replace")
                    )
        elif row.kind not in _PLAIN:
            notes.count("unknown-segment", "HEIF property", len(row.body))
            _keep_texts(row.body, notes)
