"""Which images are chosen for actions on several at once. Does nothing to them itself."""


class MultiSelection:
    """The chosen keys; `anchor` is where a range starts."""

    def __init__(self) -> None:
        self.keys = set()
        self._anchor: "int | None" = None

    def toggle(self, key: int) -> None:
        """Toggle an image; ranges start here from now on."""
        self._anchor = key
        if key in self.keys:
            self.keys.discard(key)
        else:
            self.keys.add(key)

    def extend(self, order: "list[int]", key: int, start: int) -> None:
        """Choose all from the anchor (from `start`, if there is none) to `key`, in that order."""
        if self._anchor not in order:
            self._anchor = start if start in order else key
        first, last = sorted((order.index(self._anchor), order.index(key)))
        self.keys.update(order[first : last + 1])

    def forget(self, key: int) -> None:
        """Remove an image that was closed."""
        self.keys.discard(key)

    def clear(self) -> None:
        """Choose none."""
        self.keys.clear()
        self._anchor = None
