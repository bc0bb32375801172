"""The certificate of a redacted file, written and read (docs/certificate.md)."""

from pixelseal.core.evidence.certificate.model import (
    Altered,
    Certificate,
    answer_row,
    check_rows,
    reason_rows,
    region_rows,
)
from pixelseal.core.evidence.certificate.read import names, parse
from pixelseal.core.evidence.certificate.words import NEWEST

__all__ = [
    "NEWEST",
    "Altered",
    "Certificate",
    "answer_row",
    "check_rows",
    "names",
    "parse",
    "reason_rows",
    "region_rows",
]
