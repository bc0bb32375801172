"""Three stock browsers behind one port; holds no test."""

from collections.abc import Callable
from pathlib import Path

from . import chromium, firefox, webkit
from .port import Browser, BrowserDied, PageError, Unsupported

LAUNCHERS: dict[str, Callable[[Path], Browser]] = {
    "chromium": chromium.Chromium,
    "firefox": firefox.Firefox,
    "webkit": webkit.WebKit,
}
BINARIES: dict[str, Callable[[], str | None]] = {
    "chromium": chromium.binary,
    "firefox": firefox.binary,
    "webkit": webkit.binary,
}
PACKAGES = {
    "chromium": "chromium",
    "firefox": "firefox-esr",
    "webkit": "webkit2gtk-driver and xvfb",
}

__all__ = [
    "BINARIES",
    "LAUNCHERS",
    "PACKAGES",
    "Browser",
    "BrowserDied",
    "PageError",
    "Unsupported",
]
