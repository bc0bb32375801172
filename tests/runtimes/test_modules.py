"""Modules of the page's shim that need no browser keep their promises (in node)."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from app.build import tools

from .node import HERE

STATIC = Path(__file__).resolve().parents[2] / "static"
# Script of tests -> the modules that it asks for by the page's names.
SCRIPTS = {
    "arriving.test.mjs": ("arriving.js",),
    "blocks.test.mjs": ("blocks.js",),
    "crc32.test.mjs": ("crc32.js",),
    "hex.test.mjs": ("hex.js",),
    "pool.test.mjs": ("alike.js", "engine.js", "pool.js", "shown.js", "strip.js"),
    "supply.test.mjs": ("arriving.js", "pack.js", "supply.js"),
}


@pytest.mark.parametrize("name", SCRIPTS)
def test_the_module_keeps_its_promises(name: str, tmp_path: Path) -> None:
    package = tmp_path / "node_modules" / "pixelseal"
    package.mkdir(parents=True)
    manifest = {"type": "module", "exports": {"./*": "./*.js"}}
    (package / "package.json").write_text(json.dumps(manifest), "utf-8")
    for module in SCRIPTS[name]:
        shutil.copyfile(STATIC / module, package / module)
    script = shutil.copy(HERE / name, tmp_path)
    ended = subprocess.run(
        [tools.node(), "--test", str(script)], capture_output=True, text=True, timeout=120
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert "# tests 0" not in ended.stdout
