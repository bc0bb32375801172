"""The port: what a test may ask of a browser, whichever one it is; starts none itself.

Each driver gives the primitives (those that raise NotImplementedError here); the port builds
waiting, clicking, typing and dragging from them, so that they mean the same in every browser.
Nothing here needs `unsafe-eval`: scripts go in through the browser's own debugging channel.
"""

import json
import re
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from .keys import Step

FINDER = (Path(__file__).parent / "finder.js").read_text("utf-8").split("\n", 2)[2]

# What keeps an element from being clicked, or the middle of it in CSS pixels of the viewport.
_AIM = f"""(role, name) => {{
  const element = ({FINDER})(role, name);
  if (!element) return {{why: 'it is not there'}};
  if (element.disabled || element.getAttribute('aria-disabled') === 'true')
    return {{why: 'it is disabled'}};
  const middle = () => {{
    const box = element.getBoundingClientRect();
    return [Math.round(box.left + box.width / 2), Math.round(box.top + box.height / 2)];
  }};
  const mine = top => element.contains(top)
    || [...(element.labels || [])].some(l => l.contains(top));
  // Beyond the window, or beyond the part of a panel that is in sight: a person would scroll.
  if (!mine(document.elementFromPoint(...middle())))
    element.scrollIntoView({{block: 'center', inline: 'center'}});
  const [x, y] = middle();
  const top = document.elementFromPoint(x, y);
  if (!top) return {{why: 'it lies outside the viewport'}};
  if (!mine(top)) return {{why: 'it is covered by ' + top.outerHTML.slice(0, 120)}};
  return {{x, y}};
}}"""

Fingers = tuple[tuple[float, float], tuple[float, float]]

_FUNCTION = re.compile(r"\s*(async\b|function\b|\([^()]*\)\s*=>|\w+\s*=>)")
_POLL_SECONDS = 0.04


class PageError(Exception):
    """A script that a test ran in the page threw; the text is the page's."""


class BrowserDied(Exception):
    """The process of the page is gone, and the session with it; told by WebKit's driver.

    Its `open` restarts the browser, and the test is run once more (conftest.py).
    """


class Unsupported(Exception):
    """This browser's automation cannot do what was asked."""


