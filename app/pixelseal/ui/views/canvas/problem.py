"""The line over the picture that says what is wrong with it. Decides nothing."""

from pixelseal.ui.browser import dom
from pixelseal.ui.text import words

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.ui.images.item import Item


def show(item: "Item") -> None:
    """Say what went wrong with an image, or what keeps it from being seen."""
    dim = item.dim and not item.bright
    dom.show(dom.by_id("problem"), item.error is not None or item.withdrawn or dim)
    key = "withdrawn" if item.withdrawn else "dim" if dim else ""
    text = words.say(key) if key else ""
    if item.error is not None:
        text = words.sentence(item.error[0], item.error[1])
    dom.put_text(dom.by_id("problem-text"), text)
    dom.show(dom.by_id("retry"), item.error is not None and item.can_retry)
