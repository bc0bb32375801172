"""Parses an output JPEG against the only permitted layout. Decodes no picture.

ITU-T T.81 annex B; JFIF 1.02. Allowed: SOI, one APP0 with constant content, DQT (one per table,
standard values), SOF0, DHT (used codes only), DRI, SOS, one scan of exactly the picture's blocks,
EOI; nothing else and nothing after it. The scan is walked to its last bit by `scan`.
"""

import numpy as np
from pixelseal.core.audit.facts.checks import CONSTANT_TABLES, NOTHING_ELSE, ONE_PICTURE, STRUCTURE
from pixelseal.core.audit.facts.parsed_output import Broken, ParsedOutput, Reader
from pixelseal.core.audit.jpeg import quantisation, scan
from pixelseal.core.audit.jpeg.rows import JpegRows
from pixelseal.core.audit.jpeg.scan_codes import Table

# JFIF 1.01, no density unit, 1 by 1, no thumbnail.
_APP0 = bytes.fromhex("ffe0 0010 4a46494600 0101 00 0001 0001 00 00")
_SAMPLINGS = ((1, 1), (2, 1), (2, 2))
_INTERVAL = 8  # MCUs from one restart marker to the next
_MOST_HUFFMAN_BITS = 16


def parse(output: bytes, parsed: ParsedOutput) -> None:
    """Parse the entire file into `parsed`; Broken where it departs from the layout."""
    parsed.lossy = True
    reader = Reader(output)
    reader.expect(b"\xff\xd8", STRUCTURE, "the start of a JPEG")
    reader.expect(_APP0, STRUCTURE, "the constant JFIF header")
    tables = [_quantisation(reader, 0)]
    if reader.output[reader.at : reader.at + 2] == b"\xff\xdb":
        tables.append(_quantisation(reader, 1))
    steps = _frame(reader, parsed, tables)
    numbers = (0x00, 0x10) if parsed.gray else (0x00, 0x10, 0x01, 0x11)
    codes = [_huffman(reader, number) for number in numbers]
    restarts = b"\xff\xdd\x00\x04" + _INTERVAL.to_bytes(2, "big")
    reader.expect(restarts, STRUCTURE, "the constant restart interval")
    parts = b"\x01\x01\x00" if parsed.gray else b"\x03\x01\x00\x02\x11\x03\x11"
    header = b"\xff\xda" + (len(parts) + 5).to_bytes(2, "big") + parts + b"\x00\x3f\x00"
    reader.expect(header, STRUCTURE, "the start of the scan")
    _scan(reader, parsed, codes)
    parsed.tolerance = _tolerance(steps)


def _quantisation(reader: Reader, number: int) -> tuple[int, ...]:
    reader.expect(b"\xff\xdb\x00\x43" + bytes([number]), STRUCTURE, "a quantisation table")
    return tuple(reader.take(64, STRUCTURE, "a quantisation table"))


def _frame(reader: Reader, parsed: ParsedOutput, tables: list[tuple[int, ...]]) -> tuple[int, int]:
    reader.expect(b"\xff\xc0", STRUCTURE, "the frame header of a baseline JPEG")
    length = int.from_bytes(reader.take(2, STRUCTURE, "the frame header"), "big")
    frame = reader.take(max(length - 2, 6), STRUCTURE, "the frame header")
    parsed.height, parsed.width = (int.from_bytes(frame[i : i + 2], "big") for i in (1, 3))
    parsed.gray = frame[5] == 1
    if parsed.gray:
        wanted, parsed.grid = b"\x01\x11\x00", (8, 8)
    else:
        across, down = (frame[7] >> 4, frame[7] & 15) if len(frame) == 15 else (0, 0)
        if (across, down) not in _SAMPLINGS:
            raise Broken(STRUCTURE, "The frame header has a sampling that is never written.")
        wanted = bytes([1, frame[7], 0, 2, 0x11, 1, 3, 0x11, 1])
        parsed.grid = (8 * across, 8 * down)
    components = 1 if parsed.gray else 3
    if frame[0] != 8 or frame[5:] != bytes([components]) + wanted:
        raise Broken(STRUCTURE, "The frame header has values that are never written.")
    parsed.flat = True
    parsed.margin = 2  # decoders interpolate chroma with the neighbouring sample: 2 pixels
    wanted_tables = [list(pair[: 1 if parsed.gray else 2]) for pair in quantisation.pairs()]
    if tables not in wanted_tables:
        parsed.fault(CONSTANT_TABLES, "A quantisation table is not one of the standard ones.")
    return tables[0][0], tables[-1][0]


