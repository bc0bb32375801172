"""The test command: no failure is ignored, and what is missing is named."""

import os
import shutil
import sys
from pathlib import Path

import pytest

from app.build import bundle, check, commands, environment, javascript, system, tools
from app.build.report import BuildError
from tests.conftest import ROOT


@pytest.fixture
def prepared(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in for the environment: its Python is a program that always succeeds."""
    true = shutil.which("true")
    assert true is not None
    monkeypatch.setattr(environment, "test_python", lambda: Path(true))
    monkeypatch.setattr(tools, "node", lambda: "node")
    monkeypatch.setattr(bundle, "bundle", lambda **_: None)
    monkeypatch.setattr(javascript, "passes", lambda _given: True)


def test_all_passed_is_success(prepared: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check, "LINTERS", (("true",),))
    assert check.check([], None) == 0


def test_a_linter_that_fails_fails_the_run(
    prepared: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(check, "LINTERS", (("false",), ("true",)))
    assert check.check([], None) == 1
    assert "Failed before the tests: false" in capsys.readouterr().err


def test_a_test_that_fails_fails_the_run(prepared: None, monkeypatch: pytest.MonkeyPatch) -> None:
    false = shutil.which("false")
    assert false is not None
    monkeypatch.setattr(environment, "test_python", lambda: Path(false))
    monkeypatch.setattr(check, "LINTERS", (("true",),))
    assert check.check([], None) == 1


@pytest.mark.parametrize(("linters", "code"), [((("true",),), 0), ((("true",), ("false",)), 1)])
def test_the_quick_check_runs_the_linters_and_no_test(
    prepared: None,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    linters: tuple[tuple[str, ...], ...],
    code: int,
) -> None:
    true = shutil.which("true")
    assert true is not None
    monkeypatch.setattr(environment, "python", lambda: Path(true))
    monkeypatch.setattr(check, "_run_module", lambda *_: pytest.fail("ran a test"))
    monkeypatch.setattr(check, "LINTERS", linters)
    assert commands.main(["check"]) == code
    assert ("false" in capsys.readouterr().err) == bool(code)


def test_the_quick_check_sees_the_first_folder_in_a_flat_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    # Import rules name the rooms that hold folders, and know nothing of one that never did.
    only_python = shutil.ignore_patterns("__pycache__", "*.[!p]*", "*.png")
    for part in ("app", "tests"):
        shutil.copytree(ROOT / part, tmp_path / part, ignore=only_python)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    monkeypatch.setattr(check, "ROOT", tmp_path)
    monkeypatch.setattr(environment, "python", lambda: Path(sys.executable))
    monkeypatch.setattr(javascript, "passes", lambda _given: True)
    rooms = tuple(row for row in check.LINTERS if row[0] == "pytest")
    monkeypatch.setattr(check, "LINTERS", rooms)
    assert commands.main(["check"]) == 0
    folder = tmp_path / "app/pixelseal/local/deeper"
    folder.mkdir()
    (folder / "__init__.py").write_text('"""A room in a room that held modules alone."""')
    assert commands.main(["check"]) == 1
    assert "each needs exhaustive layers in pyproject.toml" in capfd.readouterr().out


def test_javascript_that_fails_its_check_fails_both_runs(
    prepared: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    true = shutil.which("true")
    assert true is not None
    monkeypatch.setattr(environment, "python", lambda: Path(true))
    monkeypatch.setattr(check, "LINTERS", ())
    monkeypatch.setattr(javascript, "passes", lambda _given: False)
    assert commands.main(["check"]) == check.check([], None) == 1
    assert capsys.readouterr().err.count("JavaScript") == 2


@pytest.mark.parametrize(
    "part",
    [
        "-k webkit",
        "-k not webkit",
        "--ignore=",
        "pytest tests/runtimes",
    ],
)
def test_each_part_of_the_tests_is_run_shown_and_counts(
    prepared: None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    part: str,
) -> None:
    program = tmp_path / "python"
    program.write_text(f'#!/bin/sh\necho "ran $*"\ncase "$*" in *"{part}"*) exit 1;; esac\n')
    program.chmod(0o755)
    monkeypatch.setattr(environment, "test_python", lambda: program)
    monkeypatch.setattr(check, "LINTERS", ())
    assert check.check([], None) == 1
    shown = capfd.readouterr().out
    assert shown.count("ran -m pytest") == 4 and part in shown


def test_missing_programs_are_found_by_any_of_their_names() -> None:
    needs = [system.Need("there", ("no-such-program", "true")), system.Need("not", ("no-such",))]
    assert system.missing(needs) == ["not"]


def test_who_may_not_install_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(BuildError, match=r"only an administrator.*chromium xvfb"):
        system.install(["chromium", "xvfb"])


def test_no_network_for_the_test_environment_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "python"
    broken.write_text("#!/bin/sh\necho 'ERROR: Could not find a version of numpy' >&2\nexit 1\n")
    broken.chmod(0o755)
    monkeypatch.setenv("PIXELSEAL_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(system, "missing", lambda _: [])
    monkeypatch.setattr(tools, "make_venv", lambda _: broken)
    with pytest.raises(BuildError, match=r"is the network there\?.*Could not find a version"):
        environment.test_python()
