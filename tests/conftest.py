"""Fixtures and settings that all tests share. Imports little: Pyodide's CPython reads it, too."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parents[1]

# No deadline: machines differ, and a slow example is no loss to a user.
settings.register_profile("native", deadline=None)
# WebAssembly is several times slower; what differs there shows in few examples.
settings.register_profile("pyodide", deadline=None, max_examples=5, database=None)
settings.load_profile("pyodide" if sys.platform == "emscripten" else "native")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that runs every file of browser tests in every browser."""
    parser.addoption(
        "--every-browser",
        action="store_true",
        help="run each file of browser tests in all browsers (docs/adr/0067-whole-run.md)",
    )


@dataclass(frozen=True)
class Bundle:
    """What `build.py bundle` wrote: the folder of the static site, and the one HTML file."""

    site: Path
    single: Path


@pytest.fixture(scope="session")
def bundle() -> Bundle:
    """Give the bundle in `dist/`, built first if it is older than its sources."""
    from app.build import bundle as building
    from app.build.places import DIST

    building.ensure()
    return Bundle(DIST / "site", DIST / "pixelseal.html")


@pytest.fixture(scope="session")
def corpus() -> Path:
    """Give the folder of public test images; skip where it is not."""
    folder = Path(os.environ.get("PIXELSEAL_CORPUS") or ROOT.parent / "shared" / "corpus")
    if not folder.is_dir():
        pytest.skip("the corpus of public images is not here (set PIXELSEAL_CORPUS to its folder)")
    return folder
