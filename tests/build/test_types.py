"""mypy reads every room, and lets `"object"` pass in the page's alone."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from .run_build import ROOT

SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["mypy"]

USES = """
from pixelseal.model.kept import Kept


class Shown:
    def __init__(self, element: "object") -> None:
        self.kept = Kept(1)
        self.element = element

    def show(self) -> str:
        self.element.hidden = False
        return str(self.kept.count) + str(self.kept.cuont)

    def hide(self) -> None:
        self.shwo()
        Kept("1")
"""


def test_all_that_is_python_is_checked_strictly() -> None:
    assert SETTINGS["strict"] is True
    assert {"pixelseal", "app.build"} <= set(SETTINGS["packages"])
    assert "exclude" not in SETTINGS
    for rule in SETTINGS["overrides"]:
        assert not rule.keys() & {"ignore_errors", "follow_imports", "check_untyped_defs"}
        assert not set(rule.get("disable_error_code", [])) - {"var-annotated"}


@pytest.mark.parametrize(("room", "let_pass"), [("ui", True), ("bench", True), ("core", False)])
def test_a_mistake_is_found_in_every_room(tmp_path: Path, room: str, let_pass: bool) -> None:
    package = tmp_path / "pixelseal"
    for folder in (package, package / "model", package / room):
        folder.mkdir()
        (folder / "__init__.py").touch()
    (package / "model" / "kept.py").write_text(
        "class Kept:\n    def __init__(self, count: int) -> None:\n        self.count = count\n"
    )
    (package / room / "shown.py").write_text(USES)
    plugin = ROOT / "types" / "mypy_micropython.py"
    (tmp_path / "mypy.ini").write_text(f"[mypy]\nstrict = True\nplugins = {plugin}\n")
    ended = subprocess.run(
        [sys.executable, "-m", "mypy", "--no-pretty", "-p", "pixelseal"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    for mistake in ('"Kept" has no attribute "cuont"', '"Shown" has no attribute "shwo"'):
        assert mistake in ended.stdout
    assert 'incompatible type "str"; expected "int"' in ended.stdout
    assert ('"object" has no attribute "hidden"' in ended.stdout) != let_pass
    assert ended.stdout.count(" error: ") == (3 if let_pass else 4), ended.stdout
