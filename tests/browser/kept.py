"""Browsers that several files of tests use one after the other. Decides no test."""

from collections.abc import Callable
from pathlib import Path

from .drivers import LAUNCHERS, Browser, BrowserDied, PageError

# Files of tests for one browser: starting one takes seconds, and what wears one out ends with it.
FILES = 6
# Playwright runs once at a time in a process, and some tests launch a browser of their own by it.
ALONE = frozenset({"chromium"})
VIEWPORT = (1280, 900)  # what each file of tests begins with


class Kept:
    """At most one running browser of each kind."""

    def __init__(self, folder: Callable[[str], Path]) -> None:
        self._folder = folder  # makes a new folder from a name
        self._running: dict[str, tuple[Browser, int]] = {}  # kind -> browser, files that it had

    def browser(self, name: str) -> Browser:
        """The running browser of that kind for one more file of tests, or a new one."""
        running, files = self._running.get(name, (None, 0))
        if running is not None and files < FILES:
            try:
                running.set_viewport(*VIEWPORT)
                self._running[name] = (running, files + 1)
                return running
            except (BrowserDied, PageError, TimeoutError):
                pass  # its page cannot be asked any more
        self.drop(name)
        running = LAUNCHERS[name](self._folder(name))
        self._running[name] = (running, 1)
        return running

    def leave(self, name: str, *, unhurt: bool) -> None:
        """A file of tests has ended; after a failure, the next one gets another browser."""
        if name in ALONE or not unhurt:
            self.drop(name)

    def drop(self, name: str) -> None:
        """Close the browser of that kind."""
        running, _files = self._running.pop(name, (None, 0))
        if running is not None:
            running.close()

    def close(self) -> None:
        """Close all of them."""
        for name in list(self._running):
            self.drop(name)
