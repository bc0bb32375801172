"""Firefox over WebDriver BiDi, spoken to directly; needs neither geckodriver nor node."""

import json
import re
import shutil
import subprocess
import time
from base64 import b64decode
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from .bidi import Bidi, BidiError
from .keys import Step, chord, code, pointer_moves
from .port import Browser, Fingers, PageError

PREFERENCES = {
    "browser.shell.checkDefaultBrowser": False,
    "browser.download.alwaysOpenPanel": False,
    # A saved AVIF or WebP would be shown in a tab in front of the page, which then draws no more.
    "browser.download.viewableInternally.enabledTypes": "",
    "datareporting.policy.dataSubmissionEnabled": False,
    "toolkit.telemetry.enabled": False,
    "app.update.enabled": False,
}
_EVENTS = ["log.entryAdded", "browsingContext.downloadWillBegin", "browsingContext.downloadEnd"]


def binary() -> str | None:
    """Return the path of the system's Firefox, or None."""
    return shutil.which("firefox-esr") or shutil.which("firefox")


class Firefox(Browser):
    """Firefox with a profile on disk, headless."""

    name = "firefox"
    kinds = ("mouse", "touch")

    def __init__(self, folder: Path) -> None:
        self.profile = folder / "profile"
        self.profile.mkdir(parents=True)
        saved = folder / "downloads"
        saved.mkdir()
        lines = [f"user_pref({json.dumps(k)}, {json.dumps(v)});" for k, v in PREFERENCES.items()]
        (self.profile / "user.js").write_text("\n".join(lines), "utf-8")
        command = [str(binary()), "--headless", "--no-remote", "--remote-debugging-port", "0"]
        said = folder / "stderr"
        with said.open("wb") as errors:  # a file, not a pipe: a full pipe would stop it
            self._process = subprocess.Popen(
                [*command, "--profile", str(self.profile), "about:blank"],
                stdout=subprocess.DEVNULL,
                stderr=errors,
            )
        try:
            self._bidi = Bidi(self._address(said) + "/session")
            accept = {"beforeUnload": "accept", "default": "dismiss"}
            wanted = {"alwaysMatch": {"unhandledPromptBehavior": accept}}
            self._bidi.send("session.new", capabilities=wanted)
            self._bidi.send("session.subscribe", events=_EVENTS)
            # The window that it starts with never has the focus, so that no key presses a button.
            window = self._bidi.send("browsingContext.create", type="window")
            self._tab = str(window["context"])
            behaviour = {"type": "allowed", "destinationFolder": str(saved)}
            self._bidi.send("browser.setDownloadBehavior", downloadBehavior=behaviour)
            self.set_viewport(1280, 900)
        except BaseException:
            self._process.kill()
            self._process.wait()
            raise

    def _address(self, said: Path) -> str:
        end = time.monotonic() + 60
        while time.monotonic() < end and self._process.poll() is None:
            text = said.read_text("utf-8", "replace")
            if found := re.search(r"WebDriver BiDi listening on (ws://\S+)\n", text):
                return found[1]
            time.sleep(0.04)
        raise RuntimeError("firefox did not open its debugging port")

    def _evaluate(self, expression: str, **options: Any) -> dict[str, Any]:
        try:
            answer = self._bidi.send(
                "script.evaluate",
                expression=expression,
                target={"context": self._tab},
                awaitPromise=True,
                **options,
            )
        except BidiError as error:
            raise PageError(str(error)) from error
        if answer["type"] == "exception":
            raise PageError(answer["exceptionDetails"]["text"])
        return dict(answer["result"])

    def _run(self, expression: str) -> str:
        return str(self._evaluate(expression)["value"])

    def _files(self, expression: str, paths: Sequence[str]) -> None:
        found = self._evaluate(expression)["sharedId"]
        self._bidi.send(
            "input.setFiles", context=self._tab, element={"sharedId": found}, files=list(paths)
        )

    def _perform(self, *sources: dict[str, Any]) -> None:
        self._bidi.send("input.performActions", context=self._tab, actions=list(sources))

    def _press(self, keys: str) -> None:
        self._perform({"type": "key", "id": "keyboard", "actions": chord(keys)})

    def _type(self, text: str) -> None:
        both = ("keyDown", "keyUp")
        strokes = [{"type": kind, "value": code(letter)} for letter in text for kind in both]
        self._perform({"type": "key", "id": "keyboard", "actions": strokes})

    def _pointer(self, steps: list[Step], kind: str) -> None:
        source = {"type": "pointer", "id": kind, "parameters": {"pointerType": kind}}
        self._perform(source | {"actions": pointer_moves(steps)})

    def _pinch(self, starts: Fingers, ends: Fingers) -> None:
        touch = {"type": "pointer", "parameters": {"pointerType": "touch"}}
        steps = [
            pointer_moves([("move", *start), ("down",), ("move", *end), ("up",)])
            for start, end in zip(starts, ends, strict=True)
        ]
        self._perform(*(touch | {"id": f"finger-{i}", "actions": s} for i, s in enumerate(steps)))

    def open(self, url: str) -> None:
        self.console()
        self._bidi.events.clear()
        self._bidi.send("browsingContext.navigate", context=self._tab, url=url, wait="interactive")

    def download(self, action: Callable[[], None], timeout: float = 60) -> Path:
        action()
        end = self._bidi.wait(lambda e: e["method"].endswith("downloadEnd"), timeout)["params"]
        if end["status"] != "complete":
            raise RuntimeError(f"firefox did not complete the download: {end}")
        return Path(end["filepath"])

    def screenshot(self, path: Path) -> None:
        shot = self._bidi.send("browsingContext.captureScreenshot", context=self._tab)
        path.write_bytes(b64decode(shot["data"]))

    def set_viewport(self, width: int, height: int) -> None:
        size = {"width": width, "height": height}
        self._bidi.send("browsingContext.setViewport", context=self._tab, viewport=size)

    def console(self) -> list[str]:
        self._bidi.send("session.status")  # lets messages that are under way arrive
        entries = [e["params"] for e in self._bidi.events if e["method"] == "log.entryAdded"]
        return [f"{entry['level']}: {entry.get('text')}" for entry in entries]

    def close(self) -> None:
        if self._process.poll() is not None:
            return
        try:
            self._bidi.send("browser.close", timeout=20)
            self._bidi.close()
            self._process.wait(timeout=20)
        finally:
            self._process.kill()
            self._process.wait()
