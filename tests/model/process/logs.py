"""A log with each event once, for tests. Tests nothing."""

from pixelseal.model.process import events, log

AT = "2026-11-29T21:40:00Z"
ONE = "1" * 64
WHO = "A. Person, Imaging"

FACTS = {
    "policy-taken": {"who": WHO, "name": "Photos", "version": "2026.1", "policy": ONE},
    "prepared": {"who": WHO, "images": 12, "basis": "safe-harbor"},
    "imported": {"who": WHO, "images": 12},
    "deidentified": {"who": WHO, "images": 12},
    "reviewed": {"who": WHO, "images": 12},
    "saved": {"who": WHO, "images": 12, "sums": None},
    "validated": {"who": "B. Person", "accepted": 11, "sent-back": 1, "validation": ONE},
    "sent-back": {"who": "B. Person", "image": "P-7-p001.jpg"},
    "stored": {"who": WHO, "place": "Share 4, folder 2", "backup": True},
    "packed": {"who": WHO, "images": 11, "manifest": ONE},
    "sent": {
        "who": WHO, "to": "Registry of St. Example", "method": "SFTP", "purpose": None,
        "manifest": ONE,
    },
    "received": {
        "who": "C. Person", "manifest": ONE, "complete": 22, "missing": 0, "changed": 0,
        "added": 0, "receipt": ONE,
    },
    "verified": {"who": "C. Person", "unchanged": 11, "other": 0},
    "monitored": {"who": WHO, "outcome": "kept"},
    "trained": {"who": WHO, "exercises": 10, "missed": 2, "record": None},
}  # fmt: skip


def made(id="0123456789abcdef"):
    """The lines of a log with each event once, in the order of the list."""
    lines = [log.begun(AT, id)]
    for event in events.ADDED:
        lines.append(log.added(lines[-1], AT, event, FACTS[event]))
    return lines