def _huffman(reader: Reader, number: int) -> Table:
    """One DHT segment: its length, a possible code, symbols that can occur."""
    reader.expect(b"\xff\xc4", STRUCTURE, "a Huffman table")
    length = int.from_bytes(reader.take(2, STRUCTURE, "a Huffman table"), "big")
    reader.expect(bytes([number]), STRUCTURE, "the Huffman tables' order")
    counts = reader.take(_MOST_HUFFMAN_BITS, STRUCTURE, "a Huffman table")
    if length != 3 + _MOST_HUFFMAN_BITS + sum(counts):
        raise Broken(NOTHING_ELSE, "A Huffman table is longer than its codes.")
    symbols = reader.take(sum(counts), STRUCTURE, "a Huffman table")
    if not symbols or not _is_a_code(counts, symbols, number):
        raise Broken(CONSTANT_TABLES, "A Huffman table has codes that cannot be.")
    return Table(counts, symbols)


def _is_a_code(counts: bytes, symbols: bytes, number: int) -> bool:
    """True if a code with these lengths exists, all ones left free, and all symbols can occur."""
    room = sum(count << (_MOST_HUFFMAN_BITS - bits) for bits, count in enumerate(counts, 1))
    if room >= 1 << _MOST_HUFFMAN_BITS or len(set(symbols)) != len(symbols):
        return False
    if number < 0x10:  # T.81, table F.1: sizes of differences of 8-bit samples
        return max(symbols) <= 11
    # T.81, F.1.2.2: only end of block and sixteen zeros have a size of zero.
    return all(1 <= s & 15 <= 10 or s in (0x00, 0xF0) for s in symbols)


def _scan(reader: Reader, parsed: ParsedOutput, codes: list[Table]) -> None:
    start, end = reader.at, len(reader.output) - 2
    data = np.frombuffer(reader.output, np.uint8, max(end - start, 0) + min(reader.left, 2), start)
    escapes = np.flatnonzero(data[:-1] == 0xFF)
    after = data[escapes + 1]
    markers = escapes[(after != 0) & ((after < 0xD0) | (after > 0xD7))]
    ends = markers[data[markers + 1] == 0xD9]
    if ends.size == 0:
        raise Broken(STRUCTURE, "The end of the JPEG is missing.")
    if markers[0] != ends[0]:
        raise Broken(STRUCTURE, "A marker stands within the scan.")
    place = int(ends[0])
    parsed.picture.append((start, start + place))
    if start + place != end:
        rest = reader.output[start + place + 2 :]
        if b"\xff\xd8\xff" in rest:
            parsed.fault(ONE_PICTURE, "Another JPEG follows the picture.")
        parsed.fault(NOTHING_ELSE, "Bytes follow the end of the picture.")
    layout = scan.Layout(
        parsed.width,
        parsed.height,
        parsed.gray,
        parsed.grid[0] // 8,
        parsed.grid[1] // 8,
        _INTERVAL,
    )
    if not parsed.width or not parsed.height or place < 1:
        raise Broken(STRUCTURE, "The picture is empty.")
    try:
        within = escapes[: np.searchsorted(escapes, place)]
        plain, starts, restarts = scan.intervals(data[:place], within, layout)
        scan.walk(plain, starts, layout, codes)
    except Broken as found:
        parsed.fault(found.check, found.why)  # the parts around the scan have been parsed
        return
    parsed.cut = JpegRows(reader.output, (start, start + place), restarts, layout).cut


def _tolerance(steps: tuple[int, int]) -> int:
    """How much a flat colour may deviate from its value, in levels.

    A flat block is its DC coefficient alone, 8 times the level, rounded to the table's first step:
    step / 16 levels in luma and chroma each (T.81, A.3.3 and A.3.4). Chroma contributes to RGB with
    a factor of at most 1.772 (JFIF 1.02). Two levels more for the rounding of the two colour
    conversions.
    """
    luma, chroma = steps
    return int(luma / 16 + 1.772 * chroma / 16 + 2)
