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

    :param width: in pixels of the upright page, that is, after the file's own orientation.
    :param height: in pixels of the upright page.
    :param orientation: what the file states, 1 to 8 (EXIF 2.32, tag 274); 1 where it says nothing.
    :param lossy: whether pixels outside of a region can carry traces of what lies within.
    :param grid: (width, height) of the compression grid in stored pixels, (1, 1) where ``lossy`` is
        false.
    :param rim: how many pixels a region grows by beyond that grid (docs/regions.md, 2).
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

    :param kind: a stable code.
    :param sentence: the same for a person, in English.
    :param identifier: a letter from "A" to "R" of 45 CFR 164.514(b)(2)(i), or "".
    :param where: the place in the file, such as "Exif" or "XMP".
    :param value: untrusted text out of the file, without control characters, at most 200
        characters: it may be a name. That of "colour-profile-unusable" is a code of docs/colour.md
        instead.
    """

    kind: str
    sentence: str
    identifier: str
    where: str
    value: str


@dataclass(frozen=True, slots=True)
class Inspection:
    """What a file is and what it carries. Nothing is decoded.

    :param format: "jpeg", "heic", "png", "webp", "avif", "tiff", "gif" or "bmp".
    :param sha256: the file's, 64 hexadecimal digits. Private: it ties whatever holds it to the
        original.
    :param pages: one for each page, frame or picture, in the file's order; at least one.
    :param colours: what becomes of the colours (docs/colour.md): "no-profile", "was-srgb",
        "converted" or "unusable".
    :param findings: in the order in which the file was read; () if nothing rides along.
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

    Bytes and texts are left out of ``repr``, which ends up in logs and notebooks.

    :param image: the bytes of the whole file.
    :param name: the file's name as the certificate states it, ending in ``extension``.
    :param extension: of the name, without a dot.
    :param sha256: the image's, 64 hexadecimal digits.
    :param certificate: ASCII text, to be passed on (docs/certificate.md).
    :param record: JSON text that names the original: keep it apart (docs/record.md).
    :param report: each check of the audit.
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

    :param page: counted from 1; 0 where all pages are in the one file.
    :param image: the path of the image.
    :param certificate: the path of its certificate, beside it.
    :param record: the path of its private record, in the folder for these.
    :param sha256: the image's, 64 hexadecimal digits.
    """

    page: int
    image: Path
    certificate: Path
    record: Path
    sha256: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """The result of comparing an image with a certificate (docs/certificate.md, 3).

    :param status: "unchanged", "changed", "not-this-certificate", "certificate-altered",
        "certificate-contradicted", "certificate-newer" or "not-a-certificate".
    :param file: the name that the certificate states, "" if none.
    :param line: the first line of the certificate, from 1, that cannot be as it was written; 0 if
        none.
    :param wrong: what the certificate says of the file and is not so, of "bytes", "format", "size",
        "bits", "pages" and "structure".
    :param form: the certificate's version, 0 where it was not read.
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
