"""How much of what is truly there lies inside what was found. Finds nothing itself."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from .truth import Piece

Box = Sequence[float]  # left, top, right, bottom
COVERED = 0.75  # part of a line's area that has to be covered; the peer's benchmark has its own
# A box with less than this part of its area on what is there was found for nothing.
ON_SOMETHING = 0.1
_FINEST = 256  # cells per longer side in which areas are counted


@dataclass
class Rates:
    """Counts over many pictures."""

    pictures: int = 0
    pieces: int = 0
    covered: int = 0
    false: int = 0
    missed: list[str] = field(default_factory=list)

    def add(self, pieces: Iterable[Piece], boxes: Sequence[Box], false: int, about: str) -> None:
        """Count a picture: the pieces that should be covered, and all boxes that were found."""
        self.pictures += 1
        self.false += false
        for piece in pieces:
            self.pieces += 1
            share = covered(piece.corners, boxes)
            if share >= COVERED:
                self.covered += 1
            else:
                self.missed.append(f"{piece.what} {piece.text!r} {share:.2f} in {about}")

    @property
    def rate(self) -> float:
        """Pieces covered, 0 to 1."""
        return self.covered / self.pieces if self.pieces else 1.0

    @property
    def false_each(self) -> float:
        """Boxes for nothing, per picture."""
        return self.false / self.pictures if self.pictures else 0.0


def covered(corners: NDArray[np.float64], boxes: Sequence[Box]) -> float:
    """The part of a shape's area (corners (n, 2)) that lies in the boxes, 0 to 1."""
    low, high = corners.min(axis=0), corners.max(axis=0)
    scale = _FINEST / max(float((high - low).max()), 1.0)
    width, height = (np.maximum(np.ceil((high - low) * scale), 1)).astype(int).tolist()
    shape = Image.new("1", (width, height))
    outline = [(x, y) for x, y in ((corners - low) * scale).tolist()]
    ImageDraw.Draw(shape).polygon(outline, 1, 1)
    hidden = Image.new("1", (width, height))
    pen = ImageDraw.Draw(hidden)
    for box in boxes:
        edges = (np.array(box, np.float64).reshape(2, 2) - low) * scale
        left, top, right, bottom = edges.ravel().tolist()
        if right > left and bottom > top:
            pen.rectangle((round(left), round(top), round(right) - 1, round(bottom) - 1), 1)
    inside = np.asarray(shape)
    return float((inside & np.asarray(hidden)).sum() / inside.sum())


def for_nothing(boxes: Sequence[Box], pieces: Sequence[Piece]) -> int:
    """How many boxes lie on nothing that is there."""
    there = [(*piece.corners.min(axis=0), *piece.corners.max(axis=0)) for piece in pieces]
    return sum(_on(box, there) < ON_SOMETHING for box in boxes)


def _on(box: Box, there: Sequence[Box]) -> float:
    left, top, right, bottom = box
    area = max((right - left) * (bottom - top), 1)
    shared = (
        max(0.0, min(right, other[2]) - max(left, other[0]))
        * max(0.0, min(bottom, other[3]) - max(top, other[1]))
        for other in there
    )
    return sum(shared) / area
