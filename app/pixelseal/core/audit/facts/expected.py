"""What an output must be, as plain numbers for the audit. Knows no recipe and no source."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Colour = tuple[int, int, int]


@dataclass(frozen=True)
class Ramp:
    """Colours interpolated linearly between the centres of cells (docs/regions.md, 4).

    The cells are `step` pixels square, the first begins at (left, top); `rows` of 8-bit colours.
    Beyond the centres of the outer cells their colour continues.
    """

    left: int
    top: int
    step: int
    rows: tuple[tuple[Colour, ...], ...]


# Boxes (n, 4), paints, and which of them each box has (n).
Rows = tuple[NDArray[np.int32], Sequence[Colour | Ramp], NDArray[np.intp]]


@dataclass(frozen=True)
class Covered:
    """Boxes (left, top, right, bottom), half open, and the 8-bit colour or ramp they must hold."""

    boxes: Sequence[tuple[int, int, int, int]] | NDArray[np.int32]
    colour: Colour | Ramp

    def rows(self) -> Rows:
        """The boxes, what is painted, and the index of each box's paint among them."""
        boxes = np.asarray(self.boxes, np.int32).reshape(-1, 4)
        return boxes, [self.colour], np.zeros(len(boxes), np.intp)


@dataclass(frozen=True)
class CoveredEach:
    """Boxes (n, 4) as those of `Covered`, each with the paint of that number (n)."""

    boxes: NDArray[np.int32]
    paints: Sequence[Colour | Ramp]
    numbers: NDArray[np.intp]

    def rows(self) -> Rows:
        """As those of `Covered`."""
        return self.boxes, self.paints, self.numbers


@dataclass(frozen=True)
class Expected:
    """The output's format ('jpeg', 'png', 'webp', 'tiff', 'avif'), size, kind, and what is covered.

    `bits` is 8 or 16 per sample. Later covers lie over earlier ones.
    """

    format: str
    width: int
    height: int
    gray: bool
    bits: int
    lossy: bool
    covers: tuple[Covered | CoveredEach, ...]

    @property
    def hides(self) -> bool:
        """True if anything in the output is covered: what a crop cut off is not in it."""
        return len(self.spans) > 0

    @property
    def spans(self) -> NDArray[np.int32]:
        """(n, 2): the first row of each box of the covers, and the one behind its last."""
        boxes = [cover.rows()[0] for cover in self.covers]
        return np.concatenate([np.empty((0, 2), np.int32), *(box[:, 1::2] for box in boxes)])
