"""The longest task of the page's own thread while something is done. Does nothing to the page.

Chromium traces each task, with the time that its thread was really at work: other programs on the
machine make a task longer, and its processor time hardly. Other browsers tell neither; there a
chain of messages shows for how long the page could not have answered, whoever was to blame.
"""

import contextlib
import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from tests.browser.drivers import Browser
from tests.browser.drivers.chromium import Chromium

SECONDS = 600
_CATEGORIES = ("toplevel", "devtools.timeline")
_TASK = "ThreadControllerImpl::RunTask"
# Parts of a task, by what the browser calls them, that are not the page's own code.
BROWSER = ("Layout", "UpdateLayoutTree", "Paint", "PrePaint", "Commit", "MajorGC", "MinorGC")
_CHAIN = """() => {
  if (window.gaps) return;
  const { port1, port2 } = new MessageChannel();
  window.gaps = { longest: 0, last: performance.now() };
  port1.onmessage = () => {
    const now = performance.now();
    window.gaps.longest = Math.max(window.gaps.longest, now - window.gaps.last);
    window.gaps.last = now;
    port2.postMessage(0);
  };
  port2.postMessage(0);
}"""
_BEGIN = "() => { window.gaps.longest = 0; window.gaps.last = performance.now(); }"
_LONGEST = "window.gaps.longest"
_FRAMES = """async () => {
  for (let frame = 0; frame < 5; frame++)
    await new Promise(done => requestAnimationFrame(() => setTimeout(done, 0)));
}"""


@dataclass(frozen=True)
class Longest:
    """Milliseconds of the longest task, of the one with most processor time, None if untold.

    `parts` are the longest parts of the longest task that the browser names, in milliseconds.
    """

    wall: float
    processor: float | None = None
    parts: tuple[tuple[str, float], ...] = ()


def measured(browser: Browser, act: Callable[[], object]) -> Longest:
    """Do it, let the page come to rest, and tell."""
    inner = browser
    while hasattr(inner, "browser"):  # one that counts what is done in it
        inner = inner.browser
    if isinstance(inner, Chromium):
        return _traced(inner, act)
    browser.evaluate(_CHAIN)
    browser.evaluate(_BEGIN)
    act()
    browser.evaluate(_FRAMES)
    return Longest(float(browser.evaluate(_LONGEST)))


def _traced(browser: Chromium, act: Callable[[], object]) -> Longest:
    events: list[dict[str, Any]] = []
    with _trace(browser, events):
        act()
        browser.evaluate(_FRAMES)
    return told(events)


@contextlib.contextmanager
def _trace(browser: Chromium, events: list[dict[str, Any]]) -> Iterator[None]:
    session = browser._page.context.new_cdp_session(browser._page)
    ended: list[object] = []
    session.on("Tracing.dataCollected", lambda told: events.extend(told["value"]))
    session.on("Tracing.tracingComplete", lambda told: ended.append(told))
    config = {
        "includedCategories": list(_CATEGORIES),
        "excludedCategories": ["*"],
        "recordMode": "recordContinuously",
        "traceBufferSizeInKb": 400_000,
    }
    session.send("Tracing.start", {"traceConfig": config, "bufferUsageReportingInterval": 0})
    try:
        yield
    finally:
        session.send("Tracing.end")
        end = time.monotonic() + SECONDS
        while not ended and time.monotonic() < end:
            browser.evaluate("1")  # lets what was traced arrive
            time.sleep(0.05)
        session.detach()


def told(events: list[dict[str, Any]]) -> Longest:
    """What a trace says of the busiest page's own thread."""
    names = {"thread_name": "CrRendererMain"}
    mains = [
        (one["pid"], one["tid"])
        for one in events
        if one["name"] in names and one["args"].get("name") == names[one["name"]]
    ]
    tasks = [
        one for one in events
        if one["name"] == _TASK and "dur" in one and (one["pid"], one["tid"]) in mains
    ]  # fmt: skip
    if not tasks:
        return Longest(0.0, 0.0)
    longest = max(tasks, key=lambda one: one["dur"])
    start, end = longest["ts"], longest["ts"] + longest["dur"]
    parts: dict[str, float] = {}
    for one in events:
        inside = one.get("tid") == longest["tid"] and one["pid"] == longest["pid"]
        if inside and "dur" in one and one is not longest and start <= one["ts"] < end:
            parts[one["name"]] = parts.get(one["name"], 0.0) + one["dur"] / 1000
    most = sorted(parts.items(), key=lambda pair: -pair[1])[:6]
    busiest = max(one.get("tdur", 0) for one in tasks)
    return Longest(longest["dur"] / 1000, busiest / 1000, tuple(most))


def as_text(parts: tuple[tuple[str, float], ...]) -> str:
    """The parts of a task in words."""
    return json.dumps({name: round(time) for name, time in parts})
