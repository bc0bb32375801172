"""A Chromium whose network nobody watches: for the rows that time how a page opens.

Playwright asks each page for all that it loads. Chromium then keeps a second copy of the document
and turns its bytes into text once more, on the page's own thread: 200 ms for a file of 17 MB that
nobody waits for outside of a test.
"""

import contextlib
import json
import subprocess
import time
from pathlib import Path
from typing import Any

from websockets.sync.client import connect

from tests.browser.drivers import PageError
from tests.browser.drivers.chromium import ARGUMENTS, Chromium, binary

START_SECONDS = 60
# As Playwright starts it, so that the other rows have the same browser.
_ALONE = ("--headless", "--remote-debugging-port=0", "--window-size=1280,900", "--mute-audio")


class _Protocol:
    """The DevTools protocol over one WebSocket. Asks for no events, so none is ever sent."""

    def __init__(self, address: str) -> None:
        self._socket = connect(address, max_size=None, compression=None)
        self._last = 0
        self._session: dict[str, str] = {}
        self._page = ""
        self.turn_over()

    def turn_over(self) -> None:
        """Go on in a new page; the old one is closed without being asked about unsaved marks."""
        self._session = {}
        if self._page:
            self.send("Target.closeTarget", {"targetId": self._page})
        self._page = self.send("Target.createTarget", {"url": "about:blank"})["targetId"]
        target = {"targetId": self._page, "flatten": True}
        self._session = {"sessionId": self.send("Target.attachToTarget", target)["sessionId"]}

    def send(self, method: str, params: dict[str, Any] | None = None) -> dict[str, Any]:
        """Send a command and return its result; PageError if it is refused."""
        self._last += 1
        frame = {"id": self._last, "method": method, "params": params or {}, **self._session}
        self._socket.send(json.dumps(frame))
        while True:
            answer = json.loads(self._socket.recv())
            if answer.get("id") == self._last:
                if "error" in answer:
                    raise PageError(answer["error"]["message"])
                return dict(answer["result"])

    def close(self) -> None:
        """Close the connection."""
        self._socket.close()


class Unwatched(Chromium):
    """The stock Chromium without Playwright: opens pages, runs scripts, chooses files."""

    def __init__(self, folder: Path) -> None:
        self.profile = folder / "unwatched"
        command = [str(binary()), *ARGUMENTS, *_ALONE, f"--user-data-dir={self.profile}"]
        with contextlib.ExitStack() as stack:
            process = subprocess.Popen(
                [*command, "about:blank"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
            stack.callback(process.wait)
            stack.callback(process.terminate)
            self._cdp = _Protocol(f"ws://127.0.0.1:{self._address()}")  # type: ignore[assignment]
            stack.callback(self._cdp.close)  # type: ignore[attr-defined]
            self._stack = stack.pop_all()

    def _address(self) -> str:
        """Port and path of the protocol, which Chromium writes down once it listens."""
        told = self.profile / "DevToolsActivePort"
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end:
            with contextlib.suppress(FileNotFoundError):
                port, _, path = told.read_text("utf-8").partition("\n")
                if path.strip():
                    return port + path.strip()
            time.sleep(0.05)
        raise TimeoutError("Chromium did not start")

    def open(self, url: str) -> None:
        self._cdp.turn_over()  # type: ignore[attr-defined]
        # Answers once the browser has committed to the new document.
        self._cdp.send("Page.navigate", {"url": url})

    def console(self) -> list[str]:
        return []
