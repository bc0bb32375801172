"""Runs all checks of the tree: linters, types, import rules, then all tests."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import IO

from app.build import bundle, environment, javascript, tools
from app.build.places import ROOT
from app.build.report import complain, say

# The tests in two halves that take about equally long: the output of one is shown live, the other
# has two parts.
_SHOWN = ("tests/runtimes", "tests/browser", "-k", "not webkit")
_BESIDE = (
    ("--ignore=tests/runtimes", "--ignore=tests/browser"),
    ("tests/browser", "-k", "webkit"),
)
# Programs of the environment; each runs even if an earlier one failed.
LINTERS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("lint-imports", "--no-logo"),
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
    code = _run_module(python, "pytest", pytest_arguments) if pytest_arguments else _halves(python)
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


def _halves(python: Path) -> int:
    """All tests: those of two browsers, and beside them all others, shown after."""
    with (
        tempfile.TemporaryFile("w+", encoding="utf-8") as shown_later,
        ThreadPoolExecutor() as pool,
    ):
        run = partial(_run_module, python, "pytest")
        beside = pool.submit(lambda: [run(part, shown_later) for part in _BESIDE])
        code = run(_SHOWN)
        codes = [code, *beside.result()]
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
