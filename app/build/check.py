"""Runs all checks of the tree: linters, types, import rules, then all tests."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Lock
from typing import IO

from app.build import bundle, environment, javascript, tools
from app.build.places import ROOT
from app.build.report import complain, say

# The parts of the tests, the longest first: two run side by side, and who ends one takes the next.
_PARTS = (
    # Chromium and Firefox together: a test that starts a Chromium of its own needs the one that
    # runs on to have given way to Firefox, as two in one process refuse each other.
    ("tests/browser", "-k", "not webkit"),
    ("tests/browser", "-k", "webkit"),
    ("--ignore=tests/runtimes", "--ignore=tests/browser"),
    ("tests/runtimes",),
)
# Programs of the environment; each runs even if an earlier one failed.
LINTERS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("lint-imports", "--no-logo"),
    # What the import rules do not see: a folder that they have no layers for.
    ("pytest", "-q", "-p", "no:cacheprovider", "tests/build/test_rooms.py"),
)


def check(pytest_arguments: Sequence[str], given: Path | None) -> int:
    """Prepare, lint, then run pytest with `pytest_arguments`; return 0 when all of it passed."""
    python = environment.test_python()
    # The tests need node and the compiler: they are fetched first if missing.
    tools.node()
    tools.compiler(given)
    bundle.bundle(given=given)
    failed = _lint(python, given)
    say("Running the tests …")
    if pytest_arguments:
        code = _run_module(python, "pytest", pytest_arguments)
    else:
        code = _all_parts(python)
    if failed:
        complain(f"Failed before the tests: {', '.join(failed)} (see above).")
    return code or (1 if failed else 0)


def quick(given: Path | None) -> int:
    """Run what needs no built page: linters, types, import rules; return 0 if all passed."""
    failed = _lint(environment.python(), given)
    if failed:
        complain(f"Failed: {', '.join(failed)} (see above).")
    return 1 if failed else 0


def _lint(python: Path, given: Path | None) -> list[str]:
    """Run all static checks; return what failed."""
    failed = [" ".join(linter) for linter in LINTERS if not _passes(python, linter)]
    say("Checking the JavaScript …")
    return failed if javascript.passes(given) else [*failed, "JavaScript"]


def _all_parts(python: Path) -> int:
    """All tests, two parts at a time: one's output is shown live, the other's after it."""
    rest = iter(_PARTS)
    taking = Lock()

    def run(output: IO[str] | None) -> list[int]:
        codes: list[int] = []
        while True:
            with taking:
                part = next(rest, None)
            if part is None:
                return codes
            codes.append(_run_module(python, "pytest", part, output))

    with (
        tempfile.TemporaryFile("w+", encoding="utf-8") as shown_later,
        ThreadPoolExecutor() as pool,
    ):
        beside = pool.submit(run, shown_later)
        codes = [*run(None), *beside.result()]
        shown_later.seek(0)
        sys.stdout.write(shown_later.read())
        sys.stdout.flush()
    return next((code for code in codes if code), 0)


def bench(arguments: Sequence[str]) -> int:
    """Prepare and run the benchmark (tests/bench) with its own arguments; return its exit code."""
    python = environment.test_python()
    tools.node()
    say("Measuring …")
    return _run_module(python, "tests.bench", arguments)


def counts(arguments: Sequence[str]) -> int:
    """Count what a person does (tests/browser/counts.py) and write the page about it."""
    python = environment.test_python()
    say("Counting …")
    return _run_module(python, "tests.browser.counts", arguments)


def _run_module(
    python: Path, module: str, arguments: Sequence[str], output: IO[str] | None = None
) -> int:
    return subprocess.run(
        [str(python), "-m", module, *arguments],
        cwd=ROOT,
        env=_environment(),
        check=False,
        stdout=output,
        stderr=subprocess.STDOUT if output else None,
    ).returncode


def _environment() -> dict[str, str]:
    """The caller's, without Python's own variables, which must not lead out of `python`."""
    return {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}


def _passes(python: Path, linter: Sequence[str]) -> bool:
    say(f"Running {' '.join(linter)} …")
    command = [str(python.with_name(linter[0])), *linter[1:]]
    # The package is one folder further down; mypy and pytest know that from pyproject.toml.
    settings = {**_environment(), "PYTHONPATH": str(ROOT / "app")}
    return subprocess.run(command, cwd=ROOT, env=settings, check=False).returncode == 0
