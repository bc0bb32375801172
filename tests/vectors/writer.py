"""A pytest plugin that writes the table where PIXELSEAL_VECTORS says; run inside Pyodide."""

import json
import os
from pathlib import Path

import js
from pixelseal.worker import install, install_jpeg

from tests.vectors.table import computed


def pytest_configure() -> None:
    """Write the table; pytest has nothing else to do."""
    install(js.pixelsealCodecs)  # which tests/runtimes/pyodide_run.cjs has opened, this and that
    install_jpeg(js.pixelsealJpeg)
    text = json.dumps(computed(), indent=1, sort_keys=True) + "\n"
    Path(os.environ["PIXELSEAL_VECTORS"]).write_text(text, "utf-8")
