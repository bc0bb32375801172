"""The page's modules become one script that does what they did, or the build says which failed."""

import shutil
import subprocess
from pathlib import Path

import pytest

from app.build import tools, vendor
from app.build.modules import modules_of
from app.build.report import BuildError
from app.build.script import script_of

from .run_build import ROOT

MODULES = {
    "page/start": "import { word } from 'page/words'; console.log(word, strict());"
    "function strict() { return this === undefined; }",
    "page/words": "const [first] = await Promise.all(['sealed']); export const word = first;",
    "page/late": "export const said = '</script>\u00e9';",
}
ENTRY = "import 'page/start'; import('page/late').then(({ said }) => console.log(said));"


def test_it_runs_as_the_modules_did_and_ends_no_element(tmp_path: Path) -> None:
    script = script_of(MODULES, ENTRY, vendor.fetch())
    assert "</script" not in script
    assert script.isascii()
    assert script == script_of(MODULES, ENTRY, vendor.fetch())
    path = tmp_path / "script.js"
    path.write_text(script, "ascii")
    ended = subprocess.run(
        [tools.node(), str(path)], capture_output=True, check=True, encoding="utf-8"
    )
    assert ended.stdout.split("\n") == ["sealed true", "</script>\u00e9", ""]


def test_what_is_missing_or_refused_is_named() -> None:
    with pytest.raises(BuildError, match="there is no module page/words"):
        script_of({"page/start": MODULES["page/start"]}, "import 'page/start';", vendor.fetch())
    with pytest.raises(BuildError, match="<!--"):
        script_of({}, "console.log('<!--<script>');", vendor.fetch())
    with pytest.raises(BuildError, match="page/bad:1:5"):
        script_of({"page/bad": "const;"}, "import 'page/bad';", vendor.fetch())


@pytest.mark.parametrize(
    ("file", "old"),
    [
        ("core-C9KDLldu.js", "module:import(o)"),
        ("micropython.mjs", "let Module={locateFile:"),
        ("micropython.mjs", "class PyProxy{"),
    ],
)
def test_a_foreign_script_of_another_kind_stops_the_build(
    tmp_path: Path, file: str, old: str
) -> None:
    for path in vendor.fetch().glob("*.*js"):
        shutil.copyfile(path, tmp_path / path.name)
    changed = (tmp_path / file).read_text("utf-8").replace(old, "changed")
    (tmp_path / file).write_text(changed, "utf-8")
    with pytest.raises(BuildError):
        modules_of(ROOT, tmp_path)
