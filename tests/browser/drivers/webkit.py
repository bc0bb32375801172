"""WebKitGTK's MiniBrowser through its own driver, on an X server that this module starts.

Its automation has neither touch nor console. The console is listened to in the page, from the
moment the document is parsed: what a worker prints, or an earlier script, is not heard.
"""

import contextlib
import glob
import json
import os
import shutil
import subprocess
import time
from base64 import b64decode
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from selenium.common.exceptions import InvalidSessionIdException, WebDriverException
from selenium.webdriver import WebKitGTK
from selenium.webdriver.remote.command import Command
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

from .keys import Step, chord, code, pointer_moves
from .port import Browser, BrowserDied, PageError

_SCRIPT_SECONDS = 600
_LOST_SECONDS = 5
_OPEN_SECONDS = 300
_RESIZE_SECONDS = 120
_TWO_FRAMES = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
# WebKitGTK's file names while a download is under way.
_UNFINISHED = (".wkdownload", ".part")

# Whether the page at `url` is parsed; its console is listened to from then on.
LISTEN = """url => {
  const there = location.href.split('#')[0] === new URL(url).href;
  if (!there || document.readyState === 'loading') return false;
  if (window.consoleLog) return true;
  const log = window.consoleLog = [];
  for (const level of ['debug', 'log', 'info', 'warn', 'error']) {
    const real = console[level];
    console[level] = (...said) => { log.push(level + ': ' + said.join(' ')); real(...said); };
  }
  addEventListener('error', e => log.push('error: ' + (e.message || e.target.outerHTML)), true);
  addEventListener('unhandledrejection', e => log.push('error: ' + e.reason));
  return true;
}"""


def binary() -> str | None:
    """Return the path of MiniBrowser if the driver and an X server are there too, else None."""
    places = ("/usr/lib/*", "/usr/lib64", "/usr/libexec")
    found = [path for at in places for path in glob.glob(f"{at}/webkit2gtk-4.*/MiniBrowser")]
    complete = found and shutil.which("WebKitWebDriver") and shutil.which("Xvfb")
    return max(found) if complete else None


class _Driver(WebKitGTK):
    def execute(self, command: str, parameters: dict[str, Any] | None = None) -> dict[str, Any]:
        try:
            return dict(super().execute(command, parameters))
        except InvalidSessionIdException as error:
            raise BrowserDied("webkit: the process of the page died") from error


