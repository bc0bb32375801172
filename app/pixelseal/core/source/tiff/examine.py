"""Examines a TIFF or BigTIFF: directories, pages, strips and tiles. Decodes no pixel.

TIFF 6.0; BigTIFF. A directory marked as reduced image or mask, and every SubIFD, is a second
picture and only reported; all others are pages.
"""

from dataclasses import replace

from pixelseal.core.base import limits
from pixelseal.core.base.errors import SourceRefused
from pixelseal.core.base.orientation import turns
from pixelseal.core.source.facts.bounds import check_pages, damaged_unless
from pixelseal.core.source.facts.file import File
from pixelseal.core.source.facts.notes import Notes
from pixelseal.core.source.facts.page import PALETTE, Page
from pixelseal.core.source.facts.resolution import note_resolution
from pixelseal.core.source.facts.tiff_layout import JPEG, TiffLayout
from pixelseal.core.source.jpeg.examine import mcu_size, quant_tables, sampling_name
from pixelseal.core.source.jpeg.scan import FrameHeader
from pixelseal.core.source.metadata.exif import note_directory, orientation
from pixelseal.core.source.metadata.ifd import Directory, IfdError, TiffBytes
from pixelseal.core.source.tiff.data import FAX, check_data
from pixelseal.core.source.tiff.metadata import (
    Profiles,
    note_blocks,
    note_sub_pictures,
    note_unused,
)
from pixelseal.core.source.tiff.page import has_gray_ramp, read_page
from pixelseal.core.source.tiff.stack import refuse_deep, refuse_stack

_NEW_SUBFILE, _OLD_SUBFILE = 254, 255
_ACROSS, _DOWN = 282, 283  # resolution
_REDUCED, _MASK = 1, 4
_OLD_REDUCED = 2


def examine_tiff(data: bytes, only: int | None = None) -> File:
    """The checked facts of a TIFF file; with `only`, just that page's data is followed.

    The grid of a page that was not followed is unknown, and given as (1, 1).

    Raises SourceRefused: file-truncated, file-damaged, too-many-pages, tiff-short-strips,
    tiff-stack, format-unsupported, zero-size, too-many-pixels, side-too-long, expands-too-much.
    """
    notes = Notes()
    try:
        tiff = TiffBytes(data)
        directories = _chain(tiff)
    except IfdError:
        raise SourceRefused("file-truncated") from None
    primary, second = _pictures(tiff, directories)
    layouts = _layouts(tiff, primary)
    refuse_stack(tiff, list(zip(primary, layouts, strict=True)))
    check_pages(len(layouts), sum(page.width * page.height for page in layouts))
    if sum(sum(page.counts) for page in layouts if page.compression in FAX) > limits.FAX_BYTES_MOST:
        raise SourceRefused("format-unsupported", format="tiff-large-fax")
    profiles = Profiles(tiff)
    pages = [
        _page(tiff, directory, page, only in (None, number), profiles, notes)
        for number, (directory, page) in enumerate(zip(primary, layouts, strict=True), 1)
    ]
    seen = {each.start for each in directories}
    for each in directories:
        note_directory(tiff, each, notes, "TIFF", seen)
        note_blocks(tiff, each, notes)
    for _ in second:
        notes.add("second-picture", "TIFF")
    note_sub_pictures(tiff, directories, notes, seen)
    if any(page.alpha for page in layouts):
        notes.add("alpha", "TIFF")
    if not second:
        note_unused(tiff, list(zip(primary, layouts, strict=True)), notes)
    return notes.file(data, tuple(pages))


def layouts_of(data: bytes) -> list[TiffLayout]:
    """How the pages of a TIFF are laid out; follows the data of none. Raises as `examine_tiff`."""
    try:
        tiff = TiffBytes(data)
        directories = _chain(tiff)
    except IfdError:
        raise SourceRefused("file-truncated") from None
    return _layouts(tiff, _pictures(tiff, directories)[0])


