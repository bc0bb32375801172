"""Rewrites the table of vectors, inside Pyodide under node: python -m tests.vectors.

To be run by whoever changes what an output holds; the difference then shows in the commit.
"""

import shutil
import sys
import tempfile
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.runtimes import codecs
from tests.runtimes.node import run_job
from tests.vectors.table import TABLE


def main() -> int:
    """Return 0 if the table was written."""
    with tempfile.TemporaryDirectory() as folder:
        job = {
            **codecs.written(Path(folder)),
            "mounts": {
                "/tree": str(ROOT),
                "/packages": str(Path(pytest.__file__).parents[1]),
                "/results": folder,
            },
            "path": ["/tree", "/packages"],
            "env": {"HYPOTHESIS_NO_PLUGINS": "1", "PIXELSEAL_VECTORS": "/results/table.json"},
            "pytest": [
                "-q",
                "-p",
                "no:cacheprovider",
                "-p",
                "tests.vectors.writer",
                "/tree/tests/vectors",
            ],
        }
        ended = run_job("pyodide_run.cjs", job, Path(folder))
        written = Path(folder) / "table.json"
        if not written.exists():
            print(ended.stdout[-5_000:])
            return 1
        shutil.copyfile(written, TABLE)
    return 0


if __name__ == "__main__":
    sys.exit(main())
