"""The picture that a HEIF item describes: coding, size, rotation, tiles, transparency, colour.

ISO/IEC 23008-12, 6.5 (properties), 6.6 (derived images); ISO/IEC 23000-22 (MIAF), 7.3.6 (order of
turns). Reads no compressed picture data.
"""

from dataclasses import dataclass

from pixelseal.core.base import limits
from pixelseal.core.base.errors import SourceRefused
from pixelseal.core.source.facts.bounds import check_size, damaged_unless
from pixelseal.core.source.facts.heif_items import Item, Items
from pixelseal.core.source.heif.boxes import Fields

CODINGS = {b"hvc1": "heic", b"hev1": "heic", b"av01": "avif"}
# Item types that are pictures, and the names by which unsupported ones are refused.
OTHER_PICTURES = {
    b"grid": "",
    b"iden": "heif-derived",
    b"iovl": "heif-overlay",
    b"jpeg": "heif-jpeg",
    b"j2k1": "heif-jpeg-2000",
    b"avc1": "heif-h264",
    b"vvc1": "heif-h266",
    b"evc1": "heif-evc",
    b"unci": "heif-uncompressed",
    b"mski": "heif-mask",
    b"lhv1": "heif-layered",
}
# Properties that a picture may have and that do not affect how it is read.
_TURNS = (b"clap", b"irot", b"imir")
_KNOWN = frozenset(
    (*_TURNS, b"ispe", b"pixi", b"hvcC", b"av1C", b"colr", b"pasp", b"a1op", b"lsel")
)
_BLOCK = 64  # pixels: the largest transform of HEVC's tree and of AV1 (docs/formats/heic.md)
# (quarter turns anticlockwise, then mirrored left to right) -> orientation of EXIF.
_ORIENTATIONS = {
    (0, False): 1,
    (1, False): 8,
    (2, False): 3,
    (3, False): 6,
    (0, True): 2,
    (1, True): 7,
    (2, True): 4,
    (3, True): 5,
}


@dataclass(frozen=True)
class HeifPicture:
    """An item's picture: stored size and orientation, largest depth, and the items of its parts."""

    coding: str
    width: int
    height: int
    orientation: int
    bits: int
    gray: bool
    sampling: str
    block: tuple[int, int]
    alpha: bool
    tiles: tuple[Item, ...]


def picture_of(file: bytes, items: Items, item: Item) -> HeifPicture:
    """The picture of an item.

    Raises file-damaged, file-truncated, format-unsupported, zero-size, too-many-pixels.
    """
    tiles: tuple[Item, ...] = (item,)
    width, height = _stated_size(item)
    block = (_BLOCK, _BLOCK)
    if item.kind == b"grid":
        tiles, columns, rows = _tiles(file, items, item, (width, height))
        across, down = _stated_size(tiles[0])
        # After a tile that does not end with a block, the block grid starts again.
        block = (
            _BLOCK if columns == 1 or across % _BLOCK == 0 else across,
            _BLOCK if rows == 1 or down % _BLOCK == 0 else down,
        )
    if tiles[0].kind not in CODINGS:
        name = OTHER_PICTURES.get(tiles[0].kind) or "heif-unknown"
        raise SourceRefused("format-unsupported", format=name)
    coding = CODINGS[tiles[0].kind]
    for part in {id(one): one for one in (item, *tiles)}.values():
        damaged_unless(all(row.kind in _KNOWN for row in part.properties if row.essential))
    for tile in tiles:
        damaged_unless(bool(tile.extents) and all(end > start for start, end in tile.extents))
    width, height, orientation = _turned(item, coding, width, height)
    return HeifPicture(
        coding=coding,
        width=width,
        height=height,
        orientation=orientation,
        bits=_bits(tiles[0]),
        gray=_sampling(tiles[0]) == "gray",
        sampling=_sampling(tiles[0]),
        block=block,
        alpha=any(one.is_alpha for one in items.pointing_at(b"auxl", item.id)),
        tiles=tiles,
    )


def _stated_size(item: Item) -> tuple[int, int]:
    ispe = item.find(b"ispe") or b""
    damaged_unless(len(ispe) == 12)
    width, height = (int.from_bytes(ispe[at : at + 4], "big") for at in (4, 8))
    check_size(width, height, limits.HEIF_SIDE_MOST)
    return width, height


