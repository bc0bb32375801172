"""Reads one TIFF directory as a page: its layout, and whether it is supported.

TIFF 6.0 sections 3-8, 10 (CCITT), 13 (LZW), 15 (tiles), 16 (CMYK), 18 (extra samples), 22 (JPEG),
23 (CIELAB). Looks at no picture data.
"""

from array import array
from bisect import bisect_right

from pixelseal.core.base import limits
from pixelseal.core.base.errors import SourceRefused
from pixelseal.core.source.facts.bounds import check_size, damaged_unless
from pixelseal.core.source.facts.gray_ramp import is_gray_ramp
from pixelseal.core.source.facts.tiff_layout import (
    BITS,
    COLOUR_MAP,
    COMPRESSION,
    DEFLATE,
    EXTRA_SAMPLES,
    FAX_3,
    FAX_4,
    FAX_RUNS,
    FILL_ORDER,
    HEIGHT,
    JPEG,
    JPEG_TABLES,
    LZW,
    NONE,
    OLD_DEFLATE,
    PACKBITS,
    PHOTOMETRIC,
    PLANAR,
    PREDICTOR,
    ROWS_PER_STRIP,
    SAMPLE_FORMAT,
    SAMPLES,
    STRIP_COUNTS,
    STRIP_OFFSETS,
    T4_OPTIONS,
    TILE_COUNTS,
    TILE_HEIGHT,
    TILE_OFFSETS,
    TILE_WIDTH,
    WIDTH,
    TiffLayout,
)
from pixelseal.core.source.metadata.ifd import Directory, Entry, TiffBytes

_STRUCTURAL = frozenset(
    (WIDTH, HEIGHT, BITS, COMPRESSION, PHOTOMETRIC, FILL_ORDER, STRIP_OFFSETS, SAMPLES,
     ROWS_PER_STRIP, STRIP_COUNTS, PLANAR, T4_OPTIONS, PREDICTOR, COLOUR_MAP, TILE_WIDTH,
     TILE_HEIGHT, TILE_OFFSETS, TILE_COUNTS, EXTRA_SAMPLES, SAMPLE_FORMAT, JPEG_TABLES)
)  # fmt: skip

_TAKEN_COMPRESSIONS = frozenset(
    (NONE, FAX_RUNS, FAX_3, FAX_4, LZW, JPEG, DEFLATE, PACKBITS, OLD_DEFLATE)
)
_COMPRESSION_NAMES = {
    6: "tiff-old-jpeg",
    32809: "tiff-thunderscan",
    34676: "tiff-high-range",
    34677: "tiff-high-range",
    34712: "tiff-jpeg-2000",
    34925: "tiff-lzma",
    34933: "tiff-png",
    50000: "tiff-zstandard",
    50001: "tiff-webp",
}
_WHITE_IS_ZERO, _BLACK_IS_ZERO, _RGB, _PALETTE, _CMYK, _YCBCR, _LAB = 0, 1, 2, 3, 5, 6, 8
_UNSTATED, _UNSPECIFIED, _ASSOCIATED, _UNASSOCIATED = -1, 0, 1, 2
# Photometric interpretation: name, samples, bits per sample, kinds of one extra sample.
# Combinations that Pillow cannot unpack are left out.
_COLOUR: dict[int, tuple[str, int, tuple[int, ...], tuple[int, ...]]] = {
    _WHITE_IS_ZERO: ("gray", 1, (1, 2, 4, 8, 16), ()),
    _BLACK_IS_ZERO: ("gray", 1, (1, 2, 4, 8, 16), (_UNASSOCIATED,)),
    _RGB: ("rgb", 3, (8, 16), (_UNSTATED, _UNSPECIFIED, _ASSOCIATED, _UNASSOCIATED)),
    _PALETTE: ("palette", 1, (1, 2, 4, 8), (_UNSPECIFIED, _UNASSOCIATED)),
    _CMYK: ("cmyk", 4, (8, 16), ()),
    _YCBCR: ("ycbcr", 3, (8,), ()),
    _LAB: ("lab", 3, (8,), ()),
}
# Fields that describe the samples, beyond the layout's own attributes.
_FIELDS = (
    PHOTOMETRIC, FILL_ORDER, PLANAR, T4_OPTIONS, PREDICTOR, COLOUR_MAP, EXTRA_SAMPLES,
)  # fmt: skip
_FIELD_LONGEST = 3 << 8  # values: a colour map has as many
# libtiff's rule: where no value of a colour map is larger than this, they have 8 bits.
_NARROW = 255
_UNSIGNED, _UNDEFINED_FORMAT = 1, 4
_FORMAT_NAMES = {2: "tiff-signed", 3: "tiff-floats"}


