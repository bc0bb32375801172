"""Examines HEIC and AVIF: boxes, items and coded data are complete. Decodes no pixel.

ISO/IEC 14496-12 (boxes), ISO/IEC 23008-12 (HEIF), AV1 Image File Format 1.1. docs/formats/heic.md
and avif.md say what is supported. EXIF's orientation is ignored here: irot and imir apply.
"""

from dataclasses import dataclass, field

from pixelseal.core.base import limits
from pixelseal.core.base.errors import SourceRefused
from pixelseal.core.source.facts.bounds import check_pages, damaged_unless
from pixelseal.core.source.facts.file import File
from pixelseal.core.source.facts.heif_items import Item, Items
from pixelseal.core.source.facts.notes import Notes
from pixelseal.core.source.facts.page import HeifItem, Page
from pixelseal.core.source.heif.boxes import IsoBox, box_at
from pixelseal.core.source.heif.colour import profile_of
from pixelseal.core.source.heif.extras import (
    is_picture,
    note_items,
    note_others,
    note_trailer,
    note_unreferenced,
)
from pixelseal.core.source.heif.items import read_items
from pixelseal.core.source.heif.movie import frames_of
from pixelseal.core.source.heif.payload import check_av1, check_hevc
from pixelseal.core.source.heif.picture import HeifPicture, picture_of

# Boxes at the top level of such a file; other letters there are not a box but a trailer.
_TOP = frozenset(
    (b"ftyp", b"styp", b"meta", b"mdat", b"moov", b"moof", b"free", b"skip", b"uuid", b"mpvd",
     b"idat", b"meco", b"sidx", b"pdin", b"emsg", b"wide")
)  # fmt: skip


@dataclass
class _Top:
    """The top-level boxes of a file."""

    meta: IsoBox | None = None
    moov: IsoBox | None = None
    mdat: list[IsoBox] = field(default_factory=list)
    others: list[IsoBox] = field(default_factory=list)


def examine_heif(data: bytes) -> File:
    """The checked facts of a HEIC or AVIF file; its picture's coding decides `format`.

    Raises SourceRefused: file-truncated, file-damaged, animated, format-unsupported, zero-size,
    too-many-pages, too-many-pixels, side-too-long.
    """
    notes = Notes()
    top = _walk(data, notes)
    frames = frames_of(data, top.moov) if top.moov else 0
    if frames > 1 or (top.meta is None and frames):
        raise SourceRefused("animated", frames=frames)
    if top.meta is None:
        raise SourceRefused("file-damaged")
    items, others = read_items(data, top.meta)
    profiles: dict[int, bytes] = {}
    numbers = independent(items)
    places = [HeifItem(items, number, len(numbers) == 1) for number in numbers]
    pages = [_page(data, place, profiles) for place in places]
    check_pages(len(pages), sum(page.width * page.height for page in pages))
    # One decoder reads them all.
    damaged_unless(all(page.format == pages[0].format for page in pages))
    note_items(data, items, notes)
    note_others(data, [*others, *top.others], notes)
    if top.moov:
        notes.count("motion-video", "HEIF box", top.moov.end - top.moov.start)
    note_unreferenced(data, top.mdat, items, notes)
    if any(page.alpha for page in pages):
        notes.add("alpha", "HEIF item")
    return notes.file(data, tuple(pages))


def _page(data: bytes, place: HeifItem, profiles: dict[int, bytes]) -> Page:
    """The facts of one picture."""
    items, item = place.items, place.items.by_id[place.number]
    picture = picture_of(data, items, item)
    _check_data(data, items, item, picture)
    return Page(
        format=picture.coding,
        width=picture.width,
        height=picture.height,
        orientation=picture.orientation,
        lossy=True,
        mcu=picture.block,
        sampling=picture.sampling,
        bits=picture.bits,
        channels="gray" if picture.gray else "ycbcr",
        alpha=picture.alpha,
        profile=profile_of(item, picture.tiles[0], profiles),
        # Browsers disagree on which rotations, crops and profiles they apply, and most show no
        # HEIC.
        browser_may_show=False,
        place=place,
    )


def independent(items: Items) -> list[int]:
    """Item numbers of what a person would call pictures of this file, the primary first.

    Not: thumbnails, auxiliary pictures, tiles and inputs of derived ones, hidden ones.
    """
    dependent = {source for kind, source, _ in items.references if kind in (b"thmb", b"auxl")}
    for kind, _, targets in items.references:
        if kind in (b"dimg", b"base"):
            dependent.update(targets)
    shown = [
        item.id
        for item in items.by_id.values()
        if is_picture(item) and not item.hidden and item.id not in dependent
    ]
    return [items.primary, *(id for id in shown if id != items.primary)]


def _walk(data: bytes, notes: Notes) -> _Top:
    """Visit the top-level boxes; if the file ends within one it is truncated."""
    top, at = _Top(), 0
    for _ in range(limits.BOXES_MOST):
        if at == len(data):
            return top
        box = box_at(data, at, len(data))
        if data[at + 4 : at + 8] not in _TOP and at:
            if top.meta is None and top.moov is None:
                raise SourceRefused("file-damaged")
            note_trailer(data, at, notes)
            return top
        if box is None:
            raise SourceRefused("file-truncated")
        if box.kind == b"meta":
            damaged_unless(top.meta is None)
            top.meta = box
        elif box.kind == b"moov":
            damaged_unless(top.moov is None)
            top.moov = box
        elif box.kind == b"mdat":
            top.mdat.append(box)
        elif box.kind == b"moof":  # frames in fragments, of unknown number
            raise SourceRefused("format-unsupported", format="video-fragments")
        elif box.kind != b"ftyp":
            top.others.append(box)
        at = box.end
    raise SourceRefused("file-damaged")


def _check_data(data: bytes, items: Items, item: Item, picture: HeifPicture) -> None:
    """Check the coded data of the picture and of its transparency."""
    alphas = items.pointing_at(b"auxl", item.id) if picture.alpha else []
    parts = [*picture.tiles]
    for one in alphas:
        made = items.made_from(one.id)
        parts += [items.by_id[id] for id in made if id in items.by_id] or [one]
    for part in parts:
        if part.kind in (b"hvc1", b"hev1"):
            check_hevc(part.data(data), part.find(b"hvcC"))
        elif part.kind == b"av01":
            check_av1(part.data(data))
