"""Searches outputs for bytes and texts of their source. Knows only the output's picture ranges.

Bytes: any run of 64 bytes or more that is in the source outside its picture data and in the output
inside its picture data. The rest of the output needs no search: the container checks require every
byte there to be a constant, a size or a coding table.
Texts: any metadata value of the source, in UTF-8, Latin-1 and UTF-16, anywhere in the output.
"""

from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray
from pixelseal.core.audit.residue.ranges import picture_ranges
from pixelseal.core.audit.residue.texts import Texts

RUN = 64  # bytes of a run that counts; chance matches have odds of 1 in 2 ** 450
_KEY = 8  # bytes compared at once
_STRIDE = 32  # every run of _STRIDE + _KEY - 1 bytes contains a complete key of the output
_VARIETY = 8  # a run with fewer different byte values is padding and reveals nothing
_CHUNK = 1 << 20
_HELD = 4 << 20  # bytes of a source outside its picture: an index of up to that many is kept
_SLOT_BITS = 22
_Words = NDArray[np.uint64]


class Traces:
    """What no output may contain of its source; prepared once for all outputs of that source."""

    def __init__(self, untrusted_source: bytes, untrusted_texts: Iterable[str]) -> None:
        self._source = untrusted_source
        self._texts = Texts(untrusted_texts)
        self._searched = 0
        self._held: list[_Part] | None = None

    def in_texts(self, output: bytes) -> bool:
        """True if one of the source's texts is in the output."""
        return self._texts.stand_in(output)

    def in_bytes(self, output: bytes, picture: list[tuple[int, int]]) -> bool:
        """True if a run of the source's non-picture bytes is in the output's picture data."""
        keys, places = _keys(output, picture)
        if not len(keys):
            return False
        slots = _slots(keys)
        for part in self._parts():
            some = part.candidates(keys, slots)
            some = some[np.argsort(keys[some], kind="stable")]
            if len(some) and part.holds_run(output, keys[some], places[some]):
                return True
        return False

    def _parts(self) -> Iterable["_Part"]:
        """The source without its picture data; from the second search on, indexed."""
        self._searched += 1
        if self._searched == 2:
            pieces, size = [], 0
            for group in _other_parts(self._source):
                pieces.append(group)
                size += sum(map(len, group))
                if size > _HELD:
                    break
            else:
                self._held = [_Part(group, indexed=True) for group in pieces]
        if self._held is not None:
            return self._held
        return (_Part(group) for group in _other_parts(self._source))


class _Part:
    """Pieces of the source, about a megabyte in all; `indexed` if they are searched for repeatedly.

    Without an index nearly every search extracts all words of the pieces again, because among
    thousands of keys some share a slot with a word by chance.
    """

    def __init__(self, pieces: list[bytes], *, indexed: bool = False) -> None:
        self._pieces = pieces
        self._marks = np.zeros(1 << _SLOT_BITS, np.bool_)
        words = []
        for piece in pieces:
            words.append(_words(piece))
            self._marks[_slots(words[-1])] = True
        self._index = np.unique(np.concatenate(words)) if indexed else None

    def candidates(self, keys: _Words, slots: NDArray[np.intp]) -> NDArray[np.intp]:
        """Indices of the few `keys` that may occur in these pieces, judged by their `slots`."""
        some = np.flatnonzero(self._marks[slots])
        if self._index is None or not len(some):
            return some
        found = np.searchsorted(self._index, keys[some])
        some = some[self._index[np.minimum(found, len(self._index) - 1)] == keys[some]]
        telling: NDArray[np.intp] = some[_tells(keys[some])]
        return telling

    def holds_run(self, output: bytes, keys: _Words, places: NDArray[np.int64]) -> bool:
        """True if one of the sorted keys is part of a run that counts."""
        return any(_any_run(piece, output, keys, places) for piece in self._pieces)


def _other_parts(untrusted_source: bytes) -> Iterator[list[bytes]]:
    """The source without its picture data, in lists of parts of about a megabyte in total."""
    parts: list[bytes] = []
    size = at = 0
    for start, end in [*picture_ranges(untrusted_source), (len(untrusted_source),) * 2]:
        for left in range(at, start, _CHUNK):
            # Chunks overlap by a run, so that no run is split.
            part = untrusted_source[left : min(left + _CHUNK + RUN, start)]
            if len(part) < RUN:
                continue
            parts.append(part)
            size += len(part)
            if size >= _CHUNK:
                yield parts
                parts, size = [], 0
        at = max(at, end)
    if parts:
        yield parts


def _keys(output: bytes, picture: list[tuple[int, int]]) -> tuple[_Words, NDArray[np.int64]]:
    """Every 32nd 8-byte word of the picture data, and the place of each."""
    words, places = [np.empty(0, np.uint64)], [np.empty(0, np.int64)]
    for start, end in picture:
        count = (min(end, len(output)) - start - _KEY + _STRIDE) // _STRIDE
        if count <= 0:
            continue
        # All but the last are rows of a table; after the last, less than a row may remain.
        rows = np.frombuffer(output, np.uint8, (count - 1) * _STRIDE, start)
        last = np.frombuffer(output, np.uint8, _KEY, start + (count - 1) * _STRIDE)
        heads = np.concatenate([rows.reshape(-1, _STRIDE)[:, :_KEY], last[np.newaxis]])
        words.append(heads.view(np.uint64).reshape(-1))
        places.append(np.arange(count, dtype=np.int64) * _STRIDE + start)
    return np.concatenate(words), np.concatenate(places)


def _words(part: bytes) -> _Words:
    """The 8-byte words that begin at each of its bytes."""
    shifts = [
        np.frombuffer(part[start:], np.uint64, (len(part) - start) // _KEY) for start in range(_KEY)
    ]
    words = np.empty(len(part) - _KEY + 1, np.uint64)
    for start, shifted in enumerate(shifts):
        words[start::_KEY] = shifted
    return words


def _slots(words: _Words) -> NDArray[np.intp]:
    """A number below 2 ** _SLOT_BITS for each word (Knuth's multiplicative hashing)."""
    mixed = words * np.uint64(0x9E3779B97F4A7C15) >> np.uint64(64 - _SLOT_BITS)
    return mixed.astype(np.intp)


def _tells(words: _Words) -> NDArray[np.bool_]:
    """Which words have at least three different bytes: the others are padding, of no use."""
    sorted_bytes = np.sort(words.view(np.uint8).reshape(-1, _KEY), axis=1)
    tells: NDArray[np.bool_] = (np.diff(sorted_bytes, axis=1) != 0).sum(axis=1) >= 2
    return tells


def _any_run(part: bytes, output: bytes, keys: _Words, places: NDArray[np.int64]) -> bool:
    words = _words(part)
    first = np.searchsorted(keys, words, "left")
    hits = np.flatnonzero(keys[np.minimum(first, len(keys) - 1)] == words)
    for hit in hits[_tells(words[hits])].tolist():
        for place in places[first[hit] : np.searchsorted(keys, words[hit], "right")].tolist():
            if _run_is_long(part, hit, output, place):
                return True
    return False


def _run_is_long(part: bytes, hit: int, output: bytes, place: int) -> bool:
    before = 0
    while before < min(hit, place, RUN) and part[hit - before - 1] == output[place - before - 1]:
        before += 1
    after = 0
    room = min(len(part) - hit, len(output) - place, RUN)
    while after < room and part[hit + after] == output[place + after]:
        after += 1
    run = part[hit - before : hit + after]
    return len(run) >= RUN and len(set(run)) >= _VARIETY
