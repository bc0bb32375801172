"""What Verify answers, in words, for page and command line alike. Compares nothing itself.

A verdict is a dict: `status`, and of a pair what `app.core.verify.Verification` says of it.
"""

from app.model import catalogue
from app.model.messages import sentence

# Kinds of files, as `app.core.verify.identify` tells them apart.
IMAGE = "image"
CERTIFICATE = "certificate"
OTHER = "other"

# Of an image and a certificate.
UNCHANGED = "unchanged"
CHANGED = "changed"
NOT_THIS = "not-this-certificate"
ALTERED = "certificate-altered"
CONTRADICTED = "certificate-contradicted"
NEWER = "certificate-newer"
NOT_A_CERTIFICATE = "not-a-certificate"
# Of a file that has no other.
NO_CERTIFICATE = "no-certificate"
NO_IMAGE = "no-image"
NEITHER = "neither"
NOT_READ = "not-read"

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
)

# What a certificate can say of a file that is not so.
BYTES = "bytes"
FORMAT = "format"
SIZE = "size"
BITS = "bits"
PAGES = "pages"
STRUCTURE = "structure"
WRONG = (BYTES, FORMAT, SIZE, BITS, PAGES, STRUCTURE)


def title(verdict: "dict", language: str = catalogue.ENGLISH) -> str:
    """A verdict in one or a few words."""
    return catalogue.text(language, "verdict-" + verdict["status"], {})


def detail(verdict: "dict", language: str = catalogue.ENGLISH) -> str:
    """What a verdict means: what was compared, and what that shows and does not show."""
    status = verdict["status"]
    key, values = "verdict-" + status + "-detail", {}
    if status == NOT_READ:
        return sentence(verdict["code"], verdict["values"], language)
    if status == UNCHANGED and verdict["form"] == 1:
        key = "verdict-unchanged-first-detail"  # what its certificate says of the file is less
    if status == ALTERED:
        values["line"] = verdict["line"]
        if not verdict["line"]:
            key = "verdict-certificate-slip-detail"
    if status == CONTRADICTED:
        told = [catalogue.text(language, "verdict-wrong-" + what, {}) for what in verdict["wrong"]]
        values["wrong"] = ", ".join(told)
    return catalogue.text(language, key, values)


def all_unchanged(verdicts: "list[dict]") -> bool:
    """True if there is something, and nothing in it but images with their certificates."""
    return bool(verdicts) and {row["status"] for row in verdicts} == {UNCHANGED}


def summary(verdicts: "list[dict]", language: str = catalogue.ENGLISH) -> str:
    """How many of each, in the order of STATUSES."""
    told = []
    for status in STATUSES:
        count = len([row for row in verdicts if row["status"] == status])
        if count:
            told.append(catalogue.text(language, "verdicts-" + status, {"count": count}))
    return catalogue.text(language, "verdicts", {"told": ", ".join(told)})
