"""Handles keys by the table (pixelseal.ui.editor.key_table). Knows no DOM events."""

from pixelseal.model import reasons
from pixelseal.model.screen.proposal import found_as
from pixelseal.ui.editor.key_table import (
    BIG_STEP,
    COMMANDS,
    COMPARE,
    HELP,
    LOOK,
    ON_PAGE,
    PAN_STEP,
    STEP,
    STEPS,
)
from pixelseal.ui.text import words

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.ui.editor.editor import Editor
    from pixelseal.ui.editor.pointer import Pointer

ARROWS = {"ArrowLeft": (-1, 0), "ArrowRight": (1, 0), "ArrowUp": (0, -1), "ArrowDown": (0, 1)}

# On the canvas, with nothing to move.
_FREE_STEPS = {"ArrowLeft": "previous", "ArrowRight": "next"}


class Press:
    """A key press: its name as in KeyboardEvent.key, and the modifiers."""

    def __init__(
        self,
        key: str,
        control: bool = False,
        shift: bool = False,
        alt: bool = False,
        repeat: bool = False,
    ) -> None:
        self.key = key
        self.control = control  # Control, or Command on a Mac
        self.shift = shift
        self.alt = alt
        self.repeat = repeat


def on_page(press: Press) -> "str | None":
    """The page's command for a key, such as next, previous, undo, save; None if there is none.

    These work wherever the focus is, except in text fields.
    """
    if press.alt:
        return None
    if not press.control:
        return None if press.shift else ON_PAGE.get(press.key)
    key = press.key.lower()
    shifted = ON_PAGE.get("ctrl+shift+" + key) if press.shift else None
    return shifted or ON_PAGE.get("ctrl+" + key)


def is_help(press: Press) -> bool:
    """True for the key that lists all keys, however a keyboard's layout makes that character."""
    return press.key == HELP and not (press.control or press.repeat)


def steps(editor: "Editor", press: Press) -> "str | None":
    """ "next" or "previous" for a key on the canvas that goes to another image, else None.

    The arrow keys do where there is nothing else for them: nothing is selected, and all of the
    image is in view.
    """
    if press.control or press.shift or press.alt or editor.path:
        return None
    free = editor.fitted and editor.selected is None
    return STEPS.get(press.key.lower()) or (_FREE_STEPS.get(press.key) if free else None)


def confirms(editor: "Editor", press: Press) -> bool:
    """True for the key that confirms proposals; repeats of a held key confirm nothing.

    With Shift all of the image.
    """
    held = press.control or press.alt or press.repeat
    return press.key == "Enter" and not held and not editor.path and bool(editor.proposals)


def on_canvas(editor: "Editor", pointer: "Pointer", press: Press) -> bool:
    """Handle a key while the canvas has the focus; False if it has no meaning there.

    Tab is left alone: the focus must be able to leave (WCAG 2.1.2).
    """
    if editor.size is None:
        return False
    if pointer.busy and press.key not in (" ", "Escape"):
        pointer.abandon()  # a key that changes regions must not interfere with a drag
    if editor.path and not press.control and press.key in _OF_PATH:
        _OF_PATH[press.key](editor)
        return True
    if press.key in ARROWS and not press.control:
        _arrow(editor, press)
        return True
    if press.control:
        command = None if press.alt else COMMANDS.get("ctrl+" + press.key.lower())
        if command is not None:
            command(editor)
        return command is not None
    if press.alt:
        return False
    if press.key == " ":
        pointer.space = True
        return True
    if press.key == "Escape":
        if pointer.abandon():
            editor.said = words.say("stopped")
        elif editor.selected is not None:
            editor.select(None)
        else:
            return False
        return True
    if press.shift and press.key.upper() in _REASONS:
        if not press.repeat:  # a held key would give it and take it away
            editor.give_reason(_REASONS[press.key.upper()])
        return True
    key = press.key if len(press.key) > 1 else press.key.lower()
    command = COMMANDS.get("shift+" + key) if press.shift else None
    command = command or COMMANDS.get(key)
    if command is None:
        return False
    command(editor)
    return True


def is_look(press: Press) -> bool:
    """True for the key that shows the next unseen part."""
    return _is_plain(press, LOOK)


def travels(pointer: "Pointer", press: Press) -> bool:
    """True for the repeats of the held space bar, which goes through what was not seen yet."""
    return press.repeat and _is_plain(press, " ") and not pointer.busy


def is_compare(press: Press) -> bool:
    """True for the key that shows what will be saved, while it is held."""
    return _is_plain(press, COMPARE)


def _is_plain(press: Press, key: str) -> bool:
    return not (press.control or press.shift or press.alt) and press.key.lower() == key


def released(pointer: "Pointer", key: str) -> None:
    """A key was released."""
    if key == " ":
        pointer.space = False


def _arrow(editor: "Editor", press: Press) -> None:
    dx, dy = ARROWS[press.key]
    step = BIG_STEP if press.shift else STEP
    if not press.alt and not press.shift and found_as(editor.records.get(editor.selected)):
        from pixelseal.ui.editor import found_proposals

        found_proposals.step(editor, 1 if dx + dy > 0 else -1)
        return
    if press.alt:
        editor.grow(dx * step, dy * step, press.repeat)
    elif editor.selected is None:
        factor = 4 if press.shift else 1
        editor.pan(-dx * PAN_STEP * factor, -dy * PAN_STEP * factor)
    else:
        editor.nudge(dx * step, dy * step, press.repeat)


# While a polygon is being drawn.
_OF_PATH = {
    "Enter": lambda editor: editor.close_path(),
    "Backspace": lambda editor: editor.drop_corner(),
    "Delete": lambda editor: editor.drop_corner(),
}

# With Shift: the identifier's letter; two more keys for reasons without a letter.
_REASONS = {"X": reasons.OTHER, "Z": None}
for _letter in reasons.LETTERS:
    _REASONS[_letter] = _letter