def _tiles(
    file: bytes, items: Items, item: Item, size: tuple[int, int]
) -> tuple[tuple[Item, ...], int, int]:
    """The tiles of a grid (ISO/IEC 23008-12, 6.6.2.3), all of one size; its columns and rows."""
    fields = Fields(item.data(file)[:16])
    wide = fields.number(2) & 1
    rows, columns = fields.number(1) + 1, fields.number(1) + 1
    stated = (fields.number(4 if wide else 2), fields.number(4 if wide else 2))
    parts = items.made_from(item.id)
    damaged_unless(stated == size and len(parts) == rows * columns)
    damaged_unless(all(part in items.by_id for part in parts))
    tiles = tuple(items.by_id[part] for part in parts)
    across, down = _stated_size(tiles[0])
    check_size(across * columns, down * rows)
    same = all(one.kind == tiles[0].kind and _stated_size(one) == (across, down) for one in tiles)
    # Each row and column of tiles shows some of the picture.
    covers = across * (columns - 1) < size[0] <= across * columns
    damaged_unless(same and covers and down * (rows - 1) < size[1] <= down * rows)
    damaged_unless(not any(row.kind in _TURNS for one in tiles for row in one.properties))
    return tiles, columns, rows


def _turned(item: Item, coding: str, width: int, height: int) -> tuple[int, int, int]:
    """Size after the crop (before the turns), and the turns as an orientation.

    Only MIAF's order is read: crop, then rotation, then mirroring, each once at most.
    """
    order = [row.kind for row in item.properties if row.kind in _TURNS]
    damaged_unless(order == [kind for kind in _TURNS if kind in order])
    clap = item.find(b"clap")
    if clap is not None:
        width, height = _cropped(clap, coding, width, height)
    rotation, mirror = item.find(b"irot") or b"\0", item.find(b"imir")
    damaged_unless(len(rotation) == 1 and (mirror is None or len(mirror) == 1))
    turns = rotation[0] & 3
    if mirror is None:
        return width, height, _ORIENTATIONS[turns, False]
    if mirror[0] & 1 == 0:  # swapping top and bottom is half a turn and swapping left and right
        turns = (turns + 2) % 4
    return width, height, _ORIENTATIONS[turns, True]


def _cropped(clap: bytes, coding: str, width: int, height: int) -> tuple[int, int]:
    """The size of the clean aperture (ISO/IEC 14496-12, 12.1.4), which must keep the corner."""
    damaged_unless(len(clap) == 32)
    numbers = [int.from_bytes(clap[at : at + 4], "big", signed=at >= 16 and at % 8 == 0)
               for at in range(0, 32, 4)]  # fmt: skip
    (w, w_under, h, h_under, x, x_under, y, y_under) = numbers
    damaged_unless(min(w_under, h_under, x_under, y_under) > 0)
    damaged_unless(w % w_under == 0 and h % h_under == 0)
    across, down = w // w_under, h // h_under
    damaged_unless(0 < across <= width and 0 < down <= height)
    # Twice the left edge: width - across + 2 x / x_under.
    left, top = (width - across) * x_under + 2 * x, (height - down) * y_under + 2 * y
    aligned = left % (2 * _BLOCK * x_under) == 0 and top % (2 * _BLOCK * y_under) == 0
    whole = (across, down) == (width, height)
    # Elsewhere the compression grid would begin before the picture; and our AVIF decoder does not
    # crop.
    if left < 0 or top < 0 or not aligned or (coding == "avif" and not whole):
        raise SourceRefused("format-unsupported", format="heif-cropped")
    return across, down


def _bits(tile: Item) -> int:
    """Bits per sample, by the tile's property, or else by its decoder configuration."""
    pixi = tile.find(b"pixi") or b""
    if len(pixi) > 5:
        depths = pixi[5 : 5 + pixi[4]]
        damaged_unless(0 < len(depths) <= 4 and max(depths) <= 16)
        return max(depths)
    if tile.kind == b"av01":  # AV1 in ISO media files, 2.3.3: high_bitdepth, twelve_bit
        flags = (tile.find(b"av1C") or b"").ljust(4, b"\0")[2] >> 5 & 3
        return (8, 8, 10, 12)[flags]
    configuration = (tile.find(b"hvcC") or b"").ljust(19, b"\0")  # ISO/IEC 14496-15, 8.3.3.1
    return 8 + max(configuration[17] & 7, configuration[18] & 7)


def _sampling(tile: Item) -> str:
    """The chroma subsampling, by the tile's decoder configuration."""
    if tile.kind == b"av01":  # AV1 in ISO media files, 2.3.3
        configuration = (tile.find(b"av1C") or b"").ljust(4, b"\0")
        kind = configuration[2] >> 2 & 7  # monochrome, halved across, halved down
        return {0b000: "4:4:4", 0b010: "4:2:2", 0b011: "4:2:0"}.get(
            kind, "gray" if kind & 4 else ""
        )
    configuration = (tile.find(b"hvcC") or b"").ljust(17, b"\0")  # ISO/IEC 14496-15, 8.3.3.1
    return ("gray", "4:2:0", "4:2:2", "4:4:4")[configuration[16] & 3]
