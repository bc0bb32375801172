"""One statement of a review, and the images that it is about. Decides and shows nothing."""

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.ui.images.item import Item


class Statement:
    """A statement to tick: its key and text, and for which images.

    `version` is another whenever the images are.
    """

    def __init__(
        self, key: str, text: str, items: "list[Item]", keys: "set[int]", version: "object"
    ) -> None:
        self.key = key
        self.text = text
        self.count = len(keys)
        self.version = version
        self._items = items
        self._keys = keys

    @property
    def items(self) -> "list[Item]":
        """The images that it is about, in order."""
        return [item for item in self._items if item.key in self._keys]
