"""The tree's own promises: no machine's places and no registry's addresses in tracked files."""

import ast
import re
import subprocess
from collections import Counter
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


def _folders(below: Path) -> set[str]:
    """The folders with modules in them, at any depth, as paths from `below`."""
    held = {path.parent for path in below.rglob("*.py")}
    return {folder.relative_to(below).as_posix() for folder in held}


@pytest.mark.parametrize("part", ["core", "model", "ui", "cli", "api"])
def test_tests_lie_in_the_folders_of_what_they_test(part: str) -> None:
    rooms = _folders(ROOT / "app/pixelseal" / part)
    tested = _folders(ROOT / "tests" / part)
    assert tested <= rooms, f"no room is called {sorted(tested - rooms)}"


def test_most_rooms_have_a_folder_of_tests() -> None:
    # Fewer would mean that a folder's tests were lost, or heaped up beside their folders again.
    assert len(_folders(ROOT / "tests/core")) >= 24
    assert len(_folders(ROOT / "tests/model")) >= 5
    assert len(_folders(ROOT / "tests/ui")) >= 7


def test_every_test_that_the_documents_name_is_there() -> None:
    named = re.compile(r"(?<![\w/.])(?:tests/)?((?:\w+/)+test_\w+\.py)\b")
    documents = [*(ROOT / "docs").rglob("*.md"), *ROOT.glob("*.md")]
    found = [
        (document.relative_to(ROOT).as_posix(), name)
        for document in documents
        if document.name != "CHANGELOG.md"
        for name in named.findall(document.read_text("utf-8"))
    ]
    assert len(found) >= 100  # an expression that finds nothing would miss nothing
    lost = [place for place in found if not (ROOT / "tests" / place[1]).is_file()]
    assert not lost, lost


# Called by the worker's JavaScript, by whoever imports the package, by those who need a bundle.
_CALLED_FROM_OUTSIDE = {"parts_for", "install_jpeg", "__getattr__", "__dir__", "ensure"}


def test_everything_that_a_module_offers_is_used_by_the_product() -> None:
    """What only tests use is dead in the product, and misleads whoever reads it."""
    offered: dict[str, str] = {}
    used: Counter[str] = Counter()
    modules = sorted((ROOT / "app").rglob("*.py"))
    assert len(modules) > 300
    for path in modules:
        tree = ast.parse(path.read_text("utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
                used[node.id] += 1
            elif isinstance(node, ast.Attribute):
                used[node.attr] += 1
            elif isinstance(node, ast.ImportFrom):
                used.update(alias.name for alias in node.names)
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                used[node.value] += 1  # __all__, annotations of what MicroPython runs
        for node in tree.body:
            names = [node.name] if isinstance(node, ast.FunctionDef | ast.ClassDef) else []
            if isinstance(node, ast.Assign):
                names = [target.id for target in node.targets if isinstance(target, ast.Name)]
            offered |= {name: path.relative_to(ROOT).as_posix() for name in names}
    assert len(offered) > 1_500
    unused = {name: place for name, place in offered.items() if not used[name]}
    assert not unused.keys() - _CALLED_FROM_OUTSIDE, unused


def test_modules_stay_short() -> None:
    long = [
        f"{path.relative_to(ROOT)}: {count} lines"
        for path in tracked()
        if path.suffix in {".py", ".js", ".mjs", ".cjs", ".c", ".h"} and "tests" not in path.parts
        if (count := path.read_bytes().count(b"\n")) > 350
    ]
    assert not long, "\n".join(long)
