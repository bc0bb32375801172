"""Runs everything that checks the tree: linters, types, import rules, then all tests."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from app.build import bundle, environment, tools
from app.build.places import ROOT
from app.build.report import complain, say

BROWSER_TESTS = "tests/browser"
# Programs of the environment; each is run even when one before it failed.
LINTERS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("lint-imports", "--no-logo"),
)


def check(pytest_arguments: Sequence[str], given: Path | None) -> int:
    """Prepare, lint, then run pytest with `pytest_arguments`; return 0 when all of it passed."""
    python = environment.test_python()
    # The tests ask for node and the compiler; a machine that lacks them gets them before.
    tools.node()
    tools.compiler(given)
    bundle.bundle(given=given)
    failed = [" ".join(linter) for linter in LINTERS if not _passes(python, linter)]
    say("Running the tests …")
    code = _run_module(python, "pytest", pytest_arguments) if pytest_arguments else _halves(python)
    if failed:
        complain(f"Failed before the tests: {', '.join(failed)} (see above).")
    return code or (1 if failed else 0)


def _halves(python: Path) -> int:
    """All tests: those in browsers, which wait much, and beside them the others, shown after."""
    with tempfile.TemporaryFile("w+", encoding="utf-8") as shown_later:
        others = subprocess.Popen(
            [*_module(python, "pytest"), f"--ignore={BROWSER_TESTS}"],
            cwd=ROOT,
            env=_environment(),
            stdout=shown_later,
            stderr=subprocess.STDOUT,
        )
        try:
            code = _run_module(python, "pytest", [BROWSER_TESTS])
        finally:
            others.wait()
        shown_later.seek(0)
        sys.stdout.write(shown_later.read())
        sys.stdout.flush()
    return code or others.returncode


def bench(arguments: Sequence[str]) -> int:
    """Prepare and run the benchmark (tests/bench) with its own arguments; return its exit code."""
    python = environment.test_python()
    tools.node()
    say("Measuring …")
    return _run_module(python, "tests.bench", arguments)


def _run_module(python: Path, module: str, arguments: Sequence[str]) -> int:
    command = [*_module(python, module), *arguments]
    return subprocess.run(command, cwd=ROOT, env=_environment(), check=False).returncode


def _module(python: Path, module: str) -> list[str]:
    return [str(python), "-m", module]


def _environment() -> dict[str, str]:
    """The caller's, without Python's own variables, which must not lead out of `python`."""
    return {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}


def _passes(python: Path, linter: Sequence[str]) -> bool:
    say(f"Running {' '.join(linter)} …")
    command = [str(python.with_name(linter[0])), *linter[1:]]
    return subprocess.run(command, cwd=ROOT, check=False).returncode == 0
