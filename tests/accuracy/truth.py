"""What is truly in a drawn picture. Draws nothing."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from PIL import Image


@dataclass(frozen=True)
class Piece:
    """Something that a finder should find, or may.

    `corners` (4, 2) are x and y in pixels of the picture; `kind` is "writing" or "code"; `what`
    says which identifier or code it is, and is "" for writing that identifies nobody.
    """

    kind: str
    what: str
    text: str
    corners: NDArray[np.float64]

    def moved(self, matrix: NDArray[np.float64]) -> "Piece":
        """The same after an affine transform (2, 3)."""
        corners = self.corners @ matrix[:, :2].T + matrix[:, 2]
        return Piece(self.kind, self.what, self.text, corners)


@dataclass
class Drawn:
    """A picture and all that is in it."""

    image: Image.Image
    pieces: list[Piece] = field(default_factory=list)
    about: str = ""


def rectangle(left: float, top: float, right: float, bottom: float) -> NDArray[np.float64]:
    """Corners (4, 2), clockwise."""
    return np.array([[left, top], [right, top], [right, bottom], [left, bottom]], np.float64)
