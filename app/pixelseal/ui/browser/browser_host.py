"""The host that pixelseal.ui.browser.host describes, in a browser: engine, files, clock. Shows
nothing.

Image bytes stay in Blobs and ArrayBuffers; they are passed on by reference and never copied into
MicroPython's memory.
"""

import asyncio
import gc

import js as window
from jsffi import create_proxy, to_js
from pixelseal.model import protocol
from pixelseal.ui.browser import blobs, dom
from pixelseal.ui.browser.host import Failure


def _failure(error: Exception) -> Failure:
    # A JavaScript error arrives as (proxy, name, message).
    code, values = protocol.decode_error(str(error.args[2]) if len(error.args) > 2 else "")
    return Failure(code, values)


class BrowserHost:
    """What pixelseal.ui.browser.host asks for, by way of window.pixelseal (static/boot.js)."""

    def __init__(self, disk: "object") -> None:
        self._boot = window.pixelseal
        self.disk = disk
        self._asked = asyncio.Lock()
        dialog = dom.by_id("ask")
        dom.on_click("ask-yes", lambda: dialog.close("yes"))
        dom.on_click("ask-no", lambda: dialog.close("no"))

    def listen(self, action: "object") -> None:
        """Call `action()` at every change of the state below, and once now."""
        self._boot.listen(create_proxy(action))

    @property
    def state(self) -> str:
        """loading, sealing, checking (sealed; the file is being compared), sealed or refused."""
        return self._boot.state

    @property
    def sealed(self) -> bool:
        """True once nothing can leave the page."""
        return self._boot.state in ("checking", "sealed")

    @property
    def engine(self) -> str:
        """starting, ready, restarting or failed."""
        return self._boot.engine

    @property
    def lanes(self) -> int:
        """How many requests the engine works on side by side."""
        return self._boot.lanes

    @property
    def progress(self) -> float:
        """How much of the engine has arrived, 0 to 1."""
        return float(self._boot.progress)

    @property
    def reason(self) -> str:
        """The code of why there is no seal."""
        return self._boot.reason

    @property
    def build(self) -> str:
        """The build's name: a SHA-256 that stands for all that runs (app.build.sums)."""
        return self._boot.build

    async def request(
        self,
        op: str,
        args: "dict",
        blobs: "list",
        pixels: int = 0,
        shown: "tuple[int, int] | None" = None,
    ) -> "tuple[object, object]":
        """Ask the engine; Failure with its code if it refuses."""
        array = window.Array.new()
        for blob in blobs:
            array.push(blob)
        try:
            size = None if shown is None else to_js({"width": shown[0], "height": shown[1]})
            answer = await self._boot.request(op, protocol.encode(args), array, pixels, size)
            return protocol.decode(answer.value), answer.buffers
        except Exception as error:
            raise _failure(error) from None

    @property
    def sampled(self) -> bool:
        """True once there is a photo to try the page with."""
        return bool(self._boot.sampled)

    def sample(self) -> "object":
        """A synthetic photo to try the page with, a Blob."""
        return self._boot.sample()

    @property
    def copyable(self) -> bool:
        """True if the page can hand over a file that is all of it."""
        return bool(self._boot.copyable)

    @property
    def kept(self) -> bool:
        """True once this browser can open the page without a network."""
        return bool(self._boot.kept)

    async def copy(self) -> "object":
        """The page as one file, a Blob; Failure if it cannot be put together."""
        try:
            return await self._boot.copy()
        except Exception as error:
            raise _failure(error) from None

    async def together(self, coroutines: "list") -> None:
        """Run coroutines side by side until the last one is through."""
        await asyncio.gather(*coroutines)

    async def text(self, blob: "object", limit: int) -> str:
        """The text of a Blob, cut behind `limit` bytes: one more tells that there were too many."""
        try:
            return await blob.slice(0, limit + 1).text()
        except Exception:
            raise Failure("file-unreadable") from None

    def blob(self, content: "object", kind: str) -> "object":
        """A Blob of an ArrayBuffer or a text."""
        parts = window.Array.new()
        parts.push(content)
        return window.Blob.new(parts, to_js({"type": kind}))

    def joined(self, pieces: "list", kind: str) -> "object":
        """A Blob of Blobs, texts and bytes, one behind the other."""
        parts = window.Array.new()
        for piece in pieces:
            parts.push(dom.as_bytes(piece))
        return window.Blob.new(parts, to_js({"type": kind}))

    def size(self, blob: "object") -> int:
        """How many bytes a Blob has."""
        return blobs.size(blob)

    def save(self, content: "object", name: str, kind: str) -> None:
        """Hand a file to the browser's downloads."""
        self._boot.save(self.blob(content, kind), name, kind)

    def random(self, count: int) -> str:
        """That many random bytes in hexadecimal."""
        return self._boot.random(count)

    def now(self) -> str:
        """The time, ISO 8601, UTC."""
        return window.Date.new().toISOString()

    def clock(self) -> float:
        """Seconds since the page was opened."""
        return window.performance.now() / 1000

    def start(self, coroutine: "object") -> "object":
        """Run a coroutine beside the caller; to be awaited."""
        return asyncio.create_task(coroutine)

    async def breathe(self) -> None:
        """Let the page answer the person, and draw."""
        await dom.next_task()

    def tidy(self) -> None:
        """Let go of what Python does not hold any more: the browser's memory hangs on it."""
        gc.collect()

    def cancel(self) -> None:
        """End what is being made and what waits to be."""
        self._boot.cancel()

    async def ask(self, question: str, yes: str, no: str) -> bool:
        """Ask the person; closing the dialog means no.

        One after another: no question changes under a finger, or has another one's answer.
        """
        async with self._asked:
            dom.put_text(dom.by_id("ask-text"), question)
            dom.put_text(dom.by_id("ask-yes"), yes)
            dom.put_text(dom.by_id("ask-no"), no)
            return await dom.answer_of(dom.by_id("ask")) == "yes"
