"""The state of each open image, and the number in each state. Updates only touched ones.

Checking every image each time would be too slow with thousands of them; code that changes an image
calls `touch`, and `refresh` checks only those, as many at a time as it is told.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from collections.abc import Callable

    from pixelseal.ui.images.item import Item


class StateCounts:
    """The value of `of(item)` as of each item's last update: anything that a dictionary can hold.

    `keys` has a set of items' keys for each state, those of `states` from the beginning.
    """

    def __init__(self, states: "tuple", of: "Callable[[Item], object]") -> None:
        self.keys = {state: set() for state in states}
        self.of = of
        self.version = 0  # changes whenever any item's state changes
        self._known = {}  # item key -> state
        self._touched = {}  # item key -> item

    def touch(self, item: "Item") -> None:
        """This item may have changed."""
        self._touched[item.key] = item

    def forget(self, item: "Item") -> None:
        """The item was closed."""
        self._touched.pop(item.key, None)
        if item.key in self._known:
            self.keys[self._known.pop(item.key)].discard(item.key)
            self.version += 1

    @property
    def waiting(self) -> int:
        """How many touched items are not updated yet."""
        return len(self._touched)

    def refresh(self, most: "int | None" = None) -> "list[int]":
        """Update the touched items, or that many of them; returns their keys."""
        if most is None or most >= len(self._touched):
            now, self._touched = self._touched, {}
        else:
            now = {}
            for _place in range(most):
                key, item = self._touched.popitem()
                now[key] = item
        for key in now:
            self._update(key, self.of(now[key]))
        return list(now)

    def update(self, item: "Item") -> None:
        """Update one item, whichever others wait."""
        self._touched.pop(item.key, None)
        self._update(item.key, self.of(item))

    def _update(self, key: int, state: "object") -> None:
        known = key in self._known
        if known and self._known[key] == state:
            return
        if known:
            self.keys[self._known[key]].discard(key)
        self._known[key] = state
        self.keys.setdefault(state, set()).add(key)
        self.version += 1

    def state(self, key: int) -> "object":
        """The state of the item with that key, None if it was never updated."""
        return self._known.get(key)

    def count(self, states: "tuple") -> int:
        """How many items are in one of these states."""
        return sum([len(self.keys[state]) for state in states])
