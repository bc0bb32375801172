"""A browser that counts what is done in it, and the page in it as a person has it; no test."""

import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from tests.core.support import photo

from .drivers import Browser
from .drivers.keys import Step
from .product import ASKED, CAN_ACCEPT, JOB_SECONDS, Screen

ACCEPTED = (
    "n => document.querySelector('#review-count').textContent.startsWith(n + ' of ')"
    " || document.activeElement.id === 'gate-save'"
)


class Hand(Browser):
    """A browser that counts what is done in it."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.name, self.kinds, self.profile = browser.name, browser.kinds, browser.profile
        self.actions = 0

    def _run(self, expression: str) -> str:
        return self.browser._run(expression)

    def _files(self, expression: str, paths: Sequence[str]) -> None:
        self.actions += 1
        self.browser._files(expression, paths)

    def _press(self, keys: str) -> None:
        self.actions += 1
        self.browser._press(keys)

    def _pointer(self, steps: list[Step], kind: str) -> None:
        self.actions += 1
        self.browser._pointer(steps, kind)

    def open(self, url: str) -> None:
        self.browser.open(url)

    def download(self, action: Callable[[], None], timeout: float = 60) -> Path:
        return self.browser.download(action, timeout)

    def set_viewport(self, width: int, height: int) -> None:
        self.browser.set_viewport(width, height)

    def console(self) -> list[str]:
        return self.browser.console()


@dataclass(frozen=True)
class Worker:
    """A person with the page open in front of them."""

    hand: Hand
    screen: Screen
    folder: Path

    def shown(self, size: tuple[int, int]) -> None:
        """Wait as a person does, until the picture is there."""
        self.screen.wait_shown(*size)
        self.screen.wait_judged()

    def review(self, button: str, ready: str) -> None:
        """Press a button that saves, and wait until the finished picture is there."""
        self.hand.click("button", button, JOB_SECONDS)
        self.hand.wait(ASKED, JOB_SECONDS, "the review asks")
        self.hand.wait(ready, JOB_SECONDS, "the finished picture was on the screen")

    def accept_all(self, count: int) -> None:
        """Accept one image after the other by a key, and save."""
        for place in range(1, count + 1):
            self.hand.wait(CAN_ACCEPT, JOB_SECONDS, "the finished picture was on the screen")
            self.hand.press("Enter")
            self.hand.wait(ACCEPTED, JOB_SECONDS, "it is accepted", place)
        saved = self.hand.download(lambda: self.hand.press("Enter"), JOB_SECONDS)
        assert saved.suffix == ".zip"


def photos(folder: Path, sizes: Sequence[tuple[int, int]]) -> list[Path]:
    """Drawn JPEGs of these sizes; those of one size are alike."""
    paths = [folder / f"{place:03}.jpg" for place in range(len(sizes))]
    drawn: dict[tuple[int, int], bytes] = {}
    for path, size in zip(paths, sizes, strict=True):
        if size not in drawn:
            Image.fromarray(photo(*size)).save(path, quality=85)
            drawn[size] = path.read_bytes()
        path.write_bytes(drawn[size])
    return paths


@contextmanager
def opened(browser: Browser, address: str, folder: Path) -> Iterator[Worker]:
    """The page opened again, with nothing done yet."""
    hand = Hand(browser)
    hand.open(address)
    screen = Screen(hand, "file")
    screen.wait_sealed()
    screen.wait_engine()
    with tempfile.TemporaryDirectory(dir=folder) as name:
        yield Worker(hand, screen, Path(name))
