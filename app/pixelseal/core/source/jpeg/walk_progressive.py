"""Walks the codes of a progressive JPEG to where its last scan ends. Computes no pixel.

ITU-T T.81, G.1.2. The codes of a refinement scan depend on which coefficients are zero
until then: so the earlier scans of the same component are walked for it. Only for files in which
no marker tells where the last scan ends; 12 megapixels take some seconds.
"""

from array import array

import numpy as np
from pixelseal.core.base import limits
from pixelseal.core.source.jpeg.scan import Component, FrameHeader, ScanHeader, units_of
from pixelseal.core.source.jpeg.tables import Tables
from pixelseal.core.source.jpeg.walk import walked_end

_LOOK = 16  # bits of the longest code
_WINDOW = 32  # bits that are looked up together
# Where a scan's data begins, its header, and the tables in force.
Scan = tuple[int, ScanHeader, Tables]


def progressive_end(data: bytes, scans: list[Scan], frame: FrameHeader) -> int | None:
    """Offset after the last scan; None unless every block of it is there.

    `scans` are all of them, in order. None also for arithmetic codes, and beyond 40 megapixels.
    """
    if frame.arithmetic or not frame.progressive or not scans:
        return None
    if frame.width * frame.height > limits.PIXELS_HELD_MOST:
        return None
    start, header, tables = scans[-1]
    if header.first == 0:
        return walked_end(data, start, frame, header, tables, _Differences(header, tables).walk)
    part = header.components[0]
    known = [0] * units_of(frame, header)
    end = None
    for scan in scans:
        if _is_of(part, scan[1]) and (header.high or scan is scans[-1]):
            end = _band_end(data, scan, frame, known)
            if end is None:
                return None
    return end


def _is_of(part: Component, header: ScanHeader) -> bool:
    return header.first > 0 and header.components[0] is part


def _band_end(data: bytes, scan: Scan, frame: FrameHeader, known: list[int]) -> int | None:
    """Offset after a scan of one component's AC coefficients; `known` is updated."""
    start, header, tables = scan
    if (1, header.ac_slots[0]) not in tables.codes:
        return None
    walk = _Band(header, tables, known).walk
    return walked_end(data, start, frame, header, tables, walk)


class _Differences:
    """The first coefficients of all components in a scan."""

    def __init__(self, header: ScanHeader, tables: Tables) -> None:
        self._raw = header.high > 0  # one bit per block
        self._tables: list[list[int] | None] = []
        several = len(header.components) > 1
        for part, slot in zip(header.components, header.dc_slots, strict=True):
            code = tables.codes.get((0, slot))
            table = None if self._raw or code is None else _codes(*code)
            self._tables += [table] * (part.horizontal * part.vertical if several else 1)

    def walk(self, plain: bytes, units: int) -> int | None:
        """Bits that so many units take."""
        if self._raw:
            bits = units * len(self._tables)
            return bits if bits <= len(plain) * 8 else None
        ahead, at, most = _ahead(plain), 0, len(plain) * 8
        for _ in range(units):
            for table in self._tables:
                if table is None or at >= most:
                    return None
                code = table[ahead[at >> 3] >> _LOOK - (at & 7) & 0xFFFF]
                if not code:
                    return None
                at += (code & 0xFF) + (code >> 8)
        return at if at <= most else None


class _Band:
    """A band of one component's coefficients: for each block, the non-zero ones as bits."""

    def __init__(self, header: ScanHeader, tables: Tables, known: list[int]) -> None:
        self._first, self._last, self._refines = header.first, header.last, header.high > 0
        self._table = _codes(*tables.codes[1, header.ac_slots[0]])
        self._known = known
        self._block = 0

    def walk(self, plain: bytes, units: int) -> int | None:
        """Bits that so many blocks take."""
        ahead, at, most = _ahead(plain), 0, len(plain) * 8
        empty = 0  # blocks that have no more codes
        for block in range(self._block, self._block + units):
            place, mask = self._first, self._known[block]
            while not empty and place <= self._last:
                if at >= most:
                    return None
                code = self._table[ahead[at >> 3] >> _LOOK - (at & 7) & 0xFFFF]
                if not code:
                    return None
                at += code & 0xFF
                zeros, size = code >> 12, code >> 8 & 15
                if not size and zeros < 15:
                    if at > most:
                        return None
                    window = ahead[at >> 3] >> _LOOK - (at & 7) & 0xFFFF
                    empty = (1 << zeros) + (window >> _LOOK - zeros)
                    at += zeros
                    break
                if self._refines and size > 1:
                    return None
                at += size
                place, corrected = self._after(place, zeros, mask)
                at += corrected
                if size:
                    if place > self._last:
                        return None
                    mask |= 1 << place
                place += 1
            if empty:
                if self._refines:
                    at += (mask >> place & (1 << self._last + 1 - place) - 1).bit_count()
                empty -= 1
            self._known[block] = mask
        self._block += units
        return at if at <= most and not empty else None

    def _after(self, place: int, zeros: int, mask: int) -> tuple[int, int]:
        """The place after that many zeros, and how many bits correct what lies between."""
        if not self._refines:
            return place + zeros, 0
        corrected = 0
        while place <= self._last:
            if mask >> place & 1:
                corrected += 1
            elif zeros:
                zeros -= 1
            else:
                break
            place += 1
        return place, corrected


def _codes(counts: bytes, symbols: bytes) -> list[int]:
    """For each value of the next 16 bits: length of the code and, above 8 bits, its symbol."""
    lengths = np.repeat(np.arange(1, _LOOK + 1), list(counts))
    values = np.frombuffer(symbols, np.uint8).astype(np.int64)
    spans = 1 << _LOOK - lengths
    table = np.zeros(1 << _LOOK, np.int64)
    table[: spans.sum()] = np.repeat(lengths | values << 8, spans)
    found: list[int] = table.tolist()
    return found


def _ahead(plain: bytes) -> "array[int]":
    """The next 32 bits from each byte on, with some zeros after the end."""
    padded = np.frombuffer(plain + bytes(_WINDOW), np.uint8).astype(np.uint32)
    words = padded[:-3] << 24 | padded[1:-2] << 16 | padded[2:-1] << 8 | padded[3:]
    return array("I", words.tobytes())
