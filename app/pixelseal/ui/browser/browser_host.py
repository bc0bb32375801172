"""The host of pixelseal.ui.browser.host in a real browser: engine, files, clock. Shows nothing.

Image bytes stay in Blobs and ArrayBuffers; they are passed on by reference and never copied into
MicroPython's memory.
"""

import asyncio
import gc

import js as window
from jsffi import create_proxy, to_js
from pixelseal.model import protocol
from pixelseal.model.recipe import canonical, record_json
from pixelseal.ui.browser import blobs, dom
from pixelseal.ui.browser.host import Failure, failure_of

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.model.recipe.turn import Turn
    from pixelseal.ui.browser.blob_reads import BlobReads
    from pixelseal.ui.browser.disk import Disk

# Bytes that Python takes from its memory before it looks for what is not in use any more. As built
# for the web it does so whenever it has taken 16 KiB, thus after nearly every event: that is 20 ms
# each time once thousands of images are open.
_TAKEN_MOST = 4 * 1024 * 1024
_PAUSE = 200  # milliseconds


class BrowserHost:
    """Implements pixelseal.ui.browser.host with window.pixelseal (static/boot.js)."""

    def __init__(self) -> None:
        gc.threshold(_TAKEN_MOST)  # type: ignore[attr-defined]  # MicroPython's own
        self._tidying = False
        self._tidy = create_proxy(self._tidied)
        self._boot = window.pixelseal
        canonical.lend(window.pixelseal.isJson)
        self._disk: "Disk | None" = None
        self._asked = asyncio.Lock()
        dialog = dom.by_id("ask")
        dom.on_click("ask-yes", lambda: dialog.close("yes"))
        dom.on_click("ask-no", lambda: dialog.close("no"))

    @property
    def disk(self) -> "Disk":
        """What writes files in place; one photo alone does without."""
        if self._disk is None:
            from pixelseal.ui.browser.disk import Disk

            self._disk = Disk()
        return self._disk

    def listen(self, action: "object") -> None:
        """Call `action()` at every change of the state below, and once now."""
        self._boot.listen(create_proxy(action))

    @property
    def state(self) -> str:
        """loading, sealing, checking (sealed; the file is being compared), sealed or refused."""
        return self._boot.state

    @property
    def sealed(self) -> bool:
        """True once the page is sealed."""
        return self._boot.state in ("checking", "sealed")

    @property
    def engine(self) -> str:
        """starting, ready, restarting or failed."""
        return self._boot.engine

    @property
    def lanes(self) -> int:
        """How many requests the engine processes in parallel."""
        return self._boot.lanes

    @property
    def idle(self) -> bool:
        """True if no output is made, no request waits, and one more could be worked on."""
        return bool(self._boot.idle)

    @property
    def progress(self) -> float:
        """The share of the engine that has been loaded, 0 to 1."""
        return float(self._boot.progress)

    @property
    def reason(self) -> str:
        """The reason code if there is no seal."""
        return self._boot.reason

    @property
    def build(self) -> str:
        """The build's name: a SHA-256 of all that runs (app.build.sums)."""
        return self._boot.build

    async def request(
        self,
        op: str,
        args: "dict",
        blobs: "list",
        pixels: int = 0,
        shown: "tuple[int, int] | None" = None,
    ) -> "tuple[object, object]":
        """Send a request to the engine; Failure with its code if it refuses."""
        array = window.Array.new()
        for blob in blobs:
            array.push(blob)
        try:
            size = None if shown is None else to_js({"width": shown[0], "height": shown[1]})
            answer = await self._boot.request(op, protocol.encode(args), array, pixels, size)
            return protocol.decode(answer.value), answer.buffers
        except Exception as error:
            raise failure_of(error) from None

    @property
    def finders(self) -> str:
        """Whether this page can find: see `pixelseal.ui.browser.host`."""
        return self._boot.finders

    async def find(self, page: int, turn: "Turn", blob: "object", pixels: int = 0) -> "object":
        """What the finders find on a page of a file, turned so; Failure with its code."""
        args = {"page": page, "turn": record_json.turn_object(turn)}
        try:
            answer = await self._boot.find(protocol.encode(args), blob, pixels)
            return protocol.decode(answer.value)
        except Exception as error:
            raise failure_of(error) from None

    def stop_finding(self) -> None:
        """Cancel what is being found and what is queued for it."""
        self._boot.stopFinding()

    def load_finders(self) -> None:
        """Reload the page so that it gets the finders, if that can be."""
        self._boot.loadFinders()

    @property
    def policy(self) -> "object":
        """The policy that the host put beside the page, a Blob; None if there is none."""
        return self._boot.policy

    @property
    def sampled(self) -> bool:
        """True once a sample photo is available."""
        return bool(self._boot.sampled)

    def sample(self) -> "object":
        """A synthetic sample photo, a Blob."""
        return self._boot.sample()

    @property
    def copyable(self) -> bool:
        """True if the page can offer itself as one file."""
        return bool(self._boot.copyable)

    @property
    def copy_name(self) -> str:
        """The name of that file."""
        return str(self._boot.copyName)

    @property
    def kept(self) -> bool:
        """True once this browser can open the page offline."""
        return bool(self._boot.kept)

    async def copy(self) -> "object":
        """The page as one file, a Blob; Failure if it cannot be assembled."""
        try:
            return await self._boot.copy()
        except Exception as error:
            raise failure_of(error) from None

    async def together(self, coroutines: "list") -> None:
        """Run coroutines concurrently until the last one has finished."""
        await asyncio.gather(*coroutines)

    async def text(self, blob: "object", limit: int) -> str:
        """The text of a Blob, truncated after `limit` bytes: one more shows that it is too long."""
        try:
            return await blob.slice(0, limit + 1).text()
        except Exception:
            raise Failure("file-unreadable") from None

    def blob(self, content: "object", kind: str) -> "object":
        """A Blob of an ArrayBuffer or a text."""
        return self.joined([content], kind)

    def joined(self, pieces: "list", kind: str) -> "object":
        """A Blob of concatenated Blobs, texts and bytes."""
        parts = window.Array.new()
        for piece in pieces:
            parts.push(dom.as_bytes(piece))
        return window.Blob.new(parts, to_js({"type": kind}))

    @property
    def reads(self) -> "BlobReads":
        """What reads Blobs."""
        from pixelseal.ui.browser.blob_reads import BlobReads  # at first use

        return BlobReads()

    def size(self, blob: "object") -> int:
        """How many bytes a Blob has."""
        return blobs.size(blob)

    def save(self, content: "object", name: str, kind: str) -> None:
        """Save a file as a download."""
        self._boot.save(self.blob(content, kind), name, kind)

    @property
    def shareable(self) -> bool:
        """True if the browser can hand an image file to another app."""
        return bool(self._boot.shareable)

    async def share(self, blob: "object", name: str, kind: str) -> str:
        """Hand a file to the app that the person chooses; Failure if the browser cannot."""
        try:
            return str(await self._boot.share(blob, name, kind))
        except Exception as error:
            raise failure_of(error) from None

    def random(self, count: int) -> str:
        """That many random bytes, hexadecimal."""
        return self._boot.random(count)

    def now(self) -> str:
        """The time, ISO 8601, UTC."""
        return window.Date.new().toISOString()

    def clock(self) -> float:
        """Seconds since the page was opened."""
        return window.performance.now() / 1000

    def start(self, coroutine: "object") -> "object":
        """Run a coroutine concurrently; the result can be awaited."""
        return asyncio.create_task(coroutine)

    async def breathe(self) -> None:
        """Let the browser handle events and draw."""
        await dom.next_task()

    async def pause(self) -> None:
        """Let a fifth of a second pass."""
        await dom.next_task(_PAUSE)

    def tidy(self) -> None:
        """Collect garbage: unreachable Python objects may still hold memory of the browser.

        In a task of its own, since that takes 20 ms once thousands of images are open.
        """
        if not self._tidying:
            self._tidying = True
            window.setTimeout(self._tidy, 0)

    def _tidied(self) -> None:
        self._tidying = False
        gc.collect()

    def cancel(self) -> None:
        """Cancel what is in progress and what is queued."""
        self._boot.cancel()

    async def ask(self, question: str, yes: str, no: str) -> bool:
        """Ask the person; closing the dialog means no.

        One at a time: no question changes while a person presses, or gets another one's answer.
        """
        async with self._asked:
            dom.put_text(dom.by_id("ask-text"), question)
            dom.put_text(dom.by_id("ask-yes"), yes)
            dom.put_text(dom.by_id("ask-no"), no)
            return await dom.answer_of(dom.by_id("ask")) == "yes"
