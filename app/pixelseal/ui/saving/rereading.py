"""Has finished pictures read again by the finders, before they are saved. Shows and saves nothing.

A lane of its own: the host begins no search while an output is made, and nobody waits for it but
who saves a single image.
"""

from pixelseal.model.recipe.turn import Turn
from pixelseal.ui.browser.host import Failure
from pixelseal.ui.images.reread import reread_of

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from collections.abc import Callable

    from pixelseal.ui.browser.browser_host import BrowserHost
    from pixelseal.ui.images.item import Item
    from pixelseal.ui.images.result import Result

_MOST = 60  # images that are wanted at a time; of more the bytes are not kept


class Rereader:
    """Reads one output after the other while a review is open.

    What it hears after the review has ended is told at the next one: what passed a review is saved
    as it passed.
    """

    def __init__(self, host: "BrowserHost", told: "Callable[[Item], None]") -> None:
        self.host = host
        self.told = told  # called with an image of whose output something was learned
        self.read: "set[int]" = set()  # keys of images of this review whose output was read
        self._open = False
        self._wanted: "list[Item]" = []
        self._late: "list[tuple[Item, str, dict | None]]" = []
        self._busy = False

    @property
    def there(self) -> bool:
        """True if this page has finders."""
        return self.host.finders == "there"

    def begin(self) -> "list[Item]":
        """A review begins; the images of which something was learned since the last one."""
        self._open, self.read = True, set()
        late, self._late = self._late, []
        for item, sha256, answer in late:
            self._take(item, sha256, answer)
        return [row[0] for row in late]

    def end(self) -> None:
        """It is over."""
        self._open, self._wanted = False, []

    def want(self, items: "list[Item]") -> None:
        """Read these next, in this order, and then what was wanted before."""
        keys = {item.key for item in items}
        rest = [item for item in self._wanted if item.key not in keys]
        self._wanted = (items + rest)[:_MOST]
        self.go_on()

    def go_on(self) -> None:
        """Read what has been made since."""
        if self._open and self.there and not self._busy and self._next() is not None:
            self._busy = True
            self.host.start(self._run())

    def reads(self, item: "Item") -> bool:
        """True if the output as it is now is being read, or will be."""
        if not self.there or item.refused:
            return False
        return item.unread

    def _next(self) -> "tuple[Item, Result] | None":
        for item in self._wanted:
            output = None if item.refused else item.finished
            if output is not None:
                if item.reread is None or not item.reread.knows(output.sha256):
                    return item, output
                if item.reread.read:
                    self.read.add(item.key)
        return None

    async def _run(self) -> None:
        try:
            while self._open:
                found = self._next()
                if found is None:
                    break
                await self._read(found[0], found[1])
        finally:
            self._busy = False

    async def _read(self, item: "Item", output: "Result") -> None:
        answer: "dict | None" = None
        try:
            answer = await self.host.find(1, Turn(), output.image, item.pixels)
        except Failure as failure:
            if failure.code == "cancelled":
                return  # a search was stopped, which ends the worker; this one begins again
        if self._open:
            self._take(item, output.sha256, answer)
            self.told(item)
        else:
            self._late.append((item, output.sha256, answer))

    def _take(self, item: "Item", sha256: str, answer: "dict | None") -> None:
        reread_of(item).take(sha256, answer)
        if answer is not None:
            self.read.add(item.key)
