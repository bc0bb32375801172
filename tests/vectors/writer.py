"""A pytest plugin that writes the table where PIXELSEAL_VECTORS says; run inside Pyodide."""

import json
import os
from pathlib import Path

from tests.vectors.table import computed


def pytest_configure() -> None:
    """Write the table; pytest has nothing else to do."""
    text = json.dumps(computed(), indent=1, sort_keys=True) + "\n"
    Path(os.environ["PIXELSEAL_VECTORS"]).write_text(text, "utf-8")
