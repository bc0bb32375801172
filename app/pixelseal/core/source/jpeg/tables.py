"""Reads the tables of a JPEG stream: quantisation, Huffman, restart interval. Decodes no data.

ITU-T T.81 sections B.2.4.1 (DQT), B.2.4.2 (DHT) and B.2.4.4 (DRI).
"""

from dataclasses import dataclass, field

from pixelseal.core.base import limits
from pixelseal.core.base.errors import SourceRefused
from pixelseal.core.source.facts.bounds import damaged_unless

# T.81 figure A.6: natural (row by row) position of each coefficient in zigzag order.
_ZIGZAG = (
    0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27,
    20, 13, 6, 7, 14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58,
    59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63,
)  # fmt: skip


@dataclass
class Tables:
    """The tables in force at some point of the stream; slots are 0..3.

    `dc_bits` and `ac_bits` hold, for each Huffman slot, the fewest bits that one coded value can
    take: a DC code with its extra bits, and any AC code. They give a scan's minimum length.
    `codes` are (codes of each length 1..16, symbols) by (0 for DC or 1 for AC, slot). `read` counts
    the tables of the stream so far.
    """

    quant: dict[int, tuple[int, ...]] = field(default_factory=dict)
    dc_bits: dict[int, int] = field(default_factory=dict)
    ac_bits: dict[int, int] = field(default_factory=dict)
    codes: dict[tuple[int, int], tuple[bytes, bytes]] = field(default_factory=dict)
    restart_interval: int = 0
    read: int = 0

    def copy(self) -> "Tables":
        """A copy that can change independently."""
        return Tables(
            dict(self.quant),
            dict(self.dc_bits),
            dict(self.ac_bits),
            dict(self.codes),
            self.restart_interval,
        )

    def read_quant(self, body: bytes) -> None:
        """Read a DQT segment; raises file-damaged for a bad slot, precision or length."""
        at = 0
        while at < len(body):
            precision, slot = body[at] >> 4, body[at] & 15
            width = precision + 1
            damaged_unless(precision <= 1 and slot <= 3 and at + 1 + 64 * width <= len(body))
            natural = [0] * 64
            for index, place in enumerate(_ZIGZAG):
                start = at + 1 + index * width
                natural[place] = int.from_bytes(body[start : start + width], "big")
            damaged_unless(min(natural) > 0)
            self.quant[slot] = tuple(natural)
            self._count_table()
            at += 1 + 64 * width

    def read_huffman(self, body: bytes) -> None:
        """Read a DHT segment; raises file-damaged for ambiguous codes."""
        at = 0
        while at < len(body):
            kind, slot = body[at] >> 4, body[at] & 15
            counts = body[at + 1 : at + 17]
            total = sum(counts)
            damaged_unless(kind <= 1 and slot <= 3 and len(counts) == 16 and 0 < total <= 256)
            symbols = body[at + 17 : at + 17 + total]
            damaged_unless(len(symbols) == total)
            lengths = [length for length, count in enumerate(counts, 1) for _ in range(count)]
            # Kraft's inequality: more codes than this would overlap.
            damaged_unless(sum(1 << (16 - length) for length in lengths) <= 1 << 16)
            if kind == 0:
                damaged_unless(max(symbols) <= 15)
                self.dc_bits[slot] = min(
                    length + symbol for length, symbol in zip(lengths, symbols, strict=True)
                )
            else:
                self.ac_bits[slot] = lengths[0]
            self.codes[kind, slot] = counts, symbols
            at += 17 + total
            self._count_table()

    def _count_table(self) -> None:
        self.read += 1
        if self.read > limits.JPEG_TABLES_MOST:
            raise SourceRefused("expands-too-much")

    def read_restart(self, body: bytes) -> None:
        """Read a DRI segment."""
        damaged_unless(len(body) == 2)
        self.restart_interval = int.from_bytes(body, "big")
