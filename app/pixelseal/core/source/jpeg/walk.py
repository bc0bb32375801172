"""Walks the codes of one sequential JPEG scan to where its last block ends. Computes no pixel.

ITU-T T.81, F.1.2, F.2.2 and E.1.4. Only for files in which no marker ends the scan: a megabyte
takes half a second, and up to two in Pyodide.
"""

import re
from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray
from pixelseal.core.source.jpeg.scan import FrameHeader, ScanHeader, fewest_bits, units_of
from pixelseal.core.source.jpeg.tables import Tables

# The end of entropy-coded data: a marker other than a restart, fill, or an FF at the file's end.
_END = re.compile(rb"\xff(?:[\x01-\xcf\xd8-\xff]|\Z)")
_RESTART = re.compile(rb"\xff[\xd0-\xd7]")
_LOOK = 16  # bits of the longest code
_ENTRIES = 1 << _LOOK
_FULL = 64  # coefficients of a block
# A step: bits to advance, and above them coefficients to advance in the block. The end of a block
# adds more coefficients than codes can, an invalid code more than that.
_PLACE, _BITS = 6, 0x3F
_PAST, _WRONG = 1 << 10, 1 << 12
_ZEROS = 32  # bytes that are not all zeros at the end of a scan
_HELD = 1 << 12  # bytes, for each bit of which one number is held at a time
_BLOCK_BITS = (_FULL + 1) * (_LOOK + 15)
_Numbers = NDArray[np.int64]
_Steps = tuple[list[int], list[int], list[int]]  # of a block: DC, runs of AC, one AC code alone


def scan_end(
    data: bytes, start: int, frame: FrameHeader, scan: ScanHeader, tables: Tables
) -> int | None:
    """Offset after the scan whose data begins at `start`; None unless every block is there.

    `tables` are those in force. None also where the last byte is not padded with ones, as encoders
    do, or lies among zeros: a truncated file that was padded with zeros could be walked to its end.
    """
    if frame.progressive or frame.arithmetic:
        return None
    blocks = _blocks_of(scan, tables)
    if blocks is None:
        return None
    return walked_end(
        data, start, frame, scan, tables, lambda plain, units: _walked(plain, blocks, units)
    )


