"""Many shapes at once as boxes of pixels, in bands of rows. Knows no format and no method.

Thousands of regions cost what their rows cost, without a loop over them.
"""

from collections.abc import Iterator, Sequence
from typing import Protocol

import numpy as np
from pixelseal.core.base.pixel_box import PixelBox
from pixelseal.core.masks.brush import Strokes
from pixelseal.core.masks.ellipse import Ellipses
from pixelseal.core.masks.polygon import Polygons
from pixelseal.core.masks.runs import Runs
from pixelseal.core.masks.spans import Integers, Spans
from pixelseal.model.recipe.geometry import Rectangle, Shape
from pixelseal.model.recipe.shapes import Brush, Ellipse, Polygon

_SPANS = 1 << 17  # computed at a time, with about 200 bytes each


class _Kind(Protocol):
    """Shapes of one kind, and their parts that have one span per row."""

    owners: Integers
    first: Integers
    last: Integers

    def spans(self, top: int, bottom: int, inner: bool) -> Spans:
        """Their spans in the rows from `top` up to `bottom`."""


_KINDS = {Ellipse: Ellipses, Polygon: Polygons, Brush: Strokes}


class Shapes:
    """Shapes by their numbers, which are their places in the sequence."""

    def __init__(self, shapes: Sequence[Shape]) -> None:
        self.count = len(shapes)
        boxes = [(n, s) for n, s in enumerate(shapes) if isinstance(s, Rectangle)]
        self._owners = np.array([number for number, _shape in boxes], np.int64)
        rectangles = [(s.x, s.y, s.right, s.bottom) for _number, s in boxes]
        self._rectangles = np.array(rectangles, np.int32).reshape(-1, 4)
        self._kinds: list[tuple[Integers, _Kind]] = []
        for kind, many in _KINDS.items():
            own = [(n, s) for n, s in enumerate(shapes) if isinstance(s, kind)]
            if own:
                numbers = np.array([number for number, _shape in own], np.int64)
                self._kinds.append((numbers, many([shape for _number, shape in own])))

    def rows(self, height: int) -> int:
        """How many rows of a picture that high they extend through, in total.

        Each piece of a stroke counts, and each edge of a polygon, which takes twice the time,
        twice; rectangles do not count.
        """
        rows = 0
        for _numbers, kind in self._kinds:
            first, last = np.clip((kind.first, kind.last), 0, height)
            rows += int((last - first).sum()) * (2 if isinstance(kind, Polygons) else 1)
        return rows

    def bands(self, box: PixelBox, step: int = 1, start: int = 0) -> Iterator[PixelBox]:
        """The box in bands of rows with a bounded number of spans each.

        They end where whole steps from the row `start` on end, or with the box.
        """
        height = box.bottom - box.top
        change = np.zeros(height + 1, np.int64)
        for _numbers, kind in self._kinds:
            for ends, sign in ((kind.first, 1), (kind.last, -1)):
                change += sign * np.bincount(
                    np.clip(ends - box.top, 0, height), minlength=height + 1
                )
        spans = np.cumsum(np.cumsum(change[:-1]))
        top = box.top
        while top < box.bottom:
            done = int(spans[top - box.top - 1]) if top > box.top else 0
            end = box.top + int(np.searchsorted(spans, done + _SPANS, "right"))
            end = start + (end - start) // step * step
            least = start + ((top - start) // step + 1) * step
            bottom = min(max(end, least), box.bottom)
            yield PixelBox(box.left, top, box.right, bottom)
            top = bottom

    def within(self, window: PixelBox, inner: bool = False) -> tuple[Runs, Integers]:
        """The boxes of the window's pixels that each shape touches, or contains; and whose each is.

        Boxes of one shape may overlap.
        """
        low, high = np.array(window[:2] * 2, np.int32), np.array(window[2:] * 2, np.int32)
        boxes = np.clip(self._rectangles, low, high)
        some = (boxes[:, 0] < boxes[:, 2]) & (boxes[:, 1] < boxes[:, 3])
        found, owners = [boxes[some]], [self._owners[some]]
        for numbers, kind in self._kinds:
            spans = kind.spans(window.top, window.bottom, inner)
            left = np.maximum(spans.left, window.left)
            right = np.minimum(spans.right, window.right)
            some = left < right
            left, right, rows = left[some], right[some], spans.rows[some]
            boxes = np.empty((len(rows), 4), np.int32)
            boxes[:, 0], boxes[:, 1], boxes[:, 2], boxes[:, 3] = left, rows, right, rows + 1
            found.append(boxes)
            owners.append(numbers[spans.owners[some]])
        return np.concatenate(found), np.concatenate(owners)
