"""The tree's own promises: no machine's places and no registry's addresses in tracked files."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# Taken apart here, as this file is tracked as well.
FORBIDDEN = re.compile(
    "|".join(
        (
            r"registry\.npmjs" + r"\.org",
            r"pypi\.o" + r"rg",
            r"files\.python" + r"hosted",
            r"deb\.deb" + r"ian",
            r"(?<![\w.])/wo" + r"rk/",
            r"(?<![\w./])/sha" + r"red\b",
            r"/ho" + r"me/(?!pyodide)\w",
            r"/ro" + r"ot/",
        )
    )
)


def tracked() -> list[Path]:
    try:
        listed = subprocess.run(
            ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True
        ).stdout
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("this tree is not a git checkout")
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def test_no_tracked_file_names_a_registry_or_a_place_of_one_machine() -> None:
    found = []
    for path in tracked():
        text = path.read_bytes().decode("utf-8", "replace")
        found += [f"{path.relative_to(ROOT)}: {hit}" for hit in FORBIDDEN.findall(text)]
    assert not found, "\n".join(found)


def test_nothing_built_or_cached_is_tracked() -> None:
    parts = {part for path in tracked() for part in path.relative_to(ROOT).parts}
    assert not parts & {"dist", "node_modules", "__pycache__", ".venv", ".ruff_cache"}


def test_modules_stay_short() -> None:
    long = [
        f"{path.relative_to(ROOT)}: {count} lines"
        for path in tracked()
        if path.suffix in {".py", ".js", ".mjs", ".cjs", ".c", ".h"} and "tests" not in path.parts
        if (count := path.read_bytes().count(b"\n")) > 350
    ]
    assert not long, "\n".join(long)
