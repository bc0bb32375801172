"""Which parts of an image were on the screen (docs/review.md, 3). Draws nothing."""

import math

from pixelseal.model.recipe.geometry import Rectangle, Shape
from pixelseal.model.screen import viewport
from pixelseal.model.screen.covering import CROP, REGION, Cover, Covers
from pixelseal.model.screen.viewport import Canvas, View

TILE = 64  # the side, in pixels of the image
FULL = 100  # per cent: one pixel of the image takes at least one of the screen
ANY = 0  # at whatever size
_NEARLY = 0.01  # image pixels: what arithmetic may lose at an edge


class Coverage:
    """What was seen of one image of that (width, height), at `least` per cent of its size or more.

    A part that was seen under a cover counts while that cover, or one that hides more, is there:
    parts are stored by what hid them, as one bit per tile in one integer per row of tiles.
    """

    def __init__(self, size: "tuple[int, int]", least: int = FULL) -> None:
        self.size = size
        self.least = least
        self.columns = -(-size[0] // TILE)
        self.rows = -(-size[1] // TILE)
        self._seen: "dict[tuple[Cover, ...], dict[int, int]]" = {}  # what hid it -> row -> bits
        self._passed: "list[Cover]" = []  # crops beyond which nothing has to be seen
        # What was looked at last; most frames show the same again.
        self._last: "tuple[tuple[int, int], tuple[int, int], Covers, int] | None" = None

    def look(
        self, view: View, canvas: Canvas, window: Rectangle, covers: Covers, reach: int = 0
    ) -> bool:
        """Record that the image is shown in this view; True if that may have added something.

        `window` is the visible part of the canvas, in its CSS pixels; `covers` lie over the image.
        Each may hide that many image pixels more than its shapes.
        """
        if viewport.percent(view, canvas) < self.least:
            return False
        left, top = view.to_image(window.x, window.y)
        right, bottom = view.to_image(window.right, window.bottom)
        across = _whole_tiles(left, right, self.size[0])
        down = _whole_tiles(top, bottom, self.size[1])
        if across[0] >= across[1] or down[0] >= down[1]:
            return False
        if (across, down, covers, reach) == self._last:
            return False
        self._last = (across, down, covers, reach)
        bits = _bits(across[0], across[1])
        hiding = [(cover, _frames(cover, reach)) for cover in covers.all]
        for row in range(down[0], down[1]):
            for hidden_by, part in self._by_cover(row, bits, hiding):
                rows = self._seen.setdefault(hidden_by, {})
                rows[row] = rows.get(row, 0) | part
        return True

    def pass_over(self, covers: Covers) -> None:
        """Record that nothing beyond the crop is in what was shown: there is nothing to see."""
        for cover in covers.all:
            if cover.kind == CROP and cover not in self._passed:
                self._passed.append(cover)
                frame = cover.shapes[0]
                first, end = max(0, frame.x // TILE), min(self.columns, -(-frame.right // TILE))
                for row in range(self.rows):
                    touched = frame.y < (row + 1) * TILE and frame.bottom > row * TILE
                    left = _bits(first, end) if touched else 0
                    rows = self._seen.setdefault((cover,), {})
                    rows[row] = rows.get(row, 0) | _bits(0, self.columns) & ~left

    def whole(self, covers: Covers) -> bool:
        """True if every part was seen, or seen under a cover that is still there."""
        known, full = self._known(covers), _bits(0, self.columns)
        return all(_row(known, row) == full for row in range(self.rows))

    def percent(self, covers: Covers) -> int:
        """How much was seen, rounded down."""
        known = self._known(covers)
        count = sum([bin(_row(known, row)).count("1") for row in range(self.rows)])
        return count * 100 // (self.rows * self.columns)

    def unseen(self, covers: Covers, across: int, down: int) -> "Rectangle | None":
        """The next unseen part: tiles that fit into `across` by `down` image pixels."""
        known, full = self._known(covers), _bits(0, self.columns)
        for row in range(self.rows):
            missing = full & ~_row(known, row)
            if missing:
                column = 0
                while not missing >> column & 1:
                    column += 1
                wide, high = max(1, across // TILE), max(1, down // TILE)
                x = max(0, min(column, self.columns - wide)) * TILE
                y = max(0, min(row, self.rows - high)) * TILE
                part = Rectangle(x, y, wide * TILE, high * TILE)
                return part.clipped(self.size[0], self.size[1])
        return None

    def _known(self, covers: Covers) -> "list[dict[int, int]]":
        holding: "dict[Cover, bool]" = {}  # many parts were hidden by the same ones
        for hidden_by in self._seen:
            for cover in hidden_by:
                if cover not in holding:
                    holding[cover] = covers.hold(cover)
        return [
            self._seen[hidden_by]
            for hidden_by in self._seen
            if all(holding[cover] for cover in hidden_by)
        ]

    def _by_cover(
        self, row: int, bits: int, hiding: "list[tuple[Cover, list[Rectangle]]]"
    ) -> "list[tuple[tuple[Cover, ...], int]]":
        """(what hides them, bits) for the tiles of one row."""
        parts: "list[tuple[tuple[Cover, ...], int]]" = [((), bits)]
        for cover, frames in hiding:
            hides = self._hidden(row, frames, cover.kind == REGION)
            split: "list[tuple[tuple[Cover, ...], int]]" = []
            for hidden_by, part in parts:
                if part & ~hides:
                    split.append((hidden_by, part & ~hides))
                if part & hides:
                    split.append((hidden_by + (cover,), part & hides))
            parts = split
        return parts

    def _hidden(self, row: int, frames: "list[Rectangle]", inside: bool) -> int:
        """The tiles of a row that the frames touch, or that none of them contains entirely."""
        top, bottom = row * TILE, min((row + 1) * TILE, self.size[1])
        found = 0
        for frame in frames:
            if inside and frame.y < bottom and frame.bottom > top:
                first = max(0, frame.x // TILE)
                found |= _bits(first, min(self.columns, -(-frame.right // TILE)))
            elif not inside and frame.y <= top and frame.bottom >= bottom:
                first, end = _whole_tiles(frame.x, frame.right, self.size[0])
                found |= _bits(first, end)
        return found if inside else _bits(0, self.columns) & ~found


def _frames(cover: Cover, reach: int) -> "list[Rectangle]":
    """For a region the most it may hide; else what is certainly visible."""
    if cover.kind == REGION:
        return [_grown(cover.shapes[0], reach)]
    # In an ellipse, polygon or stroke no tile is certainly visible.
    clear = [shape for shape in cover.shapes if isinstance(shape, Rectangle)]
    return [_grown(one, -reach) for one in clear if min(one.width, one.height) > 2 * reach]


def _grown(shape: Shape, by: int) -> Rectangle:
    return Rectangle(shape.x - by, shape.y - by, shape.width + 2 * by, shape.height + 2 * by)


def _whole_tiles(start: float, end: float, size: int) -> "tuple[int, int]":
    """The first tile that lies entirely between two positions, and the first after those."""
    first = max(0, math.ceil((start - _NEARLY) / TILE))
    behind = -(-size // TILE) if end + _NEARLY >= size else math.floor((end + _NEARLY) / TILE)
    return first, behind


def _bits(first: int, behind: int) -> int:
    return (1 << behind) - (1 << first) if behind > first else 0


def _row(known: "list[dict[int, int]]", row: int) -> int:
    found = 0
    for rows in known:
        found |= rows.get(row, 0)
    return found
