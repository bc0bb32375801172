"""Applies colour tables: from device codes to the connection space and on. Reads no tag."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from pixelseal.core.icc.clut import ColourTable, Indices
from pixelseal.core.icc.connection_space import WHITE, Codes, Plane, Planes, cubed, fetch, to_linear
from pixelseal.core.icc.curves import Curve
from pixelseal.core.icc.matrix import Reader, steps

_LEVELS = 65536  # between two stages a number has 16 bits
# (3, 4): three rows of three weights and an offset.
Matrix = tuple[tuple[float, ...], ...]
Triple = tuple[Curve, Curve, Curve]


@dataclass(frozen=True)
class LutModel:
    """Table, middle curves and matrix, and last curves, as in lutAToBType; each may be absent.

    `encoding` tells how the connection space is written: 'xyz', 'lab-2' or 'lab-4'.
    """

    table: ColourTable | None
    middle: Triple | None
    matrix: Matrix | None
    last: Triple
    encoding: str

    def reader(self, levels: int) -> Reader:
        """Prepared for codes below `levels`."""
        look_up = self.table.lookup(levels) if self.table else None
        middle = [curve(steps(_LEVELS)) for curve in self.middle] if self.middle else None
        decode = _decode_xyz if self.encoding == "xyz" else self._decode_lab
        last = [
            decode(curve(steps(_LEVELS)), place).astype(np.float32)
            for place, curve in enumerate(self.last)
        ]
        widen = (_LEVELS - 1) // (levels - 1)

        def read(codes: Sequence[Codes]) -> Planes:
            if look_up:
                numbers: Sequence[Indices] = look_up(codes)
            else:
                numbers = [code.astype(np.intp) * widen for code in codes]
            if self.matrix:
                numbers = _weighted(numbers, middle, self.matrix)
            first, second, third = (
                fetch(table, number) for table, number in zip(last, numbers, strict=True)
            )
            if self.encoding == "xyz":
                return to_linear((first, second, third))
            return lab_to_linear(first, second, third)

        return read

    def _decode_lab(self, encoded: NDArray[np.float64], place: int) -> NDArray[np.float64]:
        """What one Lab channel adds to the CIELAB functions (ICC.1:2022, 6.3.4.2).

        lut16Type keeps the encoding of version 2, where L* = 100 is 0xFF00 and a* = 0 is 0x8000
        (10.10); the others have 0xFFFF and 0x8080.
        """
        codes = np.rint(encoded * 65535)
        per_unit = 256.0 if self.encoding == "lab-2" else 257.0
        if place == 0:
            return (codes / (per_unit * 2.55) + 16) / 116
        return (codes / per_unit - 128) / (500.0 if place == 1 else 200.0)


def _decode_xyz(encoded: NDArray[np.float64], place: int) -> NDArray[np.float64]:
    """XYZ as shares of the white: 1.0 is 0x8000 (ICC.1:2022, 6.3.4.2, table 11)."""
    return encoded * (65535 / 32768) / WHITE[place]


def lab_to_linear(lightness: Plane, a: Plane, b: Plane) -> Planes:
    """CIELAB by its functions: (L* + 16) / 116, a* / 500, b* / 200; to linear sRGB."""
    return to_linear((cubed(lightness + a), cubed(lightness), cubed(lightness - b)))


def _weighted(
    numbers: Sequence[Indices], curves: Sequence[NDArray[np.float64]] | None, matrix: Matrix
) -> list[Indices]:
    """Middle curves and matrix, 16-bit numbers in and out. The sums are in a fixed order."""
    if curves is None:
        values = [number / 65535 for number in numbers]
    else:
        values = [fetch(curve, number) for curve, number in zip(curves, numbers, strict=True)]
    results = []
    for row in matrix:
        total = values[0] * row[0] + values[1] * row[1] + values[2] * row[2] + row[3]
        results.append(np.rint(np.clip(total, 0.0, 1.0) * 65535).astype(np.intp))
    return results