class WebKit(Browser):
    """MiniBrowser with a home folder of its own on a private X server."""

    name = "webkit"

    def __init__(self, folder: Path) -> None:
        self.profile = folder / "home"
        self._saved = folder / "downloads"
        for new in (self.profile / ".config", self._saved):
            new.mkdir(parents=True)
        places = self.profile / ".config" / "user-dirs.dirs"
        places.write_text(f'XDG_DOWNLOAD_DIR="{self._saved}"\n', "utf-8")
        self._log = folder / "driver.log"
        self._viewport = (1280, 900)
        self._around: tuple[int, int] | None = None  # what a new window has beside its page
        self._start()

    def _start(self) -> None:
        self._screen = _Screen()
        try:
            self._driver = self._started()
            self.set_viewport(*self._viewport)
        except BaseException:
            self._screen.close()
            raise

    def _started(self) -> _Driver:
        home = {"HOME": str(self.profile), "XDG_CONFIG_HOME": str(self.profile / ".config")}
        for kind in ("CACHE", "DATA", "STATE"):
            home[f"XDG_{kind}_HOME"] = str(self.profile / kind.lower())
        # The sandbox needs user namespaces, which root in a container does not have.
        sandbox = {"WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1"}
        environment = {**os.environ, **home, **sandbox, "DISPLAY": self._screen.display}
        options = Options()
        options.binary_location = str(binary())
        options.add_argument("--automation")
        options.set_capability("browserName", "MiniBrowser")
        options.set_capability("strictFileInteractability", False)
        # The driver itself waits for an event of the page's that a quick page had long before.
        options.set_capability("pageLoadStrategy", "none")
        service = Service(
            shutil.which("WebKitWebDriver"), env=environment, log_output=str(self._log)
        )
        driver = _Driver(options=options, service=service)
        driver.set_script_timeout(_SCRIPT_SECONDS)
        return driver

    def _run(self, expression: str) -> str:
        try:
            return str(self._driver.execute_script(f"return {expression}"))
        except WebDriverException as error:
            raise PageError(error.msg or str(error)) from error

    def _files(self, expression: str, paths: Sequence[str]) -> None:
        # WebDriver (Element Send Keys) adds to what a field for several files holds; a person's
        # choice takes its place.
        field = self._driver.execute_script(f"const f = {expression}; f.value = ''; return f;")
        field.send_keys("\n".join(paths))

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
        try:
            self._new_window()
        except BrowserDied:
            self.close()
            self._start()
        self._driver.get(url)
        # A script that meets the change from the window's first process to the page's own is never
        # answered: it is given up soon and sent again.
        self._driver.set_script_timeout(_LOST_SECONDS)
        self.wait(LISTEN, _OPEN_SECONDS, f"{url} is parsed", url.split("#")[0])
        self._driver.set_script_timeout(_SCRIPT_SECONDS)

    def _new_window(self) -> None:
        # MiniBrowser shows each download in a bar that takes room from the page until its window
        # is closed: a new window for each page.
        before = self._driver.current_window_handle
        self._driver.switch_to.new_window("window")
        after = self._driver.current_window_handle
        self._driver.switch_to.window(before)
        self._driver.close()
        self._driver.switch_to.window(after)
        if self._around is not None:  # nearly always right at once, which saves two looks
            width, height = (a + b for a, b in zip(self._viewport, self._around, strict=True))
            self._driver.set_window_size(width, height)
        self.set_viewport(*self._viewport)

    def download(self, action: Callable[[], None], timeout: float = 60) -> Path:
        action()
        end = time.monotonic() + timeout
        while time.monotonic() < end:
            for path in self._saved.iterdir():
                if path.is_file() and path.suffix not in _UNFINISHED and not _is_open(path):
                    # MiniBrowser overwrites a file of the same name: put this one aside.
                    folder = self._saved / str(len(list(self._saved.iterdir())))
                    folder.mkdir()
                    saved = path.rename(folder / path.name)
                    # Each download is shown in the bar some time after its file is there.
                    smaller = "height => innerHeight < height"
                    self.wait(smaller, _RESIZE_SECONDS, "the bar is there", self._viewport[1])
                    self.set_viewport(*self._viewport)
                    return saved
            time.sleep(0.04)
        raise TimeoutError(f"webkit: no download within {timeout} s")

    def screenshot(self, path: Path) -> None:
        path.write_bytes(b64decode(self._driver.get_screenshot_as_base64()))

    def set_viewport(self, width: int, height: int) -> None:
        self._viewport = (width, height)
        # The page learns of its window's size some time after the window: a size is believed when
        # it was read twice, and only then is the window made larger or smaller by what is missing.
        earlier: list[int] = []
        end = time.monotonic() + _RESIZE_SECONDS
        while time.monotonic() < end:
            inner = self.evaluate("[innerWidth, innerHeight]")
            if inner == [width, height]:
                self.evaluate(_TWO_FRAMES)  # the page has been laid out again
                return
            if inner == earlier:
                outer = self._driver.get_window_size()
                around = outer["width"] - inner[0], outer["height"] - inner[1]
                self._around = self._around or around
                self._driver.set_window_size(width + around[0], height + around[1])
                inner = []
            earlier = inner
            time.sleep(0.1)
        raise TimeoutError(f"webkit: viewport: not {width} × {height} within {_RESIZE_SECONDS} s")

    def console(self) -> list[str]:
        lines = json.loads(self._run("JSON.stringify(window.consoleLog || [])"))
        return [str(line) for line in lines]

    def close(self) -> None:
        if self._screen.ended:
            return
        try:
            self._driver.quit()
        finally:
            self._screen.close()


def _is_open(path: Path) -> bool:
    """Tell whether any process holds `path` open, as a browser does that is still writing."""
    for link in glob.glob("/proc/[0-9]*/fd/*"):
        with contextlib.suppress(OSError):  # processes come and go
            if os.readlink(link) == str(path):
                return True
    return False


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

    @property
    def ended(self) -> bool:
        """Whether the server is gone."""
        return self._process.poll() is not None

    def close(self) -> None:
        """End the server."""
        self._process.terminate()
        self._process.wait()
