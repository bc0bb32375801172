"""Compares an image with a certificate: unchanged, changed, or another's (docs/certificate.md, 3).

Decodes no picture; a damaged file is no error here but an answer.
"""

import hashlib
from dataclasses import dataclass

from app.core.audit.run import stated_size
from app.core.certificate import parse
from app.core.errors import SourceRefused
from app.core.source import examine

UNCHANGED = "unchanged"
CHANGED = "changed"
NOT_THIS = "not-this-certificate"


@dataclass(frozen=True)
class Verification:
    """The answer, and the name of the file that the certificate is about."""

    status: str
    file: str

    def to_dict(self) -> dict[str, str]:
        """For JSON."""
        return {"status": self.status, "file": self.file}


def verify(untrusted_image: bytes, untrusted_certificate: bytes) -> Verification:
    """Compare; SourceRefused (certificate-unreadable) if the second is not a certificate."""
    certificate = parse(untrusted_certificate)
    if hashlib.sha256(untrusted_image).hexdigest() == certificate.sha256:
        return Verification(UNCHANGED, certificate.file)
    try:
        source = examine(untrusted_image)
        kind = (source.format, source.upright_width, source.upright_height)
    except SourceRefused:
        # Cut off or damaged: what its header says counts.
        kind = (certificate.format, *stated_size(untrusted_image, certificate.format))
    wanted = (certificate.format, certificate.width, certificate.height)
    return Verification(CHANGED if kind == wanted else NOT_THIS, certificate.file)
