"""The events of a log and the facts of each: closed lists (docs/log.md, 2). Writes no log."""

from pixelseal.model.process import values
from pixelseal.model.project.preparation import BASES

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: MicroPython has no such module
    from collections.abc import Callable

BEGUN = "begun"
VERSION = "log/1"

PREPARATION = "preparation"
DEIDENTIFICATION = "de-identification"
VALIDATION = "validation"
STORAGE = "storage"
TRANSFER = "transfer"
RECEIPT = "receipt"
MONITORING = "monitoring"
TRAINING = "training"

OUTCOMES = ("kept", "changed")

# What a fact may be, by its name: the same wherever it stands.
_COUNTS = (
    "images",
    "accepted",
    "sent-back",
    "complete",
    "missing",
    "changed",
    "added",
    "unchanged",
    "other",
    "exercises",
    "missed",
)
_TEXTS = ("who", "to", "method", "purpose", "place", "name", "version")
_DIGESTS = ("policy", "sums", "validation", "receipt", "record", "manifest")
# Facts that may be null: what nobody said, or a file that was not made.
_OPEN = ("purpose", "basis", "policy", "sums", "validation", "receipt", "record")

# (event, its phase, its facts in the order in which they are told). MicroPython's dicts have no
# order, which the columns of a table need.
ROWS = (
    (BEGUN, "", ("log", "id")),
    ("policy-taken", PREPARATION, ("who", "name", "version", "policy")),
    ("prepared", PREPARATION, ("who", "images", "basis")),
    ("imported", PREPARATION, ("who", "images")),
    ("deidentified", DEIDENTIFICATION, ("who", "images")),
    ("reviewed", DEIDENTIFICATION, ("who", "images")),
    ("saved", DEIDENTIFICATION, ("who", "images", "sums")),
    ("validated", VALIDATION, ("who", "accepted", "sent-back", "validation")),
    ("sent-back", VALIDATION, ("who", "image")),
    ("stored", STORAGE, ("who", "place", "backup")),
    ("packed", TRANSFER, ("who", "images", "manifest")),
    ("sent", TRANSFER, ("who", "to", "method", "purpose", "manifest")),
    (
        "received",
        RECEIPT,
        ("who", "manifest", "complete", "missing", "changed", "added", "receipt"),
    ),
    ("verified", RECEIPT, ("who", "unchanged", "other")),
    ("monitored", MONITORING, ("who", "outcome")),
    ("trained", TRAINING, ("who", "exercises", "missed", "record")),
)
EVENTS = tuple([row[0] for row in ROWS])
# Those that a person adds; a log begins by itself.
ADDED = tuple([event for event in EVENTS if event != BEGUN])
_OF = {row[0]: row for row in ROWS}

# Every fact's name once, in the order in which they first stand above: the columns of a table.
FACTS: "tuple[str, ...]" = ()
for _event, _phase, _names in ROWS:
    FACTS += tuple([name for name in _names if name not in FACTS])


def phase(event: str) -> str:
    """The phase that an event belongs to; "" for the log's own beginning."""
    return _OF[event][1]


def facts_of(event: str) -> "tuple[str, ...]":
    """The names of an event's facts, in the order in which they are told."""
    return _OF[event][2]


def wrong(event: "object", facts: "object") -> "str | None":
    """The name of what this event may not have, or lacks, or has wrongly; None if all is right.

    "event" for one that is not in the list, "facts" for what is no object. An unlisted key is
    returned as it stands, and it may be text from a file.
    """
    if not isinstance(event, str) or event not in _OF:
        return "event"
    if not isinstance(facts, dict):
        return "facts"
    names = _OF[event][2]
    for name in sorted(facts):
        if name not in names:
            return str(name)
    for name in names:
        if name not in facts or not is_fact(name, facts[name]):
            return name
    return None


def is_fact(name: str, untrusted: "object") -> bool:
    """True if a fact of that name may have that value."""
    if untrusted is None:
        return name in _OPEN
    return _check(name)(untrusted)


def is_open(name: str) -> bool:
    """True if a fact of that name may be null: nobody said it, or there is no such file."""
    return name in _OPEN


def kind(name: str) -> str:
    """What a fact is, for whoever reads it from text: "count", "flag" or "text"."""
    if name in _COUNTS:
        return "count"
    return "flag" if name == "backup" else "text"


def _check(name: str) -> "Callable[[object], bool]":
    if name in _COUNTS:
        return values.is_count
    if name in _TEXTS:
        return values.is_text
    if name in _DIGESTS:
        return values.is_digest
    return _OTHERS[name]


_OTHERS: "dict[str, Callable[[object], bool]]" = {
    "log": lambda found: found == VERSION,
    "id": lambda found: values.is_digest(found, 16),
    "image": values.is_image,
    "basis": lambda found: found in BASES,
    "outcome": lambda found: found in OUTCOMES,
    "backup": lambda found: found is True or found is False,
}
