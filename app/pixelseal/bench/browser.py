"""What the benchmark asks of the browser: photos, times, the machine. Shows nothing.

The times are taken by static/bench.js, so that none of MicroPython's is in them.
"""

import js as window
from jsffi import create_proxy
from pixelseal.model import protocol
from pixelseal.ui.browser.host import Failure

_boot = window.pixelseal
_bench = window.pixelsealBench


def listen(action: "object") -> None:
    """Call `action()` at every change of the page's state, and once now."""
    _boot.listen(create_proxy(action))


def state() -> "tuple[str, float, str, str]":
    """State, progress, reason and engine of the page (static/boot.js)."""
    return _boot.state, float(_boot.progress), _boot.reason, _boot.engine


def lanes() -> int:
    """How many requests the engine works on side by side."""
    return int(_boot.lanes)


def engine_ready() -> float:
    """Milliseconds from opening the page to its engine was ready."""
    return float(_bench.engineReady())


async def photo(width: int, height: int) -> "object":
    """A drawn photo of that size, a JPEG in a Blob."""
    return await _bench.photo(width, height)


async def by_canvas(photo: "object", covered: "tuple", count: int) -> "float | None":
    """Milliseconds of so many canvases, one after the other; None where the browser refuses."""
    try:
        return float(await _bench.canvas(photo, count, *covered))
    except Exception:
        return None


async def by_engine(photo: "object", arguments: str, count: int) -> float:
    """Milliseconds of so many requests, given to the queue at once; Failure if one is refused."""
    try:
        return float(await _bench.engine(photo, count, arguments))
    except Exception as error:
        # A JavaScript error arrives as (proxy, name, message).
        code, values = protocol.decode_error(str(error.args[2]) if len(error.args) > 2 else "")
        raise Failure(code, values) from None


def watch() -> bool:
    """Look for long tasks of the page from now on; False where the browser does not tell."""
    return bool(_bench.watch())


def longest() -> float:
    """Milliseconds of the longest task since `watch`, 0 where none took over 50."""
    return float(_bench.longest())


def cancel() -> None:
    """End what the engine has at work."""
    _boot.cancel()


def machine() -> "dict":
    """What the browser tells of itself and of the device."""
    navigator = window.navigator
    return {
        "build": _boot.build,
        "browser": navigator.userAgent,
        "cores": int(navigator.hardwareConcurrency),
        "engines": lanes(),
    }


def save(text: str, name: str) -> None:
    """Hand a file to the browser's downloads."""
    _boot.save(text, name, "application/json")
