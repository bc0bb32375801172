"""No folder of modules escapes the import rules, and every folder of tests has its place."""

import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# Folders of tests that mirror no room.
OF_THEIR_OWN = {
    "accuracy",
    "battery",
    "bench",
    "browser",
    "browser/drivers",
    "browser/redteam",
    "build",
    "builders",
    "fuzz",
    "runtimes",
    "vectors",
}
PARTS = {".ci", ".github", "app", "bench", "docs", "findings", "static", "tests", "types"}
MIRRORS = ("api", "cli", "core", "local", "model", "ui")


def _folders(below: Path) -> set[str]:
    """The folders with modules in them or further down, as paths from `below`."""
    held = {folder for path in below.rglob("*.py") for folder in path.parents}
    return {path.relative_to(below).as_posix() for path in held if path.is_relative_to(below)}


def test_every_folder_of_modules_is_a_package() -> None:
    # One without __init__.py is in no graph of imports: no rule holds there, and it would ship.
    folders = _folders(ROOT / "app")
    assert len(folders) > 55
    lost = sorted(name for name in folders if not (ROOT / "app" / name / "__init__.py").is_file())
    assert not lost, lost


def test_every_folder_of_rooms_tells_which_there_are() -> None:
    # A room that holds modules alone gets no folder unnoticed: its holder is missing here then.
    rules = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    held = {
        container
        for contract in rules["tool"]["importlinter"]["contracts"]
        if contract.get("exhaustive")
        for container in contract["containers"]
    }
    modules = [path.relative_to(ROOT / "app").parent for path in (ROOT / "app").rglob("*.py")]
    holders = {Path("app", folder).parent for folder in modules if folder.parts}
    # `pixelseal` is a root of its own, although it lies in `app`.
    names = {".".join(holder.parts).replace("app.pixelseal", "pixelseal") for holder in holders}
    assert names == held, "each needs exhaustive layers in pyproject.toml"


def test_the_audit_may_import_no_other_room_of_the_engine() -> None:
    rules = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    (contract,) = (
        one
        for one in rules["tool"]["importlinter"]["contracts"]
        if one["type"] == "forbidden" and one["source_modules"] == ["pixelseal.core.audit"]
    )
    core = ROOT / "app/pixelseal/core"
    rooms = {path.stem for path in core.iterdir() if path.is_dir() or path.suffix == ".py"}
    others = rooms - {"__init__", "__pycache__", "audit"}
    assert {f"pixelseal.core.{room}" for room in others} <= set(contract["forbidden_modules"])


@pytest.mark.parametrize("part", MIRRORS)
def test_tests_lie_in_the_folders_of_what_they_test(part: str) -> None:
    rooms = _folders(ROOT / "app/pixelseal" / part)
    tested = _folders(ROOT / "tests" / part)
    assert tested <= rooms, f"no room is called {sorted(tested - rooms)}"


def test_no_other_folder_of_tests_is_a_stray() -> None:
    others = {
        name
        for name in _folders(ROOT / "tests") - {"."}
        if name.split("/", maxsplit=1)[0] not in MIRRORS
    }
    assert others == OF_THEIR_OWN


def _tracked(below: str = ".") -> list[Path]:
    """The files of a part of the tree that belong to it, as paths from its root."""
    try:
        listed = subprocess.run(
            ["git", "ls-files", "-z", below], cwd=ROOT, capture_output=True, check=True, text=True
        ).stdout
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("this tree is not a git checkout")
    return [Path(name) for name in listed.split("\0") if name and (ROOT / name).is_file()]


def test_the_tree_has_no_other_part() -> None:
    # Neither linters nor import rules look into a folder that nobody told them of.
    parts = {path.parts[0] for path in _tracked() if len(path.parts) > 1}
    assert parts == PARTS


def test_the_package_holds_python_alone() -> None:
    # Stubs and sources of other languages would ship, and no rule for modules would see them.
    others = [path.as_posix() for path in _tracked("app/pixelseal") if path.suffix != ".py"]
    assert others == ["app/pixelseal/py.typed"]


def test_scripts_of_the_page_lie_side_by_side() -> None:
    # The types of JavaScript are checked by lists of files, which name this folder alone.
    deeper = [
        path.as_posix()
        for path in _tracked("static")
        if path.suffix == ".js" and len(path.parts) > 2
    ]
    assert not deeper


def test_every_test_lies_in_a_room() -> None:
    beside = [path.name for path in _tracked("tests") if len(path.parts) == 2]
    assert sorted(beside) == ["__init__.py", "conftest.py"]


def test_most_rooms_have_a_folder_of_tests() -> None:
    # Fewer would mean that a folder's tests were lost, or heaped up beside their folders again.
    assert len(_folders(ROOT / "tests/core")) >= 24
    assert len(_folders(ROOT / "tests/model")) >= 5
    assert len(_folders(ROOT / "tests/ui")) >= 7
