"""Verify's answers as text, for page and command line alike. Compares nothing itself.

A verdict is a dict: `status`, and for a pair the fields of
`pixelseal.core.evidence.verify.Verification`; `signature`, if one was looked for, is the verdict on
it (`pixelseal.model.signing.verdicts`).
"""

from pixelseal.model import catalogue
from pixelseal.model.messages import sentence

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: MicroPython has no such module
    from typing import Any

# Kinds of files, as returned by `pixelseal.core.evidence.verify.identify`.
IMAGE = "image"
CERTIFICATE = "certificate"
OTHER = "other"

# For an image and a certificate.
UNCHANGED = "unchanged"
CHANGED = "changed"
NOT_THIS = "not-this-certificate"
ALTERED = "certificate-altered"
CONTRADICTED = "certificate-contradicted"
NEWER = "certificate-newer"
NOT_A_CERTIFICATE = "not-a-certificate"
# For an unpaired file.
NO_CERTIFICATE = "no-certificate"
NO_IMAGE = "no-image"
NEITHER = "neither"
NOT_READ = "not-read"
# For a list of checksums (pixelseal.model.verify.sums).
SUMS_MATCH = "sums-match"
SUMS_ALONE = "sums-alone"
SUMS_DIFFER = "sums-differ"
# For a signature of something else than a certificate (pixelseal.model.signing.verdicts).
SIGNATURE = "signature"

MIXED = "mixed"  # for several rows: not all are the same
UNVOUCHED = "unvouched"  # for several rows: all are well but a signature

STATUSES = (
    UNCHANGED,
    CHANGED,
    NOT_THIS,
    ALTERED,
    CONTRADICTED,
    NEWER,
    NOT_A_CERTIFICATE,
    NO_CERTIFICATE,
    NO_IMAGE,
    NEITHER,
    NOT_READ,
    SUMS_MATCH,
    SUMS_ALONE,
    SUMS_DIFFER,
    SIGNATURE,
)

# What a certificate can state wrongly about a file.
BYTES = "bytes"
FORMAT = "format"
SIZE = "size"
BITS = "bits"
PAGES = "pages"
STRUCTURE = "structure"


def alone(kind: str, name: str) -> "dict[str, Any]":
    """The verdict on an unpaired file of that kind and name."""
    if kind == CERTIFICATE:
        return {"status": NO_IMAGE}
    if kind == IMAGE:
        return {"status": NO_CERTIFICATE}
    return {"status": NOT_A_CERTIFICATE if name.lower().endswith(".txt") else NEITHER}


def title(verdict: "dict[str, Any]", language: str = catalogue.ENGLISH) -> str:
    """A verdict in one or a few words."""
    return catalogue.text(language, "verdict-" + verdict["status"], {})


def detail(
    verdict: "dict[str, Any]", language: str = catalogue.ENGLISH, of_some: bool = False
) -> str:
    """What a verdict means: what was compared, and what that does and does not show.

    `of_some`: said of the unchanged rows among others, not of the row beside it.
    """
    status = verdict["status"]
    key = "verdict-" + status + "-detail"
    values: "dict[str, Any]" = {}
    if status == NOT_READ:
        return sentence(verdict["code"], verdict["values"], language)
    if status == UNCHANGED and verdict["form"] == 1:
        key = "verdict-unchanged-first-detail"  # its certificate says less about the file
    if status == UNCHANGED:
        lead = "verdict-compared-of-some" if of_some else "verdict-compared"
        values["compared"] = catalogue.text(language, lead, {})
    if status in (SUMS_MATCH, SUMS_DIFFER):
        values = {"here": verdict["here"], "listed": verdict["listed"]}
        values["names"] = ", ".join(verdict["differing"])
    if status == ALTERED:
        values["line"] = verdict["line"]
        if not verdict["line"]:
            key = "verdict-certificate-slip-detail"
    if status == CONTRADICTED:
        told = [catalogue.text(language, "verdict-wrong-" + what, {}) for what in verdict["wrong"]]
        values["wrong"] = ", ".join(told)
    text = catalogue.text(language, key, values)
    if status == UNCHANGED and not _is_signed(verdict):
        text += " " + catalogue.text(language, "verdict-not-signed", {})
    return text


def _is_signed(verdict: "dict[str, Any]") -> bool:
    """True if a signature lies beside it, whatever it is worth: what it shows is told apart."""
    from pixelseal.model.signing import verdicts as signatures  # the page asks for it later

    found = verdict.get("signature")
    return found is not None and found["status"] != signatures.UNSIGNED


def named(about: str, name: str, language: str = catalogue.ENGLISH) -> str:
    """The note if a certificate names another file than the one it was compared with."""
    if not about or about == name:
        return ""
    return catalogue.text(language, "verdict-named", {"name": about})


def of_all(verdicts: "list[dict[str, Any]]") -> str:
    """The status of all rows, MIXED if they differ or there are none.

    A single row that is not unchanged matters: nothing may look as if all were well. A list of
    checksums that fits the other files says nothing else than they do.
    """
    found = {row["status"] for row in verdicts}
    if len(found) > 1:
        found -= {SUMS_MATCH, SIGNATURE}
    return found.pop() if len(found) == 1 else MIXED


def meanings(verdicts: "list[dict[str, Any]]", language: str = catalogue.ENGLISH) -> "list[str]":
    """What *unchanged* means for the unchanged rows, each sentence once; [] without any.

    Where other rows are not unchanged, it is said that this is not about them.
    """
    told, of_some, known = [], of_all(verdicts) != UNCHANGED, set()
    for row in verdicts:
        if row["status"] == UNCHANGED:
            about = (row["form"] == 1, _is_signed(row))  # all that `detail` says of it
            if about not in known:
                known.add(about)
                told.append(detail(row, language, of_some))
    return told


def summary(verdicts: "list[dict[str, Any]]", language: str = catalogue.ENGLISH) -> str:
    """How many of each, in the order of STATUSES."""
    told = []
    counts: "dict[str, int]" = {}
    for row in verdicts:
        counts[row["status"]] = counts.get(row["status"], 0) + 1
    for status in STATUSES:
        if status in counts:
            text = catalogue.text(language, "verdicts-" + status, {"count": counts[status]})
            told.append(text)
    if not told:
        return catalogue.text(language, "verdicts-none", {})
    return catalogue.text(language, "verdicts", {"told": ", ".join(told)})
