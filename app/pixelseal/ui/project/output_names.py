"""The stems of output names: all different, whatever alternate IDs were given.

A file's pages share one stem. Case is ignored, as in many file systems. What was once made under a
name keeps it while the page is open, even after the image is closed. Writes no file.
"""

from pixelseal.model.protocol import REDACT
from pixelseal.model.recipe.recipe import MAX_ALTERNATE_ID

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.ui.images.item import Item
    from pixelseal.ui.images.queue import Queue

_PAGE = "-p"  # precedes a page's number, which has at least three digits


class OutputNames:
    """The assigned stems, and their files."""

    def __init__(self, queue: "Queue") -> None:
        self.queue = queue
        self._holders = {}  # stem in lower case -> _Holder
        self._given = {}  # (a file's key, the stem it wants in lower case) -> (pages, its stem)
        self._wanted = {}  # an image's key -> the stem that it wanted last, in lower case
        self._counts = {}  # stem in lower case -> the last number appended to it

    def stem_for(self, item: "Item") -> str:
        """The stem for an image's files: the requested one, with a number appended if necessary."""
        wanted = item.stem.lower()
        if self._wanted.get(item.key, wanted) != wanted:
            self._leave(item)
        self._wanted[item.key] = wanted
        given = self._given.get((item.file_key, wanted))
        if given is None or given[0] != item.pages:
            given = self._given[(item.file_key, wanted)] = (item.pages, self._free(item))
        digest = None if item.inspection is None else item.inspection["sha256"]
        holder = self._holders.setdefault(given[1].lower(), _Holder(item.file_key, item.pages))
        holder.take(item, digest)
        return given[1]

    def release(self, pages: "list") -> None:
        """Leave the names of a file's pages to others, unless something was or is made under it."""
        for page in pages:
            if page.key in self._wanted:
                self._leave(page, True)

    def _leave(self, item: "Item", all_pages: bool = False) -> None:
        """An image no longer wants what it wanted last; nor does any other page of the file."""
        wanted = self._wanted.pop(item.key)
        pages = self.queue.of_file(item) if item.pages > 1 else [item]
        still = not all_pages and any(page.stem.lower() == wanted for page in pages)
        given = self._given.get((item.file_key, wanted))
        if given is None or still or any(page.working == REDACT for page in pages):
            return
        holder = self._holders.get(given[1].lower())
        if holder is None or (holder.file_key == item.file_key and not holder.made):
            self._holders.pop(given[1].lower(), None)
            del self._given[(item.file_key, wanted)]

    def made(self, stem: str) -> None:
        """A file was made under that stem."""
        self._holders[stem.lower()].made = True

    def is_made(self, stem: str) -> bool:
        """True if anything was made under that stem, also for a file that was closed."""
        holder = self._holders.get(stem.lower())
        return holder is not None and holder.made

    def is_shared(self, item: "Item") -> bool:
        """True if an image of another open file requests the same stem."""
        stem = item.stem.lower()
        others = [one for one in self.queue.items if one.file_key != item.file_key]
        return any(one.stem.lower() == stem for one in others)

    def _free(self, item: "Item") -> str:
        base = item.stem
        if self._is_free(base, item):
            return base
        count = self._counts.get(base.lower(), 1) + 1
        while not self._is_free(_numbered(base, count), item):
            count += 1
        self._counts[base.lower()] = count
        return _numbered(base, count)

    def _is_free(self, stem: str, item: "Item") -> bool:
        name = stem.lower()
        if self._in_the_way(name, item):
            return False
        # A page's name could be that of another file: "P-7" and "P-7-p001".
        start, mark, number = name.rpartition(_PAGE)
        if mark and number.isdigit() and self._in_the_way(start, item, True):
            return False
        if item.pages == 1:
            return True
        pages = [one for one in self._holders if one.startswith(name + _PAGE)]
        return not any(self._in_the_way(one, item) for one in pages)

    def _in_the_way(self, name: str, item: "Item", paged: bool = False) -> bool:
        holder = self._holders.get(name)
        if holder is None or (paged and holder.pages == 1):
            return False
        return holder.keeps_off(item, self.queue)


class _Holder:
    """The owner of a stem: a file, its hash once known, and whether anything was made."""

    def __init__(self, file_key: int, pages: int) -> None:
        self.file_key = file_key
        self.pages = pages
        self.digest: "str | None" = None
        self.made = False

    def take(self, item: "Item", digest: "str | None") -> None:
        self.file_key, self.pages = item.file_key, item.pages
        self.digest = digest or self.digest

    def keeps_off(self, item: "Item", queue: "Queue") -> bool:
        if self.file_key == item.file_key:
            return False
        if queue.is_open(self.file_key):
            return True
        # Closed: its name is free if nothing was made under it, or for the same file again.
        same = item.inspection is not None and item.inspection["sha256"] == self.digest
        return self.made and not same


def _numbered(stem: str, count: int) -> str:
    ending = "-{}".format(count)
    return stem[: MAX_ALTERNATE_ID - len(ending)] + ending
