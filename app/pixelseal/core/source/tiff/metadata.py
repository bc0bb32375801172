"""Notes what a TIFF carries besides its picture: blocks, private tags, SubIFDs, unused bytes.

Never refuses: TIFF 6.0 section 8, XMP part 3 (tag 700), Adobe's TIFF technical notes, GeoTIFF 1.1.
"""

from pixelseal.core.base import limits
from pixelseal.core.base.errors import SourceRefused
from pixelseal.core.source.facts.notes import Notes
from pixelseal.core.source.facts.text import printable_runs
from pixelseal.core.source.facts.tiff_layout import TiffLayout
from pixelseal.core.source.metadata import exif_tags as tags
from pixelseal.core.source.metadata.exif import note_directory
from pixelseal.core.source.metadata.icc_texts import bounded, read_icc
from pixelseal.core.source.metadata.ifd import Directory, IfdError, TiffBytes
from pixelseal.core.source.metadata.iptc import read_iptc, read_resources
from pixelseal.core.source.metadata.xmp import read_xmp

_CONTENT_CREDENTIALS = 52545
_GEO_TAGS = frozenset((33550, 33922, 34264, 34735, 34736, 34737))
_FIRST_PRIVATE = 32768
_KNOWN_PRIVATE = (
    frozenset((tags.XMP, tags.IPTC, tags.PHOTOSHOP, tags.ICC, tags.EXIF_POINTER, tags.GPS_POINTER))
    | frozenset((tags.INTEROP_POINTER, _CONTENT_CREDENTIALS))
    | tags.MAKER_NOTES
    | frozenset(tags.TEXT_TAGS)
    | frozenset(tags.WIDE_TAGS)
    | _GEO_TAGS
)


def note_blocks(tiff: TiffBytes, directory: Directory, notes: Notes) -> None:
    """Note the blocks of other formats in a directory, and its private tags."""
    for tag, entry in directory.entries.items():
        if tag == tags.XMP:
            read_xmp(tiff.raw(entry), notes)
        elif tag == tags.IPTC:
            read_iptc(tiff.raw(entry), notes)
        elif tag == tags.PHOTOSHOP:
            read_resources(tiff.raw(entry), notes)
        elif tag == tags.ICC:
            read_icc(tiff.raw(entry), notes)
        elif tag == _CONTENT_CREDENTIALS:
            notes.count("content-credentials", "TIFF", entry.size)
        elif tag in _GEO_TAGS:
            notes.add("gps", "GeoTIFF")
        elif tag >= _FIRST_PRIVATE and tag not in _KNOWN_PRIVATE:
            notes.count("unknown-segment", f"TIFF tag {tag}", entry.size)
            for run in printable_runs(tiff.raw(entry)):
                notes.text(run)


class Profiles:
    """The colour profiles of a file's pages, each held once: scans of 500 pages share one."""

    def __init__(self, tiff: TiffBytes) -> None:
        self._tiff = tiff
        self._held: dict[tuple[int, int], bytes] = {}

    def of(self, directory: Directory) -> bytes:
        """The profile of a page, b"" without one.

        SourceRefused: expands-too-much where those of all pages are more than the file is long,
        which is possible only if they overlap.
        """
        entry = directory.entries.get(tags.ICC)
        if entry is None:
            return b""
        place = entry.at, entry.size
        if place not in self._held:
            if sum(size for _at, size in self._held) + entry.size > len(self._tiff.data):
                raise SourceRefused("expands-too-much")
            self._held[place] = bounded(self._tiff.data[entry.at : entry.at + entry.size])
        return self._held[place]


def note_sub_pictures(
    tiff: TiffBytes, directories: list[Directory], notes: Notes, seen: set[int]
) -> None:
    """Note the pictures of tag 330 (SubIFDs), each directory once, and their metadata."""
    for directory in directories:
        starts = tiff.integers(directory.entries.get(tags.SUB_DIRECTORIES), limits.IFDS_MOST)
        for start in starts:
            if start in seen or len(seen) >= limits.IFDS_MOST:
                continue
            seen.add(start)
            notes.add("second-picture", "TIFF SubIFD")
            try:
                further = tiff.directory(start)
            except IfdError:
                notes.add("metadata-unreadable", "TIFF SubIFD")
                continue
            note_directory(tiff, further, notes, "TIFF SubIFD", seen)
            note_blocks(tiff, further, notes)


def note_unused(tiff: TiffBytes, pages: list[tuple[Directory, TiffLayout]], notes: Notes) -> None:
    """Note bytes of the file that no page refers to, if all pointers were followed."""
    pointers = {tags.EXIF_POINTER, tags.GPS_POINTER, tags.INTEROP_POINTER, tags.SUB_DIRECTORIES}
    used = [(0, tiff.header_size)]
    for directory, page in pages:
        if pointers & set(directory.entries):
            return
        used.append((directory.start, directory.end))
        used += [(entry.at, entry.at + entry.size) for entry in directory.entries.values()]
        used += [(at, at + count) for at, count in zip(page.offsets, page.counts, strict=True)]
    reached = unused = 0
    for start, end in sorted(used):
        # A single byte pads the next value to an even offset (TIFF 6.0 section 2).
        if start - reached > 1:
            unused += start - reached
        reached = max(reached, end)
    if len(tiff.data) - reached > 1:
        notes.count("trailing-bytes", "after the end", len(tiff.data) - reached)
    if unused:
        notes.count("stray-bytes", "TIFF", unused)
