"""Finds lines of writing with PP-OCRv6's detector, coarse to fine. Reads none of them.

The network gives for each pixel how likely it is in the middle of a line (Liao et al., Real-time
Scene Text Detection with Differentiable Binarization, 2019). The whole picture is looked at first,
small and with low thresholds, then in a few tiles; what seems to be writing and is not clear yet is
looked at again, larger.
"""

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pixelseal.core.base.arrays import Pixels
from pixelseal.core.base.pixel_box import PixelBox
from pixelseal.core.find import boxes, parameters
from pixelseal.core.find.components import components, smallest_rectangle
from pixelseal.core.find.contrast import evened, is_colourless
from pixelseal.core.find.lines import Line
from pixelseal.core.find.looked import Looked, fitted, padded
from pixelseal.core.find.networks import Network


async def lines_of(picture: Looked, network: Network) -> list[Line]:
    """Lines of writing in a picture, by rows."""
    coarse = await _seen(
        picture, picture.box, network, parameters.COARSE_PIXEL, parameters.COARSE_LINE
    )
    settled, doubtful = await _in_tiles(picture, network)
    doubtful += [line for line in coarse if not _lies_in(line, settled, parameters.LINE_SHARED)]
    fine: list[Line] = []
    for box, enlarged in second_looks(doubtful, picture)[: parameters.FINE_LOOKS_MOST]:
        fine += await _seen(
            picture, box, network, parameters.FINE_PIXEL, parameters.FINE_LINE, enlarged
        )
    kept = distinct(settled + fine)
    return sorted(kept, key=lambda line: (box_of(line, picture).top, box_of(line, picture).left))


async def faint_lines_of(picture: Looked, network: Network) -> list[Line]:
    """Small lines that show once the contrast is evened out, in a picture without colour.

    Radiographs and ultrasound have writing burned in that is as light as the bone it lies on.
    """
    if not is_colourless(picture.part(picture.box, *fitted(picture.box, parameters.COLOUR_SIDE))):
        return []
    settled, doubtful = await _in_tiles(picture, network, even=True)
    highest = parameters.FAINT_HIGHEST * min(picture.width, picture.height)
    return [line for line in settled + doubtful if _sides(line.corners)[1] <= highest]


async def _in_tiles(
    picture: Looked, network: Network, even: bool = False
) -> tuple[list[Line], list[Line]]:
    """Lines in a few tiles of the whole picture: settled ones, and those to be looked at again.

    The whole picture at once shows small writing too small, and what lies upside down or on its
    side is seen at one size and missed at another.
    """
    enlarged = parameters.FINE_ENLARGED * picture.finest
    least = parameters.FAINT_LINE if even else parameters.TILE_LINE
    settled: list[Line] = []
    doubtful: list[Line] = []
    for tile in _whole_tiles(picture, math.ceil(parameters.WRITING_SIDE / enlarged)):
        lines = await _seen(picture, tile, network, parameters.FINE_PIXEL, least, enlarged, even)
        scale = min(enlarged, parameters.WRITING_SIDE / max(_size(tile)))
        for line in lines:
            high = _sides(line.corners)[1]
            if high > parameters.TILE_HIGHEST * max(_size(tile)):
                continue  # what is as large as that is seen in the whole picture
            small = high * scale < parameters.SETTLED_HEIGHT
            again = small or _is_cut(line, tile, picture)
            (doubtful if again else settled).append(line)
    return settled, doubtful


def _whole_tiles(picture: Looked, side: int) -> list[PixelBox]:
    """Tiles of the whole picture, of at least that side, and as many as there may be."""
    while len(tiles := _tiles(picture.box, side)) > parameters.TILES_MOST:
        side = math.ceil(side * 1.05)
    return tiles


def _is_cut(line: Line, tile: PixelBox, picture: Looked) -> bool:
    """Whether it reaches an edge of the tile behind which the picture goes on."""
    box = box_of(line, picture)
    return any(
        inner and reached
        for inner, reached in (
            (tile.left > 0, box.left <= tile.left),
            (tile.top > 0, box.top <= tile.top),
            (tile.right < picture.width, box.right >= tile.right),
            (tile.bottom < picture.height, box.bottom >= tile.bottom),
        )
    )


async def _seen(
    picture: Looked,
    box: PixelBox,
    network: Network,
    pixel: float,
    line: float,
    enlarged: float = 1.0,
    even: bool = False,
) -> list[Line]:
    """Lines in a box of the picture, in pixels of the picture; `even` evens out its contrast."""
    width, height = fitted(box, parameters.WRITING_SIDE, enlarged)
    part = picture.part(box, width, height)
    (values,) = await network.run(scaled(evened(part) if even else part))
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
    """Without lines that lie largely in a longer one: two looks may share a line.

    What is much higher is another thing than the line in it: a frame, or several lines at once,
    which may turn out to be no writing, and the line would be lost with it.
    """
    rows = _edges(lines)
    areas = np.prod(rows[:, 2:] - rows[:, :2], axis=1)
    heights = np.array([_sides(line.corners)[1] for line in lines])
    kept: list[int] = []
    for number in np.argsort(-areas, kind="stable").tolist():
        same = _shared(rows[number], rows[kept]) > parameters.LINE_SHARED
        if not (same & (heights[kept] < parameters.LINE_HIGHER * heights[number])).any():
            kept.append(number)
    return [lines[number] for number in sorted(kept)]


def _lies_in(line: Line, lines: list[Line], part: float) -> bool:
    return bool((_shared(_edges([line])[0], _edges(lines)) > part).any())


def _edges(lines: list[Line]) -> NDArray[Any]:
    """Left, top, right and bottom of each (n, 4)."""
    rows = [[*line.corners.min(axis=0), *line.corners.max(axis=0)] for line in lines]
    return np.array(rows).reshape(-1, 4)


def _shared(row: NDArray[Any], rows: NDArray[Any]) -> NDArray[Any]:
    """Which part of a row's area lies in each of the others."""
    low, high = np.maximum(rows[:, :2], row[:2]), np.minimum(rows[:, 2:], row[2:])
    area = np.prod(row[2:] - row[:2])
    shared: NDArray[Any] = np.prod(np.maximum(high - low, 0), axis=1) / max(area, 1e-9)
    return shared


def box_of(line: Line, picture: Looked, margin: float = 0.0) -> PixelBox:
    """The upright box around a line, inside the picture."""
    low = np.floor(line.corners.min(axis=0) - margin).astype(int).tolist()
    high = np.ceil(line.corners.max(axis=0) + margin).astype(int).tolist()
    return PixelBox(*low, *high).clipped(picture.width, picture.height)


def _size(box: PixelBox) -> tuple[int, int]:
    return box.right - box.left, box.bottom - box.top


def _sides(corners: NDArray[Any]) -> tuple[float, float]:
    """The lengths of the longer and the shorter side."""
    wide, high = corners[1] - corners[0], corners[3] - corners[0]
    return float(np.hypot(*wide)), float(np.hypot(*high))
