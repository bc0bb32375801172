"""What the tiles of all lists may show; has what is missing in sight drawn. Shows nothing."""

from pixelseal.ui.browser import dom

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from collections.abc import Callable

    from pixelseal.ui.browser.addresses import Addresses
    from pixelseal.ui.browser.browser_host import BrowserHost
    from pixelseal.ui.images.item import Item
    from pixelseal.ui.images.queue import Queue
    from pixelseal.ui.images.tiles import Tiles


class TilesInSight:
    """Shared by the lists; the engine's side (`Tiles`) is made for the second open image."""

    def __init__(self, host: "BrowserHost", queue: "Queue", addresses: "Addresses") -> None:
        self.host = host
        self.queue = queue
        self.addresses = addresses
        self.address = addresses.tile  # returns the URL of what an image's tile may show, or ""
        self._tiles: "Tiles | None" = None
        self._show = {}  # the name of a list -> what is called once one of its tiles may be drawn

    def listed(self, name: str, show: "Callable[[], None]") -> None:
        """There is a list of that name; `show()` shows the pictures that there are by now."""
        self._show[name] = show

    def see(self, name: str, items: "list[Item]") -> None:
        """The tiles of these images are in sight in a list."""
        if self._tiles is None:
            if len(self.queue.items) < 2:
                return
            from pixelseal.ui.images.tiles import Tiles

            self._tiles = Tiles(self.host, self.queue, self._drawn, self.addresses.release_tile)
        if self._tiles.see(name, items):
            dom.spawn(self._tiles.draw())

    def _drawn(self) -> None:
        for name in self._show:
            self._show[name]()
