"""A validation with each kind of entry, for tests. Tests nothing."""

from pixelseal.model.process.validated_set import Pair, of_set
from pixelseal.model.process.validation import ACCEPTED, SENT_BACK, Entry, Mark, Validation

AT = "2026-11-29T21:40:00Z"
NAMES = ("P-1.jpg", "P-2.png", "P-3.jpg", "P-4.tiff")
PAIRS = [Pair(name, f"{at:064x}", f"{at + 16:064x}") for at, name in enumerate(NAMES)]  # fmt: skip
NOTE = "The name on the \u201cwristband\u201d can still be read, José."


def entry(pair, decision=ACCEPTED, note=None, mark=None):
    """The decision on an image."""
    return Entry(pair.image, pair.sha256, pair.certificate, decision, note, mark)


def made(own=False):
    """Two accepted, one sent back with a note alone, one with a mark: all but the last decided."""
    entries = (
        entry(PAIRS[0]),
        entry(PAIRS[1], SENT_BACK, NOTE, Mark(1, 10, 20, 30, 40)),
        entry(PAIRS[2], SENT_BACK, "Too dark to judge"),
    )
    return Validation("B. Person", "Privacy officer", AT, own, of_set(PAIRS), entries)
