"""How each open image stands, and how many stand like that. Looks only at what was touched.

To ask every image at each turn would be too slow with thousands of them; whoever changes an image
says so with `touch`, and `refresh` looks at those alone.
"""


class StateCounts:
    """What `of` says of each item, one of `states`, as it was when each was last looked at."""

    def __init__(self, states: "tuple", of: "object") -> None:
        self.counts = dict.fromkeys(states, 0)
        self.of = of
        self.version = 0  # another one whenever any item's state is another
        self._known = {}  # item key -> state
        self._touched = {}  # item key -> item

    def touch(self, item: "object") -> None:
        """Something about this item may be another."""
        self._touched[item.key] = item

    def forget(self, item: "object") -> None:
        """The item was closed."""
        self._touched.pop(item.key, None)
        state = self._known.pop(item.key, None)
        if state is not None:
            self.counts[state] -= 1
            self.version += 1

    def refresh(self) -> "list[int]":
        """Look at the touched items; the keys of all of them."""
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
        """The state of the item with that key, None if it was never looked at."""
        return self._known.get(key)

    def count(self, states: "tuple") -> int:
        """How many items are in one of these states."""
        return sum([self.counts[state] for state in states])