def _refuse(kind: str, **values: int) -> SourceRefused:
    return SourceRefused("format-unsupported", format=kind, **values)


def read_page(tiff: TiffBytes, directory: Directory) -> TiffLayout:
    """The layout of the page in `directory`.

    Raises SourceRefused: file-damaged, zero-size, too-many-pixels, side-too-long,
    tiff-short-strips, format-unsupported.
    """
    entries = directory.entries
    # Readers differ on which of two equal tags counts: no decoder must have a choice.
    damaged_unless(not directory.unclear & _STRUCTURAL)
    width = tiff.integer(entries.get(WIDTH), 0)
    height = tiff.integer(entries.get(HEIGHT), 0)
    check_size(width, height)
    compression = tiff.integer(entries.get(COMPRESSION), NONE)
    if compression not in _TAKEN_COMPRESSIONS:
        raise _refuse(_COMPRESSION_NAMES.get(compression, "tiff-compression"))
    channels, bits, samples, alpha = _read_pixel(tiff, directory, compression)
    planes = tiff.integer(entries.get(PLANAR), 1)
    damaged_unless(planes in (1, 2))
    planes = samples if planes == 2 else 1
    if planes > 1 and bits != 8:
        raise _refuse("tiff-planes", bits=bits)
    predictor = tiff.integer(entries.get(PREDICTOR), 1)
    if predictor not in (1, 2) or (predictor == 2 and bits not in (8, 16)):
        raise _refuse("tiff-predictor")
    fill_order = tiff.integer(entries.get(FILL_ORDER), 1)
    damaged_unless(fill_order in (1, 2))
    if fill_order == 2 and (bits > 8 or compression not in (NONE, FAX_RUNS, FAX_3, FAX_4)):
        raise _refuse("tiff-reversed")
    tiled, segment, offsets, counts = _read_segments(tiff, directory, width, height, planes)
    counted = min(counts, default=0) > 0
    if not counted:
        counts = _reaching(tiff, directory, offsets, counts)
    tables = entries.get(JPEG_TABLES)
    return TiffLayout(
        directory=directory.start,
        leads=directory.start == tiff.first,
        order=tiff.order,
        big=tiff.big,
        fields={tag: _field(tiff, entries[tag]) for tag in _FIELDS if tag in entries},
        width=width,
        height=height,
        bits=bits,
        samples=samples,
        channels=channels,
        alpha=alpha,
        compression=compression,
        planes=planes,
        tiled=tiled,
        segment=segment,
        offsets=offsets,
        counts=counts,
        jpeg_tables=tiff.raw(tables) if tables is not None else b"",
        counted=counted,
        narrow_map=channels == "palette" and max(colour_map(tiff, directory)) <= _NARROW,
    )


def _field(tiff: TiffBytes, entry: Entry) -> tuple[int, ...]:
    """All values of an entry, or the first one where there are more than any reader looks at."""
    values = tiff.integers(entry, limits.STRIPS_MOST)
    return values if len(values) <= _FIELD_LONGEST else values[:1]


def colour_map(tiff: TiffBytes, directory: Directory) -> tuple[int, ...]:
    """All red values of the colour map, then green, then blue; () without a usable one."""
    return tiff.integers(directory.entries.get(COLOUR_MAP), 3 << 8)


def has_gray_ramp(tiff: TiffBytes, directory: Directory, narrow: bool) -> bool:
    """True if the colour map, of 8 bits per value where it is narrow, is all greys in order."""
    values = bytes(value if narrow else value >> 8 for value in colour_map(tiff, directory))
    return is_gray_ramp(values[:256], values[256:512], values[512:])


