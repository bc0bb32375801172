"""The certificate: what a redacted file's text states, written and read (docs/certificate.md)."""

from app.core.certificate.model import (
    Altered,
    Certificate,
    answer_row,
    check_rows,
    reason_rows,
    region_rows,
)
from app.core.certificate.read import names, parse
from app.core.certificate.words import NEWEST

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
