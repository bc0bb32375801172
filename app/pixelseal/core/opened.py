"""A file that is opened once for all operations, and kept from one page to the next.

If pages were requested one by one, the entire file would be examined and searched for each, and for
an animation, where a page is made of all frames before it, every frame decoded: each of 160 pages
would cost eight times as much. So the facts of a file of several pages stay until another file is
opened: then they are forgotten, and the canvas is wiped.
"""

import hashlib

from pixelseal.core.audit import Traces
from pixelseal.core.base import limits
from pixelseal.core.decode.animation import AnimationCanvas
from pixelseal.core.source.examine import examine
from pixelseal.model.recipe.canonical import Once
from pixelseal.model.recipe.recipe import Recipe


class Opened:
    """An examined file: its bytes, its facts, and what is derived from both at most once."""

    def __init__(self, untrusted_data: bytes, page: int | None = None) -> None:
        """SourceRefused as `pixelseal.core.source.examine`, which explains `page`."""
        self.data = untrusted_data
        self.file = examine(untrusted_data, page)
        self._sha256 = ""
        self._traces: Traces | None = None
        self._canvas = AnimationCanvas()
        self._recipe: tuple[Recipe, Once] | None = None

    @property
    def sha256(self) -> str:
        """Of its bytes, in hexadecimal."""
        self._sha256 = self._sha256 or hashlib.sha256(self.data).hexdigest()
        return self._sha256

    @property
    def traces(self) -> Traces:
        """What no output may contain."""
        self._traces = self._traces or Traces(self.data, self.file.texts)
        return self._traces

    @property
    def canvas(self) -> AnimationCanvas | None:
        """The canvas of the previous page of an animation; None without one."""
        first = self.file.first
        small = first.width * first.height <= limits.PIXELS_HELD_MOST
        return self._canvas if first.frames and small else None

    def recipe_object(self, recipe: Recipe) -> Once:
        """The whole recipe for a page's record: written out once while its pages follow."""
        if self._recipe is None or self._recipe[0] is not recipe:
            self._recipe = recipe, Once(recipe.to_object())
        return self._recipe[1]

    def is_of(self, untrusted_data: bytes) -> bool:
        """True if these are its bytes, which may have been released meanwhile."""
        if self.data:
            return untrusted_data is self.data or untrusted_data == self.data
        if len(untrusted_data) != self.file.size:
            return False
        return hashlib.sha256(untrusted_data).hexdigest() == self._sha256

    def give_away(self) -> None:
        """Release its bytes, but recognise them by their SHA-256."""
        self._sha256 = self.sha256
        self.data, self._traces = b"", None

    def wipe(self) -> None:
        """Overwrite its pixels."""
        self._canvas.wipe()


class Kept:
    """The last file with several pages; nothing of any other file."""

    def __init__(self) -> None:
        self._opened: Opened | None = None

    def opened(self, untrusted_data: bytes) -> Opened:
        """The file, examined whole: now, or when its last page was asked for."""
        if self._opened is not None and self._opened.is_of(untrusted_data):
            self._opened.data = self._opened.data or untrusted_data
            return self._opened
        self.wipe()
        opened = Opened(untrusted_data)
        if len(opened.file.pages) > 1:
            self._opened = opened
        return opened

    def release_large(self) -> None:
        """Hold no large file while nothing is asked; its facts stay."""
        if self._opened is not None and self._opened.file.size > limits.KEPT_BYTES_MOST:
            self._opened.give_away()

    def wipe(self) -> None:
        """Forget the file, and overwrite its pixels."""
        if self._opened is not None:
            self._opened.wipe()
        self._opened = None
