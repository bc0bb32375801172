"""Fixtures of the browser tests: one browser of each kind for the whole run, one server."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from .drivers import BINARIES, LAUNCHERS, PACKAGES, Browser


def need(name: str) -> None:
    """Skip the test if the machine lacks the browser `name`; in CI a lack is a failure."""
    if BINARIES[name]():
        return
    message = f"{name} is not installed: install {PACKAGES[name]}"
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture(scope="session", params=sorted(LAUNCHERS))
def browser(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Browser]:
    """A running browser, each kind in turn; started once and shared by all tests."""
    need(request.param)
    running = LAUNCHERS[request.param](tmp_path_factory.mktemp(request.param))
    yield running
    running.close()


@pytest.fixture
def launch(tmp_path: Path) -> Iterator[object]:
    """A function that starts a browser of its own for one test; it is closed afterwards."""
    running: list[Browser] = []

    def start(name: str) -> Browser:
        need(name)
        running.append(LAUNCHERS[name](tmp_path / f"{name}-{len(running)}"))
        return running[-1]

    yield start
    for one in running:
        one.close()
