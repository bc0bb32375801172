"""The layout of one picture of a TIFF, as read from its directory. Reads no bytes.

Together with the file's bytes this is all that a decoder needs: no directory is read again.
"""

from array import array
from dataclasses import dataclass, field

from pixelseal.core.base import limits

WIDTH, HEIGHT, BITS, COMPRESSION, PHOTOMETRIC = 256, 257, 258, 259, 262
FILL_ORDER, STRIP_OFFSETS, SAMPLES, ROWS_PER_STRIP, STRIP_COUNTS = 266, 273, 277, 278, 279
PLANAR, T4_OPTIONS, PREDICTOR, COLOUR_MAP = 284, 292, 317, 320
TILE_WIDTH, TILE_HEIGHT, TILE_OFFSETS, TILE_COUNTS = 322, 323, 324, 325
EXTRA_SAMPLES, SAMPLE_FORMAT, JPEG_TABLES = 338, 339, 347

NONE, FAX_RUNS, FAX_3, FAX_4, LZW, JPEG, DEFLATE, PACKBITS, OLD_DEFLATE = (
    1, 2, 3, 4, 5, 7, 8, 32773, 32946,
)  # fmt: skip
DEFLATES = (DEFLATE, OLD_DEFLATE)


@dataclass(frozen=True)
class TiffLayout:
    """The layout of one picture. Sizes in pixels; `segment` is that of a strip or tile.

    `directory` is the offset of its directory; with `leads` it is the file's first one, which
    readers use by default. `fields` are the values by tag that say how samples
    lie. `offsets` and `counts` place the strips or tiles, plane by plane where `planes` is above 1.
    Where they are not `counted` in the file, a count reaches as far as that strip can. `narrow_map`
    tells that the colour map holds 8 bits per value and not 16. `missing` are incomplete rows at
    the end of a fax.
    """

    directory: int
    leads: bool
    order: str  # "<" or ">", as struct has it
    big: bool
    width: int
    height: int
    bits: int
    samples: int
    channels: str
    alpha: bool
    compression: int
    planes: int
    tiled: bool
    segment: tuple[int, int]
    fields: dict[int, tuple[int, ...]] = field(repr=False)
    offsets: "array[int]" = field(repr=False)
    counts: "array[int]" = field(repr=False)
    jpeg_tables: bytes = field(repr=False)
    counted: bool = True
    narrow_map: bool = False
    missing: int = 0

    @property
    def in_parts(self) -> bool:
        """True if some rows can be decoded without the others, and are far fewer than all."""
        if self.bits != 8 or self.planes > 1:
            return False
        if self.compression == NONE and not self.tiled:
            return True
        return self.segment[1] * self.width <= limits.PIXELS_HELD_MOST // 4

    @property
    def samples_per_plane(self) -> int:
        """Samples of a pixel that lie together in one strip or tile."""
        return 1 if self.planes > 1 else self.samples

    def field(self, tag: int, default: int) -> int:
        """The first value of a field, else `default`."""
        values = self.fields.get(tag, ())
        return values[0] if values else default
