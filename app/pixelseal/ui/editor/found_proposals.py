"""Going through what was found on an image: from one to the next, taken or thrown away.

Draws nothing, and asks no finder.
"""

from pixelseal.model.screen.proposal import found_as
from pixelseal.ui.text import words

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.ui.editor.editor import Editor


def waiting(editor: "Editor") -> "list[int]":
    """The ids of what was found and waits, in order."""
    return [key for key in editor.ids() if found_as(editor.records[key])]


def step(editor: "Editor", by: int) -> None:
    """Select the next (1) or previous (-1) of them, and bring it into view."""
    keys = waiting(editor)
    if not keys:
        editor.said = words.say("found-none-left")
        return
    if editor.selected in keys:
        place = (keys.index(editor.selected) + by) % len(keys)
    else:
        place = 0 if by > 0 else len(keys) - 1
    editor.select(keys[place])
    editor.reveal()


def take(editor: "Editor") -> bool:
    """Make the selected one a region, and select the next; False, and nothing, if it is too many.

    After the last one nothing is selected: the next arrow key goes to another image.
    """
    key = editor.selected
    if key is None:
        return False
    following = _following(editor, key)
    if not editor.confirm_one(key):
        return False
    _go(editor, following)
    return True


def throw_away(editor: "Editor") -> None:
    """Delete the selected one, and select the next."""
    key = editor.selected
    if key is not None:
        following = _following(editor, key)
        editor.delete()
        _go(editor, following)


def _following(editor: "Editor", key: int) -> "int | None":
    """The one after that; after the last one the first; None if there is no other."""
    keys = waiting(editor)
    place = keys.index(key) + 1
    return (keys[place:] + keys[: place - 1] + [None])[0]


def _go(editor: "Editor", key: "int | None") -> None:
    said = editor.said
    if key is None:
        editor.selected = None
        editor.said = said + ". " + words.say("found-none-left")
        return
    editor.select(key)
    editor.reveal()
    editor.said = said + ". " + editor.said
