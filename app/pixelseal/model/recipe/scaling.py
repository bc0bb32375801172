"""Transfers records from one image to another of the same shape (docs/series.md, 2).

Covers never lose a partly covered pixel, areas to keep never gain one.
"""

from pixelseal.model.recipe import methods
from pixelseal.model.recipe.geometry import Rectangle, Shape
from pixelseal.model.recipe.region import Crop, Fill, Keep, Region
from pixelseal.model.recipe.shape_json import MAX_DIAMETER
from pixelseal.model.recipe.shapes import Brush


def same_shape(size: "tuple[int, int]", other: "tuple[int, int]") -> bool:
    """True if sizes (width, height) have the same ratio, within a pixel of rounding."""
    across, down = size[0] * other[1], size[1] * other[0]
    return abs(across - down) <= max(size[0], size[1], other[0], other[1])


def scaled(
    record: "Region | Keep | Crop", size: "tuple[int, int]", other: "tuple[int, int]"
) -> "Region | Keep | Crop":
    """The record of an image of `size` for one of size `other`; both as in `same_shape`."""
    if size == other:
        return record
    ratios = (other[0], size[0]), (other[1], size[1])
    if not isinstance(record, Region):
        return record.with_shape(_shape(record.shape, ratios, False))
    moved = record.with_shape(_shape(record.shape, ratios, True))
    if isinstance(record.method, Fill):
        return moved
    strength = max([_ceil(record.method.strength, ratio) for ratio in ratios])
    return methods.made_fit(moved.with_method(type(record.method)(max(1, strength))))


def _floor(value: int, ratio: "tuple[int, int]") -> int:
    return value * ratio[0] // ratio[1]


def _ceil(value: int, ratio: "tuple[int, int]") -> int:
    return -(-value * ratio[0] // ratio[1])


def _nearest(value: int, ratio: "tuple[int, int]") -> int:
    return (2 * value * ratio[0] + ratio[1]) // (2 * ratio[1])


def _shape(shape: Shape, ratios: "tuple[tuple[int, int], tuple[int, int]]", covers: bool) -> Shape:
    across, down = ratios
    if isinstance(shape, Brush):
        points = [(_nearest(x, across), _nearest(y, down)) for x, y in shape.points]
        # A stroke's line is rounded to pixels: one more on both sides compensates.
        wide = max(_ceil(shape.diameter, across), _ceil(shape.diameter, down)) + 2
        narrow = min(_floor(shape.diameter, across), _floor(shape.diameter, down)) - 2
        return Brush(points, min(wide, MAX_DIAMETER) if covers else max(1, narrow))
    first, last = (_floor, _ceil) if covers else (_ceil, _floor)
    left, right = first(shape.x, across), last(shape.right, across)
    top, bottom = first(shape.y, down), last(shape.bottom, down)
    return shape.framed(Rectangle(left, top, max(1, right - left), max(1, bottom - top)))
