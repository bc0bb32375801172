"""What a pressed pointer does, one class per gesture. Does not decide which one begins.

Each has `move`, `end` and `cancel`; nothing changes the document before `end`, so that cancelling
just discards the gesture, and a gesture is one step of undo.
"""

from pixelseal.model.recipe.geometry import outward
from pixelseal.model.recipe.shape_json import MAX_STROKE
from pixelseal.model.recipe.shapes import Brush
from pixelseal.model.screen.stroke import thinned
from pixelseal.ui.editor import tools
from pixelseal.ui.text import words

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.model.recipe.geometry import Shape
    from pixelseal.ui.editor.editor import Editor

SLACK = 4.0  # CSS pixels that a pointer may move before a press becomes a drag
SLACK_TOUCH = 9.0
THIN_AT = 1000  # points of a stroke, after each of which it is simplified
CLOSE = 64  # a point is dropped if the line stays within this fraction of the brush


class Gesture:
    """A press that has not become a drag yet; `slack` in CSS pixels."""

    def __init__(self, editor: "Editor", x: float, y: float, slack: float) -> None:
        self.editor = editor
        self.start = (x, y)
        self.start_image = editor.view.to_image(x, y)
        self.slack = slack
        self.dragging = False

    def move(self, x: float, y: float) -> None:
        """The pointer is at (x, y) of the canvas."""
        far = max(abs(x - self.start[0]), abs(y - self.start[1]))
        if self.dragging or far >= self.slack:
            self.dragging = True
            self.drag(x, y)

    def drag(self, x: float, y: float) -> None:
        """Handle movement once it is a drag."""

    def end(self) -> None:
        """The pointer was lifted."""
        if not self.dragging:
            self.click()
            return
        draft, self.editor.draft = self.editor.draft, None
        if draft is not None:
            self.commit(draft[1])

    def click(self) -> None:
        """Pressed and lifted without a drag: select what is there, or nothing."""
        self.editor.select(self.editor.region_at(self.start_image[0], self.start_image[1]))

    def commit(self, shape: "Shape") -> None:
        """The drag ended with this shape."""

    def cancel(self) -> None:
        """Discard it."""
        self.editor.draft = None


class Draw(Gesture):
    """Draw the tool's shape in a frame; without a drag, select."""

    def drag(self, x: float, y: float) -> None:
        """The frame from the press to here, rounded outward, within the image."""
        editor = self.editor
        now = editor.view.to_image(x, y)
        frame = outward(self.start_image[0], self.start_image[1], now[0], now[1])
        inside = frame.clipped(editor.size[0], editor.size[1])
        editor.draft = None
        if inside is not None:
            editor.draft = (None, tools.framed(editor.tool, inside, editor.diameter))

    def commit(self, shape: "Shape") -> None:
        """Add it."""
        self.editor.draw(shape)


class Stroke(Gesture):
    """Draw with the brush; without a drag, select what is there, or leave a dot."""

    def __init__(self, editor: "Editor", x: float, y: float, slack: float) -> None:
        super().__init__(editor, x, y, slack)
        self.apart = max(1.0, editor.diameter / 8)  # image pixels between points
        self.points = [self._corner(x, y)]
        self.thin_at = THIN_AT

    def _corner(self, x: float, y: float) -> "tuple[int, int]":
        size = self.editor.size
        at = self.editor.view.to_image(x, y)
        return max(0, min(round(at[0]), size[0])), max(0, min(round(at[1]), size[1]))

    def drag(self, x: float, y: float) -> None:
        """Extend the stroke to here, or end it at the longest that a recipe allows."""
        if len(self.points) == MAX_STROKE:
            self.editor.said = words.say("stroke-full")
            return
        at, last = self._corner(x, y), self.points[-1]
        if max(abs(at[0] - last[0]), abs(at[1] - last[1])) < self.apart:
            return
        self.points.append(at)
        if len(self.points) == self.thin_at:
            self.points = thinned(self.points, max(0.5, self.editor.diameter / CLOSE))
            self.thin_at = len(self.points) + THIN_AT
        self.editor.draft = (None, Brush(self.points, self.editor.diameter))

    def click(self) -> None:
        """Select, or a dot of the brush's size."""
        super().click()
        if self.editor.selected is None:
            self.editor.draw(Brush(self.points, self.editor.diameter))

    def commit(self, shape: "Shape") -> None:
        """Add the stroke."""
        self.editor.draw(shape)


