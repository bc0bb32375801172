"""Long work in slices, between which the page answers the person. Does none of the work."""

# Seconds of a slice: the piece that is under way then is finished, and memory may be swept in it,
# which takes some 30 ms with thousands of images.
MOST = 0.01


class TimeSlices:
    """`turn` is awaited after each piece of the work."""

    def __init__(self, host: "object") -> None:
        self._host = host
        self._since = host.clock()

    async def turn(self) -> bool:
        """Let others have a turn if this slice was long enough; True if they had one."""
        if self._host.clock() - self._since < MOST:
            return False
        await self._host.breathe()
        self._since = self._host.clock()
        return True