class Browser:
    """One running stock browser with one tab; the drivers derive from it."""

    name = ""
    kinds: tuple[str, ...] = ("mouse",)  # pointer kinds that the automation can send
    profile: Path  # where this browser keeps what it writes to disk

    # -- primitives of a driver -----------------------------------------------------------
    def _run(self, expression: str) -> str:
        """Return the string that the promise `expression` settles to; PageError if it fails."""
        raise NotImplementedError

    def _files(self, expression: str, paths: Sequence[str]) -> None:
        raise NotImplementedError

    def _press(self, keys: str) -> None:
        raise NotImplementedError

    def _type(self, text: str) -> None:
        raise NotImplementedError

    def _pointer(self, steps: list[Step], kind: str) -> None:
        raise NotImplementedError

    def _pinch(self, starts: Fingers, ends: Fingers) -> None:
        raise NotImplementedError

    def open(self, url: str) -> None:
        """Load `url` afresh; return as soon as its document can be asked about."""
        raise NotImplementedError

    def download(self, action: Callable[[], None], timeout: float = 60) -> Path:
        """Run `action`, wait until the file it saves is complete, return where it lies."""
        raise NotImplementedError

    def screenshot(self, path: Path) -> None:
        """Write a PNG of the viewport to `path`."""
        raise NotImplementedError

    def set_viewport(self, width: int, height: int) -> None:
        """Make the page's viewport `width` by `height` CSS pixels."""
        raise NotImplementedError

    def color_scheme(self, scheme: str) -> None:
        """Make the page see the preference "dark" or "light"; Unsupported where it cannot be."""
        raise Unsupported(f"{self.name}: a colour scheme cannot be set while it runs")

    def text_size(self, pixels: int) -> None:
        """Set the size of text that a person chose in the browser, 16 by default; as above."""
        raise Unsupported(f"{self.name}: the size of text cannot be set while it runs")

    def forced_colours(self, on: bool) -> None:
        """Make the page use the few colours that a person chose for all pages; as above."""
        raise Unsupported(f"{self.name}: forced colours cannot be set while it runs")

    def console(self) -> list[str]:
        """Return "level: text" for each console message and uncaught error since `open`."""
        raise NotImplementedError

    def close(self) -> None:
        """End the browser; what it wrote to `profile` stays. A second call does nothing."""
        raise NotImplementedError

    # -- what tests use -------------------------------------------------------------------
    def evaluate(self, script: str, *args: Any, timeout: float = 120) -> Any:
        """Run `script` in the page and return its value.

        `script` is an expression, or a function (async or not) called with `args`. Values
        travel as JSON. Raises PageError if it throws or takes longer than `timeout` seconds.
        """
        called = f"({script}\n)(...{json.dumps(args)})" if _FUNCTION.match(script) else script
        late = f"setTimeout(() => no(new Error('no answer in {timeout} s')), {timeout * 1000})"
        return json.loads(
            self._run(
                "Promise.race([(async () => JSON.stringify([(await ("
                f"{called}\n)) ?? null]))(), new Promise((_, no) => {late})])"
            )
        )[0]

    def wait(self, script: str, timeout: float, what: str, *args: Any) -> Any:
        """Poll `script` until it is true, return that value; TimeoutError names `what`."""
        end = time.monotonic() + timeout
        last: Any = None
        while True:
            try:
                last = self.evaluate(script, *args)
                if last:
                    return last
            except PageError as error:  # a document on its way out cannot answer
                last = error
            if time.monotonic() > end:
                try:
                    tail = "\n".join(self.console()[-10:])
                except PageError as error:
                    tail = f"its console cannot be read: {error}"
                raise TimeoutError(
                    f"{self.name}: {what}: not within {timeout} s; last: {last!r}\n{tail}"
                )
            time.sleep(_POLL_SECONDS)

    def find(self, role: str, name: str) -> bool:
        """Tell whether an element of that role and accessible name is there to see."""
        return bool(self.evaluate(f"(role, name) => !!({FINDER})(role, name)", role, name))

    def aim(self, role: str, name: str, timeout: float = 60) -> tuple[float, float]:
        """Wait until the element can be clicked and stays put; return its middle, CSS pixels."""
        end = time.monotonic() + timeout
        before: Any = None
        while True:
            now = self.evaluate(_AIM, role, name)
            if "x" in now and now == before:
                return now["x"], now["y"]
            before = now
            if time.monotonic() > end:
                why = now.get("why", "it keeps moving")
                raise TimeoutError(f"{self.name}: cannot click {role} {name!r}: {why}")
            time.sleep(_POLL_SECONDS)

    def click(self, role: str, name: str, timeout: float = 60) -> None:
        """Click the element with a real mouse event in its middle."""
        x, y = self.aim(role, name, timeout)
        self.pointer([("move", x, y), ("down",), ("up",)])

    def fill(self, role: str, name: str, text: str) -> None:
        """Replace what stands in a text field by typing `text` with real key events."""
        self.click(role, name)
        self.press("Control+a")
        self.press("Delete")
        self._type(text)

    def write(self, text: str) -> None:
        """Type `text` with real key events where the focus is."""
        self._type(text)

    def press(self, *keys: str) -> None:
        """Press each chord in turn ("Tab", "Control+z", "Shift+ArrowLeft")."""
        for chord in keys:
            self._press(chord)

    def pointer(self, steps: list[Step], kind: str = "mouse") -> None:
        """Send pointer steps ("move", x, y), ("down",), ("up",) in CSS pixels of the viewport."""
        if kind not in self.kinds:
            raise Unsupported(f"{self.name}: its automation sends no {kind} events")
        self._pointer(steps, kind)

    def drag(self, points: Sequence[tuple[float, float]], kind: str = "mouse") -> None:
        """Press at the first point, move through the others, let go at the last."""
        (x, y), *rest = points
        steps: list[Step] = [("move", x, y), ("down",)]
        steps += [("move", to_x, to_y) for to_x, to_y in rest]
        self.pointer([*steps, ("up",)], kind)

    def pinch(self, starts: Fingers, ends: Fingers) -> None:
        """Put two fingers down, move both, lift both; CSS pixels of the viewport."""
        if "touch" not in self.kinds:
            raise Unsupported(f"{self.name}: its automation sends no touch events")
        self._pinch(starts, ends)

    def set_files(self, name: str, paths: Sequence[Path]) -> None:
        """Choose `paths` in the file input with the accessible name `name`."""
        self.wait(f"name => !!({FINDER})('file', name)", 60, f"file input {name!r} is there", name)
        self._files(f"({FINDER})('file', {json.dumps(name)})", [str(path) for path in paths])

    def drop(self, paths: Sequence[Path]) -> None:
        """Drop files and folders from outside on the page; Unsupported where it cannot be."""
        raise Unsupported(f"{self.name}: its automation drops no files")

    def errors(self) -> list[str]:
        """Return the console's errors since `open`."""
        return [line for line in self.console() if line.startswith("error")]
