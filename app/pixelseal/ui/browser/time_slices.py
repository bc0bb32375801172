"""Splits long work into slices, between which the page stays responsive. Does no work itself."""

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.ui.browser.browser_host import BrowserHost

# Seconds per slice: the current piece is completed, and a garbage collection may fall into it,
# which takes about 30 ms with thousands of images.
MOST = 0.01


class TimeSlices:
    """`turn` is awaited after each piece of the work."""

    def __init__(self, host: "BrowserHost") -> None:
        self._host = host
        self._since = host.clock()

    async def turn(self) -> bool:
        """Yield if this slice was long enough; True if it did."""
        if self._host.clock() - self._since < MOST:
            return False
        await self._host.breathe()
        self._since = self._host.clock()
        return True
