"""Tables for `scan` of what the next 16 bits mean. Walks nothing.

ITU-T T.81, F.1.2 and F.2.2.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Steps = NDArray[np.uint64]

CODE_BITS = 16  # of the longest code
_ENTRIES = 1 << CODE_BITS  # of a state
_MORE = 2  # codes that may follow the first one in a step: another gains nothing
_END_OF_BLOCK, _SIXTEEN_ZEROS = 0x00, 0xF0

# A step, in 64 bits: bits to advance, the next state within the block, coefficients to advance; and
# for a step of one code its fault, the worst the highest. When steps are summed, the fields below
# the coefficients do not overflow into them for a million steps.
BITS = 0x3F
_STATES = 0x1F << CODE_BITS
PLACE = 40
PAST = 1 << 12 << PLACE  # what an end of block adds to the coefficients: more than codes can
_FARTHEST = 1 << 14 << PLACE  # what a step with a fault adds
_NO_BITS = BITS  # of such a step: more than can follow another
NO_CODE, NEEDLESS, NOT_EMPTY = 1 << 60, 1 << 61, 1 << 62
_WRONG = _FARTHEST | _NO_BITS

# States, which precede the next 16 bits, three for each kind of block: DC next, AC next, AC next
# after sixteen zeros. A block of no kind is idle, and stays so.
NO_BLOCK, LUMA, CHROMA = range(3)
BEYOND = 2  # what is added to the kinds of blocks beyond the picture's edge
_KINDS = 5
_DIFFERENCE, _RUN, _AFTER_ZEROS = range(3)
A_KIND = 3 << CODE_BITS  # from the state in which a block begins to that of the next kind
IDLE = NO_BLOCK * A_KIND
INDICES = _KINDS * A_KIND


def state_after(steps: Steps) -> Steps:
    """The next state within the block; none after its end."""
    return steps & np.uint64(_STATES)


def after_zeros(steps: Steps) -> NDArray[np.bool_]:
    """Which of these steps end with a code for sixteen zeros; none may end its block."""
    found: NDArray[np.bool_] = state_after(steps) % A_KIND == _AFTER_ZEROS << CODE_BITS
    return found


@dataclass(frozen=True)
class Table:
    """A Huffman table as DHT states it: codes of each length 1..16, and their symbols."""

    counts: bytes
    symbols: bytes

    @property
    def lengths(self) -> Steps:
        """The length of each code, in order."""
        return np.repeat(np.arange(1, CODE_BITS + 1, dtype=np.uint64), list(self.counts))

    @property
    def spans(self) -> NDArray[np.intp]:
        """How many 16-bit values begin with each code, in order, and with none."""
        spans = 1 << CODE_BITS - self.lengths.astype(np.intp)
        return np.append(spans, _ENTRIES - spans.sum())


class Codes:
    """The step for every state and next 16 bits: over one code, and over as many as they hold.

    `ones` and `steps` are by state and the bits behind it.
    """

    def __init__(self, tables: list[Table]) -> None:
        self._tables = tables
        self.ones = np.zeros(INDICES, np.uint64)
        for number, table in enumerate(tables):
            self._fill(table, number)
        self.steps: Steps = self.ones & np.uint64(NO_CODE - 1)
        self._joined = []
        for kind in (LUMA, CHROMA)[: len(tables) // 2]:
            place = _joinable(kind)
            joined = _Joined(self.steps[place], place.start + _ENTRIES)
            self.steps[place] = joined.steps
            self._joined.append(joined)

    def _fill(self, table: Table, number: int) -> None:
        """One code, in all states that read this table.

        DC advances by one coefficient, AC by its zeros and one (T.81, F.1.2.1, F.1.2.2).
        """
        lengths, spans = table.lengths, table.spans
        begins = np.cumsum(spans) - spans
        symbols = np.frombuffer(table.symbols, np.uint8).astype(np.uint64)
        of_runs, empty = number & 1, symbols == 0
        steps = lengths + (symbols & 15) | 1 + (symbols >> 4) * of_runs << PLACE
        ends = (symbols == _END_OF_BLOCK) & (of_runs == 1)
        zeros = (symbols == _SIXTEEN_ZEROS) & (of_runs == 1)
        for beyond in (0, BEYOND):
            begin = (LUMA + number // 2 + beyond) * A_KIND
            run, after = (begin + (state << CODE_BITS) for state in (_RUN, _AFTER_ZEROS))
            found = np.where(zeros, steps | after, steps | run)
            found[ends] = lengths[ends] | PAST
            own, same = (
                self.ones[state : state + _ENTRIES]
                for state in ((run, after) if of_runs else (begin, begin))
            )
            if beyond:
                own[: begins[-1]] = NOT_EMPTY | _WRONG
                own[begins[-1] :] = NO_CODE | _WRONG
            else:
                own[:] = np.repeat(np.append(found, np.uint64(NO_CODE | _WRONG)), spans)
            same[:] = own  # but sixteen zeros before an end of block are redundant
            for code in np.flatnonzero(empty).tolist():
                bits = slice(begins[code], begins[code + 1])
                same[bits] = NEEDLESS | _WRONG
                own[bits] = found[code]

    def counted(self, looks: NDArray[np.int64], alone: NDArray[np.int64]) -> list[list[int]]:
        """How often each symbol of each table occurred, by the uses of `steps` and `ones`."""
        for kind, joined in enumerate(self._joined, LUMA):
            place = _joinable(kind)
            looks[place] = joined.counted(looks[place])
        met = looks + alone
        counts = []
        for number, table in enumerate(self._tables):
            entries = np.zeros(_ENTRIES, np.int64)
            for beyond in (0, BEYOND):
                begin = (LUMA + number // 2 + beyond) * A_KIND
                for state in (_RUN, _AFTER_ZEROS) if number & 1 else (_DIFFERENCE,):
                    entries += met[begin + (state << CODE_BITS) :][:_ENTRIES]
            spans = table.spans[:-1]
            frequencies = np.zeros(256, np.int64)
            symbols = np.frombuffer(table.symbols, np.uint8)
            frequencies[symbols] = np.add.reduceat(entries, np.cumsum(spans) - spans)
            counts.append(frequencies.tolist())
        return counts


def _joinable(kind: int) -> slice:
    """The entries of a kind's first two states: DC next, AC next."""
    return slice(kind * A_KIND, kind * A_KIND + 2 * _ENTRIES)


