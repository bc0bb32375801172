"""The Huffman tables that T.81, annex K.2 gives for counted symbols. Reads no file.

An output's tables must be these, so that they tell no more than its picture does.
"""

import heapq
from collections.abc import Sequence
from itertools import count

_MOST_BITS = 16
_RESERVED = 256  # a symbol that never occurs takes the code of all ones (K.2)


def tables_for(frequencies: Sequence[int]) -> tuple[tuple[bytes, bytes], tuple[bytes, bytes]]:
    """The (codes of each length 1..16, symbols in order of their codes) for 256 frequencies.

    Two tables with equal lengths: symbols of one length by their value (figure K.4), and by how
    often they occur, as libjpeg 9 has it; it also gives the shorter codes to what occurs more
    often where limiting had to move symbols.
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
            lengths[length] -= 2  # a pair goes: one takes its prefix,
            lengths[length - 1] += 1
            lengths[shorter + 1] += 2  # the other and a shorter code share that one's place
            lengths[shorter] -= 1
