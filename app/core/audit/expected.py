"""What an output must be, told to the audit in plain numbers. Knows no recipe and no source."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Covered:
    """Boxes (left, top, right, bottom), half open, and the 8-bit colour they must hold."""

    boxes: tuple[tuple[int, int, int, int], ...]
    colour: tuple[int, int, int]


@dataclass(frozen=True)
class Expected:
    """The output's format ('jpeg', 'png', 'webp', 'tiff'), size, kind, and what is covered.

    `bits` is 8 or 16 a sample. Later covers lie over earlier ones.
    """

    format: str
    width: int
    height: int
    gray: bool
    bits: int
    lossy: bool
    covers: tuple[Covered, ...]
