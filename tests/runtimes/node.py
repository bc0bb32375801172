"""Runs a script of this folder under node with a job written as JSON. Judges no result."""

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path

from app.build import tools

HERE = Path(__file__).parent
# Seconds; a run that hangs must end with a reason before the whole test run is given up.
LIMIT = 2400


def run_job(
    script: str, job: Mapping[str, object], folder: Path
) -> "subprocess.CompletedProcess[str]":
    """Run `script` with `job`, keeping its output; `folder` is for temporary files."""
    file = folder / "job.json"
    file.write_text(json.dumps(job), "utf-8")
    return subprocess.run(
        [tools.node(), str(HERE / script), str(file)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        timeout=LIMIT,
        check=False,
    )
