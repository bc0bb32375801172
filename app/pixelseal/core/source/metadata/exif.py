"""Reads Exif for the orientation and for what it reveals. Never refuses a picture.

Exif 2.32 (CIPA DC-008): a TIFF structure with pointers to further directories. What cannot be read
becomes the finding `metadata-unreadable`; each directory is visited once, so loops end.
"""

from pixelseal.core.base import limits
from pixelseal.core.source.facts.notes import Notes
from pixelseal.core.source.facts.text import decode, printable_runs
from pixelseal.core.source.metadata import exif_tags as tags
from pixelseal.core.source.metadata.gps import note_position
from pixelseal.core.source.metadata.ifd import ASCII, Directory, IfdError, TiffBytes

_HEADER = b"Exif\x00\x00"
_UNDEFINED, _BYTE = 7, 1


def read_exif(untrusted_block: bytes, notes: Notes, where: str = "Exif") -> int:
    """The orientation (1..8, 1 when absent or invalid) of an Exif block; its findings go to notes.

    The block may begin with the six-byte prefix that it has in a JPEG.
    """
    if untrusted_block.startswith(_HEADER):
        untrusted_block = untrusted_block[len(_HEADER) :]
    try:
        tiff = TiffBytes(untrusted_block)
        first = tiff.directory(tiff.first)
    except IfdError:
        notes.add("metadata-unreadable", where)
        return 1
    seen = {first.start}
    note_directory(tiff, first, notes, where, seen)
    if first.next:
        _note_thumbnail(tiff, first.next, notes, where, seen)
    return orientation(tiff, first)


def orientation(tiff: TiffBytes, directory: Directory) -> int:
    """Tag 274 of a directory, or 1 where it is absent or not one of 1..8."""
    value = tiff.integer(directory.entries.get(tags.ORIENTATION), 1)
    return value if 1 <= value <= 8 else 1


def note_directory(
    tiff: TiffBytes, directory: Directory, notes: Notes, where: str, seen: set[int], depth: int = 0
) -> None:
    """Note what one directory and those it points to (Exif, GPS, interoperability) reveal.

    `seen` are the offsets of directories already read; `depth` counts the pointers followed.
    """
    _note_texts(tiff, directory, notes, where)
    for pointer in (tags.EXIF_POINTER, tags.GPS_POINTER, tags.INTEROP_POINTER):
        entry = directory.entries.get(pointer)
        start = tiff.integer(entry, 0)
        if entry is None or start in seen or len(seen) >= limits.IFDS_MOST:
            continue
        if depth >= limits.IFD_DEPTH_MOST:
            notes.add("metadata-unreadable", where)
            continue
        seen.add(start)
        try:
            further = tiff.directory(start)
        except IfdError:
            notes.add("metadata-unreadable", where)
            continue
        if pointer == tags.GPS_POINTER:
            _note_gps(tiff, further, notes)
        else:
            note_directory(tiff, further, notes, where, seen, depth + 1)


def _note_texts(tiff: TiffBytes, directory: Directory, notes: Notes, where: str) -> None:
    for tag, entry in directory.entries.items():
        value = ""
        kind = tags.TEXT_TAGS.get(tag) or tags.WIDE_TAGS.get(tag) or tags.CODED_TAGS.get(tag)
        if tag in tags.MAKER_NOTES:
            notes.count("maker-note", where, entry.size)
            for run in printable_runs(tiff.raw(entry)):
                notes.text(run)
        elif kind and tag in tags.TEXT_TAGS and entry.kind in (ASCII, _UNDEFINED, _BYTE):
            value = decode(tiff.raw(entry))
        elif kind and tag in tags.WIDE_TAGS:
            value = tiff.raw(entry).decode("utf-16-le", "replace")
        elif kind and tag in tags.CODED_TAGS:
            value = coded_text(tiff.raw(entry), tiff.order)
        elif entry.kind == ASCII and entry.count > limits.TEXT_SHORTEST:
            notes.text(decode(tiff.raw(entry)))
        if kind and value.strip("\x00 \t\r\n:"):
            notes.add(kind, where, value)


def coded_text(untrusted: bytes, order: str) -> str:
    """Text after an eight-byte name of its encoding (Exif 2.32 table 9)."""
    name, body = untrusted[:8], untrusted[8:]
    if name == b"UNICODE\x00":
        return body.decode("utf-16-le" if order == "<" else "utf-16-be", "replace")
    if name == b"JIS\x00\x00\x00\x00\x00":
        return body.decode("iso2022_jp", "replace")
    return decode(body)


def _note_gps(tiff: TiffBytes, directory: Directory, notes: Notes) -> None:
    """Note the position, the place names and the date of a GPS directory."""
    note_position(tiff, directory, notes)
    for tag, kind in tags.CODED_GPS_TAGS.items():
        entry = directory.entries.get(tag)
        if entry is not None:
            value = coded_text(tiff.raw(entry), tiff.order)
            if value.strip("\x00 "):
                notes.add(kind, "GPS", value)
    date = directory.entries.get(tags.GPS_DATE)
    if date is not None and tiff.raw(date).strip(b"\x00 :"):
        notes.add("capture-date", "GPS", decode(tiff.raw(date)))


def _note_thumbnail(tiff: TiffBytes, start: int, notes: Notes, where: str, seen: set[int]) -> None:
    """Note the thumbnail of IFD1, and what else that directory says."""
    if start in seen:
        notes.add("metadata-unreadable", where)
        return
    seen.add(start)
    try:
        second = tiff.directory(start)
    except IfdError:
        notes.add("metadata-unreadable", where)
        return
    note_directory(tiff, second, notes, where, seen)
    for offset, length in (
        (tags.THUMBNAIL_OFFSET, tags.THUMBNAIL_LENGTH),
        (tags.STRIP_OFFSETS, tags.STRIP_LENGTHS),
    ):
        if offset in second.entries:
            sizes = tiff.integers(second.entries.get(length), limits.STRIPS_MOST)
            notes.show("thumbnail", where, f"{sum(sizes):,} bytes" if sizes else "")
            return
