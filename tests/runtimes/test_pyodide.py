"""The engine's tests pass inside Pyodide, on the very bytes that go into the page."""

import os
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from . import codecs
from .node import run_job

ROOT = Path(__file__).resolve().parents[2]
# Mount points inside Pyodide; the tree's own place says nothing about the machine.
TREE, PACKAGES, CORPUS, RESULTS = "/tree", "/packages", "/corpus", "/results"


@pytest.mark.pyodide
def test_engine_tests_pass_inside_pyodide(tmp_path: Path) -> None:
    results = tmp_path / "results"
    results.mkdir()
    packages = Path(pytest.__file__).parents[1]
    mounts = {TREE: str(ROOT), PACKAGES: str(packages), RESULTS: str(results)}
    # Other packages of the environment offer hypothesis plugins that need threads and sockets.
    environment = {"HYPOTHESIS_NO_PLUGINS": "1"}
    corpus = Path(os.environ.get("PIXELSEAL_CORPUS") or ROOT.parent / "shared" / "corpus")
    if corpus.is_dir():
        mounts[CORPUS] = str(corpus)
        environment["PIXELSEAL_CORPUS"] = CORPUS
    job = {
        **codecs.written(tmp_path),
        "mounts": mounts,
        "path": [TREE, f"{TREE}/app", PACKAGES],
        "env": environment,
        "pytest": [
            *("-q", "-p", "no:cacheprovider", "-p", "no:faulthandler", "--color=no"),
            f"--junitxml={RESULTS}/junit.xml",
            f"{TREE}/tests/core",
        ],
    }
    ended = run_job("pyodide_run.cjs", job, tmp_path)
    assert ended.returncode == 0, ended.stdout[-20_000:]
    suite = ElementTree.parse(results / "junit.xml").getroot().find("testsuite")
    assert suite is not None
    ran = int(suite.attrib["tests"]) - int(suite.attrib["skipped"])
    # Each file of the engine's tests holds one at least: fewer would mean that files were lost.
    assert ran >= len(list((ROOT / "tests/core").rglob("test_*.py"))), ended.stdout[-5_000:]
