"""Extracts rows of an output JPEG as a file. Decodes nothing.

There is a restart marker after every few MCUs, and each interval is coded independently (T.81,
E.1.4): a file with the same header, a smaller height and some of the intervals shows the same
pixels, except at its edges, where decoders interpolate chroma with rows that are missing.
"""

import math
import struct

import numpy as np
from numpy.typing import NDArray
from pixelseal.core.audit.jpeg.scan import Layout

_RESTART = 0xD0
_FRAME = b"\xff\xc0"
_HEIGHT = 5  # of a frame header, from its marker on: marker, length, precision (T.81, B.2.2)
_CONTEXT = 1  # extra rows of MCUs, above and below


class JpegRows:
    """The rows of an output whose scan lies at `place` and was followed by `scan.walk`.

    `restarts` are the places of its restart markers in the scan.
    """

    def __init__(
        self,
        output: bytes,
        place: tuple[int, int],
        restarts: NDArray[np.intp],
        layout: Layout,
    ) -> None:
        self._output, self._restarts, self._layout = output, restarts, layout
        self._start, self._end = place

    def cut(self, top: int, bottom: int) -> tuple[int, int, bytes]:
        """(first row, row after the last, file) with rows `top` to `bottom` and some more."""
        layout = self._layout
        tall = 8 * layout.down
        # A row of MCUs begins an interval after every so many rows.
        step = layout.interval // math.gcd(layout.interval, layout.columns)
        first = max(top // tall - _CONTEXT, 0) // step * step
        last = min(-(-(-(-bottom // tall) + _CONTEXT) // step) * step, layout.rows)
        height = min(last * tall, layout.height) - first * tall
        file = self._head(height) + self._intervals(first, last) + b"\xff\xd9"
        return first * tall, first * tall + height, file

    def _head(self, height: int) -> bytes:
        at = 2
        while self._output[at : at + 2] != _FRAME:
            at += 2 + int.from_bytes(self._output[at + 2 : at + 4], "big")
        at += _HEIGHT
        head = self._output[:at] + struct.pack(">H", height)
        return head + self._output[at + 2 : self._start]

    def _intervals(self, first: int, last: int) -> bytes:
        """The coded data of these rows of MCUs, with restart markers renumbered (E.1.4)."""
        layout = self._layout
        begin = first * layout.columns // layout.interval
        end = -(-last * layout.columns // layout.interval)
        left = int(self._restarts[begin - 1]) + 2 if begin else 0
        right = self._end - self._start
        if end <= len(self._restarts):
            right = int(self._restarts[end - 1])
        data = np.frombuffer(self._output, np.uint8, right - left, self._start + left).copy()
        markers = self._restarts[begin : end - 1] - left
        data[markers + 1] = np.arange(len(markers)) % 8 + _RESTART
        return data.tobytes()
