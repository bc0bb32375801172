"""Which images are chosen for actions on several at once. Does nothing to them itself."""


class MultiSelection:
    """The chosen keys; `anchor` is where a range starts."""

    def __init__(self) -> None:
        self.keys = set()
        self._anchor: "int | None" = None
        self._added = set()  # by the range that ends at the last image reached

    def toggle(self, key: int) -> None:
        """Toggle an image; ranges start here from now on."""
        self._anchor, self._added = key, set()
        if key in self.keys:
            self.keys.discard(key)
        else:
            self.keys.add(key)

    def extend(self, order: "list[int]", key: int, start: int) -> None:
        """Choose all from the anchor (from `start`, if there is none) to `key`, in that order.

        This range takes the place of the last one from the same anchor, so that one that went too
        far is taken back.
        """
        if self._anchor not in order:
            self._anchor, self._added = start if start in order else key, set()
        first, last = sorted((order.index(self._anchor), order.index(key)))
        self.keys -= self._added
        self._added = set(order[first : last + 1]) - self.keys
        self.keys |= self._added

    def forget(self, key: int) -> None:
        """Remove an image that was closed."""
        self.keys.discard(key)
        self._added.discard(key)

    def clear(self) -> None:
        """Choose none."""
        self.keys.clear()
        self._anchor, self._added = None, set()
