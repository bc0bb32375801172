"""Checks one scan of a JPEG: header, restart markers, minimum length. Decodes no pixel.

ITU-T T.81 sections B.2.3 (scan header), A.2 (order of blocks), E.1.4 and G.1 (restart, bands).
Entropy-coded data is searched with compiled patterns, never byte by byte: a 12-megapixel photo
must pass in a few milliseconds inside Pyodide.
"""

import re
from dataclasses import dataclass, field
from itertools import islice

from pixelseal.core.base.errors import SourceRefused
from pixelseal.core.source.facts.bounds import damaged_unless
from pixelseal.core.source.jpeg.tables import Tables

# The next marker that is neither a stuffed FF, nor a restart, nor fill before one of these.
_MARKER = re.compile(rb"\xff[\x01-\xcf\xd8-\xfe]")
_RESTART = re.compile(rb"\xff([\xd0-\xd7])")
_EITHER = re.compile(rb"\xff[\x01-\xfe]")
_RESTART_CYCLE = bytes(range(0xD0, 0xD8))


@dataclass
class Component:
    """One colour component of a frame: its sampling factors, its table, and what scans provided.

    `precision[k]` is the lowest bit position decoded so far for coefficient k, or None.
    """

    ident: int
    horizontal: int
    vertical: int
    quant_slot: int
    quant: tuple[int, ...] = ()
    precision: list[int | None] = field(default_factory=lambda: [None] * 64)


@dataclass
class FrameHeader:
    """A frame header (T.81 B.2.2): sizes in pixels."""

    width: int
    height: int
    baseline: bool
    progressive: bool
    arithmetic: bool
    components: list[Component]

    @property
    def grid(self) -> tuple[int, int]:
        """Largest horizontal and vertical sampling factor; a single component counts as 1 x 1."""
        if len(self.components) == 1:
            return 1, 1
        return (
            max(part.horizontal for part in self.components),
            max(part.vertical for part in self.components),
        )


@dataclass(frozen=True)
class ScanHeader:
    """A scan header with its components resolved, each with its Huffman slots."""

    components: tuple[Component, ...]
    dc_slots: tuple[int, ...]
    ac_slots: tuple[int, ...]
    first: int
    last: int
    high: int
    low: int


def read_header(body: bytes, frame: FrameHeader) -> ScanHeader:
    """The scan header in `body`; raises file-damaged for what T.81 table B.3 rules out."""
    damaged_unless(len(body) >= 6 and 1 <= body[0] <= 4 and len(body) == 4 + 2 * body[0])
    by_ident = {part.ident: part for part in frame.components}
    components, dc_slots, ac_slots = [], [], []
    for at in range(1, 1 + 2 * body[0], 2):
        part = by_ident.pop(body[at], None)
        if part is None:
            raise SourceRefused("file-damaged")
        components.append(part)
        dc_slots.append(body[at + 1] >> 4)
        ac_slots.append(body[at + 1] & 15)
    first, last, high, low = body[-3], body[-2], body[-1] >> 4, body[-1] & 15
    if frame.progressive:
        damaged_unless(first <= last <= 63 and low <= 13 and high in (0, low + 1))
        damaged_unless(last == 0 if first == 0 else len(components) == 1)
    else:
        # The band of a baseline scan is fixed and decoders ignore the field; in an extended
        # scan libjpeg 9 reads another block size out of it.
        damaged_unless(frame.baseline or (first, last, high, low) == (0, 63, 0, 0))
        first, last, high, low = 0, 63, 0, 0
    return ScanHeader(tuple(components), tuple(dc_slots), tuple(ac_slots), first, last, high, low)


def note_progress(scan: ScanHeader, tables: Tables) -> None:
    """Record what the scan adds to its components; raises file-damaged for a scan out of order."""
    for part in scan.components:
        for index in range(scan.first, scan.last + 1):
            before = part.precision[index]
            # A first pass over a coefficient, or a pass that refines it by one more bit.
            damaged_unless(before is None if scan.high == 0 else before == scan.high)
            part.precision[index] = scan.low
        if scan.first > 0:
            damaged_unless(part.precision[0] is not None)
        if not part.quant:
            damaged_unless(part.quant_slot in tables.quant)
            part.quant = tables.quant[part.quant_slot]


def units_of(frame: FrameHeader, scan: ScanHeader) -> int:
    """Number of coded units (MCUs) in the scan, T.81 A.2.2 and A.2.3."""
    wide, tall = frame.grid
    if len(scan.components) > 1:
        return -(-frame.width // (8 * wide)) * -(-frame.height // (8 * tall))
    if len(frame.components) == 1:
        return -(-frame.width // 8) * -(-frame.height // 8)
    part = scan.components[0]
    columns = -(-frame.width * part.horizontal // (8 * wide))
    rows = -(-frame.height * part.vertical // (8 * tall))
    return columns * rows


def fewest_bits(scan: ScanHeader, tables: Tables, frame: FrameHeader) -> int:
    """The fewest bits that one unit of the scan can take, all its blocks together."""
    if frame.arithmetic:
        return 0  # a likely enough value takes no bit
    fewest = 0
    for part, dc_slot, ac_slot in zip(scan.components, scan.dc_slots, scan.ac_slots, strict=True):
        blocks = part.horizontal * part.vertical if len(scan.components) > 1 else 1
        bits = 0
        if scan.first == 0:
            if scan.high:
                bits += 1  # a refinement of DC is one raw bit
            else:
                damaged_unless(dc_slot in tables.dc_bits)
                bits += tables.dc_bits[dc_slot]
        if scan.last > 0:
            damaged_unless(ac_slot in tables.ac_bits)
            # One end-of-band code of a progressive scan can stand for 32,767 blocks.
            bits += 0 if frame.progressive else tables.ac_bits[ac_slot]
        fewest += blocks * bits
    return fewest


def check_data(
    data: bytes, start: int, frame: FrameHeader, scan: ScanHeader, tables: Tables
) -> tuple[int, int]:
    """(offset of the marker that ends the entropy-coded data at `start`, surplus bytes before it).

    Some cameras and scanners write restart markers after the last MCU, where none belongs: those
    are surplus. Raises file-truncated when no marker follows or the data is too short for its
    blocks, and file-damaged when restart markers are out of step.
    """
    # Most scans have no restart: then one search is all.
    first = _EITHER.search(data, start)
    found = _MARKER.search(data, first.start()) if first else None
    if first is None or found is None:
        raise SourceRefused("file-truncated")
    end = last = found.start()
    while _RESTART.match(data, last - 2, last):
        last -= 2
    units = units_of(frame, scan)
    expected = 0
    if tables.restart_interval:
        expected = -(-units // tables.restart_interval) - 1
    markers = islice(_RESTART.finditer(data, first.start(), last), expected + 1)
    restarts = b"".join(match[1] for match in markers)
    # One too few or out of order: a decoder would fill with grey, or shift what follows.
    damaged_unless(restarts == (_RESTART_CYCLE * (expected // 8 + 1))[:expected])
    fewest = units * fewest_bits(scan, tables, frame)
    coded = last - start - 2 * len(restarts)
    # At most half of it can be stuffing, which therefore rarely needs to be counted.
    if coded * 4 < fewest and (coded - data.count(b"\xff\x00", start, last)) * 8 < fewest:
        raise SourceRefused("file-truncated")
    return end, end - last
