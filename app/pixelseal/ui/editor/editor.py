"""The editor of one image, without a screen: tools, selection, view, over the records.

Takes commands and keeps state; pixelseal.ui.editor.pointer and pixelseal.ui.editor.keys translate
input into commands. Draws nothing and knows no engine.
"""

from pixelseal.model.recipe.geometry import Rectangle, Shape
from pixelseal.model.recipe.orientation import placed, size_of
from pixelseal.model.recipe.region import Region
from pixelseal.model.recipe.shape_json import MAX_CORNERS
from pixelseal.model.recipe.shapes import Polygon
from pixelseal.model.screen import viewport
from pixelseal.model.screen.grid import grid_of
from pixelseal.ui.editor import tools
from pixelseal.ui.editor.grown_outlines import Growths
from pixelseal.ui.editor.region_records import RegionRecords
from pixelseal.ui.editor.soft_previews import SoftPreviews
from pixelseal.ui.editor.tools import CROP, SELECT
from pixelseal.ui.text import words

_NEARLY = 1.0  # CSS pixels that rounding may lose at an edge
EDGE = 8.0  # CSS pixels within which a pointer hits the edge of an area to keep


class Editor(RegionRecords):
    """The editing state of one image: its records and their display."""

    def __init__(self) -> None:
        super().__init__()
        self.canvas = viewport.Canvas(1.0, 1.0)
        self.view = viewport.View(1.0, 0.0, 0.0)
        self.fitted = True  # the view follows the canvas until the person zooms or pans
        self.frame: "Rectangle | None" = None  # what `fit` shows, None for the whole image
        self.diameter = tools.USUAL_BRUSH  # of the brush, in image pixels
        # (id or None, Shape): what the current gesture would result in
        self.draft: "tuple[int | None, Shape] | None" = None
        self.path = []  # corners of the unfinished polygon
        # how rectangles grow when they are covered, None if nothing does
        self.grid: "object" = None
        self._facts: "dict | None" = None
        self.growths = Growths()  # the same for everything else, as far as the engine has answered
        self.softened = SoftPreviews()  # mosaics and blurs as they will be saved
        # what a second person noted: `mark`, a Rectangle or None, while it lies as `turned` says
        self.noted: "object" = None
        # where the pointer is, in CSS pixels of the canvas
        self.hover: "tuple[float, float] | None" = None

    def shape(self, key: int) -> Shape:
        """A record's shape, including the effect of the current gesture."""
        if self.draft is not None and self.draft[0] == key:
            return self.draft[1]
        return self.records[key].shape

    def undo(self) -> None:
        """Undo the last corner of an unfinished polygon, else the last step."""
        self.draft = None
        if self.path:
            self.drop_corner()
        else:
            super().undo()

    def redo(self) -> None:
        """Redo the last undone step."""
        self.draft = None
        super().redo()

    def add_in_view(self) -> None:
        """Add the tool's shape in the middle of the view, for drawing by keyboard."""
        seen = viewport.visible(self.view, self.size, self.canvas)
        part = 3 if self.tool == CROP else 1  # quarters of the view
        width, height = max(4, seen.width * part // 4), max(4, seen.height * part // 4)
        x, y = seen.x + (seen.width - width) // 2, seen.y + (seen.height - height) // 2
        frame = Rectangle(x, y, width, height).inside(self.size[0], self.size[1])
        self.draw(tools.framed(self.tool, frame, self.diameter))

    # The unfinished polygon

    def add_corner(self, x: float, y: float) -> None:
        """Add a corner to the polygon at an image position."""
        corner = (
            max(0, min(round(x), self.size[0])),
            max(0, min(round(y), self.size[1])),
        )
        if len(self.path) == MAX_CORNERS:
            self.said = words.say("corners-full", count=MAX_CORNERS)
            return
        if not self.path or self.path[-1] != corner:
            self.path = self.path + [corner]
        self.said = words.say("corners", count=len(self.path))

    def drop_corner(self) -> None:
        """Remove the polygon's last corner."""
        self.path = self.path[:-1]
        self.said = words.say("corners", count=len(self.path))

    def close_path(self) -> bool:
        """Turn the polygon into a region; False, and nothing happens, if it has no area."""
        corners, self.path = self.path, []
        if len(corners) < 3:
            self.said = words.say("too-few-corners")
            return False
        shape = Polygon(corners)
        if not shape.width or not shape.height:
            self.said = words.say("too-few-corners")
            return False
        if self._add(Region(shape, self.fill)) is None:
            self.path = corners  # it can be closed once there is room for another region
            return False
        return True

    def take_tool(self, tool: str) -> None:
        """Choose another tool; an unfinished polygon is discarded."""
        self.tool = tool
        self.path = []
        self.said = words.say("tool-" + tool)

    def size_brush(self, steps: int) -> None:
        """Change the brush's size by some steps."""
        self.diameter = tools.brush_diameter(self.diameter, steps)
        self.said = words.say("brush", diameter=self.diameter)

    def nudge(self, dx: int, dy: int, repeat: bool = False) -> None:
        """Move the selected region; repeats of a held key belong to the step of its first press."""
        if self.selected is None:
            self.said = words.say("nothing-selected")
            return
        shape = self.records[self.selected].shape.moved(dx, dy)
        self._by_key(self.selected, shape.inside(self.size[0], self.size[1]), repeat)

    def grow(self, dx: int, dy: int, repeat: bool = False) -> None:
        """Move the right and bottom edges of the selected region, keeping at least one pixel."""
        if self.selected is None:
            self.said = words.say("nothing-selected")
            return
        old = self.records[self.selected].shape
        width, height = max(1, old.width + dx), max(1, old.height + dy)
        self._by_key(self.selected, old.framed(Rectangle(old.x, old.y, width, height)), repeat)

    def _by_key(self, key: int, shape: Shape, repeat: bool) -> None:
        if not repeat:
            self.history.close_group()
        self.set_shape(key, shape, "key {}".format(key))
        self.reveal()

    # Selection

    def select(self, key: "int | None") -> None:
        """Select a region or, with None, nothing."""
        self.selected = key
        if key is None:
            self.said = words.say("deselected")
        else:
            self.said = words.selected(self.number(key), len(self.records), self.records[key])

    def select_next(self, step: int) -> None:
        """Select the next (1) or previous (-1) region and bring it into view."""
        ids = self.ids()
        if not ids:
            self.said = words.say("no-regions-yet")
            return
        if self.selected is None:
            place = 0 if step > 0 else len(ids) - 1
        else:
            place = (ids.index(self.selected) + step) % len(ids)
        self.select(ids[place])
        self.reveal()

    def region_at(self, x: float, y: float) -> "int | None":
        """The region under an image position: the selected one first, then the newest."""
        keys = self.ids()
        keys.reverse()
        if self.selected is not None:
            keys.insert(0, self.selected)
        for key in keys:
            if self._is_under(self.records[key], key, x, y):
                return key
        return None

    def _is_under(self, record: "object", key: int, x: float, y: float) -> bool:
        if isinstance(record, Region) or (key == self.selected and self.tool == SELECT):
            return record.shape.contains(x, y)
        # Areas to keep and the crop contain what is to be marked: only their edges can be grabbed.
        reach = EDGE / self.view.scale
        frame = record.shape.frame()
        inner = Rectangle(
            frame.x + round(reach), frame.y + round(reach),
            max(0, frame.width - 2 * round(reach)), max(0, frame.height - 2 * round(reach)),
        )  # fmt: skip
        return frame.contains(x, y) and not inner.contains(x, y)

    # View

    def set_size(self, width: int, height: int) -> None:
        """Set the size of the image as its file states it, once known or corrected.

        Regions are clipped to it.
        """
        if self.upright_size == (width, height):
            return
        self.upright_size = (width, height)
        across, down = self.size
        self._bring(_clipped(self.brought_records, across, down))
        if self.records:
            kept = _clipped(self.records, across, down)
            self._change(kept, words.regions(len(kept)))
        self.fit()

    def set_facts(self, inspection: "dict") -> None:
        """Set what the engine found out about the file, which tells how covers grow."""
        self._facts = inspection
        self._grow_anew()

    def _grow_anew(self) -> None:
        self.grid = None if self._facts is None else grid_of(self._facts, self.turned)
        self.growths = Growths()

    def _lies_anew(self, by: int) -> None:
        before = size_of(self.size, by)
        self.draft = None
        corners = [placed(corner, before, by) for corner in self.path]
        self.path = [(int(x), int(y)) for x, y in corners]
        self._grow_anew()
        if self.fitted:
            self.fit()
            return
        # What was in the middle stays there.
        middle = self.canvas.width / 2, self.canvas.height / 2
        x, y = placed(self.view.to_image(middle[0], middle[1]), before, by)
        scale = self.view.scale
        self._look(viewport.View(scale, middle[0] - x * scale, middle[1] - y * scale))

    def set_canvas(self, canvas: viewport.Canvas) -> None:
        """Set the canvas's size: a fitted image stays fitted, otherwise the centre is kept."""
        old, self.canvas = self.canvas, canvas
        if self.size is None:
            return
        if self.fitted:
            self.fit()
        else:
            dx, dy = (canvas.width - old.width) / 2, (canvas.height - old.height) / 2
            self._look(self.view.panned(dx, dy))

    def _look(self, view: viewport.View) -> None:
        self.view = viewport.limited(view, self.size, self.canvas)
        self.fitted = False

    def fit(self) -> None:
        """Show the whole image, or all of its `frame`."""
        if self.frame is None:
            self.view = viewport.fit(self.size, self.canvas)
        else:
            self.view = viewport.fit_part(self.frame, self.canvas)
        self.fitted = True

    def look_like(self, other: "Editor") -> None:
        """Show what another image of the same size shows, at the same place; others stay."""
        if self.size is not None and self.size == other.size:
            self.canvas, self.view, self.fitted = other.canvas, other.view, other.fitted

    def proposals_in(self, window: Rectangle, key: "int | None" = None) -> bool:
        """True if every proposal, or one, lies within that part of the canvas."""
        for record in self.proposals if key is None else [self.records[key]]:
            shape = record.shape
            left, top = self.view.to_screen(shape.x, shape.y)
            right, bottom = self.view.to_screen(shape.right, shape.bottom)
            across = window.x <= left + _NEARLY and right <= window.right + _NEARLY
            if not (across and window.y <= top + _NEARLY and bottom <= window.bottom + _NEARLY):
                return False
        return True

    def zoom_to(self, scale: float, x: "float | None" = None, y: "float | None" = None) -> None:
        """Zoom to CSS pixels per image pixel; (x, y) on the canvas stays, by default its centre."""
        x = self.canvas.width / 2 if x is None else x
        y = self.canvas.height / 2 if y is None else y
        scale = viewport.limited_scale(scale, self.size, self.canvas)
        self._look(self.view.zoomed(scale, x, y))
        self.said = words.say("zoomed", percent=self.percent())

    def zoom_by(self, factor: float, x: "float | None" = None, y: "float | None" = None) -> None:
        """Zoom in (over 1) or out (under 1)."""
        self.zoom_to(self.view.scale * factor, x, y)

    def actual_size(self) -> None:
        """100 %: one image pixel is one screen pixel; the selected region is in view."""
        self.zoom_to(1 / self.canvas.ratio)
        self.reveal()

    def show_part(self, part: Rectangle, window: Rectangle) -> None:
        """Centre a part of the image in a part of the canvas, at 100 %."""
        ratio = self.canvas.ratio
        left = window.x + (window.width - part.width / ratio) / 2
        top = window.y + (window.height - part.height / ratio) / 2
        # Aligned to screen pixels, or each image pixel would be blurred over two.
        left, top = int(left * ratio) / ratio, int(top * ratio) / ratio
        x, y = max(window.x, left) - part.x / ratio, max(window.y, top) - part.y / ratio
        self._look(viewport.View(1 / ratio, x, y))

    def pan(self, dx: float, dy: float) -> None:
        """Move the image on the screen by CSS pixels."""
        self._look(self.view.panned(dx, dy))

    def reveal(self, shape: "Shape | None" = None) -> None:
        """Bring a shape, or else the selected region, into view."""
        if shape is None and self.selected is not None:
            shape = self.records[self.selected].shape
        if shape is not None:
            view = viewport.showing(self.view, shape.frame(), self.size, self.canvas)
            if view != self.view:
                self._look(view)

    def percent(self) -> int:
        """The zoom in per cent; at 100 an image pixel is a device pixel."""
        return viewport.percent(self.view, self.canvas)


def _clipped(records: "dict[int, object]", width: int, height: int) -> "dict[int, object]":
    kept = {}
    for key in records:
        shape = records[key].shape.clipped(width, height)
        if shape is not None:
            kept[key] = records[key].with_shape(shape)
    return kept
