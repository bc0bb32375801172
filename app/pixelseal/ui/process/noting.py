"""What a part notes in the open log by itself, and what is said of it. Opens no log."""

from pixelseal.model.errors import PixelsealError
from pixelseal.ui.process.desk import Desk
from pixelseal.ui.text import words
from pixelseal.ui.text.message import Message


def noted(desk: Desk, event: str, facts: "dict[str, object]") -> Message:
    """Add a line if a log is open; says whether there is one."""
    if not desk.log.is_open:
        return Message(words.say, "package-not-logged")
    try:
        desk.log.add(desk.moment(), event, facts)
    except PixelsealError as failure:
        return Message(words.sentence, failure.code, failure.values)
    return Message(words.say, "package-logged")
