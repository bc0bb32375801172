"""A WebDriver BiDi client over one WebSocket; knows the protocol's frames, no browser.

One thread: events are gathered while an answer is awaited. Protocol: W3C WebDriver BiDi,
section 3 "Protocol".
"""

import contextlib
import json
import time
from collections.abc import Callable
from typing import Any

from websockets.sync.client import connect


class BidiError(Exception):
    """The browser refused a command; the text is its error code and message."""


class Bidi:
    """A BiDi connection to `address` (ws://…/session)."""

    def __init__(self, address: str) -> None:
        self._stack = contextlib.ExitStack()
        self._socket = self._stack.enter_context(connect(address, max_size=None))
        self._last = 0
        self.events: list[dict[str, Any]] = []

    def send(self, method: str, timeout: float = 180, **params: Any) -> dict[str, Any]:
        """Send a command and return its result; BidiError if refused, TimeoutError if late."""
        self._last += 1
        mine = self._last
        self._socket.send(json.dumps({"id": mine, "method": method, "params": params}))
        end = time.monotonic() + timeout
        while True:
            frame = self._receive(end - time.monotonic())
            if frame.get("id") != mine:
                continue
            if frame["type"] == "success":
                return dict(frame["result"])
            raise BidiError(f"{frame['error']}: {frame['message']}")

    def wait(self, fits: Callable[[dict[str, Any]], bool], timeout: float) -> dict[str, Any]:
        """Return (and remove) the first event that `fits`, gathered already or yet to come."""
        end = time.monotonic() + timeout
        while True:
            for event in self.events:
                if fits(event):
                    self.events.remove(event)
                    return event
            self._receive(end - time.monotonic())

    def _receive(self, timeout: float) -> dict[str, Any]:
        frame: dict[str, Any] = json.loads(self._socket.recv(timeout=max(timeout, 0.001)))
        if frame["type"] == "event":
            self.events.append(frame)
        return frame

    def close(self) -> None:
        """Close the connection."""
        self._stack.close()
