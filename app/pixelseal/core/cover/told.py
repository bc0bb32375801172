"""The pixels that a mosaic or blur may reveal: those of its shape that nothing else hides.

Masks of many small shapes are made together, from the ends of their rows; large shapes are
processed in bands. Reads no pixel.
"""

from collections.abc import Iterator, Sequence

import numpy as np
from pixelseal.core.base import limits
from pixelseal.core.base.pixel_box import PixelBox
from pixelseal.core.cover.plan import Cover, Plan
from pixelseal.core.masks import Shapes, Shelved, filled
from pixelseal.core.masks.runs import bands
from pixelseal.core.masks.spans import Mask
from pixelseal.model.recipe.geometry import Rectangle

_PIXELS = 1 << 21  # of masks made together
_ROWS = 1 << 16  # of the shapes of which they are made

# The pixels of a box about which something may be revealed, None for all of them.
Told = tuple[PixelBox, Mask | None]


class Visible:
    """Pixels that no fill covers and no crop cuts off, of a picture of that size."""

    def __init__(self, plan: Plan, width: int, height: int) -> None:
        none = np.empty((0, 4), np.int32)
        self._filling = Shelved(np.concatenate([none, *(runs for runs, _fill in plan.fills)]))
        self._crop = np.array([plan.crop], np.int32)
        self._all = not plan.fills and plan.crop == (0, 0, width, height)
        self._mask: Mask | None = None
        if not self._all and width * height <= limits.PIXELS_HELD_MOST:
            self._mask = np.empty((height, width), np.bool_)
            for band in bands(PixelBox(0, 0, width, height)):
                self._mask[band.top : band.bottom] = self._made(band)

    def within(self, window: PixelBox) -> Mask | None:
        """The mask of a window, None if all of it is visible."""
        if self._all:
            return None
        if self._mask is None:
            return self._made(window)
        return self._mask[window.top : window.bottom, window.left : window.right]

    def _made(self, window: PixelBox) -> Mask:
        left: Mask = filled(self._crop, window)
        left &= ~filled(self._filling.within(window), window)
        return left


def told_of(covers: Sequence[Cover], visible: Visible) -> Iterator[Iterator[Told]]:
    """For each cover the boxes that make up its frame, and what may be revealed of each."""
    for group in _groups(covers):
        alone = len(group) == 1 and not _is_small(group[0])
        masks = [_in_bands(group[0])] if alone else _together(group)
        for parts in masks:
            yield ((box, _both(mask, visible.within(box))) for box, mask in parts)


def _both(one: Mask | None, other: Mask | None) -> Mask | None:
    if one is None or other is None:
        return other if one is None else one
    return one & other


def _groups(covers: Sequence[Cover]) -> Iterator[list[Cover]]:
    """Covers in their order, as many together as possible."""
    group: list[Cover] = []
    pixels = rows = 0
    for cover in covers:
        more, many = _pixels(cover.frame), _rows(cover)
        if group and (pixels + more > _PIXELS or rows + many > _ROWS):
            yield group
            group, pixels, rows = [], 0, 0
        group.append(cover)
        pixels, rows = pixels + more, rows + many
    if group:
        yield group


def _is_small(cover: Cover) -> bool:
    return _pixels(cover.frame) <= _PIXELS and _rows(cover) <= _ROWS


def _pixels(box: PixelBox) -> int:
    return (box.right - box.left) * (box.bottom - box.top)


def _rows(cover: Cover) -> int:
    """As many rows as its shape's parts reach through, or more; a rectangle costs none."""
    if isinstance(cover.shape, Rectangle):
        return 0
    return (cover.frame.bottom - cover.frame.top) * len(getattr(cover.shape, "points", "1"))


def _in_bands(cover: Cover) -> Iterator[Told]:
    if isinstance(cover.shape, Rectangle):
        yield from ((part, None) for part in bands(cover.frame))
        return
    shapes = Shapes([cover.shape])
    for band in shapes.bands(cover.frame):
        for part in bands(band):
            yield part, filled(shapes.within(part)[0], part)


def _together(group: list[Cover]) -> Iterator[list[Told]]:
    """The mask of each cover's frame, from one array of all their pixels."""
    frames = np.array([cover.frame for cover in group], np.int64).reshape(-1, 4)
    drawn = np.array([not isinstance(cover.shape, Rectangle) for cover in group])
    sides = frames[:, 2:] - frames[:, :2]
    ends = np.cumsum(np.where(drawn, sides[:, 0] * sides[:, 1], 0))
    pixels = np.zeros(0, np.bool_)
    if drawn.any():
        shapes = Shapes([cover.shape for cover, one in zip(group, drawn, strict=True) if one])
        boxes, owners = shapes.within(
            PixelBox(*frames[:, :2].min(axis=0), *frames[:, 2:].max(axis=0))
        )
        numbers = np.flatnonzero(drawn)[owners]
        left, top = frames[numbers, 0], frames[numbers, 1]
        wide, before = sides[numbers, 0], (ends - sides[:, 0] * sides[:, 1])[numbers]
        first = before + (boxes[:, 1] - top) * wide + boxes[:, 0] - left
        # Each row of a shape begins at one place and ends at another; of strokes rows overlap.
        steps = np.zeros(int(ends[-1]) + 1, np.int16)
        np.add.at(steps, first.astype(np.intp), np.int16(1))
        np.add.at(steps, (first + boxes[:, 2] - boxes[:, 0]).astype(np.intp), np.int16(-1))
        pixels = np.cumsum(steps, out=steps) > 0
    for cover, one, end, (wide, high) in zip(
        group, drawn.tolist(), ends.tolist(), sides.tolist(), strict=True
    ):
        mask = pixels[end - wide * high : end].reshape(high, wide) if one else None
        yield [(cover.frame, mask)]
