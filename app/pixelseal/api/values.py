"""The results of the library's operations: comparable, picklable, immutable values."""

import os
from dataclasses import dataclass, field
from pathlib import Path

from pixelseal.core.audit import AuditReport
from pixelseal.model.verify import verdicts

# The bytes of a file, or its path. Not a str, which could be either a path or a text.
Source = bytes | os.PathLike[str]


@dataclass(frozen=True, slots=True)
class Page:
    """One page, frame or picture of a file.

    `width` and `height` are in pixels, upright (after the file's own orientation, EXIF 2.32, tag
    274, which `orientation` states, 1 to 8). `grid` is (width, height) of the compression grid in
    stored pixels, (1, 1) where `lossy` is false; `rim` is how many pixels a region grows by beyond
    that grid (docs/regions.md, 2).
    """

    width: int
    height: int
    orientation: int
    lossy: bool
    grid: tuple[int, int]
    rim: int

    @property
    def size(self) -> tuple[int, int]:
        """(width, height) in upright pixels, as Pillow's `Image.size`."""
        return self.width, self.height


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a file carries besides its picture, or that one should know about its pixels.

    `kind` is a stable code and `sentence` says the same to a person. `identifier` is a letter from
    A to R of 45 CFR 164.514(b)(2)(i), or "". `where` names the place in the file ("Exif", "XMP").
    `value` is untrusted text from the file, without control characters, at most 200 characters: it
    may be a name. For "colour-profile-unusable" it is a code of docs/colour.md.
    """

    kind: str
    sentence: str
    identifier: str
    where: str
    value: str


@dataclass(frozen=True, slots=True)
class Inspection:
    """What a file is and what it carries. Nothing is decoded.

    `format` is one of "jpeg", "heic", "png", "webp", "avif", "tiff", "gif" and "bmp". `sha256` is
    the file's, hexadecimal, and private: it links whatever holds it to the original. `colours` is
    how the colours will be converted (docs/colour.md): "no-profile", "was-srgb", "converted" or
    "unusable".
    """

    format: str
    sha256: str
    pages: tuple[Page, ...]
    colours: str
    findings: tuple[Finding, ...]

    @property
    def size(self) -> tuple[int, int]:
        """(width, height) of the first page, in upright pixels."""
        return self.pages[0].size


@dataclass(frozen=True, slots=True)
class Redacted:
    """A new image that passed its audit, with the evidence.

    `image` is the whole file and `name` the one that the certificate states, ending in `extension`
    (without a dot). `sha256` is the image's, hexadecimal. `certificate` is ASCII text to be shared
    (docs/certificate.md). `record` is JSON text that names the original: keep it apart
    (docs/record.md). `report` has each check of the audit. Bytes and texts are left out of `repr`,
    which ends up in logs and notebooks.
    """

    image: bytes = field(repr=False)
    name: str
    extension: str
    sha256: str
    certificate: str = field(repr=False)
    record: str = field(repr=False)
    report: AuditReport = field(repr=False)


@dataclass(frozen=True, slots=True)
class Written:
    """Where one image, its certificate and its private record were written.

    `page` counts from 1; it is 0 if all pages are in one file. `sha256` is the image's.
    """

    page: int
    image: Path
    certificate: Path
    record: Path
    sha256: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """The result of comparing an image with a certificate (docs/certificate.md, 3).

    `status` is "unchanged", "changed", "not-this-certificate", "certificate-altered",
    "certificate-contradicted", "certificate-newer" or "not-a-certificate". `file` is the name that
    the certificate states, "" if none. `line` is the first line of the certificate that cannot be
    as it was written, 0 if none. `wrong` names what the certificate states wrongly about the file.
    `form` is the certificate's version, 0 if it was not read.
    """

    status: str
    file: str
    line: int
    wrong: tuple[str, ...]
    form: int

    @property
    def unchanged(self) -> bool:
        """True if the image is, byte for byte, the one that the certificate is about."""
        return self.status == verdicts.UNCHANGED

    @property
    def sentence(self) -> str:
        """What was compared, and what that does and does not show, in English."""
        told = {"status": self.status, "line": self.line, "wrong": self.wrong, "form": self.form}
        text: str = verdicts.detail(told)
        return text
