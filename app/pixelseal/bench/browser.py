"""The benchmark's access to the browser: photos, times, the machine. Shows nothing.

Times are measured by static/bench.js, so that they do not include MicroPython's.
"""

import js as window
from jsffi import create_proxy
from pixelseal.ui.browser.host import failure_of

_boot = window.pixelseal
_bench = window.pixelsealBench


def listen(action: "object") -> None:
    """Call `action()` at every change of the page's state, and once now."""
    _boot.listen(create_proxy(action))


def state() -> "tuple[str, float, str, str]":
    """State, progress, reason and engine of the page (static/boot.js)."""
    return _boot.state, float(_boot.progress), _boot.reason, _boot.engine


def lanes() -> int:
    """How many requests the engine processes in parallel."""
    return int(_boot.lanes)


def engine_ready() -> float:
    """Milliseconds from opening the page until its engine was ready."""
    return float(_bench.engineReady())


async def photo(width: int, height: int) -> "object":
    """A drawn photo of that size, a JPEG in a Blob."""
    return await _bench.photo(width, height)


async def by_canvas(photo: "object", covered: "tuple", count: int) -> "float | None":
    """Milliseconds for that many canvases, one after the other; None if the browser refuses."""
    try:
        return float(await _bench.canvas(photo, count, *covered))
    except Exception:
        return None


async def by_engine(photo: "object", arguments: str, count: int) -> float:
    """Milliseconds for that many requests, queued at once; Failure if one is refused."""
    try:
        return float(await _bench.engine(photo, count, arguments))
    except Exception as error:
        raise failure_of(error) from None


async def compare(photo: "object", width: int, height: int) -> None:
    """Compare what the browser shows of the photo with the engine's own; Failure if refused."""
    try:
        await _bench.compare(photo, width, height)
    except Exception as error:
        raise failure_of(error) from None


def watch() -> bool:
    """Record long tasks of the page from now on; False if the browser does not report them."""
    return bool(_bench.watch())


def longest() -> float:
    """Milliseconds of the longest task since `watch`, 0 if none took over 50."""
    return float(_bench.longest())


def cancel() -> None:
    """Cancel the engine's current work."""
    _boot.cancel()


def machine() -> "dict":
    """The browser's description of itself and of the device."""
    navigator = window.navigator
    return {
        "build": _boot.build,
        "browser": navigator.userAgent,
        "cores": int(navigator.hardwareConcurrency),
        "engines": lanes(),
    }


def save(text: str, name: str) -> None:
    """Save a file as a download."""
    _boot.save(text, name, "application/json")
