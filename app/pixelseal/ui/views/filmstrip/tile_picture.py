"""The picture of a tile, and what kind of file it is for as long as there is none."""

from pixelseal.model import formats
from pixelseal.ui.browser import dom

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.ui.images.item import Item


class TilePictures:
    """The pictures of one list's tiles: each is shown once it is loaded."""

    def __init__(self, within: "object") -> None:
        dom.listen_within(within, "load", self._loaded)
        dom.listen_within(within, "error", self._lost)

    def _loaded(self, event: "object") -> None:
        event.target.hidden = False

    def _lost(self, event: "object") -> None:
        image = event.target
        if image.complete and not image.naturalWidth:  # else it was the picture before this one
            image.hidden = True


class TilePicture:
    """The image element in one tile's frame."""

    def __init__(self, frame: "object") -> None:
        self._frame = frame
        self._image: "object" = None
        self._address = ""
        self._label = ""

    def put(self, item: "Item", address: str) -> None:
        """Show the picture at that address once it is loaded, "" for none."""
        known = item.inspection
        label = "" if known is None else formats.named(known["format"]).label
        if label != self._label:
            self._label = self._frame.dataset.kind = label
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
