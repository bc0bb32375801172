"""Runs the engine with one job in Pyodide under node: how large its heap grows. Times nothing."""

import json
import subprocess
from pathlib import Path
from typing import Any

from app.build import tools
from app.build.places import ROOT
from tests.runtimes import codecs

SECONDS = 900
_SCRIPT = Path(__file__).with_name("heap.cjs")
_START = """
import json, sys
sys.path.append("/tree/app")
import js
from pixelseal.core import engine
from pixelseal.worker import install_jpeg
from pixelseal.model.recipe.recipe import parse_object
with open(source, "rb") as file:
    data = file.read()
parsed = parse_object(json.loads(recipe))
install_jpeg(js.pixelsealJpeg)
"""
_REDACT = 'engine.redact(data, parsed, label="image-0", build="source")'


def grown(path: Path, box: dict[str, int], folder: Path) -> float:
    """Bytes of the heap after a file was covered, encoded and audited."""
    return float(run(_REDACT, path, box, folder)[-1])


def run(python: str, path: Path, box: dict[str, int], folder: Path) -> list[str]:
    """The lines that `python` prints, and the bytes of the heap in the last one.

    It has `data`, a file's bytes, `parsed`, the recipe that covers the box, and `engine`.
    """
    recipe: dict[str, Any] = {
        "pixelseal": "recipe/1",
        "regions": [{"shape": {"kind": "rectangle", **box}}],
    }
    job = {
        **codecs.written(folder),
        "mounts": {"/tree": str(ROOT), "/files": str(path.parent)},
        "globals": {"source": f"/files/{path.name}", "recipe": json.dumps(recipe)},
        "python": _START + python,
    }
    file = folder / "heap.json"
    file.write_text(json.dumps(job), "utf-8")
    ended = subprocess.run(
        [tools.node(), str(_SCRIPT), str(file)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
        timeout=SECONDS,
        check=True,
    )
    return ended.stdout.splitlines()
