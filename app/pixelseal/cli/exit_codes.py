"""The exit code that answers make together (docs/command-line.md, 5). Prints nothing."""

from collections.abc import Iterable

from pixelseal.cli import practising, validating, verifying
from pixelseal.model.process import receipt, validated_set, validation
from pixelseal.model.verify import verdicts

REFUSED = 1

_STATUS_CODES = {"ok": 0, "unchanged": 0, "changed": 3, "not-this-certificate": 4}
_STATUS_CODES |= {"broken": 3} | dict.fromkeys(verifying.EVIDENCE, 0)
_STATUS_CODES |= {"complete": 0, "missing": 3, "added": 3, "whole": 0, "not-whole": 3}
_STATUS_CODES |= dict.fromkeys((*validation.DECISIONS, validated_set.UNDECIDED), 0)
_STATUS_CODES |= {validating.NOT_ACCEPTED: 3, practising.MISSED: 3}
_STATUS_CODES |= {receipt.CONFIRMED: 0, receipt.DIFFERS: 3, receipt.ANOTHER: 4}
_STATUS_CODES |= {verdicts.SUMS_MATCH: 0, verdicts.SUMS_DIFFER: 3, verdicts.SIGNATURE: 0}


def of(statuses: Iterable[str]) -> int:
    """0 if all is well, else the lowest: refused before changed, changed before mismatched."""
    codes = {_STATUS_CODES.get(status, REFUSED) for status in statuses} - {0}
    return min(codes, default=0)
