"""The checks by name, what each says when it passes, and the report. Checks nothing itself."""

from dataclasses import dataclass
from typing import Any

from pixelseal.model import catalogue

# The order is that of every report and certificate.
STRUCTURE = "structure"
NOTHING_ELSE = "nothing-else"
ONE_PICTURE = "one-picture"
NO_ALPHA = "no-alpha"
CONSTANT_TABLES = "constant-tables"
SIZE = "size"
BURNED = "burned"
SOURCE_BYTES = "source-bytes"
SOURCE_TEXTS = "source-texts"

CONTAINER_CHECKS = (STRUCTURE, NOTHING_ELSE, ONE_PICTURE, NO_ALPHA, CONSTANT_TABLES)

CHECKS = (*CONTAINER_CHECKS, SIZE, BURNED, SOURCE_BYTES, SOURCE_TEXTS)

# What a check that passed says in special cases, as the catalogue has them. A block at the edge of
# a covered area also holds what is around it, and rings with that.
ITS_PAGES = "pages"
WHOLE_BLOCKS = "blocks"
NO_WHOLE_BLOCK = "small"
NOTHING_COVERED = "none"

CASES = {ONE_PICTURE: (ITS_PAGES,), BURNED: (WHOLE_BLOCKS, NO_WHOLE_BLOCK, NOTHING_COVERED)}


@dataclass(frozen=True)
class Check:
    """One check: its stable id, whether it passed, a sentence for a person, and its case."""

    id: str
    passed: bool
    sentence: str
    case: str = ""


@dataclass(frozen=True)
class AuditReport:
    """All checks in the order of `CHECKS`."""

    checks: tuple[Check, ...]

    @property
    def passed(self) -> bool:
        """True if every check passed."""
        return all(check.passed for check in self.checks)

    @property
    def first_failure(self) -> str:
        """The id of the first check that failed, '' if none did."""
        return next((check.id for check in self.checks if not check.passed), "")

    def to_dict(self) -> dict[str, Any]:
        """For JSON: {"passed": bool, "checks": [{"id", "passed", "sentence"}]}."""
        rows = [{"id": c.id, "passed": c.passed, "sentence": c.sentence} for c in self.checks]
        return {"passed": self.passed, "checks": rows}

    def to_text(self) -> str:
        """One line a check, for a person."""
        return "".join(
            f"{'pass' if check.passed else 'FAIL'}  {check.id}: {check.sentence}\n"
            for check in self.checks
        )


def passed(id: str, case: str = "") -> Check:
    """A check that found nothing; `case` where the usual sentence would say too much.

    Both stand in the catalogue, as `check-<id>` and `check-<id>-<case>`; cases are in `CASES`.
    """
    key = f"check-{id}-{case}" if case else f"check-{id}"
    return Check(id, True, catalogue.text(catalogue.ENGLISH, key, {}), case)


def failed(id: str, why: str) -> Check:
    """A check that found something; `why` is a sentence of ours and quotes nothing of a file."""
    return Check(id, False, why)
