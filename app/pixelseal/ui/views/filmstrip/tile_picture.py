"""The picture of a tile, for as long as there is one that the browser can show."""

from pixelseal.ui.browser import dom


class TilePictures:
    """The pictures of one list's tiles.

    A picture is shown once it is loaded. One that the browser cannot decode never is: the tile
    keeps its empty frame until the engine has drawn another.
    """

    def __init__(self, within: "object") -> None:
        self._broken = set()  # URLs of pictures that the browser cannot show
        dom.listen_within(within, "load", self._loaded)
        dom.listen_within(within, "error", self._lost)

    def usable(self, address: str) -> str:
        """That address, or "" if the browser could not show what is there."""
        return "" if address in self._broken else address

    def _loaded(self, event: "object") -> None:
        event.target.hidden = False

    def _lost(self, event: "object") -> None:
        image = event.target
        if image.complete and not image.naturalWidth:  # else it was the picture before this one
            self._broken.add(image.src)
            image.hidden = True


class TilePicture:
    """The image element in one tile's frame."""

    def __init__(self, frame: "object") -> None:
        self._frame = frame
        self._image: "object" = None
        self._address = ""

    def put(self, address: str) -> None:
        """Show the picture at that address once it is loaded, "" for none."""
        if address == self._address:
            return
        self._address = address
        if not address:
            self._image.removeAttribute("src")  # releases its pixels
            self._image.hidden = True
            return
        if self._image is None:
            self._image = dom.element("img")
            self._image.alt = ""
            self._image.decoding = "async"
            self._image.draggable = False
            self._image.hidden = True
            self._frame.prepend(self._image)
        self._image.src = address
