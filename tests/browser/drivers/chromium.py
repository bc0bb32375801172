"""Chromium through Playwright for Python; uses the system's own build, never a downloaded one."""

import contextlib
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

from playwright.sync_api import ConsoleMessage, Error, Page, sync_playwright

from .keys import Step
from .port import Browser, Fingers, PageError

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def binary() -> str | None:
    """Return the path of the system's Chromium, or None."""
    return shutil.which("chromium") or shutil.which("chromium-browser")


class Chromium(Browser):
    """Chromium with a profile on disk, so that what it keeps can be searched afterwards."""

    name = "chromium"
    kinds = ("mouse", "touch", "pen")

    def __init__(self, folder: Path) -> None:
        self.profile = folder / "profile"
        self._saved = folder / "downloads"
        self._console: list[str] = []
        with contextlib.ExitStack() as stack:
            playwright = stack.enter_context(sync_playwright())
            context = playwright.chromium.launch_persistent_context(
                self.profile,
                executable_path=binary(),
                args=list(ARGUMENTS),
                viewport={"width": 1280, "height": 900},
                accept_downloads=True,
            )
            stack.callback(context.close)
            self._page: Page = context.pages[0]
            self._cdp = context.new_cdp_session(self._page)
            self._stack = stack.pop_all()
        self._page.on("console", self._heard)
        self._page.on("pageerror", lambda error: self._console.append(f"error: {error}"))

    def _heard(self, message: ConsoleMessage) -> None:
        self._console.append(f"{message.type}: {message.text}")

    def _run(self, expression: str) -> str:
        # Runtime.evaluate is not subject to the page's policy; Playwright's own polling is.
        # By default it also lets the script it runs call eval, which would hide a refusal.
        options = {"awaitPromise": True, "returnByValue": True}
        policy = {"allowUnsafeEvalBlockedByCSP": False}
        try:
            answer = self._cdp.send(
                "Runtime.evaluate", {"expression": expression, **options, **policy}
            )
        except Error as error:
            raise PageError(str(error)) from error
        if "exceptionDetails" in answer:
            details = answer["exceptionDetails"]
            raise PageError(details.get("exception", {}).get("description") or details["text"])
        return str(answer["result"]["value"])

    def _files(self, expression: str, paths: Sequence[str]) -> None:
        found = self._cdp.send("Runtime.evaluate", {"expression": expression})
        self._cdp.send(
            "DOM.setFileInputFiles",
            {"files": list(paths), "objectId": found["result"]["objectId"]},
        )

    def drop(self, paths: Sequence[Path]) -> None:
        data = {"items": [], "files": [str(path) for path in paths], "dragOperationsMask": 1}
        for kind in ("dragEnter", "dragOver", "drop"):
            self._cdp.send(
                "Input.dispatchDragEvent", {"type": kind, "x": 200, "y": 300, "data": data}
            )

    def _press(self, keys: str) -> None:
        self._page.keyboard.press(keys)

    def _type(self, text: str) -> None:
        self._page.keyboard.type(text)

    def _pointer(self, steps: list[Step], kind: str) -> None:
        send = {"mouse": self._mouse, "touch": self._touch, "pen": self._pen}[kind]
        x = y = 0.0
        held = False
        for step in steps:
            if step[0] == "move":
                x, y = step[1], step[2]
            else:
                held = step[0] == "down"
            send(step[0], x, y, held)

    def _mouse(self, what: str, x: float, y: float, held: bool) -> None:
        if what == "move":
            self._page.mouse.move(x, y)
        else:
            self._page.mouse.down() if held else self._page.mouse.up()

    def _touch(self, what: str, x: float, y: float, held: bool) -> None:
        if what == "move" and not held:
            return  # a finger in the air sends nothing
        kind = {"down": "touchStart", "move": "touchMove", "up": "touchEnd"}[what]
        points = [{"x": x, "y": y}] if held else []
        self._cdp.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    def _pinch(self, starts: Fingers, ends: Fingers) -> None:
        for kind, fingers in (("touchStart", starts), ("touchMove", ends), ("touchEnd", ())):
            points = [{"id": place, "x": x, "y": y} for place, (x, y) in enumerate(fingers)]
            self._cdp.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    def _pen(self, what: str, x: float, y: float, held: bool) -> None:
        kind = {"down": "mousePressed", "move": "mouseMoved", "up": "mouseReleased"}[what]
        event = {"type": kind, "x": x, "y": y, "pointerType": "pen", "force": 0.5 if held else 0}
        button = {"button": "left", "buttons": 1 if held else 0, "clickCount": 1}
        bare = what == "move" and not held
        self._cdp.send("Input.dispatchMouseEvent", event if bare else event | button)

    def open(self, url: str) -> None:
        self.console()
        self._console.clear()
        self._page.goto(url, wait_until="domcontentloaded")

    def download(self, action: Callable[[], None], timeout: float = 60) -> Path:
        with self._page.expect_download(timeout=timeout * 1000) as info:
            action()
        folder = self._saved / str(len(list(self._saved.glob("*"))))
        target = folder / info.value.suggested_filename
        info.value.save_as(target)  # returns when the file is complete
        info.value.delete()
        return target

    def screenshot(self, path: Path) -> None:
        self._page.screenshot(path=path)

    def set_viewport(self, width: int, height: int) -> None:
        self._page.set_viewport_size({"width": width, "height": height})

    def color_scheme(self, scheme: str) -> None:
        self._page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")

    def text_size(self, pixels: int) -> None:
        # What "Font size" in the browser's settings changes: also the em of media queries.
        self._cdp.send("Page.setFontSizes", {"fontSizes": {"standard": pixels}})

    def forced_colours(self, on: bool) -> None:
        self._page.emulate_media(forced_colors="active" if on else "none")

    def console(self) -> list[str]:
        with contextlib.suppress(PageError):
            self.evaluate("1")  # lets messages that are under way arrive
        return list(self._console)

    def close(self) -> None:
        self._stack.close()
