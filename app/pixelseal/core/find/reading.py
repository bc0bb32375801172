"""Reads lines of writing with PP-OCRv6's recogniser, to propose reasons. Keeps no text.

The network gives for each few columns of a line which character is there, or none (Graves et al.,
Connectionist Temporal Classification, 2006).
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from pixelseal.core.base.arrays import Pixels
from pixelseal.core.base.pixel_box import PixelBox
from pixelseal.core.find import parameters
from pixelseal.core.find.alphabet import ALPHABET
from pixelseal.core.find.boxes import is_empty
from pixelseal.core.find.lines import Line, ReadLine
from pixelseal.core.find.looked import Looked, fitted
from pixelseal.core.find.networks import Network
from pixelseal.core.find.writing import box_of

_COLUMNS = 8  # columns for which there is one character: narrower inputs are none


async def read_lines(picture: Looked, lines: list[Line], network: Network) -> list[ReadLine]:
    """What stands in each line, in their order; in boxes without any area nothing does."""
    read = []
    for line in lines[: parameters.LINES_MOST]:
        box = box_of(line, picture)
        if is_empty(box):
            continue
        text, certainty, turned = await _read(straight(picture, line, box), network)
        level = box.right - box.left > box.bottom - box.top
        read.append(ReadLine(box, line.confidence, text, certainty, level and not turned))
    return read


async def _read(pixels: Pixels, network: Network) -> tuple[str, float, bool]:
    """The text of a line, how sure it is, and whether it reads better turned by 180 degrees."""
    first = text_of((await network.run(scaled(pixels)))[0])
    if first[1] >= parameters.READ_SURE:
        return (*first, False)
    second = text_of((await network.run(scaled(pixels[::-1, ::-1])))[0])
    return (*second, True) if second[1] > first[1] else (*first, False)


def straight(picture: Looked, line: Line, box: PixelBox) -> Pixels:
    """The line (48, w, 3), its longer side across."""
    corners = line.corners
    wide = float(np.hypot(*(corners[1] - corners[0])))
    high = float(np.hypot(*(corners[3] - corners[0])))
    width = round(parameters.READ_HEIGHT * wide / high)
    width = min(max(width, _COLUMNS), parameters.READ_WIDEST)
    # The upright box around it is reduced first: turning looks at single pixels.
    longest = round(
        2 * parameters.READ_HEIGHT / high * max(box.right - box.left, box.bottom - box.top)
    )
    size = fitted(box, max(longest, _COLUMNS), 2.0)
    part = Image.fromarray(picture.part(box, *size))
    scale = np.array([size[0] / (box.right - box.left), size[1] / (box.bottom - box.top)])
    first, second, _third, fourth = (corners - (box.left, box.top)) * scale
    u, v = (second - first) / width, (fourth - first) / parameters.READ_HEIGHT
    # Output (x, y) is taken from input (a x + b y + c, d x + e y + f).
    plan = (u[0], v[0], first[0], u[1], v[1], first[1])
    size = (width, parameters.READ_HEIGHT)
    resampling = Image.Resampling.BILINEAR
    return np.asarray(part.transform(size, Image.Transform.AFFINE, plan, resampling))


def scaled(pixels: Pixels) -> NDArray[Any]:
    """Inputs (1, 3, 48, w) for a line: blue first, -1 to 1."""
    planes = pixels[:, :, ::-1].transpose(2, 0, 1)[np.newaxis]
    return np.ascontiguousarray(planes).astype(np.float32) / np.float32(127.5) - np.float32(1)


def text_of(outputs: NDArray[Any]) -> tuple[str, float]:
    """The text of the likeliest characters (1, t, 1 + len(ALPHABET)), and their mean likelihood.

    The first column is no character; one that goes on is one, unless nothing stands between.
    """
    best = outputs[0].argmax(axis=1)
    starts = (best != 0) & (np.diff(best, prepend=0) != 0)
    text = "".join(ALPHABET[number - 1] for number in best[starts].tolist())
    if not text.strip():
        return "", 0.0
    return text.strip(), float(outputs[0].max(axis=1)[starts].mean())
