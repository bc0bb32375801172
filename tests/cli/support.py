"""Runs the command line as a person does: another process, its exit code, what it said."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.conftest import ROOT

PIXELSEAL = (sys.executable, "-m", "app")
BOX = ("--box", "8,8,16,16")


def pixelseal(
    *arguments: object, environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    command = [*PIXELSEAL, *map(str, arguments)]
    variables = os.environ | dict(environment or {})
    return subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=False, env=variables, timeout=300
    )


def answers(done: subprocess.CompletedProcess[str]) -> list[dict[str, Any]]:
    """The JSON Lines of a command, each of which has to be an object."""
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert all(isinstance(row, dict) for row in found)
    return found


def redacted(image: Path, out: Path, *options: object) -> dict[str, Any]:
    done = pixelseal("redact", image, *BOX, "--out", out, "--json", *options)
    assert done.returncode == 0, done.stderr
    (answer,) = answers(done)
    return answer
