"""Splits long work into slices, between which the page stays responsive. Does no work itself."""

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.ui.browser.browser_host import BrowserHost

MOST = 0.01  # seconds per slice; the current piece is completed
# Slices after which garbage is looked for, in a task of its own: with thousands of images that
# takes 20 ms, and left to the interpreter it would fall into a slice.
_TIDIED = 4


class TimeSlices:
    """`turn` is awaited after each piece of the work."""

    def __init__(self, host: "BrowserHost") -> None:
        self._host = host
        self._since = host.clock()
        self._count = 0

    async def turn(self) -> bool:
        """Yield if this slice was long enough; True if it did."""
        if self._host.clock() - self._since < MOST:
            return False
        self._count += 1
        if self._count % _TIDIED == 0:
            self._host.tidy()
        await self._host.breathe()
        self._since = self._host.clock()
        return True
