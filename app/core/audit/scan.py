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
_PAST = 200  # what an end of block adds to the place in the block: more than any code can
_INTERVALS = 1 << 13  # walked together: bounds memory
_GUARD = bytes(16)  # the walk looks three bytes ahead


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
    codes = np.concatenate([_codes(table, number % 2 == 1) for number, table in enumerate(tables)])
    kinds = _kinds(layout)
    counts = np.zeros(len(tables) << 8, np.int64)
    guarded = np.concatenate([plain, np.frombuffer(_GUARD, np.uint8)])
    step = layout.interval * layout.blocks
    for first in range(0, len(starts) - 1, _INTERVALS):
        edges = np.array(starts[first : first + _INTERVALS + 1], np.int64)
        begins = np.arange(first, first + len(edges) - 1, dtype=np.int64) * step
        ends = np.minimum(begins + step, len(kinds) - 1)
        _walk_together(guarded, edges, begins, ends, kinds, codes, counts)
    for number, table in enumerate(tables):
        frequencies = counts[number << 8 : (number + 1) << 8].tolist()
        if (table.counts, table.symbols) not in huffman.tables_for(frequencies):
            raise Broken(CONSTANT_TABLES, "A Huffman table is not the one that the picture needs.")


def _walk_together(
    data: NDArray[np.uint8],
    edges: NDArray[np.int64],
    block: NDArray[np.int64],
    last: NDArray[np.int64],
    kinds: NDArray[np.uint8],
    codes: NDArray[np.uint32],
    counts: NDArray[np.int64],
) -> None:
    """One code of each interval a round, until every interval has its blocks."""
    at, stop = edges[:-1] * 8, edges[1:] * 8
    place = np.zeros(len(at), np.int64)  # of the coefficient within its block
    zeros = np.zeros(len(at), bool)  # the code before was for sixteen zeros
    furthest = (len(data) - 3) * 8
    while len(at):
        byte = at >> 3
        ahead = data[byte].astype(np.uint32) << 16
        ahead |= data[byte + 1].astype(np.uint32) << 8
        ahead |= data[byte + 2]
        kind = kinds[block]
        table = (kind & 1).astype(np.uint32) * 2 + (place > 0)
        window = ahead >> (8 - (at & 7)).astype(np.uint32) & 0xFFFF
        code = codes[table << 16 | window]
        if not code.all():
            raise Broken(STRUCTURE, "The scan holds a code that is in no table.")
        symbol = code & 0xFF
        counts += np.bincount(table << 8 | symbol, minlength=len(counts))
        if (zeros & (symbol == _END_OF_BLOCK) & (place > 0)).any():
            raise Broken(NOTHING_ELSE, "A block has zeros stored where its end could stand.")
        if (kind & 2).any() and (symbol[kind > 1] != 0).any():
            raise Broken(NOTHING_ELSE, "Blocks beyond the picture's edge are not empty.")
        zeros = (symbol == _SIXTEEN_ZEROS) & (place > 0)
        at = at + (code >> 8 & 0xFF)
        place = place + (code >> 16)
        done = place >= 64
        if ((place > 64) & (place < _PAST)).any() or (done & zeros).any() or (at > furthest).any():
            raise Broken(STRUCTURE, "A block of the scan has more coefficients than it can.")
        if done.any():
            place[done] = 0
            block = block + done
            ended = block >= last
            if ended.any():
                _padding(data, at[ended], stop[ended])
                on = ~ended
                at, stop, block, last = at[on], stop[on], block[on], last[on]
                place, zeros = place[on], zeros[on]


def _padding(data: NDArray[np.uint8], at: NDArray[np.int64], stop: NDArray[np.int64]) -> None:
    """What is left of an interval: fewer bits than a byte, all ones (T.81, F.1.2.3)."""
    left = stop - at
    if (left < 0).any() or (left > 7).any():
        raise Broken(NOTHING_ELSE, "The scan holds more or less than the picture's blocks.")
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


def _codes(table: Table, of_runs: bool) -> NDArray[np.uint32]:
    """For every 16 bits ahead: symbol, bits to go on (code and value), places to go on; 0: none.

    A difference moves on by one place; a run by its zeros and one (T.81, F.1.2.1 and F.1.2.2).
    """
    codes = np.zeros(1 << _MOST_BITS, np.uint32)
    code, symbols = 0, iter(table.symbols)
    for length, count in enumerate(table.counts, 1):
        for _ in range(count):
            symbol = next(symbols)
            places = 1 + (symbol >> 4) * of_runs
            if of_runs and symbol == _END_OF_BLOCK:
                places = _PAST
            span = 1 << (_MOST_BITS - length)
            codes[code : code + span] = symbol | length + (symbol & 15) << 8 | places << 16
            code += span
    return codes
