"""The engine's small pictures of images that nobody opened, for the tiles in sight.

One is asked for only while nobody waits for anything else. Opens nothing and judges nothing: what
is on a tile says nothing of what a person saw.
"""

from pixelseal.model import formats, protocol
from pixelseal.ui.browser.host import Failure

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from collections.abc import Callable

    from pixelseal.ui.browser.browser_host import BrowserHost
    from pixelseal.ui.images.item import Item
    from pixelseal.ui.images.queue import Queue

HELD_MOST = 300  # small pictures, of at most 0.1 MB each
# A picture that is larger costs seconds, and a file that is runs alone (static/pool.js).
PIXELS_MOST = 64_000_000
BYTES_MOST = 64 * 1024 * 1024
_KIND = formats.named("bmp").media_type


class Tiles:
    """Has them drawn, those in sight first in the list that was shown last."""

    def __init__(
        self,
        host: "BrowserHost",
        queue: "Queue",
        drawn: "Callable[[], None]",
        released: "Callable[[Item], None]",
    ) -> None:
        self.host = host
        self.queue = queue
        self.drawn = drawn  # called after one was drawn
        self.released = released  # called with an image whose small picture was let go
        self._in_sight = {}  # the name of a list -> the images whose tiles are in sight
        self._held = []  # keys of images with a small picture, drawn longest ago first
        self._failed = set()  # keys of those of which none could be drawn
        self._now = set()  # keys of those that are being drawn
        self._lanes = 0  # how many are drawn at a time, at present

    def see(self, name: str, items: "list[Item]") -> bool:
        """These tiles of a list are in sight; True if `draw` has something to do."""
        self._in_sight[name] = items
        return self._lanes == 0 and self._left() is not None

    async def draw(self) -> None:
        """Have what is in sight drawn, and what comes into sight meanwhile."""
        free = max(1, self.host.lanes - 1) - self._lanes
        self._lanes += max(0, free)
        await self.host.together([self._draw_next() for _lane in range(free)])

    async def _draw_next(self) -> None:
        try:
            while self._left() is not None:
                item = self._left(True) if self._is_free() else None
                if item is None:
                    await self.host.pause()
                else:
                    await self._draw(item)
        finally:
            self._lanes -= 1

    def _left(self, known: bool = False) -> "Item | None":
        """The first in sight that waits for its small picture, None if none does.

        With `known` the first about which the engine said all that is asked here.
        """
        for name in self._in_sight:
            for item in self._in_sight[name]:
                if self._waits(item) and (item.inspection is not None or not known):
                    return item
        return None

    def _waits(self, item: "Item") -> bool:
        if item.tile is not None or item.confirmed or item.refused or item is self.queue.current:
            return False
        if item.key in self._now or item.key in self._failed or not self.queue.has(item):
            return False
        if item.inspection is None:
            return item.error is None
        return item.pixels <= PIXELS_MOST and self.host.size(item.blob) <= BYTES_MOST

    def _is_free(self) -> bool:
        """True if the image on the screen is all there, and nobody draws on it."""
        current = self.queue.current
        if current is None or current.refused or current.error is not None:
            return True
        return current.confirmed and not current.picture_due and not current.pointer.busy

    async def _draw(self, item: "Item") -> None:
        self._now.add(item.key)
        try:
            args = {"page": item.page}
            _value, buffers = await self.host.request(
                protocol.THUMB, args, [item.blob], item.pixels
            )
            if self.queue.has(item):
                item.tile = self.host.blob(buffers[0], _KIND)
                self._hold(item)
                self.drawn()
        except Failure:
            self._failed.add(item.key)  # why will be said when it is opened
        finally:
            self._now.discard(item.key)

    def _hold(self, item: "Item") -> None:
        """Keep it, and let go of those that were drawn longest ago and are out of sight."""
        self._held.append(item.key)
        if len(self._held) <= HELD_MOST:
            return
        seen = {one.key for name in self._in_sight for one in self._in_sight[name]}
        kept, over = [], len(self._held) - HELD_MOST
        for key in self._held:
            old = self.queue.by_key(key)
            if old is None:
                over -= 1
            elif over > 0 and key not in seen:
                over -= 1
                old.tile = None
                self.released(old)
            else:
                kept.append(key)
        self._held = kept
