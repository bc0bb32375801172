"""The state of each open image, and the number in each state. Updates only touched ones.

Checking every image each time would be too slow with thousands of them; code that changes an image
calls `touch`, and `refresh` checks only those.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.ui.images.item import Item


class StateCounts:
    """The value of `of(item)`, one of `states`, as of each item's last update."""

    def __init__(self, states: "tuple", of: "object") -> None:
        self.counts = dict.fromkeys(states, 0)
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
        state = self._known.pop(item.key, None)
        if state is not None:
            self.counts[state] -= 1
            self.version += 1

    def refresh(self) -> "list[int]":
        """Update the touched items; returns their keys."""
        touched, self._touched = self._touched, {}
        for key in touched:
            before, state = self._known.get(key), self.of(touched[key])
            if state != before:
                self._known[key] = state
                self.counts[state] += 1
                if before is not None:
                    self.counts[before] -= 1
                self.version += 1
        return list(touched)

    def state(self, key: int) -> "str | None":
        """The state of the item with that key, None if it was never updated."""
        return self._known.get(key)

    def count(self, states: "tuple") -> int:
        """How many items are in one of these states."""
        return sum([self.counts[state] for state in states])
