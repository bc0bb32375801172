"""The open images: their order, the current one, the listed, the chosen. Asks no engine."""

from pixelseal.ui.images.in_force import InForce
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
from pixelseal.ui.images.places import Places
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
        self.in_force = InForce()
        self.current: "Item | None" = None
        self.filter = ALL
        self.state_counts = StateCounts(STATES, lambda item: item.state)
        self.seen_counts = StateCounts((False, True), lambda item: item.unseen)
        # The form in which each is written; a refused one is not.
        self.output_counts = StateCounts((None,), lambda i: None if i.refused else _form(i))
        self._tallies = (self.state_counts, self.seen_counts, self.output_counts)
        self.selection = MultiSelection()
        self._by_key = {}
        self._open_pages = {}  # a file's key -> how many of its pages are open
        self._next_key = 1
        self._to_inspect = []
        self._listed: "object" = None  # (filter, versions, how many are open), the list
        self._places = Places()
        self._listed_places = Places()

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
        item.in_force, item.editor.fill = self.in_force, self.in_force.fill
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
        place = self._places.of(self.items, first.key) - 1
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
        for tally in self._tallies:
            tally.touch(item)

    def refresh(self, most: "int | None" = None) -> "list[int]":
        """Update the states; returns the keys of the images whose cards may have changed.

        With `most` only of that many images beside the current one: others wait for the next time
        if `waiting`.
        """
        current = self.current
        touched = []
        if current is not None:
            current.opened = True
            for tally in self._tallies:
                tally.update(current)
            touched.append(current.key)
        # All of them have the same items to update.
        self.seen_counts.refresh(most)
        self.output_counts.refresh(most)
        return touched + self.state_counts.refresh(most)

    @property
    def waiting(self) -> int:
        """How many images may have changed since their states were updated."""
        return self.state_counts.waiting

    @property
    def listed(self) -> "list[Item]":
        """The images that pass the filter, in order, as of the last `refresh`."""
        if self.filter == ALL:
            return self.items
        now = (self.filter, self.state_counts.version, self.seen_counts.version, len(self.items))
        if self._listed is None or self._listed[0] != now:
            tally, wanted = self._filtered(self.filter)
            keys = set()
            for state in wanted:
                keys |= tally.keys[state]
            self._listed = (now, [item for item in self.items if item.key in keys])
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

    @property
    def written(self) -> int:
        """How many images can be written, as of the last `refresh`."""
        return len(self.items) - len(self.output_counts.keys[None])

    def written_differently(self, item: Item) -> int:
        """How many of those are written in another form than that image."""
        keys, same = self.output_counts.keys, _form(item)
        return sum([len(keys[form]) for form in keys if form is not None and form != same])

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

    @property
    def chosen_proposed(self) -> bool:
        """True if something is proposed on a chosen image, as of the last `refresh`."""
        return bool(self.chosen & self.state_counts.keys[PROPOSED])

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
        if item is None:
            return 0
        listed = self.listed
        places = self._places if listed is self.items else self._listed_places
        return places.of(listed, item.key)

    @property
    def position(self) -> int:
        """The position of the current image among all, from 1; 0 if none is open."""
        return 0 if self.current is None else self._places.of(self.items, self.current.key)

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
        keys, count, place = self.state_counts.keys[PROPOSED], len(self.items), self.position
        if not keys - {0 if self.current is None else self.current.key}:
            return None
        for step in range(count):
            item = self.items[(place + step) % count]
            if item.key in keys and item is not self.current:
                return item
        return None

    def remove(self, item: Item) -> None:
        """Close an image, if it is still open; its neighbour becomes current."""
        self.remove_all([item])

    def remove_all(self, items: "list[Item]") -> None:
        """Close images, those that are still open; what follows the current one becomes current."""
        closing = [item for item in items if item.key in self._by_key]
        place = self.position - 1
        for item in closing:
            del self._by_key[item.key]
            self._open_pages[item.file_key] -= 1
            if not self._open_pages[item.file_key]:
                del self._open_pages[item.file_key]
            for tally in self._tallies:
                tally.forget(item)
            self.selection.forget(item.key)
        if self.current is not None and self.current.key not in self._by_key:
            left = [item for item in self.items[place:] if item.key in self._by_key]
            if not left:
                left = [item for item in self.items[:place] if item.key in self._by_key][-1:]
            self.current = left[0] if left else None
        self.items = [item for item in self.items if item.key in self._by_key]

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


def _form(item: Item) -> "tuple":
    return () if item.output is None else (item.output.format, item.output.quality)


def _uninspected(item: Item) -> bool:
    untouched = item.inspection is None and not item.working
    return untouched and not item.refused and item.error is None
