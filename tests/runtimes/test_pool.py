"""The page's queue of engines keeps its promises, with workers that the test plays (in node)."""

import json
import shutil
import subprocess
from pathlib import Path

from app.build import tools

from .node import HERE

STATIC = Path(__file__).resolve().parents[2] / "static"
MODULES = ("engine.js", "pool.js")


def test_the_queue_of_engines(tmp_path: Path) -> None:
    package = tmp_path / "node_modules" / "pixelseal"
    package.mkdir(parents=True)
    manifest = {"type": "module", "exports": {"./*": "./*.js"}}
    (package / "package.json").write_text(json.dumps(manifest), "utf-8")
    for name in MODULES:
        shutil.copyfile(STATIC / name, package / name)
    script = shutil.copy(HERE / "pool.test.mjs", tmp_path)
    ended = subprocess.run(
        [tools.node(), "--test", str(script)], capture_output=True, text=True, timeout=120
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert "# tests 0" not in ended.stdout
