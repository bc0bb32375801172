"""What happened last and what became of dropped files is said in one place, and shown by one view.

A second voice would say something over the first, or in the language of before.
"""

import ast

from tests.conftest import ROOT

UI = ROOT / "app/pixelseal/ui"
SHOWS = "views/messages.py"
LINES = {"said", "refusals", "refusals-text"}


def test_one_view_shows_the_messages() -> None:
    page = (ROOT / "index.html").read_text("utf-8")
    assert all(f'id="{line}"' in page for line in LINES)
    found = {
        path.relative_to(UI).as_posix()
        for path in UI.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and ast.unparse(node.func).endswith("by_id")
        and any(isinstance(one, ast.Constant) and one.value in LINES for one in node.args)
    }
    assert found == {SHOWS}


def test_there_is_one_place_for_messages() -> None:
    made = [
        path.relative_to(UI).as_posix()
        for path in sorted(UI.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("Messages")
    ]
    assert made == ["workbench/workbench.py"]
