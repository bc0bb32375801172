"""Finds faces with CenterFace, whichever way they lie. Recognises nobody.

The network (Xu et al., CenterFace: Joint Face Detection and Alignment Using Face as Point, 2019)
gives, for each 4 by 4 pixels, how likely a face has its middle there, and its size.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from pixelseal.core.base.pixel_box import PixelBox
from pixelseal.core.find import parameters
from pixelseal.core.find.boxes import is_empty
from pixelseal.core.find.found import FACE, Found
from pixelseal.core.find.looked import Looked, fitted, padded
from pixelseal.core.find.networks import Network

_CELL = 4  # pixels per side for which there is one value
_REASONS = ("Q",)


async def find_faces(picture: Looked, network: Network) -> list[Found]:
    """Faces in a picture, the most likely first."""
    boxes: list[NDArray[Any]] = []
    for quarter_turns in range(4):
        turned = quarter_turns > 0
        longest = parameters.FACE_SIDE_TURNED if turned else parameters.FACE_SIDE
        least = parameters.FACE_LEAST_TURNED if turned else parameters.FACE_LEAST
        width, height = fitted(picture.box, longest)
        seen = np.rot90(picture.part(picture.box, width, height), quarter_turns)
        inputs = padded(seen).astype(np.float32).transpose(2, 0, 1)[np.newaxis]
        outputs = await network.run(np.ascontiguousarray(inputs))
        rows = turned_back(faces_of(outputs, least), quarter_turns, seen.shape[1], seen.shape[0])
        rows[:, :4] *= np.array([picture.width / width, picture.height / height] * 2)
        boxes.append(rows)
    kept = distinct(np.concatenate(boxes))
    return [found for row in kept if (found := _found(row, picture))]


def faces_of(outputs: tuple[NDArray[Any], ...], least: float) -> NDArray[Any]:
    """Rows (n, 5) of left, top, right, bottom and confidence, in pixels of the network's picture.

    `outputs` are the heat map (1, 1, h, w), the logarithms of heights and widths, and the offsets
    of the middle in rows and columns (1, 2, h, w each).
    """
    heat, scale, offset = (output[0].astype(np.float64) for output in outputs[:3])
    down, across = np.nonzero(heat[0] > least)
    confidence = heat[0, down, across]
    high, wide = np.exp(scale[:, down, across]) * _CELL
    y, x = (np.stack([down, across]) + offset[:, down, across] + 0.5) * _CELL
    rows = [x - wide / 2, y - high / 2, x + wide / 2, y + high / 2, confidence]
    return np.stack(rows, axis=1)


def turned_back(rows: NDArray[Any], quarter_turns: int, width: int, height: int) -> NDArray[Any]:
    """The same boxes before `numpy.rot90` (counterclockwise) made that width and height."""
    for _ in range(quarter_turns):
        # A point (x, y) of what was turned once was at (width before - 1 - y, x).
        left, top, right, bottom, confidence = rows.T
        rows = np.stack([height - bottom, left, height - top, right, confidence], axis=1)
        width, height = height, width
    return rows


def distinct(rows: NDArray[Any]) -> NDArray[Any]:
    """The rows without those that lie largely in a more confident one, the surest first."""
    left = rows[np.argsort(-rows[:, 4], kind="stable")]
    kept = []
    while len(left):
        first, left = left[0], left[1:]
        kept.append(first)
        low = np.maximum(left[:, :2], first[:2])
        high = np.minimum(left[:, 2:4], first[2:4])
        shared = np.prod(np.maximum(high - low, 0), axis=1)
        area, areas = np.prod(first[2:4] - first[:2]), np.prod(left[:, 2:4] - left[:, :2], axis=1)
        same = shared > parameters.FACE_SHARED * (area + areas - shared)
        same |= shared > parameters.FACE_INSIDE * np.minimum(area, areas)
        left = left[~same]
    return np.array(kept).reshape(-1, 5)


def _found(row: NDArray[Any], picture: Looked) -> Found | None:
    left, top, right, bottom, confidence = row.tolist()
    wide, high = ((right - left) * parameters.FACE_GROWTH, (bottom - top) * parameters.FACE_GROWTH)
    edges = (left - wide, top - high, right + wide, bottom + high)
    low = [int(np.floor(value)) for value in edges[:2]]
    far = [int(np.ceil(value)) for value in edges[2:]]
    box = PixelBox(low[0], low[1], far[0], far[1]).clipped(picture.width, picture.height)
    if is_empty(box):
        return None
    return Found(FACE, box, float(confidence), _REASONS)
