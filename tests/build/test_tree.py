"""The tree's own promises: no machine's paths and no registry's addresses in tracked files."""

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


def test_every_test_that_the_documents_name_is_there() -> None:
    named = re.compile(r"(?<![\w/.])(?:tests/)?((?:\w+/)+test_\w+\.py)\b")
    documents = [*(ROOT / "docs").rglob("*.md"), *ROOT.glob("*.md")]
    found = [
        (document.relative_to(ROOT).as_posix(), name)
        for document in documents
        if document.name != "CHANGELOG.md"
        for name in named.findall(document.read_text("utf-8"))
    ]
    assert len(found) >= 100  # an expression that matches nothing would find no fault
    lost = [place for place in found if not (ROOT / "tests" / place[1]).is_file()]
    assert not lost, lost


# What the documents tell of and is not here: files of others, and names that were decided against.
_ELSEWHERE = {"pyodide.js", "libheif.js", "jsimd.h", "core/base/formats.py"}


def test_every_module_that_the_documents_name_is_there() -> None:
    named = re.compile(r"`([\w./-]+\.(?:py|js|mjs|cjs|c|h))`( \(new\b)?")
    paths = [f"/{path.relative_to(ROOT).as_posix()}" for path in tracked()]
    documents = [*(ROOT / "docs").rglob("*.md"), *ROOT.glob("*.md")]
    found = [
        (document.relative_to(ROOT).as_posix(), name)
        for document in documents
        if document.name != "CHANGELOG.md"  # it tells of what was
        for name, new in named.findall(document.read_text("utf-8"))
        if not new and name not in _ELSEWHERE
    ]
    assert len(found) >= 250  # an expression that matches nothing would find no fault
    lost = [place for place in found if not any(path.endswith(f"/{place[1]}") for path in paths)]
    assert not lost, lost


def test_the_first_column_of_the_table_of_places_names_modules() -> None:
    text = (ROOT / "docs/adr/0033-one-table.md").read_text("utf-8")
    rows = [line.split("|")[1] for line in text.splitlines() if line.startswith("| `")]
    names = [name for row in rows for name in re.findall(r"`([\w/]+/\w+)`", row)]
    assert len(names) >= 15
    places = {path.relative_to(ROOT).with_suffix("").as_posix() for path in tracked()}
    places |= {folder.as_posix() for path in places for folder in Path(path).parents}
    lost = [name for name in names if not {name, f"app/pixelseal/{name}", f"app/{name}"} & places]
    assert not lost, lost


def test_every_script_of_the_findings_can_be_run() -> None:
    scripts = [path for path in tracked() if path.parent == ROOT / "findings"]
    scripts = [path for path in scripts if path.read_bytes().startswith(b"#!")]
    assert len(scripts) >= 45
    assert not [path.name for path in scripts if not path.stat().st_mode & 0o100]


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
        if path.suffix in {".py", ".js", ".mjs", ".cjs", ".c", ".h"}
        if (count := path.read_bytes().count(b"\n")) > 350
    ]
    assert not long, "\n".join(long)
