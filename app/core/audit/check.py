"""The checks by name, what each says when it passes, and the report. Checks nothing itself."""

from dataclasses import dataclass
from typing import Any

# id -> the sentence when it passes. The order is that of every report and certificate.
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

SENTENCES = {
    STRUCTURE: "The file has only the parts that its format needs, in one fixed order.",
    NOTHING_ELSE: "No bytes stand before, between or after those parts.",
    ONE_PICTURE: "It holds one picture: no thumbnail, preview, page or frame besides.",
    NO_ALPHA: "It has no transparency and no colour table in which something could stay.",
    CONSTANT_TABLES: "Its coding tables are standard ones and tell nothing of a camera.",
    SIZE: "The picture has the size and kind that it must have.",
    BURNED: "The covered areas were read back and hold nothing but what covers them.",
    SOURCE_BYTES: "Nothing that the original held besides its picture stands in the file.",
    SOURCE_TEXTS: "No text of the original's metadata stands in the file.",
}
CHECKS = tuple(SENTENCES)


@dataclass(frozen=True)
class Check:
    """One check: its stable id, whether it passed, and a sentence for a person."""

    id: str
    passed: bool
    sentence: str


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


def passed(id: str, sentence: str = "") -> Check:
    """A check that found nothing; `sentence` where the usual one would say too much."""
    return Check(id, True, sentence or SENTENCES[id])


def failed(id: str, why: str) -> Check:
    """A check that found something; `why` is a sentence of ours and quotes nothing of a file."""
    return Check(id, False, why)
