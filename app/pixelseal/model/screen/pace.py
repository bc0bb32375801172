"""Estimates the remaining time of a run from its progress. Reads no clock itself."""

_SOON = 5.0  # seconds during which too little is known
_STEPS = ((90, 10), (600, 30))  # below this many seconds, rounded up to that many


class Pace:
    """A run over a stated amount of work, in any unit; times are in seconds of one clock."""

    def __init__(self, work: float, now: float) -> None:
        self.work = work
        self.done = 0.0
        self._start = now
        self._latest = now

    def add(self, work: float, now: float) -> None:
        """Record that much more work done."""
        self.done += work
        self._latest = now

    @property
    def share(self) -> float:
        """The share that is done, 0 to 1."""
        return min(1.0, self.done / self.work) if self.work else 1.0

    @property
    def left(self) -> "int | None":
        """About how many seconds are left; None while it is too early to say."""
        spent = self._latest - self._start
        if spent < _SOON or not self.done:
            return None
        seconds = spent * max(0.0, self.work - self.done) / self.done
        for most, step in _STEPS:
            if seconds <= most:
                return int(-(-seconds // step)) * step
        return int(-(-seconds // 60)) * 60