class _Joined:
    """The steps of both states extended over AC codes that the 16 bits hold completely.

    Each pass adds one code: the first one, then the step already known for the rest.
    """

    def __init__(self, ones: Steps, run: int) -> None:
        """`run` is the state of the second half, where every step that reaches it may go on."""
        used = np.where(state_after(ones) == run, ones & BITS, _NO_BITS)
        ahead = np.arange(len(ones), dtype=np.uint64)
        self._rest = (ahead << used & (_ENTRIES - 1)).astype(np.intp)
        first = ones - np.uint64(run)
        self.steps = ones
        self._fits: list[NDArray[np.bool_]] = []
        for _ in range(_MORE):
            then = self.steps[_ENTRIES:][self._rest]
            fits = (then & BITS) + used <= CODE_BITS
            self.steps = np.where(fits, first + then, self.steps)
            self._fits.append(fits)

    def counted(self, looks: NDArray[np.int64]) -> NDArray[np.int64]:
        """How often each entry was used for one code, by the uses for all that it has."""
        single, left = np.zeros(len(looks), np.int64), looks
        for fits in reversed(self._fits):
            taken = np.where(fits, left, 0)
            single += taken
            left = left - taken
            some = np.flatnonzero(taken > 0)
            # Exact: below 2 ** 53.
            rests = np.bincount(self._rest[some], taken[some], minlength=_ENTRIES)
            left[_ENTRIES:] += rests.astype(np.int64)
        return single + left
