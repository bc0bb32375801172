"""What is known of an opened file before it is decoded. Reads nothing and decides nothing."""

from dataclasses import dataclass, field
from typing import NamedTuple

from pixelseal.core.source.facts.tiff_layout import TiffLayout
from pixelseal.model import formats
from pixelseal.model.messages import sentence

# EXIF 2.32, tag 274: in these orientations the stored rows are the columns that a person sees.
_TURNED = frozenset((5, 6, 7, 8))

PALETTE = "palette"  # channels of a picture whose samples are places in a colour table


@dataclass(frozen=True)
class Finding:
    """One thing that the file carries besides its picture.

    `kind` is a stable code; the catalogue holds its sentence as `finding-<kind>`.
    `identifier` is a letter A..R of 45 CFR 164.514(b)(2)(i), or ''.
    `where` names the place in the file ("Exif", "XMP", "after the end"), from a fixed set of ours.
    `value` is bounded plain text to show (control characters removed, at most 200 characters).
    """

    kind: str
    identifier: str
    where: str
    value: str

    @property
    def sentence(self) -> str:
        """The finding in plain words."""
        return sentence("finding-" + self.kind, {})


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


@dataclass(frozen=True, kw_only=True)
class Source:
    """The checked facts of a file whose structure is whole; sizes in pixels as stored.

    The facts are those of the first page; `further` holds the others, one Source a page, whose
    `findings` and `texts` are empty: what the file carries is said once. `start` and `end` tell
    where a page's picture lies, if not the whole file is its: the bytes of a JPEG, the
    place where a HEIF names its primary item and that page's number to put there; a TIFF's is told
    by its `layout`. `frames` are those that make up
    the page of an animation, in order.
    `unaligned` is how far other compression grids may lie off the page's own, in pixels.

    `mcu` is (width, height) of the compression grid in stored pixels, (1, 1) where lossless.
    `quant` holds JPEG quantisation tables, 64 steps each in natural (row by row) order, by
    component and without repeats; empty elsewhere. `bits` is per sample. `texts` are metadata
    values found in the file (at least 6 characters each), for the audit to look for later.
    `in_parts` tells that a decoder need not hold more than one copy of the picture at a time.
    `incomplete` tells that the file breaks a rule by which the picture is not harmed: a decoder is
    given a file that keeps it.
    `browser_may_show` tells that a browser's picture of it is worth comparing with the engine's:
    nothing in it can be hidden on a screen and plain in the output. It says not that they are like.
    `profile` is the ICC profile by which samples become sRGB, untrusted; b"" without one.
    """

    format: str
    width: int
    height: int
    orientation: int = 1
    lossy: bool = False
    mcu: tuple[int, int] = (1, 1)
    quant: tuple[tuple[int, ...], ...] = ()
    sampling: str = ""
    bits: int = 8
    channels: str = "rgb"
    alpha: bool = False
    findings: tuple[Finding, ...] = ()
    texts: tuple[str, ...] = ()
    profile: bytes = field(default=b"", repr=False)
    browser_may_show: bool = False
    further: tuple["Source", ...] = ()
    start: int = 0
    end: int = 0
    layout: TiffLayout | None = None
    frames: tuple[AnimationFrame, ...] = ()
    unaligned: int = 0
    in_parts: bool = False
    incomplete: bool = False

    @property
    def coded_together(self) -> bool:
        """True if pixels can depend on others far away, so that they tell of them (docs/audit.md).

        A palette is made for the whole picture, and errors are spread from pixel to pixel; lossy
        WebP, AVIF and HEIC predict each block from those before it. A JPEG's blocks stand alone.
        """
        predicted = self.lossy and formats.named(self.format).reading.predicted
        return predicted or self.channels == PALETTE

    @property
    def pages(self) -> int:
        """How many pictures the file holds in their own right."""
        return 1 + len(self.further)

    def page(self, number: int) -> "Source":
        """The facts of one page, counted from 1."""
        return self if number == 1 else self.further[number - 2]

    @property
    def upright_width(self) -> int:
        """Width in pixels once the orientation is applied."""
        return self.height if self.orientation in _TURNED else self.width

    @property
    def upright_height(self) -> int:
        """Height in pixels once the orientation is applied."""
        return self.width if self.orientation in _TURNED else self.height
