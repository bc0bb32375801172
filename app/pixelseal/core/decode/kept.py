"""Keeps the facts and canvas of an animation between pages. Keeps nothing of any other file.

A page of an animation is made of all frames before it. If its pages are requested one after the
other, every frame would be decoded again for each, and the file examined again: 500 pages would
cost nine times as much or more. So its facts and its canvas stay until another file is opened: then
both are wiped.
"""

import hashlib

from pixelseal.core.base import limits
from pixelseal.core.decode.animation import AnimationCanvas
from pixelseal.core.source.examine import examine
from pixelseal.core.source.facts.source import Source


class Kept:
    """The last animation: the SHA-256 of its file, its facts, and its canvas."""

    def __init__(self) -> None:
        self._sha256 = b""
        self._source: Source | None = None
        self._canvas = AnimationCanvas()

    def examined(self, untrusted_data: bytes, page: int | None = None) -> Source:
        """The facts of a file, as `pixelseal.core.source.examine` gives them."""
        if self._source is not None and _sha256(untrusted_data) == self._sha256:
            return self._source
        self.wipe()
        source = examine(untrusted_data, page)
        if source.frames and source.pages > 1:
            self._sha256, self._source = _sha256(untrusted_data), source
        return source

    def canvas(self, source: Source) -> AnimationCanvas | None:
        """The canvas of a file that was examined here; None where none is kept."""
        small = source.width * source.height <= limits.PIXELS_HELD_MOST
        return self._canvas if source is self._source and small else None

    def wipe(self) -> None:
        """Forget the file, and overwrite its pixels."""
        self._sha256, self._source = b"", None
        self._canvas.wipe()


def _sha256(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()
