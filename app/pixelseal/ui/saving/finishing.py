"""Has the engine make finished pictures before they are looked at. Saves and shows nothing."""

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.ui.images.item import Item

# Bytes of finished images that are kept: each can be made again.
HELD_MOST = 200_000_000


class Finisher:
    """Makes what is wanted, one after the other, and releases what was looked at long ago."""

    def __init__(self, workbench: "object") -> None:
        self.workbench = workbench
        self._wanted: "list" = []
        self._held: "list" = []  # with a finished image, most recently wanted last
        self._tried = {}  # item key -> the recipe that failed
        self._busy = False

    def begin(self) -> None:
        """Try again what failed before."""
        self._tried = {}

    def want(self, items: "list") -> None:
        """Make these next, in this order, whatever was wanted before."""
        self._wanted = items
        if not self._busy and self._next() is not None:
            self._busy = True
            self.workbench.host.start(self._run())

    def failed(self, item: "Item") -> bool:
        """True if the image as it is could not be made."""
        return item.key in self._tried and self._tried[item.key] == item.recipe_once_confirmed

    def _next(self) -> "Item | None":
        for item in self._wanted:
            if item.finished is None and not item.refused and not self.failed(item):
                return item
        return None

    async def _run(self) -> None:
        item = self._next()
        try:
            while item is not None:
                await self.workbench.settle([item])
                recipe = item.recipe_once_confirmed
                if await self.workbench.make(item, ahead=True) is None:
                    self._tried[item.key] = recipe
                else:
                    self._hold(item)
                item = self._next()
        finally:
            self._busy = False
            self.workbench.changed()

    def _hold(self, item: "Item") -> None:
        self._held = [one for one in self._held if one is not item and one.finished is not None]
        self._held.append(item)
        total = sum([one.result.size for one in self._held])
        for one in list(self._held):
            if total > HELD_MOST and one not in self._wanted:
                total -= one.result.size
                one.result.image = one.result.preview = None
                self._held.remove(one)
