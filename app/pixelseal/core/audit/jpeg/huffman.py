"""The Huffman tables of T.81, annex K: for given counts, and the standard ones. Reads no file.

An output's tables must be the former, or for a large output the latter, so that they reveal no more
than its picture.
"""

import heapq
from collections.abc import Sequence
from itertools import count

_MOST_BITS = 16
_RESERVED = 256  # a symbol that never occurs takes the code of all ones (K.2)

# T.81, tables K.3 to K.6: codes of each length 1..16, and symbols; luma DC, AC, chroma DC, AC.
STANDARD = (
    (bytes.fromhex("00010501010101010100000000000000"), bytes(range(12))),
    (
        bytes.fromhex("0002010303020403050504040000017d"),
        bytes.fromhex(
            "01020300041105122131410613516107227114328191a1082342b1c11552d1f02433627282090a16"
            "1718191a25262728292a3435363738393a434445464748494a535455565758595a63646566676869"
            "6a737475767778797a838485868788898a92939495969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6"
            "b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae1e2e3e4e5e6e7e8e9eaf1f2f3f4f5f6f7f8"
            "f9fa"
        ),
    ),
    (bytes.fromhex("00030101010101010101010000000000"), bytes(range(12))),
    (
        bytes.fromhex("00020102040403040705040400010277"),
        bytes.fromhex(
            "000102031104052131061241510761711322328108144291a1b1c109233352f0156272d10a162434"
            "e125f11718191a262728292a35363738393a434445464748494a535455565758595a636465666768"
            "696a737475767778797a82838485868788898a92939495969798999aa2a3a4a5a6a7a8a9aab2b3b4"
            "b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae2e3e4e5e6e7e8e9eaf2f3f4f5f6f7f8"
            "f9fa"
        ),
    ),
)


def tables_for(frequencies: Sequence[int]) -> tuple[tuple[bytes, bytes], tuple[bytes, bytes]]:
    """The (codes of each length 1..16, symbols in order of their codes) for 256 frequencies.

    Two tables with equal lengths: symbols of one length ordered by value (figure K.4), and by
    frequency, as in libjpeg 9, which also gives the shorter codes to the more frequent symbols
    where limiting had to move some.
    """
    sizes = _sizes(frequencies)
    lengths = [0] * (max(sizes.values()) + 1)
    for size in sizes.values():
        lengths[size] += 1
    _limit(lengths)
    lengths = (lengths + [0] * (_MOST_BITS + 1))[: _MOST_BITS + 1]
    longest = max(size for size, codes in enumerate(lengths) if codes)
    lengths[longest] -= 1  # the reserved code
    del sizes[_RESERVED]
    counts = bytes(lengths[1:])
    by_value = sorted((size, symbol) for symbol, size in sizes.items())
    by_number = sorted((-frequencies[symbol], symbol) for symbol in sizes)
    return (
        (counts, bytes(symbol for _, symbol in by_value)),
        (counts, bytes(symbol for _, symbol in by_number)),
    )


def _sizes(frequencies: Sequence[int]) -> dict[int, int]:
    """Code length of each symbol before limiting (figure K.1); of equals the last comes first."""
    heap = [(number, -symbol, [symbol]) for symbol, number in enumerate(frequencies) if number]
    heap.append((1, -_RESERVED, [_RESERVED]))
    sizes = {-symbol: 0 for _, symbol, _ in heap}
    heapq.heapify(heap)
    while len(heap) > 1:
        first, symbol, ones = heapq.heappop(heap)
        second, _, others = heapq.heappop(heap)
        for below in (*ones, *others):
            sizes[below] += 1
        heapq.heappush(heap, (first + second, symbol, ones + others))
    return sizes


def _limit(lengths: list[int]) -> None:
    """Shorten codes longer than 16 bits, in place (figure K.3)."""
    for length in range(len(lengths) - 1, _MOST_BITS, -1):
        while lengths[length]:
            shorter = next(bits for bits in count(length - 2, -1) if lengths[bits])
            lengths[length] -= 2  # a pair is removed: one takes its prefix,
            lengths[length - 1] += 1
            lengths[shorter + 1] += 2  # the other shares the place of a shorter code
            lengths[shorter] -= 1
