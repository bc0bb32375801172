"""Pictures that the engine drew for the screen, and a cache of them. Draws nothing."""

from pixelseal.model import formats
from pixelseal.model.recipe.geometry import Rectangle

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from collections.abc import Callable

    from pixelseal.ui.browser.browser_host import BrowserHost
    from pixelseal.ui.images.item import Item
    from pixelseal.ui.images.queue import Queue

# Pixels of previews in the cache, three bytes each: people go back and forth between few images.
HELD_MOST = 120_000_000
_WHOLE = formats.named("bmp").media_type


class Preview:
    """A Blob of the whole picture, and (Rectangle, Blob) tiles if that is shrunk.

    `scale` is how many pixels of the whole make one of the image; the tiles are at full size.
    `exact` is False if they are lossy, as for very large pictures.
    """

    def __init__(self, whole: "object", scale: float, tiles: "list[tuple]", exact: bool) -> None:
        self.whole = whole
        self.scale = scale
        self.tiles = tiles
        self.exact = exact


def drawn(host: "BrowserHost", value: "dict", buffers: "object") -> "tuple[Preview, object]":
    """The preview and the thumbnail's Blob from the engine's answer."""
    tiles = []
    for place, (left, top, right, bottom) in enumerate(value["tiles"]):
        box = Rectangle(left, top, right - left, bottom - top)
        tiles.append((box, host.blob(buffers[2 + place], value["kind"])))
    whole = host.blob(buffers[0], _WHOLE)
    preview = Preview(whole, value["scale"], tiles, value["exact"])
    return preview, host.blob(buffers[1], _WHOLE)


class PreviewCache:
    """Releases the previews that were shown longest ago; each can be drawn again.

    `released(item)` is called for each image whose preview was released.
    """

    def __init__(self, queue: "Queue", released: "Callable[[Item], None]") -> None:
        self.queue = queue
        self.released = released
        self._keys = []  # of images with a preview, most recently used last

    def use(self, item: "Item") -> None:
        """Mark the image's preview as the most recently used."""
        if item.key in self._keys:
            self._keys.remove(item.key)
        self._keys.append(item.key)
        known = [self.queue.by_key(key) for key in self._keys]
        held = [one for one in known if one is not None]
        pixels = sum([_pixels(one) for one in held])
        while pixels > HELD_MOST and len(held) > 1:
            oldest = held.pop(0)
            pixels -= _pixels(oldest)
            oldest.preview = None
            self.released(oldest)
        self._keys = [one.key for one in held]


def _pixels(item: "Item") -> int:
    return item.inspection["width"] * item.inspection["height"]
