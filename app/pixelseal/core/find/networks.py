"""What finders are lent from outside: networks and a reader of codes. Holds none.

In the page `run` and `read` wait for the browser's runtime, on the command line they return at
once: the finders are coroutines in both. A lent one may raise any error, which then ends the
finding; that is also how finding is cancelled between two runs.
"""

from typing import Any, NamedTuple, Protocol

from numpy.typing import NDArray
from pixelseal.core.base.arrays import Pixels


class Network(Protocol):
    """A network with its weights (docs/find.md names them)."""

    async def run(self, inputs: NDArray[Any]) -> tuple[NDArray[Any], ...]:
        """Its outputs, in its own order, for float32 inputs (pictures, channels, rows, columns)."""
        ...


class ReadCode(NamedTuple):
    """A code that was read: four corners (x, y) in order around it, its format and its text."""

    corners: tuple[tuple[float, float], ...]
    format: str
    text: str


class CodeReader(Protocol):
    """Finds barcodes and two-dimensional codes."""

    async def read(self, gray: Pixels, *, of_rows: bool = False) -> list[ReadCode]:
        """All codes in a picture (H, W) of uint8, whichever way they lie.

        `of_rows`: only kinds that are read row by row, which are barcodes and PDF417, and have to
        lie nearly level or upright: once by thresholds that follow the light, once by one for the
        whole picture. The others are found whichever way they lie, and take longer.
        """
        ...


class Finder(NamedTuple):
    """The name and version of something lent, as a certificate states them."""

    name: str
    version: str


class Finders(NamedTuple):
    """What is there; None for what is not. `names` has a row for each of the others."""

    faces: Network | None = None
    writing: Network | None = None
    reading: Network | None = None
    codes: CodeReader | None = None
    names: tuple[Finder, ...] = ()
