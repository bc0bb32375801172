"""The key bindings. Knows no DOM events, only names of keys."""

from pixelseal.model import reasons
from pixelseal.ui.editor import tools
from pixelseal.ui.text import words

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.ui.editor.editor import Editor

STEP = 1  # image pixels
BIG_STEP = 10
PAN_STEP = 60.0  # CSS pixels
ZOOM_STEP = 1.25

LOOK = "l"  # on the canvas: the next unseen part
COMPARE = "h"  # on the canvas, held: what will be saved

ARROWS = {"ArrowLeft": (-1, 0), "ArrowRight": (1, 0), "ArrowUp": (0, -1), "ArrowDown": (0, 1)}

# Keys that work wherever the focus is, except in text fields.
PAGE_KEYS = {"PageDown": "next", "PageUp": "previous"}
# On the canvas: always, and with nothing to move.
_STEPS = {"a": "previous", "d": "next"}
_FREE_STEPS = {"ArrowLeft": "previous", "ArrowRight": "next"}
PAGE_CONTROL_KEYS = {"z": "undo", "y": "redo", "s": "save"}


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
    """The page's command for a key: next, previous, undo, redo, save; None if there is none."""
    if press.alt:
        return None
    if press.control:
        command = PAGE_CONTROL_KEYS.get(press.key.lower())
        return "redo" if command == "undo" and press.shift else command
    return None if press.shift else PAGE_KEYS.get(press.key)


def steps(editor: "Editor", press: Press) -> "str | None":
    """ "next" or "previous" for a key on the canvas that goes to another image, else None.

    The arrow keys do where there is nothing else for them: nothing is selected, and all of the
    image is in view.
    """
    if press.control or press.shift or press.alt or editor.path:
        return None
    free = editor.fitted and editor.selected is None
    return _STEPS.get(press.key.lower()) or (_FREE_STEPS.get(press.key) if free else None)


def confirms(editor: "Editor", press: Press) -> bool:
    """True for the key that confirms proposals; repeats of a held key confirm nothing."""
    held = press.control or press.shift or press.alt or press.repeat
    return press.key == "Enter" and not held and not editor.path and bool(editor.proposals)


def on_canvas(editor: "Editor", pointer: "object", press: Press) -> bool:
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
        if press.key.lower() == "d" and not press.alt:
            editor.duplicate()
            return True
        return False
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
        editor.give_reason(_REASONS[press.key.upper()])
        return True
    command = _COMMANDS.get(press.key.lower())
    if command is None:
        return False
    command(editor)
    return True


def is_look(press: Press) -> bool:
    """True for the key that shows the next unseen part."""
    return _is_plain(press, LOOK)


def is_compare(press: Press) -> bool:
    """True for the key that shows what will be saved, while it is held."""
    return _is_plain(press, COMPARE)


def _is_plain(press: Press, key: str) -> bool:
    return not (press.control or press.shift or press.alt) and press.key.lower() == key


def released(pointer: "object", key: str) -> None:
    """A key was released."""
    if key == " ":
        pointer.space = False


def _arrow(editor: "Editor", press: Press) -> None:
    dx, dy = ARROWS[press.key]
    step = BIG_STEP if press.shift else STEP
    if press.alt:
        editor.grow(dx * step, dy * step, press.repeat)
    elif editor.selected is None:
        factor = 4 if press.shift else 1
        editor.pan(-dx * PAN_STEP * factor, -dy * PAN_STEP * factor)
    else:
        editor.nudge(dx * step, dy * step, press.repeat)


def _tool(name: str) -> "object":
    def take(editor: "Editor") -> None:
        editor.take_tool(name)

    return take


_COMMANDS = {
    "n": lambda editor: editor.add_in_view(),
    "delete": lambda editor: editor.delete(),
    "backspace": lambda editor: editor.delete(),
    ".": lambda editor: editor.select_next(1),
    ",": lambda editor: editor.select_next(-1),
    "+": lambda editor: editor.zoom_by(ZOOM_STEP),
    "=": lambda editor: editor.zoom_by(ZOOM_STEP),
    "-": lambda editor: editor.zoom_by(1 / ZOOM_STEP),
    "0": lambda editor: editor.fit(),
    "1": lambda editor: editor.actual_size(),
    "[": lambda editor: editor.size_brush(-1),
    "]": lambda editor: editor.size_brush(1),
    "r": _tool(tools.MARK),
    "m": _tool(tools.MARK),
    "e": _tool(tools.ELLIPSE),
    "p": _tool(tools.POLYGON),
    "b": _tool(tools.BRUSH),
    "k": _tool(tools.KEEP),
    "c": _tool(tools.CROP),
    "v": _tool(tools.SELECT),
}

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