def walked_end(
    data: bytes,
    start: int,
    frame: FrameHeader,
    scan: ScanHeader,
    tables: Tables,
    walk: Callable[[bytes, int], int | None],
) -> int | None:
    """As `scan_end`; `walk` gives the bits that the next so many units take, or None."""
    found = _END.search(data, start)
    stop = found.start() if found else len(data)
    left = units_of(frame, scan)
    if left * fewest_bits(scan, tables, frame) > (stop - start) * 8:
        return None
    each = tables.restart_interval or left
    for begin, end in _intervals(data, start, stop):
        units = min(each, left)
        left -= units
        plain = data[begin:end].replace(b"\xff\x00", b"\xff")
        bits = walk(plain, units)
        if bits is None or (left and len(plain) * 8 - bits > 7):
            return None
        if not left:
            used = -(-bits // 8)
            fill = (1 << used * 8 - bits) - 1
            if (used and plain[used - 1] & fill != fill) or _among_zeros(plain, used):
                return None
            return begin + _stuffed_length(data[begin:end], used)
    return None


def _among_zeros(plain: bytes, end: int) -> bool:
    """Whether there are only zeros before `end`, or on both sides of it."""
    return not any(plain[max(0, end - _ZEROS) : end]) or plain[end - 1 : end + 1] == b"\0\0"


def _intervals(data: bytes, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """(begin, end) of the data between restart markers, up to the first one out of order."""
    for number, marker in enumerate(_RESTART.finditer(data, start, stop)):
        yield start, marker.start()
        if data[marker.start() + 1] != 0xD0 + number % 8:
            return
        start = marker.end()
    yield start, stop


def _stuffed_length(raw: bytes, plain: int) -> int:
    """Bytes of `raw` that hold `plain` bytes once the stuffed zeros after FF are removed."""
    length = plain
    while plain + raw.count(b"\xff\x00", 0, length) > length:
        length = plain + raw.count(b"\xff\x00", 0, length)
    return length + (raw[length - 1 : length + 1] == b"\xff\x00")


def _blocks_of(scan: ScanHeader, tables: Tables) -> list[_Steps] | None:
    """The steps of each block of an MCU, in order; None where a table is missing."""
    made: dict[tuple[int, int], _Steps] = {}
    blocks = []
    for part, *slots in zip(scan.components, scan.dc_slots, scan.ac_slots, strict=True):
        dc, ac = tables.codes.get((0, slots[0])), tables.codes.get((1, slots[1]))
        if dc is None or ac is None:
            return None
        pair = slots[0], slots[1]
        if pair not in made:
            made[pair] = (_single(*dc, runs=False).tolist(), *_joined(_single(*ac, runs=True)))
        times = part.horizontal * part.vertical if len(scan.components) > 1 else 1
        blocks += [made[pair]] * times
    return blocks


def _single(counts: bytes, symbols: bytes, *, runs: bool) -> _Numbers:
    """The step of one code, for each value of the next 16 bits."""
    lengths = np.repeat(np.arange(1, _LOOK + 1), list(counts))
    values = np.frombuffer(symbols, np.uint8).astype(np.int64)
    size, zeros = values & 15, (values >> 4) * runs
    steps = lengths + size | zeros + 1 << _PLACE
    if runs:  # a run without a coefficient ends the block, except ZRL (sixteen zeros)
        steps = np.where((size == 0) & (zeros < 15), lengths | _PAST << _PLACE, steps)
    spans = 1 << _LOOK - lengths
    table = np.full(_ENTRIES, _WRONG << _PLACE, np.int64)
    table[: spans.sum()] = np.repeat(steps, spans)
    return table


def _joined(ones: _Numbers) -> tuple[list[int], list[int]]:
    """The steps over as many codes as 16 bits hold, and those of one code."""
    used = ones & _BITS
    goes_on = ones < _PAST << _PLACE
    rest = np.arange(_ENTRIES) << used & _ENTRIES - 1
    steps = ones
    for _ in range(2):
        then = steps[rest]
        steps = np.where(goes_on & (used + (then & _BITS) <= _LOOK), ones + then, steps)
    return steps.tolist(), ones.tolist()


def _walked(plain: bytes, blocks: list[_Steps], units: int) -> int | None:
    """Bits that `units` MCUs take; None if a code is invalid or the data ends before."""
    padded = np.frombuffer(plain + bytes(_BLOCK_BITS // 8 + 3), np.uint8)
    at = first = 0  # `at` counts from the byte `first`
    ahead: list[int] = []  # the next 16 bits, from every bit on
    enough = -1
    for _ in range(units):
        for differences, runs, alone in blocks:
            if at > enough:
                first, at = first + (at >> 3), at & 7
                if first * 8 + at > len(plain) * 8:
                    return None
                ahead = _ahead(padded[first : first + _HELD])
                enough = len(ahead) - _BLOCK_BITS
            step = differences[ahead[at]]
            at += step & _BITS
            place = step >> _PLACE
            while place < _FULL:
                step = runs[ahead[at]]
                reached = place + (step >> _PLACE)
                if reached >= _FULL and not _PAST <= reached < _PAST + _FULL:
                    # The block is full within the codes of this step: the rest belongs to the next.
                    step = alone[ahead[at]]
                    reached = place + (step >> _PLACE)
                place = reached
                at += step & _BITS
            if _FULL < place < _PAST or place >= _PAST + _FULL:
                return None
    bits = first * 8 + at
    return bits if bits <= len(plain) * 8 else None


def _ahead(some: NDArray[np.uint8]) -> list[int]:
    """The 16 bits that begin at each bit of these bytes, except the last two bytes."""
    wide = some.astype(np.int64)
    words = wide[:-2] << 16 | wide[1:-1] << 8 | wide[2:]
    ahead: list[int] = (words[:, np.newaxis] >> np.arange(8, 0, -1) & 0xFFFF).ravel().tolist()
    return ahead
