"""The JavaScript's check finds what is wrong in each of the four places where a script runs."""

import re
import shutil
from pathlib import Path

import pytest

from app.build import javascript

from .run_build import ROOT

# (script, a word that stands there, a mistake in its place)
MISTAKES = (
    ("static/engine.js", "answer.values", "answer.vaules"),
    ("static/worker.js", "joined(shown)", "joined(shonw)"),
    ("static/sw.js", "scope.skipWaiting", "scope.skipWating"),
    ("app/build/script.cjs", "job.out", "job.uot"),
)


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of all that is checked."""
    for folder in ("static", "types", "app/build"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    return tmp_path


def _change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_a_mistake_is_found_wherever_the_script_runs(
    tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for script, right, wrong in MISTAKES:
        _change(tree / script, right, wrong)
    assert not javascript.passes(tree=tree)
    said = capsys.readouterr().err
    for script, _, wrong in MISTAKES:
        assert f"{script}(" in said
        assert f"'{re.split(r'[.()]', wrong)[1]}'" in said


def test_an_export_that_nobody_imports_is_found(tree: Path) -> None:
    static = tree / "static"
    assert not [*javascript.unused_exports(static)]
    _change(static / "shown.js", "const copies", "export const copies")
    _change(static / "pack.js", "const MAGIC", "export const MAGIC")
    assert [*javascript.unused_exports(static)] == [
        "static/pack.js: nobody imports MAGIC",
        "static/shown.js: nobody imports copies",
    ]


def test_no_script_is_left_out_and_none_asks_not_to_be_checked() -> None:
    scripts = [*(ROOT / "static").glob("*.js"), *(ROOT / "app/build").glob("*.cjs")]
    assert len(scripts) > 20
    for script in scripts:
        text = script.read_text("utf-8")
        assert "@ts-nocheck" not in text and "@ts-ignore" not in text, script
    named = "".join((ROOT / f"types/{name}.json").read_text() for name in javascript.PROJECTS)
    left_out = {"jpeg.js", "parts.js", "worker.js", "sw.js"}
    # What the page's project leaves out stands in another one by name.
    assert all(named.count(f'"../static/{name}"') == 2 for name in left_out)
