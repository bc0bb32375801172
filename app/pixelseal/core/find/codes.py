"""Finds barcodes and two-dimensional codes, all of each. Keeps no number.

A reader of codes says where it read: of a barcode that lies aslant only a strip, and a bar that is
left of it is enough to read the number again. So a box grows as far as the bars go, and what it
leaves is read again.
"""

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pixelseal.core.base.arrays import Pixels
from pixelseal.core.base.pixel_box import PixelBox
from pixelseal.core.find import parameters
from pixelseal.core.find.boxes import together
from pixelseal.core.find.found import CODE, Found
from pixelseal.core.find.looked import Looked
from pixelseal.core.find.networks import CodeReader

_REASONS = ("R",)
_SURE = 1.0  # a code has a check digit or more
_SAMPLES = 256  # points of a row of bars that are compared
_GAP = 3  # rows that may be unlike, for dirt or a scratch
_QUIET = 255  # what is around a code


async def find_codes(picture: Looked, reader: CodeReader) -> list[Found]:
    """Codes in a picture, each with its quiet zone."""
    gray = picture.gray()
    left = gray
    boxes: list[PixelBox] = []
    for _ in range(parameters.CODE_LOOKS):
        read = await reader.read(left)
        if not read:
            break
        # What was found is hidden, in a copy, from the next look.
        left = left.copy() if left is gray else left
        for code in read:
            corners = whole_code(gray, np.array(code.corners, np.float64))
            box = _with_quiet_zone(corners, gray.shape[1], gray.shape[0])
            left[box.top : box.bottom, box.left : box.right] = _QUIET
            boxes.append(box)
    scale = picture.width / gray.shape[1], picture.height / gray.shape[0]
    return [Found(CODE, _enlarged(box, scale, picture), _SURE, _REASONS) for box in together(boxes)]


def _enlarged(box: PixelBox, scale: tuple[float, float], picture: Looked) -> PixelBox:
    """The box in pixels of the whole picture."""
    across, down = scale
    return PixelBox(
        math.floor(box.left * across),
        math.floor(box.top * down),
        math.ceil(box.right * across),
        math.ceil(box.bottom * down),
    ).clipped(picture.width, picture.height)


def whole_code(gray: Pixels, corners: NDArray[Any]) -> NDArray[Any]:
    """Points around a code of which a strip with these corners (4, 2) was read.

    Corners come in order around it. Rows beside the strip belong to it while they look like it.
    """
    sides = np.diff(corners, axis=0, append=corners[:1])
    lengths = np.hypot(sides[:, 0], sides[:, 1])
    if lengths.max() < 1:
        return corners
    points = [corners]
    along_first = lengths[0] + lengths[2] >= lengths[1] + lengths[3]
    a, b, c, d = corners if along_first else np.roll(corners, -1, axis=0)
    start, end = (a + d) / 2, (b + c) / 2
    length = float(np.hypot(*(end - start)))
    across = np.array([-(end - start)[1], (end - start)[0]]) / max(length, 1.0)
    middle = _row(gray, start, end)
    for sign in (-1, 1):
        far = _as_far_as_alike(gray, start, end, across * sign, middle, length)
        points.append(np.array([start, end]) + across * sign * far)
    return np.concatenate(points)


def _as_far_as_alike(
    gray: Pixels,
    start: NDArray[Any],
    end: NDArray[Any],
    step: NDArray[Any],
    middle: NDArray[Any],
    length: float,
) -> float:
    by = max(1.0, length / _SAMPLES)
    far, missed = 0.0, 0
    for number in range(1, int(parameters.BARS_LONGEST * length / by) + 1):
        row = _row(gray, start + step * by * number, end + step * by * number)
        if _alike(row, middle) >= parameters.BARS_ALIKE:
            far, missed = by * number, 0
        else:
            missed += 1
        if missed > _GAP:
            break
    return far


def _row(gray: Pixels, start: NDArray[Any], end: NDArray[Any]) -> NDArray[Any]:
    points = start + np.linspace(0, 1, _SAMPLES)[:, np.newaxis] * (end - start)
    x, y = np.floor(points).astype(np.int64).T
    inside = (x >= 0) & (y >= 0) & (x < gray.shape[1]) & (y < gray.shape[0])
    row = np.full(_SAMPLES, float(_QUIET))
    row[inside] = gray[y[inside], x[inside]]
    return row


def _alike(one: NDArray[Any], other: NDArray[Any]) -> float:
    one, other = one - one.mean(), other - other.mean()
    spread = float(np.sqrt((one * one).sum() * (other * other).sum()))
    return float((one * other).sum()) / spread if spread else 0.0


def _with_quiet_zone(points: NDArray[Any], width: int, height: int) -> PixelBox:
    low, high = points.min(axis=0), points.max(axis=0)
    margin = parameters.CODE_QUIET * float((high - low).max())
    first = np.floor(low - margin).astype(int).tolist()
    last = np.ceil(high + 1 + margin).astype(int).tolist()
    return PixelBox(*first, *last).clipped(width, height)
