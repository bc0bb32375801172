"""What the next 16 bits of a scan mean, as tables for `scan`. Walks nothing.

ITU-T T.81, F.1.2 and F.2.2.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

_MOST_BITS = 16
_NONE = _MOST_BITS + 1  # the length of a code that there is not
_END_OF_BLOCK, _SIXTEEN_ZEROS = 0x00, 0xF0
PAST = 160  # what an end of block adds to the place in the block: more than any code can

# A step: 5 bits of bits to go on, 8 of places to go on, what follows within the block, and of a
# step of one code what is wrong with it, the worst the highest.
BITS, PLACES, PLACE = 0x1F, 0xFF << 5, 5
_RUN_NEXT, AFTER_ZEROS = 1 << 16, 1 << 17
WITHIN = _RUN_NEXT | AFTER_ZEROS
NO_CODE, NEEDLESS, NOT_EMPTY = 1 << 28, 1 << 29, 1 << 30
_WRONG = PLACES  # places of a step that meets something wrong: farther than any other
_TABLES = 4
_AHEAD = np.arange(1 << _MOST_BITS, dtype=np.uint32)
# A state, before the 16 bits ahead: two bits of what follows within the block, two of its kind.
KIND = 18
IDLE = 4 << KIND
INDICES = IDLE + (1 << _MOST_BITS)


@dataclass(frozen=True)
class Table:
    """A Huffman table as DHT states it: codes of each length 1..16, and their symbols."""

    counts: bytes
    symbols: bytes


class Codes:
    """What every state and 16 bits ahead mean: of one code, and of two where the bits hold both.

    States are those of `_walk_together`: `_kinds` of the block, then whether a run is next and
    whether the code before was for sixteen zeros; after all of them the idle one, which stays.
    """

    def __init__(self, tables: list[Table]) -> None:
        self.ones = np.zeros(INDICES, np.uint32)
        # Of the code alone, by table and 16 bits ahead; the symbols with the table's number.
        self._lengths = np.full(_TABLES << _MOST_BITS, _NONE, np.uint8)
        self._symbols = np.zeros(_TABLES << _MOST_BITS, np.uint16)
        self._one_by_one = np.zeros(_TABLES << 8, np.int64)
        for number, table in enumerate(tables):
            self._fill(table, number)
        self.steps = self.ones & (NO_CODE - 1)
        # States, which of their entries hold a second code, and where that one stands alone.
        self._joined: list[tuple[int, NDArray[np.bool_], NDArray[np.int32]]] = []
        for kind in range(len(tables) // 2):
            for within in (0, _RUN_NEXT):
                self._join(kind << KIND | within)

    def _fill(self, table: Table, number: int) -> None:
        """One code, in all states that read this table.

        A difference moves on by one place; a run by its zeros and one (T.81, F.1.2.1, F.1.2.2).
        """
        of_runs = number & 1
        lengths = np.repeat(np.arange(1, _MOST_BITS + 1, dtype=np.uint8), list(table.counts))
        symbols = np.frombuffer(table.symbols, np.uint8).astype(np.uint32)
        steps = lengths + (symbols & 15) | 1 + (symbols >> 4) * of_runs << PLACE | _RUN_NEXT
        ends = (symbols == _END_OF_BLOCK) & (of_runs == 1)
        steps[ends] += (PAST - 1) << PLACE
        steps[(symbols == _SIXTEEN_ZEROS) & (of_runs == 1)] |= AFTER_ZEROS
        # Which code the bits begin with; behind the last one there is none.
        spans = 1 << (_MOST_BITS - lengths.astype(np.int32))
        edges = [0, *np.cumsum(spans).tolist()]
        which = np.full(1 << _MOST_BITS, len(symbols), np.int32)
        which[: edges[-1]] = np.repeat(np.arange(len(symbols), dtype=np.int32), spans)
        own = number << _MOST_BITS
        self._lengths[own : own + len(which)] = np.append(lengths, _NONE).take(which)
        self._symbols[own : own + len(which)] = np.append(symbols | number << 8, 0).take(which)
        found = np.append(steps, np.uint32(NO_CODE | _WRONG)).take(which)
        for state in (1, 3) if of_runs else (0,):
            for beyond in range(2):
                start = (number >> 1 | beyond << 1) << KIND | state << _MOST_BITS
                part = self.ones[start : start + len(which)]
                part[:] = found
                if beyond:
                    part[: edges[-1]] = NOT_EMPTY | _WRONG
                for code in np.flatnonzero(symbols == 0).tolist():
                    bits = slice(edges[code], edges[code + 1])
                    part[bits] = NEEDLESS | _WRONG if state == 3 else found[bits]

    def _join(self, state: int) -> None:
        """Make the steps of one state go over the code that follows, where the bits hold it."""
        step = self.steps[state : state + (1 << _MOST_BITS)]
        used = step & BITS
        following = _AHEAD << used & 0xFFFF | step & WITHIN | np.uint32(state & 3 << KIND)
        one = self.ones.take(following.view(np.int32))
        ones = _by_table(following).view(np.int32)
        # Nothing follows within the block after its end, or where something is wrong.
        fits = (self._lengths.take(ones) + used <= _MOST_BITS) & (one < NO_CODE)
        fits &= step & PLACES < PAST << PLACE
        step[:] = np.where(fits, (step & (BITS | PLACES)) + one, step)
        self._joined.append((state, fits, ones))

    def count_one(self, indices: NDArray[np.int32]) -> None:
        """Count the first codes of these entries, each used alone."""
        np.add.at(self._one_by_one, self._symbols[_by_table(indices)], 1)

    def counted(self, visits: NDArray[np.int64]) -> NDArray[np.int64]:
        """How often each symbol of each table was met, 256 to a table."""
        counts = self._one_by_one.astype(np.float64)
        used = np.flatnonzero(visits[:IDLE])
        parts = [(used, _by_table(used))]
        for state, fits, ones in self._joined:
            some = np.flatnonzero(fits & (visits[state : state + len(fits)] > 0))
            parts.append((state + some, ones[some]))
        for entries, ones in parts:  # exact: below 2 ** 53
            counts += np.bincount(self._symbols[ones], visits[entries], minlength=_TABLES << 8)
        return counts.astype(np.int64)


def _by_table(indices: NDArray[Any]) -> NDArray[Any]:
    """Of entries by state those by table: a run is next or not, and the block's components."""
    found: NDArray[Any] = indices & 0x1FFFF | indices >> 1 & 2 << _MOST_BITS
    return found
