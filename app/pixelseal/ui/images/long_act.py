"""One act on many images at a time, in slices between which the page answers. Does none itself."""

from pixelseal.ui.browser.time_slices import TimeSlices

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from collections.abc import Awaitable, Callable

    from pixelseal.ui.browser.browser_host import BrowserHost

    Turn = Callable[[int], Awaitable[bool]]  # what an act awaits after each image


class LongAct:
    """How far the present act is; it can be stopped between two images."""

    def __init__(self, host: "BrowserHost", changed: "Callable[[], None]") -> None:
        self.host = host
        self.changed = changed  # called between two slices: there is something new
        self.busy = False
        self.done = 0  # images that were gone through
        self.total = 0
        self._slices = TimeSlices(host)
        self._stopped = False

    async def run(self, act: "Callable[[Turn], Awaitable[str]]") -> "str | None":
        """What the coroutine `act(turn)` gives; None, and nothing is done, if another one is busy.

        It awaits `turn(left)` after each image, with how many are left, and ends where that gives
        True.
        """
        if self.busy:
            return None
        self.busy, self._stopped = True, False
        self.done = self.total = 0
        self._slices = TimeSlices(self.host)
        try:
            return await act(self._turn)
        finally:
            self.busy = False

    def stop(self) -> None:
        """Go on to no other image: what was done stays, image by image."""
        self._stopped = True

    async def _turn(self, left: int) -> bool:
        self.done += 1
        self.total = self.done + left
        if not self._stopped and await self._slices.turn():
            self.changed()
        return self._stopped
