"""Object URLs of the pictures of open images. Shows nothing."""

from pixelseal.ui.browser import dom


class Addresses:
    """One URL for each image's picture and one for its thumbnail, each created once."""

    def __init__(self) -> None:
        self._addresses = {}  # item key -> (Blob, address)
        self._thumbs = {}  # item key -> address of its thumbnail

    def of(self, item: "object") -> str:
        """The URL of an image's picture, valid while the image is open; "" without a picture."""
        blob = item.picture
        if blob is None:
            return ""
        known = self._addresses.get(item.key)
        if known is not None and known[0] is blob:
            return known[1]
        if known is not None:
            dom.release_url(known[1])
        address = dom.object_url(blob)
        self._addresses[item.key] = (blob, address)
        return address

    def thumb(self, item: "object") -> str:
        """The URL of an image's thumbnail, or of its picture if it has none; "" without either."""
        if item.thumb is None:
            return self.of(item)
        if item.key not in self._thumbs:
            self._thumbs[item.key] = dom.object_url(item.thumb)
        return self._thumbs[item.key]

    def forget(self, item: "object") -> None:
        """Release the URLs of an image that was closed."""
        self.release(item)
        thumb = self._thumbs.pop(item.key, None)
        if thumb is not None:
            dom.release_url(thumb)

    def release(self, item: "object") -> None:
        """Release the URL of an image's picture, but not of its thumbnail."""
        known = self._addresses.pop(item.key, None)
        if known is not None:
            dom.release_url(known[1])
