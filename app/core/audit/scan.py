"""Walks the entropy-coded data of an output JPEG, code by code. Computes no pixel.

ITU-T T.81, E.1.4, F.1.2, F.2.2. Outputs have a restart marker after every few MCUs, so that all
intervals can be walked at once, a code of each at a time. Counted are the MCUs that are really
there, and the codes, whose tables must then be the ones that the standard gives for such counts;
bits that no decoder reads are found.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.core.audit import huffman
from app.core.audit.anatomy import Broken
from app.core.audit.check import CONSTANT_TABLES, NOTHING_ELSE, STRUCTURE

_MOST_BITS = 16
_END_OF_BLOCK, _SIXTEEN_ZEROS = 0x00, 0xF0
_PAST = 160  # what an end of block adds to the place in the block: more than any code can
_INTERVALS = 1 << 13  # walked together: bounds memory
# No code takes more than 27 bits, no block more than 64 codes: so far may an interval that holds
# too little run on before its block's end is looked at.
_GUARD = bytes(64 * 27 // 8 + 3)

# A step: 5 bits of bits to go on, 8 of places to go on; at 16 what follows within the block; at 18
# the symbol that was met and its table.
_RUN_NEXT, _AFTER_ZEROS = 1 << 16, 1 << 17
_WITHIN = _RUN_NEXT | _AFTER_ZEROS
_MET, _TABLES = 18, 4
_NOTHING_MET = (_TABLES << 8) - 1  # no table has a code for the symbol 255
_ROUNDS = 64  # counted together: bounds memory
# Above all steps: what is wrong, the worst the highest.
_NO_CODE, _NEEDLESS, _NOT_EMPTY = 1 << 28, 1 << 29, 1 << 30
# A state, before the 16 bits ahead: two bits of what follows within the block, two of its kind.
_KIND = 18
_IDLE = 4 << _KIND

_OTHER_BLOCKS = "The scan holds more or less than the picture's blocks."


@dataclass(frozen=True)
class Layout:
    """The picture in blocks: size in pixels, luma's sampling factors, MCUs of an interval."""

    width: int
    height: int
    gray: bool
    across: int
    down: int
    interval: int

    @property
    def columns(self) -> int:
        """MCUs in a row."""
        return -(-self.width // (8 * self.across))

    @property
    def rows(self) -> int:
        """Rows of MCUs."""
        return -(-self.height // (8 * self.down))

    @property
    def blocks(self) -> int:
        """Blocks in an MCU."""
        return 1 if self.gray else self.across * self.down + 2


@dataclass(frozen=True)
class Table:
    """A Huffman table as DHT states it: codes of each length 1..16, and their symbols."""

    counts: bytes
    symbols: bytes


def intervals(data: NDArray[np.uint8], layout: Layout) -> tuple[NDArray[np.uint8], list[int]]:
    """The data without stuffing and markers, and where in it each interval starts, and the end."""
    escapes = np.flatnonzero(data[:-1] == 0xFF)
    after = data[escapes + 1]
    restarts = escapes[(after >= 0xD0) & (after <= 0xD7)]
    wanted = -(-layout.columns * layout.rows // layout.interval) - 1
    cycle = (np.arange(len(restarts)) % 8 + 0xD0).astype(np.uint8)
    if len(restarts) != wanted or (data[restarts + 1] != cycle).any():
        raise Broken(STRUCTURE, "The scan has other intervals than the picture's size needs.")
    keep = np.ones(len(data), bool)
    keep[escapes[after == 0] + 1] = False
    keep[restarts] = keep[restarts + 1] = False
    starts = [0, *(restarts - np.arange(len(restarts)) * 2).tolist()]
    # Of the stuffed zeros before each interval, too.
    stuffed = np.searchsorted(escapes[after == 0], [0, *restarts.tolist()])
    starts = [start - int(zeros) for start, zeros in zip(starts, stuffed, strict=True)]
    plain = data[keep]
    return plain, [*starts, len(plain)]


def walk(plain: NDArray[np.uint8], starts: list[int], layout: Layout, tables: list[Table]) -> None:
    """Follow every code. `tables`: luma DC, AC, then chroma DC, AC; Broken at the first surprise.

    `plain` and `starts` are those of `intervals`.
    """
    steps, kinds = _steps(tables), _kinds(layout)
    counts = np.zeros(_TABLES << 8, np.int64)
    blocks = layout.interval * layout.blocks
    for first in range(0, len(starts) - 1, _INTERVALS):
        some = starts[first : first + _INTERVALS + 1]
        data = plain[some[0] : some[-1] + len(_GUARD)]
        data = np.concatenate([data, np.frombuffer(_GUARD, np.uint8)])
        edges = np.array(some, np.int64) - some[0]
        begins = np.arange(first, first + len(edges) - 1, dtype=np.int64) * blocks
        ends = np.minimum(begins + blocks, len(kinds) - 1)
        counts += _walk_together(data, edges.astype(np.int32), begins, ends, kinds, steps)
    for number, table in enumerate(tables):
        frequencies = counts[number << 8 : (number + 1) << 8].tolist()
        if (table.counts, table.symbols) not in huffman.tables_for(frequencies):
            raise Broken(CONSTANT_TABLES, "A Huffman table is not the one that the picture needs.")


def _walk_together(
    data: NDArray[np.uint8],
    edges: NDArray[np.int32],
    block: NDArray[np.int64],
    last: NDArray[np.int64],
    kinds: NDArray[np.uint8],
    steps: NDArray[np.uint32],
) -> NDArray[np.int64]:
    """One code of each interval a round, until every interval has its blocks.

    Returns how often each symbol of each table occurs, 256 to a table. Each round looks up what the
    next 16 bits mean in the interval's state; most of its time goes into looking at thousands of
    places, so what can be known at a block's end is asked only there.
    """
    words = data[:-2].astype(np.uint32) << 16
    words |= data[1:-1].astype(np.uint32) << 8
    words |= data[2:]
    at, stop = edges[:-1] * 8, edges[1:] * 8
    place = np.zeros(len(at), np.int32)  # of the coefficient within its block
    kind = kinds[block].astype(np.uint32) << _KIND
    within = np.zeros(len(at), np.uint32)
    idle = 0
    counts = np.zeros(_TABLES << 8, np.int64)
    met: list[NDArray[np.uint32]] = []
    while len(at) > idle:
        window = words[at >> 3] >> (8 - (at & 7)).astype(np.uint32) & 0xFFFF
        step = steps[kind | within | window]
        if step.max() >= _NO_CODE:
            raise _surprise(int(step.max()))
        met.append(step >> _MET)
        if len(met) == _ROUNDS:
            counts += np.bincount(np.concatenate(met), minlength=len(counts))
            met = []
        at += (step & 0x1F).astype(np.int32)
        place += (step >> 5 & 0xFF).astype(np.int32)
        within = step & _WITHIN
        done = np.flatnonzero(place >= 64)
        if not done.size:
            continue
        if (within[done] & _AFTER_ZEROS).any() or (
            (place[done] > 64) & (place[done] < _PAST)
        ).any():
            raise Broken(STRUCTURE, "A block of the scan has more coefficients than it can.")
        block[done] += 1
        place[done] = within[done] = 0
        ended = block[done] >= last[done]
        kind[done] = kinds[block[done]].astype(np.uint32) << _KIND
        if (at[done] > stop[done]).any() or ended.any():
            _padding(data, at[done][ended], stop[done][ended])
            if (at[done] > stop[done]).any():
                raise Broken(NOTHING_ELSE, _OTHER_BLOCKS)
            kind[done[ended]] = _IDLE
            idle += int(ended.sum())
            if idle * 8 > len(at):
                on = np.flatnonzero(kind != _IDLE)
                at, stop, block, last = at[on], stop[on], block[on], last[on]
                place, kind, within, idle = place[on], kind[on], within[on], 0
    if met:
        counts += np.bincount(np.concatenate(met), minlength=len(counts))
    counts[_NOTHING_MET] = 0
    return counts


def _surprise(step: int) -> Broken:
    if step >= _NOT_EMPTY:
        return Broken(NOTHING_ELSE, "Blocks beyond the picture's edge are not empty.")
    if step >= _NEEDLESS:
        return Broken(NOTHING_ELSE, "A block has zeros stored where its end could stand.")
    return Broken(STRUCTURE, "The scan holds a code that is in no table.")


def _padding(data: NDArray[np.uint8], at: NDArray[np.int32], stop: NDArray[np.int32]) -> None:
    """What is left of an interval: fewer bits than a byte, all ones (T.81, F.1.2.3)."""
    left = stop - at
    if (left < 0).any() or (left > 7).any():
        raise Broken(NOTHING_ELSE, _OTHER_BLOCKS)
    ones = (1 << left) - 1
    if ((data[stop // 8 - 1] & ones) != ones).any():
        raise Broken(NOTHING_ELSE, "The bits that fill up the scan's last byte are not ones.")


def _kinds(layout: Layout) -> NDArray[np.uint8]:
    """Of every block in the scan's order: bit 0 chroma, bit 1 beyond the picture's edge."""
    columns, rows, blocks = layout.columns, layout.rows, layout.blocks
    kinds = np.zeros((rows, columns, blocks), np.uint8)
    if not layout.gray:
        kinds[:, :, -2:] = 1
        for y in range(layout.down):
            for x in range(layout.across):
                number = y * layout.across + x
                if (columns - 1) * layout.across + x >= -(-layout.width // 8):
                    kinds[:, -1, number] |= 2
                if (rows - 1) * layout.down + y >= -(-layout.height // 8):
                    kinds[-1, :, number] |= 2
    return np.append(kinds.reshape(-1), np.uint8(0))


def _steps(tables: list[Table]) -> NDArray[np.uint32]:
    """For every state and 16 bits ahead: bits to go on, places to go on, the state after it.

    States are those of `_walk_together`: `_kinds` of the block, then whether a run is next and
    whether the code before was for sixteen zeros; after all of them the idle one, which stays.
    """
    idle = np.uint32(_NOTHING_MET << _MET)
    steps = np.full((_IDLE >> _KIND) + 1 << _KIND, idle).reshape(-1, 4, 1 << _MOST_BITS)
    for kind in range(4):
        for next_is_run in range(2):
            number = (kind & 1) * 2 + next_is_run
            if number >= len(tables):
                continue  # a gray picture has no chroma
            for after_zeros in range(next_is_run + 1):
                state = next_is_run | after_zeros << 1
                steps[kind, state] = _codes(tables[number], number, after_zeros == 1, kind > 1)
    return steps.reshape(-1)


def _codes(table: Table, number: int, after_zeros: bool, beyond: bool) -> NDArray[np.uint32]:
    """For every 16 bits ahead what `_steps` says, of one state.

    A difference moves on by one place; a run by its zeros and one (T.81, F.1.2.1 and F.1.2.2).
    """
    codes = np.full(1 << _MOST_BITS, _NO_CODE, np.uint32)
    of_runs = number & 1
    code, symbols = 0, iter(table.symbols)
    for length, count in enumerate(table.counts, 1):
        for _ in range(count):
            symbol = next(symbols)
            ends = of_runs and symbol == _END_OF_BLOCK
            places = _PAST if ends else 1 + (symbol >> 4) * of_runs
            step = length + (symbol & 15) | places << 5 | _RUN_NEXT
            step |= (number << 8 | symbol) << _MET
            if of_runs and symbol == _SIXTEEN_ZEROS:
                step |= _AFTER_ZEROS
            if ends and after_zeros:
                step |= _NEEDLESS
            if beyond and symbol:
                step |= _NOT_EMPTY
            span = 1 << (_MOST_BITS - length)
            codes[code : code + span] = step
            code += span
    return codes
