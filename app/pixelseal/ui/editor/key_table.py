"""Every key of the page, once: where it works, how it is written, what it does. Handles no event.

pixelseal.ui.editor.keys handles what has a command here, and Help lists all rows: a key that is not
in this table gives no command, and what the list says is what is handled.
"""

from pixelseal.model.screen.proposal import found_as
from pixelseal.ui.editor import tools
from pixelseal.ui.editor.document import MIRROR, TURN_LEFT, TURN_RIGHT

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.ui.editor.editor import Editor

STEP = 1  # image pixels
BIG_STEP = 10
PAN_STEP = 60.0  # CSS pixels
ZOOM_STEP = 1.25

LOOK = "l"  # on the canvas: the next unseen part
COMPARE = "h"  # on the canvas, held: what will be saved
HELP = "?"  # on the canvas, or where nothing has the focus

# Where keys work
CANVAS = "canvas"
PAGE = "page"
STRIP = "strip"
REVIEW = "review"

# Between the caps of a row
WITH = " + "
TO = " … "


class Row:
    """A line of the list: keys as in KeyboardEvent.key, in lower case where they are letters.

    `does` is the catalogue's key for what they do. `commands` are what each of the keys gives: on
    the canvas a function of the editor, on the page a command's name; () if the row is only listed.
    `caps` is how the keys are written, where that is not one after the other.
    """

    def __init__(
        self,
        where: str,
        does: str,
        keys: "tuple[str, ...]",
        commands: "tuple[object, ...]" = (),
        caps: "tuple[str, ...]" = (),
    ) -> None:
        self.where = where
        self.does = does
        self.keys = keys
        self.commands = commands
        self.caps = caps or _caps(keys)


def _caps(keys: "tuple[str, ...]") -> "tuple[str, ...]":
    found = []
    for key in keys:
        if found:
            found.append(" ")
        # "+" is a key, too.
        for part in key.split("+") if len(key) > 1 else [key]:
            if found and found[-1] != " ":
                found.append(WITH)
            found.append(part.upper() if len(part) == 1 else part)
    return tuple(found)


def _tool(name: str) -> "object":
    def take(editor: "Editor") -> None:
        editor.take_tool(name)

    return take


def delete(editor: "Editor") -> None:
    """Delete the selected record; after one that was found, the next of these is selected."""
    if found_as(editor.records.get(editor.selected)):
        from pixelseal.ui.editor import found_proposals

        found_proposals.throw_away(editor)
    else:
        editor.delete()


def _zoom_in(editor: "Editor") -> None:
    editor.zoom_by(ZOOM_STEP)


def _fit(editor: "Editor") -> None:
    editor.fit()


