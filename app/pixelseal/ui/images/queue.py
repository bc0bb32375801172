"""The open images: their order, the current one, the listed, the chosen. Asks no engine."""

from pixelseal.ui.images.item import (  # fmt: skip
    MADE,
    MARKED,
    PROBLEM,
    PROPOSED,
    READY,
    REFUSED,
    SAVED,
    STATES,
    WAITING,
    WORKING,
    Item,
)
from pixelseal.ui.images.multi_selection import MultiSelection
from pixelseal.ui.images.state_counts import StateCounts

ALL = "all"
UNSEEN = "unseen"  # not seen, in whatever state
# The other filters of the filmstrip; each state is in one of these.
FILTERS = {
    "unmarked": (WAITING, READY),
    "proposed": (PROPOSED,),
    "unsaved": (MARKED, WORKING, MADE),
    "saved": (SAVED,),
    "failed": (PROBLEM, REFUSED),
}


class Queue:
    """The open images in order, the current one, the listed ones, the chosen ones.

    Code that changes an image other than the current one must call `touch`.
    """

    def __init__(self) -> None:
        self.items = []
        self.current: "Item | None" = None
        self.filter = ALL
        self.state_counts = StateCounts(STATES, lambda item: item.state)
        self.seen_counts = StateCounts((False, True), lambda item: item.unseen)
        self.selection = MultiSelection()
        self._by_key = {}
        self._open_pages = {}  # a file's key -> how many of its pages are open
        self._next_key = 1
        self._to_inspect = []
        self._listed: "object" = None  # (filter, versions, how many are open), the list

    def add(self, name: str, blob: "object", label: str) -> Item:
        """Open an image; the first one becomes current."""
        item = self._new(name, blob, label)
        self.items.append(item)
        self._to_inspect.append(item)
        if self.current is None:
            self.current = item
        return item

    def _new(self, name: str, blob: "object", label: str, first: "Item | None" = None) -> Item:
        item = Item(self._next_key, name, blob, label)
        item.file_key = item.key if first is None else first.file_key
        self._open_pages[item.file_key] = self._open_pages.get(item.file_key, 0) + 1
        self._by_key[item.key] = item
        self._next_key += 1
        self.touch(item)
        return item

    def add_pages(self, first: Item, pages: int) -> "list[Item]":
        """Open the other pages of the file whose first page is that item, right after it.

        Opens none if it was closed meanwhile, or already has its pages.
        """
        if pages == 1 or first.pages == pages or self.by_key(first.key) is None:
            return []
        first.pages = pages
        place = self.items.index(first)
        added = []
        for page in range(2, pages + 1):
            item = self._new(first.name, first.blob, first.random_label, first)
            item.page, item.pages = page, pages
            item.alternate_id = first.alternate_id
            item.browser_size = (0, 0)
            added.append(item)
        self.items = self.items[: place + 1] + added + self.items[place + 1 :]
        return added

    # States

    def touch(self, item: Item) -> None:
        """Report that something about an image changed."""
        self.state_counts.touch(item)
        self.seen_counts.touch(item)

    def refresh(self) -> "list[int]":
        """Update the states; returns the keys of the images whose cards may have changed."""
        if self.current is not None:
            self.current.opened = True
            self.touch(self.current)
        self.seen_counts.refresh()
        return self.state_counts.refresh()

    @property
    def listed(self) -> "list[Item]":
        """The images that pass the filter, in order, as of the last `refresh`."""
        if self.filter == ALL:
            return self.items
        now = (self.filter, self.state_counts.version, self.seen_counts.version, len(self.items))
        if self._listed is None or self._listed[0] != now:
            self._listed = (now, [item for item in self.items if self._passes(item)])
        return self._listed[1]

    def _passes(self, item: Item) -> bool:
        tally, wanted = self._filtered(self.filter)
        return tally is None or tally.state(item.key) in wanted

    def _filtered(self, name: str) -> "tuple":
        """(the counts that a filter uses, the states that it passes); None for all images."""
        if name == ALL:
            return None, ()
        return (self.seen_counts, (True,)) if name == UNSEEN else (self.state_counts, FILTERS[name])

    def count(self, name: str) -> int:
        """How many images pass a filter, as of the last `refresh`."""
        tally, wanted = self._filtered(name)
        return len(self.items) if tally is None else tally.count(wanted)

    # Choosing several

    @property
    def chosen(self) -> "set[int]":
        """The keys of the chosen images."""
        return self.selection.keys

    def choose(self, item: Item) -> None:
        """Toggle an image."""
        self.selection.toggle(item.key)

    def choose_to(self, item: Item) -> None:
        """Choose all listed images from the last toggled one, or the current one, to this one."""
        start = self.current.key if self.current is not None else item.key
        self.selection.extend([one.key for one in self.listed], item.key, start)

    def choose_listed(self) -> None:
        """Choose every image that passes the filter."""
        self.selection.keys.update([item.key for item in self.listed])

    def choose_none(self) -> None:
        """Choose none."""
        self.selection.clear()

    @property
    def all_chosen(self) -> bool:
        """True if every listed image is chosen."""
        if len(self.chosen) < len(self.listed):
            return False
        return self.filter == ALL or all(item.key in self.chosen for item in self.listed)

    # Finding

    def of_file(self, item: Item) -> "list[Item]":
        """All open pages of this item's file."""
        return [one for one in self.items if one.file_key == item.file_key]

    def files(self) -> "list[list[Item]]":
        """The open pages of each open file, in order."""
        found, places = [], {}
        for item in self.items:
            place = places.setdefault(item.file_key, len(found))
            if place == len(found):
                found.append([])
            found[place].append(item)
        return found

    def is_open(self, file_key: int) -> bool:
        """True if any page of the file with that key is open."""
        return file_key in self._open_pages

    def has(self, item: Item) -> bool:
        """True if that image is still open."""
        return item.key in self._by_key

    def by_key(self, key: int) -> "Item | None":
        """The image with that key."""
        return self._by_key.get(key)

    def place(self, item: "Item | None") -> int:
        """The position of an image among the listed ones, from 1; 0 if it is not listed."""
        listed = self.listed
        return listed.index(item) + 1 if item in listed else 0

    @property
    def position(self) -> int:
        """The position of the current image among all, from 1; 0 if none is open."""
        return self.items.index(self.current) + 1 if self.current is not None else 0

    def neighbour(self, by: int) -> "Item | None":
        """The next (1) or previous (-1) listed image, None at the end."""
        if self.current is None:
            return None
        place = self.position - 1 + by
        while 0 <= place < len(self.items):
            item = self.items[place]
            if self._passes(item):
                return item
            place += by
        return None

    @property
    def next_proposed(self) -> "Item | None":
        """The next image with proposals, after the last one the first; None if no other has any.

        As of the last `refresh`.
        """
        after = self.items[self.position :] + self.items[: max(0, self.position - 1)]
        for item in after:
            if self.state_counts.state(item.key) == PROPOSED:
                return item
        return None

    def remove(self, item: Item) -> None:
        """Close an image, if it is still open; its neighbour becomes current."""
        if item.key not in self._by_key:
            return
        place = self.items.index(item)
        self.items = self.items[:place] + self.items[place + 1 :]
        del self._by_key[item.key]
        self._open_pages[item.file_key] -= 1
        if not self._open_pages[item.file_key]:
            del self._open_pages[item.file_key]
        self.state_counts.forget(item)
        self.seen_counts.forget(item)
        self.selection.forget(item.key)
        if self.current is item:
            self.current = self.items[min(place, len(self.items) - 1)] if self.items else None

    def look_again(self, item: Item) -> None:
        """Queue an image to be inspected again."""
        self._to_inspect.append(item)

    def uninspected(self) -> "Item | None":
        """The next image to inspect, the current one first."""
        if self.current is not None and _uninspected(self.current):
            return self.current
        while self._to_inspect:
            item = self._to_inspect[0]
            if _uninspected(item) and item.key in self._by_key:
                return item
            self._to_inspect.pop(0)
        return None

    @property
    def unsaved(self) -> bool:
        """True if closing the page now would lose marks."""
        return any(item.unsaved for item in self.items)


def _uninspected(item: Item) -> bool:
    untouched = item.inspection is None and not item.working
    return untouched and not item.refused and item.error is None
