"""WebKitGTK's MiniBrowser through its own driver, on an X server that this module starts.

Its automation has neither touch nor console; the console is read from what the browser prints.
"""

import glob
import os
import shutil
import subprocess
import time
from base64 import b64decode
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from selenium.common.exceptions import WebDriverException
from selenium.webdriver import WebKitGTK as Driver
from selenium.webdriver.remote.command import Command
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

from .keys import Step, chord, code, pointer_moves
from .port import Browser, PageError

# GTK's file names while a download is under way.
_UNFINISHED = (".wkdownload", ".part")


def binary() -> str | None:
    """Return the path of MiniBrowser if the driver and an X server are there too, else None."""
    places = ("/usr/lib/*", "/usr/lib64", "/usr/libexec")
    found = [path for at in places for path in glob.glob(f"{at}/webkit2gtk-4.*/MiniBrowser")]
    complete = found and shutil.which("WebKitWebDriver") and shutil.which("Xvfb")
    return max(found) if complete else None


class WebKit(Browser):
    """MiniBrowser with a home folder of its own on a private X server."""

    name = "webkit"

    def __init__(self, folder: Path) -> None:
        self.profile = folder / "home"
        self._saved = folder / "downloads"
        self._printed = folder / "printed"
        self._skip = 0
        for new in (self.profile / ".config", self._saved):
            new.mkdir(parents=True)
        places = self.profile / ".config" / "user-dirs.dirs"
        places.write_text(f'XDG_DOWNLOAD_DIR="{self._saved}"\n', "utf-8")
        # The driver silences the browser it starts, so the console goes through a wrapper.
        wrapper = folder / "minibrowser"
        wrapper.write_text(f'#!/bin/sh\nexec "{binary()}" "$@" >"{self._printed}" 2>&1\n', "utf-8")
        wrapper.chmod(0o755)
        self._screen = _Screen()
        try:
            self._driver = self._start(wrapper, folder / "driver.log")
            self.set_viewport(1280, 900)
        except BaseException:
            self._screen.close()
            raise

    def _start(self, wrapper: Path, log: Path) -> Driver:
        home = {"HOME": str(self.profile), "XDG_CONFIG_HOME": str(self.profile / ".config")}
        for kind in ("CACHE", "DATA", "STATE"):
            home[f"XDG_{kind}_HOME"] = str(self.profile / kind.lower())
        # The sandbox needs user namespaces, which root in a container does not have.
        sandbox = {"WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1"}
        environment = {**os.environ, **home, **sandbox, "DISPLAY": self._screen.display}
        options = Options()
        options.binary_location = str(wrapper)
        options.add_argument("--automation")
        options.add_argument("--enable-write-console-messages-to-stdout=true")
        options.set_capability("browserName", "MiniBrowser")
        options.set_capability("strictFileInteractability", False)
        options.set_capability("pageLoadStrategy", "eager")
        service = Service(shutil.which("WebKitWebDriver"), env=environment, log_output=str(log))
        driver = Driver(options=options, service=service)
        driver.set_script_timeout(600)
        return driver

    def _run(self, expression: str) -> str:
        try:
            return str(self._driver.execute_script(f"return {expression}"))
        except WebDriverException as error:
            raise PageError(error.msg or str(error)) from error

    def _files(self, expression: str, paths: Sequence[str]) -> None:
        self._driver.execute_script(f"return {expression}").send_keys("\n".join(paths))

    def _perform(self, source: dict[str, Any]) -> None:
        self._driver.execute(Command.W3C_ACTIONS, {"actions": [source]})

    def _press(self, keys: str) -> None:
        self._perform({"type": "key", "id": "keyboard", "actions": chord(keys)})

    def _type(self, text: str) -> None:
        both = ("keyDown", "keyUp")
        strokes = [{"type": kind, "value": code(letter)} for letter in text for kind in both]
        self._perform({"type": "key", "id": "keyboard", "actions": strokes})

    def _pointer(self, steps: list[Step], kind: str) -> None:
        source = {"type": "pointer", "id": kind, "parameters": {"pointerType": kind}}
        self._perform(source | {"actions": pointer_moves(steps)})

    def open(self, url: str) -> None:
        self._skip = len(self._lines())
        self._driver.get(url)

    def download(self, action: Callable[[], None], timeout: float = 60) -> Path:
        before = set(self._saved.iterdir())
        action()
        end = time.monotonic() + timeout
        while time.monotonic() < end:
            now = set(self._saved.iterdir())
            if not any(path.suffix in _UNFINISHED for path in now) and now - before:
                (new,) = now - before
                return new
            time.sleep(0.04)
        raise TimeoutError(f"webkit: no download within {timeout} s")

    def screenshot(self, path: Path) -> None:
        path.write_bytes(b64decode(self._driver.get_screenshot_as_base64()))

    def set_viewport(self, width: int, height: int) -> None:
        self._driver.set_window_size(width, height)
        wide, high = self.evaluate("[innerWidth, innerHeight]")
        self._driver.set_window_size(2 * width - wide, 2 * height - high)
        self.wait("(w, h) => innerWidth === w && innerHeight === h", 10, "viewport", width, height)

    def _lines(self) -> list[str]:
        if not self._printed.exists():
            return []
        return self._printed.read_text("utf-8", "replace").splitlines()

    def console(self) -> list[str]:
        said = [line for line in self._lines()[self._skip :] if line.startswith("CONSOLE")]
        return [f"{'error' if ' ERROR ' in line else 'log'}: {line}" for line in said]

    def close(self) -> None:
        try:
            self._driver.quit()
        finally:
            self._screen.close()


class _Screen:
    """A private X server on the first free display."""

    def __init__(self) -> None:
        reader, writer = os.pipe()
        command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1800x1400x24"]
        self._process = subprocess.Popen(
            [*command, "-nolisten", "tcp"], pass_fds=[writer], stderr=subprocess.DEVNULL
        )
        os.close(writer)
        with os.fdopen(reader) as told:
            number = told.readline().strip()
        if not number:
            raise RuntimeError("Xvfb did not start")
        self.display = f":{number}"

    def close(self) -> None:
        self._process.terminate()
        self._process.wait()
