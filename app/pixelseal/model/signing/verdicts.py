"""What the look at a signature can show, in words (docs/signing.md, 5). Checks none.

A verdict is a dict: `status`, `signer` (the principals whom a list of signers has for the key,
else "") and `key` (its fingerprint, "" if none was read).
"""

from pixelseal.model import catalogue

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: MicroPython has no such module
    from typing import Any

UNSIGNED = "unsigned"  # no signature lies beside it
SIGNED = "signed"
FOREIGN = "signed-by-stranger"  # the key is not in the list of signers
UNNAMED = "signed-by-unnamed"  # no list of signers was given
WRONG = "signature-wrong"  # made for other bytes, or with another key
ELSEWHERE = "signature-for-other-use"
OTHER_KIND = "signature-other-kind"
UNREADABLE = "signature-unreadable"
ALONE = "signature-alone"  # what it would be of is not there
NOT_CHECKED = "signature-not-checked"  # nothing here can

STATUSES = (
    SIGNED,
    UNNAMED,
    FOREIGN,
    WRONG,
    ELSEWHERE,
    OTHER_KIND,
    UNREADABLE,
    ALONE,
    NOT_CHECKED,
    UNSIGNED,
)


def verdict(status: str, signer: str = "", key: str = "") -> "dict[str, Any]":
    """A verdict of that status."""
    return {"status": status, "signer": signer, "key": key}


def title(found: "dict[str, Any]", language: str = catalogue.ENGLISH) -> str:
    """A verdict in a few words, with the signer's name and the key's if they are known."""
    named = ": " + found["signer"] if found["signer"] else ""
    return name(found["status"], language) + named + (" " + found["key"] if found["key"] else "")


def detail(status: str, language: str = catalogue.ENGLISH) -> str:
    """What a status shows, what it does not, and what to do."""
    return catalogue.text(language, "signing-" + status + "-detail", {})


def details(found: "list[dict[str, Any]]", language: str = catalogue.ENGLISH) -> "list[str]":
    """The detail of each status that occurs, once, in the order of STATUSES."""
    given = {row["status"] for row in found}
    told = []
    for status in STATUSES:
        if status in given:
            told.append(name(status, language) + ": " + detail(status, language))
    return told


def name(status: str, language: str = catalogue.ENGLISH) -> str:
    """A status in a few words."""
    return catalogue.text(language, "signing-" + status, {})


def summary(found: "list[dict[str, Any]]", language: str = catalogue.ENGLISH) -> str:
    """How many of each, in the order of STATUSES; "" for none."""
    told = []
    for status in STATUSES:
        count = len([row for row in found if row["status"] == status])
        if count:
            told.append(name(status, language) + ": " + str(count))
    return catalogue.text(language, "signing-counts", {"told": "; ".join(told)}) if told else ""


def is_enough(status: str, asked: bool) -> bool:
    """True if nothing is wrong: with a list of signers, only what one of them signed is enough."""
    return status == SIGNED or (not asked and status in (UNSIGNED, UNNAMED))
