"""Follows fax-coded rows to check that they are complete. Makes no pixel.

ITU-T T.4 (one- and two-dimensional), T.6, and the row-aligned runs of TIFF 6.0 section 10. Rows
are kept as the columns at which the colour changes, which is all that the next row refers to.
"""

from bisect import bisect_right

from pixelseal.core.source.coding.fax_codes import LOOK, run_codes

_RUNS, _T4, _T6 = 2, 3, 4  # values of the TIFF tag Compression
_TWO_DIMENSIONAL = 1  # T4Options, bit 0
_MASK = (1 << LOOK) - 1
# T.4 table 4, by the next seven bits: the mode and the bits of its code.
_PASS, _ACROSS = 100, 101
_MODES = {"1": 0, "011": 1, "000011": 2, "0000011": 3, "010": -1, "000010": -2, "0000010": -3,
          "0001": _PASS, "001": _ACROSS}  # fmt: skip
_MODE_OF = {
    value: (mode, len(code))
    for code, mode in _MODES.items()
    for value in range(int(code, 2) << (7 - len(code)), (int(code, 2) + 1) << (7 - len(code)))
}


class _Broken(Exception):
    """The data ends, or has no code where one must be."""


class FaxCounter:
    """Reads rows of `width` pixels from fax-coded bytes (first bit highest)."""

    def __init__(self, untrusted: bytes, width: int) -> None:
        self._data = untrusted + bytes(4)
        self._bits = len(untrusted) * 8
        self._width = width
        self._at = 0
        self._codes = run_codes()

    def whole_rows(self, rows: int, compression: int, t4_options: int) -> int:
        """How many of `rows` are complete before the first that is not.

        `compression` is the value of that TIFF tag.
        """
        changes = [self._width] * 3  # the row above the first is white
        try:
            for row in range(rows):
                changes = self._row(changes, compression, t4_options)
                if self._at > self._bits:
                    return row
        except _Broken:
            return row
        return rows

    def _row(self, above: list[int], compression: int, t4_options: int) -> list[int]:
        if compression == _T6:
            return self._row_by_changes(above)
        if compression == _RUNS:
            self._at += -self._at % 8
            return self._row_by_runs()
        self._pass_end_of_line()
        if not t4_options & _TWO_DIMENSIONAL:
            return self._row_by_runs()
        by_runs = self._peek() >> (LOOK - 1)
        self._at += 1
        return self._row_by_runs() if by_runs else self._row_by_changes(above)

    def _peek(self) -> int:
        """The next 13 bits; zeros after the end."""
        place = self._at >> 3
        word = int.from_bytes(self._data[place : place + 3], "big")
        return word >> (24 - LOOK - (self._at & 7)) & _MASK

    def _pass_end_of_line(self) -> None:
        """Skip fill and the end-of-line code before each row: eleven or more zeros, then a 1."""
        start = self._at
        while self._at < self._bits:
            bits = self._peek()
            if bits:
                self._at += LOOK - bits.bit_length() + 1
                if self._at - start < 12:
                    raise _Broken
                return
            self._at += LOOK
        raise _Broken

    def _run(self, black: int) -> int:
        """Length in pixels of one run: make-up codes, then a terminating code."""
        table = self._codes[black]
        total = 0
        while True:
            run, bits = table[self._peek()]
            total += run
            if run < 0 or total > self._width:
                raise _Broken
            self._at += bits
            if run < 64:
                return total

    def _row_by_runs(self) -> list[int]:
        """T.4 section 4.1: alternating white and black runs up to the width."""
        changes: list[int] = []
        column = black = 0
        while column < self._width:
            column += self._run(black)
            changes.append(column)
            black ^= 1
            if self._at > self._bits:
                raise _Broken
        if column > self._width:
            raise _Broken
        return [*changes, *[self._width] * 3]

    def _row_by_changes(self, above: list[int]) -> list[int]:
        """T.4 section 4.2: each change by its position relative to the changes of the row above."""
        changes: list[int] = []
        width, column, black = self._width, -1, 0
        while column < width:
            mode, bits = _MODE_OF.get(self._peek() >> (LOOK - 7), (None, 0))
            if mode is None or self._at > self._bits:
                raise _Broken
            self._at += bits
            # b1: the first change above, right of here, to the opposite colour.
            index = bisect_right(above, column)
            index = min(index + ((index & 1) != black), len(above) - 2)
            if mode == _PASS:
                column = above[index + 1]
                continue
            if mode == _ACROSS:
                first = max(column, 0) + self._run(black)
                column = first + self._run(black ^ 1)
                changes += [first, column]
            else:
                following = above[index] + mode
                if following < max(column, 0):
                    raise _Broken
                column = following
                changes.append(column)
                black ^= 1
            if column > width:
                raise _Broken
        return [*changes, *[width] * 3]
