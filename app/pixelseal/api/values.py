"""What the library's operations answer: values that compare, pickle and do not change."""

import os
from dataclasses import dataclass, field
from pathlib import Path

from pixelseal.core.audit import AuditReport
from pixelseal.model.verify import verdicts

# Bytes of a file, or where it lies. No str: it could be either a path or a text.
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
    """One thing that a file carries besides its picture, or that is to be known of its pixels.

    `kind` is a stable code and `sentence` the same for a person. `identifier` is a letter from A to
    R of 45 CFR 164.514(b)(2)(i), or "". `where` names the place in the file ("Exif", "XMP").
    `value` is untrusted text out of the file, without control characters, at most 200 characters:
    it may be a name. That of "colour-profile-unusable" is a code of docs/colour.md instead.
    """

    kind: str
    sentence: str
    identifier: str
    where: str
    value: str


@dataclass(frozen=True, slots=True)
class Inspection:
    """What a file is and carries. Nothing of it is decoded.

    `format` is one of "jpeg", "heic", "png", "webp", "avif", "tiff", "gif" and "bmp". `sha256` is
    the file's, hexadecimal, and private: it ties whatever holds it to the original. `colours` tells
    what becomes of the colours (docs/colour.md): "no-profile", "was-srgb", "converted" or
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
    """A new image that passed its audit, with the evidence of it.

    `image` is the whole file and `name` the one that the certificate states, ending in `extension`
    (without a dot). `sha256` is the image's, hexadecimal. `certificate` is ASCII text to be passed
    on (docs/certificate.md). `record` is JSON text that names the original: keep it apart
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

    `page` counts from 1; it is 0 where all pages are in the one file. `sha256` is the image's.
    """

    page: int
    image: Path
    certificate: Path
    record: Path
    sha256: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What comparing an image with a certificate came to (docs/certificate.md, 3).

    `status` is "unchanged", "changed", "not-this-certificate", "certificate-altered",
    "certificate-contradicted", "certificate-newer" or "not-a-certificate". `file` is the name that
    the certificate states, "" if none. `line` is the first line of the certificate that cannot be
    as it was written, 0 if none. `wrong` names what the certificate says of the file and is not so.
    `form` is the certificate's version, 0 where it was not read.
    """

    status: str
    file: str
    line: int
    wrong: tuple[str, ...]
    form: int

    @property
    def unchanged(self) -> bool:
        """True if the image is, byte by byte, the one that the certificate is about."""
        return self.status == verdicts.UNCHANGED

    @property
    def sentence(self) -> str:
        """What was compared, and what that shows and does not show, in English."""
        told = {"status": self.status, "line": self.line, "wrong": self.wrong, "form": self.form}
        text: str = verdicts.detail(told)
        return text