def _read_pixel(
    tiff: TiffBytes, directory: Directory, compression: int
) -> tuple[str, int, int, bool]:
    """(channels, bits per sample, samples per pixel, alpha)."""
    entries = directory.entries
    photometric = tiff.integer(entries.get(PHOTOMETRIC), _WHITE_IS_ZERO)
    if photometric not in _COLOUR or (photometric == _YCBCR and compression != JPEG):
        raise _refuse("tiff-colours")
    channels, colours, depths, extra_kinds = _COLOUR[photometric]
    samples = tiff.integer(entries.get(SAMPLES), 1)
    formats = set(tiff.integers(entries.get(SAMPLE_FORMAT), limits.IFD_ENTRIES_MOST))
    for kind in formats - {_UNSIGNED, _UNDEFINED_FORMAT}:
        raise _refuse(_FORMAT_NAMES.get(kind, "tiff-numbers"))
    all_bits = tiff.integers(entries.get(BITS), limits.IFD_ENTRIES_MOST) or (1,)
    damaged_unless(len(all_bits) in (1, samples) and samples >= colours)
    if len(set(all_bits)) != 1 or all_bits[0] not in depths:
        raise _refuse("tiff-bits", bits=max(all_bits))
    extra = _UNSPECIFIED
    if samples > colours:
        extra = tiff.integer(entries.get(EXTRA_SAMPLES), _UNSTATED)
        narrow = all_bits[0] < 8 or (all_bits[0] > 8 and photometric != _RGB)
        if samples > colours + 1 or extra not in extra_kinds or narrow:
            raise _refuse("tiff-channels")
    if photometric == _PALETTE:
        damaged_unless(len(colour_map(tiff, directory)) == 3 << all_bits[0])
    if compression in (FAX_RUNS, FAX_3, FAX_4):
        damaged_unless(all_bits[0] == 1 and samples == 1)
    if compression == JPEG and all_bits[0] != 8:
        raise SourceRefused("jpeg-12-bit")
    # The decoder treats an undeclared fourth sample as alpha.
    return channels, all_bits[0], samples, extra != _UNSPECIFIED


def _read_segments(
    tiff: TiffBytes, directory: Directory, width: int, height: int, planes: int
) -> tuple[bool, tuple[int, int], "array[int]", "array[int]"]:
    """(tiled, size of a strip or tile, offsets, byte counts: 0 where none is stated)."""
    entries = directory.entries
    tiled = TILE_OFFSETS in entries
    if tiled:
        damaged_unless(STRIP_OFFSETS not in entries)
        segment = (
            tiff.integer(entries.get(TILE_WIDTH), 0),
            tiff.integer(entries.get(TILE_HEIGHT), 0),
        )
        damaged_unless(min(segment) > 0)
    else:
        rows = tiff.integer(entries.get(ROWS_PER_STRIP), height)
        damaged_unless(rows > 0)
        segment = (width, min(rows, height))
    across, down = -(-width // segment[0]), -(-height // segment[1])
    if across * down > limits.STRIPS_MOST or (
        tiled and across * segment[0] * down * segment[1] > 4 * limits.PIXELS_MOST
    ):
        raise SourceRefused("expands-too-much")
    place, size = (TILE_OFFSETS, TILE_COUNTS) if tiled else (STRIP_OFFSETS, STRIP_COUNTS)
    offsets, counts = _unsigned(tiff, entries.get(place)), _unsigned(tiff, entries.get(size))
    expected = across * down * planes
    if size not in entries:
        counts = array("Q", bytes(8 * len(offsets)))
    if len(offsets) < expected or len(counts) < expected:
        raise SourceRefused("tiff-short-strips")
    damaged_unless(len(offsets) == len(counts) == expected and min(offsets) > 0)
    return tiled, segment, offsets, counts


def _unsigned(tiff: TiffBytes, entry: Entry | None) -> "array[int]":
    """Offsets or byte counts: a tuple would take four times the memory."""
    values = tiff.integers(entry, limits.STRIPS_MOST)
    damaged_unless(min(values, default=0) >= 0)
    return array("Q", values)


def _reaching(
    tiff: TiffBytes, directory: Directory, offsets: "array[int]", counts: "array[int]"
) -> "array[int]":
    """The counts; for each 0 the bytes up to the next strip or tile, the directory, or the end.

    Old fax software states none; the data is followed before it is trusted.
    """
    edges = sorted({*offsets, directory.start, len(tiff.data)})
    reaching = [
        count or edges[min(bisect_right(edges, offset), len(edges) - 1)] - offset
        for offset, count in zip(offsets, counts, strict=True)
    ]
    if min(reaching) < 1:
        raise SourceRefused("tiff-short-strips")
    return array("Q", reaching)
