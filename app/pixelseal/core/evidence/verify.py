"""Compares an image with a certificate, as far as can be compared (docs/certificate.md, 3).

A damaged file is no error here but an answer. Nothing is believed of either: the certificate's text
must be one that is written, and what it says of the file is worked out again from the file's bytes.
"""

import hashlib
from dataclasses import dataclass
from typing import Any

from pixelseal.core.audit.run import container_again, stated_size
from pixelseal.core.base.errors import SourceRefused
from pixelseal.core.decode.decode import reread
from pixelseal.core.evidence.certificate import Altered, Certificate, names, parse
from pixelseal.core.source import examine
from pixelseal.core.source.sniff import sniff
from pixelseal.model.verify import verdicts


@dataclass(frozen=True)
class Verification:
    """One of the verdicts, and what it is about.

    `file` is the name that the certificate states, '' if it states none. `line` is the first one
    of the certificate that cannot be as it was written, 0 if there is none. `wrong` names what
    the certificate says of the file and is not so. `form` is the certificate's version, 0 if it
    was not read; it decides what there was to compare.
    """

    status: str
    file: str
    line: int = 0
    wrong: tuple[str, ...] = ()
    form: int = 0

    def to_dict(self) -> dict[str, Any]:
        """For JSON."""
        return {
            "status": self.status,
            "file": self.file,
            "line": self.line,
            "wrong": list(self.wrong),
            "form": self.form,
        }


@dataclass(frozen=True)
class Identity:
    """What one file is to Verify: its kind, its SHA-256, and what a certificate says it is about.

    `kind` is 'certificate' for a text that calls itself one, 'image' for what begins as one of
    the formats that are read, else 'other'.
    """

    kind: str
    sha256: str
    about_file: str = ""
    about_sha256: str = ""

    def to_dict(self) -> dict[str, str]:
        """For JSON."""
        return {
            "kind": self.kind,
            "sha256": self.sha256,
            "about_file": self.about_file,
            "about_sha256": self.about_sha256,
        }


def identify(untrusted_file: bytes) -> Identity:
    """What Verify may pair a file by; checks nothing yet."""
    sha256 = hashlib.sha256(untrusted_file).hexdigest()
    about = names(untrusted_file)
    if about is not None:
        return Identity(verdicts.CERTIFICATE, sha256, about.file, about.sha256)
    is_read = sniff(untrusted_file)[1]
    return Identity(verdicts.IMAGE if is_read else verdicts.OTHER, sha256)


def verify(untrusted_image: bytes, untrusted_certificate: bytes) -> Verification:
    """The verdict on one image and one certificate; never an error that a file is the reason of."""
    about = names(untrusted_certificate)
    if about is None:
        return Verification(verdicts.NOT_A_CERTIFICATE, "")
    try:
        certificate = parse(untrusted_certificate)
    except Altered as found:
        return Verification(verdicts.ALTERED, about.file, found.line)
    except SourceRefused:
        return Verification(verdicts.NEWER, about.file)
    if hashlib.sha256(untrusted_image).hexdigest() == certificate.sha256:
        wrong = tuple(_wrong(untrusted_image, certificate))
        status = verdicts.CONTRADICTED if wrong else verdicts.UNCHANGED
        return Verification(status, certificate.file, 0, wrong, certificate.form)
    try:
        source = examine(untrusted_image)
        kind = (source.format, source.upright_width, source.upright_height)
    except SourceRefused:
        # Cut off or damaged: what its header says counts.
        kind = (certificate.format, *stated_size(untrusted_image, certificate.format))
    wanted = (certificate.format, certificate.width, certificate.height)
    status = verdicts.CHANGED if kind == wanted else verdicts.NOT_THIS
    return Verification(status, certificate.file, form=certificate.form)


def _wrong(untrusted_image: bytes, certificate: Certificate) -> list[str]:
    """What the certificate says of the very file that its hash names, and is not so.

    Whoever types a certificate can hash any file: it is read as untrusted as any other.
    """
    wrong = [] if len(untrusted_image) == certificate.size else [verdicts.BYTES]
    try:
        source = examine(untrusted_image)
    except SourceRefused:
        return [*wrong, verdicts.STRUCTURE]
    if source.format != certificate.format:
        return [*wrong, verdicts.FORMAT]
    pages = certificate.page[1] if certificate.page[0] == 0 else 1
    if source.pages != pages:
        return [*wrong, verdicts.PAGES]
    if (source.upright_width, source.upright_height) != (certificate.width, certificate.height):
        wrong.append(verdicts.SIZE)
    if certificate.bits and source.bits != certificate.bits:
        wrong.append(verdicts.BITS)
    checks = container_again(
        untrusted_image, certificate.format, pages, lambda data: reread(data, certificate.format)
    )
    if not all(check.passed for check in checks):
        wrong.append(verdicts.STRUCTURE)
    return wrong
