"""Which parts of an image were on the screen at full size (docs/review.md, 3). Draws nothing."""

import math

from app.model import viewport
from app.model.geometry import Rectangle
from app.model.region import Crop, Keep, Region
from app.model.viewport import Canvas, View

TILE = 64  # pixels of the image a side
_NEARLY = 0.01  # image pixels: what arithmetic may lose at an edge


class Coverage:
    """What was seen of one image of that (width, height).

    A part that was seen under a cover counts while that cover is there: parts are kept by what
    hid them, as one bit a tile in one whole number a row of tiles.
    """

    def __init__(self, size: "tuple[int, int]") -> None:
        self.size = size
        self.columns = -(-size[0] // TILE)
        self.rows = -(-size[1] // TILE)
        self._seen: dict[tuple, dict[int, int]] = {}  # what hid it -> row -> bits
        self._last = None  # what was looked at last; most frames show the same again

    def look(
        self, view: View, canvas: Canvas, window: Rectangle, records: "list", reach: int = 0
    ) -> bool:
        """The image is on the screen like that; True if that may have added something.

        `window` is the part of the canvas that is in sight, in its CSS pixels; `records` are the
        regions, areas to keep and crop that lie over the image. What those leave out may reach so
        many image pixels into them.
        """
        if viewport.percent(view, canvas) < 100:
            return False
        left, top = view.to_image(window.x, window.y)
        right, bottom = view.to_image(window.right, window.bottom)
        across = _whole_tiles(left, right, self.size[0])
        down = _whole_tiles(top, bottom, self.size[1])
        if across[0] >= across[1] or down[0] >= down[1]:
            return False
        covers = _covers(records, reach)
        if (across, down, covers) == self._last:
            return False
        self._last = (across, down, covers)
        bits = _bits(across[0], across[1])
        for row in range(down[0], down[1]):
            for hidden_by, part in self._by_cover(row, bits, covers):
                rows = self._seen.setdefault(hidden_by, {})
                rows[row] = rows.get(row, 0) | part
        return True

    def whole(self, records: "list") -> bool:
        """True if every part was seen, or seen under what covers it still."""
        known, full = self._known(records), _bits(0, self.columns)
        return all(_row(known, row) == full for row in range(self.rows))

    def percent(self, records: "list") -> int:
        """How much was seen, rounded down."""
        known = self._known(records)
        count = sum([bin(_row(known, row)).count("1") for row in range(self.rows)])
        return count * 100 // (self.rows * self.columns)

    def unseen(self, records: "list", across: int, down: int) -> "Rectangle | None":
        """The next part that was not seen: tiles that fit into `across` by `down` image pixels."""
        known, full = self._known(records), _bits(0, self.columns)
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

    def _known(self, records: "list") -> "list[dict[int, int]]":
        now = [cover for cover, _frames, _inside in _covers(records)]
        return [
            self._seen[hidden_by]
            for hidden_by in self._seen
            if all(cover in now for cover in hidden_by)
        ]

    def _by_cover(self, row: int, bits: int, covers: "tuple") -> "list[tuple[tuple, int]]":
        """(what hides them, bits) for the tiles of one row."""
        parts = [((), bits)]
        for cover, frames, inside in covers:
            hides = self._hidden(row, frames, inside)
            split = []
            for hidden_by, part in parts:
                if part & ~hides:
                    split.append((hidden_by, part & ~hides))
                if part & hides:
                    split.append((hidden_by + (cover,), part & hides))
            parts = split
        return parts

    def _hidden(self, row: int, frames: "tuple", inside: bool) -> int:
        """The tiles of a row that the frames touch, or that none of them holds wholly."""
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


def _covers(records: "list", reach: int = 0) -> "tuple":
    """(what tells it from others, frames, True if it hides what is inside of them) for each."""
    covers = []
    for record in records:
        if isinstance(record, Region) and not _has(covers, record.shape):
            covers.append((record.shape, (record.shape.frame(),), True))
    for kind in (Keep, Crop):
        shapes = tuple([record.shape for record in records if isinstance(record, kind)])
        if shapes:
            name = "keep" if kind is Keep else "crop"
            # Of an ellipse, polygon or stroke no tile is sure to be clear.
            clear = [_inner(shape, reach) for shape in shapes if isinstance(shape, Rectangle)]
            frames = tuple([frame for frame in clear if frame is not None])
            covers.append(((name,) + shapes, frames, False))
    return tuple(covers)


def _inner(frame: Rectangle, reach: int) -> "Rectangle | None":
    width, height = frame.width - 2 * reach, frame.height - 2 * reach
    if width <= 0 or height <= 0:
        return None
    return Rectangle(frame.x + reach, frame.y + reach, width, height)


def _has(covers: "list", shape: "object") -> bool:
    return any(cover[0] == shape for cover in covers)


def _whole_tiles(start: float, end: float, size: int) -> "tuple[int, int]":
    """The first tile that lies wholly between two positions, and the first behind those."""
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
