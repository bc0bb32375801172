"""Compares an image with a certificate, as far as that is possible (docs/certificate.md, 3).

A damaged file is not an error here but an answer. Neither file is trusted: the certificate must be
a text that Pixelseal could have written, and what it says of the file is recomputed from the file's
bytes.
"""

import hashlib
from dataclasses import dataclass
from typing import Any

from pixelseal.core.audit.run import container_again, stated_size
from pixelseal.core.base.errors import SourceRefused
from pixelseal.core.decode.decode import reread
from pixelseal.core.evidence.certificate import Altered, Certificate, Under, names, parse
from pixelseal.core.source import examine
from pixelseal.core.source.sniff import sniff
from pixelseal.model.verify import verdicts


@dataclass(frozen=True)
class Verification:
    """One of the verdicts, and what it is about.

    `file` is the name that the certificate states, '' if it states none. `line` is the
    certificate's first line that cannot be as it was written, 0 if there is none. `wrong` names
    what the certificate states wrongly about the file. `form` is the certificate's version, 0 if it
    was not read; it decides what there was to compare. `policy` is what it states of one.
    """

    status: str
    file: str
    line: int = 0
    wrong: tuple[str, ...] = ()
    form: int = 0
    policy: Under | None = None

    def to_dict(self) -> dict[str, Any]:
        """For JSON."""
        return {
            "status": self.status,
            "file": self.file,
            "line": self.line,
            "wrong": list(self.wrong),
            "form": self.form,
            "policy": None if self.policy is None else self.policy._asdict(),
        }


@dataclass(frozen=True)
class Identity:
    """One file as Verify sees it: its kind, its SHA-256, and what a certificate claims to be about.

    `kind` is 'certificate' for a text that calls itself one, 'image' for bytes that begin like a
    supported format, else 'other'.
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
    """The verdict on one image and one certificate; never an error caused by a file."""
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
        stated = (certificate.form, certificate.policy)
        return Verification(status, certificate.file, 0, wrong, *stated)
    try:
        file = examine(untrusted_image)
        kind = (file.format, file.first.upright_width, file.first.upright_height)
    except SourceRefused:
        # Truncated or damaged: use what its header says.
        kind = (certificate.format, *stated_size(untrusted_image, certificate.format))
    wanted = (certificate.format, certificate.width, certificate.height)
    status = verdicts.CHANGED if kind == wanted else verdicts.NOT_THIS
    return Verification(status, certificate.file, form=certificate.form, policy=certificate.policy)


def _wrong(untrusted_image: bytes, certificate: Certificate) -> list[str]:
    """What the certificate states wrongly about the file that its hash names.

    Anyone can write a certificate with the hash of any file: the file is as untrusted as any other.
    """
    wrong = [] if len(untrusted_image) == certificate.size else [verdicts.BYTES]
    try:
        file = examine(untrusted_image)
    except SourceRefused:
        return [*wrong, verdicts.STRUCTURE]
    if file.format != certificate.format:
        return [*wrong, verdicts.FORMAT]
    pages = certificate.page[1] if certificate.page[0] == 0 else 1
    if len(file.pages) != pages:
        return [*wrong, verdicts.PAGES]
    if (file.first.upright_width, file.first.upright_height) != (
        certificate.width,
        certificate.height,
    ):
        wrong.append(verdicts.SIZE)
    if certificate.bits and file.first.bits != certificate.bits:
        wrong.append(verdicts.BITS)
    checks = container_again(
        untrusted_image, certificate.format, pages, lambda data: reread(data, certificate.format)
    )
    if not all(check.passed for check in checks):
        wrong.append(verdicts.STRUCTURE)
    return wrong
