"""Fixtures of the browser tests: a browser of each kind for a few files of tests, one server."""

import os
import shutil
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from .drivers import BINARIES, LAUNCHERS, PACKAGES, Browser
from .kept import Kept
from .product import Screen
from .server import Server, serve

if TYPE_CHECKING:
    from tests.conftest import Bundle

CARRIERS = ("hosted", "file")
# The files of tests about what each browser does in its own way: decoders, storage, downloads,
# policies, workers, input. The others run in Chromium and in one of the two
# (docs/adr/0067-whole-run.md).
IN_EVERY_BROWSER = frozenset(
    (
        "alike",
        "batch",
        "cancel",
        "codecs",
        "copy",
        "crash",
        "drivers",
        "find",
        "first_run",
        "first_use",
        "hands",
        "job",
        "judging",
        "kept",
        "keyboard",
        "large",
        "offline",
        "one_answer",
        "pages",
        "proof",
        "red_team",
        "same_bytes",
        "seal_first",
        "seen",
        "sharp",
        "stopping",
        "tiles",
        "traces_on_disk",
        "turning",
        "verify",
        "ways_in",
        "what_a_save_gives",
        "whole_process",
    )
)
BESIDE_CHROMIUM = ("firefox", "webkit")
# In WebKit the networks take about twice as long; `find` runs there.
IN_FIREFOX = ("find_in_page", "reread")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what another browser tries, and run a test once more if its browser died.

    Anything that the page does wrong still fails. WebKitGTK's session was lost so on a busy
    machine, once in some thousand pages; the cause is not known. The report names each test that
    was run again.
    """
    if not config.getoption("--every-browser", False):
        left_out = [item for item in items if _tried_elsewhere(item)]
        config.hook.pytest_deselected(items=left_out)
        gone = set(left_out)
        items[:] = [item for item in items if item not in gone]
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.flaky(reruns=1, only_rerun=["BrowserDied"]))


def _tried_elsewhere(item: pytest.Item) -> bool:
    """Whether the test's file runs in Chromium and in the other of the two, but not in this one."""
    call = getattr(item, "callspec", None)
    name = call.params.get("browser") if call is not None else None
    file = item.path.stem.removeprefix("test_")
    if name not in BESIDE_CHROMIUM or file in IN_EVERY_BROWSER:
        return False
    beside = BESIDE_CHROMIUM[zlib.crc32(file.encode()) % 2]
    return bool(name != ("firefox" if file in IN_FIREFOX else beside))


def need(name: str) -> None:
    """Skip the test if the machine lacks the browser `name`; in CI a lack is a failure."""
    if BINARIES[name]():
        return
    message = f"{name} is not installed: install {PACKAGES[name]}"
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kept]:
    """The browsers that run on from one file of tests to the next."""
    running = Kept(tmp_path_factory.mktemp)
    yield running
    running.close()


@pytest.fixture(scope="module", params=sorted(LAUNCHERS))
def browser(request: pytest.FixtureRequest, kept: Kept) -> Iterator[Browser]:
    """A running browser, each kind in turn, which files of tests before may have used.

    A file that has UNUSED_BROWSER is the first that its browser meets; a test may `launch` one.
    """
    need(request.param)
    if getattr(request.module, "UNUSED_BROWSER", False):
        kept.drop(request.param)
    failed = request.session.testsfailed
    yield kept.browser(request.param)
    kept.leave(request.param, unhurt=request.session.testsfailed == failed)


@pytest.fixture(autouse=True)
def _sends(request: pytest.FixtureRequest) -> None:
    """Skip, before a page is opened for it, what the browser's automation cannot send."""
    marker = request.node.get_closest_marker("sends")
    if marker is None:
        return
    browser = request.getfixturevalue("browser")
    if marker.args[0] not in browser.kinds:
        pytest.skip(f"the automation of {browser.name} sends no {marker.args[0]} events")


@pytest.fixture
def launch(tmp_path: Path) -> Iterator[Callable[[str], Browser]]:
    """A function that starts a browser of its own for one test; it is closed afterwards."""
    running: list[Browser] = []

    def start(name: str) -> Browser:
        need(name)
        running.append(LAUNCHERS[name](tmp_path / f"{name}-{len(running)}"))
        return running[-1]

    yield start
    for one in running:
        one.close()


@pytest.fixture(scope="module")
def launch_once(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Callable[[str], Browser]]:
    """A function that starts a browser for the tests of one file; it is closed after them."""
    running: list[Browser] = []

    def start(name: str) -> Browser:
        need(name)
        running.append(LAUNCHERS[name](tmp_path_factory.mktemp(name)))
        return running[-1]

    yield start
    for one in running:
        one.close()


@pytest.fixture(scope="session")
def product(bundle: "Bundle", tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the bundle: a build that runs meanwhile must not change it under a browser."""
    folder = tmp_path_factory.mktemp("product")
    shutil.copytree(bundle.site, folder / "site")
    for name in ("pixelseal.html", "pixelseal-find.html"):
        shutil.copyfile(bundle.single.with_name(name), folder / name)
    return folder


@pytest.fixture(scope="session")
def hosted(product: Path) -> Iterator[Server]:
    """The static site under a path that is nobody's root."""
    with serve(product / "site", "/some/deep/path/") as server:
        yield server


@pytest.fixture
def site(product: Path) -> Iterator[Server]:
    """The static site for one test alone, which may count or change what is served."""
    with serve(product / "site", "/clinic/") as server:
        yield server


@dataclass(frozen=True)
class Opener:
    """Opens the product in a browser from either carrier."""

    product: Path
    hosted: Server

    def address(self, carrier: str, finders: bool = False) -> str:
        """Return the address of the page as that carrier serves it, with or without finders."""
        if carrier == "hosted":
            return self.hosted.url + ("#find" if finders else "")
        return (self.product / f"pixelseal{'-find' if finders else ''}.html").as_uri()

    def __call__(self, browser: Browser, carrier: str) -> Screen:
        """Open it again and wait for the seal; the engine may still be starting."""
        browser.open(self.address(carrier))
        opened = Screen(browser, carrier)
        opened.wait_sealed()
        return opened


@pytest.fixture(scope="session")
def opener(product: Path, hosted: Server) -> Opener:
    """What opens the product."""
    return Opener(product, hosted)


@pytest.fixture(params=CARRIERS)
def screen(request: pytest.FixtureRequest, browser: Browser, opener: Opener) -> Screen:
    """Pixelseal freshly opened from both carriers in turn, sealed."""
    return opener(browser, request.param)


@pytest.fixture
def ready(browser: Browser, opener: Opener) -> Screen:
    """The saved page, its engine ready."""
    opened = opener(browser, "file")
    opened.wait_engine()
    return opened
