"""The line over the picture that says what is wrong with it. Decides nothing."""

from pixelseal.ui.browser import dom
from pixelseal.ui.images.in_force import forbidden_of
from pixelseal.ui.text import words

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.ui.images.item import Item


def show(item: "Item") -> None:
    """Say what went wrong with an image, or what keeps it from being seen."""
    dim = item.dim and not item.bright
    refused = forbidden_of(item)
    if refused is not None and refused.code in (
        "policy-not-seen", "policy-finder", "policy-find-again",
    ):  # fmt: skip
        refused = None  # what it demands of looking is asked for by the review
    wrong = item.error is not None or refused is not None
    dom.show(dom.by_id("problem"), wrong or item.withdrawn or dim)
    key = "withdrawn" if item.withdrawn else "dim" if dim else ""
    text = words.say(key) if key else ""
    if item.error is not None:
        text = words.sentence(*item.error)
    elif refused is not None:
        text = words.sentence(refused.code, refused.values)
    dom.put_text(dom.by_id("problem-text"), text)
    dom.show(dom.by_id("retry"), item.error is not None and item.can_retry)
