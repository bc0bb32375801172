"""Long work in slices, between which the page answers the person. Does none of the work."""

MOST = 0.02  # seconds of a slice; the piece that is under way then is finished


class Slices:
    """`turn` is awaited after each piece of the work."""

    def __init__(self, host: "object") -> None:
        self._host = host
        self._since = host.clock()

    async def turn(self) -> None:
        """Let others have a turn if this slice was long enough."""
        if self._host.clock() - self._since >= MOST:
            await self._host.breathe()
            self._since = self._host.clock()
