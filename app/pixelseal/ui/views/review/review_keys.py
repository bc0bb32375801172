"""The keys of the review. Does nothing but move the view."""

from pixelseal.ui.editor.key_table import PAN_STEP, ZOOM_STEP
from pixelseal.ui.editor.keys import ARROWS

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.ui.editor.editor import Editor
    from pixelseal.ui.editor.keys import Press

CONFIRM = "confirm"
SAVE = "save"
NEXT = "next"
PREVIOUS = "previous"
TRAVEL = "travel"
OUTLINE = "outline"
COVER = "cover"
STAY = "stay"
NEXT_PLACE = "next-place"
PREVIOUS_PLACE = "previous-place"
EDIT = "edit"
LEAVE = "leave"
VIEW = "view"
NOTHING = "nothing"  # a key of the editor's, which must not act here

_ALWAYS = {
    "Escape": LEAVE,
    "PageDown": NEXT,
    "PageUp": PREVIOUS,
    "e": EDIT,
    "n": NEXT,
    "d": NEXT,
    "a": PREVIOUS,
    "o": OUTLINE,
    "l": TRAVEL,
    "r": COVER,
    "s": STAY,
    ".": NEXT_PLACE,
    ",": PREVIOUS_PLACE,
    "+": VIEW,
    "=": VIEW,
    "-": VIEW,
    "0": VIEW,
    "1": VIEW,
}
_FITTED = {"ArrowRight": NEXT, "ArrowDown": NEXT, "ArrowLeft": PREVIOUS, "ArrowUp": PREVIOUS}
# What a focused element does with a key by itself, by its kind.
_OWN = {"button": ("Enter", " "), "box": (" ",)}
# Where the keys of one character act; a field or a tick box in it has them for itself.
_HERE = "#canvas,#gate,#review-list"
# Outside of that, only these act: none that somebody may mean for what has the focus.
_ANYWHERE = ("Escape", "PageDown", "PageUp")


def field_of(target: "object") -> str:
    """What has the focus, for `command`."""
    if target.closest("body *") is not None and target.closest(_HERE) is None:
        return "text" if target.closest("input,textarea,select") is not None else "away"
    if target.closest("input[type=checkbox],input[type=radio]") is not None:
        return "box"
    if target.closest("input,textarea,select") is not None:
        return "text"
    return "button" if target.closest("button,summary,a") is not None else ""


def command(press: "Press", fitted: bool, field: str) -> "str | None":
    """What a key does, None if it is left to the browser.

    `fitted` if all of the picture is in view; `field` says what has the focus: "text" into which is
    typed or a list of choices, "button", "box" to tick, "away" for what is not of the review, or ""
    for anything else.
    """
    key = press.key if len(press.key) > 1 else press.key.lower()
    if press.control:
        if key == "s" and not press.alt:
            return NOTHING if press.repeat else SAVE
        return NOTHING if key in ("z", "y") else None
    if press.alt or field == "text" or key in _OWN.get(field, ()):
        return None
    if field == "away":
        return _ALWAYS[key] if key in _ANYWHERE else None
    if field == "box" and len(key) == 1:
        return None  # nothing is meant by it but the box
    if key == "Enter":
        if press.repeat or press.shift:
            return NOTHING
        return SAVE if field == "box" else CONFIRM
    if key == " ":
        return TRAVEL
    if key in _FITTED:
        return _FITTED[key] if fitted else VIEW
    return None if press.shift and key not in ("+", "=") else _ALWAYS.get(key)


def move_view(editor: "Editor", press: "Press") -> None:
    """Zoom or pan."""
    if press.key in ARROWS:
        dx, dy = ARROWS[press.key]
        factor = 4 if press.shift else 1
        editor.pan(-dx * PAN_STEP * factor, -dy * PAN_STEP * factor)
    elif press.key == "0":
        editor.fit()
    elif press.key == "1":
        editor.actual_size()
    else:
        editor.zoom_by(1 / ZOOM_STEP if press.key == "-" else ZOOM_STEP)
