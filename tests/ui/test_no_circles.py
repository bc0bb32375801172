"""No part of the page holds the part that holds it: it is handed what it needs, and complete then.

Two that hold each other can only be read, made and tried together.
"""

import ast
from pathlib import Path

import pytest

from tests.conftest import ROOT

MODULES = sorted((ROOT / "app/pixelseal/ui").rglob("*.py"))
# They look at an object, and keep none.
LOOK = {"getattr", "hasattr", "isinstance", "id", "type"}


def handed_on(tree: ast.Module) -> list[int]:
    """Lines in which an object hands itself to another one."""
    return [
        call.lineno
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") not in LOOK
        for given in [*call.args, *(keyword.value for keyword in call.keywords)]
        if isinstance(given, ast.Name) and given.id == "self"
    ]


def tied_later(tree: ast.Module) -> list[int]:
    """Lines of constructors that put a function into an object that was made before."""
    return [
        step.lineno
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef) and function.name == "__init__"
        for step in ast.walk(function)
        if isinstance(step, ast.Assign) and isinstance(step.value, ast.Attribute | ast.Lambda)
        for target in step.targets
        if isinstance(target, ast.Attribute) and getattr(target.value, "id", "") != "self"
    ]


def test_every_module_of_the_page_is_looked_at():
    assert len(MODULES) >= 115


@pytest.mark.parametrize("path", MODULES, ids=lambda path: Path(path).stem)
def test_none_hands_itself_on_or_is_tied_later(path):
    tree = ast.parse(path.read_text("utf-8"))
    assert not handed_on(tree)
    assert not tied_later(tree)


def test_both_are_found_where_they_are():
    assert handed_on(ast.parse("class A:\n    def __init__(self):\n        B(self)")) == [3]
    text = "class A:\n    def __init__(self):\n        self.b.c.released = self.d.release"
    assert tied_later(ast.parse(text)) == [3]
    text = "class A:\n    def __init__(self):\n        b = B()\n        b.go = self.c.go_to"
    assert tied_later(ast.parse(text)) == [4]


@pytest.mark.parametrize("element", ["said", "refusals-text"])
def test_one_view_alone_writes_what_is_said(element):
    """Where several write one line, what one said is gone before it was read."""
    written = f'by_id("{element}")'
    assert [path.name for path in MODULES if written in path.read_text("utf-8")] == ["messages.py"]
