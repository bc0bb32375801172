"""The editor of one image, without a screen: regions, selection, history, view.

Takes commands and keeps state; the pointer's and the keyboard's ways to them are in
app.ui.pointer and app.ui.keys. Draws nothing and knows no engine.
"""

from app.model import viewport
from app.model.geometry import Rectangle, Shape
from app.model.history import History, applied, difference
from app.model.recipe import Recipe
from app.model.region import Output, Region
from app.ui import words

MARK = "mark"
SELECT = "select"
TOOLS = (MARK, SELECT)

# The key of (keep, crop) in the document that the history knows; regions count from 1.
_AROUND = 0


def _document(regions: "dict[int, Region]", around: "tuple") -> "dict[int, object]":
    document = dict(regions)
    if around != ((), ()):
        document[_AROUND] = around
    return document


class Editor:
    """State of one image's editing; `size` is (width, height) upright, None until it is known."""

    def __init__(self) -> None:
        self.size = None
        self.canvas = viewport.Canvas(1.0, 1.0)
        self.view = viewport.View(1.0, 0.0, 0.0)
        self.fitted = True  # the view follows the canvas until the person zooms or pans
        self.tool = MARK
        self.regions = {}  # id -> Region
        self.keep = ()  # areas to keep, which came with a recipe
        self.crop = ()
        self.selected = None
        self.draft = None  # (id or None, Rectangle): what the gesture under way would give
        self.history = History()
        self.said = ""  # for the live region
        self._next_id = 1

    # What is there

    def ids(self) -> "list[int]":
        """The regions' ids in the order in which they were made."""
        return sorted(self.regions)

    def number(self, key: int) -> int:
        """The place of a region in the list, from 1: what people see as its number."""
        return self.ids().index(key) + 1

    def shape(self, key: int) -> Shape:
        """A region's shape, as the gesture under way would make it."""
        if self.draft is not None and self.draft[0] == key:
            return self.draft[1]
        return self.regions[key].shape

    def recipe(
        self,
        alternate_id: "str | None" = None,
        output: "Output | None" = None,
        page: int = 1,
    ) -> Recipe:
        """The recipe for this page as it stands."""
        regions = [self.regions[key].on_page(page) for key in self.ids()]
        keep = [kept.on_page(page) for kept in self.keep]
        crop = [cut.on_page(page) for cut in self.crop]
        return Recipe(regions, self.size, output, alternate_id, keep, crop)

    @property
    def marked(self) -> bool:
        """True if anything is to be covered or cut off."""
        return bool(self.regions or self.keep or self.crop)

    # Changing regions: every change is a step of the history

    def _change(
        self, regions: "dict[int, Region]", said: str, group: str = "", around: "tuple" = ()
    ) -> None:
        after = _document(regions, around or (self.keep, self.crop))
        self.history.record(
            difference(_document(self.regions, (self.keep, self.crop)), after), group
        )
        self._show(after)
        self.said = said

    def _show(self, document: "dict[int, object]") -> None:
        self.regions = dict(document)
        self.keep, self.crop = self.regions.pop(_AROUND, ((), ()))
        if self.selected not in self.regions:
            self.selected = None

    def add(self, shape: Shape, reason: "str | None" = None) -> "int | None":
        """Add a region, clipped to the image, and select it; None if it lies wholly outside."""
        return self._add(Region(shape, reason=reason))

    def _add(self, region: Region) -> "int | None":
        shape = region.shape
        inside = shape.clipped(self.size[0], self.size[1])
        if inside is None:
            return None
        key = self._next_id
        self._next_id += 1
        regions = dict(self.regions)
        regions[key] = region.with_shape(inside)
        self._change(regions, "")
        self.selected = key
        self.said = words.marked(self.number(key), inside)
        return key

    def set_shape(self, key: int, shape: Shape, group: str = "") -> None:
        """Move or resize a region; clipped to the image, ignored if it would leave it."""
        inside = shape.clipped(self.size[0], self.size[1])
        if inside is None:
            return
        before = self.regions[key]
        regions = dict(self.regions)
        regions[key] = before.with_shape(inside)
        same_size = (inside.width, inside.height) == (before.shape.width, before.shape.height)
        say = words.moved if same_size else words.resized
        self._change(regions, say(self.number(key), inside), group)

    def set_reason(self, key: int, reason: "str | None") -> None:
        """Give a region its reason, or None."""
        regions = dict(self.regions)
        regions[key] = regions[key].with_reason(reason)
        self._change(regions, words.reason_given(self.number(key), reason))

    def delete(self, key: "int | None" = None) -> None:
        """Delete a region, by default the selected one."""
        key = self.selected if key is None else key
        if key is None:
            self.said = words.NOTHING_SELECTED
            return
        number = self.number(key)
        regions = dict(self.regions)
        del regions[key]
        self._change(regions, words.deleted(number, len(regions)))

    def duplicate(self) -> None:
        """Add a copy of the selected region, a little to the right and down."""
        if self.selected is None:
            self.said = words.NOTHING_SELECTED
            return
        region = self.regions[self.selected]
        step = max(4, min(region.shape.width, region.shape.height) // 4)
        shape = region.shape.moved(step, step).inside(self.size[0], self.size[1])
        self._add(region.with_shape(shape))

    def add_in_view(self) -> None:
        """Add a region in the middle of what can be seen: the keyboard's way to draw."""
        seen = viewport.visible(self.view, self.size, self.canvas)
        width, height = max(1, seen.width // 4), max(1, seen.height // 4)
        x, y = seen.x + (seen.width - width) // 2, seen.y + (seen.height - height) // 2
        self.add(Rectangle(x, y, width, height))

    def take(self, recipe: Recipe) -> None:
        """Put a recipe's regions, keep and crop in place of all others, as one step."""
        document = {}
        for region in recipe.regions:
            document[self._next_id] = region
            self._next_id += 1
        said = words.opened(len(document), len(recipe.keep), bool(recipe.crop))
        self._change(document, said, "", (recipe.keep, recipe.crop))

    def nudge(self, dx: int, dy: int, repeat: bool = False) -> None:
        """Move the selected region; a held key's repeats are one step with its first press."""
        if self.selected is None:
            self.said = words.NOTHING_SELECTED
            return
        shape = self.regions[self.selected].shape.moved(dx, dy)
        self._by_key(shape.inside(self.size[0], self.size[1]), repeat)

    def grow(self, dx: int, dy: int, repeat: bool = False) -> None:
        """Move the right and the bottom edge of the selected region, to no less than a pixel."""
        if self.selected is None:
            self.said = words.NOTHING_SELECTED
            return
        old = self.regions[self.selected].shape
        width, height = max(1, old.width + dx), max(1, old.height + dy)
        self._by_key(old.framed(Rectangle(old.x, old.y, width, height)), repeat)

    def _by_key(self, shape: Shape, repeat: bool) -> None:
        if not repeat:
            self.history.close_group()
        self.set_shape(self.selected, shape, "key {}".format(self.selected))
        self.reveal()

    def undo(self) -> None:
        """Take back the last step."""
        self._step(self.history.undo(), words.undone, words.NOTHING_TO_UNDO)

    def redo(self) -> None:
        """Do the last undone step again."""
        self._step(self.history.redo(), words.redone, words.NOTHING_TO_REDO)

    def _step(self, diff: "object", done: "object", nothing: str) -> None:
        if diff is None:
            self.said = nothing
            return
        self.draft = None
        self._show(applied(_document(self.regions, (self.keep, self.crop)), diff))
        touched = [key for key in diff.touched() if key != _AROUND]
        # Show what came back: selection itself is no part of history.
        if len(touched) == 1:
            self.selected = touched[0]
        self.said = done(len(self.regions))

    # Selection

    def select(self, key: "int | None") -> None:
        """Select a region or, with None, nothing."""
        self.selected = key
        if key is None:
            self.said = words.DESELECTED
        else:
            self.said = words.selected(self.number(key), len(self.regions), self.regions[key])

    def select_next(self, step: int) -> None:
        """Select the next (1) or the previous (-1) region and bring it into sight."""
        ids = self.ids()
        if not ids:
            self.said = words.NO_REGIONS
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
            if self.regions[key].shape.contains(x, y):
                return key
        return None

    # View

    def set_size(self, width: int, height: int) -> None:
        """The image's upright size is known (or known better): regions are cut to it."""
        if self.size == (width, height):
            return
        self.size = (width, height)
        if self.regions:
            kept = {}
            for key in self.regions:
                shape = self.regions[key].shape.clipped(width, height)
                if shape is not None:
                    kept[key] = self.regions[key].with_shape(shape)
            self._change(kept, words.regions(len(kept)))
        self.fit()

    def set_canvas(self, canvas: viewport.Canvas) -> None:
        """The canvas has a new size: a fitted image stays fitted, else the middle stays."""
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
        """Show the whole image."""
        self.view = viewport.fit(self.size, self.canvas)
        self.fitted = True

    def zoom_to(self, scale: float, x: "float | None" = None, y: "float | None" = None) -> None:
        """Zoom to CSS pixels an image pixel; (x, y) on the canvas stays, by default its middle."""
        x = self.canvas.width / 2 if x is None else x
        y = self.canvas.height / 2 if y is None else y
        scale = viewport.limited_scale(scale, self.size, self.canvas)
        self._look(self.view.zoomed(scale, x, y))
        self.said = words.zoomed(self.percent())

    def zoom_by(self, factor: float, x: "float | None" = None, y: "float | None" = None) -> None:
        """Zoom in (over 1) or out (under 1)."""
        self.zoom_to(self.view.scale * factor, x, y)

    def actual_size(self) -> None:
        """100 %: one pixel of the image is one of the screen; the selected region in sight."""
        self.zoom_to(1 / self.canvas.ratio)
        self.reveal()

    def pan(self, dx: float, dy: float) -> None:
        """Move the image on the screen by CSS pixels."""
        self._look(self.view.panned(dx, dy))

    def reveal(self) -> None:
        """Bring the selected region into sight."""
        if self.selected is not None:
            shape = self.regions[self.selected].shape
            view = viewport.showing(self.view, shape, self.size, self.canvas)
            if view != self.view:
                self._look(view)

    def percent(self) -> int:
        """The zoom in per cent, 100 being one image pixel a device pixel."""
        return viewport.percent(self.view, self.canvas)