class Corner(Gesture):
    """Add a corner of a polygon where the pointer is lifted; on the first one, close it."""

    def __init__(self, editor: "Editor", x: float, y: float, slack: float, reach: float) -> None:
        super().__init__(editor, x, y, slack)
        self.at = (x, y)
        self.reach = reach  # CSS pixels around the first corner

    def drag(self, x: float, y: float) -> None:
        """The corner will be here."""
        self.at = (x, y)

    def end(self) -> None:
        """Add it there."""
        editor = self.editor
        if len(editor.path) > 2:
            first = editor.view.to_screen(editor.path[0][0], editor.path[0][1])
            if max(abs(self.at[0] - first[0]), abs(self.at[1] - first[1])) <= self.reach:
                editor.close_path()
                return
        if not editor.path and not self.dragging:
            self.click()
            if editor.selected is not None:
                return  # a press on a region grabs it, as with every tool
        at = editor.view.to_image(self.at[0], self.at[1])
        editor.add_corner(at[0], at[1])


class Move(Gesture):
    """Move a region by whole pixels."""

    def __init__(self, editor: "Editor", x: float, y: float, slack: float, key: int) -> None:
        super().__init__(editor, x, y, slack)
        self.key = key
        self.shape = editor.records[key].shape

    def drag(self, x: float, y: float) -> None:
        """Let the region follow the pointer within the image."""
        now = self.editor.view.to_image(x, y)
        dx = round(now[0] - self.start_image[0])
        dy = round(now[1] - self.start_image[1])
        size = self.editor.size
        self.editor.draft = (self.key, self.shape.moved(dx, dy).inside(size[0], size[1]))

    def commit(self, shape: "Shape") -> None:
        """Put the region there."""
        self.editor.set_shape(self.key, shape)


class Resize(Move):
    """Drag one of the eight handles of a region."""

    def __init__(
        self, editor: "Editor", x: float, y: float, slack: float, key: int, handle: str
    ) -> None:
        super().__init__(editor, x, y, slack, key)
        self.handle = handle
        # The press is rarely exactly on the corner; keep the distance while dragging.
        for name, handle_x, handle_y in self.shape.handle_points():
            if name == handle:
                self.offset = (handle_x - self.start_image[0], handle_y - self.start_image[1])

    def drag(self, x: float, y: float) -> None:
        """The handle's edges follow the pointer, rounded outward."""
        now = self.editor.view.to_image(x, y)
        shape = self.shape.stretched(self.handle, now[0] + self.offset[0], now[1] + self.offset[1])
        size = self.editor.size
        inside = shape.clipped(size[0], size[1])
        if inside is not None:
            self.editor.draft = (self.key, inside)


class Pan(Gesture):
    """Move the view; never touches a region."""

    def __init__(
        self, editor: "Editor", x: float, y: float, slack: float, deselect: bool = False
    ) -> None:
        super().__init__(editor, x, y, slack)
        self.view = editor.view
        self.deselect = deselect

    def drag(self, x: float, y: float) -> None:
        """The image follows the pointer."""
        self.editor.view = self.view
        self.editor.pan(x - self.start[0], y - self.start[1])

    def click(self) -> None:
        """A press on nothing deselects, if this pan began with the select tool."""
        if self.deselect:
            self.editor.select(None)


class Pinch:
    """Two fingers: zoom and pan at once; never touches a region."""

    def __init__(self, editor: "Editor", first: "tuple", second: "tuple") -> None:
        self.editor = editor
        self.view = editor.view
        self.middle, self.distance = _span(first, second)

    def move(self, first: "tuple", second: "tuple") -> None:
        """Update the fingers' positions: what was between them stays between them."""
        middle, distance = _span(first, second)
        self.editor.view = self.view
        self.editor.zoom_by(distance / self.distance, self.middle[0], self.middle[1])
        self.editor.pan(middle[0] - self.middle[0], middle[1] - self.middle[1])


def _span(first: "tuple", second: "tuple") -> "tuple":
    dx, dy = second[0] - first[0], second[1] - first[1]
    middle = ((first[0] + second[0]) / 2, (first[1] + second[1]) / 2)
    return middle, max(1.0, (dx * dx + dy * dy) ** 0.5)
