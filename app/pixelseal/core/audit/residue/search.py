"""Searches an output for bytes and texts of its source. Knows only the output's picture ranges.

Bytes: any run of 64 bytes or more that is in the source outside its picture data and in the output
inside its picture data. The rest of the output needs no search: the container checks require every
byte there to be a constant, a size or a coding table.
Texts: any metadata value of the source, in UTF-8, Latin-1 and UTF-16, anywhere in the output.
"""

from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray
from pixelseal.core.audit.residue.ranges import picture_ranges

RUN = 64  # bytes of a run that counts; chance matches have odds of 1 in 2 ** 450
_KEY = 8  # bytes compared at once
_STRIDE = 32  # every run of _STRIDE + _KEY - 1 bytes contains a complete key of the output
_VARIETY = 8  # a run with fewer different byte values is padding and reveals nothing
_CHUNK = 1 << 20
_SLOT_BITS = 22
_SHORTEST_TEXT = 6  # bytes; shorter ones occur by chance in millions of coded bytes


def shares_bytes(untrusted_source: bytes, output: bytes, picture: list[tuple[int, int]]) -> bool:
    """True if a run of the source's non-picture bytes is in the output's picture data."""
    keys, places = _keys(output, picture)
    if not len(keys):
        return False
    slots = _slots(keys)
    for parts in _other_parts(untrusted_source):
        marks = np.zeros(1 << _SLOT_BITS, np.bool_)
        for part in parts:
            marks[_slots(_words(part))] = True
        some = np.flatnonzero(marks[slots])  # few: the others are nowhere in these parts
        some = some[np.argsort(keys[some], kind="stable")]
        if len(some) and any(_any_run(part, output, keys[some], places[some]) for part in parts):
            return True
    return False


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


def holds_text(output: bytes, texts: Iterable[str]) -> bool:
    """True if one of the texts is in the output."""
    for text in texts:
        for encoding in ("utf-8", "latin-1", "utf-16-le", "utf-16-be"):
            untrusted_bytes = text.encode(encoding, "ignore")
            telling = len(set(untrusted_bytes)) >= 4
            if len(untrusted_bytes) >= _SHORTEST_TEXT and telling and untrusted_bytes in output:
                return True
    return False


def _keys(
    output: bytes, picture: list[tuple[int, int]]
) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
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


def _words(part: bytes) -> NDArray[np.uint64]:
    """The 8-byte words that begin at each of its bytes."""
    shifts = [
        np.frombuffer(part[start:], np.uint64, (len(part) - start) // _KEY) for start in range(_KEY)
    ]
    words = np.empty(len(part) - _KEY + 1, np.uint64)
    for start, shifted in enumerate(shifts):
        words[start::_KEY] = shifted
    return words


def _slots(words: NDArray[np.uint64]) -> NDArray[np.intp]:
    """A number below 2 ** _SLOT_BITS for each word (Knuth's multiplicative hashing)."""
    mixed = words * np.uint64(0x9E3779B97F4A7C15) >> np.uint64(64 - _SLOT_BITS)
    return mixed.astype(np.intp)


def _any_run(
    part: bytes, output: bytes, keys: NDArray[np.uint64], places: NDArray[np.int64]
) -> bool:
    words = _words(part)
    first = np.searchsorted(keys, words, "left")
    hits = np.flatnonzero(keys[np.minimum(first, len(keys) - 1)] == words)
    for hit in hits.tolist():
        if len(set(part[hit : hit + _KEY])) < 3:
            continue  # padding: millions of useless hits
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
