"""The checks by name, the sentence of each, the report and its error. Checks nothing itself."""

from dataclasses import dataclass
from typing import Any

from pixelseal.model import catalogue
from pixelseal.model.errors import PixelsealError

# In the order of every report and certificate.
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

# Special cases of passed checks, which have their own sentences in the catalogue. A block at the
# edge of a covered area also holds its surroundings, and shows ringing from them.
ITS_PAGES = "pages"
WHOLE_BLOCKS = "blocks"
NO_WHOLE_BLOCK = "small"
NOTHING_COVERED = "none"

CASES = {ONE_PICTURE: (ITS_PAGES,), BURNED: (WHOLE_BLOCKS, NO_WHOLE_BLOCK, NOTHING_COVERED)}


@dataclass(frozen=True)
class Check:
    """One check of a finished file (docs/audit.md).

    :param id: which check it is; stable.
    :param passed: whether the file passed it.
    :param sentence: what was found, for a person, in English.
    :param case: of a passed check with several sentences, which one it is; else "".
    """

    id: str
    passed: bool
    sentence: str
    case: str = ""


@dataclass(frozen=True)
class AuditReport:
    """All checks of a finished file.

    :param checks: in the order of docs/audit.md.
    """

    checks: tuple[Check, ...]

    @property
    def passed(self) -> bool:
        """True if every check passed."""
        return all(check.passed for check in self.checks)

    @property
    def first_failure(self) -> str:
        """The id of the first failed check, '' if there is none."""
        return next((check.id for check in self.checks if not check.passed), "")

    def to_dict(self) -> dict[str, Any]:
        """For JSON: {"passed": bool, "checks": [{"id", "passed", "sentence"}]}."""
        rows = [{"id": c.id, "passed": c.passed, "sentence": c.sentence} for c in self.checks]
        return {"passed": self.passed, "checks": rows}

    def to_text(self) -> str:
        """One line per check, for a person."""
        return "".join(
            f"{'pass' if check.passed else 'FAIL'}  {check.id}: {check.sentence}\n"
            for check in self.checks
        )


class OutputWithheld(PixelsealError):
    """The output failed its audit and is not returned; the code is ``audit-failed``.

    :param report: the `AuditReport`, which says which check failed and why.
    """

    def __init__(self, code: str, report: AuditReport, /, **values: int | str) -> None:
        super().__init__(code, **values)
        self.report = report


def passed(id: str, case: str = "") -> Check:
    """A passed check; with a `case` if the usual sentence would say too much.

    The catalogue has both, as `check-<id>` and `check-<id>-<case>`; cases are in `CASES`.
    """
    key = f"check-{id}-{case}" if case else f"check-{id}"
    return Check(id, True, catalogue.text(catalogue.ENGLISH, key, {}), case)


def failed(id: str, why: str) -> Check:
    """A failed check; `why` is one of our sentences and quotes nothing from a file."""
    return Check(id, False, why)
