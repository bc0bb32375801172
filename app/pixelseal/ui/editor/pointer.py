"""Turns pointer events into gestures of the editor. Knows no DOM: positions are numbers.

The same for mouse, pen and touch: one pressed pointer draws, moves or resizes; the middle button, a
press with the space bar held, and two fingers only move the view.
"""

from pixelseal.ui.editor.gestures import (
    SLACK,
    SLACK_TOUCH,
    Corner,
    Draw,
    Move,
    Pan,
    Pinch,
    Resize,
    Stroke,
)
from pixelseal.ui.editor.tools import BRUSH, POLYGON, SELECT

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.ui.editor.editor import Editor

REACH = {"mouse": 8.0, "pen": 12.0, "touch": 22.0}  # CSS pixels around a handle
WHEEL_STEP = 0.0015  # a notch of 100 zooms by about 16 %
CURSORS = {
    "nw": "nwse", "se": "nwse", "ne": "nesw", "sw": "nesw",
    "n": "ns", "s": "ns", "e": "ew", "w": "ew",
}  # fmt: skip


class Pointer:
    """The pointers on the canvas of one editor."""

    def __init__(self, editor: "Editor") -> None:
        self.editor = editor
        self.space = False  # the space bar is held
        self._gesture: "object" = None
        self._owner: "int | None" = None  # the pointer that makes the gesture
        self._touches = {}  # id -> position, fingers on the canvas
        self._pinch: "Pinch | None" = None

    @property
    def busy(self) -> bool:
        """True while a gesture is under way."""
        return self._gesture is not None or self._pinch is not None

    def down(self, key: int, kind: str, button: int, x: float, y: float) -> None:
        """A pointer was pressed: its id, "mouse", "pen" or "touch", the button, the position."""
        if self.editor.size is None:
            return
        if kind == "touch":
            self._touches[key] = (x, y)
            if len(self._touches) == 2:
                self._forget()
                fingers = list(self._touches.values())
                self._pinch = Pinch(self.editor, fingers[0], fingers[1])
            if len(self._touches) > 1:
                return
        if self._gesture is not None:
            return
        self._gesture = self._begin(kind, button, x, y)
        self._owner = key if self._gesture is not None else None

    def _begin(self, kind: str, button: int, x: float, y: float) -> "object":
        editor = self.editor
        slack = SLACK_TOUCH if kind == "touch" else SLACK
        if button == 1 or (button == 0 and self.space):
            return Pan(editor, x, y, 0.0)
        if button != 0:
            return None
        if editor.path:
            return Corner(editor, x, y, slack, REACH.get(kind, 8.0))
        handle = self.handle_at(kind, x, y)
        if handle is not None and editor.selected is not None:
            return Resize(editor, x, y, slack, editor.selected, handle)
        at = editor.view.to_image(x, y)
        hit = editor.region_at(at[0], at[1])
        if hit is not None and hit == editor.selected:
            return Move(editor, x, y, slack, hit)
        if editor.tool == POLYGON:
            return Corner(editor, x, y, slack, REACH.get(kind, 8.0))
        if editor.tool == BRUSH:
            return Stroke(editor, x, y, slack)
        if editor.tool != SELECT:
            return Draw(editor, x, y, slack)
        if hit is None:
            return Pan(editor, x, y, slack, True)
        editor.select(hit)
        return Move(editor, x, y, slack, hit)

    def move(self, key: int, x: float, y: float) -> None:
        """A pointer moved."""
        if key in self._touches:
            self._touches[key] = (x, y)
            if self._pinch is not None:
                fingers = list(self._touches.values())
                if len(fingers) > 1:
                    self._pinch.move(fingers[0], fingers[1])
                return
        if self._gesture is not None and key == self._owner:
            self._gesture.move(x, y)

    def up(self, key: int, x: float, y: float) -> None:
        """A pointer was lifted."""
        self.move(key, x, y)
        self._lift(key)
        if self._gesture is not None and key == self._owner:
            gesture, self._gesture = self._gesture, None
            gesture.end()

    def cancel(self, key: int) -> None:
        """The browser cancelled the pointer: its gesture is discarded."""
        self._lift(key)
        if key == self._owner:
            self._forget()

    def _lift(self, key: int) -> None:
        if key in self._touches:
            del self._touches[key]
            # A finger that remains after a pinch must not begin to draw.
            if not self._touches:
                self._pinch = None

    def abandon(self) -> bool:
        """Discard the current gesture or unfinished polygon (Escape); True if there was one."""
        busy = self._gesture is not None or bool(self.editor.path)
        self._forget()
        self.editor.path = []
        return busy

    def _forget(self) -> None:
        if self._gesture is not None:
            self._gesture.cancel()
            self._gesture = None

    def wheel(self, x: float, y: float, dx: float, dy: float, shift: bool) -> None:
        """The wheel turned by CSS pixels: zoom to the pointer, with Shift pan sideways."""
        if self.editor.size is None:
            return
        if shift:
            self.editor.pan(-(dx or dy), 0.0)
            return
        turn = max(-400.0, min(400.0, dy))
        self.editor.zoom_by(2.718281828 ** (-turn * WHEEL_STEP), x, y)

    def double(self, x: float, y: float) -> None:
        """A double click closes a polygon; with the select tool it zooms in at its position."""
        editor = self.editor
        if editor.size is None:
            return
        if editor.path:
            editor.close_path()
        elif editor.tool == SELECT:
            editor.zoom_by(2.0, x, y)

    def handle_at(self, kind: str, x: float, y: float) -> "str | None":
        """The handle of the selected region within reach of a screen position."""
        editor = self.editor
        if editor.selected is None:
            return None
        shape = editor.records[editor.selected].shape
        reach = REACH.get(kind, 8.0)
        wide, high = shape.width * editor.view.scale, shape.height * editor.view.scale
        at = editor.view.to_image(x, y)
        if max(wide, high) < 3 * reach and shape.contains(at[0], at[1]):
            return None  # a small region must remain movable
        best, nearest = None, reach * reach
        for handle, image_x, image_y in shape.handle_points():
            if len(handle) == 1 and (wide if handle in "ns" else high) < 4 * reach:
                continue  # the corners' reach covers this edge
            screen = editor.view.to_screen(image_x, image_y)
            away = (screen[0] - x) ** 2 + (screen[1] - y) ** 2
            if away <= nearest:
                best, nearest = handle, away
        return best

    def cursor(self, x: float, y: float) -> str:
        """The CSS cursor for a mouse at that position."""
        editor = self.editor
        if editor.size is None:
            return "default"
        if self.space or isinstance(self._gesture, Pan):
            return "grab"
        handle = self.handle_at("mouse", x, y)
        if handle is not None:
            return CURSORS[handle]
        at = editor.view.to_image(x, y)
        hit = editor.region_at(at[0], at[1])
        if hit is not None and (hit == editor.selected or editor.tool == SELECT):
            return "move"
        return "grab" if editor.tool == SELECT else "mark"