def _pictures(
    tiff: TiffBytes, directories: list[Directory]
) -> tuple[list[Directory], list[Directory]]:
    """Those of the pages, and those of previews and masks."""
    primary: list[Directory] = []
    second: list[Directory] = []
    for each in directories:
        (second if _is_second_picture(tiff, each) else primary).append(each)
    if not primary or primary[0] is not directories[0]:
        # A preview before the picture it belongs to: the structure of camera raw files.
        raise SourceRefused("format-unsupported", format="camera-raw")
    return primary, second


def _layouts(tiff: TiffBytes, primary: list[Directory]) -> list[TiffLayout]:
    for each in primary:
        refuse_deep(tiff, each)
    layouts, strips = [], 0
    for each in primary:
        layouts.append(read_page(tiff, each))
        strips += len(layouts[-1].offsets)
        if strips > limits.STRIPS_OF_PAGES_MOST:
            raise SourceRefused("expands-too-much")
    return layouts


def _page(
    tiff: TiffBytes,
    directory: Directory,
    layout: TiffLayout,
    followed: bool,
    profiles: Profiles,
    notes: Notes,
) -> Page:
    """The facts of one page; its data is checked if it is to be followed."""
    frame, missing = check_data(tiff.data, layout) if followed else (None, 0)
    if not layout.counted:
        notes.show("note-byte-counts", "TIFF", "")
    if layout.narrow_map:
        notes.show("note-palette", "TIFF", "")
    if missing:
        notes.show("note-last-rows", "TIFF", f"{missing} / {layout.height}")
    across, down = (
        tiff.fractions(directory.entries.get(tag), 1) or (0,) for tag in (_ACROSS, _DOWN)
    )
    note_resolution(across[0], down[0], notes, "TIFF")
    turned = orientation(tiff, directory)
    return Page(
        format="tiff",
        width=layout.width,
        height=layout.height,
        orientation=turned,
        lossy=layout.compression == JPEG,
        mcu=_grid(layout, frame),
        quant=quant_tables(frame) if frame else (),
        sampling=sampling_name(frame) if frame else "",
        bits=layout.bits,
        channels=layout.channels,
        alpha=layout.alpha,
        profile=profiles.of(directory),
        gray_ramp=layout.channels == PALETTE and has_gray_ramp(tiff, directory, layout.narrow_map),
        browser_may_show=False,
        place=replace(layout, missing=missing),
        in_parts=layout.in_parts and not turns(turned),
    )


def _chain(tiff: TiffBytes) -> list[Directory]:
    """All directories from the header on; a loop is damage."""
    directories: list[Directory] = []
    seen: set[int] = set()
    start, pages = tiff.first, 0
    while start:
        damaged_unless(start not in seen)
        check_pages(pages, 0)
        if len(directories) >= limits.IFDS_MOST:
            raise SourceRefused("expands-too-much")
        seen.add(start)
        directory = tiff.directory(start)
        if directory.end > len(tiff.data):  # cut before the link to the next page
            raise SourceRefused("file-truncated")
        directories.append(directory)
        pages += not _is_second_picture(tiff, directory)
        start = directory.next
    damaged_unless(bool(directories))
    return directories


def _is_second_picture(tiff: TiffBytes, directory: Directory) -> bool:
    """Whether a directory is marked as a reduced image or a mask (TIFF 6.0 section 8)."""
    if _NEW_SUBFILE in directory.entries:
        return bool(tiff.integer(directory.entries[_NEW_SUBFILE], 0) & (_REDUCED | _MASK))
    return tiff.integer(directory.entries.get(_OLD_SUBFILE), 0) == _OLD_REDUCED


def _grid(page: TiffLayout, frame: FrameHeader | None) -> tuple[int, int]:
    """The compression grid in stored pixels.

    Each strip or tile starts its own grid: if its size is not a multiple of the MCU, the strip or
    tile itself is the only common grid.
    """
    if frame is None:
        return 1, 1
    wide, tall = mcu_size(frame)
    columns, rows = page.segment
    if page.tiled and columns % wide:
        wide = columns
    if rows % tall and rows < page.height:
        tall = rows
    return wide, tall
