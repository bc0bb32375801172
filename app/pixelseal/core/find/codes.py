"""Finds barcodes and two-dimensional codes, all of each. Keeps no number.

A reader of codes says where it read: of a barcode that lies aslant only a strip, and a bar that is
left of it is enough to read the number again. So a box grows as far as the bars go, and what it
leaves is read again.
"""

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from pixelseal.core.base.arrays import Pixels
from pixelseal.core.base.pixel_box import PixelBox
from pixelseal.core.find import parameters
from pixelseal.core.find.boxes import together
from pixelseal.core.find.found import CODE, Found
from pixelseal.core.find.looked import Looked
from pixelseal.core.find.networks import CodeReader, ReadCode

_REASONS = ("R",)
_SURE = 1.0  # a code has a check digit or more
_SAMPLES = 64, 1024  # fewest and most points of a row of bars that are compared
_GAP = 3  # rows that may be unlike, for dirt or a scratch
_QUIET = 255  # what is around a code
_BESIDE = 3  # pixels around a strip that tell how its bars lie
_WHOLE = ("qr", "matrix", "aztec", "maxi", "417")  # parts of the names of other codes


async def find_codes(picture: Looked, reader: CodeReader) -> list[Found]:
    """Codes in a picture, each with its quiet zone."""
    gray = picture.gray()
    left = gray  # in which what was found is hidden from the next look
    small: Image.Image | None = None  # the same, reduced for the looks at a turned picture
    boxes: list[PixelBox] = []
    looks = 0
    for degrees in (None, 0, *parameters.CODE_TURNS):
        while looks <= parameters.CODE_LOOKS:
            if degrees is None:
                read = await reader.read(left)
            else:
                small = small or _reduced(left)
                read = await _read_turned(small, degrees, reader)
            if not read:
                break
            looks += 1
            if left is gray:  # a copy only where there is a code: 12 MB of a photo
                left = gray.copy()
            for code in read:
                corners = np.array(code.corners, np.float64)
                if small:
                    corners *= np.array(gray.shape[::-1]) / small.size
                if _is_of_bars(code.format):
                    corners = whole_code(gray, corners)
                box = _with_quiet_zone(corners, gray.shape[1], gray.shape[0])
                left[box.top : box.bottom, box.left : box.right] = _QUIET
                boxes.append(box)
            small = None
    scale = picture.width / gray.shape[1], picture.height / gray.shape[0]
    return [Found(CODE, _enlarged(box, scale, picture), _SURE, _REASONS) for box in together(boxes)]


def _reduced(gray: Pixels) -> Image.Image:
    """The picture with a longer side of at most CODE_SIDE_TURNED pixels."""
    height, width = gray.shape
    shrunk = min(1.0, parameters.CODE_SIDE_TURNED / max(width, height))
    size = max(1, round(width * shrunk)), max(1, round(height * shrunk))
    return Image.fromarray(gray).resize(size, Image.Resampling.BILINEAR)


async def _read_turned(small: Image.Image, degrees: int, reader: CodeReader) -> list[ReadCode]:
    """What is read in the picture, turned by so many degrees; corners in the upright picture."""
    width, height = small.size
    angle = math.radians(degrees)
    cosine, sine = math.cos(angle), math.sin(angle)
    wide = math.ceil(width * cosine + height * sine)
    high = math.ceil(width * sine + height * cosine)
    # From a point of the turned picture to one of the upright one, both about their middles.
    turn = np.array([[cosine, -sine], [sine, cosine]])
    start = np.array(small.size) / 2 - turn @ (wide / 2, high / 2)
    plan = (cosine, -sine, float(start[0]), sine, cosine, float(start[1]))
    turned = small.transform(
        (wide, high), Image.Transform.AFFINE, plan, Image.Resampling.BILINEAR, fillcolor=_QUIET
    )
    return [
        code._replace(corners=tuple((x, y) for x, y in np.array(code.corners) @ turn.T + start))
        for code in await reader.read(np.asarray(turned), of_rows=True)
    ]


def _is_of_bars(format: str) -> bool:
    """True unless a code is known by its squares or rows: of those the reader states all."""
    name = format.casefold()
    return not any(word in name for word in _WHOLE)


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
    """Points (n, 2) around a barcode of which a strip with these corners (4, 2) was read.

    The strip crosses all bars, but seldom at right angles: how the bars lie is told from the
    picture, and rows across them belong to the code while they look like the middle one.
    """
    across = _across_bars(gray, corners)
    along = np.array([-across[1], across[0]])
    middle = corners.mean(axis=0)
    places = (corners - middle) @ across
    ends = middle + np.outer([places.min(), places.max()], across)
    points = [corners, ends]
    for step in (along, -along):
        points.append(_as_far_as_alike(gray, ends, step, across))
    return np.concatenate(points)


def _across_bars(gray: Pixels, corners: NDArray[Any]) -> NDArray[Any]:
    """The direction in which a strip's pixels change most (its structure tensor), of length 1."""
    low = np.floor(corners.min(axis=0)).astype(int) - _BESIDE
    far = np.ceil(corners.max(axis=0)).astype(int) + _BESIDE
    box = PixelBox(*low.tolist(), *far.tolist()).clipped(gray.shape[1], gray.shape[0])
    part = gray[box.top : box.bottom, box.left : box.right].astype(np.float64)
    if min(part.shape) < 2:
        return np.array([1.0, 0.0])
    down, right = np.gradient(part)
    angle = math.atan2(2 * (right * down).sum(), (right * right).sum() - (down * down).sum()) / 2
    return np.array([math.cos(angle), math.sin(angle)])


def _as_far_as_alike(
    gray: Pixels, ends: NDArray[Any], step: NDArray[Any], across: NDArray[Any]
) -> NDArray[Any]:
    """The ends (2, 2) of the last row that looks like the one between these ends.

    Rows follow each other by `step`, and are shifted by at most a pixel each: bars may lie a little
    otherwise than was thought.
    """
    length = float(np.hypot(*(ends[1] - ends[0])))
    samples = min(max(round(length), _SAMPLES[0]), _SAMPLES[1])
    middle = _row(gray, ends, samples)
    last, shift, missed = ends, 0, 0
    for number in range(1, int(parameters.BARS_LONGEST * length) + 1):
        tried = [ends + step * number + across * (shift + more) for more in (0, -1, 1)]
        alike = [_alike(_row(gray, row, samples), middle) for row in tried]
        best = int(np.argmax(alike))
        if alike[best] >= parameters.BARS_ALIKE:
            last, shift, missed = tried[best], shift + (0, -1, 1)[best], 0
        else:
            missed += 1
        if missed > _GAP:
            break
    return last


def _row(gray: Pixels, ends: NDArray[Any], samples: int) -> NDArray[Any]:
    points = ends[0] + np.linspace(0, 1, samples)[:, np.newaxis] * (ends[1] - ends[0])
    x, y = np.floor(points).astype(np.int64).T
    inside = (x >= 0) & (y >= 0) & (x < gray.shape[1]) & (y < gray.shape[0])
    row = np.full(samples, float(_QUIET))
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
