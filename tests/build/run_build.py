"""Runs build.py as a person does, in a process of its own. Judges no result."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def build(
    *arguments: str,
    tree: Path = ROOT,
    cwd: Path = ROOT,
    env: dict[str, str] | None = None,
    umask: int = -1,
) -> "subprocess.CompletedProcess[str]":
    """Run `build.py` of `tree` with `arguments`; `env` is added to this process's environment."""
    return subprocess.run(
        [sys.executable, str(tree / "build.py"), *arguments],
        cwd=cwd,
        env={**os.environ, **(env or {})},
        umask=umask,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        check=False,
    )
