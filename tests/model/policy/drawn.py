"""A policy as an institution may write one, with what a test changes in it."""

from pixelseal.model.policy import policy
from pixelseal.model.recipe import canonical

GOOD = {
    "pixelseal": "policy/1",
    "name": "Drawn Hospital, dermatology",
    "version": "2026-11",
    "contact": "privacy@example.org",
    "wording": "Cover every face.\nAsk if in doubt.",
    "valid_until": None,
    "methods": {"fill": {"colours": []}, "mosaic": {"least": 64}, "blur": None},
    "formats": ["png", "jpeg"],
    "alternate_id": {"use": "any", "begins": ""},
    "review": {"looked": "no", "answered": []},
    "second_person": False,
    "finders": [],
}


def text(**changes):
    """The bytes of the file with these entries in place of its own."""
    return canonical.dump(dict(GOOD, **changes)).encode()


def drawn(**changes):
    """The policy with these entries in place of its own."""
    return policy.parse(text(**changes))
