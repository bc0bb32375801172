"""The certificate of a redacted file, written and read (docs/certificate.md)."""

from pixelseal.core.evidence.certificate.model import (
    Again,
    Altered,
    Certificate,
    Lying,
    Sought,
    Under,
    answer_row,
    check_rows,
    least_form,
    policy_by,
    reason_rows,
    region_rows,
    sought_by,
)
from pixelseal.core.evidence.certificate.read import names, parse
from pixelseal.core.evidence.certificate.words import WRITTEN

__all__ = [
    "WRITTEN",
    "Again",
    "Altered",
    "Certificate",
    "Lying",
    "Sought",
    "Under",
    "answer_row",
    "check_rows",
    "least_form",
    "names",
    "parse",
    "policy_by",
    "reason_rows",
    "region_rows",
    "sought_by",
]
