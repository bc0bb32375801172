"""The model's and the page's plain tests pass in MicroPython, the interpreter of the page.

What they test is compiled as the build does it.
"""

import ast
import base64
import functools
import json
from pathlib import Path

import pytest

from app.build import vendor
from app.build.bytecode import bytecode
from app.build.sources import sources

from .node import run_job

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ("model/**/*.py", "ui/**/*.py", "version.py")
# MicroPython has none of them; files that import one stay on CPython.
NATIVE_ONLY = {"ast", "hypothesis", "pytest", "subprocess"}


def _imports(tree: ast.Module) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add((node.module or "").partition(".")[0])
    return names


def _plain_files() -> list[str]:
    found = []
    for folder in ("model", "ui"):
        for path in sorted((ROOT / "tests" / folder).rglob("test_*.py")):
            if not _imports(ast.parse(path.read_text("utf-8"))) & NATIVE_ONLY:
                found.append(path.relative_to(ROOT).as_posix())
    return found


def _texts(paths: list[Path]) -> dict[str, str]:
    return {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in paths}


@functools.cache
def _compiled() -> dict[str, str]:
    found = sources(ROOT, SOURCES)
    texts = {name: path.read_text("utf-8") for name, path in found.items()}
    compiled = bytecode(texts, vendor.fetch())
    return {path: base64.b64encode(data).decode() for path, data in compiled.items()}


def _sources() -> dict[str, str]:
    # Modules without tests beside the plain test files: what those share.
    folders = [ROOT / "tests/model", ROOT / "tests/ui"]
    found = [path for folder in folders for path in sorted(folder.rglob("*.py"))]
    return _texts([path for path in found if path.name != "conftest.py"])


def test_there_are_plain_tests_of_model_and_page() -> None:
    names = _plain_files()
    assert {name.split("/")[1] for name in names} == {"model", "ui"}
    assert len(names) >= 32  # a glob that lost a folder would pass on what is left


@pytest.mark.parametrize("name", _plain_files())
def test_plain_tests_pass_in_micropython(name: str, tmp_path: Path) -> None:
    functions = [
        node.name
        for node in ast.parse((ROOT / name).read_text("utf-8")).body
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    ]
    assert functions
    job = {
        "vendor": str(vendor.fetch()),
        "compiled": _compiled(),
        "sources": _sources(),
        "module": name.removesuffix(".py").replace("/", "."),
        "functions": functions,
    }
    ended = run_job("micropython_run.mjs", job, tmp_path)
    answer = json.loads(ended.stdout.splitlines()[-1])
    failures = [f"{test}: {text}" for test, text in answer["outcome"].items() if text]
    assert not failures, "\n".join([*failures, *answer["printed"]])
    assert sorted(answer["outcome"]) == sorted(functions), "\n".join(answer["printed"])
