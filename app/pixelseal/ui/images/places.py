"""Where each image stands in a list of images. Keeps no list itself.

Walking thousands of them to find one takes milliseconds, and each change of the page asks for it.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.ui.images.item import Item


class Places:
    """The places of a list's images by key, found again only once the list is another."""

    def __init__(self) -> None:
        self._known: "list" = []
        self._count = 0  # of the list that are in `_places`
        self._places: "dict[int, int]" = {}

    def of(self, items: "list[Item]", key: int) -> int:
        """The place of the image with that key, from 1; 0 if it is not in the list."""
        if items is not self._known or len(items) < self._count:
            self._known, self._count, self._places = items, 0, {}
        for place in range(self._count, len(items)):  # one is only ever added at the end
            self._places[items[place].key] = place + 1
        self._count = len(items)
        return self._places.get(key, 0)