ROWS = (
    Row(CANVAS, "keys-mark-does", ("r", "m"), (_tool(tools.MARK), _tool(tools.MARK))),
    Row(CANVAS, "keys-ellipse-does", ("e",), (_tool(tools.ELLIPSE),)),
    Row(CANVAS, "keys-corners-does", ("p",), (_tool(tools.POLYGON),)),
    Row(CANVAS, "keys-stroke-does", ("b",), (_tool(tools.BRUSH),)),
    Row(CANVAS, "keys-keep-does", ("k",), (_tool(tools.KEEP),)),
    Row(CANVAS, "keys-crop-does", ("c",), (_tool(tools.CROP),)),
    Row(CANVAS, "keys-select-does", ("v",), (_tool(tools.SELECT),)),
    Row(CANVAS, "keys-add-does", ("n",), (lambda editor: editor.add_in_view(),)),
    Row(CANVAS, "keys-move-does", ("arrows",)),
    Row(CANVAS, "keys-grow-does", ("alt+arrows",)),
    Row(
        CANVAS,
        "keys-step-does",
        (".", ","),
        (lambda editor: editor.select_next(1), lambda editor: editor.select_next(-1)),
    ),
    Row(CANVAS, "keys-delete-does", ("Delete", "Backspace"), (delete, delete)),
    Row(CANVAS, "keys-duplicate-does", ("ctrl+d",), (lambda editor: editor.duplicate(),)),
    Row(
        CANVAS,
        "keys-brush-does",
        ("[", "]"),
        (lambda editor: editor.size_brush(-1), lambda editor: editor.size_brush(1)),
    ),
    Row(CANVAS, "keys-polygon-does", ("Enter", "Backspace")),
    Row(CANVAS, "keys-confirm-does", ("Enter",)),
    Row(CANVAS, "keys-confirm-all-does", ("shift+Enter",)),
    Row(CANVAS, "keys-found-does", ("arrows",)),
    Row(CANVAS, "keys-reason-does", (), (), ("shift", WITH, "A", TO, "R")),
    Row(CANVAS, "keys-turn-right-does", ("t",), (lambda editor: editor.turn(TURN_RIGHT),)),
    Row(CANVAS, "keys-turn-left-does", ("shift+t",), (lambda editor: editor.turn(TURN_LEFT),)),
    Row(CANVAS, "keys-mirror-does", ("x",), (lambda editor: editor.turn(MIRROR),)),
    Row(CANVAS, "keys-zoom-in-does", ("+", "="), (_zoom_in, _zoom_in)),
    Row(CANVAS, "keys-zoom-out-does", ("-",), (lambda editor: editor.zoom_by(1 / ZOOM_STEP),)),
    Row(CANVAS, "keys-fit-does", ("f", "0"), (_fit, _fit)),
    Row(CANVAS, "keys-actual-does", ("1",), (lambda editor: editor.actual_size(),)),
    Row(CANVAS, "keys-look-does", (LOOK,)),
    Row(CANVAS, "keys-travel-does", ("space",)),
    Row(CANVAS, "keys-compare-does", (COMPARE,)),
    Row(CANVAS, "keys-go-does", ("a", "d"), ("previous", "next")),
    Row(CANVAS, "keys-pan-does", (), (), ("space", WITH, "drag")),
    Row(CANVAS, "keys-escape-does", ("Escape",)),
    Row(CANVAS, "keys-help-does", (HELP,)),
    Row(PAGE, "keys-undo-does", ("ctrl+z",), ("undo",)),
    Row(PAGE, "keys-redo-does", ("ctrl+y", "ctrl+shift+z"), ("redo", "redo")),
    Row(PAGE, "keys-save-does", ("ctrl+s",), ("save",)),
    Row(PAGE, "keys-choose-all-does", ("ctrl+a",), ("choose_all",)),
    Row(PAGE, "keys-images-does", ("PageUp", "PageDown"), ("previous", "next")),
    Row(STRIP, "keys-along-does", ("ArrowLeft", "ArrowRight", "Home", "End")),
    Row(STRIP, "keys-choose-does", ("space",)),
    Row(STRIP, "keys-choose-none-does", ("Escape",)),
    Row(REVIEW, "keys-accept-does", ("Enter",)),
    Row(REVIEW, "keys-travel-does", ("space",)),
    Row(REVIEW, "keys-outlines-does", ("o",)),
    Row(REVIEW, "keys-left-cover-does", ("r",)),
    Row(REVIEW, "keys-left-stay-does", ("s",)),
    Row(REVIEW, "keys-left-step-does", (".", ",")),
    Row(REVIEW, "keys-review-step-does", ("a", "d", "n")),
    Row(REVIEW, "keys-edit-does", ("e", "Escape")),
)


def _given(where: str, names: bool) -> "dict[str, object]":
    """What each key of a place gives: a command's name, or a function of the editor."""
    found = {}
    for row in ROWS:
        if row.where == where:
            for key, command in zip(row.keys, row.commands):
                if isinstance(command, str) == names:
                    found[key] = command
    return found


COMMANDS = _given(CANVAS, False)
STEPS = _given(CANVAS, True)
ON_PAGE = _given(PAGE, True)
