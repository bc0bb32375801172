"""Walks the entropy-coded data of an output JPEG, code by code. Computes no pixel.

ITU-T T.81, E.1.4, F.1.2, F.2.2. Outputs have a restart marker after every few MCUs, so that all
intervals can be walked at once, one or two codes of each at a time. Counted are the MCUs that are
really there, and the codes, whose tables must then be the ones that the standard gives for such
counts; bits that no decoder reads are found.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.core.audit import huffman
from app.core.audit.anatomy import Broken
from app.core.audit.check import CONSTANT_TABLES, NOTHING_ELSE, STRUCTURE
from app.core.audit.scan_codes import (
    AFTER_ZEROS,
    BITS,
    IDLE,
    INDICES,
    KIND,
    NEEDLESS,
    NO_CODE,
    NOT_EMPTY,
    PAST,
    PLACE,
    PLACES,
    WITHIN,
    Codes,
    Table,
)

_INTERVALS = 1 << 13  # walked together: bounds memory
_COUNTED = 1 << 22  # looks counted together: bounds memory
_WHOLE = 64 << PLACE  # a block's places, as a step counts them
# Pixels: larger pictures are coded in bands, before the codes of all are known.
_CODED_AT_ONCE = 40_000_000
_GUARD = bytes(3)  # a look ahead is at as many bytes

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
    kinds, codes = _kinds(layout), Codes(tables)
    visits = _Visits()
    blocks = layout.interval * layout.blocks
    for first in range(0, len(starts) - 1, _INTERVALS):
        some = starts[first : first + _INTERVALS + 1]
        data = plain[some[0] : some[-1] + len(_GUARD)]
        data = np.concatenate([data, np.frombuffer(_GUARD, np.uint8)])
        edges = np.array(some, np.int64) - some[0]
        begins = np.arange(len(edges) - 1, dtype=np.int32) * blocks
        own = kinds[first * blocks : (first + len(begins)) * blocks + 1]
        ends = np.minimum(begins + blocks, len(own) - 1)
        _walk_together(data, edges.astype(np.int32), begins, ends, own, codes, visits)
    if layout.width * layout.height > _CODED_AT_ONCE:
        if any(
            (t.counts, t.symbols) != wanted
            for t, wanted in zip(tables, huffman.STANDARD, strict=False)
        ):
            raise Broken(CONSTANT_TABLES, "A Huffman table is not the standard one.")
        return
    counts = codes.counted(visits.counts())
    for number, table in enumerate(tables):
        frequencies = counts[number << 8 : (number + 1) << 8].tolist()
        if (table.counts, table.symbols) not in huffman.tables_for(frequencies):
            raise Broken(CONSTANT_TABLES, "A Huffman table is not the one that the picture needs.")


def _walk_together(
    data: NDArray[np.uint8],
    edges: NDArray[np.int32],
    block: NDArray[np.int32],
    last: NDArray[np.int32],
    kinds: NDArray[np.uint8],
    codes: Codes,
    visits: "_Visits",
) -> None:
    """One or two codes of each interval a round, until every interval has its blocks.

    Adds to `visits` how often each entry of `codes.steps` was used. Each round looks up what the
    next 16 bits mean in the interval's state; most of its time goes into looking at thousands of
    places, so what can be known at a block's end is asked only there. Types are kept at 32 bits
    with and without a sign by views: anything else is copied, or made 64 bits wide. An interval
    that holds too little runs on into the next one, and beyond the last into its last byte.
    """
    words = data[:-2].astype(np.uint32) << 24
    words |= data[1:-1].astype(np.uint32) << 16
    words |= data[2:].astype(np.uint32) << 8
    at, stop = edges[:-1] * 8, edges[1:] * 8  # bits
    place = np.zeros(len(at), np.uint32)  # of the coefficient within its block, as in a step
    states = kinds.astype(np.uint32) << np.uint32(KIND)
    kind = states[block]
    state: NDArray[np.uint32] = kind.copy()
    idle = 0
    while len(at) > idle:
        ahead = words.take(at >> 3, mode="clip") << (at & 7).view(np.uint32)
        index = (ahead >> 16 | state).view(np.int32)
        step = codes.steps.take(index, mode="clip")
        at += (step & BITS).view(np.int32)
        place += step & PLACES
        state = np.bitwise_or(kind, step & WITHIN)
        visits.add(index)
        done = np.flatnonzero(place >= _WHOLE)
        if not done.size:
            continue
        far = place[done]
        full = far < PAST << PLACE
        over = full & (far > _WHOLE) | (far >= PAST + 64 << PLACE)
        if over.any():
            # The block's end was among the codes of this step, or something is wrong: one by one.
            redone = done[over]
            one = codes.ones[index[redone]]
            if one.max() >= NO_CODE:
                raise _surprise(int(one.max()), at, stop)
            codes.count_one(index[redone])
            index[redone] = IDLE  # what was noted as met
            at[redone] += (one & BITS).view(np.int32) - (step[redone] & BITS).view(np.int32)
            place[redone] += (one & PLACES) - (step[redone] & PLACES)
            state[redone] = kind[redone] | one & WITHIN
            done = np.flatnonzero(place >= _WHOLE)
            far = place[done]
            full = far < PAST << PLACE
        if full.any() and ((far[full] > _WHOLE) | (state[done[full]] & AFTER_ZEROS > 0)).any():
            raise Broken(STRUCTURE, "A block of the scan has more coefficients than it can.")
        following = block[done] + 1
        block[done] = following
        place[done] = 0
        state[done] = kind[done] = states.take(following)
        ended = done[following >= last[done]]
        if ended.size:
            _padding(data, at[ended], stop[ended])
            state[ended] = kind[ended] = IDLE
            idle += len(ended)
            if idle * 8 > len(at):
                on = np.flatnonzero(kind != IDLE)
                at, stop, block, last = at[on], stop[on], block[on], last[on]
                place, kind, state, idle = place[on], kind[on], state[on], 0


class _Visits:
    """How often each entry of the codes' tables was used. What is added may be changed until the
    next call: a look that is taken back was not one.
    """

    def __init__(self) -> None:
        self._counts = np.zeros(INDICES, np.int64)
        self._met: list[NDArray[np.int32]] = []
        self._size = 0

    def add(self, indices: NDArray[np.int32]) -> None:
        """Count these entries."""
        if self._size > _COUNTED:
            self._fold()
        self._met.append(indices)
        self._size += len(indices)

    def _fold(self) -> None:
        self._counts += np.bincount(np.concatenate(self._met), minlength=INDICES)
        self._met, self._size = [], 0

    def counts(self) -> NDArray[np.int64]:
        """By entry."""
        if self._met:
            self._fold()
        return self._counts


def _surprise(step: int, at: NDArray[np.int32], stop: NDArray[np.int32]) -> Broken:
    if (at > stop).any():
        return Broken(NOTHING_ELSE, _OTHER_BLOCKS)
    if step >= NOT_EMPTY:
        return Broken(NOTHING_ELSE, "Blocks beyond the picture's edge are not empty.")
    if step >= NEEDLESS:
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
