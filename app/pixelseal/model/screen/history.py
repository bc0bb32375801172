"""Undo and redo as a stack of differences between documents. Knows nothing of selection.

A document is a dict of numbered records: {id: record}. Records are values; they are compared
with == and never changed.
"""


class Diff:
    """What changed: added {id: record}, updated {id: (from, to)}, removed {id: record}."""

    def __init__(
        self,
        added: "dict[int, object] | None" = None,
        updated: "dict[int, tuple[object, object]] | None" = None,
        removed: "dict[int, object] | None" = None,
    ) -> None:
        self.added = added or {}
        self.updated = updated or {}
        self.removed = removed or {}

    def __bool__(self) -> bool:
        return bool(self.added or self.updated or self.removed)

    def touched(self) -> "list[int]":
        """The ids of the added and updated records."""
        return sorted(list(self.added) + list(self.updated))


def difference(before: "dict[int, object]", after: "dict[int, object]") -> Diff:
    """The Diff that turns `before` into `after`."""
    diff = Diff()
    for key in after:
        if key not in before:
            diff.added[key] = after[key]
        elif before[key] != after[key]:
            diff.updated[key] = (before[key], after[key])
    for key in before:
        if key not in after:
            diff.removed[key] = before[key]
    return diff


def applied(document: "dict[int, object]", diff: Diff) -> "dict[int, object]":
    """A new document with the change made."""
    result = dict(document)
    for key in diff.removed:
        del result[key]
    for key in diff.added:
        result[key] = diff.added[key]
    for key in diff.updated:
        result[key] = diff.updated[key][1]
    return result


def reversed_diff(diff: Diff) -> Diff:
    """The Diff that reverses the change."""
    back = {key: (pair[1], pair[0]) for key, pair in diff.updated.items()}
    return Diff(dict(diff.removed), back, dict(diff.added))


def squashed(first: Diff, second: Diff) -> Diff:
    """One Diff that does what `first` and then `second` do."""
    ids: set[int] = set()
    before = {}
    after = {}
    for diff in (first, second):
        for part in (diff.added, diff.updated, diff.removed):
            ids.update(part)
    for key in ids:
        start = _side(first, key, 0) or _side(second, key, 0)
        end = _side(second, key, 1) or _side(first, key, 1)
        if start is not None and start[0]:
            before[key] = start[1]
        if end is not None and end[0]:
            after[key] = end[1]
    return difference(before, after)


def _side(diff: Diff, key: int, side: int) -> "tuple[bool, object] | None":
    # (existed, record) before (0) or after (1) the change; None if it does not affect the key.
    if key in diff.added:
        return (False, None) if side == 0 else (True, diff.added[key])
    if key in diff.removed:
        return (True, diff.removed[key]) if side == 0 else (False, None)
    if key in diff.updated:
        return True, diff.updated[key][side]
    return None


class History:
    """The two stacks. Returns the Diff to apply; the document itself is kept elsewhere."""

    def __init__(self) -> None:
        self._undo: list[tuple[Diff, str]] = []
        self._redo: list[tuple[Diff, str]] = []

    @property
    def can_undo(self) -> bool:
        """True if there is a step to undo."""
        return bool(self._undo)

    @property
    def can_redo(self) -> bool:
        """True if a step was undone and nothing was done since."""
        return bool(self._redo)

    def record(self, diff: Diff, group: str = "") -> None:
        """Push a change; one of the same non-empty group as the last is merged with it."""
        if not diff:
            return
        self._redo = []
        if group and self._undo and self._undo[-1][1] == group:
            joined = squashed(self._undo.pop()[0], diff)
            if joined:
                self._undo.append((joined, group))
            return
        self._undo.append((diff, group))

    def close_group(self) -> None:
        """Make the next change a step of its own, whatever its group."""
        if self._undo:
            self._undo[-1] = (self._undo[-1][0], "")

    def undo(self) -> "Diff | None":
        """The Diff that undoes the last step, None if there is none."""
        if not self._undo:
            return None
        step = self._undo.pop()
        self._redo.append((step[0], ""))
        return reversed_diff(step[0])

    def redo(self) -> "Diff | None":
        """The Diff that redoes the last undone step, None if there is none."""
        if not self._redo:
            return None
        step = self._redo.pop()
        self._undo.append(step)
        return step[0]
