"""Caches the conversion of a picture's colours. Converts none itself.

A photo of 12 million pixels has a few hundred thousand colours, and a colour table costs 100
operations per pixel. The cache holds what was computed: the result is the same without it.
"""

from collections.abc import Callable

import numpy as np
from pixelseal.core.icc.connection_space import Codes, fetch

_SLOT_BITS = 20  # two arrays of 4 MB
_SPREAD = np.uint32(2654435761)  # 2 ** 32 over the golden ratio (Knuth, volume 3, 6.4)


class ColourCache:
    """Strips of 8-bit colours (n, 3 or 4) to (n, 3), by `convert` where a colour is new."""

    def __init__(self, convert: Callable[[Codes], Codes], channels: int) -> None:
        self._convert = convert
        self._channels = channels
        # Every slot starts with colour 0, which belongs in slot 0 alone: so no slot is ever empty.
        self._colours = np.zeros(1 << _SLOT_BITS, np.uint32)
        self._results = np.zeros(1 << _SLOT_BITS, np.uint32)
        self._results[0] = self._converted(self._colours[:1])[0]

    def __call__(self, strip: Codes) -> Codes:
        """The converted strip."""
        colours = _packed(strip)
        slots = (colours * _SPREAD >> np.uint32(32 - _SLOT_BITS)).astype(np.intp)
        results = fetch(self._results, slots)
        new = np.flatnonzero(fetch(self._colours, slots) != colours)
        if new.size:
            found = self._converted(colours[new])
            results[new] = found
            self._colours[slots[new]] = colours[new]
            self._results[slots[new]] = found
        return _unpacked(results)[:, :3]

    def _converted(self, colours: Codes) -> Codes:
        return _packed(self._convert(_unpacked(colours)[:, : self._channels]))


def _packed(strip: Codes) -> Codes:
    """Colours (n, 3 or 4) as one number each."""
    four = np.zeros((len(strip), 4), np.uint8)
    four[:, : strip.shape[1]] = strip
    return four.view(np.uint32)[:, 0]


def _unpacked(colours: Codes) -> Codes:
    """The four bytes of each number, (n, 4)."""
    return colours.view(np.uint8).reshape(-1, 4)
