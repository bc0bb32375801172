"""Searches outputs for texts of their source: a few one by one, hundreds in one pass."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

_SHORTEST = 6  # bytes; shorter ones occur by chance in millions of coded bytes
_VARIETY = 4  # different byte values; fewer are ornament
_ONE_BY_ONE = 24  # up to so many, searching for each takes less time than the one pass
_CHUNK = 1 << 18  # bytes of an output searched at a time
_SLOT_BITS = 20


class Texts:
    """Texts in each encoding in which they are searched for, prepared once."""

    def __init__(self, untrusted_texts: Iterable[str]) -> None:
        coded = {
            text.encode(encoding, "ignore"): None
            for text in untrusted_texts
            for encoding in ("utf-8", "latin-1", "utf-16-le", "utf-16-be")
        }
        self._coded = [one for one in coded if len(one) >= _SHORTEST and _is_telling(one)]
        self._marks = np.empty(0, np.bool_)
        self._by_head: dict[bytes, list[bytes]] = {}

    def stand_in(self, output: bytes) -> bool:
        """True if one of them is anywhere in the output."""
        if len(self._coded) <= _ONE_BY_ONE:
            return any(one in output for one in self._coded)
        if not self._by_head:
            for one in self._coded:
                self._by_head.setdefault(one[:_SHORTEST], []).append(one)
            self._marks = np.zeros(1 << _SLOT_BITS, np.bool_)
            self._marks[_slots(b"".join(self._by_head))[::_SHORTEST]] = True
        return any(
            self._one_begins(output, start + place)
            for start in range(0, len(output) - _SHORTEST + 1, _CHUNK)
            for place in self._candidates(output[start : start + _CHUNK + _SHORTEST - 1])
        )

    def _candidates(self, some: bytes) -> list[int]:
        """Places at which the head of a text may be, judged by their slots."""
        places: list[int] = np.flatnonzero(self._marks[_slots(some)]).tolist()
        return places

    def _one_begins(self, output: bytes, at: int) -> bool:
        coded = self._by_head.get(output[at : at + _SHORTEST], ())
        return any(output.startswith(one, at) for one in coded)


def _slots(some: bytes) -> NDArray[np.intp]:
    """A number below 2 ** _SLOT_BITS for the six bytes from each place on."""
    values = np.frombuffer(some, np.uint8)
    count = len(values) - _SHORTEST + 1
    mixed = np.zeros(count, np.uint32)
    for step in range(_SHORTEST):
        mixed *= np.uint32(0x01000193)
        mixed ^= values[step : step + count]  # Fowler, Noll and Vo: FNV-1
    mixed *= np.uint32(0x9E3779B1)
    return (mixed >> np.uint32(32 - _SLOT_BITS)).astype(np.intp)


def _is_telling(coded: bytes) -> bool:
    return len(set(coded)) >= _VARIETY
