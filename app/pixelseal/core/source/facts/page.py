"""What is known about one page of a file before it is decoded. Reads nothing, decides nothing.

A page is a picture in its own right: that of a photograph, a page of a TIFF, a frame of an
animation, one of several pictures in a JPEG or HEIC.
"""

from dataclasses import dataclass, field, replace
from typing import NamedTuple

from pixelseal.core.source.facts.heif_items import Items
from pixelseal.core.source.facts.tiff_layout import TiffLayout
from pixelseal.model import formats
from pixelseal.model.recipe.orientation import UPRIGHT, composed, swaps

PALETTE = "palette"  # channels of a picture whose samples are indices into a colour table


class AnimationFrame(NamedTuple):
    """One picture of an animation, and where its bytes lie: (start, end) ranges of the file.

    It covers `width` by `height` pixels of the canvas from (`left`, `top`). `shared` is what all
    frames need to be read (header, palette), `own` what is this one's alone. With `blend` it is
    drawn over what is there, else it replaces it. `dispose` is what becomes of its area before the
    next frame, in APNG's words: 'none', 'background' (transparent) or 'previous' (as before).
    """

    left: int
    top: int
    width: int
    height: int
    shared: tuple[tuple[int, int], ...]
    own: tuple[tuple[int, int], ...]
    blend: bool
    dispose: str


class Span(NamedTuple):
    """The bytes of the file from `start` up to `end` are the page's: those of a JPEG or BMP.

    A BMP may end up to three bytes before `end`.
    """

    start: int
    end: int


class HeifItem(NamedTuple):
    """The picture is item `number` of a HEIF; `alone` if the file has no other picture."""

    items: Items
    number: int
    alone: bool


@dataclass(frozen=True, kw_only=True)
class Page:
    """The checked facts of one page; sizes in pixels as stored.

    `orientation` (1 to 8; EXIF 2.32, tag 274) is how the stored picture is turned until it lies as
    it is shown: as the file states, and by `turned` once a recipe turns the page (`lying`).

    `place` is where its picture lies, None if that is the whole file; of an animation's page it is
    None, and `frames` are those that make up the page, in order.

    `mcu` is (width, height) of the compression grid in stored pixels, (1, 1) if lossless.
    `unaligned` is how far other compression grids may lie off this one, in pixels. `quant` holds
    JPEG quantisation tables, 64 steps each in natural (row by row) order, by component and without
    repeats; empty elsewhere. `bits` is per sample. `profile` is the untrusted ICC profile for the
    conversion to sRGB; b"" without one.
    `gray_ramp`: its palette is all 256 greys in order, and thus no choice.
    `in_parts`: a decoder need not hold more than one copy of the picture at a time.
    `incomplete`: the file breaks a rule without affecting the picture; the decoder gets a corrected
    file.
    `browser_may_show`: a browser's picture of it is worth comparing with the engine's, because
    nothing in it can be invisible on a screen and visible in the output. It does not say that they
    are alike.
    """

    format: str
    width: int
    height: int
    orientation: int = UPRIGHT
    turned: int = UPRIGHT
    lossy: bool = False
    mcu: tuple[int, int] = (1, 1)
    unaligned: int = 0
    quant: tuple[tuple[int, ...], ...] = ()
    sampling: str = ""
    bits: int = 8
    channels: str = "rgb"
    alpha: bool = False
    profile: bytes = field(default=b"", repr=False)
    place: Span | TiffLayout | HeifItem | None = None
    frames: tuple[AnimationFrame, ...] = ()
    gray_ramp: bool = False
    in_parts: bool = False
    incomplete: bool = False
    browser_may_show: bool = False

    @property
    def coded_together(self) -> bool:
        """True if pixels can depend on others far away, and thus reveal them (docs/audit.md).

        A palette is made for the whole picture, and errors are diffused from pixel to pixel; lossy
        WebP, AVIF and HEIC predict each block from those before it. A JPEG's blocks are
        independent, and a palette of all greys is not made for any picture.
        """
        predicted = self.lossy and formats.named(self.format).reading.predicted
        return predicted or (self.channels == PALETTE and not self.gray_ramp)

    @property
    def upright_width(self) -> int:
        """Width in pixels once the orientation is applied."""
        return self.height if swaps(self.orientation) else self.width

    @property
    def upright_height(self) -> int:
        """Height in pixels once the orientation is applied."""
        return self.width if swaps(self.orientation) else self.height

    def lying(self, turned: int) -> "Page":
        """The page, of the file, once a recipe turns it: everything else follows from that."""
        if turned == UPRIGHT:
            return self
        return replace(self, orientation=composed(self.orientation, turned), turned=turned)
