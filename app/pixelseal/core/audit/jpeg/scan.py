"""Walks the entropy-coded data of an output JPEG, code by code. Computes no pixel.

ITU-T T.81, E.1.4, F.1.2, F.2.2. Outputs have a restart marker after every few MCUs, so that all
intervals can be walked in parallel, one or two codes of each at a time. The MCUs actually present
are counted, and so are the codes, whose tables must be those that the standard gives for these
counts; bits that no decoder reads are detected.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from pixelseal.core.audit.facts.checks import CONSTANT_TABLES, NOTHING_ELSE, STRUCTURE
from pixelseal.core.audit.facts.parsed_output import Broken
from pixelseal.core.audit.jpeg import huffman
from pixelseal.core.audit.jpeg.scan_codes import (
    A_KIND,
    BEYOND,
    BITS,
    CHROMA,
    CODE_BITS,
    IDLE,
    INDICES,
    LUMA,
    NEEDLESS,
    NO_BLOCK,
    NO_CODE,
    NOT_EMPTY,
    PAST,
    PLACE,
    Codes,
    Table,
    after_zeros,
    state_after,
)

_INTERVALS = 1 << 13  # walked together: limits memory
_COUNTED = 1 << 22  # lookups counted together: limits memory
_PLACES = 64  # of a block
_WHOLE = _PLACES << PLACE
_BLOCK_BITS = (_PLACES + 1) * (CODE_BITS + 11)  # that a block can have (T.81, table F.1)
_WORD = 64  # bits
_TURNS = 3  # lookups in one word
_CODED_AT_ONCE = 40_000_000  # pixels

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


def intervals(
    data: NDArray[np.uint8], escapes: NDArray[np.intp], layout: Layout
) -> tuple[NDArray[np.uint8], list[int], NDArray[np.intp]]:
    """The data without stuffing and markers; where each interval starts in it, and the end.

    Last, the places of the markers in `data`. `escapes` are the places of its bytes 0xFF.
    """
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
    # The stuffed zeros before each interval count as well.
    stuffed = np.searchsorted(escapes[after == 0], [0, *restarts.tolist()])
    starts = [start - int(zeros) for start, zeros in zip(starts, stuffed, strict=True)]
    plain = data[keep]
    return plain, [*starts, len(plain)], restarts


def walk(plain: NDArray[np.uint8], starts: list[int], layout: Layout, tables: list[Table]) -> None:
    """Follow every code. `tables`: luma DC, AC, then chroma DC, AC; Broken at the first fault.

    `plain` and `starts` are those of `intervals`. An interval that is too short runs on into what
    follows, the last one into zeros.
    """
    kinds, codes = _kinds(layout), Codes(tables)
    # Larger pictures are coded in bands, before all their codes are known.
    at_once = layout.width * layout.height <= _CODED_AT_ONCE
    looks, alone = _Visits(at_once), _Visits(at_once)
    guard = kinds.shape[1] * _BLOCK_BITS // 8 + _WORD // 8
    data = np.concatenate([plain, np.zeros(guard, np.uint8)])
    edges = np.array(starts, np.uint64)
    for first in range(0, len(starts) - 1, _INTERVALS):
        some = slice(first, first + _INTERVALS)
        lanes = edges[first : some.stop + 1]
        _walk_together(data, lanes, kinds[some][: len(lanes) - 1], codes, looks, alone)
    if not at_once:
        if any(
            (t.counts, t.symbols) != wanted
            for t, wanted in zip(tables, huffman.STANDARD, strict=False)
        ):
            raise Broken(CONSTANT_TABLES, "A Huffman table is not the standard one.")
        return
    frequencies = codes.counted(looks.counts(), alone.counts())
    for table, numbers in zip(tables, frequencies, strict=True):
        if (table.counts, table.symbols) not in huffman.tables_for(numbers):
            raise Broken(CONSTANT_TABLES, "A Huffman table is not the one that the picture needs.")


def _walk_together(
    data: NDArray[np.uint8],
    edges: NDArray[np.uint64],
    kinds: NDArray[np.uint8],
    codes: Codes,
    looks: "_Visits",
    alone: "_Visits",
) -> None:
    """Step through all intervals in parallel until each has all its blocks.

    `edges` (bytes) are where each begins, and the end; `kinds` are those of `_kinds`. Adds to
    `looks` and `alone` how often entries of `codes.steps` and `codes.ones` were used. A lookup
    gives the meaning of the next 16 bits in each interval's state. Most time goes into fetching
    from thousands of places: so one word serves two or three lookups, and what is known only at a
    block's end is tested only there. All numbers have 64 bits, which is no slower than 32 and needs
    no conversions.
    """
    words = np.ndarray((len(data) - _WORD // 8 + 1,), ">u8", data, 0, (1,))  # one from each byte
    at, stop = edges[:-1] * 8, edges[1:] * 8  # bits
    block = np.arange(len(kinds)) * kinds.shape[1]
    kinds = kinds.reshape(-1)
    state = kinds[block].astype(np.uint64) * A_KIND
    place = np.zeros(len(at), np.uint64)  # index of the coefficient within its block, as in a step
    while len(at):
        fetched, used = at, at & 7
        ahead = words[(at >> 3).astype(np.intp)].astype(np.uint64)
        for turn in range(_TURNS):
            ahead <<= used
            if turn == _TURNS - 1 and (at - fetched).max() > _WORD - 7 - CODE_BITS:
                break  # too few are left
            index = (ahead >> _WORD - CODE_BITS | state).astype(np.intp)
            step = codes.steps[index]
            place += step
            done = (place >= _WHOLE).nonzero()[0]
            odd = place[done] - PAST >= _WHOLE
            if odd.any():
                some = done[odd]
                _one_by_one(some, place, index, step, codes, alone, at, stop)
                odd[odd] = place[some] < _WHOLE
                done = done[~odd]
            looks.add(index)
            used = step & BITS
            at = at + used
            state = state_after(step)
            place[done] = 0
            following = block[done] + 1
            block[done] = following
            state[done] = kinds[following].astype(np.uint64) * A_KIND
        on = (state != IDLE).nonzero()[0]
        if len(on) * 8 < len(at) * 7 or not len(on):
            _padding(data, at[state == IDLE], stop[state == IDLE])
            at, stop, block, state, place = at[on], stop[on], block[on], state[on], place[on]


def _one_by_one(
    some: NDArray[np.intp],
    place: NDArray[np.uint64],
    index: NDArray[np.intp],
    step: NDArray[np.uint64],
    codes: Codes,
    alone: "_Visits",
    at: NDArray[np.uint64],
    stop: NDArray[np.uint64],
) -> None:
    """Intervals whose block did not end with an end-of-block code: step over one code only.

    Either the block is full, or became full within the step's codes, or there is a fault.
    Corrects `place`, `index` and `step`.
    """
    far = place[some] >> PLACE
    redone = some[far != _PLACES]
    if redone.size:
        entries = index[redone]
        one = codes.ones[entries]
        if one.max() >= NO_CODE:
            raise _surprise(int(one.max()), at, stop)
        alone.add(entries)
        index[redone] = IDLE  # the lookup does not count
        place[redone] += one - step[redone]
        step[redone] = one
        far = place[some] >> PLACE
    full = (far >= _PLACES) & (far < PAST >> PLACE)
    if ((far[full] > _PLACES) | after_zeros(step[some[full]])).any():
        raise Broken(STRUCTURE, "A block of the scan has more coefficients than it can.")


class _Visits:
    """Counts the uses of each entry of the codes' tables.

    A counted array may be changed until the next call: a lookup that is undone does not count.
    """

    def __init__(self, wanted: bool) -> None:
        """Nothing is counted unless it is `wanted`."""
        self._wanted = wanted
        self._counts = np.zeros(INDICES if wanted else 0, np.int64)
        self._met: list[NDArray[np.intp]] = []
        self._size = 0

    def add(self, indices: NDArray[np.intp]) -> None:
        """Count these entries."""
        if not self._wanted:
            return
        if self._size > _COUNTED:
            self._fold()
        self._met.append(indices)
        self._size += len(indices)

    def _fold(self) -> None:
        met = np.concatenate(self._met)
        if len(met) < INDICES // 8:
            np.add.at(self._counts, met, 1)
        else:
            self._counts += np.bincount(met, minlength=INDICES).astype(np.int64)
        self._met, self._size = [], 0

    def counts(self) -> NDArray[np.int64]:
        """The counts by entry."""
        if self._met:
            self._fold()
        return self._counts


def _surprise(step: int, at: NDArray[np.uint64], stop: NDArray[np.uint64]) -> Broken:
    if (at > stop).any():
        return Broken(NOTHING_ELSE, _OTHER_BLOCKS)
    if step >= NOT_EMPTY:
        return Broken(NOTHING_ELSE, "Blocks beyond the picture's edge are not empty.")
    if step >= NEEDLESS:
        return Broken(NOTHING_ELSE, "A block has zeros stored where its end could stand.")
    return Broken(STRUCTURE, "The scan holds a code that is in no table.")


def _padding(data: NDArray[np.uint8], at: NDArray[np.uint64], stop: NDArray[np.uint64]) -> None:
    """The rest of intervals: fewer bits than a byte, all ones (T.81, F.1.2.3)."""
    left = stop - at  # below zero: very many
    if (left > 7).any():
        raise Broken(NOTHING_ELSE, _OTHER_BLOCKS)
    last = data[(stop // 8).astype(np.intp) - 1]
    ones = (1 << left) - 1
    if ((last & ones) != ones).any():
        raise Broken(NOTHING_ELSE, "The bits that fill up the scan's last byte are not ones.")


def _kinds(layout: Layout) -> NDArray[np.uint8]:
    """(intervals, blocks of one + 1): the kind of every block, and after those of each, none.

    The last interval may have fewer blocks.
    """
    columns, rows, blocks = layout.columns, layout.rows, layout.blocks
    kinds = np.full((rows, columns, blocks), LUMA, np.uint8)
    if not layout.gray:
        kinds[:, :, -2:] = CHROMA
        for y in range(layout.down):
            for x in range(layout.across):
                number = y * layout.across + x
                if (columns - 1) * layout.across + x >= -(-layout.width // 8):
                    kinds[:, -1, number] = LUMA + BEYOND
                if (rows - 1) * layout.down + y >= -(-layout.height // 8):
                    kinds[-1, :, number] = LUMA + BEYOND
    of_one = layout.interval * blocks
    ended = np.full((-(-kinds.size // of_one), of_one + 1), NO_BLOCK, np.uint8)
    rest = np.full(-kinds.size % of_one, NO_BLOCK, np.uint8)
    ended[:, :-1] = np.append(kinds.reshape(-1), rest).reshape(-1, of_one)
    return ended
