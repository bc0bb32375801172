"""What is known of an opened file before it is decoded. Reads nothing and decides nothing."""

from dataclasses import dataclass, field

from app.model.messages import sentence

# EXIF 2.32, tag 274: in these orientations the stored rows are the columns that a person sees.
_TURNED = frozenset((5, 6, 7, 8))


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


@dataclass(frozen=True, kw_only=True)
class Source:
    """The checked facts of a file whose structure is whole; sizes in pixels as stored.

    `mcu` is (width, height) of the compression grid in stored pixels, (1, 1) where lossless.
    `quant` holds JPEG quantisation tables, 64 steps each in natural (row by row) order, by
    component and without repeats; empty elsewhere. `bits` is per sample. `texts` are metadata
    values found in the file (at least 6 characters each), for the audit to look for later.
    `profile` is the ICC profile by which samples become sRGB, untrusted; b"" without one.
    """

    format: str
    width: int
    height: int
    orientation: int = 1
    pages: int = 1
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
    browser_shows_it_right: bool = False

    @property
    def upright_width(self) -> int:
        """Width in pixels once the orientation is applied."""
        return self.height if self.orientation in _TURNED else self.width

    @property
    def upright_height(self) -> int:
        """Height in pixels once the orientation is applied."""
        return self.width if self.orientation in _TURNED else self.height
