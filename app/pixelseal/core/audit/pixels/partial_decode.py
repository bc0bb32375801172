"""Decodes only the needed parts of a JPEG. Judges nothing."""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pixelseal.core.audit.facts.parsed_output import ParsedOutput
from pixelseal.core.audit.pixels.compare import Shown

_PART_PIXELS = 1 << 21  # decoded together at least, if there are so many

Cut = Callable[[int, int], tuple[int, int, bytes]]


class PartialDecode:
    """Rows of an output: `cut` is the parser's, `reread` decodes a file and may raise anything.

    `spans` (n, 2) are the rows that will be requested, in any order: first, after last.
    """

    def __init__(
        self,
        parsed: ParsedOutput,
        cut: Cut,
        reread: Callable[[bytes], Shown],
        spans: NDArray[np.int32],
    ) -> None:
        size = (parsed.height, parsed.width)
        self.shape = size if parsed.gray else (*size, 3)
        self._cut, self._reread = cut, reread
        self._tops, self._bottoms = spans.T
        self._bounds, self._held = (0, 0), np.empty((0, *self.shape[1:]), np.uint8)

    def __getitem__(self, rows: slice) -> NDArray[Any]:
        top, bottom, _step = rows.indices(self.shape[0])
        first, last = self._bounds
        if not first <= top <= bottom <= last:
            more = max(bottom, self._wanted(top + _PART_PIXELS // self.shape[1]))
            start, end, file = self._cut(top, more)
            part = self._reread(file)
            if part.shape != (end - start, *self.shape[1:]):
                raise ValueError("a part is decoded to another size than it was cut to")
            # Only the requested rows: those next to them are affected by the part's edges.
            self._bounds, self._held = (top, more), part[top - start : more - start]
        return self._held[top - self._bounds[0] : bottom - self._bounds[0]]

    def _wanted(self, most: int) -> int:
        """The row after the last one above `most` that will be requested."""
        bottoms = self._bottoms[self._tops < most]
        return min(int(bottoms.max(initial=0)), most, self.shape[0])
