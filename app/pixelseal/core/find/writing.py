"""Finds lines of writing with PP-OCRv6's detector, coarse to fine. Reads none of them.

The network gives for each pixel how likely it is in the middle of a line (Liao et al., Real-time
Scene Text Detection with Differentiable Binarization, 2019). The whole picture is looked at first,
small and with low thresholds; what seems to be writing is looked at again, larger.
"""

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pixelseal.core.base.arrays import Pixels
from pixelseal.core.base.pixel_box import PixelBox
from pixelseal.core.find import boxes, parameters
from pixelseal.core.find.components import components, smallest_rectangle
from pixelseal.core.find.lines import Line
from pixelseal.core.find.looked import Looked, fitted, padded
from pixelseal.core.find.networks import Network


async def lines_of(picture: Looked, network: Network) -> list[Line]:
    """Lines of writing in a picture, by rows."""
    coarse = await _seen(
        picture, picture.box, network, parameters.COARSE_PIXEL, parameters.COARSE_LINE
    )
    fine: list[Line] = []
    for box, enlarged in second_looks(coarse, picture)[: parameters.FINE_LOOKS_MOST]:
        fine += await _seen(
            picture, box, network, parameters.FINE_PIXEL, parameters.FINE_LINE, enlarged
        )
    kept = distinct(fine)
    return sorted(kept, key=lambda line: (box_of(line, picture).top, box_of(line, picture).left))


async def _seen(
    picture: Looked,
    box: PixelBox,
    network: Network,
    pixel: float,
    line: float,
    enlarged: float = 1.0,
) -> list[Line]:
    """Lines in a box of the picture, in pixels of the picture."""
    width, height = fitted(box, parameters.WRITING_SIDE, enlarged)
    (values,) = await network.run(scaled(picture.part(box, width, height)))
    scale = np.array([(box.right - box.left) / width, (box.bottom - box.top) / height])
    found = lines_of_map(values[0, 0, :height, :width], pixel, line)
    return [Line(row.corners * scale + (box.left, box.top), row.confidence) for row in found]


def scaled(pixels: Pixels) -> NDArray[Any]:
    """Inputs (1, 3, h, w) for a picture (H, W, 3): blue first, -1 to 1, sides padded."""
    sides = padded(pixels)[:, :, ::-1].transpose(2, 0, 1)[np.newaxis]
    return np.ascontiguousarray(sides).astype(np.float32) / np.float32(127.5) - np.float32(1)


def lines_of_map(values: NDArray[Any], pixel: float, line: float) -> list[Line]:
    """Lines in the network's map (H, W), in its pixels, grown to what the network left out."""
    found = []
    for part in components(values > pixel, values):
        if part.mean < line:
            continue
        corners = smallest_rectangle(part.points)
        if _sides(corners)[1] >= parameters.LINE_THINNEST:
            found.append(Line(grown(corners, parameters.WRITING_GROWTH), part.mean))
    return found


def grown(corners: NDArray[Any], ratio: float) -> NDArray[Any]:
    """The rectangle, each side moved outward by `ratio` times its area by its perimeter."""
    wide, high = _sides(corners)
    by = ratio * wide * high / (2 * (wide + high))
    u, v = (corners[1] - corners[0]) / wide, (corners[3] - corners[0]) / high
    return corners + by * np.array([-u - v, u - v, u + v, v - u])


def second_looks(lines: list[Line], picture: Looked) -> list[tuple[PixelBox, float]]:
    """The boxes to look at again, and how much each may be enlarged."""
    looks = []
    for box, heights in _clusters(lines, picture):
        # As large as the lines have to be, but no larger than the picture has pixels for.
        wanted = parameters.FINE_HEIGHT / float(np.median(heights))
        enlarged = min(max(wanted, picture.finest), parameters.FINE_ENLARGED)
        scale = min(wanted, enlarged)
        tiles = _tiles(box, math.floor(parameters.WRITING_SIDE / scale))
        looks += [(tile, enlarged) for tile in tiles]
    return looks


def _clusters(lines: list[Line], picture: Looked) -> list[tuple[PixelBox, list[float]]]:
    """Boxes around lines that lie near each other, with the lines' heights; none meet."""
    left = []
    for line in lines:
        high = _sides(line.corners)[1]
        box = box_of(line, picture, high * parameters.CLUSTER_MARGIN)
        left.append((box, [high]))
    apart: list[tuple[PixelBox, list[float]]] = []
    while left:
        box, heights = left.pop()
        met = [row for row in apart if boxes.meet(row[0], box)]
        if not met:
            apart.append((box, heights))
            continue
        apart = [row for row in apart if row not in met]
        for other, more in met:
            box = boxes.around(box, other)
            heights = heights + more
        left.append((box, heights))
    return sorted(apart, key=lambda row: (row[0].top, row[0].left))


def _tiles(box: PixelBox, side: int) -> list[PixelBox]:
    """Boxes of at most that side that share a margin, or the box itself if it is not larger."""
    margin = side * parameters.TILE_SHARED // parameters.WRITING_SIDE
    tiles = []
    for top, bottom in _spans(box.top, box.bottom, side, margin):
        for left, right in _spans(box.left, box.right, side, margin):
            tiles.append(PixelBox(left, top, right, bottom))
    return tiles


def _spans(start: int, end: int, side: int, margin: int) -> list[tuple[int, int]]:
    count = max(1, math.ceil((end - start - margin) / max(1, side - margin)))
    if count == 1:
        return [(start, end)]
    step = (end - start - side) / (count - 1)
    starts = [start + round(step * number) for number in range(count)]
    return [(low, low + side) for low in starts]


def distinct(lines: list[Line]) -> list[Line]:
    """Without lines that lie largely in a longer one: two looks may share a line."""
    rows = np.array([[*line.corners.min(axis=0), *line.corners.max(axis=0)] for line in lines])
    rows = rows.reshape(-1, 4)
    areas = np.prod(rows[:, 2:] - rows[:, :2], axis=1)
    kept: list[int] = []
    for number in np.argsort(-areas, kind="stable").tolist():
        low = np.maximum(rows[kept, :2], rows[number, :2])
        high = np.minimum(rows[kept, 2:], rows[number, 2:])
        shared = np.prod(np.maximum(high - low, 0), axis=1)
        if not (shared > parameters.LINE_SHARED * areas[number]).any():
            kept.append(number)
    return [lines[number] for number in sorted(kept)]


def box_of(line: Line, picture: Looked, margin: float = 0.0) -> PixelBox:
    """The upright box around a line, inside the picture."""
    low = np.floor(line.corners.min(axis=0) - margin).astype(int).tolist()
    high = np.ceil(line.corners.max(axis=0) + margin).astype(int).tolist()
    return PixelBox(*low, *high).clipped(picture.width, picture.height)


def _sides(corners: NDArray[Any]) -> tuple[float, float]:
    """The lengths of the longer and the shorter side."""
    wide, high = corners[1] - corners[0], corners[3] - corners[0]
    return float(np.hypot(*wide)), float(np.hypot(*high))
