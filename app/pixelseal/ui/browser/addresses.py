"""Object URLs of the pictures of open images, large and small. Shows nothing.

A small one is the engine's or that of a file which the browser was found to show as the engine does
(docs/adr/0025-seen.md): nothing else says truly what is covered where.
"""

from pixelseal.ui.browser import dom


class Addresses:
    """One URL for each image's picture and one for its tile's, each created once."""

    def __init__(self) -> None:
        self._addresses = {}  # item key -> (Blob, address)
        self._tiles = {}  # item key -> (Blob, address)

    def of(self, item: "object") -> str:
        """The URL of an image's picture, valid while the image is open; "" without a picture."""
        blob = item.picture
        return "" if blob is None else _address(self._addresses, item.key, blob)

    def tile(self, item: "object") -> str:
        """The URL of what an image's tile may show; "" if there is nothing yet."""
        small = item.tile if item.thumb is None else item.thumb
        if small is not None:
            return _address(self._tiles, item.key, small)
        return self.of(item) if item.same else ""

    def forget(self, item: "object") -> None:
        """Release the URLs of an image that was closed."""
        self.release(item)
        self.release_tile(item)

    def release(self, item: "object") -> None:
        """Release the URL of an image's picture, but not of its small one."""
        _release(self._addresses, item.key)

    def release_tile(self, item: "object") -> None:
        """Release the URL of an image's small picture."""
        _release(self._tiles, item.key)


def _address(known: "dict", key: int, blob: "object") -> str:
    if key not in known or known[key][0] is not blob:
        _release(known, key)
        known[key] = (blob, dom.object_url(blob))
    return known[key][1]


def _release(known: "dict", key: int) -> None:
    one = known.pop(key, None)
    if one is not None:
        dom.release_url(one[1])
